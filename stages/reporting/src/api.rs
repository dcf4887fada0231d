//! `/api/v1/reports`: reports for programs, on the same operations.

mod drafted;
mod papers;
mod reviewed;
mod summed;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_edition::{asked_edition, edition};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::ids::{ReportId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::{Given, ReportForm};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Json, Seen};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

pub(crate) use self::drafted::{show as draft, write as write_draft};
pub(crate) use self::papers::add as add_paper;
pub(crate) use self::reviewed::verdict;
pub(crate) use self::summed::sums;
use crate::forms::form_of;
use crate::known::{KnownFigures, Origins};
use crate::line::ReportLine;
use crate::operations::{SubmitReport, submit_report};
use crate::store;

/// A duty to report with its latest answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReportAnswer {
    #[schema(value_type = String)]
    request: ReportId,
    #[schema(value_type = String)]
    unit: UnitId,
    /// By which day.
    due: String,
    /// Whether it is asked no longer.
    withdrawn: bool,
    /// The form and its version.
    form: String,
    form_version: u32,
    version: u32,
    /// The day on which the first version arrived, which decides whether it is late.
    first_received: Option<String>,
    /// The day on which the latest version arrived. Of a paper the hour is not known, so none is told.
    received: Option<String>,
    days_late: Option<i32>,
    how: Option<&'static str>,
    /// `waiting`, `returned`, `approved`, `reopened`; none while there is no answer.
    stands: Option<&'static str>,
    /// Why it was given back or opened again.
    reason: Option<String>,
    /// Whether its signed paper is there: a file, or the agency entered the report and says how it came.
    signed: bool,
    /// Why it was approved without its signed paper, where the form wants one.
    approved_unsigned: Option<String>,
    /// By the codes of the form.
    figures: BTreeMap<String, u64>,
}

impl From<ReportLine> for ReportAnswer {
    fn from(line: ReportLine) -> Self {
        let answer = line.answer();
        Self {
            request: line.request.id,
            unit: line.request.unit,
            due: line.request.due.to_string(),
            withdrawn: line.is_withdrawn(),
            form: line.form.code.clone(),
            form_version: line.form.version,
            version: line.version(),
            first_received: answer.map(|answer| answer.first_received.to_string()),
            received: answer.map(|answer| answer.received.to_string()),
            days_late: answer.map(|answer| answer.days_late),
            how: line.latest.as_ref().map(|version| version.how.code()),
            stands: answer.map(|answer| answer.stands.code()),
            reason: answer.and_then(|answer| answer.stands.reason()).map(str::to_owned),
            signed: line.has_paper(),
            approved_unsigned: answer.and_then(|answer| answer.stands.exception()).map(str::to_owned),
            figures: answer.map(|answer| answer.given.figures.clone()).unwrap_or_default(),
        }
    }
}

/// Every duty to report of an edition.
#[utoipa::path(
    get, path = "/api/v1/reports", operation_id = "reports_list", tag = "reports",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<ReportAnswer>), (status = 403, description = "not an organiser"))
)]
pub(crate) async fn reports(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    viewer.allowed(Permission::CampaignView, edition.place())?;
    let lines = store::reports_of(&mut db, edition.id).await?;
    Ok(Json(lines.into_iter().map(ReportAnswer::from).collect::<Vec<_>>()).into_response())
}

/// A unit's report by the codes of its form.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportRequestBody {
    /// Which duty it answers.
    #[schema(value_type = String)]
    request: ReportId,
    /// Counts; a question's yes is 1 and its no is 0, and one that is left out is not answered.
    figures: BTreeMap<String, u32>,
    #[serde(default)]
    texts: BTreeMap<String, String>,
    /// Says that figures which the form doubts are right all the same.
    #[serde(default)]
    sure: bool,
}

/// Hands in one's unit's report over the version that was seen.
#[utoipa::path(
    post, path = "/api/v1/reports", operation_id = "report_submit", tag = "reports", request_body = ReportRequestBody,
    params(("if-match" = String, Header, description = "the report's version; 0 when there was none")),
    responses((status = 201), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn submit(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(asked): Json<ReportRequestBody>,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let line = own_line(&mut db, &viewer, asked.request).await?;
    let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
    let form = form_of(&mut db, &line.form, &edition).await?;
    let known = form.known(&known.of_unit(&mut db, edition.id, line.request.unit).await?);
    drop(db);
    let fields = fields(&form, &asked)?;
    // Through the same gate as the page, so that both refuse the same.
    let given = Given::read(&form, |code| fields.get(code).map_or("", String::as_str), known)
        .and_then(|given| given.said_right(&form, asked.sure))
        .or_refuse_all()?;
    let command = SubmitReport { request: asked.request, seen, given, on_paper: None, files: Vec::new() };
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (command, origins) = (command.clone(), Arc::clone(&origins));
            Box::pin(async move { submit_report(act, command, origins.as_ref()).await })
        })
        .await?;
    Ok(StatusCode::CREATED.into_response())
}

/// A duty to report, for its unit and for whoever follows the campaign; nobody else learns that it exists.
async fn known_line(db: &mut Conn, viewer: &Viewer, report: ReportId) -> Result<ReportLine, Halt> {
    let line = store::report_line(db, report).await?.ok_or_else(Halt::not_found)?;
    let its_unit = viewer.may(Permission::SendingView, Place::unit(line.request.unit));
    if its_unit || viewer.may(Permission::CampaignView, Place::edition(line.edition)) {
        return Ok(line);
    }
    Err(Halt::not_found())
}

/// The same for somebody who may report for the unit.
async fn own_line(db: &mut Conn, viewer: &Viewer, report: ReportId) -> Result<ReportLine, Halt> {
    let line = known_line(db, viewer, report).await?;
    viewer.allowed(Permission::ReportSubmit, line.place())?;
    Ok(line)
}

/// Refuses a code that the form does not ask.
fn asks_all<'c>(form: &ReportForm, mut codes: impl Iterator<Item = &'c String>) -> Result<(), Halt> {
    match codes.find(|code| form.label(code).is_none()) {
        Some(unknown) => Err(Halt::refused("web.unknown_parameter", Some(unknown), "the form asks no such thing")),
        None => Ok(()),
    }
}

/// As the page would bring it; a code that the form does not ask is refused.
fn fields(form: &ReportForm, asked: &ReportRequestBody) -> Result<BTreeMap<String, String>, Halt> {
    let question = |code: &str| {
        form.sections.iter().any(|section| section.question.as_ref().is_some_and(|each| each.code == code))
    };
    if let Some((code, _)) = asked.figures.iter().find(|(code, value)| **value > 1 && question(code)) {
        return Err(Halt::refused("web.unknown_value", Some(code), "a question is answered with 1 or 0"));
    }
    let figure = |(code, value): (&String, &u32)| match (question(code), value) {
        (true, 1) => (code.clone(), Given::YES.to_owned()),
        (true, _) => (code.clone(), Given::NO.to_owned()),
        (false, value) => (code.clone(), value.to_string()),
    };
    let fields: BTreeMap<String, String> = asked.figures.iter().map(figure).chain(asked.texts.clone()).collect();
    asks_all(form, fields.keys())?;
    Ok(fields)
}

#[derive(OpenApi)]
#[openapi(paths(reports, submit, summed::sums, drafted::show, drafted::write, papers::add, reviewed::verdict))]
struct Doc;

/// This room's part of the API's description.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Doc::openapi()
}
