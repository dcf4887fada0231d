//! One question at the office: its thread, its answer, whose it is.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::{QuestionState, long_words};
use hoithi_rules::ids::{AccountId, QuestionId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, name_order, redirect_with_told_flash};

use super::ask::desk_in;
use super::{beneath, in_hand, words};
use crate::operations::{Answer, Assign, answer, assign, close};
use crate::question::{Message, Question};
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/work.html")]
struct WorkPage {
    page: Page,
    form: Form,
    slug: String,
    question: Question,
    messages: Vec<Message>,
    desk: String,
    desks: Vec<(String, String)>,
    people: Vec<(String, String)>,
}

impl WorkPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, id): (&Edition, QuestionId),
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        let question = store::question(db, id).await?.filter(|question| question.edition == edition.id);
        let question = question.ok_or_else(Halt::not_found)?;
        let title = page.t1("helpdesk-question-number", "number", question.number);
        let desks = store::desks_of(db, edition.id).await?;
        let desk = desks.iter().find(|desk| Some(desk.id) == question.desk);
        let mut people: Vec<_> = store::may_answer(db, edition, viewer.today).await?.into_values().collect();
        people.sort_by_key(|account| name_order(account.name.as_str()));
        let chosen = question.assignee.or_else(|| viewer.account.as_ref().map(|account| account.id));
        let fresh = || {
            let form = Form::new().with("version", question.version);
            let form = form.with("to", chosen.map(|id| id.to_string()).unwrap_or_default());
            form.with("desk", question.desk.map(|id| id.to_string()).unwrap_or_default())
        };
        Ok(Self {
            form: form.unwrap_or_else(fresh),
            page: beneath(page, edition.slug.as_str()).named(title),
            slug: edition.slug.to_string(),
            messages: store::messages(db, question.id).await?,
            desk: desk.map(|desk| desk.words.name.clone()).unwrap_or_default(),
            desks: words::choices(&desks),
            people: people.into_iter().map(|each| (each.id.to_string(), each.name.to_string())).collect(),
            question,
        })
    }

    fn state(&self) -> String {
        words::state(&self.page, self.question.state)
    }

    fn tone(&self) -> &'static str {
        words::tone(self.question.state)
    }

    fn is_closed(&self) -> bool {
        self.question.state == QuestionState::Closed
    }

    fn is_answered(&self) -> bool {
        self.question.state == QuestionState::Answered
    }

    fn here(&self) -> String {
        format!("/ky/{}/giup-do/{}", self.slug, self.question.id)
    }

    /// Where the answer goes besides the page.
    fn goes_to(&self) -> String {
        match (self.question.asker_email.as_str(), self.question.asker_phone.as_str()) {
            ("", "") => self.page.t("helpdesk-answer-tell"),
            ("", phone) if self.question.was_told() => self.page.t1("helpdesk-answer-call-back", "phone", phone),
            ("", phone) => self.page.t1("helpdesk-answer-call", "phone", phone),
            (mail, _) => self.page.t1("helpdesk-answer-mailed", "mail", mail),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, QuestionId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    html(&WorkPage::load(&mut db, page, &viewer, (&edition, id), None).await?)
}

/// The question under an edition's address, for whoever may answer there.
struct At {
    edition: Edition,
    question: Question,
    version: i64,
}

/// What the next page says: a text, and what stands in it.
type Told = (&'static str, Vec<(&'static str, String)>);

/// Where nothing is mailed, whoever answers is told whom to call.
fn was_answered(question: &Question) -> Told {
    let who = ("who", question.who());
    match question.asker_phone.as_str() {
        _ if question.is_mailed() => ("helpdesk-was-answered", Vec::new()),
        "" => ("helpdesk-answer-recorded", vec![who]),
        phone => ("helpdesk-answer-recorded-call", vec![who, ("phone", phone.to_owned())]),
    }
}

async fn at(house: &House, viewer: &Viewer, (slug, id): (&str, QuestionId), form: &Form) -> Result<At, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, viewer, slug, Permission::QuestionAnswer).await?;
    let question = store::question(&mut db, id).await?.filter(|question| question.edition == edition.id);
    let question = question.ok_or_else(Halt::not_found)?;
    Ok(At { edition, question, version: form.value("version").parse().unwrap_or_default() })
}

/// Back to the question: with what was achieved, or with the refusals.
async fn back(
    (house, viewer, page): (&House, &Viewer, Page),
    at: At,
    mut form: Form,
    (done, (flash, facts)): (Result<(), Halt>, Told),
) -> Result<Response, Halt> {
    match done {
        Ok(()) => {
            let to = format!("/ky/{}/giup-do/{}", at.edition.slug, at.question.id);
            Ok(redirect_with_told_flash(&house.site, &to, flash, &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&WorkPage::load(&mut db, page, viewer, (&at.edition, at.question.id), Some(form)).await?)
        }
    }
}

pub(super) async fn reply(
    State(house): State<House>,
    Path((slug, id)): Path<(String, QuestionId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["words", "version"])?;
    let at = at(&house, &viewer, (&slug, id), &form).await?;
    let mut no = Refusals::new();
    let done = match no.keep_as(("words", "answer"), long_words(form.value("words"))) {
        Some(words) => {
            let given = Answer { question: id, version: at.version, words, portal: house.site.public_url.clone() };
            house.acts.perform(viewer.actor(), move |act| Box::pin(answer(act, given.clone()))).await
        }
        None => Err(no.halt()),
    };
    let told = was_answered(&at.question);
    back((&house, &viewer, page), at, form, (done, told)).await
}

pub(super) async fn give(
    State(house): State<House>,
    Path((slug, id)): Path<(String, QuestionId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["to", "desk", "version"])?;
    let at = at(&house, &viewer, (&slug, id), &form).await?;
    let mut no = Refusals::new();
    let to = form.value("to").parse::<AccountId>().ok();
    if to.is_none() {
        no.add("helpdesk.may_not_answer", "to", "nobody was chosen");
    }
    let desk = desk_in(&form, &mut no);
    let done = match to {
        Some(to) if no.is_empty() => {
            let given = Assign { question: id, version: at.version, to, desk };
            house.acts.perform(viewer.actor(), move |act| Box::pin(assign(act, given.clone()))).await
        }
        _ => Err(no.halt()),
    };
    back((&house, &viewer, page), at, form, (done, ("helpdesk-was-assigned", Vec::new()))).await
}

pub(super) async fn finish(
    State(house): State<House>,
    Path((slug, id)): Path<(String, QuestionId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version"])?;
    let at = at(&house, &viewer, (&slug, id), &form).await?;
    let version = at.version;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(close(act, id, version))).await;
    back((&house, &viewer, page), at, form, (done, ("helpdesk-was-closed", Vec::new()))).await
}
