//! Where every unit stands in what a letter asks: the columns, and the cells of some units.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_reporting::{ReportMark, later_wishes};
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::{DocumentId, SendingId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Unit, UnitLevel};
use hoithi_web::{Asked, Form, Page};
use jiff::civil::Date;

use super::chosen;
use crate::letter::{LetterLine, SentTo};
use crate::pages::edition_for;
use crate::pages::words::{self, Shown};
use crate::progress::{Narrowed, Show, UnitProgress, progress};
use crate::publicity::PublicityTally;
use crate::recall::is_asked;
use crate::store::{self, Extension, TaskColumn};

/// One thing that is asked of every unit.
pub(super) struct Column {
    asks: Asks,
    pub(super) title: String,
    pub(super) due: String,
    /// The same day, for whoever has another one.
    day: Option<Date>,
    pub(super) done: usize,
    pub(super) asked: usize,
}

#[derive(Clone)]
enum Asks {
    Confirmation,
    Task(TaskKind, String),
    Report,
}

pub(super) struct Row {
    pub(super) unit: Unit,
    pub(super) cells: Vec<BoardCell>,
    pub(super) publicity: PublicityTally,
}

/// One cell of the board.
pub(super) struct BoardCell {
    pub(super) shown: Shown,
    /// Of a task that was given a later day: which it had before; else empty.
    pub(super) extended: String,
}

impl From<Shown> for BoardCell {
    fn from(shown: Shown) -> Self {
        Self { shown, extended: String::new() }
    }
}

/// The board's question as it was asked.
pub(in crate::pages) struct Board {
    pub(in crate::pages) edition: Edition,
    pub(in crate::pages) form: Form,
    pub(in crate::pages) sent: Vec<LetterLine>,
    pub(super) letter: Option<DocumentId>,
    today: Date,
    /// Every unit of the letter, and of those the ones that are shown.
    pub(in crate::pages) all: Vec<UnitProgress>,
    pub(super) shown: Vec<usize>,
}

const ASKS: [&str; 5] = ["letter", "level", "area", "show", "trang"];

impl Board {
    pub(in crate::pages) async fn asked(
        db: &mut Conn,
        viewer: &Viewer,
        slug: &str,
        asked: Asked,
    ) -> Result<Self, Halt> {
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
        Ok(Self { edition, form, sent, letter, today, all, shown })
    }

    pub(in crate::pages) fn rows(&self) -> impl Iterator<Item = &UnitProgress> {
        self.shown.iter().filter_map(|place| self.all.get(*place))
    }

    /// The letter's confirmation, then what it asks in the letter's own order, then the report.
    pub(super) async fn columns(&self, db: &mut Conn, page: &Page) -> Result<Vec<Column>, Halt> {
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
        if let Some(due) = everywhere.map(|mark| mark.asked.unwrap_or(mark.due)).min() {
            let figures = (asked().filter(ReportMark::is_done).count(), asked().count());
            columns.push(column(page, Asks::Report, page.t("campaign-short-report"), Some(due), figures));
        }
        Ok(columns)
    }

    /// Counted by the database over all units; one by one only where a filter leaves some out.
    async fn task_columns(&self, db: &mut Conn, letter: DocumentId) -> Result<Vec<TaskColumn>, Halt> {
        let mut columns = store::task_columns(db, letter).await?;
        if self.shown.len() == self.all.len() {
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
    pub(super) async fn cells(
        &self,
        db: &mut Conn,
        page: &Page,
        (columns, publicity): (&[Column], &BTreeMap<UnitId, PublicityTally>),
        (first, count): (usize, usize),
    ) -> Result<Vec<Row>, Halt> {
        let Some(letter) = self.letter else { return Ok(Vec::new()) };
        let some: Vec<&UnitProgress> = self.rows().skip(first).take(count).collect();
        let ids: Vec<SendingId> = some.iter().map(|row| row.sent.sending.id).collect();
        let mut tasks: BTreeMap<SendingId, Vec<Task>> = BTreeMap::new();
        for (of, task) in store::tasks_of_sendings(db, &ids).await? {
            tasks.entry(of).or_default().push(task);
        }
        let extended = store::extended_tasks(db, letter).await?;
        let cell = Cell { page, today: self.today };
        let mut rows = Vec::with_capacity(some.len());
        for row in some {
            let id = row.sent.sending.id;
            let own = tasks.get(&id).map_or(&[][..], Vec::as_slice);
            let cells = columns.iter().map(|column| match &column.asks {
                Asks::Confirmation => BoardCell::from(cell.sending(row)),
                Asks::Task(kind, title) => {
                    let task = own.iter().find(|task| task.kind == *kind && task.title == *title);
                    match task {
                        None => BoardCell::from(Shown::nothing()),
                        Some(task) if task.is_open() && !row.is_asked => words::called_off(page).into(),
                        Some(task) => cell.extended(task, column.day, extended.get(&task.id).copied()),
                    }
                }
                Asks::Report => {
                    row.report.as_ref().map_or_else(|| BoardCell::from(Shown::nothing()), |mark| cell.report(mark))
                }
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
    /// What units ask for, the oldest wish first. What is asked no longer has no later day.
    pub(super) async fn wishes(&self, db: &mut Conn, page: &Page) -> Result<Vec<(String, String)>, Halt> {
        let Some(letter) = self.letter else { return Ok(Vec::new()) };
        if !is_asked(db, letter, self.today).await? {
            return Ok(Vec::new());
        }
        let mut wishes = Vec::new();
        for (id, step) in store::waiting_extensions(db, letter).await? {
            let Some((task, _)) = store::task(db, id).await? else { continue };
            let unit = self.all.iter().find(|row| row.unit.id == task.unit).map(|row| row.unit.name.clone());
            let day = step.day.map(|day| page.day(day)).unwrap_or_default();
            let facts = [("unit", unit.unwrap_or_default()), ("task", words::title(page, &task)), ("day", day)];
            let href = format!("/ky/{}/tien-do/{}/viec/{id}", self.edition.slug, task.unit);
            wishes.push((step.at, href, page.tx("campaign-wish", &facts)));
        }
        for wish in later_wishes(db, self.edition.id).await? {
            let Some(row) = self.all.iter().find(|row| wish.occasion == letter.uuid() && row.unit.id == wish.unit)
            else {
                continue;
            };
            let (task, day) = (page.t("campaign-report"), page.day(wish.day));
            let facts = [("unit", row.unit.name.clone()), ("task", task), ("day", day)];
            let href = format!("/ky/{}/bao-cao/{}", self.edition.slug, wish.report);
            wishes.push((wish.at, href, page.tx("campaign-wish", &facts)));
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
    /// Of what is asked no longer no confirmation is awaited.
    fn sending(&self, UnitProgress { sent, is_asked, .. }: &UnitProgress) -> Shown {
        if !is_asked && !sent.is_acknowledged() {
            return words::called_off(self.page);
        }
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

    /// The same, marked where it was given a later day: the day that it had is told to whoever asks.
    fn extended(&self, task: &Task, usual: Option<Date>, extended: Option<Extension>) -> BoardCell {
        let shown = self.task(task, usual);
        let Some(Extension { before }) = extended else { return shown.into() };
        self.marked(shown, (task.due, task.is_open()), before.or(usual))
    }

    /// Marked as one that has a later day than all.
    fn marked(&self, shown: Shown, (due, open): (Option<Date>, bool), before: Option<Date>) -> BoardCell {
        let days = match due.filter(|due| open && *due >= self.today) {
            Some(due) => self.page.t1("campaign-extended-to", "day", self.page.day(due)),
            None if shown.days.is_empty() => self.page.t("campaign-extended"),
            None => format!("{} · {}", shown.days, self.page.t("campaign-extended")),
        };
        let before = before.filter(|day| Some(*day) != due);
        let extended = match before {
            Some(day) => self.page.t1("campaign-extended-from", "day", self.page.day(day)),
            None => self.page.t("campaign-extended-granted"),
        };
        BoardCell { shown: Shown { days, ..shown }, extended }
    }

    fn report(&self, mark: &ReportMark) -> BoardCell {
        let shown = self.short(words::of_report_standing(self.page, mark.standing(self.today)), None, Some(mark.due));
        let before = mark.asked.filter(|_| !mark.is_withdrawn());
        if before.is_none() {
            return shown.into();
        }
        self.marked(shown, (Some(mark.due), !mark.is_done()), before)
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
