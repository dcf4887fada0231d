//! `/api/v1/reports/{report}/verdict`: what the agency says of a report, under the rules of its page.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::ReportId;
use hoithi_web::{House, Json, Path, Seen};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ReportAnswer, known_line};
use crate::operations::{Judge, Verdict, judge};

/// What is said.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ReportVerdictWord {
    Approve,
    ApproveUnsigned,
    Return,
    Reopen,
}

/// What is said of a report, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportVerdictBody {
    verdict: ReportVerdictWord,
    /// Asked for with every word but `approve`; the unit reads it.
    #[serde(default)]
    reason: String,
}

impl From<ReportVerdictBody> for Verdict {
    fn from(ReportVerdictBody { verdict, reason }: ReportVerdictBody) -> Self {
        match verdict {
            ReportVerdictWord::Approve => Self::Approve,
            ReportVerdictWord::ApproveUnsigned => Self::ApproveUnsigned(reason),
            ReportVerdictWord::Return => Self::GiveBack(reason),
            ReportVerdictWord::Reopen => Self::Reopen(reason),
        }
    }
}

/// Approves the version that was read, gives it back, or opens an approved one again.
#[utoipa::path(
    post, path = "/api/v1/reports/{report}/verdict", operation_id = "report_judge", tag = "reports",
    request_body = ReportVerdictBody,
    params(("report" = String, Path), ("if-match" = String, Header, description = "the report's version that was read")),
    responses((status = 200, body = ReportAnswer), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn verdict(
    State(house): State<House>,
    Path(report): Path<ReportId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(asked): Json<ReportVerdictBody>,
) -> Result<Response, Halt> {
    known_line(&mut house.read().await?, &viewer, report).await?;
    let command = Judge { request: report, seen, verdict: asked.into() };
    house.acts.perform(viewer.actor(), move |act| Box::pin(judge(act, command.clone()))).await?;
    let line = known_line(&mut house.read().await?, &viewer, report).await?;
    Ok(Json(ReportAnswer::from(line)).into_response())
}
