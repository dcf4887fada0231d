//! Who was asked and what they said, as a workbook. Words are words: what looks like a formula is one for nobody.

use hoithi_journal::Halt;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// One line of it, in the words of its reader.
#[derive(Clone, Debug, Default)]
pub(crate) struct SheetRow {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) winner: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) unit: String,
    pub(crate) prize: String,
    pub(crate) months: i64,
    pub(crate) asked_on: String,
    pub(crate) used: String,
    pub(crate) place: String,
    pub(crate) since: String,
    /// Whole đồng and their year.
    pub(crate) benefit: Option<(i64, i16)>,
    pub(crate) others: String,
    pub(crate) remarks: String,
    pub(crate) publish: String,
    pub(crate) how: String,
    pub(crate) came_on: String,
}

const HEADS: [(&str, u16); 19] = [
    ("Mã số", 12),
    ("Tên giải pháp", 44),
    ("Tác giả", 24),
    ("Điện thoại", 14),
    ("Thư điện tử", 24),
    ("Đơn vị", 28),
    ("Giải", 16),
    ("Hỏi sau (tháng)", 10),
    ("Ngày hỏi", 12),
    ("Tình hình", 20),
    ("Nơi áp dụng", 30),
    ("Từ khi nào", 12),
    ("Tiền làm lợi (đồng)", 18),
    ("Của năm", 10),
    ("Nơi khác dùng lại", 34),
    ("Ghi thêm", 34),
    ("Cho công bố", 12),
    ("Cách nhận", 18),
    ("Ngày nhận", 12),
];

/// Waits for the processor: callers go through `spawn_blocking`.
pub(crate) fn write(rows: &[SheetRow]) -> Result<Vec<u8>, Halt> {
    let mut book = Workbook::new();
    let mut sheet = Worksheet::new();
    fill(&mut sheet, rows).map_err(Halt::fault)?;
    book.push_worksheet(sheet);
    book.save_to_buffer().map_err(Halt::fault)
}

fn fill(sheet: &mut Worksheet, rows: &[SheetRow]) -> Result<(), XlsxError> {
    sheet.set_name("Ứng dụng sau giải")?;
    let bold = Format::new().set_bold().set_text_wrap();
    for ((head, width), column) in HEADS.into_iter().zip(0_u16..) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (each, row) in rows.iter().zip(1_u32..) {
        fill_row(sheet, row, each)?;
    }
    Ok(())
}

fn fill_row(sheet: &mut Worksheet, row: u32, each: &SheetRow) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@");
    let words = [
        (0, &each.number),
        (1, &each.title),
        (2, &each.winner),
        (3, &each.phone),
        (4, &each.email),
        (5, &each.unit),
        (6, &each.prize),
        (8, &each.asked_on),
        (9, &each.used),
        (10, &each.place),
        (11, &each.since),
        (14, &each.others),
        (15, &each.remarks),
        (16, &each.publish),
        (17, &each.how),
        (18, &each.came_on),
    ];
    for (column, cell) in words.into_iter().filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string_with_format(row, column, cell, &text)?;
    }
    sheet.write_number(row, 7, amount(each.months))?;
    if let Some((dong, year)) = each.benefit {
        sheet.write_number_with_format(row, 12, amount(dong), &Format::new().set_num_format("#,##0"))?;
        sheet.write_number(row, 13, f64::from(year))?;
    }
    Ok(())
}

/// A whole number as a workbook holds it: both halves are held exactly, and so is what they make.
fn amount(number: i64) -> f64 {
    let half = |part: i64| f64::from(u32::try_from(part).unwrap_or(0));
    half(number / 1_000_000) * 1_000_000.0 + half(number % 1_000_000)
}
