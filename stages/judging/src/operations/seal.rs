//! Sealing a round: from here on nobody writes, and until two persons open it nobody reads.

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::RoundId;
use hoithi_rules::people::Permission;
use hoithi_store::{Conn, StoreError};

use super::assign::{refuse_over, refuse_short, short_of};
use super::withdrawn::leave_out_withdrawn;
use crate::assignments::{self, Progress};
use crate::proof;
use crate::refusals::changed_meanwhile;
use crate::rounds::{self, RoundCard, RoundEntry};

/// How a round stands before its sealing: counts and the entries that lack sheets.
pub(crate) struct Sealing {
    pub(crate) progress: Progress,
    pub(crate) entries: Vec<RoundEntry>,
    pub(crate) need: usize,
    short: Vec<usize>,
}

impl Sealing {
    pub(crate) fn short(&self) -> Vec<&RoundEntry> {
        self.short.iter().filter_map(|index| self.entries.get(*index)).collect()
    }
}

/// What stands between a round that is being marked and its sealing.
pub(crate) async fn sealing(db: &mut Conn, card: &RoundCard) -> Result<Sealing, StoreError> {
    let standing = assignments::assignments(db, card.id).await?;
    let entries = rounds::entries(db, card.id).await?;
    let need = match card.book_version {
        Some(version) => rounds::frozen(db, card.id, version).await?.sheets_per_entry,
        None => 0,
    };
    let mut progress = Progress::default();
    for each in &standing {
        progress.add(each);
    }
    let lacking = short_of(&entries, &standing, need);
    let short = (0..entries.len()).filter(|index| lacking.contains(&&entries[*index])).collect();
    Ok(Sealing { progress, entries, need, short })
}

/// Seals a round whose sheets are all locked and whose entries all have as many as the rules ask.
pub async fn seal_round(act: &mut Act, round: RoundId) -> Result<(), Halt> {
    let card = rounds::round(act.db(), round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::RoundSeal, edition.place()).await?;
    leave_out_withdrawn(act, &card).await?;
    let stands = sealing(act.db(), &card).await?;
    let law = rounds::under_law(act.db(), &card).await?;
    law.seal(stands.progress.locked, stands.progress.left(), act.now()).or_refuse()?;
    let short = stands.short();
    if !short.is_empty() {
        return Err(refuse_short(&short, stands.need));
    }
    let standing = assignments::assignments(act.db(), round).await?;
    refuse_over(&stands.entries, &standing, stands.need)?;
    let commitments = proof::as_locked(act.db(), &card).await?;
    let now = act.now();
    if !rounds::seal(act.db(), &card, now).await? {
        return Err(changed_meanwhile());
    }
    act.record(
        Event::new("round.sealed", round)
            .fact("round", card.rule.code)
            .fact("sheets", stands.progress.locked)
            .fact("commitments", commitments.as_str()),
    );
    Ok(())
}
