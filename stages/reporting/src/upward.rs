//! The consolidated report as it goes upward, in whichever file: sums, groups, one figure as bars.

use std::cmp::Reverse;

use hoithi_edition::Edition;
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::reporting::Column;

use crate::summary::{Heap, Summary, UnitReport};

/// What a draft of the report is made of.
pub(crate) struct Upward {
    pub(crate) edition: Edition,
    pub(crate) summary: Summary,
    /// What is added up, in words; none when it is everything that was asked.
    pub(crate) span: Option<String>,
    /// Each group with its name; none when every unit stands for itself.
    pub(crate) groups: Vec<(String, Heap)>,
    /// Who signs for the agency, where that was set.
    pub(crate) signatory: Option<Signatory>,
    /// None while fewer than two have something approved.
    pub(crate) chart: Option<Chart>,
}

/// One figure side by side, by group or by unit.
pub(crate) struct Chart {
    /// The figure in full.
    pub(crate) figure: String,
    /// The greatest first.
    pub(crate) bars: Vec<(String, u64)>,
}

/// Nobody reads more bars than these.
const BARS: usize = 15;

impl Chart {
    /// What is approved of a figure; one bar alone compares nothing and is no chart. What has no bar of its own is together in the last one, so that
    /// the bars are the sum.
    pub(crate) fn of(summary: &Summary, groups: &[(String, Heap)], column: &Column) -> Option<Self> {
        let of_group = |(name, heap): &(String, Heap)| {
            let group = summary.sum.groups.get(heap);
            (name.clone(), group.map_or(0, |group| group.approved.of(&column.code)))
        };
        let of_unit = |unit: &UnitReport| (unit.name.clone(), approved(unit, &column.code));
        let bars: Vec<_> = if groups.is_empty() {
            summary.units.iter().map(of_unit).collect()
        } else {
            groups.iter().map(of_group).collect()
        };
        let bars = greatest(bars);
        (bars.len() > 1).then(|| Self { figure: column.label.clone(), bars })
    }
}

fn greatest(mut bars: Vec<(String, u64)>) -> Vec<(String, u64)> {
    bars.retain(|(_, value)| *value > 0);
    bars.sort_by_key(|(_, value)| Reverse(*value));
    if bars.len() > BARS {
        let rest = bars.split_off(BARS - 1);
        let sum = rest.iter().fold(0_u64, |sum, (_, value)| sum.saturating_add(*value));
        bars.push((format!("Các nơi còn lại ({})", rest.len()), sum));
    }
    bars
}

fn approved(unit: &UnitReport, code: &str) -> u64 {
    let answer = unit.line.answer().filter(|answer| answer.is_approved());
    answer.and_then(|answer| answer.given.figures.get(code)).copied().unwrap_or(0)
}

/// The figure that tells most: which most units have something approved of; the form's first of these.
pub(crate) fn telling(summary: &Summary) -> Option<&Column> {
    let having = |column: &Column| summary.units.iter().filter(|unit| approved(unit, &column.code) > 0).count();
    // Of equals `min_by_key` gives the first.
    summary
        .columns
        .iter()
        .filter(|column| column.rolls_up && !column.asked)
        .min_by_key(|column| Reverse(having(column)))
}

/// How far a report is, in the office's words.
pub(crate) fn word(unit: &UnitReport) -> &'static str {
    match unit.line.answer() {
        None => "chưa gửi",
        Some(answer) if answer.is_approved() => "đã duyệt",
        Some(_) => "chưa duyệt",
    }
}
