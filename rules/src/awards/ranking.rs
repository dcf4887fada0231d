//! The order of the entries, and which rule made it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::PrizeScope;
use crate::edition::CategoryCode;
use crate::ids::EntryId;
use crate::judging::{CriterionCode, Points, TallyResult, TieBreak};
use crate::refusal::{Fact, Refusal};
use crate::text::one_line;

/// An entry with its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The entry.
    pub entry: EntryId,
    /// Its category.
    pub category: CategoryCode,
    /// Its result.
    pub tally: TallyResult,
}

/// Entries in order, as in a competition: 1, 2, 2, 4.
///
/// Total and stable: the same results give the same list, whatever order they came in; entries of
/// the same place are listed by id, which means nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// From the best on.
    pub standings: Vec<Standing>,
    /// Entries that zeros ended; they take no place.
    pub ended: Vec<EntryId>,
}

/// One entry's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The entry.
    pub entry: EntryId,
    /// Its place, from 1; equal entries share it.
    pub place: usize,
    /// Its rounded result.
    pub result: Points,
    /// Whether a criterion below its minimum bars it from any prize.
    pub barred: bool,
    /// What puts it behind the entry before it, or beside it.
    pub decided_by: DecidedBy,
}

/// What parts an entry from the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecidedBy {
    /// The result; also of the first entry.
    Result,
    /// The exact result in a criterion.
    Criterion(CriterionCode),
    /// The best single sheet.
    HighestSheet,
    /// The jury's deliberation.
    Deliberation {
        /// The minutes: number and day.
        minutes: String,
    },
    /// Nothing: the place is shared.
    Shared,
}

/// Ranks the entries: by the rounded result, then by the rule book's tie breaks in their order.
///
/// The rounded result counts because it is the one that is published: two entries with the same
/// points on paper are equal, whatever the third decimal says.
pub fn rank(candidates: &[Candidate], tie_breaks: &[TieBreak]) -> Ranking {
    let (ended, mut running): (Vec<_>, Vec<_>) = candidates.iter().partition(|candidate| candidate.tally.is_ended());
    running.sort_by(|a, b| compare(a, b, tie_breaks).0.then(a.entry.cmp(&b.entry)));
    let mut standings: Vec<Standing> = Vec::with_capacity(running.len());
    for (index, candidate) in running.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| running.get(before));
        let decided_by = before.map_or(DecidedBy::Result, |before| compare(before, candidate, tie_breaks).1);
        let shared = standings.last().filter(|_| decided_by == DecidedBy::Shared);
        let place = shared.map_or(index + 1, |before| before.place);
        standings.push(Standing {
            entry: candidate.entry,
            place,
            result: candidate.tally.rounded,
            barred: candidate.tally.bars_prize(),
            decided_by,
        });
    }
    let mut ended: Vec<_> = ended.iter().map(|candidate| candidate.entry).collect();
    ended.sort_unstable();
    Ranking { standings, ended }
}

/// `Less` puts `a` before `b`; with it the rule that decided.
fn compare(a: &Candidate, b: &Candidate, tie_breaks: &[TieBreak]) -> (Ordering, DecidedBy) {
    let by_result = b.tally.rounded.cmp(&a.tally.rounded);
    if by_result.is_ne() {
        return (by_result, DecidedBy::Result);
    }
    let asked = tie_breaks.iter().take_while(|rule| !matches!(rule, TieBreak::SharedPlace));
    for rule in asked {
        let (order, decided_by) = match rule {
            TieBreak::Criterion(code) => {
                let of = |candidate: &Candidate| candidate.tally.criteria.get(code).copied();
                (of(b).cmp(&of(a)), DecidedBy::Criterion(code.clone()))
            }
            TieBreak::HighestSheet => (b.tally.highest_sheet.cmp(&a.tally.highest_sheet), DecidedBy::HighestSheet),
            TieBreak::SharedPlace => break,
        };
        if order.is_ne() {
            return (order, decided_by);
        }
    }
    (Ordering::Equal, DecidedBy::Shared)
}

/// A ranking of its own: the whole edition, or one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The category, where prizes are given in each.
    pub category: Option<CategoryCode>,
    /// Its ranking.
    pub ranking: Ranking,
}

/// One ranking over all, or one for each category, as the prizes' scope says.
pub fn rank_by_scope(candidates: &[Candidate], tie_breaks: &[TieBreak], scope: PrizeScope) -> Vec<Field> {
    if scope == PrizeScope::Overall {
        return vec![Field { category: None, ranking: rank(candidates, tie_breaks) }];
    }
    let mut by_category: BTreeMap<&CategoryCode, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_category.entry(&candidate.category).or_default().push(candidate.clone());
    }
    let field = |(category, candidates): (&CategoryCode, Vec<Candidate>)| Field {
        category: Some(category.clone()),
        ranking: rank(&candidates, tie_breaks),
    };
    by_category.into_iter().map(field).collect()
}

/// Why a deliberation does not settle a tie.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RankingRefusal {
    /// The entries are not exactly those of one shared place.
    #[error("the {count} entries are not exactly those of one shared place")]
    NotATie {
        /// How many were named.
        count: usize,
    },
    /// There are no minutes.
    #[error("the minutes of the deliberation are not named")]
    MinutesMissing,
}

impl Refusal for RankingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotATie { .. } => "awards.not_a_tie",
            Self::MinutesMissing => "awards.minutes_missing",
        }
    }

    fn field(&self) -> Option<String> {
        Some(if matches!(self, Self::MinutesMissing) { "minutes" } else { "order" }.into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotATie { count } => vec![("count", Fact::count(*count))],
            Self::MinutesMissing => vec![],
        }
    }
}

/// Whether a corrected order is one of the very entries that were settled before, with its minutes.
pub fn resettle(before: &[EntryId], order: &[EntryId], minutes: &str) -> Result<(), RankingRefusal> {
    if one_line(minutes).is_empty() {
        return Err(RankingRefusal::MinutesMissing);
    }
    let (mut before, mut after) = (before.to_vec(), order.to_vec());
    before.sort_unstable();
    after.sort_unstable();
    if before == after { Ok(()) } else { Err(RankingRefusal::NotATie { count: order.len() }) }
}

impl Ranking {
    /// Puts the entries of one shared place into the order that the jury deliberated and wrote
    /// into its minutes.
    pub fn settle(mut self, order: &[EntryId], minutes: &str) -> Result<Self, RankingRefusal> {
        let minutes = one_line(minutes);
        if minutes.is_empty() {
            return Err(RankingRefusal::MinutesMissing);
        }
        let refused = RankingRefusal::NotATie { count: order.len() };
        let named = |standing: &Standing| order.contains(&standing.entry);
        let Some(start) = self.standings.iter().position(named) else {
            return Err(refused);
        };
        let place = self.standings[start].place;
        let tied = self.standings.iter().filter(|standing| standing.place == place);
        let mut tied: Vec<Standing> = tied.cloned().collect();
        let (mut before, mut after) = (entries(&tied), order.to_vec());
        before.sort_unstable();
        after.sort_unstable();
        if tied.len() < 2 || before != after {
            return Err(refused);
        }
        let first = tied[0].decided_by.clone();
        tied.sort_by_key(|standing| order.iter().position(|entry| *entry == standing.entry));
        for (index, standing) in tied.iter_mut().enumerate() {
            standing.place = place + index;
            let by_jury = DecidedBy::Deliberation { minutes: minutes.clone() };
            standing.decided_by = if index == 0 { first.clone() } else { by_jury };
        }
        self.standings.splice(start..start + tied.len(), tied);
        Ok(self)
    }

    /// The standing of an entry, unless it was ended or never ranked.
    pub fn standing(&self, entry: EntryId) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.entry == entry)
    }

    /// The entries by place, those of a shared place together.
    pub fn places(&self) -> impl Iterator<Item = &[Standing]> {
        self.standings.chunk_by(|a, b| a.place == b.place)
    }
}

fn entries(standings: &[Standing]) -> Vec<EntryId> {
    standings.iter().map(|standing| standing.entry).collect()
}

#[cfg(test)]
pub(super) mod tests;
