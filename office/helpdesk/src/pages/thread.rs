//! A thread as its asker reads it: signed in, or by a personal link.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::{QuestionState, long_words};
use hoithi_rules::ids::QuestionId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, private, redirect_with_flash};

use super::words;
use crate::help::{Help, help};
use crate::operations::{AskAgain, By, ask_again};
use crate::question::{Message, Question};
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/own.html")]
struct OwnPage {
    page: Page,
    questions: Vec<Question>,
}

impl OwnPage {
    fn state(&self, question: &Question) -> String {
        words::state(&self.page, question.state)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, question: &Question) -> &'static str {
        words::tone(question.state)
    }
}

pub(super) async fn own_list(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let account = viewer.signed_in()?.id;
    let questions = store::of_asker(&mut house.read().await?, account).await?;
    html(&OwnPage { page: page.titled("helpdesk-own"), questions })
}

#[derive(Template)]
#[template(path = "helpdesk/thread.html")]
struct ThreadPage {
    page: Page,
    form: Form,
    question: Question,
    messages: Vec<Message>,
    contest: String,
    help: Help,
    /// Whoever has no mail finds the answer by this page's address only.
    keep_address: bool,
}

impl ThreadPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (question, linked): (Question, bool),
        form: Form,
    ) -> Result<Self, Halt> {
        let edition = hoithi_edition::edition(db, question.edition).await?.ok_or_else(Halt::not_found)?;
        let title = page.t1("helpdesk-question-number", "number", question.number);
        let page = page.named(title);
        let own = page.t("helpdesk-own");
        Ok(Self {
            help: help(db, &page, viewer, &edition).await?,
            messages: store::messages(db, question.id).await?,
            page: if linked { page } else { page.under(own, "/hoi-dap-cua-toi") },
            form,
            contest: edition.title(),
            keep_address: linked && question.asker_email.is_empty(),
            question,
        })
    }

    fn state(&self) -> String {
        words::state(&self.page, self.question.state)
    }

    fn tone(&self) -> &'static str {
        words::tone(self.question.state)
    }

    fn again_hint(&self) -> String {
        let closed = self.question.state == QuestionState::Closed;
        if closed { self.page.t("helpdesk-write-again-opens") } else { String::new() }
    }
}

/// The question of a link. Nobody learns whether a word is nearly right.
async fn by_link(db: &mut Conn, token: &str) -> Result<Question, Halt> {
    store::linked(db, token).await?.ok_or_else(Halt::not_found)
}

async fn by_asker(db: &mut Conn, viewer: &Viewer, id: QuestionId) -> Result<Question, Halt> {
    let account = viewer.signed_in()?.id;
    let question = store::question(db, id).await?;
    question.filter(|question| question.asker == Some(account)).ok_or_else(Halt::not_found)
}

pub(super) async fn linked(
    State(house): State<House>,
    Path(token): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let question = by_link(&mut db, &token).await?;
    Ok(private(html(&ThreadPage::load(&mut db, page, &viewer, (question, true), Form::new()).await?)?))
}

pub(super) async fn own(
    State(house): State<House>,
    Path(id): Path<QuestionId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let question = by_asker(&mut db, &viewer, id).await?;
    html(&ThreadPage::load(&mut db, page, &viewer, (question, false), Form::new()).await?)
}

pub(super) async fn write_by_link(
    State(house): State<House>,
    Path(token): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let question = by_link(&mut house.read().await?, &token).await?;
    let here = format!("/hoi-dap/{token}");
    write(&house, &viewer, page, posted.form, (question, By::Link(token), here)).await
}

pub(super) async fn write_signed_in(
    State(house): State<House>,
    Path(id): Path<QuestionId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let question = by_asker(&mut house.read().await?, &viewer, id).await?;
    let by = By::Account(viewer.signed_in()?.id);
    write(&house, &viewer, page, posted.form, (question, by, format!("/hoi-dap-cua-toi/{id}"))).await
}

async fn write(
    house: &House,
    viewer: &Viewer,
    page: Page,
    mut form: Form,
    (question, by, here): (Question, By, String),
) -> Result<Response, Halt> {
    form.only(&["words"])?;
    let linked = matches!(by, By::Link(_));
    let mut no = Refusals::new();
    let written = match no.keep("words", long_words(form.value("words"))) {
        Some(words) => {
            let again = AskAgain { question: question.id, by, words, portal: house.site.public_url.clone() };
            house.acts.perform(viewer.actor(), move |act| Box::pin(ask_again(act, again.clone()))).await
        }
        None => Err(no.halt()),
    };
    match written {
        Ok(()) => Ok(redirect_with_flash(&house.site, &here, "helpdesk-asked-again")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ThreadPage::load(&mut house.read().await?, page, viewer, (question, linked), form).await?)
        }
    }
}
