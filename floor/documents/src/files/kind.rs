//! What a file is by its own bytes, whatever its name says.

/// The kinds of file that an office takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    /// A Word document of the zipped kind.
    Docx,
    /// None of these, or one of these cut short.
    Other,
}

impl FileKind {
    /// As a download is labelled.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Other => "application/octet-stream",
        }
    }
}

/// How far from either end a PDF's marks may stand: scanners put their own bytes around it.
const PDF_MARGIN: usize = 2048;

/// Looks at both ends of a file: a transfer that broke off is no document.
pub fn kind_of(bytes: &[u8]) -> FileKind {
    if is_pdf(bytes) {
        FileKind::Pdf
    } else if is_png(bytes) {
        FileKind::Png
    } else if is_jpeg(bytes) {
        FileKind::Jpeg
    } else if is_docx(bytes) {
        FileKind::Docx
    } else {
        FileKind::Other
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let tail = &bytes[bytes.len().saturating_sub(PDF_MARGIN)..];
    contains(head, b"%PDF-") && contains(tail, b"startxref") && contains(tail, b"%%EOF")
}

fn is_png(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") && contains(tail, b"IEND")
}

fn is_jpeg(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(PDF_MARGIN)..];
    bytes.starts_with(b"\xff\xd8\xff") && contains(tail, b"\xff\xd9")
}

/// The zip's directory stands at its end; a Word document names its main part there.
fn is_docx(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(66_000)..];
    bytes.starts_with(b"PK\x03\x04") && contains(end, b"PK\x05\x06") && contains(bytes, b"word/document.xml")
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|part| part == mark)
}
