//! The files of a package that came: complete, unchanged, and either given out or held back.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hoithi_documents::package::{Limits, Package, PackageError};
use hoithi_documents::{FileKind, Sha256Hex, kind_of};
use hoithi_rules::text::one_line;

use super::incoming::IncomingRefusal;
use super::tree::Node;
use crate::file::WORKBOOK;

const LONGEST_NAME: usize = 200;

/// A file that came along.
#[derive(Debug)]
pub(crate) struct CameFile {
    pub(crate) name: String,
    /// What the sender says of it.
    pub(crate) description: String,
    pub(crate) bytes: Vec<u8>,
    /// As what it is given out, or why it is not.
    pub(crate) opens: Result<&'static str, Held>,
}

/// Why a file is kept and given to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// It carries programs.
    Macros,
    /// A password closes it.
    Locked,
    /// It holds or fetches what a document should not, or is broken.
    Unsafe,
    /// None of the kinds that are known here.
    Unknown,
}

impl Held {
    const ALL: [Self; 4] = [Self::Macros, Self::Locked, Self::Unsafe, Self::Unknown];

    /// Stable name, in the store and of its words.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Macros => "macros",
            Self::Locked => "locked",
            Self::Unsafe => "unsafe",
            Self::Unknown => "unknown",
        }
    }

    /// The reason of that code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.code() == code)
    }
}

impl CameFile {
    /// Whether it can be the document itself: signed, or scanned.
    pub(crate) fn is_sheet(&self) -> bool {
        matches!(kind_of(&self.bytes), FileKind::Pdf | FileKind::Png | FileKind::Jpeg)
    }
}

/// Every file of the package. One that the package names and does not hold, or holds otherwise than its
/// hash says, makes the whole package one that is not taken.
pub(super) fn files(root: &Node, envelope: &Node) -> Result<Vec<CameFile>, IncomingRefusal> {
    let held: Vec<&Node> = root.deep("Attachment");
    let manifest = envelope.at(&["edXMLBody", "edXMLManifest"]);
    for named in manifest.into_iter().flat_map(|manifest| manifest.all("Reference")) {
        let written = named.text(&["ContentId"]);
        let id = bare(if written.is_empty() { &named.target } else { &written });
        if !held.iter().any(|file| bare(&file.text(&["ContentId"])) == id) {
            return Err(IncomingRefusal::File { name: named.text(&["AttachmentName"]) });
        }
    }
    let digests = root.deep("Reference");
    let files = held.into_iter().map(|file| one(file, &digests)).collect::<Result<Vec<_>, _>>()?;
    if files.is_empty() { Err(IncomingRefusal::Lacks { part: "attachment" }) } else { Ok(files) }
}

fn one(file: &Node, digests: &[&Node]) -> Result<CameFile, IncomingRefusal> {
    let name: String = file.text(&["AttachmentName"]).chars().take(LONGEST_NAME).collect();
    let encoded = file.at(&["ContentTransferEncoded"]).map(|node| node.words.as_str()).unwrap_or_default();
    let encoded: String = encoded.split_whitespace().collect();
    let bytes = STANDARD.decode(encoded).ok().filter(|bytes| !bytes.is_empty());
    let bytes = bytes.ok_or_else(|| IncomingRefusal::File { name: name.clone() })?;
    let (id, hash) = (bare(&file.text(&["ContentId"])), Sha256Hex::of(&bytes));
    let named_by_its_hash = id.parse::<Sha256Hex>().ok();
    let signed = digests.iter().filter(|digest| bare(&digest.target) == id).filter_map(|digest| signed_hash(digest));
    if named_by_its_hash.into_iter().map(String::from).chain(signed).any(|said| said != hash.as_str()) {
        return Err(IncomingRefusal::Hash { name });
    }
    let opens = opens(&bytes);
    Ok(CameFile { name, description: one_line(&file.text(&["Description"])), bytes, opens })
}

/// What the signer says that the file's SHA-256 is, in hex digits. Hashes of other kinds are not read.
fn signed_hash(reference: &Node) -> Option<String> {
    let by = &reference.at(&["DigestMethod"])?.algorithm;
    if !by.ends_with("#sha256") {
        return None;
    }
    let digest = STANDARD.decode(reference.text(&["DigestValue"])).ok()?;
    Some(digest.iter().fold(String::new(), |mut hex, byte| {
        // Writing into a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

/// The name of a file within the package.
fn bare(id: &str) -> String {
    let id = id.trim();
    id.strip_prefix("cid:").unwrap_or(id).to_owned()
}

/// By its bytes, whatever the sender calls it.
fn opens(bytes: &[u8]) -> Result<&'static str, Held> {
    let kind = kind_of(bytes);
    if matches!(kind, FileKind::Pdf | FileKind::Png | FileKind::Jpeg) {
        return Ok(kind.media_type());
    }
    let looks_like_office = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    if !looks_like_office {
        return Err(Held::Unknown);
    }
    let package = Package::open(bytes, Limits::OFFICE).map_err(|error| match error {
        PackageError::Macros => Held::Macros,
        PackageError::Encrypted => Held::Locked,
        PackageError::Broken
        | PackageError::Embedded
        | PackageError::External
        | PackageError::Hostile
        | PackageError::TooLarge => Held::Unsafe,
    })?;
    if package.part("word/document.xml").is_some() {
        return Ok(FileKind::Docx.media_type());
    }
    if package.part("xl/workbook.xml").is_some() { Ok(WORKBOOK) } else { Err(Held::Unknown) }
}
