//! What a unit's report is told of its entries: the campaign cannot look at a later room itself.

use hoithi_campaign::{EntriesKnown, KnownFigures, KnownFuture};
use hoithi_edition::local_contests;
use hoithi_entries::{Standing, dossier, entries_of};
use hoithi_journal::Halt;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::Conn;

/// Counts in the entries' room.
pub(crate) struct FromEntries;

impl KnownFigures for FromEntries {
    fn entries_of_unit<'a>(&'a self, db: &'a mut Conn, edition: EditionId, unit: UnitId) -> KnownFuture<'a> {
        Box::pin(count(db, edition, unit))
    }
}

async fn count(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<EntriesKnown, Halt> {
    let counts = |standing: Standing| standing.was_received() && standing != Standing::Withdrawn;
    let cards = entries_of(db, edition).await?;
    let own: Vec<_> = cards.into_iter().filter(|card| card.unit == Some(unit) && counts(card.state)).collect();
    let mut forwarded = 0;
    for card in &own {
        let kept = dossier(db, card.id).await?;
        forwarded += u32::from(kept.is_some_and(|kept| kept.origin.is_some()));
    }
    let contests = local_contests(db, edition).await?;
    let mut local = None;
    for contest in contests.iter().filter(|contest| contest.unit == Some(unit)) {
        let entered = entries_of(db, contest.id).await?.iter().filter(|card| counts(card.state)).count();
        local = Some(local.unwrap_or(0) + u32::try_from(entered).unwrap_or(u32::MAX));
    }
    Ok(EntriesKnown { submitted: u32::try_from(own.len()).unwrap_or(u32::MAX), local, forwarded })
}
