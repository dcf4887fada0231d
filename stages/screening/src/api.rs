//! Screening for programs.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, needs};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{CheckItem, Finding, ScreeningOutcome, Verdict};
use hoithi_web::{House, Json, Path, Routes};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::operations::{Decide, Ruling, decide, outcome_code};

/// What the API offers of screening.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(screen))]
    struct Doc;
    Doc::openapi()
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.post("/api/v1/entries/{entry}/screening", needs(Permission::ScreeningDecide), screen)
}

/// A decision with the answers it rests on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ScreeningBody {
    /// The version of the dossier that was read.
    version: u32,
    /// `admit`, `return` or `refuse`.
    decision: String,
    #[serde(default)]
    reasons: Vec<String>,
    /// The last day to complete it, for `return`.
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    findings: Vec<FindingBody>,
}

/// The answer to one question of the check list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FindingBody {
    /// `part.ban-mo-ta`, `category`, …
    item: String,
    passed: bool,
    #[serde(default)]
    note: String,
}

/// What came out.
#[derive(Serialize, ToSchema)]
struct ScreeningView {
    /// `admitted`, `returned` or `refused`.
    outcome: &'static str,
    /// The blind code, where it was admitted.
    blind_code: Option<String>,
}

/// Decides on an entry.
#[utoipa::path(
    post, path = "/api/v1/entries/{entry}/screening", tag = "entries", params(("entry" = String, Path)),
    request_body = ScreeningBody,
    responses((status = 201, body = ScreeningView), (status = 422, description = "everything that stands in the way"))
)]
async fn screen(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    Json(body): Json<ScreeningBody>,
) -> Result<Response, Halt> {
    let command = command(entry, body)?;
    let outcome = house.acts.perform(viewer.actor(), move |act| Box::pin(decide(act, command.clone()))).await?;
    let blind_code = match &outcome {
        ScreeningOutcome::Admitted { blind_code } => Some(blind_code.to_string()),
        _ => None,
    };
    Ok((StatusCode::CREATED, Json(ScreeningView { outcome: outcome_code(&outcome), blind_code })).into_response())
}

fn command(entry: EntryId, body: ScreeningBody) -> Result<Decide, Halt> {
    let mut no = Refusals::new();
    let reasons = body.reasons;
    let ruling = match (body.decision.as_str(), body.until) {
        ("admit", _) => Some(Ruling::Admit),
        ("refuse", _) => Some(Ruling::Refuse { reasons }),
        ("return", Some(until)) => Some(Ruling::Return { reasons, until }),
        ("return", None) => {
            no.add("screening.until_malformed", "until", "the last day to complete it is missing");
            None
        }
        _ => {
            no.add("screening.no_decision", "decision", "a decision is admit, return or refuse");
            None
        }
    };
    let Some(ruling) = ruling else { return Err(no.halt()) };
    let finding = |each: FindingBody| {
        let verdict = if each.passed { Verdict::Passed } else { Verdict::Failed };
        Some(Finding { item: CheckItem::from_code(&each.item)?, verdict, note: each.note })
    };
    Ok(Decide { entry, seen: body.version, ruling, findings: body.findings.into_iter().filter_map(finding).collect() })
}
