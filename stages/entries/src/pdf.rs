//! Looks into a PDF: is it one, can it be opened, is it whole.
//!
//! Only its structure, by its own bytes: the mark at its beginning, the table of contents that its
//! last lines point at, and whether a password locks it. What it says is for people to read.

mod bounds;

use hoithi_documents::{FileKind, kind_of};

pub(crate) use bounds::MOST_PAGES;
pub use bounds::{NotOpened, opened};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfLook {
    /// It opens.
    Readable,
    /// A password locks it.
    Locked,
    /// Its end does not point at its table of contents, or it cannot be taken apart.
    Damaged,
    /// It holds more than a dossier's part does.
    TooMuch,
    /// Something else under that name.
    NotAPdf,
}

/// Looks at the bytes.
pub fn look(bytes: &[u8]) -> PdfLook {
    if kind_of(bytes) != FileKind::Pdf {
        PdfLook::NotAPdf
    } else if is_locked(bytes) {
        PdfLook::Locked
    } else if contents_found(bytes) {
        taken_apart(bytes)
    } else {
        PdfLook::Damaged
    }
}

/// Judges read a copy without the names that programs leave in a file; what cannot be taken apart
/// has no such copy, and its author is asked for another while there is time.
fn taken_apart(bytes: &[u8]) -> PdfLook {
    match opened(bytes) {
        Ok(document) if !document.is_encrypted() => PdfLook::Readable,
        Err(NotOpened::TooMuch) => PdfLook::TooMuch,
        Ok(_) | Err(NotOpened::Damaged) => PdfLook::Damaged,
    }
}

/// The trailer, or the table's own dictionary, names the encryption.
fn is_locked(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    let table = contents(bytes).unwrap_or_default();
    let table = &table[..table.len().min(4096)];
    [tail, table].iter().any(|part| find(part, b"/Encrypt").is_some())
}

fn contents_found(bytes: &[u8]) -> bool {
    contents(bytes).is_some_and(|table| table.starts_with(b"xref") || is_object(table))
}

/// Where the last `startxref` points; scanners put bytes before the mark, and count from it.
fn contents(bytes: &[u8]) -> Option<&[u8]> {
    let start = find(bytes, b"%PDF-")?;
    let at = rfind(bytes, b"startxref")? + b"startxref".len();
    let digits: Vec<u8> =
        bytes[at..].iter().copied().skip_while(u8::is_ascii_whitespace).take_while(u8::is_ascii_digit).collect();
    let offset: usize = std::str::from_utf8(&digits).ok()?.parse().ok()?;
    let at_offset = |from: usize| bytes.get(from.checked_add(offset)?..).map(skip_white);
    [0, start].into_iter().filter_map(at_offset).find(|table| table.starts_with(b"xref") || is_object(table))
}

fn skip_white(bytes: &[u8]) -> &[u8] {
    let white = bytes.iter().take(8).take_while(|byte| byte.is_ascii_whitespace()).count();
    &bytes[white..]
}

/// `12 0 obj`
fn is_object(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(32)];
    let mut words = head.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let number = |word: Option<&[u8]>| word.is_some_and(|word| word.iter().all(u8::is_ascii_digit));
    number(words.next()) && number(words.next()) && words.next().is_some_and(|word| word.starts_with(b"obj"))
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|part| part == mark)
}

fn rfind(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).rposition(|part| part == mark)
}
