//! A list of an earlier edition that comes in: read, shown row by row, taken in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::EditionId;
use hoithi_web::imports::{self, Confirmation, cells_of};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_told_flash};
use uuid::Uuid;

use super::earlier::edition_for;
use crate::earlier::{COLUMNS, HEADS, Import, Plan, TakeIn, keep, lines, preview, take_in};

#[derive(Template)]
#[template(path = "entries/earlier_import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    heads: [&'static str; 6],
}

impl ImportPage {
    fn new(page: Page, slug: &str, form: Form) -> Self {
        let all = page.t("entries-earlier");
        let page = page.under(all, format!("/ky/{slug}/ky-truoc")).titled("entries-earlier-import");
        Self { page, form, heads: HEADS }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    edition_for(&mut house.read().await?, &viewer, &slug).await?;
    html(&ImportPage::new(page, &slug, Form::new()))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug).await?.id;
    match receive(&house, &viewer, edition, &posted).await {
        Ok(import) => Ok(redirect(&format!("/ky/{slug}/ky-truoc/nhap/{import}"))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ImportPage::new(page, &slug, form))
        }
    }
}

async fn receive(house: &House, viewer: &Viewer, edition: EditionId, posted: &Posted) -> Result<Uuid, Halt> {
    let lines = lines(cells_of(posted, COLUMNS).await?).or_refuse()?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep(act, edition, lines.clone()))).await
}

#[derive(Template)]
#[template(path = "entries/earlier_preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    /// This file's page, and where another one is given.
    action: String,
    another: String,
    plan: Option<Plan>,
}

impl PreviewPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, import): (&str, Uuid),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug).await?.id;
        let of = Import { id: import, edition, by: viewer.signed_in()?.id.uuid() };
        let plan = preview(&mut db, of, viewer.today).await?;
        let another = format!("/ky/{slug}/ky-truoc/nhap");
        let (all, files) = (page.t("entries-earlier"), page.t("entries-earlier-import"));
        let page = page.under(all, format!("/ky/{slug}/ky-truoc")).under(files, another.as_str());
        let page = page.titled("entries-earlier-preview");
        Ok(Self { page, form, action: format!("{another}/{import}"), another, plan })
    }
}

pub(super) async fn show_plan(
    State(house): State<House>,
    Path((slug, import)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    let sheet = PreviewPage::load(&house, &viewer, page.clone(), (&slug, import), Form::new()).await?;
    if sheet.plan.is_none() {
        form.keep_refusals(&page, imports::gone())?;
    }
    html(&PreviewPage { form, ..sheet })
}

pub(super) async fn take(
    State(house): State<House>,
    Path((slug, import)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&Confirmation::FIELDS)?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug).await?.id;
    let import_of = Import { id: import, edition, by: viewer.signed_in()?.id.uuid() };
    let command = TakeIn { import: import_of, said: Confirmation::of(&form) };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await {
        Ok((added, changed)) => {
            let facts = [("added", added.to_string()), ("changed", changed.to_string())];
            let there = format!("/ky/{slug}/ky-truoc");
            Ok(redirect_with_told_flash(&house.site, &there, "entries-earlier-was-imported", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PreviewPage::load(&house, &viewer, page, (&slug, import), form).await?)
        }
    }
}
