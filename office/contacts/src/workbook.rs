//! The workbook that officers send, by its columns.

use hoithi_rules::text::one_line;
use hoithi_web::imports::{Cells, Heads};
use serde::{Deserialize, Serialize};

use crate::fault::ContactFault;

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
    fn of(cells: Cells) -> Self {
        let mut line = Self { row: cells.row, ..Self::default() };
        for (column, text) in cells.cells {
            if let Some(field) = line.field(column) {
                *field = one_line(&text);
            }
        }
        line
    }

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

/// The rows that name somebody.
pub(crate) fn lines(cells: Vec<Cells>) -> Result<Vec<Line>, ContactFault> {
    let lines: Vec<Line> = cells.into_iter().map(Line::of).filter(|line| !line.is_blank()).collect();
    if lines.is_empty() { Err(ContactFault::Empty) } else { Ok(lines) }
}

/// How the columns are headed; a row is a unit's by its code or its name.
pub(crate) const COLUMNS: Heads = Heads { ours: &HEADS, others, known_by: 2, needed: &[&[0, 1]] };

/// People head their columns in their own words.
fn others(head: &str) -> Option<usize> {
    match head {
        "ma" | "ma so" => Some(0),
        "don vi" | "ten" => Some(1),
        "ho ten" | "ho va ten can bo" | "can bo dau moi" | "dau moi" => Some(2),
        "chuc danh" => Some(3),
        "so dien thoai" | "dt" | "sdt" => Some(4),
        "email" | "thu dien tu" | "e-mail" => Some(5),
        "so zalo" => Some(6),
        "dia chi" => Some(7),
        _ => None,
    }
}
