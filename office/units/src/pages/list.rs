//! The units of a day, by level, with a search.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Fact, Halt, Refused};
use hoithi_people::Viewer;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, html};
use jiff::civil::Date;

use crate::store::{self, Search};
use crate::unit::{Unit, UnitLevel};

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "/don-vi-hanh-chinh", open: &["ngay", "cap", "tim"], words: &[] };

#[derive(Template)]
#[template(path = "units/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    day: Date,
    units: Vec<Unit>,
    names: BTreeMap<UnitId, String>,
    levels: Vec<(String, String)>,
    total: usize,
    paging: Paging,
    may_manage: bool,
}

impl ListPage {
    fn time(&self, unit: &Unit) -> String {
        super::one::time_of(&self.page, unit)
    }

    fn parent(&self, unit: &Unit) -> &str {
        unit.parent.and_then(|parent| self.names.get(&parent)).map_or("", String::as_str)
    }

    fn place(&self) -> String {
        self.paging.place(&self.page, "units-place")
    }
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let mut form = asked.only(&ASKING.asked())?;
    let (search, faults) = search_from(&form, viewer.today);
    if form.given("ngay").is_none() {
        form = form.with("ngay", hoithi_web::day(viewer.today));
    }
    form.refuse(&page, &faults);
    let mut db = house.read().await?;
    let total = store::count(&mut db, &search).await?;
    let paging = Paging::of(&form, total, A_PAGE, &ASKING);
    let units = store::page_of(&mut db, &search, (paging.most(), paging.skip())).await?;
    let names = parents_on(&mut db, &units, search.day).await?;
    let levels = UnitLevel::ALL.iter().map(|level| (level.code().to_owned(), page.tcode("units-level-", level)));
    html(&ListPage {
        levels: levels.collect(),
        page: page.titled("units-register"),
        form,
        day: search.day,
        units,
        names,
        total,
        paging,
        may_manage: viewer.may(Permission::UnitsManage, Place::HOUSE),
    })
}

/// The units above, by the names that they bore on the day: a town that has become a city keeps its
/// code, and until then its wards were the town's.
async fn parents_on(db: &mut Conn, units: &[Unit], day: Date) -> Result<BTreeMap<UnitId, String>, Halt> {
    let all = store::units_by_id(db).await?;
    let standing: Vec<&Unit> = all.values().filter(|unit| unit.stands_on(day)).collect();
    let mut names = BTreeMap::new();
    for id in units.iter().filter_map(|unit| unit.parent) {
        if names.contains_key(&id) {
            continue;
        }
        let Some(parent) = all.get(&id) else { continue };
        let same = |each: &&&Unit| each.level == parent.level && each.code.is_some() && each.code == parent.code;
        let then = standing.iter().find(same).filter(|_| !parent.stands_on(day));
        names.insert(id, then.map_or_else(|| parent.name.clone(), |unit| unit.name.clone()));
    }
    Ok(names)
}

/// A day or a level that is none shows the list as if it were not asked, and says so.
fn search_from(form: &Form, today: Date) -> (Search, Vec<Refused>) {
    let mut faults = Vec::new();
    let day = form.given("ngay").map(parse_day);
    if day == Some(None) {
        faults.push(fault("units.day_malformed", "ngay"));
    }
    let level: Option<Option<UnitLevel>> = form.given("cap").map(|code| code.parse().ok());
    if level == Some(None) {
        faults.push(fault("units.level_unknown", "cap"));
    }
    let search =
        Search { day: day.flatten().unwrap_or(today), level: level.flatten(), words: form.value("tim").to_owned() };
    (search, faults)
}

fn fault(code: &'static str, field: &str) -> Refused {
    Refused { code, field: Some(field.to_owned()), facts: Vec::<(&str, Fact)>::new(), english: code.to_owned() }
}
