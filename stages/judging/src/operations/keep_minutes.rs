//! The minutes of an opening, as they were printed then: what is read later is those very bytes.

use hoithi_documents::Sha256Hex;
use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::may;
use hoithi_rules::ids::RoundId;
use hoithi_rules::people::Permission;

use crate::rounds;

/// Keeps the printed minutes of an opened round, once; gives the ones that stand. Whoever opens the
/// round or may read its results brings them, printed from what the opening froze.
pub(crate) async fn keep_minutes(act: &mut Act, (round, printed): (RoundId, Sha256Hex)) -> Result<Sha256Hex, Halt> {
    let card = rounds::round(act.db(), round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    let here = edition.place();
    if !may(act, Permission::RoundOpen, here).await? && !may(act, Permission::RankingView, here).await? {
        return Err(Halt::not_found());
    }
    if !card.step.is_opened() {
        return Err(Halt::refused("judging.round_not_opened", None, "the round has not been opened"));
    }
    if let Some(kept) = rounds::minutes(act.db(), round).await? {
        return Ok(kept);
    }
    rounds::keep_minutes(act.db(), round, &printed).await?;
    act.record(Event::new("minutes.kept", round).fact("round", card.rule.code).fact("minutes", printed.as_str()));
    Ok(printed)
}
