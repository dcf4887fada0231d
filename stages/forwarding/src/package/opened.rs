//! A package that somebody brought: opened within bounds, and compared with its own manifest to the last byte.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_documents::package::{Limits, Package};
use hoithi_documents::{Sha256Hex, VideoLook, look_at_video};
use hoithi_entries::{PdfLook, Reach, look};
use hoithi_rules::entries::Content;
use serde_json::Value;

use super::fault::PackageFault;
use super::manifest::{FORMAT, MANIFEST, Manifest, PackedEntry, PackedFile, READ_FIRST, VERSION, WITH_SECRETS};

/// The most dossiers of one package, and the most authors of one dossier.
const MOST_ENTRIES: usize = 200;
const MOST_AUTHORS: usize = 100;

/// The most letters of any one text.
const MOST_LETTERS: usize = 100_000;

/// A package that is what it says.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) manifest: Manifest,
    /// The hash of the manifest, which stands for everything in the package.
    pub(crate) hash: Sha256Hex,
    /// What was received of each entry, in the manifest's order.
    pub(crate) contents: Vec<Content>,
    /// The files by their hashes.
    files: BTreeMap<Sha256Hex, Vec<u8>>,
}

impl Opened {
    /// Opens a package, or says what is wrong with it.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PackageFault> {
        let package = Package::folder(bytes, Limits::DOSSIERS)?;
        let written = package.part(MANIFEST).ok_or(PackageFault::NoManifest)?;
        let manifest = manifest(written)?;
        let mut known = BTreeSet::from([MANIFEST, READ_FIRST]);
        let (mut contents, mut files) = (Vec::new(), BTreeMap::new());
        for entry in &manifest.entries {
            known.insert(entry.text.as_str());
            contents.push(received(&package, entry)?);
            for file in entry.files.values() {
                known.insert(file.path.as_str());
                files.insert(file.sha256.clone(), attached(&package, file)?);
            }
        }
        if let Some(path) = package.paths().find(|path| !known.contains(path)) {
            return Err(PackageFault::FileUnknown { path: path.to_owned() });
        }
        let hash = Sha256Hex::of(written);
        Ok(Self { manifest, hash, contents, files })
    }

    /// Its files; every one of them is a PDF that opens.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Vec<u8>> {
        self.files.values()
    }
}

fn manifest(written: &[u8]) -> Result<Manifest, PackageFault> {
    let value: Value = serde_json::from_slice(written).map_err(|_| PackageFault::NoManifest)?;
    if !is_plain(&value) {
        return Err(PackageFault::NoManifest);
    }
    let manifest: Manifest = serde_json::from_value(value).map_err(|_| PackageFault::NoManifest)?;
    let ours = manifest.format == FORMAT && [VERSION, WITH_SECRETS].contains(&manifest.version);
    if !ours || manifest.entries.is_empty() {
        return Err(PackageFault::NoManifest);
    }
    if manifest.entries.len() > MOST_ENTRIES || manifest.entries.iter().any(|entry| entry.authors.len() > MOST_AUTHORS)
    {
        return Err(PackageFault::TooLarge);
    }
    let mut seen = BTreeSet::new();
    let twice = manifest.entries.iter().find(|entry| !seen.insert(entry.id)).map(|entry| entry.number.clone());
    match twice {
        Some(number) => Err(PackageFault::EntryMalformed { number }),
        None => Ok(manifest),
    }
}

/// No text is endless, and none holds what nobody types.
fn is_plain(value: &Value) -> bool {
    let plain = |text: &str| {
        let typed = |letter: char| {
            let turns = matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            !turns && (!letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
        };
        text.len() <= 4 * MOST_LETTERS && text.chars().all(typed)
    };
    match value {
        Value::String(text) => plain(text),
        Value::Array(values) => values.iter().all(is_plain),
        Value::Object(fields) => fields.iter().all(|(name, value)| plain(name) && is_plain(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

/// The content of an entry: what the manifest tells, the sealed text and the hash say all the same.
fn received(package: &Package, entry: &PackedEntry) -> Result<Content, PackageFault> {
    let malformed = || PackageFault::EntryMalformed { number: entry.number.clone() };
    let content = entry.content().ok_or_else(malformed)?;
    let reached = |author: &super::manifest::PackedAuthor| Reach::parse(&author.email, &author.phone).is_ok();
    let result = entry.result.is_none_or(|result| result.place >= 1 && result.points_in_hundredths >= 0);
    if !entry.authors.iter().all(reached) || !result || entry.secrets().is_none() {
        return Err(malformed());
    }
    let missing = || PackageFault::FileMissing { path: entry.text.clone() };
    let sealed = package.part(&entry.text).ok_or_else(missing)?;
    if Sha256Hex::of(sealed) != entry.hash {
        return Err(PackageFault::FileChanged { path: entry.text.clone() });
    }
    if content.canonical(entry.unit).as_bytes() != sealed {
        return Err(PackageFault::TextDiffers { number: entry.number.clone() });
    }
    Ok(content)
}

fn attached(package: &Package, file: &PackedFile) -> Result<Vec<u8>, PackageFault> {
    let missing = || PackageFault::FileMissing { path: file.path.clone() };
    let bytes = package.part(&file.path).ok_or_else(missing)?;
    if bytes.len() as u64 != file.bytes || Sha256Hex::of(bytes) != file.sha256 {
        return Err(PackageFault::FileChanged { path: file.path.clone() });
    }
    match look(bytes) {
        PdfLook::Readable => Ok(bytes.to_vec()),
        _ if matches!(look_at_video(bytes), VideoLook::Whole { .. }) => Ok(bytes.to_vec()),
        _ => Err(PackageFault::NoPdf { path: file.path.clone() }),
    }
}
