//! The plan's own table of who does what by when: nothing that stands there is typed again.

use std::collections::BTreeSet;

use hoithi_correspondence::{Document, Piece, pieces};
use hoithi_documents::forms::{Row, Table};
use hoithi_rules::campaign::Assignment;
use hoithi_rules::day::parse_day;
use hoithi_rules::text::{length, paragraphs};
use hoithi_rules::workdays::Due;
use hoithi_units::Unit;
use hoithi_web::{Form, fold};

use super::named;
use crate::pages::whom::levels_named;
use crate::store::PlanLine;

/// A line of the table as it stands in the plan.
pub(super) struct TableLine {
    /// By which the address names it.
    pub(super) place: usize,
    pub(super) words: String,
    pub(super) whom: String,
    pub(super) due: String,
}

/// By which words a column is known, without marks and capitals; the first that is there says most.
const WHAT: [&str; 3] = ["noi dung", "nhiem vu", "cong viec"];
const WHOM: [&str; 3] = ["chu tri", "don vi", "co quan"];
const DUE: [&str; 4] = ["thoi han", "thoi gian", "hoan thanh", "tien do"];

/// The lines of the plan and of its annexes that no assignment was made of yet.
pub(super) fn open_lines(document: &Document, taken: &[PlanLine]) -> Vec<TableLine> {
    let texts = document.content.annexes.iter().map(|annex| annex.text.as_str());
    let texts = [document.content.text.as_str()].into_iter().chain(texts);
    let tables = texts.flat_map(pieces).filter_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        Piece::Heading(_) | Piece::Item(_) | Piece::Paragraph { .. } => None,
    });
    let rows: Vec<_> = tables.flat_map(|table| lines(&table)).collect();
    let lines = rows.into_iter().enumerate().map(|(place, [words, whom, due])| TableLine { place, words, whom, due });
    let known: BTreeSet<&str> = taken.iter().map(|line| line.assignment.words.as_str()).collect();
    lines.filter(|line| !known.contains(paragraphs(&line.words).as_str())).collect()
}

/// What, by whom and by when of each line, if the table tells what and by whom.
fn lines(table: &Table) -> Vec<[String; 3]> {
    let column = |words: &[&str]| {
        words.iter().find_map(|word| table.columns.iter().position(|column| fold(&column.title).contains(*word)))
    };
    let (Some(what), Some(whom), due) = (column(&WHAT), column(&WHOM), column(&DUE)) else { return Vec::new() };
    let rows = table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells),
        Row::Group(_) | Row::Total(_) => None,
    });
    let cell = |cells: &[String], at: Option<usize>| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
    let rows = rows.map(|cells| [cell(cells, Some(what)), cell(cells, Some(whom)), cell(cells, due)]);
    rows.filter(|[words, ..]| !words.is_empty()).collect()
}

impl TableLine {
    /// The form of an assignment with what this line says; what cannot be read stands there as the plan wrote it.
    pub(super) fn filled(&self, standing: &[Unit]) -> Form {
        let (mut form, mut names) = (Form::new(), Vec::new());
        for part in self.whom.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let levels = levels_named(part);
            names.extend(if levels.is_empty() { units(part, standing) } else { Vec::new() });
            for level in levels {
                form = form.with("groups", level.code());
            }
        }
        form.with("title", short(&self.words))
            .with("words", &self.words)
            .with("due", day(&self.due))
            .with("names", names.join("\n"))
    }
}

/// The units of words without a semicolon: one whose name has commas, or several.
fn units(words: &str, standing: &[Unit]) -> Vec<String> {
    let known = |name: &str| {
        let name = ["UBND ", "Ủy ban nhân dân "].iter().find_map(|body| name.strip_prefix(*body)).unwrap_or(name);
        let unit = named(standing, name).ok()?;
        standing.iter().find(|each| each.id == unit).map(|each| each.name.clone())
    };
    if let Some(only) = known(words) {
        return vec![only];
    }
    let parts = words.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| known(part).unwrap_or_else(|| part.to_owned())).collect()
}

/// As much of the first words as the head of a board holds.
fn short(words: &str) -> String {
    let clause = words.split([',', ';', ':', '.', '(']).next().unwrap_or_default().trim();
    let mut title = String::new();
    for word in clause.split_whitespace() {
        let longer = if title.is_empty() { word.to_owned() } else { format!("{title} {word}") };
        if length(&longer) > Assignment::TITLE {
            break;
        }
        title = longer;
    }
    title
}

/// The words where they say a due day, else the day that is named among them.
fn day(words: &str) -> &str {
    if Due::parse(words).is_ok() {
        return words;
    }
    let mut parts = words.split_whitespace().map(|part| part.trim_matches([',', ';', '.', '(', ')']));
    parts.find(|part| parse_day(part).is_some()).unwrap_or_default()
}
