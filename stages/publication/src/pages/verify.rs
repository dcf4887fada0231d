//! The one door for every code that is printed on a paper: a certificate and a receipt are told of here, any
//! other sheet on the page of the room that gives it out.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use hoithi_entries::{KeptEntry, entry_of_receipt};
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::entries::{EntryState, Receipt, ReceiptCode};
use hoithi_rules::ids::EditionId;
use hoithi_rules::publication::{RegisterNumber, VerificationCode};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html, redirect};

use crate::certificate::Certificate;
use crate::known::KnownSheets;
use crate::shown::is_kept_back;
use crate::store;

#[derive(Template)]
#[template(path = "publication/verify.html")]
struct VerifyPage {
    page: Page,
    form: Form,
}

pub(super) async fn ask(page: Page, asked: Asked) -> Result<Response, Halt> {
    let mut form = asked.only(&["ma"])?;
    let page = page.titled("publication-verify");
    if form.given("ma").is_none() {
        return html(&VerifyPage { page, form });
    }
    if let Ok(code) = form.value("ma").parse::<ReceiptCode>() {
        return Ok(redirect(&format!("/xac-minh/{code}")));
    }
    match form.value("ma").parse::<VerificationCode>().or_refuse() {
        Ok(code) => Ok(redirect(&format!("/xac-minh/{code}"))),
        Err(halt) => {
            form.keep_refusals(&page, at_the_field(halt))?;
            html(&VerifyPage { page, form })
        }
    }
}

/// The law calls it the code; in this address it is `ma`.
fn at_the_field(halt: Halt) -> Halt {
    let Halt::Refused(mut refused) = halt else { return halt };
    for each in &mut refused {
        each.field = Some("ma".to_owned());
    }
    Halt::Refused(refused)
}

#[derive(Template)]
#[template(path = "publication/verdict.html")]
struct VerdictPage {
    page: Page,
    form: Form,
    asked: String,
    found: Option<Certificate>,
    /// The number of the one in whose place it was issued, and of the one that took its own.
    replaces: Option<RegisterNumber>,
    replaced_by: Option<RegisterNumber>,
    agency: String,
}

impl VerdictPage {
    /// The one large line, by its key.
    fn verdict(&self) -> &'static str {
        match &self.found {
            Some(found) if found.counts() => "valid",
            Some(_) => "revoked",
            None => "unknown",
        }
    }

    /// The whole sheet in a sentence.
    fn says(&self, found: &Certificate) -> String {
        let says = &found.says;
        let facts = [
            ("number", found.number.to_string()),
            ("name", says.name.clone()),
            ("prize", says.wording.clone()),
            ("contest", says.contest.clone()),
        ];
        self.page.tx("publication-says", &facts)
    }

    fn tone(&self) -> &'static str {
        match self.verdict() {
            "valid" => "done",
            "revoked" => "stop",
            _ => "none",
        }
    }
}

pub(super) async fn answer(
    State(house): State<House>,
    Extension(sheets): Extension<Arc<dyn KnownSheets>>,
    Path(text): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let code = text.parse::<VerificationCode>().ok();
    let mut found = match &code {
        Some(code) => store::certificate_by_code(&mut db, code).await?,
        None => None,
    };
    if let (Some(code), None) = (&code, &found)
        && let Some(address) = sheets.page_of(&mut db, code).await?
    {
        return Ok(redirect(&address));
    }
    if let Ok(code) = text.parse::<ReceiptCode>()
        && let Some(kept) = entry_of_receipt(&mut db, &code).await?
    {
        return receipt(&mut db, page, &kept).await;
    }
    if let Some(found) = &mut found
        && is_kept_back(&mut db, found).await?
    {
        found.says.title = page.t("publication-title-kept-back");
    }
    let (replaces, replaced_by) = beside(&mut db, found.as_ref()).await?;
    let agency = agency(&mut db, found.as_ref().map(|found| found.edition)).await?;
    drop(db);
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let asked = code.map_or(text, |code| code.to_string());
    let page = page.titled("publication-verify");
    let form = Form::new().with("ma", &asked);
    let mut response = html(&VerdictPage { page, form, asked, found, replaces, replaced_by, agency })?;
    *response.status_mut() = status;
    Ok(response)
}

/// What everybody may know of a receipt: that it was given, for what contest, and whether it still stands. Of
/// whom and what it is about nothing is told before the prizes are.
#[derive(Template)]
#[template(path = "publication/receipt.html")]
struct ReceiptPage {
    page: Page,
    receipt: Receipt,
    contest: String,
    /// When the dossier was withdrawn.
    withdrawn: Option<String>,
    agency: String,
}

impl ReceiptPage {
    fn verdict(&self) -> &'static str {
        match (&self.withdrawn, self.receipt.supplemented_at) {
            (Some(_), _) => "withdrawn",
            (None, Some(_)) => "supplemented",
            (None, None) => "valid",
        }
    }

    fn tone(&self) -> &'static str {
        if self.withdrawn.is_some() { "stop" } else { "done" }
    }
}

async fn receipt(db: &mut Conn, page: Page, kept: &KeptEntry) -> Result<Response, Halt> {
    let receipt = kept.receipt().ok_or_else(Halt::not_found)?.clone();
    let edition = hoithi_edition::edition(db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    let withdrawn = match &kept.entry.state {
        EntryState::Withdrawn { at, .. } => Some(page.instant(*at)),
        EntryState::Draft | EntryState::Submitted(_) | EntryState::ReturnedForCompletion(_) => None,
    };
    let (contest, agency) = (edition.title(), edition.book.rules().agency.reached());
    html(&ReceiptPage { page: page.titled("publication-verify"), receipt, contest, withdrawn, agency })
}

/// What it replaced and what replaced it, by number: a code is told by the sheet that bears it.
async fn beside(
    db: &mut Conn,
    found: Option<&Certificate>,
) -> Result<(Option<RegisterNumber>, Option<RegisterNumber>), Halt> {
    let Some(found) = found else { return Ok((None, None)) };
    let void = match found.replaces {
        Some(void) => store::certificate(db, void).await?,
        None => None,
    };
    let new = store::replacement(db, found.id).await?;
    Ok((void.map(|void| void.number), new.map(|new| new.number)))
}

/// Whom to ask: who runs the contest of the certificate, or the contest that is running.
async fn agency(db: &mut Conn, edition: Option<EditionId>) -> Result<String, Halt> {
    let edition = match edition {
        Some(edition) => hoithi_edition::edition(db, edition).await?,
        None => hoithi_edition::current(db).await?,
    };
    Ok(edition.map(|edition| edition.book.rules().agency.reached()).unwrap_or_default())
}
