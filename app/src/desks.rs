//! Desks: pages that read from all rooms, one for each kind of reader.

mod language;
mod public;

use hoithi_web::{Access, House, Routes};

/// The routes of the desks.
pub(crate) fn routes(house: &House) -> Routes {
    Routes::new(house)
        .get("/", Access::Public, public::home)
        .get("/ban-lam-viec", Access::SignedIn, public::desk)
        .post("/ngon-ngu", Access::Public, language::choose)
}
