//! A workbook that somebody sent: opened with suspicion, its first sheet read cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use thiserror::Error;

use crate::package::{Limits, Package, PackageError};

/// The largest file, packed: a list of every commune of the country is a tenth of it.
const LARGEST: usize = 4 << 20;

/// The most parts of a workbook, and what they may become.
const LIMITS: Limits = Limits { entries: 200, entry_bytes: 40 << 20, all_bytes: 40 << 20, ratio: Limits::OFFICE.ratio };

/// The words of the cells that hold something, by row and column from 0.
pub type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SheetError {
    /// Something else, or broken.
    #[error("the file is no XLSX workbook")]
    NotAWorkbook,
    /// It can do something.
    #[error("the workbook carries macros or links to other files")]
    Macros,
    /// Far more than a list.
    #[error("the file is too large")]
    TooLarge,
    /// Far more than a list.
    #[error("the file has too many rows")]
    TooManyRows,
}

/// Reads the first sheet. Waits for the processor: callers go through `spawn_blocking`.
pub fn first_sheet(bytes: &[u8], most_rows: usize) -> Result<Rows, SheetError> {
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    inspect(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::NotAWorkbook)?;
    let sheet = book.sheet_names().first().cloned().ok_or(SheetError::NotAWorkbook)?;
    cells(&mut book, &sheet, most_rows)
}

/// Looked through before anybody reads it.
fn inspect(bytes: &[u8]) -> Result<(), SheetError> {
    Package::open(bytes, LIMITS).map(drop).map_err(|error| match error {
        PackageError::TooLarge => SheetError::TooLarge,
        PackageError::Broken | PackageError::Encrypted => SheetError::NotAWorkbook,
        PackageError::Macros | PackageError::Embedded | PackageError::External | PackageError::Hostile => {
            SheetError::Macros
        }
    })
}

/// The cells that hold something, one by one: a cell far away must not make a table of billions.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, most_rows: usize) -> Result<Rows, SheetError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| SheetError::NotAWorkbook)?;
    let mut rows = Rows::new();
    while let Some(cell) = reader.next_cell().map_err(|_| SheetError::NotAWorkbook)? {
        let text = text_of(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        rows.entry(row).or_default().insert(column, text);
        if rows.len() > most_rows {
            return Err(SheetError::TooManyRows);
        }
    }
    Ok(rows)
}

/// A formula that went wrong is no empty cell: it is refused where it stands.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{day}/{month}/{year}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::Error(_) => "#".to_owned(),
        DataRef::Empty => String::new(),
    }
}
