//! Commendation: what active units earned by the published formula, and the papers that honour them.
//!
//! Serves the letter's fourth dash and the prizes for the movement. A unit records what it gave its own
//! people; the agency sees the standings of each group of units, every point with its evidence, puts the
//! best before the leaders and records what was decided.
//!
//! May not enter here: how evidence is checked (the campaign's), which entry won (the awards').

mod api;
mod deciding;
mod drafts;
mod evidence;
mod fallen;
mod operations;
mod pages;
mod press;
mod proposing;
mod refusal;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use deciding::Unsigned;
pub use evidence::{Piece, UnitScore, evidence, standings};
pub use fallen::honoured_by;
pub use operations::{PublishFormula, RecordOwn, RemoveOwn, publish_formula, record_own, remove_own};
pub use pages::{routes, sheet_address};
pub use proposing::{
    DecideProposal, DraftPaper, Propose, WithdrawProposal, decide_proposal, draft_paper, propose, withdraw_proposal,
};
pub use refusal::CommendationRefusal;
pub use store::{
    Honour, Kept, Origin, OwnLine, Paper, Proposal, ProposalLine, ProposalState, formula, formulas, own_of_unit,
    proposal, proposals,
};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611230910_commendation_merits",
    "202611231441_commendation_papers",
    "202611231542_commendation_withdrawn",
    "202611231544_commendation_frozen",
    "202611241240_commendation_districts"
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "commendation", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
