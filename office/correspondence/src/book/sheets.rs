//! A register as a workbook: its tables one under the other on one sheet, as on paper.

use hoithi_documents::forms::{Block, Book, Row as Line, Table};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Of the paper sizes of the format, A4.
const A4: u8 = 9;

/// The workbook's bytes. Waits for the processor: callers go through `spawn_blocking`.
pub(crate) fn workbook(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let bold = Format::new().set_bold();
    let title = book.title.to_uppercase();
    let heads = [book.watermark.as_ref(), Some(&book.issuer), Some(&title), Some(&book.period)];
    let mut row = 0;
    for words in heads.into_iter().flatten() {
        sheet.write_string_with_format(row, 0, words, &bold)?;
        row += 1;
    }
    for block in &book.blocks {
        if let Block::Table(table) = block {
            row = put(sheet, row + 1, table)?;
        }
    }
    workbook.save_to_buffer()
}

/// A table from that row on; the first row below it.
fn put(sheet: &mut Worksheet, mut row: u32, table: &Table) -> Result<u32, XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap());
    if let Some(title) = &table.title {
        sheet.write_string_with_format(row, 0, title, &Format::new().set_bold())?;
        row += 1;
    }
    for (place, column) in (0_u16..).zip(&table.columns) {
        // The shares of the printed page, wide enough for a day.
        sheet.set_column_width(place, column.width.max(6) * 2)?;
        sheet.write_string_with_format(row, place, &column.title, &bold)?;
    }
    for line in &table.rows {
        row += 1;
        let (cells, format) = match line {
            Line::Cells(cells) => (cells.as_slice(), &wrapped),
            Line::Total(cells) => (cells.as_slice(), &bold),
            Line::Group(words) => (std::slice::from_ref(words), &bold),
        };
        for (place, cell) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, place, cell, format)?;
        }
    }
    Ok(row + 1)
}
