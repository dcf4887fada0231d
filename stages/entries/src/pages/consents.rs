//! What the authors of a dossier consent to: each thing on its own, given and taken back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{Author, ConsentKind};
use hoithi_rules::ids::{AuthorId, EntryId};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::sheet::Sheet;
use crate::operations::{Consenting, Consents, consent, how_of};
use crate::rights::Person;
use crate::store::{self, Consent};

/// One thing that an author may consent to, as the page shows it.
pub(super) struct Line {
    /// What the button beside it sends.
    pub(super) step: String,
    /// What is consented to.
    pub(super) words: String,
    /// Whether it is given, in words and with the tag's tone.
    pub(super) told: (String, &'static str),
    pub(super) given: bool,
}

/// What one author consents to.
pub(super) struct OfAuthor {
    pub(super) id: AuthorId,
    pub(super) name: String,
    /// Whether a guardian consents for them.
    pub(super) minor: bool,
    /// Whether the visitor records what they say, and where that is sent.
    pub(super) may: bool,
    pub(super) to: String,
    pub(super) lines: Vec<Line>,
}

impl OfAuthor {
    pub(super) fn of(page: &Page, author: &Author, known: &[Consent], today: Date, (may, to): (bool, &str)) -> Self {
        let line = |kind: ConsentKind| {
            let newest = known.iter().find(|each| each.author == author.id && each.kind == kind.code());
            let given = newest.is_some_and(|newest| newest.withdrawn_at.is_none());
            Line {
                step: format!("{}:{}", if given { "withdraw" } else { "give" }, kind.code()),
                words: page.tcode("entries-consent-words-", kind.code()),
                told: told(page, newest),
                given,
            }
        };
        Self {
            id: author.id,
            name: author.name.to_string(),
            minor: author.is_minor_on(today),
            may,
            to: to.to_owned(),
            lines: ConsentKind::ALL.into_iter().map(line).collect(),
        }
    }
}

fn told(page: &Page, newest: Option<&Consent>) -> (String, &'static str) {
    let Some(newest) = newest else { return (page.t("entries-consent-none"), "neutral") };
    if let Some(at) = newest.withdrawn_at {
        return (page.t1("entries-consent-withdrawn-at", "at", page.instant(at)), "warn");
    }
    let (at, how) = (page.instant(newest.given_at), page.tcode("entries-consent-how-", &newest.how));
    let words = page.tx("entries-consent-given-at", &[("at", at), ("how", how)]);
    if newest.guardian.is_empty() {
        return (words, "done");
    }
    let guardian = page.t1("entries-consent-by-guardian", "name", &newest.guardian);
    (format!("{words}; {guardian}"), "done")
}

#[derive(Template)]
#[template(path = "entries/consents.html")]
struct ConsentsPage {
    page: Page,
    form: Form,
    authors: Vec<OfAuthor>,
}

impl ConsentsPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, id: EntryId, form: Form) -> Result<Self, Halt> {
        let sheet = Sheet::open(house, viewer, page, id).await?;
        let known = store::consents(&mut house.read().await?, id).await?;
        let (person, place) = (Person::of(viewer), sheet.edition.place());
        let today = day_in_vietnam(house.clock().now());
        let here = format!("/ho-so/{id}/dong-thuan");
        let of = |author: &Author| {
            let may = how_of(&person, &sheet.kept, author, place).is_some();
            OfAuthor::of(&sheet.page, author, &known, today, (may, &here))
        };
        let authors = sheet.kept.entry.content.authors.iter().map(of).collect();
        let at = if sheet.writes { format!("/lap-ho-so/{id}") } else { format!("/ho-so/{id}") };
        let page = sheet.under_list().under(sheet.title(), at).titled("entries-consents");
        Ok(Self { page, form, authors })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&ConsentsPage::load(&house, &viewer, page, id, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["author", "step", "guardian"])?;
    let author = form.value("author").parse::<AuthorId>().map_err(|_| Halt::not_found())?;
    let command = Consents { entry: id, author, said: said(&form)? };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(consent(act, command.clone()))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ho-so/{id}/dong-thuan"), "entries-consent-saved")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ConsentsPage::load(&house, &viewer, page, id, form).await?)
        }
    }
}

/// What a form of a consent says.
pub(super) fn said(form: &Form) -> Result<Consenting, Halt> {
    let (step, kind) = form.value("step").split_once(':').ok_or_else(Halt::not_found)?;
    let kind = ConsentKind::parse(kind).ok_or_else(Halt::not_found)?;
    Ok(Consenting { kind, given: step == "give", guardian: form.value("guardian").to_owned() })
}
