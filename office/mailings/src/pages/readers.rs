//! Who is on a list: looked through, taken out as a file, corrected, forgotten.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Contact, LoginError, OrRefuse, Viewer};
use hoithi_rules::ids::{MailingListId, ReaderId};
use hoithi_rules::mailings::ReaderState;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::leaf::Leaf;
use super::{beneath, keeps};
use crate::operations::{Correct, correct, erase, take_out};
use crate::things::{MailingList, Reader};
use crate::{store, table};

#[derive(Template)]
#[template(path = "mailings/readers.html")]
struct ReadersPage {
    page: Page,
    form: Form,
    list: MailingList,
    readers: Vec<Reader>,
    leaf: Leaf,
    states: Vec<(String, String)>,
}

impl ReadersPage {
    fn state(&self, reader: &Reader) -> String {
        state_words(&self.page, reader)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, reader: &Reader) -> &'static str {
        tone(reader.state)
    }

    fn consent(&self, reader: &Reader) -> String {
        consent(&self.page, reader)
    }
}

fn state_words(page: &Page, reader: &Reader) -> String {
    let word = page.tcode("mailings-reader-", reader.state);
    reader.left_at.map_or_else(|| word.clone(), |at| format!("{word}, {}", page.instant(at)))
}

fn tone(state: ReaderState) -> &'static str {
    match state {
        ReaderState::Joined => "done",
        ReaderState::Left | ReaderState::Erased => "neutral",
        ReaderState::Bounced => "stop",
    }
}

/// Where the consent comes from, and of which day it is.
fn consent(page: &Page, reader: &Reader) -> String {
    let from = match (reader.source.is_empty(), reader.state) {
        (_, ReaderState::Erased) => String::new(),
        (true, _) => page.t1("mailings-consent-page", "version", &reader.consent_version),
        (false, _) => reader.source.clone(),
    };
    match reader.consent_day {
        Some(day) => format!("{from}, {}", page.day(day)),
        None => from,
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["trang-thai", "trang"])?;
    keeps(&viewer)?;
    let wanted = form.choice("trang-thai", ReaderState::from_code)?;
    let mut db = house.read().await?;
    let list = store::list(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let mut readers = store::readers(&mut db, id).await?;
    readers.retain(|reader| wanted.is_none_or(|state| reader.state == state));
    let asked = wanted.map(|state| format!("trang-thai={state}&")).unwrap_or_default();
    let (leaf, readers) = Leaf::of(&page, readers, &form, &format!("/thu-tin/danh-sach/{id}?{asked}"));
    let states =
        ReaderState::ALL.iter().map(|state| (state.code().to_owned(), page.tcode("mailings-reader-", state))).collect();
    html(&ReadersPage { page: beneath(page).named(list.name.clone()), form, list, readers, leaf, states })
}

pub(super) async fn file(
    State(house): State<House>,
    Path(id): Path<MailingListId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let readers = house.acts.perform(viewer.actor(), move |act| Box::pin(take_out(act, id))).await?;
    let mut lines =
        vec![["mailings-email", "mailings-name", "mailings-state", "mailings-source"].map(|key| page.t(key)).to_vec()];
    lines.extend(readers.iter().map(|reader| {
        vec![reader.email.clone(), reader.name.clone(), state_words(&page, reader), consent(&page, reader)]
    }));
    Ok(table::csv_file("danh-sach-nhan-tin.csv", &lines))
}

#[derive(Template)]
#[template(path = "mailings/reader.html")]
struct ReaderPage {
    page: Page,
    form: Form,
    reader: Reader,
    state: String,
    consent: String,
}

impl ReaderPage {
    fn bounced(&self) -> bool {
        self.reader.state == ReaderState::Bounced
    }
}

async fn reader_page(house: &House, page: Page, id: ReaderId, form: Form) -> Result<ReaderPage, Halt> {
    let mut db = house.read().await?;
    let reader = store::reader(&mut db, id).await?.filter(|reader| reader.state != ReaderState::Erased);
    let reader = reader.ok_or_else(Halt::not_found)?;
    let list = store::list(&mut db, reader.list).await?.ok_or_else(Halt::not_found)?;
    let (state, consent) = (state_words(&page, &reader), consent(&page, &reader));
    let page = beneath(page).under(list.name, format!("/thu-tin/danh-sach/{}", list.id));
    Ok(ReaderPage { page: page.titled("mailings-reader"), form, reader, state, consent })
}

pub(super) async fn show_one(
    State(house): State<House>,
    Path(id): Path<ReaderId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    html(&reader_page(&house, page, id, Form::new()).await?)
}

pub(super) async fn send_correct(
    State(house): State<House>,
    Path(id): Path<ReaderId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["email"])?;
    let email = match form.given("email") {
        Some(email) => Contact::parse(email, "").or_refuse(),
        None => Err(LoginError::Email).or_refuse(),
    };
    let done = match email {
        Ok(contact) => {
            let command = Correct { reader: id, email: contact.email };
            house.acts.perform(viewer.actor(), move |act| Box::pin(correct(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/nguoi-nhan/{id}"), "mailings-corrected")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&reader_page(&house, page, id, form).await?)
        }
    }
}

pub(super) async fn send_erase(
    State(house): State<House>,
    Path(id): Path<ReaderId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["sure"])?;
    let done = if form.checked("sure", "yes") {
        house.acts.perform(viewer.actor(), move |act| Box::pin(erase(act, id))).await
    } else {
        Err(Halt::refused("mailings.not_sure", Some("sure"), "what is forgotten cannot be brought back"))
    };
    match done {
        Ok(list) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/danh-sach/{list}"), "mailings-erased")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&reader_page(&house, page, id, form).await?)
        }
    }
}
