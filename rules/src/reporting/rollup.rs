//! Reports added up, by groups and at the top. Whole numbers, computed, never typed.
//!
//! What is approved counts; what came and is not approved stands beside it as open. Every unit is
//! in exactly one group, so that the top is the sum of its groups and of the approved reports.

use std::collections::{BTreeMap, BTreeSet};

use super::ReportRequest;
use crate::ids::UnitId;

/// One unit's report.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    /// Whose.
    pub unit: UnitId,
    /// How far it is.
    pub state: LeafState,
    /// Whether it came after its day.
    pub late: bool,
    /// Its figures.
    pub figures: &'a BTreeMap<String, u64>,
}

/// How far a report is, as a sum sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeafState {
    /// It has not come.
    Missing,
    /// It came and does not count yet.
    Open,
    /// It was given back or opened again, and has not come since.
    Returned,
    /// It counts.
    Approved,
}

impl LeafState {
    /// How far a duty is.
    pub fn of(duty: &ReportRequest) -> Self {
        match duty.answered() {
            None => Self::Missing,
            Some(answer) if answer.is_approved() => Self::Approved,
            Some(_) if duty.is_reported() => Self::Open,
            Some(_) => Self::Returned,
        }
    }

    /// Whether its figures stand beside the sums, because they do not count.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }
}

/// Figures added up; wide enough never to overflow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// From how many reports.
    pub reports: usize,
    /// By code.
    pub figures: BTreeMap<String, Added>,
}

/// One figure added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The sum; of a question how many said yes.
    pub sum: u64,
    /// How many reports have the figure; of a question how many answered it.
    pub reports: usize,
}

impl Sums {
    /// The sum of a figure; zero where no report has it.
    pub fn of(&self, code: &str) -> u64 {
        self.figures.get(code).map_or(0, |added| added.sum)
    }

    /// How many reports have a figure.
    pub fn having(&self, code: &str) -> usize {
        self.figures.get(code).map_or(0, |added| added.reports)
    }

    fn add(&mut self, code: &str, more: Added) {
        match self.figures.get_mut(code) {
            Some(added) => {
                added.sum = added.sum.saturating_add(more.sum);
                added.reports += more.reports;
            }
            None => {
                self.figures.insert(code.to_owned(), more);
            }
        }
    }

    fn report(&mut self, figures: &BTreeMap<String, u64>) {
        self.reports += 1;
        for (code, value) in figures {
            self.add(code, Added { sum: *value, reports: 1 });
        }
    }

    fn all(&mut self, others: &Self) {
        self.reports += others.reports;
        for (code, added) in &others.figures {
            self.add(code, *added);
        }
    }
}

/// A group's reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupSum {
    /// Units that were asked.
    pub asked: usize,
    /// Units that reported, and did so after their day.
    pub late: usize,
    /// What counts.
    pub approved: Sums,
    /// What came and does not count yet, or no longer: the figures of what was given back stand here, too.
    pub open: Sums,
    /// Reports that were given back or opened again: they are not reported until they are sent again.
    pub returned: usize,
    /// Who has not reported, in the order of ids.
    pub missing: Vec<UnitId>,
}

impl GroupSum {
    /// Units that reported: what was approved, and what came and waits for the agency's word.
    pub const fn answered(&self) -> usize {
        self.approved.reports + self.open.reports - self.returned
    }

    fn leaf(&mut self, leaf: Leaf<'_>) {
        self.asked += 1;
        self.late += usize::from(leaf.late && leaf.state != LeafState::Returned);
        self.returned += usize::from(leaf.state == LeafState::Returned);
        match leaf.state {
            LeafState::Missing => self.missing.push(leaf.unit),
            LeafState::Open | LeafState::Returned => self.open.report(leaf.figures),
            LeafState::Approved => self.approved.report(leaf.figures),
        }
    }

    fn group(&mut self, group: &Self) {
        self.asked += group.asked;
        self.late += group.late;
        self.returned += group.returned;
        self.approved.all(&group.approved);
        self.open.all(&group.open);
        self.missing.extend(&group.missing);
    }
}

/// Reports by groups and at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUp<G> {
    /// Each group.
    pub groups: BTreeMap<G, GroupSum>,
    /// All of them.
    pub top: GroupSum,
}

impl<G: Ord> RollUp<G> {
    /// Adds up; the order of the reports does not matter.
    pub fn of<'a>(leaves: impl IntoIterator<Item = Leaf<'a>>, group: impl Fn(UnitId) -> G) -> Self {
        let mut groups: BTreeMap<G, GroupSum> = BTreeMap::new();
        for leaf in leaves {
            groups.entry(group(leaf.unit)).or_default().leaf(leaf);
        }
        let mut top = GroupSum::default();
        for group in groups.values_mut() {
            group.missing.sort_unstable();
            top.group(group);
        }
        top.missing.sort_unstable();
        Self { groups, top }
    }
}

/// Where a unit's report is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// With this unit.
    At(UnitId),
    /// It lies in several of them; nobody guesses in which.
    Several,
    /// In none of them: a department, a school, an enterprise.
    Elsewhere,
}

/// Which units came from which, and which belong to which.
#[derive(Clone, Debug, Default)]
pub struct Kin {
    before: BTreeMap<UnitId, Vec<UnitId>>,
    after: BTreeMap<UnitId, Vec<UnitId>>,
    below: BTreeMap<UnitId, Vec<UnitId>>,
    over: BTreeMap<UnitId, Vec<UnitId>>,
}

impl Kin {
    /// From the register: predecessor and successor, unit and the one above it.
    pub fn new(
        successions: impl IntoIterator<Item = (UnitId, UnitId)>,
        parents: impl IntoIterator<Item = (UnitId, UnitId)>,
    ) -> Self {
        let mut kin = Self::default();
        for (old, new) in successions {
            kin.before.entry(new).or_default().push(old);
            kin.after.entry(old).or_default().push(new);
            kin.over.entry(old).or_default().push(new);
        }
        // Whatever stood in a district was part of it; what a commune became is not above it.
        for (unit, above) in parents {
            kin.before.entry(unit).or_default().push(above);
            kin.over.entry(unit).or_default().push(above);
            kin.below.entry(above).or_default().push(unit);
        }
        kin
    }

    /// The one of these units that the unit stood in before its time.
    pub fn before(&self, unit: UnitId, among: &BTreeSet<UnitId>) -> Group {
        found(unit, among, &self.before)
    }

    /// The one of these units that the unit stands in today, by what is above it and by what it and they
    /// became: a commune of a province that was merged stands in the new one.
    pub fn within(&self, unit: UnitId, among: &BTreeSet<UnitId>) -> Group {
        found(unit, among, &self.over)
    }

    /// The one of these units that the unit became, or that whatever stood in it became. What went only in
    /// part to one of them, and elsewhere for the rest, is not counted there.
    pub fn after(&self, unit: UnitId, among: &BTreeSet<UnitId>) -> Group {
        let (mut seen, mut hits, mut left) = (BTreeSet::new(), BTreeSet::new(), vec![unit]);
        let mut partly = false;
        while let Some(unit) = left.pop() {
            if !seen.insert(unit) {
                continue;
            }
            if among.contains(&unit) {
                hits.insert(unit);
                continue;
            }
            let became = self.after.get(&unit);
            partly |= became.into_iter().flatten().any(|next| self.is_end(*next) && !among.contains(next));
            left.extend(became.into_iter().chain(self.below.get(&unit)).flatten());
        }
        match group(hits) {
            Group::At(_) if partly => Group::Several,
            group => group,
        }
    }

    /// Whether nothing came after the unit and nothing stood in it.
    fn is_end(&self, unit: UnitId) -> bool {
        !self.after.contains_key(&unit) && !self.below.contains_key(&unit)
    }
}

fn found(unit: UnitId, among: &BTreeSet<UnitId>, edges: &BTreeMap<UnitId, Vec<UnitId>>) -> Group {
    let (mut seen, mut hits, mut left) = (BTreeSet::new(), BTreeSet::new(), vec![unit]);
    while let Some(unit) = left.pop() {
        if !seen.insert(unit) {
            continue;
        }
        if among.contains(&unit) {
            hits.insert(unit);
        } else {
            left.extend(edges.get(&unit).into_iter().flatten());
        }
    }
    group(hits)
}

fn group(mut hits: BTreeSet<UnitId>) -> Group {
    match (hits.pop_first(), hits.is_empty()) {
        (None, _) => Group::Elsewhere,
        (Some(only), true) => Group::At(only),
        (Some(_), false) => Group::Several,
    }
}

#[cfg(test)]
mod tests;
