//! Initiatives: a unit's register of what its people made better at work, kept all year.
//!
//! Serves the letter's third dash. The unit's contact writes down each initiative with its authors, its first
//! use, the decision that recognised it and what it brought; a movement says how many each unit is asked for
//! and how it stands. The best of them enters a contest with one step, and dossier and initiative know each
//! other from then on.
//!
//! May not enter here: what a dossier asks for (the entries'), and any judge: a register joins titles to
//! persons and units, so only the unit and the agency's own people read it.

mod api;
mod entering;
mod fault;
mod imports;
mod movements;
mod operations;
mod pages;
mod plan;
mod store;
mod workbook;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use entering::{Enter, enter};
pub use fault::RegisterRefusal;
pub use movements::{Correct, Launch, SetTarget, Standing, correct, launch, set_target, standing};
pub use operations::{Record, Remove, record, remove};
pub use pages::routes;
pub use store::movements::{Launched, movement, movements};
pub use store::{InitiativeId, KeptInitiative, Linked, initiative_of_entry, initiatives_of, links_of};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611231900_initiatives_register",
    "202611231901_initiatives_imports",
    "202611231902_initiatives_movements",
    "202611240322_initiatives_imports",
    "202611241201_initiatives_movement_version",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "initiatives", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
