//! The record of what was told, the house's choice, each person's own, with an account and without.

mod by_mail;
mod own;
mod record;
mod settings;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Routes};

use crate::api;
pub(crate) use record::states;

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/nhac-viec", needs(Permission::RemindersView), record::list)
        .get("/nhac-viec/cai-dat", needs(Permission::RemindersView), settings::show)
        .post("/nhac-viec/cai-dat", needs(Permission::RemindersSet), settings::save)
        .get("/nhac-viec/cua-toi", Access::SignedIn, own::show)
        .post("/nhac-viec/cua-toi", Access::SignedIn, own::save)
        .get("/nhac-viec/thoi/{token}", Access::Public, by_mail::show)
        .post("/nhac-viec/thoi/{token}", Access::Public, by_mail::save)
        .get("/api/v1/reminders", needs(Permission::RemindersView), api::list)
}
