//! A table in a document's text: `| cell | cell |`, the first line its head.
//!
//! A second line of dashes says how wide a column is and to which side it stands: as many dashes as
//! shares of the page; `:-:` as narrow as its words, in the middle; `-:` the same, to the right. A
//! line of one cell heads a group; a line whose words are all bold is the sum.

use hoithi_documents::forms::{Align, Column, Row, Table};

pub(crate) fn is_row(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

pub(crate) fn read(lines: &[&str]) -> Table {
    let mut rows = lines.iter().map(|line| cells(line));
    let titles = rows.next().unwrap_or_default();
    let mut rows = rows.peekable();
    let shapes = rows.next_if(|cells| cells.iter().all(|cell| is_shape(cell))).unwrap_or_default();
    let shape = |place: usize| shapes.get(place).map_or("-", String::as_str);
    let columns = titles.into_iter().enumerate().map(|(place, title)| column(title, shape(place))).collect();
    Table { title: None, columns, rows: rows.map(row).collect() }
}

/// The lines of a table, as [`crate::pieces`] reads them.
pub fn table_text(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let titles = table.columns.iter().map(|column| escaped(&column.title)).collect();
    let shapes = table.columns.iter().map(shape).collect();
    let rows = table.rows.iter().map(|row| match row {
        Row::Cells(cells) => line(cells.iter().map(|cell| escaped(cell)).collect()),
        Row::Group(words) => line(vec![escaped(words)]),
        Row::Total(cells) => line(cells.iter().map(|cell| bold(&escaped(cell))).collect()),
    });
    [line(titles), line(shapes)].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn column(title: String, shape: &str) -> Column {
    match (shape.starts_with(':'), shape.ends_with(':')) {
        (true, true) => Column::narrow(title),
        (false, true) => Column::amount(title),
        _ => Column::wide(title, u32::try_from(shape.len()).unwrap_or(1)),
    }
}

fn shape(column: &Column) -> String {
    match column.align {
        Align::Centre => ":-:".to_owned(),
        Align::Right => "-:".to_owned(),
        Align::Left => "-".repeat(usize::try_from(column.width).unwrap_or(1).max(1)),
    }
}

fn is_shape(cell: &str) -> bool {
    cell.contains('-') && cell.chars().all(|letter| matches!(letter, '-' | ':'))
}

fn row(mut cells: Vec<String>) -> Row {
    if cells.len() == 1 {
        return Row::Group(cells.remove(0));
    }
    let words: Vec<_> = cells.iter().map(|cell| unbold(cell)).collect();
    let sums = cells.iter().zip(&words).all(|(cell, bare)| cell.is_empty() || bare.is_some());
    if sums && words.iter().any(Option::is_some) {
        return Row::Total(words.into_iter().map(|bare| bare.unwrap_or_default().to_owned()).collect());
    }
    Row::Cells(cells)
}

fn unbold(cell: &str) -> Option<&str> {
    cell.strip_prefix("**")?.strip_suffix("**")
}

fn bold(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!("**{cell}**") }
}

/// A bar in a cell's words is no end of the cell.
fn escaped(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, cells.last_mut()) {
            ('\\', Some(cell)) if letters.next_if_eq(&'|').is_some() => cell.push('|'),
            ('|', _) => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            (_, None) => {}
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}
