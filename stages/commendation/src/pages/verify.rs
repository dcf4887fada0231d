//! Whether a unit was honoured as its sheet says: anybody may ask, by the code on it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::publication::VerificationCode;
use hoithi_store::Conn;
use hoithi_web::{House, Page, Path, html};

use super::words;
use crate::fallen::fallen;
use crate::store;

/// Where the sheet of that code is told of; none where no decided list has it.
pub async fn sheet_address(db: &mut Conn, code: &VerificationCode) -> Result<Option<String>, Halt> {
    let found = store::by_code(db, code).await?.filter(|(proposal, _)| proposal.decided().is_some());
    Ok(found.map(|_| format!("/xac-minh-khen-thuong/{code}")))
}

/// What the list of a decision says of the sheet.
struct Found {
    /// The whole sheet in a sentence.
    says: String,
    /// That the decision holds no more, and why, where that is said to everybody.
    fallen: Option<(String, Option<String>)>,
    unit: String,
    honour: String,
    contest: String,
    decision: String,
    /// Its place in the list of the decision.
    place: usize,
    /// Whom to ask.
    agency: String,
}

#[derive(Template)]
#[template(path = "commendation/verdict.html")]
struct VerdictPage {
    page: Page,
    asked: String,
    found: Option<Found>,
}

async fn found(db: &mut Conn, page: &Page, code: &VerificationCode) -> Result<Option<Found>, Halt> {
    let Some((proposal, unit)) = store::by_code(db, code).await? else { return Ok(None) };
    let Some((number, day, body)) = proposal.decided() else { return Ok(None) };
    let edition: Edition = hoithi_edition::edition(db, proposal.edition).await?.ok_or_else(Halt::not_found)?;
    let place = proposal.lines.iter().position(|line| line.unit == unit).ok_or_else(Halt::not_found)? + 1;
    let facts = [("number", number.to_owned()), ("day", page.day(day)), ("body", body.to_owned())];
    let unit = hoithi_units::unit(db, unit).await?.ok_or_else(Halt::not_found)?.name;
    let (honour, contest) = (words::honour(page, proposal.honour), edition.title());
    let says = [("honour", honour.clone()), ("unit", unit.clone()), ("contest", contest.clone())];
    let fallen = fallen(db, &proposal).await?;
    Ok(Some(Found {
        says: page.tx("commendation-verdict-says", &says),
        fallen: fallen.map(|fallen| (fallen.words(page, (number, day)), fallen.reason)),
        unit,
        honour,
        contest,
        decision: page.tx("commendation-verdict-decision", &facts),
        place,
        agency: edition.book.rules().agency.reached(),
    }))
}

pub(super) async fn answer(State(house): State<House>, Path(text): Path<String>, page: Page) -> Result<Response, Halt> {
    let code = text.parse::<VerificationCode>().ok();
    let found = match &code {
        Some(code) => found(&mut house.read().await?, &page, code).await?,
        None => None,
    };
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let asked = code.map_or(text, |code| code.to_string());
    let mut response = html(&VerdictPage { page: page.titled("commendation-verify"), asked, found })?;
    *response.status_mut() = status;
    Ok(response)
}
