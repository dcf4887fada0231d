//! The workbook that officers send: opened with suspicion, read cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use hoithi_documents::package::{Limits, Package, PackageError};
use hoithi_rules::text::one_line;
use hoithi_web::fold;
use serde::{Deserialize, Serialize};

use crate::fault::ContactFault;

/// The largest file, packed: a directory of all communes of the country is a tenth of it.
const LARGEST: usize = 4 << 20;

/// The most parts of a workbook, and what they may become.
const LIMITS: Limits = Limits { entries: 200, entry_bytes: 40 << 20, all_bytes: 40 << 20, ratio: Limits::OFFICE.ratio };

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
    if bytes.len() > LARGEST {
        return Err(ContactFault::TooLarge);
    }
    inspect(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| ContactFault::NotAWorkbook)?;
    let sheet = book.sheet_names().first().cloned().ok_or(ContactFault::NotAWorkbook)?;
    let rows = cells(&mut book, &sheet)?;
    lines(&rows)
}

/// Looked through before anybody reads it.
fn inspect(bytes: &[u8]) -> Result<(), ContactFault> {
    Package::open(bytes, LIMITS).map(drop).map_err(|error| match error {
        PackageError::TooLarge => ContactFault::TooLarge,
        PackageError::Broken | PackageError::Encrypted => ContactFault::NotAWorkbook,
        PackageError::Macros | PackageError::Embedded | PackageError::External | PackageError::Hostile => {
            ContactFault::Macros
        }
    })
}

type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

/// The cells that hold something, one by one: a cell far away must not make a table of billions.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Rows, ContactFault> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| ContactFault::NotAWorkbook)?;
    let mut rows = Rows::new();
    while let Some(cell) = reader.next_cell().map_err(|_| ContactFault::NotAWorkbook)? {
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        rows.entry(row).or_default().insert(column, text);
        if rows.len() > MOST_ROWS {
            return Err(ContactFault::TooManyRows { most: MOST_ROWS });
        }
    }
    Ok(rows)
}

/// A formula that went wrong is no empty cell: it is refused where it stands.
fn text_of(value: &DataRef<'_>) -> String {
    let text = match value {
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
    };
    one_line(&text)
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
