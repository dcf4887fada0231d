//! The board unit × task: the province on one screen, on one sheet of A3, and as a table for a
//! spreadsheet.

mod sheet;
mod table;
mod units;

use std::fmt::Write;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_units::UnitLevel;
use hoithi_web::{Asked, Form, House, Page, Path, html};

use crate::letter::LetterLine;
use crate::progress::{Show, UnitProgress, areas_of};
use crate::recall::{Recalled, recall_of};
use crate::store;
use units::{Column, Row};

pub(super) use sheet::sheet;
pub(super) use table::{plain, workbook};
pub(super) use units::Board;

#[derive(Template)]
#[template(path = "campaign/board.html")]
struct BoardPage {
    page: Page,
    form: Form,
    slug: String,
    letters: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    publicity: usize,
    pager: Pager,
    /// Wishes for a later day that wait: where each is decided, and what it says.
    wishes: Vec<(String, String)>,
    /// That nothing of this letter is asked any more.
    recalled: Option<Recalled>,
    may_send: bool,
}

/// Where in a long list one is.
struct Pager {
    first: usize,
    all: usize,
    previous: String,
    next: String,
}

impl BoardPage {
    fn says(&self) -> String {
        let last = self.pager.first + self.rows.len();
        let facts = [("first", self.pager.first + 1), ("last", last), ("all", self.pager.all)];
        self.page.tx("campaign-board-pages", &facts.map(|(name, figure)| (name, figure.to_string())))
    }

    fn is_paged(&self) -> bool {
        self.pager.all > self.rows.len()
    }

    /// All units on one page.
    fn whole(&self) -> String {
        let query = asked_again(&self.form, None);
        format!("/ky/{}/tien-do?{query}&trang={WHOLE}", self.slug)
    }

    /// The same units as a picture or as a table for a spreadsheet.
    fn also(&self, place: &str) -> String {
        format!("/ky/{}/tien-do/{place}?{}", self.slug, asked_again(&self.form, None))
    }
}

/// The same question for another page of the list.
fn asked_again(form: &Form, page: Option<usize>) -> String {
    let mut query = String::new();
    for name in ["letter", "level", "area", "show"] {
        if let Some(value) = form.given(name) {
            // What stands here is a code or an id: none of them needs escaping.
            let _ = write!(query, "{name}={value}&");
        }
    }
    if let Some(page) = page {
        let _ = write!(query, "trang={page}");
    }
    query.trim_end_matches('&').to_owned()
}

/// So many units stand on one page.
const ON_A_PAGE: usize = 100;

/// In the address: all of them on one, to be printed.
const WHOLE: &str = "tat-ca";

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let board = Board::asked(&mut db, &viewer, &slug, asked).await?;
    let columns = board.columns(&mut db, &page).await?;
    let whole = board.form.value("trang") == WHOLE;
    let on_a_page = if whole { board.shown.len().max(1) } else { ON_A_PAGE };
    let last = board.shown.len().div_ceil(on_a_page).max(1);
    let read = |text: &str| if whole { Some(1) } else { text.parse().ok() };
    let at = board.form.choice("trang", |text| read(text).filter(|page| (1..=last).contains(page)))?;
    let at: usize = at.unwrap_or(1);
    let first = (at - 1) * on_a_page;
    let counts = store::publicity_counts(&mut db, board.edition.id).await?;
    let rows = board.cells(&mut db, &page, (&columns, &counts), (first, on_a_page)).await?;
    let publicity = board.rows().filter_map(|row| counts.get(&row.unit.id)).map(|tally| tally.confirmed).sum();
    let wishes = board.wishes(&mut db, &page).await?;
    let recalled = match board.letter {
        Some(letter) => recall_of(&mut db, letter).await?,
        None => None,
    };
    let to = |page: usize| format!("?{}", asked_again(&board.form, Some(page)));
    let pager = Pager {
        first,
        all: board.shown.len(),
        previous: if at > 1 { to(at - 1) } else { String::new() },
        next: if at < last { to(at + 1) } else { String::new() },
    };
    html(&BoardPage {
        levels: levels(&page, &board.all),
        areas: areas_of(&board.all).into_iter().map(|area| (area.key, area.name)).collect(),
        shows: shows(&page),
        may_send: viewer.may(Permission::LetterSend, board.edition.place()),
        letters: letter_choices(&page, board.sent),
        page: page.titled("campaign-board"),
        form: board.form,
        slug,
        columns,
        rows,
        publicity,
        pager,
        wishes,
        recalled,
    })
}

/// The letter that was asked for, or the newest that was not recalled. Another edition's letter is none of the choices: the
/// newest in its place would look as if it were that one.
pub(super) fn chosen(form: &Form, sent: &[LetterLine]) -> Result<Option<DocumentId>, Halt> {
    let known = |id: &DocumentId| sent.iter().any(|letter| letter.card.id == *id);
    let asked = form.choice("letter", |text| text.parse().ok().filter(known))?;
    let newest = sent.iter().find(|letter| !letter.recalled).or(sent.first());
    Ok(asked.or_else(|| newest.map(|letter| letter.card.id)))
}

/// The day that the letter bears is one, the day on which it went out another.
pub(super) fn letter_choices(page: &Page, sent: Vec<LetterLine>) -> Vec<(String, String)> {
    sent.into_iter()
        .map(|letter| {
            let signed = letter.card.signed.map(|(number, day)| (number.to_string(), page.day(day)));
            let (number, signed) = signed.unwrap_or_default();
            let sent = page.day(letter.sent_at.to_zoned(page.zone()).date());
            let facts = [("number", number), ("signed", signed), ("sent", sent)];
            let key = if letter.recalled { "campaign-letter-choice-recalled" } else { "campaign-letter-choice" };
            (letter.card.id.to_string(), page.tx(key, &facts))
        })
        .collect()
}

pub(super) fn levels(page: &Page, rows: &[UnitProgress]) -> Vec<(String, String)> {
    let present = UnitLevel::ALL.iter().filter(|level| rows.iter().any(|row| row.unit.level == **level));
    present.map(|level| (level.code().to_owned(), page.tcode("units-level-", level.code()))).collect()
}

pub(super) fn shows(page: &Page) -> Vec<(String, String)> {
    Show::ALL.map(|show| (show.code().to_owned(), page.tcode("campaign-show-", show.code()))).into()
}
