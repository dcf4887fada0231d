//! What a file would do, row by row, before it is taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_web::imports::{self, Confirmation};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_told_flash};
use uuid::Uuid;

use super::{register_address, under_register, unit_kept};
use crate::imports::{Import, Preview, TakeIn, take_in};

#[derive(Template)]
#[template(path = "initiatives/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    /// This file's page, and where another one is given.
    action: String,
    another: String,
    preview: Option<Preview>,
}

impl PreviewPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (unit, import): (UnitId, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let unit = unit_kept(&mut db, viewer, unit).await?;
        let of = Import { id: import, unit: unit.id, by: viewer.signed_in()?.id.uuid() };
        let preview = Preview::load(&mut db, of, viewer.today).await?;
        let another = format!("{}/nhap", register_address(unit.id));
        let files = page.t("initiatives-import");
        let page = under_register(page, viewer, &unit).under(files, another.as_str()).titled("initiatives-preview");
        Ok(Self { page, form, action: format!("{another}/{import}"), another, preview })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(at): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    let sheet = PreviewPage::load(&house, &viewer, page.clone(), at, Form::new()).await?;
    if sheet.preview.is_none() {
        form.keep_refusals(&page, imports::gone())?;
    }
    html(&PreviewPage { form, ..sheet })
}

pub(super) async fn take(
    State(house): State<House>,
    Path((unit, import)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&Confirmation::FIELDS)?;
    unit_kept(&mut house.read().await?, &viewer, unit).await?;
    let of = Import { id: import, unit, by: viewer.signed_in()?.id.uuid() };
    let command = TakeIn { import: of, said: Confirmation::of(&form) };
    let taken = house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await;
    match taken {
        Ok((added, changed)) => {
            let facts = [("added", added.to_string()), ("changed", changed.to_string())];
            Ok(redirect_with_told_flash(&house.site, &register_address(unit), "initiatives-was-imported", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, (unit, import), form).await?)
        }
    }
}
