//! A list of entries taken along: as a workbook, or printed on wide pages. It holds what the list on the
//! page holds, for the same eyes. How authors are reached stands in it for whoever screens alone; a
//! blind code never stands beside a name.

use std::collections::BTreeMap;

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_documents::forms::{Block, Book, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{House, Page};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::pdf_response;
use crate::kept::EntryCard;
use crate::operations::note_taken;
use crate::store::{self, Line, List};
use crate::words::listed_standing;

/// More than any contest of a province had.
const MOST: i64 = 20_000;
/// Of the paper sizes of the format, A4.
const A4: u8 = 9;

/// In what form a list is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Workbook,
    Sheet,
}

impl Form {
    /// As the list's button says it.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        match code {
            "xlsx" => Some(Self::Workbook),
            "in" => Some(Self::Sheet),
            _ => None,
        }
    }
}

/// Everything that was asked for, with nothing left to another page.
pub(super) async fn answer(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    edition: &Edition,
    (asked, form): (List, Form),
) -> Result<Response, Halt> {
    let reached = form == Form::Workbook && viewer.may(Permission::ScreeningDecide, edition.place());
    let asked = List { most: MOST, skip: 0, ..asked };
    let listed = Listed::read(&mut house.read().await?, (page, edition), &asked, reached).await?;
    let (id, count) = (edition.id, listed.rows.len());
    house.acts.perform(viewer.actor(), move |act| Box::pin(note_taken(act, id, count))).await?;
    let name = format!("ho-so-{}", edition.slug);
    match form {
        Form::Workbook => {
            let written = tokio::task::spawn_blocking(move || listed.written()).await.map_err(Halt::fault)?;
            let headers = [
                (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned()),
                (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.xlsx\"")),
                (CACHE_CONTROL, "private, no-cache".to_owned()),
            ];
            Ok((headers, written.map_err(Halt::fault)?).into_response())
        }
        Form::Sheet => {
            let book = listed.printed(house, page, edition);
            Ok(pdf_response(&name, house.printer.print_form(&book).await.map_err(Halt::fault)?, false))
        }
    }
}

/// The list as a table: its columns with their share of the width, and its lines.
struct Listed {
    columns: Vec<(String, u32)>,
    rows: Vec<Vec<String>>,
}

impl Listed {
    async fn read(
        db: &mut Conn,
        (page, edition): (&Page, &Edition),
        asked: &List,
        reached: bool,
    ) -> Result<Self, Halt> {
        let lines = store::list(db, edition.id, asked).await?.lines;
        let cards = store::entries_of(db, edition.id).await?;
        let cards: BTreeMap<EntryId, EntryCard> = cards.into_iter().map(|card| (card.id, card)).collect();
        let reach = if reached { store::reach_of(db, edition.id).await? } else { BTreeMap::new() };
        let keys = [
            ("entries-number", 9),
            ("entries-title", 24),
            ("entries-category", 14),
            ("entries-list-authors", 22),
            ("entries-unit", 16),
            ("entries-received", 9),
            ("entries-state", 12),
        ];
        let mut columns: Vec<_> = keys.into_iter().map(|(key, width)| (page.t(key), width)).collect();
        if reached {
            columns.extend([(page.t("entries-list-phone"), 12), (page.t("entries-list-email"), 18)]);
        }
        let row = |line: &Line| {
            let mut row = cells(page, edition, line, cards.get(&line.id));
            if reached {
                let (phone, email) = reach.get(&line.id).cloned().unwrap_or_default();
                row.extend([phone, email]);
            }
            row
        };
        Ok(Self { columns, rows: lines.iter().map(row).collect() })
    }

    /// Every cell is text and marked as such: a title that begins like a formula stays a title. Waits
    /// for the processor.
    fn written(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold().set_text_wrap();
        let text = Format::new().set_text_wrap().set_quote_prefix();
        for (place, (title, width)) in (0_u16..).zip(&self.columns) {
            sheet.set_column_width(place, width * 2)?;
            sheet.write_string_with_format(0, place, title, &bold)?;
        }
        for (at, row) in (1_u32..).zip(&self.rows) {
            for (place, cell) in (0_u16..).zip(row) {
                sheet.write_string_with_format(at, place, cell, &text)?;
            }
        }
        book.save_to_buffer()
    }

    /// The same on wide pages, with a number before each line.
    fn printed(self, house: &House, page: &Page, edition: &Edition) -> Book {
        let numbered = |(at, mut row): (usize, Vec<String>)| {
            row.insert(0, at.to_string());
            Row::Cells(row)
        };
        let columns = self.columns.into_iter().map(|(title, width)| Column::wide(title, width));
        let table = Table {
            title: None,
            columns: std::iter::once(Column::narrow(page.t("entries-taken-place"))).chain(columns).collect(),
            rows: (1..).zip(self.rows).map(numbered).collect(),
        };
        Book {
            watermark: house.site.watermark(),
            parent: None,
            issuer: edition.book.rules().agency.name.clone(),
            title: page.title.clone(),
            period: edition.title(),
            blocks: vec![Block::Table(table)],
        }
    }
}

fn cells(page: &Page, edition: &Edition, line: &Line, card: Option<&EntryCard>) -> Vec<String> {
    let code = line.category.as_ref().map_or("", CategoryCode::as_str);
    let category = edition.book.rules().category(code).map(|category| category.name.clone());
    let authors = card.map(|card| card.authors.as_slice()).unwrap_or_default();
    let authors: Vec<String> = authors.iter().map(|author| format!("{} ({})", author.name, author.share)).collect();
    let received = line.submitted_at.map(|at| page.day(edition.book.calendar().day_of(at)));
    vec![
        line.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        line.title.clone(),
        category.unwrap_or_default(),
        authors.join("; "),
        line.unit_name.clone(),
        received.unwrap_or_default(),
        listed_standing(page, line.standing, edition.state.announced_at().is_some()),
    ]
}
