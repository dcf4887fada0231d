//! What the public may read: answers whose givers said so, of solutions that no contest above judges blind.

use std::collections::BTreeMap;

use hoithi_awards::{AwardLine, awards};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;

use crate::reply::Reply;
use crate::store::{self, Ask};

/// How many answers everybody reads of an edition.
pub async fn public_replies(db: &mut Conn, edition: &Edition) -> Result<usize, Halt> {
    Ok(published(db, edition).await?.len())
}

/// Of each solution the latest answer, in the order of the decision, where its giver lets that one be read: an
/// earlier consent does not speak for later words.
pub(crate) async fn published(db: &mut Conn, edition: &Edition) -> Result<Vec<(Ask, AwardLine, Reply)>, Halt> {
    if edition.state.announced_at().is_none() {
        return Ok(Vec::new());
    }
    let mut replies = store::replies_of(db, edition.id).await?;
    if !replies.values().any(|kept| kept.reply.may_publish) {
        return Ok(Vec::new());
    }
    let mut latest: BTreeMap<EntryId, (Ask, Reply)> = BTreeMap::new();
    for ask in store::asks_of(db, edition.id).await? {
        if let Some(kept) = replies.remove(&ask.id) {
            latest.entry(ask.entry).or_insert((ask, kept.reply));
        }
    }
    let blind_above = hoithi_entries::judged_blind_above(db, edition).await?;
    let mut shown = Vec::new();
    for award in awards(db, edition.id).await? {
        if let Some((ask, reply)) = latest.remove(&award.entry)
            && reply.may_publish
            && !blind_above.contains(&award.entry)
        {
            shown.push((ask, award, reply));
        }
    }
    Ok(shown)
}
