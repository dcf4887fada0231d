//! One unit: its time, who was there before, who came after, who bears its code at other times.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, html};
use jiff::civil::Date;

use crate::store::{self, Link};
use crate::unit::Unit;

#[derive(Template)]
#[template(path = "units/one.html")]
struct UnitPage {
    page: Page,
    unit: Unit,
    parent: Option<Unit>,
    day: Date,
    children: Vec<Unit>,
    predecessors: Vec<Link>,
    successors: Vec<Link>,
    same_code: Vec<Unit>,
    /// Whether the visitor changes who answers for units.
    may_change_contact: bool,
}

impl UnitPage {
    fn time(&self, unit: &Unit) -> String {
        time_of(&self.page, unit)
    }

    /// The succession as two tables of one shape.
    fn successions(&self) -> [(&'static str, &[Link]); 2] {
        [("units-predecessors", &self.predecessors), ("units-successors", &self.successors)]
    }
}

/// `từ 1/7/2025`, `đến 30/6/2025`, both, or neither.
pub(super) fn time_of(page: &Page, unit: &Unit) -> String {
    match (unit.valid_from, unit.valid_to) {
        (Some(from), Some(to)) => page.tx("units-from-to", &[("from", page.day(from)), ("to", page.day(to))]),
        (Some(from), None) => page.t1("units-from", "day", page.day(from)),
        (None, Some(to)) => page.t1("units-to", "day", page.day(to)),
        (None, None) => page.t("units-always"),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let unit = store::unit(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let parent = match unit.parent {
        Some(parent) => store::unit(&mut db, parent).await?,
        None => None,
    };
    let day = unit.valid_to.map_or(viewer.today, |last| last.min(viewer.today));
    let mut same_code = match &unit.code {
        Some(code) => store::of_code(&mut db, code).await?,
        None => Vec::new(),
    };
    same_code.retain(|other| other.id != id);
    let register = page.t("units-register");
    html(&UnitPage {
        page: page.named(unit.name.clone()).under(register, "/don-vi-hanh-chinh"),
        parent,
        day,
        children: store::children(&mut db, id, day).await?,
        predecessors: store::predecessors(&mut db, id).await?,
        successors: store::successors(&mut db, id).await?,
        same_code,
        may_change_contact: viewer.may_somewhere(Permission::RoleGrant),
        unit,
    })
}
