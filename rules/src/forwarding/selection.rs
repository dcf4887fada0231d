//! Whom the rule sends up: the best of each category within its number, the best of all within the limit, what
//! becomes of those who share the line, and who waits in reserve. A person may take one in or leave one out
//! with a reason; the list is the rule's answer with these changes and nothing else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::edition::{CategoryCode, ChoiceRule, TiesAtTheLine};
use crate::ids::EntryId;
use crate::judging::Points;
use crate::refusal::{Fact, Refusal};

/// An entry that could go up, as the ranking has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contender {
    /// The entry.
    pub entry: EntryId,
    /// Its category in its own contest.
    pub category: CategoryCode,
    /// Its place in its own ranking; equal entries share it.
    pub place: usize,
    /// Its result.
    pub result: Points,
}

/// What the rule says of those who could go up; each stands in one of the three at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// They go up, the best first.
    pub chosen: Vec<EntryId>,
    /// They share a place of which not all have room, and wait for a person.
    pub tied: Vec<EntryId>,
    /// They follow where one before them does not go, the best first.
    pub reserve: Vec<EntryId>,
}

/// What a person decided against the rule's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Override {
    /// It goes up although the rule did not choose it.
    In,
    /// It stays although the rule chose it.
    Out,
}

impl Override {
    /// Both.
    pub const ALL: [Self; 2] = [Self::In, Self::Out];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// Whom the rule sends up, where the ranking is one over all (`whole`) or one of each category. Places of
/// different rankings are not compared: across them the result alone counts.
pub fn select(rule: &ChoiceRule, limit: u32, whole: bool, contenders: &[Contender]) -> Selection {
    let mut selection = Selection::default();
    let mut passed: Vec<&Contender> = Vec::new();
    let mut by_category: BTreeMap<&CategoryCode, Vec<&Contender>> = BTreeMap::new();
    for contender in contenders {
        by_category.entry(&contender.category).or_default().push(contender);
    }
    for mut of_one in by_category.into_values() {
        of_one.sort_by_key(|contender| (contender.place, contender.entry));
        let most = rule.per_category.map_or(u32::MAX, std::num::NonZeroU32::get);
        let line = cut(&of_one, most, |contender| (contender.place, Reverse(contender.result)));
        let together = rule.ties == TiesAtTheLine::Together;
        let straddling = if together { &[][..] } else { &of_one[line.whole..line.tied] };
        selection.tied.extend(straddling.iter().map(|contender| contender.entry));
        passed.extend(&of_one[..if together { line.tied } else { line.whole }]);
    }
    let key = |contender: &Contender| (Reverse(contender.result), if whole { contender.place } else { 0 });
    passed.sort_by_key(|contender| (key(contender), contender.place, contender.entry));
    let line = cut(&passed, limit, key);
    selection.chosen = passed[..line.whole].iter().map(|contender| contender.entry).collect();
    selection.tied.extend(passed[line.whole..line.tied].iter().map(|contender| contender.entry));
    let taken: BTreeSet<EntryId> = selection.chosen.iter().chain(&selection.tied).copied().collect();
    let mut rest: Vec<&Contender> = contenders.iter().filter(|each| !taken.contains(&each.entry)).collect();
    rest.sort_by_key(|contender| (key(contender), contender.place, contender.entry));
    let waiting = usize::try_from(rule.reserve).unwrap_or(usize::MAX);
    selection.reserve = rest.iter().take(waiting).map(|contender| contender.entry).collect();
    selection
}

/// Where a line falls in a list that is in order.
struct Line {
    /// So many have room together with everybody who is equal to them.
    whole: usize,
    /// Up to here stand those who share the place that the line cuts.
    tied: usize,
}

fn cut<K: PartialEq>(ordered: &[&Contender], most: u32, key: impl Fn(&Contender) -> K) -> Line {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if ordered.len() <= most {
        return Line { whole: ordered.len(), tied: ordered.len() };
    }
    // The first beyond the line; it is there, since the list is longer.
    let beyond = key(ordered[most]);
    let whole = ordered.iter().position(|each| key(each) == beyond).unwrap_or(most).min(most);
    let tied = if whole == most {
        most
    } else {
        ordered.iter().rposition(|each| key(each) == beyond).map_or(most, |at| at + 1)
    };
    Line { whole, tied }
}

/// The list that goes up: the rule's answer with what persons decided against it.
pub fn list_of(selection: &Selection, overrides: &BTreeMap<EntryId, Override>) -> BTreeSet<EntryId> {
    let by_rule = selection.chosen.iter().copied().filter(|entry| overrides.get(entry) != Some(&Override::Out));
    let taken_in = overrides.iter().filter(|(_, decided)| **decided == Override::In).map(|(entry, _)| *entry);
    by_rule.chain(taken_in).collect()
}

/// Why the rule's answer is not changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OverrideRefusal {
    /// Nobody says why.
    #[error("the reason is missing")]
    ReasonMissing,
    /// The entry cannot go up, whoever wants it.
    #[error("the entry cannot go up")]
    NoContender,
    /// It went up already.
    #[error("the entry went up already")]
    AlreadySent,
    /// The list is as long as may be.
    #[error("the list has {limit} entries, which is the limit")]
    ListFull {
        /// The limit.
        limit: u32,
    },
}

impl Refusal for OverrideRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ReasonMissing => "forwarding.reason_missing",
            Self::NoContender => "forwarding.no_contender",
            Self::AlreadySent => "forwarding.already_sent",
            Self::ListFull { .. } => "forwarding.list_full",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ReasonMissing => Some("reason".into()),
            _ => Some("entry".into()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ListFull { limit } => vec![("limit", Fact::count(*limit))],
            _ => Vec::new(),
        }
    }
}

/// Whether the answer for this entry may be changed so: it could go up and has not, somebody says why, and
/// the list after it is no longer than may be. Going back to the rule's own answer asks for no reason.
pub fn check_override(
    (contender, sent): (bool, bool),
    reason: Option<&str>,
    list: usize,
    limit: u32,
) -> Result<(), Vec<OverrideRefusal>> {
    let full = u32::try_from(list).map_or(true, |list| list > limit);
    let problems: Vec<OverrideRefusal> = [
        (!contender && !sent).then_some(OverrideRefusal::NoContender),
        sent.then_some(OverrideRefusal::AlreadySent),
        full.then_some(OverrideRefusal::ListFull { limit }),
        reason.is_some_and(|reason| reason.trim().is_empty()).then_some(OverrideRefusal::ReasonMissing),
    ]
    .into_iter()
    .flatten()
    .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: usize) -> EntryId {
        EntryId::new(Uuid::from_u128(number as u128))
    }

    fn rule(per_category: u32, ties: TiesAtTheLine, reserve: u32) -> ChoiceRule {
        ChoiceRule { per_category: std::num::NonZeroU32::new(per_category), ties, reserve }
    }

    /// One ranking over all: the places follow from the points, equal points share a place.
    fn ranked(told: &[(&str, i64)]) -> Vec<Contender> {
        let contender = |(at, (category, points)): (usize, &(&str, i64))| Contender {
            entry: id(at + 1),
            category: CategoryCode::parse(category).unwrap(),
            place: 1 + told.iter().filter(|(_, other)| other > points).count(),
            result: Points::whole(*points),
        };
        told.iter().enumerate().map(contender).collect()
    }

    fn ids(numbers: &[usize]) -> Vec<EntryId> {
        numbers.iter().copied().map(id).collect()
    }

    #[test]
    fn the_best_of_each_category_go_within_the_limit_of_all() {
        let told = ranked(&[("a", 90), ("a", 85), ("a", 80), ("b", 75), ("b", 70)]);
        let selection = select(&rule(2, TiesAtTheLine::Wait, 1), 3, true, &told);
        assert_eq!(selection.chosen, ids(&[1, 2, 4]));
        assert_eq!((selection.tied, selection.reserve), (vec![], ids(&[3])));
    }

    #[test]
    fn who_shares_the_line_goes_together_or_waits_for_a_person() {
        let told = ranked(&[("a", 90), ("a", 80), ("a", 80), ("a", 70)]);
        let wait = select(&rule(2, TiesAtTheLine::Wait, 5), 4, true, &told);
        assert_eq!((wait.chosen, wait.tied, wait.reserve), (ids(&[1]), ids(&[2, 3]), ids(&[4])));
        let together = select(&rule(2, TiesAtTheLine::Together, 5), 4, true, &told);
        assert_eq!((together.chosen, together.tied), (ids(&[1, 2, 3]), vec![]));
        let beyond = select(&rule(2, TiesAtTheLine::Together, 0), 2, true, &told);
        assert_eq!((beyond.chosen, beyond.tied), (ids(&[1]), ids(&[2, 3])), "never beyond the limit of all");
    }

    #[test]
    fn a_change_needs_a_reason_an_entry_and_room() {
        let codes = |told: Result<(), Vec<OverrideRefusal>>| {
            told.err().unwrap_or_default().iter().map(Refusal::code).collect::<Vec<_>>()
        };
        assert_eq!(codes(check_override((true, false), Some("Tác giả xin thôi."), 2, 2)), [""; 0]);
        assert_eq!(
            codes(check_override((true, false), Some(" "), 3, 2)),
            ["forwarding.list_full", "forwarding.reason_missing"]
        );
        assert_eq!(codes(check_override((false, false), None, 1, 2)), ["forwarding.no_contender"]);
        assert_eq!(codes(check_override((false, true), None, 1, 2)), ["forwarding.already_sent"]);
    }

    proptest! {
        /// The list is the rule's answer, less what was left out, with what was taken in; and the rule's
        /// answer keeps the limit, the order and every number of a category that ties do not overrun.
        #[test]
        fn the_list_is_the_rule_s_answer_with_the_recorded_changes(
            told in proptest::collection::vec((0_usize..3, 60_i64..70), 0..20),
            (per_category, reserve, limit) in (0_u32..5, 0_u32..4, 1_u32..10),
            together in any::<bool>(),
            changed in proptest::collection::btree_map(1_usize..21, any::<bool>(), 0..6),
        ) {
            let named: Vec<(&str, i64)> = told.iter().map(|(category, points)| (["a", "b", "c"][*category], *points)).collect();
            let contenders = ranked(&named);
            let ties = if together { TiesAtTheLine::Together } else { TiesAtTheLine::Wait };
            let rule = rule(per_category, ties, reserve);
            let selection = select(&rule, limit, true, &contenders);
            let all = [&selection.chosen[..], &selection.tied[..], &selection.reserve[..]].concat();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "nobody stands twice");
            prop_assert!(selection.chosen.len() <= limit as usize && selection.reserve.len() <= reserve as usize);
            let points = |entry: &EntryId| contenders.iter().find(|each| each.entry == *entry).unwrap();
            for category in ["a", "b", "c"] {
                let of_one: Vec<_> = selection.chosen.iter().map(points).filter(|each| each.category.as_str() == category).collect();
                if per_category > 0 && !together {
                    prop_assert!(of_one.len() <= per_category as usize);
                }
                let worst = of_one.iter().map(|each| each.result).min();
                let left = contenders.iter().filter(|each| each.category.as_str() == category && !selection.chosen.contains(&each.entry));
                for each in left {
                    prop_assert!(worst.is_none_or(|worst| each.result < worst), "no better or equal one stays behind");
                }
            }
            let decided = |taken: &bool| if *taken { Override::In } else { Override::Out };
            let overrides: BTreeMap<EntryId, Override> = changed.iter().map(|(entry, taken)| (id(*entry), decided(taken))).collect();
            let list = list_of(&selection, &overrides);
            for entry in contenders.iter().map(|each| each.entry).chain(overrides.keys().copied()) {
                let by_rule = selection.chosen.contains(&entry);
                let wanted = overrides.get(&entry).map_or(by_rule, |decided| *decided == Override::In);
                prop_assert_eq!(list.contains(&entry), wanted);
            }
            prop_assert_eq!(select(&rule, limit, true, &contenders), selection, "the same answer every time");
        }
    }
}
