//! The editions of the house, and the contests of one's unit.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{House, Page, html};

use super::{holds, sees};
use crate::edition::Edition;
use crate::store;

#[derive(Template)]
#[template(path = "edition/list.html")]
struct ListPage {
    page: Page,
    editions: Vec<Edition>,
    units: BTreeMap<UnitId, String>,
    may_set_up: bool,
    local: bool,
}

impl ListPage {
    fn unit(&self, edition: &Edition) -> &str {
        edition.unit.and_then(|unit| self.units.get(&unit)).map_or("", String::as_str)
    }

    fn new_path(&self) -> &'static str {
        if self.local { "/hoi-thi-co-so/moi" } else { "/ky-moi" }
    }
}

pub(super) async fn show(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let mut editions = store::editions(&mut db).await?;
    editions.retain(|edition| sees(&viewer, edition));
    let units = hoithi_units::unit_names(&mut db).await?;
    let may_set_up = viewer.may(Permission::EditionSetUp, Place::HOUSE);
    html(&ListPage { page: page.titled("edition-list"), editions, units, may_set_up, local: false })
}

pub(super) async fn show_local(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let mut editions = store::editions(&mut db).await?;
    editions.retain(|edition| holds(&viewer, edition));
    let units = hoithi_units::unit_names(&mut db).await?;
    html(&ListPage { page: page.titled("edition-local-list"), editions, units, may_set_up: true, local: true })
}
