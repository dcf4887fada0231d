//! Judging: the jury, who marks what, blind sheets, the seal, its opening by two persons.
//!
//! The office appoints a jury by decision, gives every admitted entry to as many judges as the
//! rule book asks, lets them mark alone and blind, seals what they wrote, and opens it in the
//! presence of two. Serves the article on judging of every *Thể lệ* (usually Điều 8) and the
//! *Quy định chấm thi*.
//!
//! Until a round is opened no mark leaves it but to the judge who gave it: `sheets.rs` alone reads
//! the two tables of marks, and only for an [`OwnAssignment`] or an opened round. A judge's
//! addresses carry a random handle; the lists are in an order of the judge's own.
//!
//! May not enter here: names of authors or units (conflicts are asked of `hoithi_entries` and
//! answered yes or no; a sheet names them only where the rule book says that judging is not blind),
//! ranking and prizes (the next room's), anything decided about points (`hoithi_rules::judging`).

mod api;
mod assignments;
mod facts;
mod jury;
mod minutes;
mod operations;
mod pages;
mod proof;
mod refusals;
mod results;
mod rounds;
mod sheets;
mod stopped;
mod waits;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use assignments::{AssignmentState, OwnAssignment, OwnLine, Progress, own, own_list};
pub use jury::{ConflictKind, Jury, Panel, jury};
pub use operations::{
    Assign, Assigned, ConfirmOpening, DeclareConflict, LockSheet, NewPanel, Opening, Recuse, SaveSheet, SavedSheet,
    SetUpJury, StartRound, StopJudge, assign, confirm_opening, declare_conflict, lock_sheet, recuse, save_sheet,
    seal_round, set_up_jury, start_round, stop_judge,
};
pub use pages::routes;
pub use proof::{Unproven, unproven};
pub use results::{EntryResult, RoundResults, SheetResult, results, results_of, unproven_results};
pub use rounds::{RoundCard, RoundStep, current_round, rounds, under_law};
pub use sheets::{Sheet, Written, own_sheet};
pub use waits::{Waits, can_be_prepared, can_confirm_opening, copies_waiting, waits};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221431_judging_juries",
    "202611221432_judging_rounds",
    "202611222330_judging_results_known",
    "202611222341_judging_commitments",
    "202611222344_judging_stopped",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "judging", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
