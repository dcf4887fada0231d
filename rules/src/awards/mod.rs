//! Awards: ranking, prizes, the decision.
//!
//! Serves the article on prizes of every *Thể lệ* (usually Điều 9). Nothing is decided here that
//! the rule book leaves to people: a tie that a ceiling would cut is handed back to the jury.

pub(crate) mod award;
mod prize;
mod proposal;
mod ranking;

pub use award::{Award, AwardRefusal, AwardState};
pub use prize::{Dong, PrizeMoney, PrizeScope, PrizeStructure, PrizeTier, TierCode};
pub use proposal::{Blocker, Proposal, ProposalRefusal, ProposedAward, propose, verify};
pub use ranking::{Candidate, DecidedBy, Field, Ranking, RankingRefusal, Standing, rank, rank_by_scope, resettle};
