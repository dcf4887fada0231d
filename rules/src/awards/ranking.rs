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
    let (ended, mut running): (Vec<_>, Vec<_>) = candidates
        .iter()
        .partition(|candidate| candidate.tally.is_ended());
    running.sort_by(|a, b| compare(a, b, tie_breaks).0.then(a.entry.cmp(&b.entry)));
    let mut standings: Vec<Standing> = Vec::with_capacity(running.len());
    for (index, candidate) in running.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| running.get(before));
        let decided_by = before.map_or(DecidedBy::Result, |before| {
            compare(before, candidate, tie_breaks).1
        });
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
    let asked = tie_breaks
        .iter()
        .take_while(|rule| !matches!(rule, TieBreak::SharedPlace));
    for rule in asked {
        let (order, decided_by) = match rule {
            TieBreak::Criterion(code) => {
                let of = |candidate: &Candidate| candidate.tally.criteria.get(code).copied();
                (of(b).cmp(&of(a)), DecidedBy::Criterion(code.clone()))
            }
            TieBreak::HighestSheet => (
                b.tally.highest_sheet.cmp(&a.tally.highest_sheet),
                DecidedBy::HighestSheet,
            ),
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
pub fn rank_by_scope(
    candidates: &[Candidate],
    tie_breaks: &[TieBreak],
    scope: PrizeScope,
) -> Vec<Field> {
    if scope == PrizeScope::Overall {
        return vec![Field {
            category: None,
            ranking: rank(candidates, tie_breaks),
        }];
    }
    let mut by_category: BTreeMap<&CategoryCode, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_category
            .entry(&candidate.category)
            .or_default()
            .push(candidate.clone());
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
        Some(
            if matches!(self, Self::MinutesMissing) {
                "minutes"
            } else {
                "order"
            }
            .into(),
        )
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotATie { count } => vec![("count", Fact::count(*count))],
            Self::MinutesMissing => vec![],
        }
    }
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
        let tied = self
            .standings
            .iter()
            .filter(|standing| standing.place == place);
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
            let by_jury = DecidedBy::Deliberation {
                minutes: minutes.clone(),
            };
            standing.decided_by = if index == 0 { first.clone() } else { by_jury };
        }
        self.standings.splice(start..start + tied.len(), tied);
        Ok(self)
    }

    /// The standing of an entry, unless it was ended or never ranked.
    pub fn standing(&self, entry: EntryId) -> Option<&Standing> {
        self.standings
            .iter()
            .find(|standing| standing.entry == entry)
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
pub(super) mod tests {
    use super::*;
    use crate::judging::Fraction;
    use proptest::prelude::*;
    use uuid::Uuid;

    pub(in crate::awards) fn id(number: u128) -> EntryId {
        EntryId::new(Uuid::from_u128(number))
    }

    pub(in crate::awards) fn code() -> CriterionCode {
        CriterionCode("tinh-moi".into())
    }

    pub(in crate::awards) fn candidate(
        number: u128,
        result: i64,
        novelty: i64,
        highest: i64,
    ) -> Candidate {
        let rounded = Points::whole(result);
        Candidate {
            entry: id(number),
            category: CategoryCode::parse("y-duoc").unwrap(),
            tally: TallyResult {
                exact: Fraction::from(rounded),
                rounded,
                criteria: [(code(), Fraction::from(Points::whole(novelty)))].into(),
                highest_sheet: Points::whole(highest),
                used: vec![],
                dropped: vec![],
                below_minimum: vec![],
                ended_by_zero: vec![],
            },
        }
    }

    fn breaks() -> Vec<TieBreak> {
        vec![TieBreak::Criterion(code()), TieBreak::HighestSheet]
    }

    fn places(ranking: &Ranking) -> Vec<(u128, usize)> {
        let place = |standing: &Standing| (standing.entry.uuid().as_u128(), standing.place);
        ranking.standings.iter().map(place).collect()
    }

    #[test]
    fn each_rule_is_asked_only_where_the_one_before_leaves_a_tie() {
        let candidates = [
            candidate(1, 80, 30, 85),
            candidate(2, 90, 10, 91),
            candidate(3, 80, 35, 82),
            candidate(4, 80, 30, 88),
            candidate(5, 80, 30, 85),
            candidate(6, 70, 40, 99),
        ];
        let ranking = rank(&candidates, &breaks());
        assert_eq!(
            places(&ranking),
            [(2, 1), (3, 2), (4, 3), (1, 4), (5, 4), (6, 6)]
        );
        let by: Vec<_> = ranking
            .standings
            .into_iter()
            .map(|each| each.decided_by)
            .collect();
        let expected = [
            DecidedBy::Result,
            DecidedBy::Result,
            DecidedBy::Criterion(code()),
            DecidedBy::HighestSheet,
            DecidedBy::Shared,
            DecidedBy::Result,
        ];
        assert_eq!(by, expected);
    }

    #[test]
    fn nothing_is_asked_after_a_shared_place() {
        let rules = [TieBreak::SharedPlace, TieBreak::HighestSheet];
        let ranking = rank(&[candidate(1, 80, 1, 85), candidate(2, 80, 2, 90)], &rules);
        assert_eq!(places(&ranking), [(1, 1), (2, 1)]);
    }

    #[test]
    fn an_ended_entry_takes_no_place() {
        let mut ended = candidate(1, 99, 0, 99);
        ended.tally.ended_by_zero = vec![code()];
        let ranking = rank(&[ended, candidate(2, 50, 1, 50)], &breaks());
        assert_eq!(
            (places(&ranking), ranking.ended),
            (vec![(2, 1)], vec![id(1)])
        );
    }

    #[test]
    fn the_jury_settles_exactly_the_entries_of_a_shared_place() {
        let tied = [
            candidate(1, 80, 1, 85),
            candidate(2, 80, 1, 85),
            candidate(3, 70, 1, 70),
        ];
        let ranking = rank(&tied, &breaks());
        let settled = ranking
            .clone()
            .settle(&[id(2), id(1)], "Biên bản số 12 ngày 20/9/2021")
            .unwrap();
        assert_eq!(places(&settled), [(2, 1), (1, 2), (3, 3)]);
        assert!(matches!(
            settled.standings[1].decided_by,
            DecidedBy::Deliberation { .. }
        ));
        for order in [
            &[id(1)][..],
            &[id(1), id(3)],
            &[id(3)],
            &[id(1), id(2), id(3)],
            &[],
        ] {
            let refused = ranking.clone().settle(order, "Biên bản").unwrap_err();
            assert_eq!(refused, RankingRefusal::NotATie { count: order.len() });
        }
        let unnamed = ranking.settle(&[id(2), id(1)], " ");
        assert_eq!(unnamed, Err(RankingRefusal::MinutesMissing));
    }

    #[test]
    fn prizes_in_each_category_are_ranked_in_each() {
        let elsewhere = Candidate {
            category: CategoryCode::parse("nong-nghiep").unwrap(),
            ..candidate(2, 60, 1, 1)
        };
        let fields = rank_by_scope(
            &[candidate(1, 80, 1, 1), elsewhere],
            &[],
            PrizeScope::PerCategory,
        );
        let firsts: Vec<_> = fields.iter().map(|field| places(&field.ranking)).collect();
        assert_eq!(firsts, [vec![(2, 1)], vec![(1, 1)]]);
    }

    /// Few values, so that ties abound.
    pub(in crate::awards) fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
        let one = (55_i64..95, 0_i64..3, 0_i64..3, 0..12);
        proptest::collection::vec(one, 0..25).prop_map(|all| {
            let numbered = (1_u128..).zip(all);
            let made = numbered.map(|(number, (result, novelty, highest, barred))| {
                let mut made = candidate(number, result / 4 * 4, novelty, highest);
                if barred == 0 {
                    made.tally.below_minimum = vec![code()];
                }
                made
            });
            made.collect()
        })
    }

    proptest! {
        #[test]
        fn ranking_is_total_and_does_not_depend_on_the_order_of_arrival(
            (all, shuffled) in candidates().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
        ) {
            let ranking = rank(&all, &breaks());
            prop_assert_eq!(&rank(&shuffled, &breaks()), &ranking);
            prop_assert_eq!(ranking.standings.len(), all.len());
        }

        #[test]
        fn a_place_is_one_more_than_the_number_of_better_entries(all in candidates()) {
            let ranking = rank(&all, &breaks());
            for standing in &ranking.standings {
                let own = all.iter().find(|each| each.entry == standing.entry).unwrap();
                let better = all.iter().filter(|other| compare(other, own, &breaks()).0.is_lt()).count();
                prop_assert_eq!(standing.place, better + 1);
            }
        }
    }
}
