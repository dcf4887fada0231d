//! Which judge marks which entry: never against a conflict, loads as even as they can be.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::{EntryFacts, JudgeFacts, PanelRule, conflicts};
use crate::ids::{EntryId, JudgeId};
use crate::refusal::{Fact, Refusal};

/// One judge's duty to mark one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pairing {
    /// What is marked.
    pub entry: EntryId,
    /// Who marks it.
    pub judge: JudgeId,
}

/// Why there is no assignment.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AssignRefusal {
    /// Some entries have fewer judges who may mark them than sheets are needed.
    #[error("{} entries lack judges who may mark them; {need} are needed", lacking.len())]
    JudgesLacking {
        /// The entries, and how many judges may mark each.
        lacking: Vec<(EntryId, usize)>,
        /// How many are needed.
        need: usize,
    },
}

impl Refusal for AssignRefusal {
    fn code(&self) -> &'static str {
        "judging.judges_lacking"
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let Self::JudgesLacking { lacking, need } = self;
        vec![("count", Fact::count(lacking.len())), ("need", Fact::count(*need))]
    }
}

/// Gives every entry `per_entry` judges; the same facts give the same assignment.
///
/// What is in `kept` stays, as far as no conflict stands against it, so that a judge who
/// declares a conflict costs the others nothing. *Thể lệ*, article on judging; a judge never
/// marks the own unit's entry.
pub fn assign(
    entries: &[EntryFacts],
    judges: &[JudgeFacts],
    per_entry: usize,
    panels: PanelRule,
    kept: &[Pairing],
) -> Result<Vec<Pairing>, AssignRefusal> {
    assign_beside(entries, judges, per_entry, panels, kept, &[])
}

/// The same beside sheets that are `locked`: they count whoever sits on the jury now, so that an
/// entry never gets more sheets than it needs.
pub fn assign_beside(
    entries: &[EntryFacts],
    judges: &[JudgeFacts],
    per_entry: usize,
    panels: PanelRule,
    kept: &[Pairing],
    locked: &[Pairing],
) -> Result<Vec<Pairing>, AssignRefusal> {
    let mut able: BTreeMap<EntryId, BTreeSet<JudgeId>> =
        entries.iter().map(|entry| (entry.id, able(entry, judges, panels))).collect();
    for pair in locked {
        if let Some(judges) = able.get_mut(&pair.entry) {
            judges.insert(pair.judge);
        }
    }
    let kept: Vec<Pairing> = kept.iter().chain(locked).copied().collect();
    let lacking: Vec<_> = able
        .iter()
        .filter(|(_, judges)| judges.len() < per_entry)
        .map(|(entry, judges)| (*entry, judges.len()))
        .collect();
    if !lacking.is_empty() {
        return Err(AssignRefusal::JudgesLacking { lacking, need: per_entry });
    }
    let mut plan = Plan::keeping(&kept, &able, judges);
    plan.fill(per_entry);
    plan.even_out();
    Ok(plan.pairings())
}

fn able(entry: &EntryFacts, judges: &[JudgeFacts], panels: PanelRule) -> BTreeSet<JudgeId> {
    let in_panel = |judge: &&JudgeFacts| match panels {
        PanelRule::Plenary => true,
        PanelRule::PerCategory => judge.categories.contains(&entry.category),
    };
    let free = |judge: &&JudgeFacts| conflicts(judge, entry).is_empty();
    judges.iter().filter(in_panel).filter(free).map(|judge| judge.id).collect()
}

struct Plan<'a> {
    able: &'a BTreeMap<EntryId, BTreeSet<JudgeId>>,
    chosen: BTreeMap<EntryId, BTreeSet<JudgeId>>,
    fixed: BTreeSet<Pairing>,
    loads: BTreeMap<JudgeId, usize>,
}

impl<'a> Plan<'a> {
    fn keeping(kept: &[Pairing], able: &'a BTreeMap<EntryId, BTreeSet<JudgeId>>, judges: &[JudgeFacts]) -> Self {
        let may = |pair: &&Pairing| able.get(&pair.entry).is_some_and(|judges| judges.contains(&pair.judge));
        let fixed: BTreeSet<Pairing> = kept.iter().filter(may).copied().collect();
        let chosen = able.keys().map(|entry| (*entry, BTreeSet::new())).collect();
        let loads = judges.iter().map(|judge| (judge.id, 0)).collect();
        let mut plan = Self { able, chosen, fixed: fixed.clone(), loads };
        for pair in fixed {
            plan.choose(pair.entry, pair.judge);
        }
        plan
    }

    /// Entries with the fewest able judges choose first; each takes the least loaded.
    fn fill(&mut self, per_entry: usize) {
        let mut order: Vec<EntryId> = self.able.keys().copied().collect();
        order.sort_by_key(|entry| (self.able[entry].len(), *entry));
        for entry in order {
            while self.chosen[&entry].len() < per_entry {
                let free = self.able[&entry].difference(&self.chosen[&entry]);
                let Some(judge) = free.min_by_key(|judge| (self.loads[*judge], **judge)).copied() else {
                    break;
                };
                self.choose(entry, judge);
            }
        }
    }

    /// Hands entries on from loaded judges to less loaded ones, along chains of judges, until no
    /// chain makes the loads more even. Each hand-over lowers the sum of squared loads, so it ends.
    fn even_out(&mut self) {
        while let Some(chain) = self.chain() {
            for (entry, from, to) in chain {
                self.release(entry, from);
                self.choose(entry, to);
            }
        }
    }

    fn chain(&self) -> Option<Vec<(EntryId, JudgeId, JudgeId)>> {
        let mut loaded: Vec<(usize, JudgeId)> = self.loads.iter().map(|(judge, load)| (*load, *judge)).collect();
        loaded.sort_unstable_by(|a, b| b.cmp(a));
        loaded.into_iter().find_map(|(load, judge)| self.chain_from(judge, load))
    }

    /// Breadth first from one judge to any whose load is lower by two or more.
    fn chain_from(&self, start: JudgeId, load: usize) -> Option<Vec<(EntryId, JudgeId, JudgeId)>> {
        let mut came: BTreeMap<JudgeId, (EntryId, JudgeId)> = BTreeMap::new();
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(judge) = queue.pop_front() {
            if self.loads[&judge] + 2 <= load {
                return Some(walk_back(&came, start, judge));
            }
            for (entry, next) in self.hand_overs(judge) {
                if next != start && !came.contains_key(&next) {
                    came.insert(next, (entry, judge));
                    queue.push_back(next);
                }
            }
        }
        None
    }

    fn hand_overs(&self, from: JudgeId) -> impl Iterator<Item = (EntryId, JudgeId)> {
        let movable = self.chosen.iter().filter(move |(entry, judges)| {
            judges.contains(&from) && !self.fixed.contains(&Pairing { entry: **entry, judge: from })
        });
        movable.flat_map(|(entry, judges)| self.able[entry].difference(judges).map(|to| (*entry, *to)))
    }

    fn choose(&mut self, entry: EntryId, judge: JudgeId) {
        if self.chosen.entry(entry).or_default().insert(judge) {
            *self.loads.entry(judge).or_default() += 1;
        }
    }

    fn release(&mut self, entry: EntryId, judge: JudgeId) {
        if self.chosen.entry(entry).or_default().remove(&judge) {
            *self.loads.entry(judge).or_default() -= 1;
        }
    }

    fn pairings(&self) -> Vec<Pairing> {
        let pairs = |(entry, judges): (&EntryId, &BTreeSet<JudgeId>)| {
            let entry = *entry;
            judges.iter().map(move |judge| Pairing { entry, judge: *judge }).collect::<Vec<_>>()
        };
        self.chosen.iter().flat_map(pairs).collect()
    }
}

fn walk_back(
    came: &BTreeMap<JudgeId, (EntryId, JudgeId)>,
    start: JudgeId,
    end: JudgeId,
) -> Vec<(EntryId, JudgeId, JudgeId)> {
    let mut chain = Vec::new();
    let mut to = end;
    while to != start {
        let Some(&(entry, from)) = came.get(&to) else {
            break;
        };
        chain.push((entry, from, to));
        to = from;
    }
    // From the far end, so that no judge holds an entry twice on the way.
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::conflict::tests::{entry, judge};
    use proptest::prelude::*;

    fn loads(judges: &[JudgeFacts], pairings: &[Pairing]) -> Vec<usize> {
        let load = |judge: &JudgeFacts| pairings.iter().filter(|pair| pair.judge == judge.id).count();
        judges.iter().map(load).collect()
    }

    #[test]
    fn entries_that_lack_judges_are_named() {
        let mut judges = [judge(1, "An"), judge(2, "Bình")];
        let entries = [entry(10), entry(11)];
        judges[0].declared.insert(entries[1].id);
        let refused = assign(&entries, &judges, 2, PanelRule::Plenary, &[]).unwrap_err();
        let expected = AssignRefusal::JudgesLacking { lacking: vec![(entries[1].id, 1)], need: 2 };
        assert_eq!(refused, expected);
    }

    #[test]
    fn a_panel_marks_its_own_categories_only() {
        let mut elsewhere = judge(1, "An");
        elsewhere.categories.clear();
        let judges = [elsewhere, judge(2, "Bình")];
        let one = assign(&[entry(10)], &judges, 1, PanelRule::PerCategory, &[]).unwrap();
        assert_eq!(loads(&judges, &one), [0, 1]);
        assert!(assign(&[entry(10)], &judges, 2, PanelRule::PerCategory, &[]).is_err());
        assert!(assign(&[entry(10)], &judges, 2, PanelRule::Plenary, &[]).is_ok());
    }

    #[test]
    fn a_locked_sheet_counts_although_its_judge_left() {
        let (an, binh, chi) = (judge(1, "An"), judge(2, "Bình"), judge(3, "Chi"));
        let entries = [entry(10), entry(11)];
        let locked = [Pairing { entry: entries[0].id, judge: an.id }];
        let pairings = assign_beside(&entries, &[binh, chi], 2, PanelRule::Plenary, &[], &locked).unwrap();
        assert!(pairings.contains(&locked[0]));
        for entry in &entries {
            assert_eq!(pairings.iter().filter(|pair| pair.entry == entry.id).count(), 2);
        }
        assert_eq!(pairings.iter().filter(|pair| pair.judge == an.id).count(), 1, "nothing new for who left");
    }

    #[test]
    fn a_conflict_declared_later_moves_that_entry_only() {
        let mut judges = [judge(1, "An"), judge(2, "Bình"), judge(3, "Chi")];
        let entries: Vec<_> = (10..16).map(entry).collect();
        let before = assign(&entries, &judges, 2, PanelRule::Plenary, &[]).unwrap();
        let gone = before[0];
        judges.iter_mut().filter(|each| each.id == gone.judge).for_each(|each| {
            each.declared.insert(gone.entry);
        });
        let after = assign(&entries, &judges, 2, PanelRule::Plenary, &before).unwrap();
        let kept = before.iter().filter(|pair| after.contains(pair)).count();
        assert_eq!((kept, after.len()), (before.len() - 1, before.len()));
        assert!(!after.contains(&gone));
    }

    fn facts() -> impl Strategy<Value = (Vec<EntryFacts>, Vec<JudgeFacts>, usize)> {
        let declared = proptest::collection::vec((0_usize..30, 0_usize..8), 0..40);
        (1_usize..30, 1_usize..8, 1_usize..5, declared).prop_map(|(entries, judges, each, declared)| {
            let entries: Vec<_> = (0..entries).map(|id| entry(100 + id as u128)).collect();
            let mut judges: Vec<_> = (0..judges).map(|id| judge(id as u128, "Mẫu")).collect();
            for (entry, judge) in declared {
                if let (Some(entry), Some(judge)) = (entries.get(entry), judges.get_mut(judge)) {
                    judge.declared.insert(entry.id);
                }
            }
            (entries, judges, each)
        })
    }

    proptest! {
        #[test]
        fn no_conflict_is_ever_violated_and_every_entry_is_served((entries, judges, each) in facts()) {
            match assign(&entries, &judges, each, PanelRule::Plenary, &[]) {
                Ok(pairings) => {
                    prop_assert_eq!(pairings.len(), entries.len() * each);
                    let distinct: BTreeSet<_> = pairings.iter().collect();
                    prop_assert_eq!(distinct.len(), pairings.len());
                    for pair in &pairings {
                        let judge = judges.iter().find(|judge| judge.id == pair.judge).unwrap();
                        let entry = entries.iter().find(|entry| entry.id == pair.entry).unwrap();
                        prop_assert!(conflicts(judge, entry).is_empty());
                    }
                    for entry in &entries {
                        prop_assert_eq!(pairings.iter().filter(|pair| pair.entry == entry.id).count(), each);
                    }
                }
                Err(AssignRefusal::JudgesLacking { lacking, .. }) => {
                    for entry in &entries {
                        let free = judges.iter().filter(|judge| conflicts(judge, entry).is_empty()).count();
                        prop_assert_eq!(free < each, lacking.contains(&(entry.id, free)));
                    }
                }
            }
        }

        #[test]
        fn without_conflicts_loads_differ_by_one_at_most(entries in 1_u128..60, judges in 1_u128..12, each in 1_usize..12) {
            let entries: Vec<_> = (0..entries).map(|id| entry(100 + id)).collect();
            let judges: Vec<_> = (0..judges).map(|id| judge(id, "Mẫu")).collect();
            prop_assume!(each <= judges.len());
            let pairings = assign(&entries, &judges, each, PanelRule::Plenary, &[]).unwrap();
            let loads = loads(&judges, &pairings);
            prop_assert!(loads.iter().max().unwrap() - loads.iter().min().unwrap() <= 1);
        }

        #[test]
        fn the_order_of_the_facts_does_not_matter((entries, judges, each) in facts()) {
            let forward = assign(&entries, &judges, each, PanelRule::Plenary, &[]);
            let entries: Vec<_> = entries.into_iter().rev().collect();
            let judges: Vec<_> = judges.into_iter().rev().collect();
            prop_assert_eq!(assign(&entries, &judges, each, PanelRule::Plenary, &[]), forward);
        }
    }
}
