//! The board unit × task: the province on one screen, on one sheet of A3, and as a table for a
//! spreadsheet.

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_reporting::ReportMark;
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::{DocumentId, SendingId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Unit, UnitLevel};
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::edition_for;
use super::words::{self, Shown};
use crate::letter::{LetterLine, SentTo};
use crate::progress::{Narrowed, Show, UnitProgress, areas_of, progress};
use crate::publicity::PublicityTally;
use crate::recall::{Recalled, recall_of};
use crate::store::{self, TaskColumn};

pub(super) use table::{plain, workbook};

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

/// One thing that is asked of every unit.
struct Column {
    asks: Asks,
    title: String,
    due: String,
    /// The same day, for whoever has another one.
    day: Option<Date>,
    done: usize,
    asked: usize,
}

#[derive(Clone)]
enum Asks {
    Confirmation,
    Task(TaskKind, String),
    Report,
}

struct Row {
    unit: Unit,
    cells: Vec<Shown>,
    publicity: PublicityTally,
}

/// So many units stand on one page.
const ON_A_PAGE: usize = 100;

/// In the address: all of them on one, to be printed.
const WHOLE: &str = "tat-ca";

/// The board's question as it was asked.
pub(super) struct Board {
    pub(super) edition: Edition,
    pub(super) form: Form,
    pub(super) sent: Vec<LetterLine>,
    letter: Option<DocumentId>,
    narrowed: Narrowed,
    today: Date,
    /// Every unit of the letter, and of those the ones that are shown.
    pub(super) all: Vec<UnitProgress>,
    shown: Vec<usize>,
}

const ASKS: [&str; 5] = ["letter", "level", "area", "show", "trang"];

impl Board {
    pub(super) async fn asked(db: &mut Conn, viewer: &Viewer, slug: &str, asked: Asked) -> Result<Self, Halt> {
        let mut form = asked.only(&ASKS)?;
        let edition = edition_for(db, viewer, slug, Permission::CampaignView).await?;
        let sent = store::sent_letters(db, edition.id).await?;
        let letter = chosen(&form, &sent)?;
        if let Some(letter) = letter
            && form.given("letter").is_none()
        {
            form = form.with("letter", letter);
        }
        let all = match letter {
            Some(letter) => progress(db, letter, viewer.today).await?,
            None => Vec::new(),
        };
        let known = |key: &str| all.iter().flat_map(|row| &row.areas).any(|area| area.key == key);
        let narrowed = Narrowed {
            level: form.choice("level", |code| code.parse::<UnitLevel>().ok())?,
            area: form.choice("area", |key| known(key).then(|| key.to_owned()))?,
            show: form.choice("show", Show::from_code)?,
        };
        let today = viewer.today;
        let through = |row: &UnitProgress| narrowed.lets_through(row, today);
        let shown = all.iter().enumerate().filter(|(_, row)| through(row)).map(|(place, _)| place).collect();
        Ok(Self { edition, form, sent, letter, narrowed, today, all, shown })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &UnitProgress> {
        self.shown.iter().filter_map(|place| self.all.get(*place))
    }

    /// The letter's confirmation, then what it asks in the letter's own order, then the report.
    async fn columns(&self, db: &mut Conn, page: &Page) -> Result<Vec<Column>, Halt> {
        let Some(letter) = self.letter else { return Ok(Vec::new()) };
        let confirmed = self.rows().filter(|row| row.sent.is_acknowledged()).count();
        let head = page.t("campaign-short-confirmation");
        let mut columns = vec![column(page, Asks::Confirmation, head, None, (confirmed, self.shown.len()))];
        for task in self.task_columns(db, letter).await? {
            let title = short_title(page, &task);
            let figures = (task.done, task.asked);
            columns.push(column(page, Asks::Task(task.kind, task.title), title, task.due, figures));
        }
        let asked = || self.rows().filter_map(|row| row.report).filter(|mark| !mark.is_withdrawn());
        let everywhere = self.all.iter().filter_map(|row| row.report).filter(|mark| !mark.is_withdrawn());
        if let Some(due) = everywhere.map(|mark| mark.due).min() {
            let figures = (asked().filter(ReportMark::is_done).count(), asked().count());
            columns.push(column(page, Asks::Report, page.t("campaign-short-report"), Some(due), figures));
        }
        Ok(columns)
    }

    /// Counted by the database over all units; one by one only where a filter leaves some out.
    async fn task_columns(&self, db: &mut Conn, letter: DocumentId) -> Result<Vec<TaskColumn>, Halt> {
        let mut columns = store::task_columns(db, letter).await?;
        if self.narrowed.is_whole() {
            return Ok(columns);
        }
        let units: BTreeSet<UnitId> = self.rows().map(|row| row.unit.id).collect();
        for task in &mut columns {
            (task.asked, task.done) = (0, 0);
        }
        for (unit, kind, title, done) in store::task_marks(db, letter).await? {
            let of = columns.iter_mut().find(|task| task.kind == kind && task.title == title);
            if let Some(task) = of.filter(|_| units.contains(&unit)) {
                task.asked += 1;
                task.done += usize::from(done);
            }
        }
        Ok(columns)
    }

    /// Some of the shown units with all their cells.
    async fn cells(
        &self,
        db: &mut Conn,
        page: &Page,
        columns: &[Column],
        (first, count): (usize, usize),
    ) -> Result<Vec<Row>, Halt> {
        let Some(letter) = self.letter else { return Ok(Vec::new()) };
        let some: Vec<&UnitProgress> = self.rows().skip(first).take(count).collect();
        let ids: Vec<SendingId> = some.iter().map(|row| row.sent.sending.id).collect();
        let mut tasks: BTreeMap<SendingId, Vec<Task>> = BTreeMap::new();
        for (of, task) in store::tasks_of_sendings(db, letter, &ids).await? {
            tasks.entry(of).or_default().push(task);
        }
        let publicity = store::publicity_counts(db, self.edition.id).await?;
        let cell = Cell { page, today: self.today };
        let mut rows = Vec::with_capacity(some.len());
        for row in some {
            let id = row.sent.sending.id;
            let own = tasks.get(&id).map_or(&[][..], Vec::as_slice);
            let cells = columns.iter().map(|column| match &column.asks {
                Asks::Confirmation => cell.sending(&row.sent),
                Asks::Task(kind, title) => {
                    let task = own.iter().find(|task| task.kind == *kind && task.title == *title);
                    task.map_or_else(Shown::nothing, |task| cell.task(task, column.day))
                }
                Asks::Report => row.report.as_ref().map_or_else(Shown::nothing, |mark| cell.report(mark)),
            });
            rows.push(Row {
                cells: cells.collect(),
                publicity: publicity.get(&row.unit.id).copied().unwrap_or_default(),
                unit: row.unit.clone(),
            });
        }
        Ok(rows)
    }
}

impl Board {
    /// What units ask for, the oldest wish first.
    async fn wishes(&self, db: &mut Conn, page: &Page) -> Result<Vec<(String, String)>, Halt> {
        let Some(letter) = self.letter else { return Ok(Vec::new()) };
        let mut wishes = Vec::new();
        for (id, step) in store::waiting_extensions(db, letter).await? {
            let Some((task, _)) = store::task(db, id).await? else { continue };
            let unit = self.all.iter().find(|row| row.unit.id == task.unit).map(|row| row.unit.name.clone());
            let day = step.day.map(|day| page.day(day)).unwrap_or_default();
            let facts = [("unit", unit.unwrap_or_default()), ("task", words::title(page, &task)), ("day", day)];
            let href = format!("/ky/{}/tien-do/{}/viec/{id}", self.edition.slug, task.unit);
            wishes.push((step.at, href, page.tx("campaign-wish", &facts)));
        }
        wishes.sort();
        Ok(wishes.into_iter().map(|(_, href, says)| (href, says)).collect())
    }
}

struct Cell<'a> {
    page: &'a Page,
    today: Date,
}

impl Cell<'_> {
    fn sending(&self, sent: &SentTo) -> Shown {
        self.short(words::of_sending(self.page, sent), Some(sent), None)
    }

    /// A unit whose day is another than its column's says which.
    fn task(&self, task: &Task, usual: Option<Date>) -> Shown {
        let shown = self.short(words::of_task(self.page, task, self.today), None, task.due);
        match task.due.filter(|due| task.is_open() && *due >= self.today && usual != Some(*due)) {
            Some(due) => Shown { days: self.page.t1("campaign-due", "day", self.page.day(due)), ..shown },
            None => shown,
        }
    }

    fn report(&self, mark: &ReportMark) -> Shown {
        self.short(words::of_report_standing(self.page, mark.standing(self.today)), None, Some(mark.due))
    }

    fn short(&self, shown: Shown, sent: Option<&SentTo>, due: Option<Date>) -> Shown {
        words::short(self.page, shown, sent, due, self.today)
    }
}

fn column(page: &Page, asks: Asks, title: String, due: Option<Date>, (done, asked): (usize, usize)) -> Column {
    Column { asks, title, due: due.map(|due| page.day(due)).unwrap_or_default(), day: due, done, asked }
}

fn short_title(page: &Page, task: &TaskColumn) -> String {
    if task.title.is_empty() { page.tcode("campaign-short-", task.kind.code()) } else { task.title.clone() }
}

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
    let rows = board.cells(&mut db, &page, &columns, (first, on_a_page)).await?;
    let counts = store::publicity_counts(&mut db, board.edition.id).await?;
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

/// The letter that was asked for, or the newest. Another edition's letter is none of the choices: the
/// newest in its place would look as if it were that one.
pub(super) fn chosen(form: &Form, sent: &[LetterLine]) -> Result<Option<DocumentId>, Halt> {
    let known = |id: &DocumentId| sent.iter().any(|letter| letter.card.id == *id);
    let asked = form.choice("letter", |text| text.parse().ok().filter(known))?;
    Ok(asked.or_else(|| sent.first().map(|letter| letter.card.id)))
}

/// The day that the letter bears is one, the day on which it went out another.
pub(super) fn letter_choices(page: &Page, sent: Vec<LetterLine>) -> Vec<(String, String)> {
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

pub(super) fn levels(page: &Page, rows: &[UnitProgress]) -> Vec<(String, String)> {
    let present = UnitLevel::ALL.iter().filter(|level| rows.iter().any(|row| row.unit.level == **level));
    present.map(|level| (level.code().to_owned(), page.tcode("units-level-", level.code()))).collect()
}

pub(super) fn shows(page: &Page) -> Vec<(String, String)> {
    Show::ALL.map(|show| (show.code().to_owned(), page.tcode("campaign-show-", show.code()))).into()
}
