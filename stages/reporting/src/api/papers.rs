//! `/api/v1/reports/{report}/papers/{place}`: the signed paper of a report, page by page.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::take_file;
use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::ReportId;
use hoithi_web::{Body, Form, House, Json, Path, Posted, Seen, Upload};

use super::{ReportAnswer, known_line, own_line};
use crate::forms::form_of;
use crate::line::{SCANS, pages_of};
use crate::operations::{AddFiles, add_files};
use crate::refusal::ReportingRefusal;

/// Adds one page, or one file, of the signed and stamped paper to the version that was printed: PDF, PNG or
/// JPEG. The place counts the papers of that version from 1 and is the next one.
#[utoipa::path(
    put, path = "/api/v1/reports/{report}/papers/{place}", operation_id = "report_paper_add", tag = "reports",
    params(
        ("report" = String, Path), ("place" = usize, Path),
        ("if-match" = String, Header, description = "the report's version that was signed")
    ),
    request_body(content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    responses((status = 200, body = ReportAnswer), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn add(
    State(house): State<House>,
    Path((report, place)): Path<(ReportId, usize)>,
    viewer: Viewer,
    Seen(seen): Seen,
    Body(body): Body,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let line = own_line(&mut db, &viewer, report).await?;
    let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
    let form = form_of(&mut db, &line.form, &edition).await?;
    drop(db);
    if place != line.latest.as_ref().map_or(0, |latest| latest.signed) + 1 {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    let upload = Upload { field: "file".to_owned(), name: format!("ban-da-ky-{place}"), bytes: body.to_vec() };
    let files = take_file(&house, &Posted { form: Form::new(), files: vec![upload] }, "file", &SCANS)?;
    let command = AddFiles {
        request: report,
        seen,
        files: files.into_iter().collect(),
        most: usize::try_from(pages_of(&form)).unwrap_or(usize::MAX),
    };
    house.acts.perform(viewer.actor(), move |act| Box::pin(add_files(act, command.clone()))).await?;
    let line = known_line(&mut house.read().await?, &viewer, report).await?;
    Ok(Json(ReportAnswer::from(line)).into_response())
}
