//! The register as a workbook, out and in. What goes out can be filled in and sent back.

use hoithi_journal::Halt;
use hoithi_rules::initiatives::InitiativeForm;
use hoithi_rules::text::paragraphs;
use hoithi_web::imports::{Cells, Heads};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};

use crate::fault::RegisterRefusal;
use crate::store::KeptInitiative;

/// The columns by their heads, in the order of our own file; another order is read as well.
pub(crate) const HEADS: [&str; 7] = [
    "Tên sáng kiến",
    "Tác giả",
    "Ngày áp dụng lần đầu",
    "Số quyết định công nhận",
    "Ngày quyết định",
    "Tiền làm lợi (đồng)",
    "Lợi ích khác",
];

const WIDTHS: [u16; 7] = [44, 30, 14, 18, 14, 18, 44];

/// The head of the column before them, where several units stand in one file.
const UNIT: &str = "Đơn vị";

/// A row as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) row: i64,
    pub(crate) title: String,
    pub(crate) authors: String,
    pub(crate) first_used: String,
    pub(crate) decision: String,
    pub(crate) decided_on: String,
    pub(crate) money: String,
    pub(crate) benefit: String,
}

impl Line {
    fn read(cells: Cells) -> Self {
        let mut line = Self { row: cells.row, ..Self::default() };
        for (column, text) in cells.cells {
            if let Some(field) = line.field(column) {
                *field = paragraphs(&text);
            }
        }
        line
    }

    fn field(&mut self, column: usize) -> Option<&mut String> {
        Some(match column {
            0 => &mut self.title,
            1 => &mut self.authors,
            2 => &mut self.first_used,
            3 => &mut self.decision,
            4 => &mut self.decided_on,
            5 => &mut self.money,
            6 => &mut self.benefit,
            _ => return None,
        })
    }

    pub(crate) fn form(&self) -> InitiativeForm<'_> {
        InitiativeForm {
            title: &self.title,
            authors: &self.authors,
            first_used: &self.first_used,
            decision: &self.decision,
            decided_on: &self.decided_on,
            money: &self.money,
            benefit: &self.benefit,
        }
    }

    /// What an initiative says in a row.
    pub(crate) fn of(kept: &KeptInitiative) -> Self {
        let what = &kept.what;
        let recognition = what.recognition.as_ref();
        Self {
            row: 0,
            title: what.title.to_string(),
            authors: what.byline(),
            first_used: hoithi_web::day(what.first_used),
            decision: recognition.map(|recognition| recognition.decision.clone()).unwrap_or_default(),
            decided_on: recognition.map(|recognition| hoithi_web::day(recognition.day)).unwrap_or_default(),
            money: what.money.map(hoithi_web::number).unwrap_or_default(),
            benefit: what.benefit.clone(),
        }
    }

    fn cells(self) -> [String; 7] {
        [self.title, self.authors, self.first_used, self.decision, self.decided_on, self.money, self.benefit]
    }
}

/// The rows that say something.
pub(crate) fn lines(cells: Vec<Cells>) -> Result<Vec<Line>, RegisterRefusal> {
    let says = |line: &Line| *line != Line { row: line.row, ..Line::default() };
    let lines: Vec<Line> = cells.into_iter().map(Line::read).filter(says).collect();
    if lines.is_empty() { Err(RegisterRefusal::Empty) } else { Ok(lines) }
}

/// How the columns are headed, and those that nothing can do without.
pub(crate) const COLUMNS: Heads = Heads { ours: &HEADS, others, known_by: 0, needed: &[&[1], &[2]] };

/// People head their columns in their own words.
fn others(head: &str) -> Option<usize> {
    match head {
        "ten" | "ten giai phap" | "sang kien" | "ten sang kien, cai tien" => Some(0),
        "ho ten tac gia" | "nhom tac gia" | "tac gia, dong tac gia" => Some(1),
        "ngay ap dung" | "ap dung tu ngay" | "thoi gian ap dung" => Some(2),
        "so quyet dinh" | "quyet dinh so" | "quyet dinh cong nhan" => Some(3),
        "ngay cong nhan" | "ngay ky" => Some(4),
        "tien lam loi" | "so tien lam loi" | "gia tri lam loi" => Some(5),
        "loi ich" | "hieu qua" | "loi ich xa hoi" => Some(6),
        _ => None,
    }
}

/// A unit's register as a workbook; with the names of units, that of several. Every cell is words: what looks
/// like a formula is one for nobody. Waits for the processor: callers go through `spawn_blocking`.
pub(crate) fn write(register: &[(Option<String>, KeptInitiative)], with_units: bool) -> Result<Vec<u8>, Halt> {
    let mut book = Workbook::new();
    let mut sheet = Worksheet::new();
    fill(&mut sheet, register, with_units).map_err(Halt::fault)?;
    book.push_worksheet(sheet);
    book.save_to_buffer().map_err(Halt::fault)
}

fn fill(
    sheet: &mut Worksheet,
    register: &[(Option<String>, KeptInitiative)],
    with_units: bool,
) -> Result<(), XlsxError> {
    sheet.set_name("Sáng kiến")?;
    let (bold, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    let units = with_units.then_some((UNIT, 34));
    for ((head, width), column) in units.into_iter().chain(HEADS.into_iter().zip(WIDTHS)).zip(0_u16..) {
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for ((unit, kept), row) in register.iter().zip(1_u32..) {
        let unit = with_units.then(|| unit.clone().unwrap_or_default());
        for (cell, column) in unit.into_iter().chain(Line::of(kept).cells()).zip(0_u16..) {
            if !cell.is_empty() {
                sheet.write_string_with_format(row, column, &cell, &text)?;
            }
        }
    }
    Ok(())
}
