//! Starting a round: from here on its rules do not change any more, and judges mark.

use hoithi_edition::{edition, note_round_opened};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::RoundId;
use hoithi_rules::people::Permission;

use super::assign::{refuse_short, short_of};
use super::withdrawn::leave_out_withdrawn;
use crate::assignments;
use crate::refusals::{changed_meanwhile, marking_of};
use crate::rounds;

/// Opens a prepared round for marking and freezes the rule book's marking part in it.
pub async fn start_round(act: &mut Act, round: RoundId) -> Result<(), Halt> {
    let card = rounds::round(act.db(), round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::RoundStart, edition.place()).await?;
    let marking = marking_of(&edition)?;
    leave_out_withdrawn(act, &card).await?;
    let standing = assignments::assignments(act.db(), round).await?;
    let law = rounds::under_law(act.db(), &card).await?;
    let started = law.start(marking, standing.len(), act.now()).or_refuse()?;
    let entries = rounds::entries(act.db(), round).await?;
    let short = short_of(&entries, &standing, marking.sheets_per_entry);
    if !short.is_empty() {
        return Err(refuse_short(&short, marking.sheets_per_entry));
    }
    let frozen = serde_json::to_string(&started.frozen())?;
    let version = note_round_opened(act, edition.id, &card.rule.code).await?;
    let now = act.now();
    if !rounds::start(act.db(), &card, (version, &frozen), now).await? {
        return Err(changed_meanwhile());
    }
    act.record(
        Event::new("round.started", round)
            .fact("round", card.rule.code)
            .fact("book_version", version)
            .fact("sheets", standing.len()),
    );
    Ok(())
}
