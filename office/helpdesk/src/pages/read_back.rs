//! What cannot be undone by whoever does it, read back before it is done: a question is closed, a text is
//! taken off the portal.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::QuestionId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, html};
use uuid::Uuid;

use super::{beneath, in_hand};
use crate::question::{Published, Question};
use crate::store;

#[derive(Template)]
#[template(path = "helpdesk/close.html")]
struct ClosePage {
    page: Page,
    here: String,
    question: Question,
}

impl ClosePage {
    /// Who has a page of their own opens it again; who told it to the office does not.
    fn says(&self) -> String {
        let told = !self.question.has_page();
        self.page.t(if told { "helpdesk-close-for-good" } else { "helpdesk-close-says" })
    }
}

pub(super) async fn closing(
    State(house): State<House>,
    Path((slug, id)): Path<(String, QuestionId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let question = store::question(&mut db, id).await?.filter(|question| question.edition == edition.id);
    let question = question.ok_or_else(Halt::not_found)?;
    let (here, number) = (format!("/ky/{slug}/giup-do/{id}"), question.number);
    let above = page.t1("helpdesk-question-number", "number", number);
    let page = beneath(page, &slug).under(above, here.clone()).titled("helpdesk-close");
    html(&ClosePage { page, here, question })
}

#[derive(Template)]
#[template(path = "helpdesk/take_back.html")]
struct TakeBackPage {
    page: Page,
    here: String,
    text: Published,
}

pub(super) async fn taking_back(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::QuestionAnswer).await?;
    let text = store::published(&mut db, id).await?.filter(|text| text.edition == edition.id);
    let text = text.ok_or_else(Halt::not_found)?;
    let list = page.t("helpdesk-published");
    let page = beneath(page, &slug).under(list, format!("/ky/{slug}/giup-do/cong-khai"));
    let here = format!("/ky/{slug}/giup-do/cong-khai/{id}");
    html(&TakeBackPage { page: page.titled("helpdesk-withdraw"), here, text })
}
