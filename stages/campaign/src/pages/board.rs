//! The board unit × task: the province on one screen, and on one sheet of A3.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_units::{Unit, UnitLevel};
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::edition_for;
use super::words::{self, Shown};
use crate::letter::{LetterLine, SentTo};
use crate::publicity::PublicityTally;
use crate::standings::{UnitStanding, standings};
use crate::store;

#[derive(Template)]
#[template(path = "campaign/board.html")]
struct BoardPage {
    page: Page,
    form: Form,
    slug: String,
    letters: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    may_send: bool,
}

impl BoardPage {
    fn publicity(&self) -> usize {
        self.rows.iter().map(|row| row.publicity.confirmed).sum()
    }
}

/// One thing that is asked of every unit.
struct Column {
    asks: Asks,
    title: String,
    due: String,
    done: usize,
    asked: usize,
}

#[derive(Clone, Copy)]
enum Asks {
    Confirmation,
    Task(TaskKind),
    Report,
}

struct Row {
    unit: Unit,
    cells: Vec<Shown>,
    publicity: PublicityTally,
}

impl Row {
    fn late(&self) -> bool {
        self.cells.iter().any(Shown::is_late)
    }

    fn open(&self) -> bool {
        self.cells.iter().any(|cell| cell.is_asked() && !cell.is_done())
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let mut form = asked.only(&["letter", "level", "show"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let sent = store::sent_letters(&mut db, edition.id).await?;
    let letter = chosen(&form, &sent)?;
    let standings = standings(&mut db, edition.id).await?;
    let about = About { page: &page, letter, today: viewer.today };
    let mut columns = about.columns(&standings);
    let mut rows: Vec<Row> = about.rows(&standings, &columns);
    let level = form.choice("level", |code| code.parse::<UnitLevel>().ok())?;
    let show = form.choice("show", |code| SHOWS.into_iter().find(|known| *known == code))?;
    rows.retain(|row| level.is_none_or(|level| row.unit.level == level));
    rows.retain(|row| match show {
        Some("late") => row.late(),
        Some(_) => row.open(),
        None => true,
    });
    for (index, column) in columns.iter_mut().enumerate() {
        let cells = || rows.iter().filter_map(|row| row.cells.get(index));
        column.done = cells().filter(|cell| cell.is_done()).count();
        column.asked = cells().filter(|cell| cell.is_asked()).count();
    }
    if let Some(letter) = letter
        && form.given("letter").is_none()
    {
        form = form.with("letter", letter);
    }
    html(&BoardPage {
        letters: letter_choices(&page, sent),
        levels: levels(&page, &standings),
        shows: SHOWS.map(|code| (code.to_owned(), page.tcode("campaign-show-", code))).into(),
        may_send: viewer.may(Permission::LetterSend, edition.place()),
        page: page.titled("campaign-board"),
        form,
        slug,
        columns,
        rows,
    })
}

/// What a filter shows of the board: what is open, what is late.
const SHOWS: [&str; 2] = ["open", "late"];

/// The letter that was asked for, or the newest. Another edition's letter is none of the choices: the
/// newest in its place would look as if it were that one.
fn chosen(form: &Form, sent: &[LetterLine]) -> Result<Option<DocumentId>, Halt> {
    let known = |id: &DocumentId| sent.iter().any(|letter| letter.card.id == *id);
    let asked = form.choice("letter", |text| text.parse().ok().filter(known))?;
    Ok(asked.or_else(|| sent.first().map(|letter| letter.card.id)))
}

/// The day that the letter bears is one, the day on which it went out another.
fn letter_choices(page: &Page, sent: Vec<LetterLine>) -> Vec<(String, String)> {
    sent.into_iter()
        .map(|letter| {
            let signed = letter.card.signed.map(|(number, day)| (number.to_string(), page.day(day)));
            let (number, signed) = signed.unwrap_or_default();
            let sent = page.day(letter.sent_at.to_zoned(page.zone()).date());
            let facts = [("number", number), ("signed", signed), ("sent", sent)];
            (letter.card.id.to_string(), page.tx("campaign-letter-choice", &facts))
        })
        .collect()
}

fn levels(page: &Page, standings: &[UnitStanding]) -> Vec<(String, String)> {
    let present = UnitLevel::ALL.iter().filter(|level| standings.iter().any(|row| row.unit.level == **level));
    present.map(|level| (level.code().to_owned(), page.tcode("units-level-", level.code()))).collect()
}

/// What the board is about.
struct About<'a> {
    page: &'a Page,
    letter: Option<DocumentId>,
    today: Date,
}

impl About<'_> {
    fn task<'b>(&self, row: &'b UnitStanding, kind: TaskKind) -> Option<&'b Task> {
        row.tasks.iter().find(|task| Some(task.letter) == self.letter && task.kind == kind)
    }

    /// The letter's confirmation, then what it asks in the letter's own order, then the report.
    fn columns(&self, standings: &[UnitStanding]) -> Vec<Column> {
        let mut columns = vec![self.column(Asks::Confirmation, self.page.t("campaign-short-confirmation"), None)];
        for kind in TaskKind::LETTER.into_iter().chain([TaskKind::Other]) {
            let Some(task) = standings.iter().find_map(|row| self.task(row, kind)) else { continue };
            let title = self.page.tcode("campaign-short-", kind.code());
            columns.push(self.column(Asks::Task(kind), title, task.due));
        }
        let reports = standings.iter().flat_map(|row| &row.reports).filter(|line| !line.is_withdrawn());
        if let Some(due) = reports.map(|line| line.request.due).min() {
            columns.push(self.column(Asks::Report, self.page.t("campaign-short-report"), Some(due)));
        }
        columns
    }

    fn column(&self, asks: Asks, title: String, due: Option<Date>) -> Column {
        Column { asks, title, due: due.map(|due| self.page.day(due)).unwrap_or_default(), done: 0, asked: 0 }
    }

    fn rows(&self, standings: &[UnitStanding], columns: &[Column]) -> Vec<Row> {
        let has_letter =
            |row: &&UnitStanding| row.sendings.iter().any(|sent| Some(sent.sending.document) == self.letter);
        let rows = standings.iter().filter(has_letter);
        rows.map(|row| Row {
            unit: row.unit.clone(),
            cells: columns.iter().map(|column| self.cell(row, column.asks)).collect(),
            publicity: row.publicity,
        })
        .collect()
    }

    fn short(&self, shown: Shown, sent: Option<&SentTo>, due: Option<Date>) -> Shown {
        words::short(self.page, shown, sent, due, self.today)
    }

    fn cell(&self, row: &UnitStanding, asks: Asks) -> Shown {
        let sent = row.sendings.iter().find(|sent| Some(sent.sending.document) == self.letter);
        match asks {
            Asks::Confirmation => sent.map(|sent| self.short(words::of_sending(self.page, sent), Some(sent), None)),
            Asks::Task(kind) => {
                self.task(row, kind).map(|task| self.short(words::of_task(self.page, task, self.today), None, task.due))
            }
            Asks::Report => {
                let line = row.reports.iter().find(|line| sent.is_some_and(|sent| line.sending == sent.sending.id));
                line.map(|line| self.short(words::of_report(self.page, line, self.today), None, Some(line.request.due)))
            }
        }
        .unwrap_or_else(Shown::nothing)
    }
}
