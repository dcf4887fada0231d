//! The pages: standings, one unit's points with their evidence, the formula, proposals, what a unit gave.

mod dossier;
mod formula;
mod forward;
mod own;
mod own_one;
mod papers;
mod proposals;
mod standings;
mod verify;
mod withdrawing;
mod words;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Routes};

use crate::api;

pub use verify::sheet_address;

/// Every route of this room.
pub fn routes() -> Routes {
    let see = needs(Permission::CampaignView);
    let put_forward = needs(Permission::CommendationPropose);
    let of_unit = needs(Permission::CommendationRecord);
    Routes::new()
        .get("/api/v1/commendation", see, api::standings)
        .get("/api/v1/commendation/proposals", see, api::proposals)
        .get("/ky/{slug}/khen-thuong", see, standings::show)
        .post("/ky/{slug}/khen-thuong", put_forward, forward::propose_units)
        .get("/ky/{slug}/khen-thuong/don-vi/{unit}", see, standings::unit)
        .get("/ky/{slug}/khen-thuong/don-vi/{unit}/pdf", see, standings::achievements_pdf)
        .get("/ky/{slug}/khen-thuong/cong-thuc", put_forward, formula::edit)
        .post("/ky/{slug}/khen-thuong/cong-thuc", put_forward, formula::publish)
        .get("/ky/{slug}/khen-thuong/de-nghi/{id}", see, proposals::show)
        .post("/ky/{slug}/khen-thuong/de-nghi/{id}", put_forward, proposals::decide)
        .get("/ky/{slug}/khen-thuong/de-nghi/{id}/soan/{paper}", put_forward, papers::show)
        .post("/ky/{slug}/khen-thuong/de-nghi/{id}/soan/{paper}", put_forward, papers::send)
        .post("/ky/{slug}/khen-thuong/de-nghi/{id}/ca-ho-so", put_forward, dossier::print)
        .get("/ky/{slug}/khen-thuong/de-nghi/{id}/rut", put_forward, withdrawing::show)
        .post("/ky/{slug}/khen-thuong/de-nghi/{id}/rut", put_forward, withdrawing::send)
        .get("/ky/{slug}/khen-thuong/de-nghi/{id}/bao-cao/{unit}", see, proposals::report_pdf)
        .get("/ky/{slug}/khen-thuong/de-nghi/{id}/giay/{unit}", see, proposals::sheet_pdf)
        .get("/ky/{slug}/cach-tinh-diem", Access::Public, formula::show)
        .get("/ky/{slug}/xep-hang-don-vi", Access::Public, standings::public)
        .get("/xac-minh-khen-thuong/{code}", Access::Public, verify::answer)
        .get("/don-vi/khen-thuong", of_unit, own::first)
        .get("/don-vi/khen-thuong/{slug}/{unit}", of_unit, own::show)
        .post("/don-vi/khen-thuong/{slug}/{unit}", of_unit, own::record)
        .get("/don-vi/khen-thuong/{slug}/{unit}/{id}", of_unit, own::show_one)
        .post("/don-vi/khen-thuong/{slug}/{unit}/{id}", of_unit, own::record_one)
        .get("/don-vi/khen-thuong/{slug}/{unit}/{id}/quyet-dinh", of_unit, own_one::decision_pdf)
        .get("/don-vi/khen-thuong/{slug}/{unit}/{id}/quyet-dinh/word", of_unit, own_one::decision_word)
        .get("/don-vi/khen-thuong/{slug}/{unit}/{id}/giay-khen", of_unit, own_one::sheet_pdf)
        .get("/don-vi/khen-thuong/{slug}/{unit}/{id}/go", of_unit, own_one::show_removal)
        .post("/don-vi/khen-thuong/{slug}/{unit}/{id}/go", of_unit, own_one::remove)
}

/// The edition of that name, for somebody who may do that in it.
async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}

/// The edition of that name, if this visitor may know of it.
async fn known(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    let sees = edition.is_public() || viewer.may(Permission::EditionView, edition.place());
    if sees { Ok(edition) } else { Err(Halt::not_found()) }
}
