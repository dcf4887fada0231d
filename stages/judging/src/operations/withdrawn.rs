//! Entries whose authors withdraw while a round is under way.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::ids::EntryId;
use hoithi_screening::admitted;

use crate::assignments;
use crate::rounds::{self, RoundCard};

/// Takes out of a round what is no longer admitted: its judges are free of it, nothing of it is
/// tallied, and what was written stays in the history. Every step of a round that counts its
/// entries begins with this.
pub(super) async fn leave_out_withdrawn(act: &mut Act, card: &RoundCard) -> Result<(), Halt> {
    let standing: BTreeSet<EntryId> =
        admitted(act.db(), card.edition).await?.into_iter().map(|each| each.entry).collect();
    let now = act.now();
    for each in rounds::entries(act.db(), card.id).await? {
        if !standing.contains(&each.entry) {
            assignments::end_all_of(act.db(), card.id, each.entry, now).await?;
            rounds::take_out(act.db(), card.id, each.entry).await?;
            act.record(Event::new("round.entry_left_out", card.id).fact("entry", each.entry.to_string()));
        }
    }
    Ok(())
}
