//! Settling a tie, proposing prizes, recording the decision.

mod correct_decision;
mod correct_tie;
mod decide;
mod propose;
mod settle;

use std::sync::Arc;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::EditionId;

use crate::ranking::{RankedRound, ranked};
use crate::store;

pub use correct_decision::{CorrectDecision, Corrected, correct_decision, note_relied_on};
pub use correct_tie::{CorrectTie, correct_tie};
pub(crate) use correct_tie::{correction, settled};
pub(crate) use decide::lawful;
pub use decide::{Decide, SignedDecision, decide};
pub use propose::{Propose, propose};
pub(crate) use settle::settlement;
pub use settle::{SettleTie, settle_tie};

async fn edition_of(act: &mut Act, id: EditionId) -> Result<Edition, Halt> {
    hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)
}

/// The ranking that carries prizes: of the rule book's last round, opened.
async fn ranked_for_prizes(act: &mut Act, edition: &Edition) -> Result<Arc<RankedRound>, Halt> {
    let ranked = ranked(act.db(), edition).await?;
    let ranked = ranked.ok_or_else(|| Halt::refused("awards.nothing_opened", None, "no round has been opened"))?;
    if !ranked.is_last {
        return Err(Halt::refused("awards.round_not_last", None, "a later round of the rule book is still to come"));
    }
    Ok(ranked)
}

/// What the leader has decided stands.
async fn still_undecided(act: &mut Act, edition: EditionId) -> Result<(), Halt> {
    match store::decision(act.db(), edition).await? {
        Some(_) => Err(Halt::refused("awards.decided_already", None, "the prizes are decided")),
        None => Ok(()),
    }
}

pub(crate) fn changed_meanwhile() -> Halt {
    Halt::refused("awards.changed_meanwhile", None, "the proposal was made anew meanwhile")
}
