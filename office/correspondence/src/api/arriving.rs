//! Programs hand in packages that came, by the checks of the register's own page.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Body, House, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::edxml::{CameFile, Held, IncomingRefusal};
use crate::receiving::{enter, look};

/// The document that a package brought.
#[derive(Serialize, ToSchema)]
pub(crate) struct PackageTaken {
    #[schema(value_type = String)]
    id: DocumentId,
    /// The files that are kept and given to nobody.
    held: Vec<HeldFile>,
}

/// A file that is kept and given to nobody.
#[derive(Serialize, ToSchema)]
pub(crate) struct HeldFile {
    name: String,
    /// `macros`, `locked`, `unsafe`, `unknown`
    reason: &'static str,
}

impl HeldFile {
    fn of(file: &CameFile) -> Option<Self> {
        Some(Self { name: file.name.clone(), reason: file.opens.err().map(Held::code)? })
    }
}

/// Enters the document of an edXML package that came from another document system, with its files. A
/// package that is broken, changed on its way or built to do harm is refused whole.
#[utoipa::path(
    post, path = "/api/v1/documents/packages", operation_id = "package_take", tag = "documents",
    params(("edition" = String, Query, description = "the slug of the edition in whose folder it shall lie")),
    request_body(content = Vec<u8>, content_type = "application/xml"),
    responses((status = 201, body = PackageTaken), (status = 422, description = "why it is not taken, with its code"))
)]
pub(crate) async fn take_package(
    State(house): State<House>,
    viewer: Viewer,
    headers: HeaderMap,
    asked: Asked,
    Body(body): Body,
) -> Result<Response, Halt> {
    let asked = asked.only(&["edition"])?;
    let edition = asked_edition(&mut house.read().await?, &asked).await?;
    viewer.allowed(Permission::DocumentRegister, edition.place())?;
    if !is_xml(&headers) {
        return Err(IncomingRefusal::NotXml.halt());
    }
    if body.is_empty() {
        return Err(IncomingRefusal::Missing.halt());
    }
    let (came, package) = look(&house, edition.id, "goi.edxml", body.to_vec()).await?;
    let held = came.files.iter().filter_map(HeldFile::of).collect();
    let id = enter(&house, viewer.actor(), edition.id, package).await?;
    Ok((StatusCode::CREATED, Json(PackageTaken { id, held })).into_response())
}

/// No form of another site can send this kind.
fn is_xml(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["application/xml", "text/xml"].iter().any(|xml| kind.eq_ignore_ascii_case(xml))
}
