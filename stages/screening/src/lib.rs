//! Screening: the secretary looks at each dossier and says whether it may be judged.
//!
//! The check list is made from the rule book; what the program can answer is answered already,
//! with its reason. An entry is admitted under a random blind code, returned with reasons and a
//! day, or refused with reasons; its authors are told at once. Every decision stays in the
//! register with the answers it rests on. Where judges read no names, it releases to them the copies
//! that a named person has read. Serves the articles on the dossier and on what a
//! solution must satisfy.
//!
//! May not enter here: how a dossier is written (that is `hoithi_entries`, whose author's page
//! shows what was decided here), and who judges what.

mod alike;
mod api;
mod automatic;
mod conflicts;
mod copies;
mod moving;
mod operations;
mod pages;
mod same;
mod solutions;
mod store;
mod texts;
mod twice;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use conflicts::refuse_whom_it_concerns;
pub use copies::{Prepared, Release, ReleasedPart, as_released, prepare, release, released_entries, take_back};
pub use moving::{MoveEntry, move_to_another_category};
pub use operations::{Decide, Ruling, decide};
pub use pages::routes;
pub use store::{Admitted, Decided, admitted, admitted_under, decisions};
pub use texts::{FileText, ReadSoFar, file_text, files_read, read_files, read_so_far, recognise_one};
pub use twice::{merge_entries, part_entries};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221423_screening_decisions",
    "202611231820_screening_conflicts",
    "202611240160_screening_file_texts",
    "202611240161_screening_released_copies",
    "202611240162_screening_covered_parts",
    "202611240325_screening_moves",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "screening", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
