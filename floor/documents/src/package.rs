//! A zipped office file, opened with care: what is in it was made by somebody else.
//!
//! DOCX and XLSX files are folders in a zip. Before a word is read, the folder is looked through:
//! how many files it holds, how large they become, whether anything in it runs (macros), is another
//! program's (embedded objects) or would be fetched from elsewhere (external links). The XML in it
//! declares nothing of its own: see [`xml`]. Nothing is written to the disk.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

pub mod xml;

/// How much a package may be. The limits stand far above any letter and far below any harm.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files in it.
    pub entries: usize,
    /// Bytes of one of its files, unpacked.
    pub entry_bytes: u64,
    /// Bytes of all of them, unpacked.
    pub all_bytes: u64,
    /// How many times its size a file may become, once it is large.
    pub ratio: u64,
}

impl Limits {
    /// For a file that a person made in a word processor or a spreadsheet.
    pub const OFFICE: Self =
        Self { entries: 1_000, entry_bytes: 24 * 1024 * 1024, all_bytes: 64 * 1024 * 1024, ratio: 120 };

    /// For dossiers that travel between two houses: larger files, and no more in all than a form brings.
    pub const DOSSIERS: Self =
        Self { entries: 1_000, entry_bytes: 64 * 1024 * 1024, all_bytes: 96 * 1024 * 1024, ratio: 120 };
}

/// Small files may be all zeros; what is larger than this and shrinks too well was built to burst.
const RATIO_COUNTS_FROM: u64 = 1024 * 1024;

/// Why a package is not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// No zip, or one that is cut short or changed.
    #[error("the file is broken, or no office file at all")]
    Broken,
    /// Closed by a password, or of the kind of before 2007, which looks the same.
    #[error("the file is closed by a password, or of an old kind")]
    Encrypted,
    /// It carries programs.
    #[error("the file carries macros")]
    Macros,
    /// It carries objects of other programs.
    #[error("the file carries embedded objects of other programs")]
    Embedded,
    /// Opening it would fetch something from elsewhere.
    #[error("the file points to something outside of itself")]
    External,
    /// Its XML declares entities or a document type, or is nested too deep.
    #[error("the file's XML is of a kind that no office program writes")]
    Hostile,
    /// Unpacked it is far larger than any document.
    #[error("the file becomes too large when it is unpacked")]
    TooLarge,
}

/// The files of a package, unpacked and looked through.
#[derive(Debug)]
pub struct Package {
    parts: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Opens a package, or says why not.
    pub fn open(bytes: &[u8], limits: Limits) -> Result<Self, PackageError> {
        // A compound file: what a password closes, and every office file of before 2007.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(PackageError::Encrypted);
        }
        let package = Self { parts: unpacked(bytes, limits)? };
        package.runs_nothing()?;
        package.stands_alone()?;
        package.fields_fetch_nothing()?;
        Ok(package)
    }

    /// Opens a folder of plain files, or says why not: nothing in it is taken for an office file's parts.
    pub fn folder(bytes: &[u8], limits: Limits) -> Result<Self, PackageError> {
        Ok(Self { parts: unpacked(bytes, limits)? })
    }

    /// A file of the package by its path, such as `word/document.xml`.
    pub fn part(&self, path: &str) -> Option<&[u8]> {
        self.parts.get(path).map(Vec::as_slice)
    }

    /// The same as text.
    pub fn text(&self, path: &str) -> Result<Option<&str>, PackageError> {
        self.part(path).map(|bytes| xml::text(bytes)).transpose()
    }

    /// The paths of its files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    fn runs_nothing(&self) -> Result<(), PackageError> {
        for path in self.paths() {
            let path = path.to_lowercase();
            if path.contains("vbaproject") || path.contains("vbadata") || path.contains("macrosheets") {
                return Err(PackageError::Macros);
            }
            if path.contains("embeddings") || path.contains("activex") || path.contains("externallinks") {
                return Err(PackageError::Embedded);
            }
        }
        let types = self.text("[Content_Types].xml")?.ok_or(PackageError::Broken)?;
        xml::checked(types)?;
        let types = types.to_lowercase();
        if types.contains("macroenabled") || types.contains("vbaproject") {
            return Err(PackageError::Macros);
        }
        if types.contains("oleobject") || types.contains("activex") { Err(PackageError::Embedded) } else { Ok(()) }
    }

    /// A link that a reader may follow stays a word; whatever a program would follow by itself is
    /// refused: templates, pictures, frames and data from elsewhere.
    fn stands_alone(&self) -> Result<(), PackageError> {
        for path in self.paths().filter(|path| is_named(path, "rels")) {
            let Some(links) = self.text(path)? else { continue };
            xml::each_element(links, |element| {
                let kind = element.attribute("Type").unwrap_or_default().to_lowercase();
                let kind = kind.rsplit('/').next().unwrap_or_default();
                if matches!(kind, "oleobject" | "afchunk" | "control" | "vbaproject" | "frame") {
                    return Err(if kind == "vbaproject" { PackageError::Macros } else { PackageError::Embedded });
                }
                let outside = element.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                if outside && !(kind == "hyperlink" && is_an_address(&element.attribute("Target").unwrap_or_default()))
                {
                    return Err(PackageError::External);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// A field is an instruction in the text itself, for which no link stands in the package.
    fn fields_fetch_nothing(&self) -> Result<(), PackageError> {
        let is_text =
            |path: &&str| path.starts_with("word/") && path.matches('/').count() == 1 && is_named(path, "xml");
        for path in self.paths().filter(is_text) {
            let instructions = instructions(self.text(path)?.unwrap_or_default())?;
            let mut verbs = instructions.lines().filter_map(|line| line.split_whitespace().next());
            if verbs.any(|verb| FETCHING_FIELDS.iter().any(|fetching| verb.eq_ignore_ascii_case(fetching))) {
                return Err(PackageError::External);
            }
        }
        Ok(())
    }
}

/// What a word processor carries out by itself when the text is opened or printed.
const FETCHING_FIELDS: [&str; 8] =
    ["DDE", "DDEAUTO", "LINK", "IMPORT", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE"];

/// The instructions of a text's fields, one a line; a program may write one in pieces.
fn instructions(text: &str) -> Result<String, PackageError> {
    let (mut all, mut inside) = (String::new(), false);
    xml::read(text, |met| {
        match met {
            xml::Met::Begin(element) => match element.name().as_str() {
                "instrText" => inside = true,
                "fldChar" => all.push('\n'),
                "fldSimple" => {
                    all.push('\n');
                    all.push_str(&element.attribute("instr").unwrap_or_default());
                    all.push('\n');
                }
                _ => {}
            },
            xml::Met::End(name) if name == "instrText" => inside = false,
            xml::Met::Words(words) if inside => all.push_str(&words),
            xml::Met::End(_) | xml::Met::Words(_) => {}
        }
        Ok(())
    })?;
    Ok(all)
}

fn is_named(path: &str, kind: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case(kind))
}

fn is_an_address(target: &str) -> bool {
    let target = target.trim().to_lowercase();
    ["http://", "https://", "mailto:", "#"].iter().any(|begins| target.starts_with(begins))
}

/// The sizes that a zip tells of itself are not believed: every file is read up to its limit.
fn unpacked(bytes: &[u8], limits: Limits) -> Result<BTreeMap<String, Vec<u8>>, PackageError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageError::Broken)?;
    // Two files of one name: two programs would read two different documents.
    if zip.has_duplicate_names() {
        return Err(PackageError::Hostile);
    }
    if zip.len() > limits.entries {
        return Err(PackageError::TooLarge);
    }
    let (mut parts, mut left) = (BTreeMap::new(), limits.all_bytes);
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).map_err(|error| match error {
            ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                PackageError::Encrypted
            }
            _ => PackageError::Broken,
        })?;
        if file.encrypted() {
            return Err(PackageError::Encrypted);
        }
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|_| PackageError::Broken)?.trim_start_matches('/').to_owned();
        let packed = file.compressed_size();
        if name.split(['/', '\\']).any(|step| step == "..") {
            return Err(PackageError::Hostile);
        }
        let unpacked = read_up_to(&mut file, limits.entry_bytes.min(left))?;
        let size = unpacked.len() as u64;
        if size > RATIO_COUNTS_FROM && size / packed.max(1) > limits.ratio {
            return Err(PackageError::TooLarge);
        }
        left -= size;
        if parts.insert(name, unpacked).is_some() {
            return Err(PackageError::Hostile);
        }
    }
    Ok(parts)
}

fn read_up_to(file: &mut impl Read, most: u64) -> Result<Vec<u8>, PackageError> {
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| PackageError::Broken)?;
    if bytes.len() as u64 > most { Err(PackageError::TooLarge) } else { Ok(bytes) }
}
