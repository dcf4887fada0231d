//! The register of a unit, all registers for the agency, movements.

mod correct;
mod edit;
mod enter;
mod entered;
mod house;
mod import;
mod launch;
mod movement;
mod one;
mod preview;
mod register;
mod remove;

use hoithi_journal::{Denied, Halt};
use hoithi_people::{Viewer, needs};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Page, Routes};

use crate::api;
use crate::store::{self, InitiativeId, KeptInitiative};

/// Where the registers of all units begin.
const HOUSE: &str = "/sang-kien";

/// Where a unit's register begins.
const OF_UNIT: &str = "/don-vi/sang-kien";

/// Every route of this room.
pub fn routes() -> Routes {
    let view = needs(Permission::InitiativeView);
    let launch = needs(Permission::MovementLaunch);
    Routes::new()
        .get("/api/v1/initiatives", view, api::list)
        .get("/don-vi/sang-kien", needs(Permission::InitiativeKeep), register::first)
        .get("/don-vi/sang-kien/{unit}", view, register::show)
        .get("/don-vi/sang-kien/{unit}/them", view, edit::show_new)
        .post("/don-vi/sang-kien/{unit}/them", view, edit::send_new)
        .get("/don-vi/sang-kien/{unit}/bang-tinh", view, register::workbook)
        .get("/don-vi/sang-kien/{unit}/nhap", view, import::show)
        .post_files("/don-vi/sang-kien/{unit}/nhap", view, import::send)
        .get("/don-vi/sang-kien/{unit}/nhap/{import}", view, preview::show)
        .post("/don-vi/sang-kien/{unit}/nhap/{import}", view, preview::take)
        .get("/don-vi/sang-kien/{unit}/so/{id}", view, one::show)
        .get("/don-vi/sang-kien/{unit}/so/{id}/sua", view, edit::show)
        .post("/don-vi/sang-kien/{unit}/so/{id}/sua", view, edit::send)
        .get("/don-vi/sang-kien/{unit}/so/{id}/go", view, remove::show)
        .post("/don-vi/sang-kien/{unit}/so/{id}/go", view, remove::send)
        .post("/don-vi/sang-kien/{unit}/so/{id}/du-thi", view, enter::send)
        .get("/sang-kien", view, house::show)
        .get("/sang-kien/bang-tinh", view, house::workbook)
        .get("/sang-kien/phong-trao", launch, launch::show)
        .post("/sang-kien/phong-trao", launch, launch::send)
        .get("/sang-kien/phong-trao/{movement}", view, movement::show)
        .get("/sang-kien/phong-trao/{movement}/sua", launch, correct::show)
        .post("/sang-kien/phong-trao/{movement}/sua", launch, correct::send)
        .get("/sang-kien/phong-trao/{movement}/chi-tieu/{unit}", launch, movement::show_target)
        .post("/sang-kien/phong-trao/{movement}/chi-tieu/{unit}", launch, movement::send_target)
}

/// The page of a unit's register.
fn register_address(unit: UnitId) -> String {
    format!("{OF_UNIT}/{unit}")
}

/// The page of one initiative.
fn address(unit: UnitId, id: InitiativeId) -> String {
    format!("{OF_UNIT}/{unit}/so/{id}")
}

/// Whether the visitor keeps that unit's register: as its contact, or for it.
fn keeps(viewer: &Viewer, unit: UnitId) -> bool {
    viewer.may(Permission::InitiativeKeep, Place::unit(unit))
        || viewer.may(Permission::InitiativeKeepOnBehalf, Place::HOUSE)
}

/// A unit whose register the visitor may read; that of another is not there for them.
async fn unit_read(db: &mut Conn, viewer: &Viewer, id: UnitId) -> Result<Unit, Halt> {
    if !viewer.may(Permission::InitiativeView, Place::unit(id)) {
        return Err(Halt::not_found());
    }
    hoithi_units::unit(db, id).await?.ok_or_else(Halt::not_found)
}

/// The same for whoever keeps it.
async fn unit_kept(db: &mut Conn, viewer: &Viewer, id: UnitId) -> Result<Unit, Halt> {
    let unit = unit_read(db, viewer, id).await?;
    if keeps(viewer, id) { Ok(unit) } else { Err(Halt::Denied(Denied::Forbidden)) }
}

/// One initiative of that unit's register.
async fn one_of(db: &mut Conn, unit: UnitId, id: InitiativeId) -> Result<KeptInitiative, Halt> {
    let kept = store::initiative(db, id).await?.filter(|kept| kept.unit == unit);
    kept.ok_or_else(Halt::not_found)
}

/// The page under what this visitor came from: all registers, or none but the own.
fn under(page: Page, viewer: &Viewer) -> Page {
    if viewer.may(Permission::InitiativeView, Place::HOUSE) {
        let label = page.t("initiatives-house");
        return page.under(label, HOUSE);
    }
    page
}

/// The page under a unit's register.
fn under_register(page: Page, viewer: &Viewer, unit: &Unit) -> Page {
    under(page, viewer).under(unit.name.clone(), register_address(unit.id))
}
