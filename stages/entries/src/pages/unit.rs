//! The unit where the solution was made or is in use.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_units::{Unit, choices, units_on};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::{Sheet, save};
use crate::change::Change;
use crate::rights::Person;

#[derive(Template)]
#[template(path = "entries/unit.html")]
struct UnitPage {
    page: Page,
    form: Form,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    units: UnitChoices,
    /// Whether a unit has to stay named: its contact writes for nobody else.
    asks_unit: bool,
}

impl UnitPage {
    async fn of(house: &House, sheet: Sheet, viewer: &Viewer) -> Result<Self, Halt> {
        let (person, place) = (Person::of(viewer), sheet.edition.place());
        let writable = |unit: &Unit| sheet.kept.owner.is_some() || person.may_begin_for(place, Some(unit.id));
        let asks_unit = sheet.kept.owner.is_none() && !person.may_begin_for(place, None);
        let units = units_on(&mut house.read().await?, viewer.today).await?;
        let units = choices(&sheet.page, units.into_iter().filter(writable).collect());
        let now = vec![(sheet.page.t("entries-unit"), sheet.kept.unit_name.clone())];
        let (version, meanwhile) = (sheet.version, sheet.meanwhile);
        let page = sheet.page.titled("entries-unit-task");
        Ok(Self { page, form: sheet.form, version, meanwhile, now, units, asks_unit })
    }
}

/// The units that stand today, for a choice.
pub(super) async fn unit_choices(house: &House, viewer: &Viewer, page: &Page) -> Result<UnitChoices, Halt> {
    Ok(choices(page, units_on(&mut house.read().await?, viewer.today).await?))
}

/// Units in groups, each under its word.
pub(super) type UnitChoices = Vec<(String, Vec<(String, String)>)>;

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
    sheet.form = Form::new().with("unit", sheet.kept.entry.unit.map(|unit| unit.to_string()).unwrap_or_default());
    html(&UnitPage::of(&house, sheet, &viewer).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "unit"])?;
    let change = unit_of(&posted.form, "unit").map(|unit| vec![Change::Unit(unit)]);
    match save(&house, &viewer, id, &posted.form, change).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-saved")),
        Err(halt) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            html(&UnitPage::of(&house, sheet.refused(posted.form, halt)?, &viewer).await?)
        }
    }
}

/// The unit chosen in a form, if any.
pub(super) fn unit_of(form: &Form, field: &str) -> Result<Option<UnitId>, Halt> {
    let mut no = Refusals::new();
    let unit = form.given(field).map(str::parse::<UnitId>).transpose();
    if unit.is_err() {
        no.add("entries.unit_unknown", field, "this is no unit of the register");
    }
    no.done()?;
    Ok(unit.ok().flatten())
}
