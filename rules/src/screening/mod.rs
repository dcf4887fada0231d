//! Screening: whether an entry may be judged.
//!
//! Serves the articles on the dossier and on what a solution must satisfy. The secretary answers
//! a list made from the rule book; then the entry is admitted under a blind code, returned with
//! reasons and a day, or refused with reasons.

mod blind_code;
mod checklist;
mod conflict;
mod moving;
mod outcome;
mod publishing;
mod reason;
mod telling;

pub use blind_code::{BlindCode, BlindCodeError};
pub use checklist::{CheckItem, Finding, Verdict, checklist};
pub use conflict::{ScreenerConflict, Ties, screener_conflict};
pub use moving::{MoveRefusal, Moved, Moving, move_entry};
pub use outcome::{Days, Decision, Screening, ScreeningOutcome, ScreeningRefusal, ScreeningState};
pub use publishing::{PublishRefusal, may_be_published, most_published, reason_to_take_back};
pub use reason::{ReasonRefusal, reasons_given};
pub use telling::{Pointer, Telling, places, tellings};
