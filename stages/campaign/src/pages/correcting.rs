//! The unit puts a piece of publicity right that waits or was returned.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{PublicityId, SendingId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::desk::Work;
use super::publicity::{channels, fields, item_of};
use crate::operations::{CorrectPublicity, correct_publicity};
use crate::publicity::PublicityLine;

#[derive(Template)]
#[template(path = "campaign/publicity_correct.html")]
struct CorrectingPage {
    page: Page,
    form: Form,
    work: Work,
    line: PublicityLine,
    channels: Vec<(String, String)>,
}

impl CorrectingPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (sending, item): (SendingId, PublicityId),
        form: Form,
    ) -> Result<Self, Halt> {
        let work = Work::load(db, viewer, sending, Permission::PublicityRecord).await?;
        let line = item_of(db, &work, item).await?;
        let page = work.crumbs(page.titled("campaign-publicity-correct-title"));
        let (label, list) = (page.t("campaign-publicity"), format!("{}/tuyen-truyen", work.address()));
        Ok(Self { channels: channels(&page), page: page.under(label, list), work, line, form })
    }
}

/// What a piece says, to be put right.
pub(super) fn filled(line: &PublicityLine) -> Form {
    let item = &line.item;
    let form = Form::new()
        .with("seen", line.version)
        .with("channel", item.channel)
        .with("on", hoithi_web::day(item.on))
        .with("title", &item.title);
    let form = form.with("link", item.link.as_ref().map(ToString::to_string).unwrap_or_default());
    form.with("reach", item.reach.map(|reach| reach.to_string()).unwrap_or_default())
}

pub(super) async fn show(
    State(house): State<House>,
    Path(which): Path<(SendingId, PublicityId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut shown = CorrectingPage::load(&mut house.read().await?, page, &viewer, which, Form::new()).await?;
    if shown.line.check.counts() {
        return Ok(redirect(&format!("{}/tuyen-truyen", shown.work.address())));
    }
    shown.form = filled(&shown.line);
    html(&shown)
}

pub(super) async fn correct(
    State(house): State<House>,
    Path((sending, item)): Path<(SendingId, PublicityId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen", "channel", "on", "title", "link", "reach", "sure"])?;
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, sending, Permission::PublicityRecord).await?;
    item_of(&mut db, &work, item).await?;
    drop(db);
    let seen = posted.form.value("seen").parse().unwrap_or(0);
    let corrected = match fields(&house, &posted, (&work.edition, viewer.today)) {
        Ok((said, photo)) => {
            let command = CorrectPublicity { id: item, seen, item: said, photo };
            house.acts.perform(viewer.actor(), move |act| Box::pin(correct_publicity(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(()) => {
            let list = format!("{}/tuyen-truyen", work.address());
            Ok(redirect_with_flash(&house.site, &list, "campaign-publicity-corrected"))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&CorrectingPage::load(&mut db, page, &viewer, (sending, item), form).await?)
        }
    }
}
