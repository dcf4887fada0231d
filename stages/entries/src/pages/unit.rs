//! The unit where the solution was made or is in use, and the units that helped.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_units::{Unit, choices, units_to_choose};
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
    /// Any unit may have helped.
    helpers: UnitChoices,
}

/// Fields of the units that helped.
const ASSISTING: [&str; 12] = [
    "assisting_1",
    "assisting_2",
    "assisting_3",
    "assisting_4",
    "assisting_5",
    "assisting_6",
    "assisting_7",
    "assisting_8",
    "assisting_9",
    "assisting_10",
    "assisting_11",
    "assisting_12",
];

/// So many are offered beyond those that are filled in.
const EMPTY: usize = 2;

impl UnitPage {
    async fn of(house: &House, sheet: Sheet, viewer: &Viewer) -> Result<Self, Halt> {
        let (person, place) = (Person::of(viewer), sheet.edition.place());
        let writable = |unit: &Unit| sheet.kept.owner.is_some() || person.may_begin_for(place, Some(unit.id));
        let asks_unit = sheet.kept.owner.is_none() && !person.may_begin_for(place, None);
        let units = units_to_choose(&mut house.read().await?, viewer.today).await?;
        let helpers = choices(&sheet.page, units.clone());
        let units = choices(&sheet.page, units.into_iter().filter(writable).collect());
        let now = vec![
            (sheet.page.t("entries-unit"), sheet.kept.unit_name.clone()),
            (sheet.page.t("entries-assisting"), sheet.kept.assisting_names()),
        ];
        let (version, meanwhile) = (sheet.version, sheet.meanwhile);
        let page = sheet.page.titled("entries-unit-task");
        Ok(Self { page, form: sheet.form, version, meanwhile, now, units, asks_unit, helpers })
    }

    /// The fields that are filled in and some more: name, label, what stands for nothing.
    fn assisting(&self) -> Vec<(&'static str, String, String)> {
        let given = |field: &str| self.form.given(field).is_some();
        let filled = ASSISTING.iter().rposition(|field| given(field)).map_or(0, |last| last + 1);
        let field = |(place, field): (usize, &&'static str)| {
            let empty = if given(field) { "entries-assisting-none" } else { "entries-assisting-add" };
            (*field, self.page.t1("entries-assisting-nth", "place", place), self.page.t(empty))
        };
        (1..).zip(ASSISTING.iter()).take(filled + EMPTY).map(field).collect()
    }
}

fn filled(sheet: &Sheet) -> Form {
    let unit = sheet.kept.entry.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let helpers = ASSISTING.iter().zip(&sheet.kept.assisting);
    helpers.fold(Form::new().with("unit", unit), |form, (field, helper)| form.with(field, helper.unit))
}

fn changes(form: &Form) -> Result<Vec<Change>, Halt> {
    let sender = unit_of(form, "unit")?;
    let mut helpers = BTreeSet::new();
    for field in ASSISTING {
        helpers.extend(unit_of(form, field)?);
    }
    Ok(vec![Change::Unit(sender), Change::Assisting(helpers)])
}

/// The units that stand today, for a choice.
pub(super) async fn unit_choices(house: &House, viewer: &Viewer, page: &Page) -> Result<UnitChoices, Halt> {
    Ok(choices(page, units_to_choose(&mut house.read().await?, viewer.today).await?))
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
    sheet.form = filled(&sheet);
    html(&UnitPage::of(&house, sheet, &viewer).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[["version", "unit"].as_slice(), ASSISTING.as_slice()].concat())?;
    match save(&house, &viewer, id, &posted.form, changes(&posted.form)).await {
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
