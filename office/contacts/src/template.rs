//! The workbook to be filled in: one row for each person that is known, one for each unit without.

use std::collections::BTreeMap;

use hoithi_journal::Halt;
use hoithi_rules::ids::UnitId;
use hoithi_units::Unit;
use rust_xlsxwriter::{DataValidation, Format, Workbook, Worksheet, XlsxError};

use crate::contact::Contact;
use crate::workbook::HEADS;

const WIDTHS: [u16; 12] = [11, 30, 26, 26, 16, 30, 16, 34, 10, 12, 12, 24];

/// The words of the column that says who is asked first.
pub(crate) const PARTS: [&str; 2] = ["chính", "phụ"];

/// The directory as a workbook. Waits for the processor: callers go through `spawn_blocking`.
pub(crate) fn write(units: &[Unit], contacts: &BTreeMap<UnitId, Vec<Contact>>) -> Result<Vec<u8>, Halt> {
    let mut book = Workbook::new();
    let mut sheet = Worksheet::new();
    fill(&mut sheet, units, contacts).map_err(Halt::fault)?;
    book.push_worksheet(sheet);
    book.save_to_buffer().map_err(Halt::fault)
}

fn fill(sheet: &mut Worksheet, units: &[Unit], contacts: &BTreeMap<UnitId, Vec<Contact>>) -> Result<(), XlsxError> {
    sheet.set_name("Đầu mối")?;
    let (bold, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    for ((column, head), width) in (0_u16..).zip(HEADS).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
        // Numbers and codes are words: a figure would lose the zero before it.
        sheet.set_column_format(column, &text)?;
        sheet.write_with_format(0, column, head, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let parts = DataValidation::new().allow_list_strings(&PARTS)?;
    sheet.add_data_validation(1, 8, 5_000, 8, &parts)?;
    let mut row = 1;
    for unit in units {
        let known = contacts.get(&unit.id).map_or(&[][..], Vec::as_slice);
        for contact in known {
            write_row(sheet, row, &cells(unit, Some(contact)), &text)?;
            row += 1;
        }
        if known.is_empty() {
            write_row(sheet, row, &cells(unit, None), &text)?;
            row += 1;
        }
    }
    Ok(())
}

fn write_row(sheet: &mut Worksheet, row: u32, cells: &[String], text: &Format) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string_with_format(row, column, cell, text)?;
        }
    }
    Ok(())
}

fn cells(unit: &Unit, contact: Option<&Contact>) -> Vec<String> {
    let mut cells = vec![unit.code.clone().unwrap_or_default(), unit.name.clone()];
    if let Some(contact) = contact {
        let person = &contact.person;
        cells.extend([
            person.name.to_string(),
            person.position.clone(),
            person.phone.clone(),
            person.email.clone(),
            person.zalo.clone(),
            person.address.clone(),
            PARTS[usize::from(!contact.main)].to_owned(),
            hoithi_web::day(contact.from),
            contact.to.map(hoithi_web::day).unwrap_or_default(),
            contact.source.clone(),
        ]);
    }
    cells
}
