//! How the sheets of one entry become its result.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{CriterionCode, Fraction, Marks, Points, Rubric};
use crate::ids::ScoreSheetId;
use crate::refusal::{Fact, Refusal};

/// How sheets are brought together. Only what the program carries out has a name here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregate {
    /// The mean of the sheets' totals.
    Mean,
    /// The sum of the sheets' totals.
    Sum,
    /// The median of the sheets' totals; of an even number, the mean of the two in the middle.
    Median,
}

/// Leaves out the highest and the lowest sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trim {
    /// Only from this many sheets on; at least three.
    pub from_sheets: usize,
}

/// Where the exact result is rounded, half up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    /// The result is a whole number of these: `0,01` for two decimals.
    pub unit: Points,
}

/// From sheets to result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyRule {
    /// Mean, sum or median.
    pub aggregate: Aggregate,
    /// Whether the outermost sheets are left out.
    pub trim: Option<Trim>,
    /// Where to round.
    pub rounding: Rounding,
}

/// What the locked sheets of one entry come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyResult {
    /// Before any rounding.
    pub exact: Fraction,
    /// Rounded as the rule book says; the official result, by which entries are ranked.
    pub rounded: Points,
    /// The result in each criterion, from the same sheets; the mean where totals are summed.
    pub criteria: BTreeMap<CriterionCode, Fraction>,
    /// The best total among the sheets that count.
    pub highest_sheet: Points,
    /// The sheets that count, in the order of their ids.
    pub used: Vec<ScoreSheetId>,
    /// The sheets that a trim left out, in the order of their ids.
    pub dropped: Vec<ScoreSheetId>,
    /// The criteria whose result is below their minimum: no prize.
    pub below_minimum: Vec<CriterionCode>,
    /// The criteria in which most of all sheets gave zero, which ends the entry.
    pub ended_by_zero: Vec<CriterionCode>,
}

impl TallyResult {
    /// Whether the entry may receive a prize at all, whatever its place.
    pub fn bars_prize(&self) -> bool {
        !self.below_minimum.is_empty() || self.is_ended()
    }

    /// Whether zeros ended the entry; it takes no place.
    pub fn is_ended(&self) -> bool {
        !self.ended_by_zero.is_empty()
    }
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TallyRefusal {
    /// Nobody has opened the round.
    #[error("the round is not opened")]
    RoundNotOpened,
    /// Fewer sheets than the rule book asks for.
    #[error("the entry has {have} sheets, the rule book asks for {need}")]
    SheetsLacking {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// More sheets than the rule book asks for: the entry would be judged by other people's say than
    /// the rest.
    #[error("the entry has {have} sheets, the rule book asks for {need} and no more")]
    SheetsTooMany {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// A sheet is not locked.
    #[error("the sheet {sheet} is not locked")]
    SheetOpen {
        /// Which.
        sheet: ScoreSheetId,
    },
    /// A sheet lacks a mark.
    #[error("the sheet {sheet} has no mark for {criterion}")]
    MarkMissing {
        /// Which sheet.
        sheet: ScoreSheetId,
        /// Which criterion.
        criterion: CriterionCode,
    },
}

impl Refusal for TallyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RoundNotOpened => "judging.round_not_opened",
            Self::SheetsLacking { .. } => "judging.sheets_lacking",
            Self::SheetsTooMany { .. } => "judging.sheets_too_many",
            Self::SheetOpen { .. } => "judging.sheet_open",
            Self::MarkMissing { .. } => "judging.mark_missing",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::RoundNotOpened => vec![],
            Self::SheetsLacking { have, need } | Self::SheetsTooMany { have, need } => {
                vec![("have", Fact::count(*have)), ("need", Fact::count(*need))]
            }
            Self::SheetOpen { sheet } => vec![("sheet", Fact::text(sheet))],
            Self::MarkMissing { sheet, criterion } => {
                vec![("sheet", Fact::text(sheet)), ("criterion", Fact::text(criterion))]
            }
        }
    }
}

/// One complete sheet, its marks in the rubric's order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sheet {
    total: Points,
    marks: Vec<Points>,
    id: ScoreSheetId,
}

/// Brings the sheets of one entry together, exactly; their order does not matter.
///
/// *Thể lệ*, article on judging. A trim leaves out one highest and one lowest total; among equal
/// totals the one whose marks come first, compared criterion by criterion, so that the result
/// hangs on nothing but the marks. Whether the round is opened is [`super::Round::tally`]'s to ask.
pub fn tally(
    sheets: &[(ScoreSheetId, &Marks)],
    rubric: &Rubric,
    rule: &TallyRule,
) -> Result<TallyResult, TallyRefusal> {
    let mut complete =
        sheets.iter().map(|(id, marks)| Sheet::read(*id, marks, rubric)).collect::<Result<Vec<_>, _>>()?;
    complete.sort_unstable();
    let used = trimmed(&complete, rule.trim);
    let lacking = || TallyRefusal::SheetsLacking { have: 0, need: 1 };
    let totals: Vec<Points> = used.iter().map(|sheet| sheet.total).collect();
    let exact = rule.aggregate.of(&totals).ok_or_else(lacking)?;
    let criteria = criteria(used, rubric, rule.aggregate);
    let below = rubric.criteria.iter().filter(|criterion| {
        let result = criteria.get(&criterion.code);
        criterion.minimum.zip(result).is_some_and(|(minimum, result)| *result < minimum.into())
    });
    Ok(TallyResult {
        exact,
        rounded: exact.round(rule.rounding.unit),
        highest_sheet: totals.iter().copied().max().unwrap_or_default(),
        below_minimum: below.map(|criterion| criterion.code.clone()).collect(),
        ended_by_zero: ended_by_zero(&complete, rubric),
        dropped: ids(complete.iter().filter(|sheet| !used.contains(sheet))),
        used: ids(used),
        criteria,
    })
}

impl Sheet {
    fn read(id: ScoreSheetId, marks: &Marks, rubric: &Rubric) -> Result<Self, TallyRefusal> {
        let mark = |code: &CriterionCode| {
            let missing = || TallyRefusal::MarkMissing { sheet: id, criterion: code.clone() };
            marks.get(code).copied().ok_or_else(missing)
        };
        let marks = rubric.criteria.iter().map(|criterion| mark(&criterion.code));
        let marks = marks.collect::<Result<Vec<Points>, _>>()?;
        Ok(Self { total: marks.iter().copied().sum(), marks, id })
    }
}

impl Aggregate {
    fn of(self, values: &[Points]) -> Option<Fraction> {
        let sum = values.iter().copied().sum::<Points>();
        match self {
            Self::Mean => Fraction::mean(sum, values.len()),
            Self::Sum => (!values.is_empty()).then(|| sum.into()),
            Self::Median => Fraction::median(values),
        }
    }

    /// A minimum is a mark on one sheet's scale, so sums are brought back to it.
    const fn of_criterion(self) -> Self {
        match self {
            Self::Mean | Self::Sum => Self::Mean,
            Self::Median => Self::Median,
        }
    }
}

fn trimmed(sorted: &[Sheet], trim: Option<Trim>) -> &[Sheet] {
    match (trim, sorted) {
        (Some(trim), [_, inner @ .., _]) if sorted.len() >= trim.from_sheets && !inner.is_empty() => inner,
        _ => sorted,
    }
}

fn criteria(used: &[Sheet], rubric: &Rubric, aggregate: Aggregate) -> BTreeMap<CriterionCode, Fraction> {
    let column =
        |index: usize| -> Vec<Points> { used.iter().filter_map(|sheet| sheet.marks.get(index).copied()).collect() };
    let result = |(index, criterion): (usize, &super::Criterion)| {
        let result = aggregate.of_criterion().of(&column(index))?;
        Some((criterion.code.clone(), result))
    };
    rubric.criteria.iter().enumerate().filter_map(result).collect()
}

/// All sheets have a say here, the trimmed ones too: a zero is a judgement, not an outlier.
fn ended_by_zero(sheets: &[Sheet], rubric: &Rubric) -> Vec<CriterionCode> {
    let zeros = |index: usize| sheets.iter().filter(|sheet| sheet.marks.get(index) == Some(&Points::ZERO)).count();
    let criteria = rubric.criteria.iter().enumerate();
    let ending = criteria.filter(|(index, each)| each.zero_ends_entry && 2 * zeros(*index) > sheets.len());
    ending.map(|(_, criterion)| criterion.code.clone()).collect()
}

fn ids<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Vec<ScoreSheetId> {
    let mut ids: Vec<_> = sheets.into_iter().map(|sheet| sheet.id).collect();
    ids.sort_unstable();
    ids
}

#[cfg(test)]
mod tests;
