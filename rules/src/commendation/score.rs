//! What a unit has by the formula, line by line, and its place among its like.

use std::collections::BTreeMap;

use crate::commendation::{Criterion, Formula};
use crate::judging::Points;

/// Units that are compared with each other. There is never one table of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Communes, wards, special zones.
    Localities,
    /// Districts and towns of the time before July 2025: a commune is never measured against one.
    Districts,
    /// Departments, unions, the province's other bodies.
    Departments,
    /// Universities, colleges, schools.
    Schools,
    /// Enterprises.
    Enterprises,
    /// Whatever else takes part.
    Others,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 6] =
        [Self::Localities, Self::Districts, Self::Departments, Self::Schools, Self::Enterprises, Self::Others];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Localities => "localities",
            Self::Districts => "districts",
            Self::Departments => "departments",
            Self::Schools => "schools",
            Self::Enterprises => "enterprises",
            Self::Others => "others",
        }
    }

    /// The group of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }
}

/// One line of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What counts.
    pub criterion: Criterion,
    /// How many.
    pub count: u32,
    /// For one.
    pub each: Points,
    /// For all of them.
    pub points: Points,
    /// Whether the ceiling cut it.
    pub cut: bool,
}

/// A unit's points with the lines that they are the sum of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Only what the unit has, in the order of the contest.
    pub lines: Vec<Line>,
}

impl Score {
    /// By the formula, for what was counted.
    pub fn of(formula: &Formula, counts: &BTreeMap<Criterion, u32>) -> Self {
        let counted = counts.iter().filter(|(_, count)| **count > 0);
        let lines = counted.map(|(criterion, count)| {
            let (points, cut) = formula.worth(*criterion, *count);
            Line { criterion: *criterion, count: *count, each: formula.rule(*criterion).each, points, cut }
        });
        Self { lines: lines.collect() }
    }

    /// The sum of its lines.
    pub fn total(&self) -> Points {
        self.lines.iter().map(|line| line.points).sum()
    }
}

/// Somebody with a place; equal points share it and the next one is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// From 1.
    pub place: usize,
    /// Whose.
    pub what: T,
}

/// In the order of their points, from the highest; the order of equals stays as it was given.
pub fn place<T>(mut all: Vec<T>, points: impl Fn(&T) -> Points) -> Vec<Placed<T>> {
    all.sort_by_key(|each| std::cmp::Reverse(points(each)));
    let mut placed: Vec<Placed<T>> = Vec::with_capacity(all.len());
    for (index, what) in all.into_iter().enumerate() {
        let shared = placed.last().filter(|before| points(&before.what) == points(&what)).map(|before| before.place);
        placed.push(Placed { place: shared.unwrap_or(index + 1), what });
    }
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts() -> impl Strategy<Value = BTreeMap<Criterion, u32>> {
        proptest::collection::btree_map((0..Criterion::ALL.len()).prop_map(|at| Criterion::ALL[at]), 0..60_u32, 0..15)
    }

    /// Any formula that a committee could type.
    fn formula() -> impl Strategy<Value = Formula> {
        proptest::collection::vec((0..1_000_000_i64, proptest::option::of(0..1_000_000_i64)), Criterion::ALL.len())
            .prop_map(|rules| {
                let line = |(criterion, (each, over)): (&Criterion, &(i64, Option<i64>))| {
                    let ceiling = over.map_or_else(|| "-".to_owned(), |over| (each + over).to_string());
                    format!("{criterion} {each} {ceiling}\n")
                };
                let text: String = Criterion::ALL.iter().zip(&rules).map(line).collect();
                Formula::from_text(&text).unwrap()
            })
    }

    proptest! {
        #[test]
        fn one_more_piece_of_evidence_never_takes_points_away(
            formula in formula(), counts in counts(), at in 0..Criterion::ALL.len(), more in 1..5_u32,
        ) {
            let before = Score::of(&formula, &counts).total();
            let mut with = counts;
            *with.entry(Criterion::ALL[at]).or_default() += more;
            prop_assert!(Score::of(&formula, &with).total() >= before);
        }

        #[test]
        fn the_sum_of_the_lines_is_the_score_and_no_line_is_above_its_ceiling(formula in formula(), counts in counts()) {
            let score = Score::of(&formula, &counts);
            let sum: i64 = score.lines.iter().map(|line| line.points.hundredths()).sum();
            prop_assert_eq!(score.total().hundredths(), sum);
            for line in &score.lines {
                let whole = line.each.hundredths() * i64::from(line.count);
                prop_assert_eq!(line.cut, line.points.hundredths() < whole);
                prop_assert!(formula.rule(line.criterion).ceiling.is_none_or(|ceiling| line.points <= ceiling));
            }
        }

        #[test]
        fn a_place_is_how_many_have_more_and_one(points in proptest::collection::vec(0..6_i64, 0..20)) {
            let placed = place(points.clone(), |each| Points::whole(*each));
            for each in &placed {
                prop_assert_eq!(each.place, points.iter().filter(|other| **other > each.what).count() + 1);
            }
        }
    }
}
