//! Awards: the ranking of an opened round, the prizes it carries, the leader's decision.
//!
//! The jury reads the ranking once two persons opened the round, settles by deliberation what the
//! rule book leaves to it, and puts before the leader the prizes that follow within their ceilings.
//! The leader's signed decision turns them into awards; its number and day are typed from the
//! paper, and it stands in the register of documents. Serves the article on prizes (usually Điều 9).
//!
//! May not enter here: how points become a result (judging's, frozen at the opening), how a
//! ranking or a proposal is made (`hoithi_rules::awards`), what the public reads (publication's).

mod api;
mod award;
mod operations;
mod pages;
mod paper;
mod proof;
mod ranking;
mod rows;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use award::{AwardAuthor, AwardLine, Decided, HowFar};
pub use operations::{
    CorrectDecision, CorrectTie, Corrected, Decide, Propose, SettleTie, SignedDecision, correct_decision, correct_tie,
    decide, note_relied_on, propose, settle_tie,
};
pub use pages::{decision_pdf, routes};
pub use proof::unproven_awards;
pub use ranking::{RankedField, RankedRound, ranked};
pub use store::{awards, decision, how_far};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] =
    migrations!["202611221441_awards_awards", "202611222331_awards_corrections", "202611222354_awards_prizes_decided",];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "awards", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
