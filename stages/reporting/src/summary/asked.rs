//! What the reports were asked for: each request with how far it is, and each figure with how many left it blank.

use std::collections::BTreeMap;

use hoithi_rules::reporting::{Added, Column, LeafState, Sums};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Heap, Sheet, Summary};
use crate::line::ReportLine;

/// A request with how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    /// What asked: a letter.
    pub occasion: Uuid,
    /// The last day by which all were asked, whatever later day one of them was granted.
    pub due: Date,
    /// How many reports are approved.
    pub approved: usize,
    /// How many came and are not, those among them that were given back.
    pub open: usize,
    /// How many have not come.
    pub missing: usize,
}

/// The requests of these reports, the earliest first.
pub(super) fn requests(lines: &[ReportLine]) -> Vec<Requested> {
    let mut all: BTreeMap<Uuid, Requested> = BTreeMap::new();
    for line in lines {
        let (occasion, due) = (line.occasion, line.request.asked_by());
        let begun = || Requested { occasion, due, approved: 0, open: 0, missing: 0 };
        let request = all.entry(occasion).or_insert_with(begun);
        request.due = request.due.max(due);
        match line.leaf() {
            LeafState::Approved => request.approved += 1,
            LeafState::Open | LeafState::Returned => request.open += 1,
            LeafState::Missing => request.missing += 1,
        }
    }
    let mut all: Vec<_> = all.into_values().collect();
    all.sort_by_key(|request| request.due);
    all
}

/// What a figure comes to; none where no report has it, which is not zero.
pub(crate) fn sum_of(sums: &Sums, column: &Column) -> Option<Added> {
    sums.figures.get(&column.code).copied()
}

/// Whether it is approved and has nothing where its own version of the form asked.
fn is_blank(sheet: &Sheet, line: &ReportLine, code: &str) -> bool {
    let Some(answer) = line.answer().filter(|answer| answer.is_approved()) else { return false };
    let figures = &answer.given.figures;
    let said_no = || sheet.question_over(line, code).is_some_and(|question| figures.get(question) == Some(&0));
    !figures.contains_key(code) && !said_no()
}

impl Summary {
    /// In how many approved reports a figure is blank, of one group or of all. Below a question that was answered
    /// with no it is not asked.
    pub fn blank(&self, column: &Column, within: Option<&Heap>) -> usize {
        let Some(sheet) = &self.form else { return 0 };
        let units = self.units.iter().filter(|unit| within.is_none_or(|heap| unit.heap == *heap));
        units.filter(|unit| is_blank(sheet, &unit.line, &column.code)).count()
    }

    /// What is added up and stands in no report that came.
    pub fn unwritten(&self) -> Vec<&Column> {
        let top = &self.sum.top;
        let anywhere = |column: &Column| [&top.approved, &top.open].iter().any(|sums| sum_of(sums, column).is_some());
        self.columns.iter().filter(|column| column.rolls_up && !anywhere(column)).collect()
    }
}
