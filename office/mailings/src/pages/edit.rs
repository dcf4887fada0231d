//! The words of a mailing.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::MailingId;
use hoithi_rules::mailings::{Facts, MailingState, filled, line, text};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::show::shown_instead;
use super::{beneath, keeps, version};
use crate::operations::{Write, rewrite, write};
use crate::store;

/// What a text may ask for, as it is written.
const PLACES: &str = "{{ten}}, {{dia_chi}}, {{danh_sach}}";

const FIELDS: [&str; 4] = ["list", "subject", "body", "version"];

#[derive(Template)]
#[template(path = "mailings/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    lists: Vec<(String, String)>,
    action: String,
    places: String,
}

async fn edit_page(db: &mut Conn, page: Page, form: Form, mailing: Option<MailingId>) -> Result<EditPage, Halt> {
    let lists = store::lists(db).await?.into_iter().map(|list| (list.id.to_string(), list.name)).collect();
    let places = page.t1("mailings-places", "places", PLACES);
    let action = mailing.map_or_else(|| "/thu-tin/soan".to_owned(), |id| format!("/thu-tin/thu/{id}/sua"));
    Ok(EditPage { page: beneath(page).titled("mailings-write"), form, lists, action, places })
}

pub(super) async fn show_new(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    keeps(&viewer)?;
    html(&edit_page(&mut house.read().await?, page, Form::new(), None).await?)
}

/// Begins with words from elsewhere in the house: the mail of the publicity kit. Nothing is saved yet.
pub(super) async fn from_template(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    posted.form.only(&["subject", "body"])?;
    html(&edit_page(&mut house.read().await?, page, posted.form, None).await?)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    let mut db = house.read().await?;
    let mailing = store::mailing(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    if mailing.state != MailingState::Draft {
        return Ok(shown_instead(&house, id));
    }
    let form = Form::new()
        .with("list", mailing.list)
        .with("subject", &mailing.subject)
        .with("body", &mailing.body)
        .with("version", mailing.version);
    html(&edit_page(&mut db, page, form, Some(id)).await?)
}

pub(super) async fn send_new(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let written = match words_in(&form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(write(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match written {
        Ok(id) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-written")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&edit_page(&mut house.read().await?, page, form, None).await?)
        }
    }
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let written = match words_in(&form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(rewrite(act, id, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match written {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-written")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&edit_page(&mut house.read().await?, page, form, Some(id)).await?)
        }
    }
}

/// The words, every fault at its field; places that nothing fills are found before anybody is written to.
fn words_in(form: &Form) -> Result<Write, Halt> {
    let mut no = Refusals::new();
    let list = form.given("list").and_then(|list| list.parse().ok());
    if list.is_none() {
        no.add("mailings.list_missing", "list", "choose a list");
    }
    let nobody = Facts { name: "", email: "", list: "" };
    let fits = |words: String| filled(&words, &nobody).map(|_| words);
    let subject = no.keep("subject", line(form.value("subject")).and_then(fits));
    let body = no.keep("body", text(form.value("body")).and_then(fits));
    match (list, subject, body) {
        (Some(list), Some(subject), Some(body)) => Ok(Write { list, subject, body, version: version(form) }),
        _ => Err(no.halt()),
    }
}
