//! The list of a contest that was held outside comes in: read, shown row by row, taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_web::imports::{self, Confirmation, cells_of};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_told_flash};
use uuid::Uuid;

use super::outside::OnePage;
use crate::outside::{COLUMNS, Import, Plan, TakeList, keep, lines, pasted, preview, take_list};

pub(super) async fn bring(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["lines"])?;
    let mut one = OnePage::load(&mut house.read().await?, &viewer, page, (&slug, id)).await?;
    match brought(&house, &viewer, &one, &posted).await {
        Ok(import) => Ok(redirect(&format!("{}/nhap/{import}", one.here))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&one.page, halt)?;
            one.form = form;
            html(&one)
        }
    }
}

/// The workbook, or the pasted lines where there is none.
async fn brought(house: &House, viewer: &Viewer, one: &OnePage, posted: &Posted) -> Result<Uuid, Halt> {
    let lines = match posted.file("file") {
        Some(_) => lines(cells_of(posted, COLUMNS).await?).or_refuse()?,
        None => pasted(posted.form.value("lines")).or_refuse()?,
    };
    let of = (one.edition.id, one.contest.id);
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep(act, of, lines.clone()))).await
}

#[derive(Template)]
#[template(path = "forwarding/outside_preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    /// This list's page, and where another one is given.
    action: String,
    another: String,
    plan: Option<Plan>,
}

impl PreviewPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id, import): (&str, Uuid, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let one = OnePage::load(&mut db, viewer, page.clone(), (slug, id)).await?;
        let of = import_of(viewer, &one, import)?;
        let plan = preview(&mut db, of, (&one.edition, &one.contest)).await?;
        let page = page.under(one.contest.title.clone(), one.here.clone()).titled("forwarding-outside-preview");
        Ok(Self { page, form, action: format!("{}/nhap/{import}", one.here), another: one.here, plan })
    }
}

fn import_of(viewer: &Viewer, one: &OnePage, import: Uuid) -> Result<Import, Halt> {
    let by = viewer.signed_in()?.id.uuid();
    Ok(Import { id: import, edition: one.edition.id, contest: one.contest.id, by })
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, import)): Path<(String, Uuid, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    let sheet = PreviewPage::load(&house, &viewer, page.clone(), (&slug, id, import), Form::new()).await?;
    if sheet.plan.is_none() {
        form.keep_refusals(&page, imports::gone())?;
    }
    html(&PreviewPage { form, ..sheet })
}

pub(super) async fn take(
    State(house): State<House>,
    Path((slug, id, import)): Path<(String, Uuid, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&Confirmation::FIELDS)?;
    let one = OnePage::load(&mut house.read().await?, &viewer, page.clone(), (&slug, id)).await?;
    let command = TakeList { import: import_of(&viewer, &one, import)?, said: Confirmation::of(&form) };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(take_list(act, command.clone()))).await {
        Ok((added, changed)) => {
            let facts = [("added", added.to_string()), ("changed", changed.to_string())];
            Ok(redirect_with_told_flash(&house.site, &one.here, "forwarding-outside-list-taken", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, (&slug, id, import), form).await?)
        }
    }
}
