//! All registers at a glance, for the agency: which units keep one, and the movements.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_units::{Unit, units_by_id, units_on};
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, dictionary_order, fold, html};

use super::register::answer_workbook;
use super::register_address;
use crate::store::movements::{Launched, movements};
use crate::store::{self, KeptInitiative};

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "/sang-kien", open: &["xem", "tim"], words: &[] };

/// Which units are shown.
const SHOWS: [&str; 2] = ["keeping", "without"];

#[derive(Template)]
#[template(path = "initiatives/house.html")]
struct HousePage {
    page: Page,
    form: Form,
    shows: Vec<(String, String)>,
    movements: Vec<Launched>,
    may_launch: bool,
    all: Counts,
    rows: Vec<(Unit, Counts)>,
    paging: Paging,
}

/// What a register holds.
#[derive(Clone, Copy, Default)]
struct Counts {
    all: usize,
    recognised: usize,
    entered: usize,
}

impl HousePage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "initiatives-place-units")
    }

    fn href(unit: &Unit) -> String {
        register_address(unit.id)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    viewer.allowed(Permission::InitiativeView, Place::HOUSE)?;
    let form = asked.only(&ASKING.asked())?;
    let show = form.choice("xem", |show| SHOWS.into_iter().find(|each| *each == show))?.unwrap_or_default();
    let words = fold(form.value("tim"));
    let mut db = house.read().await?;
    let kept = store::all(&mut db).await?;
    let entered: BTreeSet<_> = store::all_links(&mut db).await?.into_iter().map(|linked| linked.initiative).collect();
    let mut counts: BTreeMap<UnitId, Counts> = BTreeMap::new();
    let mut all = Counts::default();
    for each in &kept {
        for count in [counts.entry(each.unit).or_default(), &mut all] {
            count.all += 1;
            count.recognised += usize::from(each.what.recognition.is_some());
            count.entered += usize::from(entered.contains(&each.id));
        }
    }
    let mut units = units_of(&mut db, &viewer, &counts).await?;
    let movements = movements(&mut db).await?;
    drop(db);
    units.retain(|unit| is_shown(show, counts.contains_key(&unit.id)) && fold(&unit.name).contains(&words));
    units.sort_by_cached_key(|unit| (!counts.contains_key(&unit.id), dictionary_order(&unit.name)));
    let paging = Paging::of(&form, units.len(), A_PAGE, &ASKING);
    let row = |unit: Unit| {
        let count = counts.get(&unit.id).copied().unwrap_or_default();
        (unit, count)
    };
    html(&HousePage {
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("initiatives-units-", show))).into(),
        page: page.titled("initiatives-house"),
        form,
        movements,
        may_launch: viewer.may(Permission::MovementLaunch, Place::HOUSE),
        all,
        rows: paging.part_of(units).into_iter().map(row).collect(),
        paging,
    })
}

/// The units of today, and those that ended with a register.
async fn units_of(
    db: &mut hoithi_store::Conn,
    viewer: &Viewer,
    counts: &BTreeMap<UnitId, Counts>,
) -> Result<Vec<Unit>, Halt> {
    let mut units = units_on(db, viewer.today).await?;
    let standing: BTreeSet<UnitId> = units.iter().map(|unit| unit.id).collect();
    let before = units_by_id(db).await?.into_values();
    units.extend(before.filter(|unit| counts.contains_key(&unit.id) && !standing.contains(&unit.id)));
    Ok(units)
}

fn is_shown(show: &str, keeps: bool) -> bool {
    match show {
        "keeping" => keeps,
        "without" => !keeps,
        _ => true,
    }
}

/// Every register in one workbook.
pub(super) async fn workbook(State(house): State<House>, viewer: Viewer) -> Result<Response, Halt> {
    viewer.allowed(Permission::InitiativeView, Place::HOUSE)?;
    let mut db = house.read().await?;
    let units = units_by_id(&mut db).await?;
    let all = store::all(&mut db).await?;
    drop(db);
    let named = |kept: KeptInitiative| (units.get(&kept.unit).map(|unit| unit.name.clone()), kept);
    let mut register: Vec<_> = all.into_iter().map(named).collect();
    register.sort_by_cached_key(|(unit, _)| dictionary_order(unit.as_deref().unwrap_or_default()));
    answer_workbook(register, true).await
}
