//! Edition: one run of a contest, its rule book in versions, its launch, its amendments.
//!
//! An edition is set up from a rule-book file, may be corrected while it is prepared, launches by
//! the leader's word, and from then on changes only by an amendment with a decision, a day and a
//! public notice. Serves the *Thể lệ* as a whole, its first and its closing articles above all.
//!
//! A local contest is an edition of one unit under another edition: it has `unit` and `parent`.
//!
//! May not enter here: what the clauses mean (that is `hoithi_rules::edition`), and anything of
//! a later stage. A round that opens tells this room so through [`note_round_opened`].

mod amending;
mod api;
mod books;
mod edition;
mod operations;
mod pages;
mod proof;
mod reading;
mod store;
mod workdays;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use amending::{
    Amend, Amended, amend, bring_into_force, note_merit_free, note_merit_used, note_prizes_decided, note_results_known,
    note_round_opened, preview,
};
pub use api::{api_doc, asked_edition};
pub use books::{check_text, explain_text};
pub use edition::{Edition, EditionState, StateRefusal};
pub use operations::{Launch, SetUp, launch, mark_announced, pass_local_contest, replace_book, set_up};
pub use pages::routes;
pub use proof::unproven_books;
pub use reading::{Block, blocks, life_line, stop_days};
pub use store::{
    BookVersion, Decision, OpenedRound, book_of, current, edition, edition_by_slug, editions, local_contests,
    opened_rounds, prizes_are_decided, versions,
};
pub use workdays::{SetDay, drop_day, own_days, set_day, workdays};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221402_edition_books",
    "202611222114_edition_results_known",
    "202611222342_edition_refused",
    "202611222353_edition_prizes_decided",
    "202611230800_edition_special_days",
    "202611231543_edition_merit_used",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "edition", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
