//! What of an edition is still judged blind by the contests above it.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, StoreError, params};

/// The entries that were sent up, on whatever level, to a contest that marks blind and has not
/// announced its result. Until then nothing public may link their titles to a person or a unit:
/// a judge up there reads the same title.
pub async fn judged_blind_above(db: &mut Conn, edition: &Edition) -> Result<BTreeSet<EntryId>, Halt> {
    let mut blind = BTreeSet::new();
    let (mut from, mut above) = (edition.id, edition.parent);
    // From the entry on the level below to the one of this edition that it came from.
    let mut ours: Option<BTreeMap<EntryId, EntryId>> = None;
    while let Some(level) = above {
        let upper = hoithi_edition::edition(db, level).await?.ok_or_else(Halt::not_found)?;
        let own = |below: EntryId| ours.as_ref().map_or(Some(below), |ours| ours.get(&below).copied());
        let arrived = arrived(db, level, from).await?;
        let arrived: BTreeMap<_, _> = arrived.into_iter().filter_map(|(up, below)| Some((up, own(below)?))).collect();
        if judges_blind(&upper) {
            blind.extend(arrived.values());
        }
        (from, above, ours) = (level, upper.parent, Some(arrived));
    }
    Ok(blind)
}

/// Whether a contest above marks blind and has not announced its result: until then any title of this edition
/// may still go up, and its page names the unit.
pub(crate) async fn waits_for_result_above(db: &mut Conn, edition: &Edition) -> Result<bool, Halt> {
    let mut above = edition.parent;
    while let Some(level) = above {
        let upper = hoithi_edition::edition(db, level).await?.ok_or_else(Halt::not_found)?;
        if judges_blind(&upper) {
            return Ok(true);
        }
        above = upper.parent;
    }
    Ok(false)
}

/// Until its marking part stands, nobody is to learn a name.
fn judges_blind(upper: &Edition) -> bool {
    upper.state.announced_at().is_none() && upper.book.marking().is_none_or(|part| part.marking.blind)
}

/// What arrived in an edition from one below: the entry there and the entry below.
async fn arrived(db: &mut Conn, to: EditionId, from: EditionId) -> Result<Vec<(EntryId, EntryId)>, StoreError> {
    let sql = "SELECT id, origin_entry_id FROM entries WHERE edition_id = $1 AND origin_edition_id = $2";
    let rows = db.all(sql, params![to.uuid(), from.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.parsed("origin_entry_id")?))).collect()
}
