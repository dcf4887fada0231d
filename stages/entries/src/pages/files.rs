//! Sending files out: only to those who may read the dossier, under a name of our own, and so that
//! nothing inside them can act on our pages.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, House, Page, Path};

use super::players::video_response;
use super::sheet::Sheet;
use crate::kept::file_name;

/// The browser's own viewer shows it and nothing in it runs; only our own pages may frame it.
const SHUT: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'self'; \
                    base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// A PDF under a name of the house's own, shown in the browser or saved.
pub fn pdf_response(name: &str, bytes: Vec<u8>, save: bool) -> Response {
    let way = if save { "attachment" } else { "inline" };
    shut(format!("{way}; filename=\"{name}.pdf\""), FileKind::Pdf, bytes)
}

/// A scan of a paper, shown in the browser.
pub fn scan_response(name: &str, bytes: Vec<u8>) -> Response {
    shut(format!("inline; filename=\"{name}\""), kind_of(&bytes), bytes)
}

fn shut(disposition: String, kind: FileKind, bytes: Vec<u8>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(SHUT));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    (headers, bytes).into_response()
}

pub(super) async fn send(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["luu"])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    sheet.kept_back.refuse(&code)?;
    let Some(PartContent::File(file)) = sheet.kept.part(&code) else { return Err(Halt::not_found()) };
    let number = sheet.kept.number().map_or_else(|| "ban-nhap".to_owned(), ToString::to_string);
    if sheet.is_video(&code) {
        return video_response(&house, &headers, file_name(file.sha256)?, &format!("{number}-{code}")).await;
    }
    let bytes = house.kept_file(file_name(file.sha256)?).await?;
    Ok(pdf_response(&format!("{number}-{code}"), bytes, asked.checked("luu", "co")))
}
