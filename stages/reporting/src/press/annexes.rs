//! The tables behind the consolidated report: each unit's figures, and each group's. Only figures of approved
//! reports stand in them, so that the last row is the sum of what is above it.

use hoithi_documents::forms::{Annex, Block, Column, Row, Table};
use hoithi_rules::reporting::{Column as ReportColumn, Sums};

use super::many;
use crate::summary::{Heap, Summary, UnitReport, sum_of};
use crate::upward::word;

/// A sheet of paper lying takes so many figures beside the unit's name.
const FIGURES_A_SHEET: usize = 9;

/// The figures by unit, and by group where they were grouped; many figures take several sheets.
pub(super) fn annexes(summary: &Summary, groups: &[(String, Heap)]) -> Vec<Annex> {
    let used: Vec<_> = summary
        .columns
        .iter()
        .filter(|column| summary.units.iter().any(|unit| unit.approved(&column.code).is_some()))
        .collect();
    let sheet = |columns: &[&ReportColumn]| {
        let title = "Số liệu báo cáo của các đơn vị".to_owned();
        let table = Table { title: None, columns: heads(columns), rows: unit_rows(summary, columns) };
        Annex { title, landscape: !columns.is_empty(), blocks: vec![Block::Table(table)], signature: None }
    };
    if used.is_empty() && !summary.units.is_empty() {
        // How far each unit is stands there also while nothing is approved.
        return vec![sheet(&[])];
    }
    let mut annexes: Vec<_> = used.chunks(FIGURES_A_SHEET).map(sheet).collect();
    if !groups.is_empty() {
        annexes.extend(used.chunks(FIGURES_A_SHEET).map(|columns| group_annex(summary, groups, columns)));
    }
    annexes
}

fn heads(columns: &[&ReportColumn]) -> Vec<Column> {
    let fixed = [Column::narrow("TT"), Column::wide("Đơn vị", 1), Column::narrow("Tình trạng")];
    fixed.into_iter().chain(columns.iter().map(|column| Column::amount(column.short.replacen(' ', "\n", 1)))).collect()
}

/// A sum, how many said yes of how many answered, or nothing where no report has it.
pub(super) fn added(sums: &Sums, column: &ReportColumn) -> String {
    match sum_of(sums, column) {
        _ if !column.rolls_up => "không cộng".to_owned(),
        None => "–".to_owned(),
        Some(added) if column.asked => format!("{}/{}", many(added.sum), added.reports),
        Some(added) => many(added.sum),
    }
}

/// A unit's figure, or its yes or no.
fn told(column: &ReportColumn, value: u64) -> String {
    match (column.asked, value) {
        (false, value) => many(value),
        (true, 0) => "không".to_owned(),
        (true, _) => "có".to_owned(),
    }
}

fn unit_rows(summary: &Summary, columns: &[&ReportColumn]) -> Vec<Row> {
    let row = |(place, unit): (usize, &UnitReport)| {
        let shown = |column: &&ReportColumn| {
            unit.approved(&column.code).map_or_else(|| "–".to_owned(), |value| told(column, value))
        };
        let fixed = [(place + 1).to_string(), unit.name.clone(), word(unit).to_owned()];
        Row::Cells(fixed.into_iter().chain(columns.iter().map(shown)).collect())
    };
    let total = (!columns.is_empty()).then(|| total(&summary.sum.top.approved, columns));
    summary.units.iter().enumerate().map(row).chain(total).collect()
}

fn total(sums: &Sums, columns: &[&ReportColumn]) -> Row {
    let fixed = [String::new(), "Cộng các báo cáo đã duyệt".to_owned(), String::new()];
    Row::Total(fixed.into_iter().chain(columns.iter().map(|column| added(sums, column))).collect())
}

fn group_annex(summary: &Summary, groups: &[(String, Heap)], columns: &[&ReportColumn]) -> Annex {
    let row = |(place, (name, heap)): (usize, &(String, Heap))| {
        let group = summary.sum.groups.get(heap).cloned().unwrap_or_default();
        let fixed = [(place + 1).to_string(), name.clone(), format!("{}/{}", group.approved.reports, group.asked)];
        let sums = columns.iter().map(|column| added(&group.approved, column));
        Row::Cells(fixed.into_iter().chain(sums).collect())
    };
    let rows = groups.iter().enumerate().map(row).chain([total(&summary.sum.top.approved, columns)]).collect();
    let mut columns = heads(columns);
    columns[1] = Column::wide("Nhóm", 1);
    columns[2] = Column::narrow("Đã duyệt\ntrên yêu cầu");
    let table = Table { title: None, columns, rows };
    let title = "Số liệu đã duyệt theo nhóm".to_owned();
    Annex { title, landscape: true, blocks: vec![Block::Table(table)], signature: None }
}
