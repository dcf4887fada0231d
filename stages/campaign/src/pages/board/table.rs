//! The board as a table: a workbook that prints on A3 with its head on every sheet, or plain lines.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Place;
use hoithi_web::{Asked, House, Page, Path};
use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};

use super::units::BoardCell;
use super::{Board, letter_choices};
use crate::store;

/// Every unit that the filter shows.
pub(super) struct Table {
    pub(super) name: String,
    /// Of which letter.
    pub(super) about: String,
    /// Whose board it is, and by what right it is read.
    pub(super) issuer: String,
    pub(super) place: Place,
    pub(super) heads: Vec<String>,
    pub(super) lines: Vec<Line>,
    /// What is done of what was asked, by column.
    pub(super) totals: Vec<String>,
}

pub(super) struct Line {
    pub(super) unit: String,
    level: String,
    pub(super) cells: Vec<BoardCell>,
    pub(super) publicity: usize,
}

pub(super) async fn asked_for(
    house: &House,
    slug: &str,
    viewer: &Viewer,
    page: &Page,
    asked: Asked,
) -> Result<Table, Halt> {
    let mut db = house.read().await?;
    let board = Board::asked(&mut db, viewer, slug, asked).await?;
    let columns = board.columns(&mut db, page).await?;
    let publicity = store::publicity_counts(&mut db, board.edition.id).await?;
    let rows = board.cells(&mut db, page, (&columns, &publicity), (0, usize::MAX)).await?;
    let mut heads = vec![page.t("campaign-unit"), page.t("campaign-level")];
    heads.extend(columns.iter().map(|column| format!("{} {}", column.title, column.due).trim_end().to_owned()));
    heads.push(page.t("campaign-short-publicity"));
    let mut totals = vec![page.t("campaign-total-done"), String::new()];
    totals.extend(columns.iter().map(|column| format!("{}/{}", column.done, column.asked)));
    let line = |row: super::Row| Line {
        unit: row.unit.name,
        level: page.tcode("units-level-", row.unit.level.code()),
        cells: row.cells,
        publicity: row.publicity.confirmed,
    };
    let chosen = board.letter.map(|letter| letter.to_string());
    let about = letter_choices(page, board.sent).into_iter().find(|(id, _)| Some(id) == chosen.as_ref());
    Ok(Table {
        name: page.t("campaign-board"),
        about: about.map(|(_, name)| name).unwrap_or_default(),
        issuer: board.edition.book.rules().agency.name.clone(),
        place: board.edition.place(),
        heads,
        lines: rows.into_iter().map(line).collect(),
        totals,
    })
}

pub(super) fn words(cell: &BoardCell) -> String {
    let says = format!("{} {}", cell.shown.word, cell.shown.days).trim().to_owned();
    if cell.extended.is_empty() { says } else { format!("{says} ({})", cell.extended) }
}

pub(in crate::pages) async fn workbook(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let table = asked_for(&house, &slug, &viewer, &page, asked).await?;
    let bytes = tokio::task::spawn_blocking(move || written(&table)).await.map_err(Halt::fault)?;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"tien-do.xlsx\""),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, bytes.map_err(Halt::fault)?).into_response())
}

/// Of the paper sizes of the format, A3.
const A3: u8 = 8;

/// Waits for the processor.
fn written(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.name)?;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 1)?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 16)?;
    let (bold, wrapped) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap());
    let late = wrapped.clone().set_background_color(Color::RGB(0xFC_EB_E9));
    for (column, head) in (0_u16..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (row, line) in (1_u32..).zip(&table.lines) {
        sheet.write_string(row, 0, &line.unit)?.write_string(row, 1, &line.level)?;
        for (column, cell) in (2_u16..).zip(&line.cells) {
            let format = if cell.shown.tone == "late" { &late } else { &wrapped };
            sheet.write_string_with_format(row, column, words(cell), format)?;
        }
        let last = u16::try_from(table.heads.len()).unwrap_or(u16::MAX).saturating_sub(1);
        sheet.write_number(row, last, u32::try_from(line.publicity).unwrap_or(u32::MAX))?;
    }
    let below = u32::try_from(table.lines.len()).unwrap_or(u32::MAX - 1) + 1;
    for (column, total) in (0_u16..).zip(&table.totals) {
        sheet.write_string_with_format(below, column, total, &bold)?;
    }
    book.save_to_buffer()
}

pub(in crate::pages) async fn plain(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let table = asked_for(&house, &slug, &viewer, &page, asked).await?;
    let mut text = String::from('\u{feff}');
    put(&mut text, &table.heads);
    for line in table.lines {
        let mut cells = vec![line.unit, line.level];
        cells.extend(line.cells.iter().map(words));
        cells.push(line.publicity.to_string());
        put(&mut text, &cells);
    }
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"tien-do.csv\"")];
    Ok((headers, text).into_response())
}

/// A spreadsheet takes a cell that begins like a formula for one.
fn put(text: &mut String, cells: &[String]) {
    let cell = |cell: &String| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    text.push_str(&cells.iter().map(cell).collect::<Vec<_>>().join(","));
    text.push_str("\r\n");
}
