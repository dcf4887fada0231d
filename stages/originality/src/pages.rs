//! Two dossiers side by side, for whoever screens one of them, and from how much on they are alike.

mod bands;
mod compare;

use hoithi_people::needs;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_web::Routes;

use crate::api;

/// Every route of this room.
pub fn routes() -> Routes {
    let screens = needs(Permission::ScreeningDecide);
    Routes::new()
        .get("/api/v1/entries/{entry}/alike", screens, api::alike)
        .get("/ky/{slug}/kiem-tra/{entry}/giong/{other}", screens, compare::show)
        .post("/ky/{slug}/kiem-tra/{entry}/giong/{other}", screens, compare::send)
        .get("/ky/{slug}/muc-giong", screens, bands::show)
        .post("/ky/{slug}/muc-giong", screens, bands::send)
}

/// The page on which an entry and one that it is alike to stand side by side.
pub fn address(slug: &str, entry: EntryId, other: EntryId) -> String {
    format!("/ky/{slug}/kiem-tra/{entry}/giong/{other}")
}
