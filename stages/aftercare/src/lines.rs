//! Who was asked and what they said, one line each; what it comes to.

use std::collections::BTreeMap;

use hoithi_awards::{AwardLine, awards};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use jiff::Timestamp;
use uuid::Uuid;

use crate::asking::{Winner, winner};
use crate::reply::{KeptReply, Used};
use crate::store::{self, Ask};

/// A winner who was asked.
pub(crate) struct Line {
    pub(crate) ask: Ask,
    pub(crate) award: AwardLine,
    pub(crate) winner: Winner,
    pub(crate) reply: Option<KeptReply>,
    /// When they were last given a link.
    pub(crate) told: Option<Timestamp>,
}

impl Line {
    pub(crate) fn used(&self) -> Option<Used> {
        self.reply.as_ref().map(|kept| kept.reply.used)
    }

    /// Whether nobody can write to them, and they have not answered.
    pub(crate) fn waits_for_paper(&self) -> bool {
        self.reply.is_none() && self.winner.email.is_empty()
    }
}

/// Everybody who was asked after an edition, the latest term first, then as the decision names them.
pub(crate) async fn lines(db: &mut Conn, edition: &Edition) -> Result<Vec<Line>, Halt> {
    let by_entry: BTreeMap<EntryId, AwardLine> =
        awards(db, edition.id).await?.into_iter().map(|line| (line.entry, line)).collect();
    let mut replies = store::replies_of(db, edition.id).await?;
    let told = store::last_links(db, edition.id).await?;
    let mut lines = Vec::new();
    for ask in store::asks_of(db, edition.id).await? {
        let Some(award) = by_entry.get(&ask.entry) else { continue };
        let kept = hoithi_entries::dossier(db, ask.entry).await?.ok_or_else(Halt::not_found)?;
        let winner = winner(db, &kept).await?;
        let (reply, told) = (replies.remove(&ask.id), told.get(&ask.id).copied());
        lines.push(Line { ask, award: award.clone(), winner, reply, told });
    }
    lines.sort_by_key(|line| (std::cmp::Reverse(line.ask.months), line.award.tier_place, line.award.place));
    Ok(lines)
}

/// One of them.
pub(crate) async fn line(db: &mut Conn, edition: &Edition, id: Uuid) -> Result<Line, Halt> {
    lines(db, edition).await?.into_iter().find(|line| line.ask.id == id).ok_or_else(Halt::not_found)
}

/// What was said at one term. Terms are never added up: the same solution speaks at each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summed {
    pub(crate) months: i64,
    pub(crate) asked: usize,
    pub(crate) replied: usize,
    /// In the order of [`Used::ALL`].
    pub(crate) used: [usize; 3],
    /// Of how many answers money was said.
    pub(crate) with_money: usize,
    pub(crate) money: i64,
}

/// The latest term first.
pub(crate) fn summed(lines: &[Line]) -> Vec<Summed> {
    let mut all: BTreeMap<i64, Summed> = BTreeMap::new();
    for line in lines {
        let sum = all.entry(line.ask.months).or_default();
        sum.months = line.ask.months;
        sum.asked += 1;
        let Some(kept) = &line.reply else { continue };
        sum.replied += 1;
        for (count, used) in sum.used.iter_mut().zip(Used::ALL) {
            *count += usize::from(used == kept.reply.used);
        }
        if let Some(benefit) = kept.reply.benefit {
            sum.with_money += 1;
            sum.money = sum.money.saturating_add(benefit.dong);
        }
    }
    all.into_values().rev().collect()
}
