//! Whether a certificate is in the register: anybody may ask, by the code on the sheet.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::publication::{RegisterNumber, VerificationCode};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html, redirect};

use crate::certificate::Certificate;
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

pub(super) async fn answer(State(house): State<House>, Path(text): Path<String>, page: Page) -> Result<Response, Halt> {
    let code = text.parse::<VerificationCode>().ok();
    let mut db = house.read().await?;
    let found = match &code {
        Some(code) => store::certificate_by_code(&mut db, code).await?,
        None => None,
    };
    let (replaces, replaced_by) = beside(&mut db, found.as_ref()).await?;
    let agency = agency(&mut db, found.as_ref()).await?;
    drop(db);
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let asked = code.map_or(text, |code| code.to_string());
    let page = page.titled("publication-verify");
    let form = Form::new().with("ma", &asked);
    let mut response = html(&VerdictPage { page, form, asked, found, replaces, replaced_by, agency })?;
    *response.status_mut() = status;
    Ok(response)
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
async fn agency(db: &mut Conn, found: Option<&Certificate>) -> Result<String, Halt> {
    let edition = match found {
        Some(certificate) => hoithi_edition::edition(db, certificate.edition).await?,
        None => hoithi_edition::current(db).await?,
    };
    Ok(edition.map(|edition| edition.book.rules().agency.reached()).unwrap_or_default())
}
