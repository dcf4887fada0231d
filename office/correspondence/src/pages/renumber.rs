//! *Sửa số, ngày*: a slip in what was read off the signed paper, put right before anything stands on it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::correspondence::DocumentState;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::fields;
use super::reading::{Reading, still_read, to_read_back};
use super::show::UnderRegister;
use crate::corrections::{CorrectNumber, KnownUses, correct_number};
use crate::document::{ContentError, Document};
use crate::folder::{Folder, document_in};
use crate::press::print_signed;
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/renumber.html")]
struct RenumberPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    reading: Option<Reading>,
}

impl RenumberPage {
    fn of(page: Page, folder: Folder, document: Document, form: Form, reading: Option<Reading>) -> Self {
        let here = format!("{}/{}", folder.address(), document.id);
        let page = page.titled("correspondence-renumber").under_register(&folder);
        Self { page: page.under(document.content.subject.clone(), here), form, folder, document, reading }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let (number, date) = document.signed().ok_or_else(Halt::not_found)?;
    let form = Form::new().with("number", number).with("date", page.day(date)).with("version", document.version);
    html(&RenumberPage::of(page, folder, document, form, None))
}

pub(super) async fn correct(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["number", "date", "reason", "version", "read", "step"])?;
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    drop(db);
    document.signed().ok_or_else(Halt::not_found)?;
    if form.value("step") == "change" {
        return html(&RenumberPage::of(page, folder, document, form, None));
    }
    let now = house.clock().now();
    match try_to_correct(&house, &viewer, &page, &document, (&form, uses)).await {
        Ok(None) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-renumbered"))
        }
        Ok(reading) => html(&RenumberPage::of(page, folder, document, form, reading)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let reading = still_read(&page, &form, now).filter(|_| form.error("reason").is_none());
            html(&RenumberPage::of(page, folder, document, form, reading))
        }
    }
}

/// First what is to be read back; none when it was, and is recorded now.
async fn try_to_correct(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    document: &Document,
    (form, uses): (&Form, Arc<dyn KnownUses>),
) -> Result<Option<Reading>, Halt> {
    let mut no = Refusals::new();
    let number_and_day = fields::number_and_day(form, &mut no);
    if form.given("reason").is_none() {
        no.keep::<(), _>("reason", Err(ContentError::Reason));
    }
    let (number, date) = fields::all_or_none(no, number_and_day)?;
    if document.signed() == Some((&number, date)) {
        return Err(ContentError::SameNumber).or_refuse();
    }
    let mut db = house.read().await?;
    let unsigned = Document { state: DocumentState::Draft, ..document.clone() };
    let reading = to_read_back(&mut db, page, form, &unsigned, (&number, date), house.clock().now()).await?;
    if reading.is_some() {
        return Ok(reading);
    }
    let bases = store::bases_of(&mut db, document.id).await?;
    drop(db);
    let print = print_signed(house, unsigned, &bases, (number.clone(), date)).await?;
    let version = form.value("version").parse().unwrap_or(0);
    let reason = form.value("reason").to_owned();
    let command = CorrectNumber { document: document.id, version, number, date, reason, print };
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (command, uses) = (command.clone(), Arc::clone(&uses));
            Box::pin(async move { correct_number(act, command, uses.as_ref()).await })
        })
        .await?;
    Ok(None)
}
