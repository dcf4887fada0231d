//! What the author declares, sentence by sentence; nothing is ticked beforehand.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::{Sheet, save};
use crate::change::Change;

#[derive(Template)]
#[template(path = "entries/declarations.html")]
struct DeclarationsPage {
    page: Page,
    form: Form,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    sentences: Vec<(String, String)>,
}

impl DeclarationsPage {
    fn of(sheet: Sheet) -> Self {
        let declarations = &sheet.edition.book.rules().eligibility.declarations;
        let declared = |code| sheet.kept.entry.content.declarations.contains(code);
        let now = declarations.iter().filter(|each| declared(&each.code));
        Self {
            now: now.map(|each| (sheet.page.t("entries-declared"), each.text.clone())).collect(),
            sentences: declarations.iter().map(|each| (each.code.to_string(), each.text.clone())).collect(),
            page: sheet.page.titled("entries-declarations"),
            form: sheet.form,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        }
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
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_change(&house)?;
    let declared = sheet.kept.entry.content.declarations.iter();
    sheet.form = declared.fold(Form::new(), |form, code| form.with("declarations", code));
    html(&DeclarationsPage::of(sheet))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "declarations"])?;
    let declared: BTreeSet<PartCode> =
        posted.form.values("declarations").into_iter().filter_map(PartCode::parse).collect();
    match save(&house, &viewer, id, &posted.form, Ok(vec![Change::Declarations(declared)])).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-saved")),
        Err(halt) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            html(&DeclarationsPage::of(sheet.refused(posted.form, halt)?))
        }
    }
}
