//! Files that come with a document: what is taken, and how it is given out.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::Halt;
use hoithi_people::{refused, scan_of};
use hoithi_rules::text::one_line;
use hoithi_web::{House, Posted};

use crate::arrivals::PACKAGE;
use crate::document::{ContentError, Document, KeptFile};

/// What comes with a document: a signed PDF or a scan.
const SCANS: [FileKind; 3] = [FileKind::Pdf, FileKind::Png, FileKind::Jpeg];

/// The media type of a workbook.
pub(crate) const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The scan of a signed document. Who signs in their own right may leave it out; whoever records
/// the leader's signature may not.
pub fn take_scan(
    house: &House,
    posted: &Posted,
    field: &'static str,
    own_right: bool,
) -> Result<Option<KeptFile>, Halt> {
    let came = posted.file(field);
    if !own_right && came.is_none() {
        scan_of(posted, field)?;
    }
    if let Some(wrong) = came.and_then(|upload| cut_or_empty(&upload.bytes)) {
        let field = Some(field.to_owned());
        return Err(Halt::Refused(vec![hoithi_journal::Refused { field, ..refused(&wrong) }]));
    }
    let scan = take_file(house, posted, field, &SCANS)?;
    Ok(scan.map(|scan| KeptFile { name: named_as(&scan.name, &scan.media_type), ..scan }))
}

/// A file of nothing, or one that begins as a kind that is taken and does not end as such.
fn cut_or_empty(bytes: &[u8]) -> Option<ContentError> {
    let begins: [&[u8]; 3] = [b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"];
    if bytes.is_empty() {
        return Some(ContentError::FileEmpty);
    }
    let is_cut = kind_of(bytes) == FileKind::Other && begins.iter().any(|begin| bytes.starts_with(begin));
    is_cut.then_some(ContentError::FileCut)
}

/// The endings of the names of scans, which a name may bear wrongly.
const ENDINGS: [&str; 4] = ["pdf", "png", "jpg", "jpeg"];

/// A scan's name with the ending of what it is, by which other systems open it.
pub(crate) fn named_as(name: &str, media_type: &str) -> String {
    let right: &[&str] = match media_type {
        "application/pdf" => &["pdf"],
        "image/png" => &["png"],
        "image/jpeg" => &["jpg", "jpeg"],
        _ => return name.to_owned(),
    };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_lowercase();
    match right {
        all if all.contains(&ending.as_str()) => name.to_owned(),
        [first, ..] if ENDINGS.contains(&ending.as_str()) => format!("{stem}.{first}"),
        [first, ..] => format!("{name}.{first}"),
        [] => name.to_owned(),
    }
}

/// The file of a field, kept by its hash, if one came; its bytes decide what it is.
pub fn take_file(house: &House, posted: &Posted, field: &str, kinds: &[FileKind]) -> Result<Option<KeptFile>, Halt> {
    let Some(upload) = posted.file(field) else { return Ok(None) };
    let kind = kind_of(&upload.bytes);
    if !kinds.contains(&kind) {
        let field = Some(field.to_owned());
        return Err(Halt::Refused(vec![hoithi_journal::Refused { field, ..refused(&ContentError::File) }]));
    }
    let hash = house.take_upload(&upload.bytes)?;
    let name: String = one_line(&upload.name).chars().take(200).collect();
    let size = i64::try_from(upload.bytes.len()).map_err(Halt::fault)?;
    Ok(Some(KeptFile { hash, name, media_type: kind.media_type().to_owned(), size }))
}

/// What a read-back page carries of a file that was taken already.
const CARRIED: &str = "kept-file";

/// A kept file as a form's field carries it to the next page.
pub fn carry(house: &House, file: &KeptFile) -> Result<String, Halt> {
    let KeptFile { hash, name, media_type, size } = file;
    house.files.keep(hash);
    house.site.seal(CARRIED, &format!("{hash}\n{media_type}\n{size}\n{name}"))
}

/// The kept file of such a field; none where the field was not made here.
pub fn carried(house: &House, sealed: &str) -> Option<KeptFile> {
    let text = house.site.unseal(CARRIED, sealed)?;
    let mut parts = text.splitn(4, '\n');
    let mut next = || parts.next().map(str::to_owned);
    let (hash, media_type, size, name) = (next()?, next()?, next()?, next()?);
    Some(KeptFile { hash: hash.parse().ok()?, name, media_type, size: size.parse().ok()? })
}

/// A kept file, checked against its hash, to be read in the browser.
pub async fn serve_file(house: &House, file: &KeptFile) -> Result<Response, Halt> {
    Ok(answer(house.kept_file(file.hash.clone()).await?, &file.media_type, &file.name))
}

/// A PDF that was just printed.
pub fn answer_pdf(bytes: Vec<u8>, name: &str) -> Response {
    answer(bytes, "application/pdf", name)
}

/// A file that was just made, of any type.
pub(crate) fn answer_file(bytes: Vec<u8>, media_type: &str, name: &str) -> Response {
    answer(bytes, media_type, name)
}

/// A document's edXML package, under its number.
pub fn answer_package(bytes: Vec<u8>, document: &Document) -> Response {
    let number = document.signed().map(|(number, _)| number.to_string()).unwrap_or_default();
    answer(bytes, PACKAGE, &format!("{number}.edxml"))
}

/// A Word file that was just written.
pub fn answer_word(bytes: Vec<u8>, name: &str) -> Response {
    answer(bytes, FileKind::Docx.media_type(), name)
}

/// Nothing in the file may run or load anything, wherever it came from.
fn answer(bytes: Vec<u8>, media_type: &str, name: &str) -> Response {
    let headers = [
        (CONTENT_TYPE, media_type.to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{}\"", plain(name))),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'self'".to_owned()),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// A name that every system keeps: unmarked letters, digits, points, hyphens.
fn plain(name: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    let letters: String = hoithi_web::fold(name).chars().map(fits).collect();
    let parts: Vec<_> = letters.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "tep".to_owned() } else { parts.join("-") }
}
