//! Reminders: one scheduler for the whole house. What is due is told to whoever can do it, once a day
//! in one mail, at the hour the house chose; a page shows what was told to whom and what became of it.
//!
//! The rooms of the contest offer what is open through [`KnownDue`], because this room cannot look at
//! them; what of it is told now is `hoithi_rules::reminders`. It is a room of the office and not of the
//! contest: it serves every edition alike, and its settings are the house's.
//!
//! May not enter here: titles of entries, blind codes, names of judges, and anything that stands in a
//! dossier or a letter. A reminder says that something is due and where it lies.

mod api;
mod known;
mod operations;
mod pages;
mod refusal;
mod store;
mod tell;
mod waiting;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use known::{DueFuture, KnownDue, Open, Person};
pub use operations::{ChangeSettings, change_settings, mute, mute_by_mail};
pub use pages::routes;
pub use refusal::RemindersRefusal;
pub use store::last_told;
pub use tell::{may_tell, tell_what_is_due};
pub use waiting::tell_who_waits;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611230925_reminders_told",
    "202611231531_reminders_mute_links",
    "202611231532_reminders_second_way"
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "reminders", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
