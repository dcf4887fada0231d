//! A document's sheet and its file, to be read.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Path};

use crate::document::{Document, DocumentCard};
use crate::file::{answer_pdf, serve_file};
use crate::folder::document_in;
use crate::press::sheet_pdf;
use crate::store;

pub(super) async fn pdf(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRead).await?;
    let bases = store::bases_of(&mut db, id).await?;
    drop(db);
    printed(&house, &document, &bases).await
}

/// The sheet as a PDF; of what has no text here there is none.
pub(super) async fn printed(house: &House, document: &Document, bases: &[DocumentCard]) -> Result<Response, Halt> {
    if !document.has_sheet() {
        return Err(Halt::not_found());
    }
    Ok(answer_pdf(sheet_pdf(house, document, bases).await?, &document.file_name("pdf")))
}

pub(super) async fn file(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRead).await?;
    drop(db);
    serve_file(&house, &document.file.ok_or_else(Halt::not_found)?).await
}
