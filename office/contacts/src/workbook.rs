//! The workbook that officers send: opened with suspicion, read cell by cell.

use std::collections::BTreeMap;

use hoithi_documents::sheet::{Rows, SheetError, first_sheet};
use hoithi_rules::text::one_line;
use hoithi_web::fold;
use serde::{Deserialize, Serialize};

use crate::fault::ContactFault;

/// The most rows of its first sheet.
pub(crate) const MOST_ROWS: usize = 5_000;

/// In these rows the head is looked for.
const HEAD_WITHIN: u32 = 10;

/// A row as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) row: i64,
    pub(crate) code: String,
    pub(crate) unit: String,
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) zalo: String,
    pub(crate) address: String,
    pub(crate) part: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) source: String,
}

/// The columns by their heads, in the order of our own file; another order is read as well.
pub(crate) const HEADS: [&str; 12] = [
    "Mã đơn vị",
    "Tên đơn vị",
    "Họ và tên",
    "Chức vụ",
    "Điện thoại",
    "Thư điện tử công vụ",
    "Zalo",
    "Địa chỉ nhận thư",
    "Vai trò",
    "Từ ngày",
    "Đến ngày",
    "Nguồn",
];

impl Line {
    fn field(&mut self, column: usize) -> Option<&mut String> {
        Some(match column {
            0 => &mut self.code,
            1 => &mut self.unit,
            2 => &mut self.name,
            3 => &mut self.position,
            4 => &mut self.phone,
            5 => &mut self.email,
            6 => &mut self.zalo,
            7 => &mut self.address,
            8 => &mut self.part,
            9 => &mut self.from,
            10 => &mut self.to,
            11 => &mut self.source,
            _ => return None,
        })
    }

    /// Whether it says nothing of a person: our own file names units before anybody filled it in.
    fn is_blank(&self) -> bool {
        [&self.name, &self.position, &self.phone, &self.email, &self.zalo, &self.address]
            .iter()
            .all(|text| text.is_empty())
    }
}

/// Reads the first sheet. Waits for the processor: callers go through `spawn_blocking`.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Line>, ContactFault> {
    let mut rows = first_sheet(bytes, MOST_ROWS).map_err(|error| match error {
        SheetError::NotAWorkbook => ContactFault::NotAWorkbook,
        SheetError::Macros => ContactFault::Macros,
        SheetError::TooLarge => ContactFault::TooLarge,
        SheetError::TooManyRows => ContactFault::TooManyRows { most: MOST_ROWS },
    })?;
    for text in rows.values_mut().flat_map(BTreeMap::values_mut) {
        *text = one_line(text);
    }
    lines(&rows)
}

fn lines(rows: &Rows) -> Result<Vec<Line>, ContactFault> {
    let (head, columns) = head(rows)?;
    let mut lines = Vec::new();
    for (row, cells) in rows.range(head + 1..) {
        let mut line = Line { row: i64::from(*row) + 1, ..Line::default() };
        for (column, text) in cells {
            if let Some(field) = columns.get(column).and_then(|column| line.field(*column)) {
                text.clone_into(field);
            }
        }
        if !line.is_blank() {
            lines.push(line);
        }
    }
    if lines.is_empty() { Err(ContactFault::Empty) } else { Ok(lines) }
}

/// The row that names the persons' column, and which of our columns stands where.
fn head(rows: &Rows) -> Result<(u32, BTreeMap<u32, usize>), ContactFault> {
    for (row, cells) in rows.range(..HEAD_WITHIN) {
        let known = cells.iter().filter_map(|(column, text)| Some((*column, column_of(text)?)));
        let columns: BTreeMap<u32, usize> = known.collect();
        let has = |wanted: usize| columns.values().any(|column| *column == wanted);
        if !has(2) {
            continue;
        }
        if !has(0) && !has(1) {
            return Err(ContactFault::ColumnMissing { column: HEADS[0] });
        }
        return Ok((*row, columns));
    }
    Err(ContactFault::ColumnMissing { column: HEADS[2] })
}

/// People head their columns in their own words.
fn column_of(head: &str) -> Option<usize> {
    let head = fold(head.trim_end_matches('*'));
    let head = head.trim();
    let ours = HEADS.iter().position(|each| fold(each) == head);
    ours.or(match head {
        "ma" | "ma so" => Some(0),
        "don vi" | "ten" => Some(1),
        "ho ten" | "ho va ten can bo" | "can bo dau moi" | "dau moi" => Some(2),
        "chuc danh" => Some(3),
        "so dien thoai" | "dt" | "sdt" => Some(4),
        "email" | "thu dien tu" | "e-mail" => Some(5),
        "so zalo" => Some(6),
        "dia chi" => Some(7),
        _ => None,
    })
}
