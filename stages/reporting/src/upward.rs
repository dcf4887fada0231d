//! The consolidated report as it goes upward, in whichever file: sums, groups, one figure as bars.

use std::cmp::Reverse;

use hoithi_correspondence::Letterhead;
use hoithi_edition::Edition;
use hoithi_rules::reporting::{Column, Stands};

use crate::summary::{Heap, Requested, Summary, UnitReport, sum_of};

/// What a draft of the report is made of.
pub(crate) struct Upward {
    pub(crate) edition: Edition,
    pub(crate) summary: Summary,
    /// What is added up, in words; none when it is everything that was asked.
    pub(crate) span: Option<String>,
    /// Each group with its name; none when every unit stands for itself.
    pub(crate) groups: Vec<(String, Heap)>,
    /// The requests whose reports are added up, each with its name; none where it is one.
    pub(crate) requests: Vec<(String, Requested)>,
    /// The agency's letterhead of the report's day, where one was set.
    pub(crate) letterhead: Option<Letterhead>,
    /// None while fewer than two have something approved.
    pub(crate) chart: Option<Chart>,
}

/// One figure side by side, by group or by unit.
pub(crate) struct Chart {
    /// The figure in full.
    pub(crate) figure: String,
    /// The greatest first.
    pub(crate) bars: Vec<(String, u64)>,
    /// How many places have no bar, because nothing is approved of the figure there.
    pub(crate) blank: usize,
}

/// Nobody reads more bars than these.
const BARS: usize = 15;

impl Chart {
    /// How many places the bars do not show.
    pub(crate) fn says_blank(&self) -> String {
        format!("{} nơi chưa có số liệu đã duyệt, không có trong biểu đồ.", self.blank)
    }

    /// What is approved of a figure; one bar alone compares nothing and is no chart. What has no bar of its own
    /// is together in the last one, so that the bars are the sum. Zero is a bar, and nothing is none.
    pub(crate) fn of(summary: &Summary, groups: &[(String, Heap)], column: &Column) -> Option<Self> {
        let of_group = |(name, heap): &(String, Heap)| {
            let group = summary.sum.groups.get(heap);
            (name.clone(), group.and_then(|group| sum_of(&group.approved, column)).map(|added| added.sum))
        };
        let of_unit = |unit: &UnitReport| (unit.name.clone(), unit.approved(&column.code));
        let bars: Vec<_> = if groups.is_empty() {
            summary.units.iter().map(of_unit).collect()
        } else {
            groups.iter().map(of_group).collect()
        };
        let places = bars.len();
        let bars: Vec<_> = bars.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        let blank = places - bars.len();
        let bars = greatest(bars);
        (bars.len() > 1).then(|| Self { figure: column.label.clone(), bars, blank })
    }
}

fn greatest(mut bars: Vec<(String, u64)>) -> Vec<(String, u64)> {
    bars.sort_by_key(|(_, value)| Reverse(*value));
    if bars.len() > BARS {
        let rest = bars.split_off(BARS - 1);
        let sum = rest.iter().fold(0_u64, |sum, (_, value)| sum.saturating_add(*value));
        bars.push((format!("Các nơi còn lại ({})", rest.len()), sum));
    }
    bars
}

/// The figure that tells most: which most units have something approved of; the form's first of these.
pub(crate) fn telling(summary: &Summary) -> Option<&Column> {
    let having = |column: &Column| summary.units.iter().filter(|unit| unit.approved(&column.code) > Some(0)).count();
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

/// Why the figures of a report are still open, in the office's words.
pub(crate) fn why_open(unit: &UnitReport) -> &'static str {
    match unit.line.answer().map(|answer| &answer.stands) {
        Some(Stands::Returned { .. }) => "đã trả lại để sửa",
        Some(Stands::Reopened { .. }) => "mở lại để sửa",
        Some(Stands::Waiting) => "chờ duyệt",
        Some(Stands::Approved { .. }) | None => word(unit),
    }
}
