//! What a file would do, row by row, before it is taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::{Permission, Place};
use hoithi_web::imports::{self, Confirmation};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_told_flash};
use uuid::Uuid;

use crate::imports::{Preview, TakeIn, take_in};

#[derive(Template)]
#[template(path = "contacts/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    /// This file's page, and where another one is given.
    action: String,
    another: String,
    preview: Option<Preview>,
}

impl PreviewPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, import: Uuid, form: Form) -> Result<Self, Halt> {
        viewer.allowed(Permission::ContactsManage, Place::HOUSE)?;
        let by = viewer.signed_in()?.id.uuid();
        let preview = Preview::load(&mut house.read().await?, import, by).await?;
        let (directory, files) = (page.t("contacts-directory"), page.t("contacts-import"));
        let page = page.titled("contacts-preview").under(directory, super::DIRECTORY);
        let another = format!("{}/nhap", super::DIRECTORY);
        let page = page.under(files, another.as_str());
        Ok(Self { page, form, action: format!("{another}/{import}"), another, preview })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(import): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    let sheet = PreviewPage::load(&house, &viewer, page.clone(), import, Form::new()).await?;
    if sheet.preview.is_none() {
        form.keep_refusals(&page, imports::gone())?;
    }
    html(&PreviewPage { form, ..sheet })
}

pub(super) async fn take(
    State(house): State<House>,
    Path(import): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&Confirmation::FIELDS)?;
    let command = TakeIn { import, said: Confirmation::of(&form) };
    let taken = house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await;
    match taken {
        Ok((added, changed)) => {
            let facts = [("added", added.to_string()), ("changed", changed.to_string())];
            Ok(redirect_with_told_flash(&house.site, super::DIRECTORY, "contacts-was-imported", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, import, form).await?)
        }
    }
}
