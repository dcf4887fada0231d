//! Questions and answers for everybody, as the office edits them.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::{long_words, short_words};
use hoithi_rules::ids::QuestionId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{beneath, in_hand};
use crate::known::KnownNames;
use crate::operations::{Publish, Reword, publish, reword, withdraw};
use crate::question::Published;
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/published.html")]
struct ListPage {
    page: Page,
    slug: String,
    texts: Vec<Published>,
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let texts = store::published_of(&mut db, edition.id, "").await?;
    html(&ListPage { page: beneath(page, &slug).titled("helpdesk-published"), slug, texts })
}

#[derive(Template)]
#[template(path = "helpdesk/publish.html")]
struct PublishPage {
    page: Page,
    form: Form,
    slug: String,
    /// The headings that are in use.
    categories: String,
    /// Whether names are still to be kept from everybody.
    before_result: bool,
    /// The text's id; none while it is new.
    text: Option<Uuid>,
}

impl PublishPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        edition: &Edition,
        (form, text): (Form, Option<Uuid>),
    ) -> Result<Self, Halt> {
        let list = page.t("helpdesk-published");
        let page = beneath(page, edition.slug.as_str()).under(list, format!("/ky/{}/giup-do/cong-khai", edition.slug));
        let categories = store::categories(db, edition.id).await?.join("; ");
        Ok(Self {
            page: page.titled("helpdesk-publish"),
            form,
            slug: edition.slug.to_string(),
            categories,
            before_result: edition.state.announced_at().is_none(),
            text,
        })
    }

    fn categories_hint(&self) -> String {
        if self.categories.is_empty() {
            return self.page.t("helpdesk-category-hint");
        }
        self.page.t1("helpdesk-category-known", "known", &self.categories)
    }
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["tu"])?;
    let from = asked.choice("tu", |id| id.parse::<QuestionId>().ok())?;
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let next = store::published_of(&mut db, edition.id, "").await?.iter().map(|text| text.place).max().unwrap_or(0) + 1;
    let mut form = Form::new().with("place", next);
    if let Some(from) = from {
        let question = store::question(&mut db, from).await?.filter(|question| question.edition == edition.id);
        let question = question.ok_or_else(Halt::not_found)?;
        let thread = store::messages(&mut db, from).await?;
        let answer = thread.iter().rev().find(|message| message.office).map(|message| message.words.clone());
        form = form.with("from", from).with("question", question.words).with("answer", answer.unwrap_or_default());
    }
    html(&PublishPage::load(&mut db, page, &edition, (form, None)).await?)
}

const FIELDS: [&str; 6] = ["from", "category", "place", "question", "answer", "version"];

pub(super) async fn send_new(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownNames>>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::QuestionAnswer).await?;
    let done = match text_in(&form, &edition, known) {
        Ok(text) => house.acts.perform(viewer.actor(), move |act| Box::pin(publish(act, text.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => Ok(to_list(&house, &slug, "helpdesk-was-published")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PublishPage::load(&mut house.read().await?, page, &edition, (form, None)).await?)
        }
    }
}

fn to_list(house: &House, slug: &str, flash: &str) -> Response {
    redirect_with_flash(&house.site, &format!("/ky/{slug}/giup-do/cong-khai"), flash)
}

fn text_in(form: &Form, edition: &Edition, known: Arc<dyn KnownNames>) -> Result<Publish, Halt> {
    let mut no = Refusals::new();
    let from = form.choice("from", |id| id.parse::<QuestionId>().ok())?;
    let question = no.keep("question", long_words(form.value("question")));
    let answer = no.keep("answer", long_words(form.value("answer")));
    let category = no.keep("category", short_words(form.value("category")));
    let place = form.value("place").parse::<u16>().ok().map(i64::from);
    if place.is_none() {
        no.add("helpdesk.place", "place", "the place in the list is a whole number");
    }
    match (question, answer, category, place) {
        (Some(question), Some(answer), Some(category), Some(place)) => {
            Ok(Publish { edition: edition.id, from, category, place, question, answer, known })
        }
        _ => Err(no.halt()),
    }
}

async fn standing(db: &mut Conn, edition: &Edition, id: Uuid) -> Result<Published, Halt> {
    let text = store::published(db, id).await?;
    text.filter(|text| text.edition == edition.id).ok_or_else(Halt::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let text = standing(&mut db, &edition, id).await?;
    let form = Form::new().with("version", text.version).with("category", text.category).with("place", text.place);
    let form = form.with("question", text.question).with("answer", text.answer);
    html(&PublishPage::load(&mut db, page, &edition, (form, Some(id))).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownNames>>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::QuestionAnswer).await?;
    standing(&mut house.read().await?, &edition, id).await?;
    let version = form.value("version").parse().unwrap_or_default();
    let done = match text_in(&form, &edition, known) {
        Ok(text) => {
            let change = Reword { id, version, text };
            house.acts.perform(viewer.actor(), move |act| Box::pin(reword(act, change.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(to_list(&house, &slug, "helpdesk-was-published")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PublishPage::load(&mut house.read().await?, page, &edition, (form, Some(id))).await?)
        }
    }
}

pub(super) async fn take_back(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::QuestionAnswer).await?.id;
    house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw(act, edition, id))).await?;
    Ok(to_list(&house, &slug, "helpdesk-was-withdrawn"))
}
