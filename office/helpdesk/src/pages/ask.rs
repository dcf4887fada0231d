//! Asking, signed in or not.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Contact, LoginError, Refusals, Viewer};
use hoithi_rules::helpdesk::{long_words, short_words};
use hoithi_rules::ids::DeskId;
use hoithi_rules::people::PersonName;
use hoithi_store::Conn;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect_with_flash};

use super::{known, words};
use crate::operations::{Ask, Asker, ask};
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    slug: String,
    desks: Vec<(String, String)>,
    /// Whoever is signed in gives no name; who they are is said instead.
    signed_in: Option<String>,
    agency: String,
}

impl AskPage {
    async fn load(db: &mut Conn, page: Page, viewer: &Viewer, edition: &Edition, form: Form) -> Result<Self, Halt> {
        let list = page.t("helpdesk-answered");
        let home = format!("/ky/{}", edition.slug);
        let page = page.under(edition.title(), home.clone()).under(list, format!("{home}/hoi-dap"));
        Ok(Self {
            page: page.titled("helpdesk-ask"),
            form,
            slug: edition.slug.to_string(),
            desks: words::choices(&store::desks_of(db, edition.id).await?),
            signed_in: viewer.account.as_ref().map(|account| account.name.to_string()),
            agency: edition.book.rules().agency.reached(),
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    html(&AskPage::load(&mut db, page, &viewer, &edition, Form::new()).await?)
}

const FIELDS: [&str; 7] = ["desk", "words", "name", "email", "phone", "unit", "consent"];

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    from: NetworkAddress,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let edition = known(&mut house.read().await?, &viewer, &slug).await?;
    let asked = match question_in(&form, &viewer) {
        Ok((asker, words, desk)) => {
            let (from, portal) = (from.0, house.site.public_url.clone());
            let new = Ask { edition: edition.id, desk, asker, words, from, portal };
            house.acts.perform(viewer.actor(), move |act| Box::pin(ask(act, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match asked {
        Ok(asked) => {
            let to = match asked.token {
                Some(token) => format!("/hoi-dap/{token}"),
                None => format!("/hoi-dap-cua-toi/{}", asked.question),
            };
            Ok(redirect_with_flash(&house.site, &to, "helpdesk-asked"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AskPage::load(&mut house.read().await?, page, &viewer, &edition, form).await?)
        }
    }
}

/// Who asks what, every fault at its field.
fn question_in(form: &Form, viewer: &Viewer) -> Result<(Asker, String, Option<DeskId>), Halt> {
    let mut no = Refusals::new();
    let asker = match &viewer.account {
        Some(account) => Some(Asker::Account(account.id)),
        None => stranger(form, &mut no),
    };
    let words = no.keep("words", long_words(form.value("words")));
    let desk = desk_in(form, &mut no);
    match (asker, words) {
        (Some(asker), Some(words)) if no.is_empty() => Ok((asker, words, desk)),
        _ => Err(no.halt()),
    }
}

/// The desk that was chosen; one that is none is refused.
pub(super) fn desk_in(form: &Form, no: &mut Refusals) -> Option<DeskId> {
    let chosen = form.given("desk")?.parse().ok();
    if chosen.is_none() {
        no.add("helpdesk.desk_unknown", "desk", "there is no such desk");
    }
    chosen
}

/// Where whoever asks is reached; a fault stands at its field.
pub(super) fn reach_in(form: &Form, no: &mut Refusals) -> Option<Contact> {
    match Contact::parse(form.value("email"), form.value("phone")) {
        Err(LoginError::Phone) => no.keep("phone", Err(LoginError::Phone)),
        other => no.keep("email", other),
    }
}

fn stranger(form: &Form, no: &mut Refusals) -> Option<Asker> {
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let contact = reach_in(form, no);
    let unit = match form.given("unit") {
        Some(unit) => no.keep("unit", short_words(unit)),
        None => Some(String::new()),
    };
    if !form.checked("consent", "yes") {
        no.add("helpdesk.consent", "consent", "name and reach are kept with their owner's consent only");
    }
    Some(Asker::Stranger { name: name?, contact: contact?, unit: unit? })
}
