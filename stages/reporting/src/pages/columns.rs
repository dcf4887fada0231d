//! Which columns the tables of the sums have, and what stands in them.

use std::collections::BTreeSet;

use hoithi_rules::reporting::Column;

use crate::summary::Summary;

/// A cell below its column's head.
pub(super) struct Cell {
    pub(super) head: String,
    pub(super) value: String,
    /// Where the reports behind it stand; empty where the row leads there, or nothing is behind it.
    pub(super) href: String,
}

/// The columns that some unit filled.
pub(super) fn used(summary: &Summary) -> Vec<Column> {
    let answers = summary.units.iter().filter_map(|unit| unit.line.answer());
    let codes: BTreeSet<&str> = answers.flat_map(|answer| answer.given.figures.keys().map(String::as_str)).collect();
    summary.columns.iter().filter(|column| codes.contains(column.code.as_str())).cloned().collect()
}

/// Those of the form's main parts, unless everything was asked for or they have nothing.
pub(super) fn columns(summary: &Summary, used: &[Column], wide: bool) -> Vec<Column> {
    let sections = summary.form.iter().flat_map(|sheet| &sheet.form.sections);
    let folded = sections.filter(|section| section.folded).flat_map(|section| {
        let asked = section.question.iter().map(|question| question.code.as_str());
        asked.chain(section.figures.iter().map(|figure| figure.code.as_str()))
    });
    let folded: BTreeSet<&str> = folded.collect();
    let main: Vec<_> = used.iter().filter(|column| !folded.contains(column.code.as_str())).cloned().collect();
    if wide || main.is_empty() { used.to_vec() } else { main }
}
