//! Recalling a letter: what it does is said before it is done.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, documents_of};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::under_board;
use crate::pages::letter_for;
use crate::recall::{Recall, recall_letter};
use crate::recipients::{Recipient, recipients};
use crate::store;

#[derive(Template)]
#[template(path = "campaign/recall.html")]
struct RecallPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    others: Vec<(String, String)>,
    units: usize,
    confirmed: usize,
    open_tasks: usize,
}

impl RecallPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, letter): (&Edition, Document),
        form: Form,
    ) -> Result<Self, Halt> {
        let all = recipients(db, &letter, viewer.today).await?;
        let cards = documents_of(db, edition.id).await?;
        let others = cards.iter().filter(|card| card.id != letter.id);
        let others = others.filter_map(|card| {
            let (number, day) = card.signed.as_ref()?;
            Some((card.id.to_string(), format!("{number} ({}): {}", page.day(*day), card.subject)))
        });
        let tasks = store::tasks_of(db, edition.id).await?;
        let page = under_board(page.clone().titled("campaign-recall"), edition, &letter);
        let (label, list) = (page.t("campaign-recipients"), format!("/ky/{}/noi-nhan/{}", edition.slug, letter.id));
        Ok(Self {
            others: others.collect(),
            units: all.len(),
            confirmed: all.iter().filter(|each: &&Recipient| each.sent.is_acknowledged()).count(),
            open_tasks: tasks.iter().filter(|task| task.letter == letter.id && task.is_open()).count(),
            page: page.under(label, list),
            form,
            slug: edition.slug.to_string(),
            document: letter,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    html(&RecallPage::load(&mut db, page, &viewer, (&edition, letter), Form::new()).await?)
}

pub(super) async fn recall(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["reason", "replaced_by"])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    drop(db);
    let replaced_by = form.choice("replaced_by", |value| value.parse::<DocumentId>().ok());
    let recalled = match replaced_by {
        Ok(replaced_by) => {
            let command = Recall { document: id, reason: form.raw("reason").to_owned(), replaced_by };
            house.acts.perform(viewer.actor(), move |act| Box::pin(recall_letter(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match recalled {
        Ok(()) => {
            let list = format!("/ky/{slug}/noi-nhan/{id}");
            Ok(redirect_with_flash(&house.site, &list, "campaign-recalled-now"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&RecallPage::load(&mut db, page, &viewer, (&edition, letter), form).await?)
        }
    }
}
