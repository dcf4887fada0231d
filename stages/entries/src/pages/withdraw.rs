//! Taking an entry back, with a reason.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::operations::{Withdraw, withdraw};

#[derive(Template)]
#[template(path = "entries/withdraw.html")]
struct WithdrawPage {
    page: Page,
    form: Form,
    kept: KeptEntry,
}

impl WithdrawPage {
    fn of(sheet: Sheet) -> Self {
        Self { page: sheet.page.titled("entries-withdraw"), form: sheet.form, kept: sheet.kept }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&WithdrawPage::of(Sheet::open_for_writing(&house, &viewer, page, id).await?))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["reason"])?;
    let command = Withdraw { entry: id, reason: posted.form.value("reason").to_owned() };
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw(act, command.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-withdrawn-done")),
        Err(halt) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            html(&WithdrawPage::of(sheet.refused(posted.form, halt)?))
        }
    }
}
