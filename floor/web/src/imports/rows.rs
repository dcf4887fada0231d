//! The workbook that somebody sent, by the columns of ours.

use std::collections::BTreeMap;

use hoithi_documents::sheet::{Rows, SheetError, first_sheet};
use hoithi_journal::{Fact, Halt, Refused, fold};

use crate::posted::Posted;

/// The most rows of the first sheet.
pub const MOST_ROWS: usize = 5_000;

/// In these rows the head is looked for.
const HEAD_WITHIN: u32 = 10;

/// How a register's columns are headed.
#[derive(Clone, Copy)]
pub struct Heads {
    /// In the order of our own file; another order is read as well.
    pub ours: &'static [&'static str],
    /// What people head them with besides, without marks and capitals.
    pub others: fn(&str) -> Option<usize>,
    /// The column by which the head's row is known.
    pub known_by: usize,
    /// Of each of these, one column at least has to be there.
    pub needed: &'static [&'static [usize]],
}

/// The cells of a row that hold something, by our columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The row's number as a spreadsheet shows it.
    pub row: i64,
    /// The words by the place of the column among ours.
    pub cells: BTreeMap<usize, String>,
}

/// Reads the workbook that came in the field `file`. A reader that stumbles over a hostile file has refused it.
pub async fn cells_of(posted: &Posted, heads: Heads) -> Result<Vec<Cells>, Halt> {
    let none = || Halt::refused("web.no_workbook", Some("file"), "choose a workbook");
    let bytes = posted.file("file").ok_or_else(none)?.bytes.clone();
    let read = tokio::task::spawn_blocking(move || read(&bytes, heads)).await;
    read.unwrap_or_else(|_| Err(refused(SheetError::NotAWorkbook)))
}

fn read(bytes: &[u8], heads: Heads) -> Result<Vec<Cells>, Halt> {
    let rows = first_sheet(bytes, MOST_ROWS).map_err(refused)?;
    let (head, columns) = head(&rows, heads)?;
    let cells = |(row, cells): (&u32, &BTreeMap<u32, String>)| Cells {
        row: i64::from(*row) + 1,
        cells: cells.iter().filter_map(|(column, text)| Some((*columns.get(column)?, text.clone()))).collect(),
    };
    Ok(rows.range(head + 1..).map(cells).collect())
}

/// The row of the heads, and which of our columns stands where.
fn head(rows: &Rows, heads: Heads) -> Result<(u32, BTreeMap<u32, usize>), Halt> {
    for (row, cells) in rows.range(..HEAD_WITHIN) {
        let known = cells.iter().filter_map(|(column, text)| Some((*column, column_of(text, heads)?)));
        let columns: BTreeMap<u32, usize> = known.collect();
        let has = |wanted: &usize| columns.values().any(|column| column == wanted);
        if !has(&heads.known_by) {
            continue;
        }
        let missing = heads.needed.iter().find(|any| !any.iter().any(&has));
        return match missing.and_then(|any| any.first()) {
            Some(column) => Err(column_missing(heads, *column)),
            None => Ok((*row, columns)),
        };
    }
    Err(column_missing(heads, heads.known_by))
}

/// People head their columns in their own words.
fn column_of(head: &str, heads: Heads) -> Option<usize> {
    let head = fold(&head.split_whitespace().collect::<Vec<_>>().join(" "));
    let head = head.trim_end_matches('*').trim();
    heads.ours.iter().position(|each| fold(each) == head).or_else(|| (heads.others)(head))
}

fn column_missing(heads: Heads, column: usize) -> Halt {
    let name = heads.ours.get(column).copied().unwrap_or_default();
    one(Refused {
        code: "web.column_missing",
        field: None,
        facts: vec![("column", Fact::Text(name.to_owned()))],
        english: format!("the column {name:?} is missing"),
    })
}

fn refused(error: SheetError) -> Halt {
    let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
    let (code, facts) = match error {
        SheetError::NotAWorkbook => ("web.not_a_workbook", Vec::new()),
        SheetError::Macros => ("web.workbook_with_macros", Vec::new()),
        SheetError::TooLarge => ("web.workbook_too_large", Vec::new()),
        SheetError::TooManyRows => ("web.too_many_rows", vec![("most", Fact::Count(most))]),
    };
    one(Refused { code, field: None, facts, english: error.to_string() })
}

fn one(refused: Refused) -> Halt {
    Halt::Refused(vec![Refused { field: Some("file".to_owned()), ..refused }])
}
