//! Screening for programs.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_edition::edition;
use hoithi_entries::dossier;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, needs};
use hoithi_rules::edition::{ReasonFor, RuleBook};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{CheckItem, Finding, ScreeningOutcome, Verdict, reasons_given};
use hoithi_store::Conn;
use hoithi_web::{House, Json, Path, Routes, Seen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::operations::{Decide, Ruling, decide, outcome_code, questions};

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
    /// `admit`, `return` or `refuse`.
    decision: String,
    /// Reasons of the rule book by their codes, told before the others.
    #[serde(default)]
    codes: Vec<String>,
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
    post, path = "/api/v1/entries/{entry}/screening", operation_id = "entry_screen", tag = "entries",
    params(("entry" = String, Path), ("if-match" = String, Header, description = "the dossier's version that was read")),
    request_body = ScreeningBody,
    responses((status = 201, body = ScreeningView), (status = 422, description = "everything that stands in the way"))
)]
async fn screen(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(body): Json<ScreeningBody>,
) -> Result<Response, Halt> {
    let book = book_of(&mut house.read().await?, entry).await?;
    let command = command((entry, seen), body, (&book, &house.site.public_url))?;
    let outcome = house.acts.perform(viewer.actor(), move |act| Box::pin(decide(act, command.clone()))).await?;
    let blind_code = match &outcome {
        ScreeningOutcome::Admitted { blind_code } => Some(blind_code.to_string()),
        _ => None,
    };
    Ok((StatusCode::CREATED, Json(ScreeningView { outcome: outcome_code(&outcome), blind_code })).into_response())
}

/// The rule book of the entry's edition.
async fn book_of(db: &mut Conn, entry: EntryId) -> Result<Arc<RuleBook>, Halt> {
    let kept = dossier(db, entry).await?.ok_or_else(Halt::not_found)?;
    Ok(edition(db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?.book)
}

fn command(
    (entry, seen): (EntryId, u32),
    body: ScreeningBody,
    (book, public_url): (&RuleBook, &str),
) -> Result<Decide, Halt> {
    let mut no = Refusals::new();
    let codes: Vec<&str> = body.codes.iter().map(String::as_str).collect();
    let told = |no: &mut Refusals, decision| {
        let mut told = no.keep("codes", reasons_given(book.rules(), decision, &codes)).unwrap_or_default();
        told.extend(body.reasons.iter().cloned());
        told
    };
    let ruling = match (body.decision.as_str(), body.until) {
        ("admit", _) => Some(Ruling::Admit),
        ("refuse", _) => Some(Ruling::Refuse { reasons: told(&mut no, ReasonFor::Refuse) }),
        ("return", Some(until)) => {
            let (reasons, public_url) = (told(&mut no, ReasonFor::Return), public_url.to_owned());
            Some(Ruling::Return { reasons, until, public_url })
        }
        ("return", None) => {
            no.add("screening.until_malformed", "until", "the last day to complete it is missing");
            None
        }
        _ => {
            no.add("screening.no_decision", "decision", "a decision is admit, return or refuse");
            None
        }
    };
    let findings = findings_of(&mut no, body.findings, &questions(book));
    match ruling {
        Some(ruling) if no.is_empty() => Ok(Decide { entry, seen, ruling, findings }),
        _ => Err(no.halt()),
    }
}

/// An answer to a question that was not asked is a mistake of the program that sends it.
fn findings_of(no: &mut Refusals, given: Vec<FindingBody>, asked: &[CheckItem]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, each) in given.into_iter().enumerate() {
        let verdict = if each.passed { Verdict::Passed } else { Verdict::Failed };
        match CheckItem::from_code(&each.item).filter(|item| asked.contains(item)) {
            Some(item) => findings.push(Finding { item, verdict, note: each.note }),
            None => no.add("web.unknown_value", &format!("findings.{index}.item"), "the check list has no such item"),
        }
    }
    findings
}
