//! Screening: the secretary looks at each dossier and says whether it may be judged.
//!
//! The check list is made from the rule book; what the program can answer is answered already,
//! with its reason. An entry is admitted under a random blind code, returned with reasons and a
//! day, or refused with reasons; its authors are told at once. Every decision stays in the
//! register with the answers it rests on. Serves the articles on the dossier and on what a
//! solution must satisfy.
//!
//! May not enter here: how a dossier is written (that is `hoithi_entries`, whose author's page
//! shows what was decided here), and who judges what.

mod alike;
mod api;
mod automatic;
mod conflicts;
mod moving;
mod operations;
mod pages;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use moving::{MoveEntry, move_to_another_category};
pub use operations::{Decide, Ruling, decide};
pub use pages::routes;
pub use store::{Admitted, Decided, admitted, admitted_under, decisions};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221423_screening_decisions",
    "202611231820_screening_conflicts",
    "202611240325_screening_moves",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "screening", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
