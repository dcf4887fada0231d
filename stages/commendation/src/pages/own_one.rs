//! One thing that a unit gave: its decision and its sheet to be printed, and its removal read back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{answer_pdf, answer_word};
use hoithi_documents::docx::Word;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_units::Unit;
use hoithi_web::{House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::own::{line_of, place};
use crate::operations::{RemoveOwn, remove_own};
use crate::press;
use crate::store::OwnLine;

async fn one(
    house: &House,
    viewer: &Viewer,
    (slug, unit, id): (&str, UnitId, Uuid),
) -> Result<(Edition, Unit, OwnLine), Halt> {
    let mut db = house.read().await?;
    let (edition, unit) = place(&mut db, viewer, slug, unit).await?;
    let line = line_of(&mut db, (edition.id, unit.id), id).await?;
    Ok((edition, unit, line))
}

pub(super) async fn decision_pdf(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let (edition, unit, line) = one(&house, &viewer, (&slug, unit, id)).await?;
    let decision = press::own_decision(&house, &edition, &unit, &line.own).await?;
    let printed = house.printer.print_form(&decision).await.map_err(Halt::fault)?;
    Ok(answer_pdf(printed, "quyet-dinh-khen-thuong.pdf"))
}

pub(super) async fn decision_word(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let (edition, unit, line) = one(&house, &viewer, (&slug, unit, id)).await?;
    let decision = press::own_decision(&house, &edition, &unit, &line.own).await?;
    Ok(answer_word(decision.word().map_err(Halt::fault)?, "quyet-dinh-khen-thuong.docx"))
}

pub(super) async fn sheet_pdf(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let (edition, unit, line) = one(&house, &viewer, (&slug, unit, id)).await?;
    Ok(answer_pdf(press::own_sheet(&house, &edition, &unit, &line.own).await?, "giay-khen.pdf"))
}

#[derive(Template)]
#[template(path = "commendation/own_remove.html")]
struct RemovalPage {
    page: Page,
    unit: Unit,
    line: OwnLine,
    /// The list that it is taken from.
    list: String,
}

pub(super) async fn show_removal(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (_, unit, line) = one(&house, &viewer, (&slug, unit, id)).await?;
    let list = format!("/don-vi/khen-thuong/{slug}/{}", unit.id);
    let label = page.t("commendation-own");
    html(&RemovalPage { page: page.under(label, list.clone()).titled("commendation-remove-title"), unit, line, list })
}

pub(super) async fn remove(
    State(house): State<House>,
    Path((slug, unit, id)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let (edition, unit, _) = one(&house, &viewer, (&slug, unit, id)).await?;
    let command = RemoveOwn { id, unit: unit.id, edition: edition.id };
    house.acts.perform(viewer.actor(), move |act| Box::pin(remove_own(act, command.clone()))).await?;
    let list = format!("/don-vi/khen-thuong/{slug}/{}", unit.id);
    Ok(redirect_with_flash(&house.site, &list, "commendation-removed"))
}
