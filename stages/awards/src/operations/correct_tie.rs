//! An order that was written down wrong is put right, with the reason, until the leader has decided.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::awards::resettle;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;

use super::{Propose, changed_meanwhile, edition_of, propose, ranked_for_prizes, still_undecided};
use crate::ranking::RankedRound;
use crate::store::{self, Settlement};

/// The order that should have been recorded.
#[derive(Clone, Debug)]
pub struct CorrectTie {
    /// The edition.
    pub edition: EditionId,
    /// The category, or nothing where prizes are given over all.
    pub scope: String,
    /// The place that the entries shared.
    pub place: i64,
    /// All of them, from the better on.
    pub order: Vec<EntryId>,
    /// The minutes of the deliberation: number and day.
    pub minutes: String,
    /// What was wrong.
    pub reason: String,
}

/// Puts an order right. Prizes that were proposed by the wrong one are proposed anew, so that no
/// leader decides what was read under it.
pub async fn correct_tie(act: &mut Act, command: CorrectTie) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::AwardPropose, edition.place()).await?;
    still_undecided(act, edition.id).await?;
    let ranked = ranked_for_prizes(act, &edition).await?;
    let before = settled(&ranked, &command.scope, command.place).cloned().ok_or_else(Halt::not_found)?;
    let (after, reason) = correction(&before, command)?;
    let (round, now, id) = (ranked.results.round.id, act.now(), act.new_id());
    if !store::replace_settlement(act.db(), round, &before, &after, now).await? {
        return Err(changed_meanwhile());
    }
    store::keep_settlement(act.db(), (id, round), &before, &reason, now).await?;
    let entries: Vec<String> = after.order.iter().map(ToString::to_string).collect();
    act.record(
        Event::new("ranking.tie_corrected", round)
            .fact("edition", edition.id.to_string())
            .fact("place", after.place)
            .fact("order", entries),
    );
    match store::proposal(act.db(), edition.id).await? {
        Some(proposal) => propose(act, Propose { edition: edition.id, seen: proposal.version }).await,
        None => Ok(()),
    }
}

/// What the jury settled at that place.
pub(crate) fn settled<'a>(ranked: &'a RankedRound, scope: &str, place: i64) -> Option<&'a Settlement> {
    ranked.settlements.iter().find(|each| each.scope == scope && each.place == place)
}

/// The order as it will stand and why it is put right, if that is lawful.
pub(crate) fn correction(before: &Settlement, command: CorrectTie) -> Result<(Settlement, String), Halt> {
    resettle(&before.order, &command.order, &command.minutes).or_refuse()?;
    let reason = reason(&command.reason)?;
    let after = Settlement { order: command.order, minutes: one_line(&command.minutes), ..before.clone() };
    if after == *before {
        return Err(Halt::refused("awards.nothing_corrected", Some("order"), "nothing differs from what stands"));
    }
    Ok((after, reason))
}

/// A correction says why.
pub(super) fn reason(text: &str) -> Result<String, Halt> {
    let reason = one_line(text);
    if reason.is_empty() {
        return Err(Halt::refused("awards.reason_missing", Some("reason"), "say what was wrong"));
    }
    Ok(reason)
}
