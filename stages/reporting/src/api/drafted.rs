//! `/api/v1/reports/{report}/draft`: what a unit typed and has not sent, under the rules of its page.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::ReportId;
use hoithi_web::{House, Json, Path, Seen};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{asks_all, own_line};
use crate::forms::form_of;
use crate::operations::{SaveDraft, save_draft};
use crate::store;

/// What was typed and not sent.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReportDraftAnswer {
    /// How often it was saved; 0 where there is none.
    version: u32,
    /// As it was typed, right or wrong, by the codes of the form.
    fields: BTreeMap<String, String>,
}

/// What is typed, right or wrong.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportDraftBody {
    /// By the codes of the form; a question's yes is `co` and its no is `khong`.
    fields: BTreeMap<String, String>,
}

/// The draft of one's unit's report.
#[utoipa::path(
    get, path = "/api/v1/reports/{report}/draft", operation_id = "report_draft", tag = "reports",
    params(("report" = String, Path)),
    responses((status = 200, body = ReportDraftAnswer), (status = 404, description = "no such report"))
)]
pub(crate) async fn show(
    State(house): State<House>,
    Path(report): Path<ReportId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    own_line(&mut db, &viewer, report).await?;
    let draft = store::draft(&mut db, report).await?;
    let (version, fields) = draft.map(|draft| (draft.version, draft.fields)).unwrap_or_default();
    Ok(Json(ReportDraftAnswer { version, fields }).into_response())
}

/// Keeps a draft of one's unit's report over the one that was seen.
#[utoipa::path(
    put, path = "/api/v1/reports/{report}/draft", operation_id = "report_draft_write", tag = "reports",
    request_body = ReportDraftBody,
    params(("report" = String, Path), ("if-match" = String, Header, description = "how often the draft was saved; 0 when there is none")),
    responses((status = 200, body = ReportDraftAnswer), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn write(
    State(house): State<House>,
    Path(report): Path<ReportId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(asked): Json<ReportDraftBody>,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let line = own_line(&mut db, &viewer, report).await?;
    let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
    let form = form_of(&mut db, &line.form, &edition).await?;
    drop(db);
    asks_all(&form, asked.fields.keys())?;
    let fields: BTreeMap<_, _> = asked.fields.into_iter().filter(|(_, typed)| !typed.is_empty()).collect();
    let command = SaveDraft { request: report, seen, fields: fields.clone(), on_behalf: false };
    house.acts.perform(viewer.actor(), move |act| Box::pin(save_draft(act, command.clone()))).await?;
    Ok(Json(ReportDraftAnswer { version: seen + 1, fields }).into_response())
}
