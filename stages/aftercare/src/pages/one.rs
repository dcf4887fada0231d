//! One winner: what was asked, what was said, what can be done about it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::serve_file;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{after_words, beneath, benefit_words, in_hand, register};
use crate::asking::remind;
use crate::lines::{Line, line};
use crate::reply::Since;

#[derive(Template)]
#[template(path = "aftercare/one.html")]
struct OnePage {
    page: Page,
    form: Form,
    line: Line,
    here: String,
    after: String,
    since: Option<String>,
    benefit: Option<String>,
    may_record: bool,
}

impl OnePage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, slug, Permission::EntryViewAll).await?;
        let line = line(&mut db, &edition, id).await?;
        let reply = line.reply.as_ref().map(|kept| &kept.reply);
        let benefit = reply.and_then(|reply| reply.benefit).map(|benefit| benefit_words(&page, benefit));
        Ok(Self {
            since: reply.and_then(|reply| reply.since).map(Since::written),
            benefit,
            after: after_words(&page, line.ask.months),
            here: format!("{}/hoi/{id}", register(&edition)),
            may_record: viewer.may(Permission::EntryOnBehalf, edition.place()),
            page: beneath(page, &edition).named(line.award.title.clone()),
            form,
            line,
        })
    }

    /// Whether they can be written to and have not answered.
    fn can_be_reminded(&self) -> bool {
        self.line.reply.is_none() && !self.line.winner.email.is_empty()
    }

    fn asked_at(&self) -> String {
        self.page.instant(self.line.ask.at)
    }

    fn told_at(&self) -> Option<String> {
        self.line.told.map(|at| self.page.instant(at))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&OnePage::load(&house, &viewer, page, (&slug, id), Form::new()).await?)
}

/// The photograph or file that came with the answer.
pub(super) async fn file(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::EntryViewAll).await?;
    let reply = line(&mut db, &edition, id).await?.reply;
    drop(db);
    let file = reply.and_then(|kept| kept.file).ok_or_else(Halt::not_found)?;
    serve_file(&house, &file).await
}

pub(super) async fn remind_by_hand(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::EntryOnBehalf).await?;
    line(&mut house.read().await?, &edition, id).await?;
    let deed = house.acts.perform(viewer.actor(), |act| {
        let house = house.clone();
        Box::pin(async move { remind(act, &house, id).await })
    });
    match deed.await {
        Ok(()) => {
            let here = format!("{}/hoi/{id}", register(&edition));
            Ok(redirect_with_flash(&house.site, &here, "aftercare-was-reminded"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&OnePage::load(&house, &viewer, page, (&slug, id), form).await?)
        }
    }
}
