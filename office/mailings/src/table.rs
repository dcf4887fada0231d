//! Rows of a file or of pasted lines: address, name, source of consent, its day. Out again as CSV.

use std::io::Cursor;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use calamine::{DataRef, Reader as _, Xlsx};
use csv::ReaderBuilder;
use hoithi_documents::package::{Limits, Package};
use hoithi_journal::Halt;
use hoithi_rules::text::one_line;
use serde::{Deserialize, Serialize};

/// The most rows that one file brings.
const MOST_ROWS: usize = 5_000;

const COLUMNS: usize = 4;

/// The largest file, packed.
const LARGEST: usize = 4 << 20;

const LIMITS: Limits = Limits { entries: 200, entry_bytes: 40 << 20, all_bytes: 40 << 20, ratio: Limits::OFFICE.ratio };

/// A row with the number that a reader finds it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) cells: [String; COLUMNS],
}

impl Row {
    fn of(number: u32, cells: impl Iterator<Item = String>) -> Self {
        let mut row = Self { number, cells: [const { String::new() }; COLUMNS] };
        for (place, cell) in row.cells.iter_mut().zip(cells) {
            *place = one_line(&cell);
        }
        row
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// Rows of a file: a workbook or a text with separated columns. Waits for the processor: callers go
/// through `spawn_blocking`.
pub(crate) fn of_file(bytes: &[u8]) -> Result<Vec<Row>, Halt> {
    if bytes.len() > LARGEST {
        return Err(Halt::refused("mailings.file_too_large", Some("file"), "the file is too large"));
    }
    if bytes.starts_with(b"PK") {
        return of_workbook(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => of_text(text.trim_start_matches('\u{feff}'), "file"),
        Err(_) => Err(unreadable()),
    }
}

/// Rows of pasted lines.
pub(crate) fn of_text(text: &str, field: &'static str) -> Result<Vec<Row>, Halt> {
    let first = text.lines().next().unwrap_or_default();
    let between = ['\t', ';', ','].into_iter().find(|sign| first.contains(*sign)).unwrap_or(';');
    let between = u8::try_from(between).unwrap_or(b';');
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (number, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|_| unreadable())?;
        rows.push(Row::of(number, record.iter().map(str::to_owned)));
    }
    without_head(rows, field)
}

fn of_workbook(bytes: &[u8]) -> Result<Vec<Row>, Halt> {
    Package::open(bytes, LIMITS).map(drop).map_err(|_| unreadable())?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let sheet = book.sheet_names().first().cloned().ok_or_else(unreadable)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| unreadable())?;
    let mut rows: Vec<Row> = Vec::new();
    // Cell by cell: one far away must not make a table of billions.
    while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() > MOST_ROWS {
                return Err(too_many("file"));
            }
            rows.push(Row::of(number, std::iter::empty()));
        }
        let Ok(column) = usize::try_from(column) else { continue };
        if let Some(place) = rows.last_mut().and_then(|row| row.cells.get_mut(column)) {
            *place = text_of(cell.get_value());
        }
    }
    without_head(rows, "file")
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => one_line(text),
        DataRef::SharedString(text) => one_line(text),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{day}/{month}/{year}")
        }
        DataRef::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The first row names the columns where it holds no address.
fn without_head(mut rows: Vec<Row>, field: &'static str) -> Result<Vec<Row>, Halt> {
    rows.retain(|row| !row.is_blank());
    if rows.first().is_some_and(|row| !row.cells[0].contains('@')) && rows.len() > 1 {
        rows.remove(0);
    }
    match rows.len() {
        0 => Err(Halt::refused("mailings.nothing_there", Some(field), "there is no row")),
        count if count > MOST_ROWS => Err(too_many(field)),
        _ => Ok(rows),
    }
}

fn unreadable() -> Halt {
    Halt::refused("mailings.file_unreadable", Some("file"), "the file is no table that can be read")
}

fn too_many(field: &'static str) -> Halt {
    Halt::refused("mailings.too_many_rows", Some(field), "the file has too many rows")
}

/// Lines as a file for a spreadsheet, which takes a cell that begins like a formula for one.
pub(crate) fn csv_file(name: &str, lines: &[Vec<String>]) -> Response {
    let cell = |cell: &String| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    let line = |line: &Vec<String>| line.iter().map(cell).collect::<Vec<_>>().join(",");
    let lines: Vec<_> = lines.iter().map(line).collect();
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, format!("\u{feff}{}\r\n", lines.join("\r\n"))).into_response()
}
