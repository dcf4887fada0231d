//! The unit's desk: the letter as a letter, its confirmation, its tasks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, PaperView, answer_pdf, bases_of, document, serve_file, sheet_pdf};
use hoithi_edition::{Edition, edition};
use hoithi_helpdesk::Help;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_reporting::ReportLine;
use hoithi_rules::campaign::{Task, TaskKind, TaskState};
use hoithi_rules::ids::{AccountId, SendingId, UnitId};
use hoithi_rules::people::{Permission, Place, Scope};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_units::{Unit, unit};
use hoithi_web::{House, Page, Path, Posted, html, redirect, redirect_with_flash};
use jiff::civil::Date;

use super::send::offered_tasks;
use super::words::{self, Heading, Shown};
use crate::letter::{SentTo, TaskOrder, named};
use crate::links::{OriginAbout, Origins, origins_of};
use crate::operations::{self, Acknowledge, open_letter, people_of_unit};
use crate::recall::{Recalled, is_asked, recall_of, replacement_at};
use crate::reports::{open_at, report_of_sending};
use crate::store;

/// A letter at a unit, for somebody of that unit; nobody else learns that it exists.
pub(super) struct Work {
    pub(super) sent: SentTo,
    pub(super) edition: Edition,
    pub(super) unit: Unit,
    pub(super) document: Document,
    /// Whether the reader's units have this letter and no other.
    alone: bool,
}

impl Work {
    pub(super) async fn load(
        db: &mut Conn,
        viewer: &Viewer,
        id: SendingId,
        permission: Permission,
    ) -> Result<Self, Halt> {
        let sent = store::sending(db, id).await?.ok_or_else(Halt::not_found)?;
        let place = Place::unit_in(sent.sending.unit, sent.edition);
        if !of_the_unit(viewer, sent.sending.unit) {
            return Err(Halt::not_found());
        }
        viewer.allowed(permission, place)?;
        let edition = edition(db, sent.edition).await?.ok_or_else(Halt::not_found)?;
        let unit = unit(db, sent.sending.unit).await?.ok_or_else(Halt::not_found)?;
        let document = document(db, sent.sending.document).await?.ok_or_else(Halt::not_found)?;
        let mut letters = 0;
        for unit in units_of(viewer) {
            letters += store::sendings_to(db, unit).await?.len();
        }
        Ok(Self { sent, edition, unit, document, alone: letters == 1 })
    }

    /// The address of the letter's page.
    pub(super) fn address(&self) -> String {
        format!("/don-vi/cong-viec/{}", self.sent.sending.id)
    }

    /// The way to the letter: the desk leads straight to the only letter there is.
    fn way(&self, page: Page) -> Page {
        let desk = page.t("campaign-desk");
        if self.alone { page } else { page.under(desk, "/don-vi/cong-viec") }
    }

    /// The way from the desk to a page behind the letter.
    pub(super) fn crumbs(&self, page: Page) -> Page {
        self.way(page).under(self.document.content.subject.clone(), self.address())
    }

    /// Whose matter it is.
    pub(super) fn place(&self) -> Place {
        Place::unit_in(self.sent.sending.unit, self.sent.edition)
    }
}

fn of_the_unit(viewer: &Viewer, unit: UnitId) -> bool {
    viewer.may(Permission::SendingView, Place::unit(unit))
}

/// The units for which this person reads letters.
pub(super) fn units_of(viewer: &Viewer) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = Vec::new();
    for grant in &viewer.grants {
        if let Scope::Unit(unit) = grant.scope
            && grant.role.may(Permission::SendingView)
            && !units.contains(&unit)
        {
            units.push(unit);
        }
    }
    units
}

#[derive(Template)]
#[template(path = "campaign/desk.html")]
struct DeskPage {
    page: Page,
    letters: Vec<LetterAt>,
    help: Option<Help>,
}

struct LetterAt {
    work: Work,
    shown: Shown,
    hint: String,
    /// By which day something is asked first.
    due: String,
}

/// The first day by which something is still asked.
fn first_due(tasks: &[Task], report: Option<&ReportLine>) -> Option<Date> {
    let report = report.filter(|line| line.request.is_open()).map(|line| line.request.due);
    tasks.iter().filter(|task| task.is_open()).filter_map(|task| task.due).chain(report).min()
}

impl LetterAt {
    async fn load(db: &mut Conn, page: &Page, viewer: &Viewer, sent: SentTo) -> Result<Self, Halt> {
        let work = Work::load(db, viewer, sent.sending.id, Permission::SendingView).await?;
        if let Some(recalled) = recall_of(db, work.document.id).await? {
            return Self::recalled(db, page, work, &recalled).await;
        }
        let tasks = store::tasks_of_sending(db, sent.sending.id).await?;
        let report = report_of_sending(db, sent.sending.id).await?;
        let asked = is_asked(db, work.document.id, viewer.today).await?;
        let open = if asked { open_at(&tasks, report.as_ref()) } else { 0 };
        let returned = report.as_ref().and_then(ReportLine::to_correct).filter(|_| asked);
        let returned = returned.map(|why| page.t1("campaign-report-returned-why", "why", one_line(why)));
        let (number, day) = (named(&work.document), work.document.signed().map(|(_, date)| page.day(date)));
        let day = day.unwrap_or_default();
        let facts = [("number", number), ("day", day), ("unit", work.unit.name.clone()), ("open", open.to_string())];
        let hint: Vec<String> = std::iter::once(page.tx("campaign-letter-hint", &facts)).chain(returned).collect();
        let due = first_due(&tasks, report.as_ref()).filter(|_| asked);
        Ok(Self {
            shown: words::of_sending(page, &sent),
            hint: hint.join(" · "),
            due: due.map(|due| page.t1("campaign-due", "day", page.day(due))).unwrap_or_default(),
            work,
        })
    }

    /// Of a recalled letter nothing is to be done; what stands in its place is named.
    async fn recalled(db: &mut Conn, page: &Page, work: Work, recalled: &Recalled) -> Result<Self, Halt> {
        let day = work.document.signed().map(|(_, date)| page.day(date)).unwrap_or_default();
        let facts = [("number", named(&work.document)), ("day", day), ("unit", work.unit.name.clone())];
        let instead = match recalled.replaced_by {
            Some(other) => document(db, other).await?,
            None => None,
        };
        let instead = instead.map(|other| format!("{} {}", page.t("campaign-replaced-by"), named(&other)));
        let hint: Vec<String> =
            std::iter::once(page.tx("campaign-letter-hint-recalled", &facts)).chain(instead).collect();
        let shown = Shown { word: page.t("campaign-letter-recalled"), tone: "stop", days: String::new() };
        Ok(Self { work, shown, hint: hint.join(" · "), due: String::new() })
    }
}

pub(super) async fn list(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let mut letters = Vec::new();
    for unit in units_of(&viewer) {
        for sent in store::sendings_to(&mut db, unit).await? {
            letters.push(LetterAt::load(&mut db, &page, &viewer, sent).await?);
        }
    }
    if let [only] = letters.as_slice() {
        return Ok(redirect(&only.work.address()));
    }
    let help = match hoithi_edition::current(&mut db).await? {
        Some(edition) => Some(hoithi_helpdesk::help(&mut db, &page, &viewer, &edition).await?),
        None => None,
    };
    html(&DeskPage { page: page.titled("campaign-desk"), letters, help })
}

#[derive(Template)]
#[template(path = "campaign/letter.html")]
struct LetterPage {
    page: Page,
    work: Work,
    paper: PaperView,
    tasks: Vec<TaskAt>,
    report: Option<(ReportLine, Shown)>,
    publicity: usize,
    help: Help,
    may_acknowledge: bool,
    recalled: Option<Recalled>,
    /// The letter in its place, where this unit has it.
    replaced_by: Option<String>,
    may_record: bool,
    may_report: bool,
    /// Why its report is to be corrected, where it is.
    returned: Option<String>,
}

/// A task as the list shows it.
struct TaskAt {
    task: Task,
    shown: Shown,
    title: String,
    hint: String,
    href: String,
}

impl TaskAt {
    /// With the way by which its answer came, where nobody of the unit signed in for it.
    fn told(mut self, page: &Page, origins: &Origins) -> Self {
        if let Some(origin) = origins.get(OriginAbout::Task(self.task.id)) {
            let words = words::origin(page, origin);
            self.hint = if self.hint.is_empty() { words } else { format!("{} {words}", self.hint) };
        }
        self
    }
}

impl LetterPage {
    fn due(&self, task: &Task) -> String {
        match task.due.filter(|_| !matches!(task.state, TaskState::CalledOff { .. })) {
            Some(due) => self.page.t1("campaign-due", "day", self.page.day(due)),
            None => String::new(),
        }
    }

    fn confirmed(&self) -> Option<String> {
        self.work.sent.sending.acknowledgement().map(|each| words::confirmed(&self.page, each))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::SendingView).await?;
    if work.sent.opened_at.is_none() {
        drop(db);
        house.acts.perform(viewer.actor(), move |act| Box::pin(open_letter(act, id))).await?;
        db = house.read().await?;
    }
    let bases = bases_of(&mut db, work.document.id).await?;
    let recalled = recall_of(&mut db, work.document.id).await?;
    let asked = is_asked(&mut db, work.document.id, viewer.today).await?;
    let replaced_by = replacement_at(&mut db, recalled.as_ref(), work.unit.id).await?;
    let replaced_by = replaced_by.map(|sent| format!("/don-vi/cong-viec/{}", sent.sending.id));
    let may = |permission| viewer.may(permission, work.place());
    let mut tasks = store::tasks_of_sending(&mut db, id).await?;
    if recalled.is_some() {
        tasks.retain(|task| task.answered_at().is_some());
    }
    let report = report_of_sending(&mut db, id).await?;
    let offered = offered_tasks(&house, &work.edition, &work.document);
    let origins = origins_of(&mut db, id).await?;
    let reports = report.as_ref().is_some_and(|line| !line.is_withdrawn());
    let people = people_of_unit(&mut db, work.unit.id, viewer.today).await?;
    let holders = store::holders_of_sending(&mut db, id).await?;
    let has = |assignee: AccountId| {
        let person = people.iter().find(|person| person.id == assignee).map(|person| person.name.to_string());
        person.or_else(|| holders.get(&assignee).map(|holder| holder.name.to_string()))
    };
    let task_at = |task: Task| {
        let who = task.assignee.and_then(has).map(|name| page.t1("campaign-given-to", "name", name));
        let who = who.unwrap_or_default();
        task_at(&page, &work, (task, who), (offered.as_slice(), report.as_ref().filter(|_| reports)), viewer.today)
    };
    let tasks = tasks.into_iter().map(task_at).map(|at| at.told(&page, &origins)).collect();
    html(&LetterPage {
        tasks,
        returned: report.as_ref().and_then(ReportLine::to_correct).filter(|_| asked).map(str::to_owned),
        report: report.map(|line| (line.clone(), words::of_report(&page, &line, viewer.today))),
        publicity: store::publicity_of_unit(&mut db, work.edition.id, work.unit.id).await?.len(),
        help: hoithi_helpdesk::help(&mut db, &page, &viewer, &work.edition).await?,
        may_acknowledge: asked && may(Permission::SendingAcknowledge),
        recalled,
        replaced_by,
        may_record: may(Permission::PublicityRecord),
        may_report: may(Permission::ReportSubmit),
        paper: PaperView::of(&work.document, &bases),
        page: work.way(page.named(work.document.content.subject.clone())),
        work,
    })
}

/// The first task is answered by the report itself, where the letter asks for one.
fn task_at(
    page: &Page,
    work: &Work,
    (task, who): (Task, String),
    (offered, report): (&[TaskOrder], Option<&ReportLine>),
    today: Date,
) -> TaskAt {
    let here = work.address();
    let href = match (&task.state, task.kind) {
        (TaskState::CalledOff { .. }, _) => String::new(),
        (_, TaskKind::DirectAndReport) if report.is_some() => format!("{here}/bao-cao"),
        _ => format!("{here}/viec/{}", task.id),
    };
    let shown = words::of_answer(page, &task, report, today);
    let stands = match &task.state {
        TaskState::CalledOff { reason, .. } => reason.clone(),
        _ => shown.days.clone(),
    };
    let Heading { title, under } = words::heading(page, &task, offered);
    let hint = [under, who, stands].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
    TaskAt { task, shown, title, hint, href }
}

pub(super) async fn acknowledge(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::SendingAcknowledge).await?;
    drop(db);
    let command = Acknowledge { sending: id, on_behalf: None };
    house.acts.perform(viewer.actor(), move |act| Box::pin(operations::acknowledge(act, command.clone()))).await?;
    Ok(redirect_with_flash(&house.site, &work.address(), "campaign-acknowledged-now"))
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::SendingView).await?;
    let bases = bases_of(&mut db, work.document.id).await?;
    drop(db);
    Ok(answer_pdf(sheet_pdf(&house, &work.document, &bases).await?, "cong-van.pdf"))
}

pub(super) async fn scan(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let work = Work::load(&mut house.read().await?, &viewer, id, Permission::SendingView).await?;
    serve_file(&house, &work.document.file.ok_or_else(Halt::not_found)?).await
}
