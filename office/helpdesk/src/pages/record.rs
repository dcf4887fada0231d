//! A question from the telephone or a chat, and how its asker is reached.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Contact, Refusals, Viewer};
use hoithi_rules::helpdesk::{QuestionChannel, long_words, short_words};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::ask::{desk_in, reach_in};
use super::{beneath, in_hand, words};
use crate::operations::{Record, record};
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/record.html")]
struct RecordPage {
    page: Page,
    form: Form,
    slug: String,
    desks: Vec<(String, String)>,
    channels: Vec<(String, String)>,
}

impl RecordPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, form: Form) -> Result<Self, Halt> {
        let channel = |each: &QuestionChannel| {
            let code = each.code().to_owned();
            let word = page.tcode("helpdesk-channel-", &code);
            (code, word)
        };
        Ok(Self {
            channels: QuestionChannel::RECORDED.iter().map(channel).collect(),
            desks: words::choices(&store::desks_of(db, edition.id).await?),
            page: beneath(page, edition.slug.as_str()).titled("helpdesk-record"),
            form,
            slug: edition.slug.to_string(),
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
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let form = Form::new().with("channel", QuestionChannel::Telephone.code());
    html(&RecordPage::load(&mut db, page, &edition, form).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["who", "email", "phone", "words", "answer", "channel", "desk"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::QuestionAnswer).await?;
    let recorded = match told_in(&form, &edition, &house.site.public_url) {
        Ok(told) => house.acts.perform(viewer.actor(), move |act| Box::pin(record(act, told.clone()))).await,
        Err(halt) => Err(halt),
    };
    match recorded {
        Ok(id) => {
            let mailed = form.given("answer").and(form.given("email")).is_some();
            let told = if mailed { "helpdesk-recorded-mailed" } else { "helpdesk-recorded" };
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giup-do/{id}"), told))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&RecordPage::load(&mut house.read().await?, page, &edition, form).await?)
        }
    }
}

/// Whoever asks by telephone says how they are reached, or nothing of it.
fn contact_in(form: &Form, no: &mut Refusals) -> Option<Contact> {
    let (email, phone) = (form.value("email"), form.value("phone"));
    if email.is_empty() && phone.is_empty() {
        return Some(Contact { email: String::new(), phone: String::new() });
    }
    reach_in(form, no)
}

fn told_in(form: &Form, edition: &Edition, portal: &str) -> Result<Record, Halt> {
    let mut no = Refusals::new();
    let who = no.keep("who", short_words(form.value("who")));
    let contact = contact_in(form, &mut no);
    let words = no.keep("words", long_words(form.value("words")));
    let answer = match form.given("answer") {
        Some(answer) => no.keep("answer", long_words(answer)).map(Some),
        None => Some(None),
    };
    let channel = QuestionChannel::from_code(form.value("channel"));
    let channel = channel.filter(|channel| QuestionChannel::RECORDED.contains(channel));
    if channel.is_none() {
        no.add("helpdesk.channel", "channel", "how the question came is not said");
    }
    let desk = desk_in(form, &mut no);
    match (who.zip(contact), words, answer, channel) {
        (Some((who, contact)), Some(words), Some(answer), Some(channel)) if no.is_empty() => {
            let (edition, portal) = (edition.id, portal.to_owned());
            Ok(Record { edition, desk, channel, who, contact, words, answer, portal })
        }
        _ => Err(no.halt()),
    }
}
