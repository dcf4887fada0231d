//! One task at its unit: its answer, who has it, how far it is, a later day, its history.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{KeptFile, serve_file};
use hoithi_documents::FileKind;
use hoithi_journal::{Halt, Refused};
use hoithi_people::{OrRefuse, Viewer, refused};
use hoithi_rules::campaign::{Task, TaskKind, TaskRefusal, TaskState, parse_percent};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{FileId, SendingId, TaskId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::desk::Work;
use super::files::take_files;
use super::history::History;
use super::send::offered_tasks;
use super::words::{self, Heading, Shown};
use crate::contacts::contacts_on;
use crate::operations::{
    AnswerTask, AskExtension, AssignTask, NoteProgress, TaskAnswer, answer_task, ask_extension, assign_task,
    note_progress, people_of_unit, withdraw_extension,
};
use crate::refusal::CampaignRefusal;
use crate::reports::report_over;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/task.html")]
struct TaskPage {
    page: Page,
    form: Form,
    work: Work,
    task: Task,
    shown: Shown,
    /// What the catalogue calls it, where the heading is an officer's own words.
    under: String,
    publicity: usize,
    /// Whether a report answers it, for which a later day is asked.
    by_report: bool,
    history: History,
    /// To whom of the unit it can be given; empty for whoever gives nobody anything.
    people: Vec<(String, String)>,
    /// Whom the directory has besides, who cannot sign in.
    without_account: Vec<(String, String)>,
    /// Whether the viewer gives the task to others.
    may_give: bool,
}

impl TaskPage {
    fn answer(&self) -> Option<&str> {
        match &self.task.state {
            TaskState::Done { evidence, .. } => Some(&evidence.text),
            TaskState::NothingToReport { reason, .. } | TaskState::CalledOff { reason, .. } => Some(reason),
            TaskState::Assigned | TaskState::Accepted { .. } => None,
        }
    }

    /// Whether its words stand there whole as the heading.
    fn is_heading(&self) -> bool {
        self.task.text == self.page.title
    }

    fn has_details(&self) -> bool {
        !self.is_heading() || !self.due().is_empty() || !self.history.assignee.is_empty()
    }

    fn due(&self) -> String {
        words::due(&self.page, &self.task)
    }

    fn about_publicity(&self) -> bool {
        self.task.kind == TaskKind::PubliciseAndMobilise
    }

    /// Whether it is answered by naming somebody.
    fn names_contact(&self) -> bool {
        self.task.kind == TaskKind::NameContact
    }

    fn here(&self) -> String {
        format!("{}/viec/{}", self.work.address(), self.task.id)
    }

    fn asks(&self) -> Option<String> {
        self.history.asks(&self.page)
    }

    /// The agency's reason, where the last answer was sent back.
    fn sent_back(&self) -> Option<&str> {
        let reason = self.history.lines.iter().rev().find(|line| line.what == self.page.t("campaign-step-sent-back"));
        reason.filter(|_| self.task.is_open() && self.task.returned > 0).map(|line| line.words.as_str())
    }
}

/// The task of a letter at a unit, for whoever answers for the unit or was given the task.
pub(super) async fn task_of(
    db: &mut Conn,
    viewer: &Viewer,
    (sending, id): (SendingId, TaskId),
) -> Result<(Work, Task), Halt> {
    let work = Work::load(db, viewer, sending, Permission::SendingView).await?;
    let tasks = store::tasks_of_sending(db, sending).await?;
    let task = tasks.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
    let has_it = task.assignee.is_some() && task.assignee == viewer.account.as_ref().map(|account| account.id);
    if !has_it {
        viewer.allowed(Permission::TaskComplete, work.place())?;
    }
    Ok((work, task))
}

/// The task's page as it is answered again, with what was refused.
pub(super) async fn again(
    house: &House,
    page: Page,
    viewer: &Viewer,
    which: (SendingId, TaskId),
    form: Form,
) -> Result<Response, Halt> {
    html(&load(house, page, viewer, which, form).await?)
}

async fn load(
    house: &House,
    page: Page,
    viewer: &Viewer,
    which: (SendingId, TaskId),
    form: Form,
) -> Result<TaskPage, Halt> {
    let mut db = house.read().await?;
    let (work, task) = task_of(&mut db, viewer, which).await?;
    let publicity = store::publicity_of_unit(&mut db, work.edition.id, work.unit.id).await?.len();
    let Heading { title, under } = words::heading(&page, &task, &offered_tasks(house, &work.edition, &work.document));
    let shown = words::of_task(&page, &task, viewer.today);
    let history = History::load(&mut db, &page, &task).await?;
    let by_report = report_over(&mut db, &task).await?.is_some();
    let may_give = viewer.may(Permission::TaskComplete, work.place()) && task.is_open();
    let (people, without_account) = if may_give {
        (people(&mut db, &work, viewer.today).await?, without_account(&mut db, &work, viewer.today).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let page = work.crumbs(page.named(title));
    Ok(TaskPage {
        page,
        form,
        work,
        task,
        shown,
        under,
        publicity,
        by_report,
        history,
        people,
        without_account,
        may_give,
    })
}

/// The persons of the directory who have no account: a link of their own opens what they are given.
async fn without_account(db: &mut Conn, work: &Work, today: Date) -> Result<Vec<(String, String)>, Halt> {
    let reached = contacts_on(db, today).await?.remove(&work.unit.id).unwrap_or_default();
    Ok(reached.into_iter().filter_map(|each| Some((each.person?.to_string(), each.name.to_string()))).collect())
}

async fn people(db: &mut Conn, work: &Work, today: Date) -> Result<Vec<(String, String)>, Halt> {
    let people = people_of_unit(db, work.unit.id, today).await?;
    Ok(people.into_iter().map(|person| (person.id.to_string(), person.name.to_string())).collect())
}

pub(super) async fn show(
    State(house): State<House>,
    Path(path): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&load(&house, page, &viewer, path, Form::new()).await?)
}

/// What the unit does with a task.
#[derive(Clone)]
enum Deed {
    Answer(AnswerTask),
    Give(AssignTask),
    Note(NoteProgress),
    Ask(AskExtension),
    AskNoLonger(TaskId),
}

impl Deed {
    const fn says(&self) -> &'static str {
        match self {
            Self::Answer(_) => "campaign-task-answered",
            Self::Give(_) => "campaign-task-given",
            Self::Note(_) => "campaign-task-noted",
            Self::Ask(_) => "campaign-extension-asked-now",
            Self::AskNoLonger(_) => "campaign-extension-withdrawn-now",
        }
    }
}

async fn perform(house: &House, viewer: &Viewer, deed: Deed) -> Result<&'static str, Halt> {
    let says = deed.says();
    let done = house.acts.perform(viewer.actor(), move |act| {
        let deed = deed.clone();
        Box::pin(async move {
            match deed {
                Deed::Answer(command) => answer_task(act, command).await,
                Deed::Give(command) => assign_task(act, command).await,
                Deed::Note(command) => note_progress(act, command).await,
                Deed::Ask(command) => ask_extension(act, command).await,
                Deed::AskNoLonger(task) => withdraw_extension(act, task).await,
            }
        })
    });
    done.await.map(|()| says)
}

/// An answer leads back to the letter, everything else to the task itself.
async fn done(
    (house, viewer, page): (&House, &Viewer, Page),
    which: (SendingId, TaskId),
    deed: Result<Deed, Halt>,
    mut form: Form,
) -> Result<Response, Halt> {
    let (sending, task) = which;
    let letter = format!("/don-vi/cong-viec/{sending}");
    let target = match &deed {
        Ok(Deed::Answer(_)) => letter,
        _ => format!("{letter}/viec/{task}"),
    };
    let performed = match deed {
        Ok(deed) => perform(house, viewer, deed).await,
        Err(halt) => Err(halt),
    };
    match performed {
        Ok(says) => Ok(redirect_with_flash(&house.site, &target, says)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&load(house, page, viewer, which, form).await?)
        }
    }
}

pub(super) async fn answer(
    State(house): State<House>,
    Path(which): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["answer", "evidence", "reason"])?;
    task_of(&mut house.read().await?, &viewer, which).await?;
    let answer = read_answer(&house, &posted).map(|answer| Deed::Answer(AnswerTask { task: which.1, answer }));
    done((&house, &viewer, page), which, answer, posted.form).await
}

/// What shows that something was done: photographs, scans, papers.
const SHOWN: [FileKind; 3] = [FileKind::Png, FileKind::Jpeg, FileKind::Pdf];

/// The answer in words and files.
pub(super) fn read_answer(house: &House, posted: &Posted) -> Result<TaskAnswer, Halt> {
    match read_words(&posted.form)? {
        TaskAnswer::Done(words) => {
            let files: Vec<KeptFile> = take_files(house, posted, "files", &SHOWN)?;
            Ok(TaskAnswer::Shown(words, files))
        }
        other => Ok(other),
    }
}

/// The answer in words alone, as the agency writes it down for a unit.
pub(super) fn read_words(form: &Form) -> Result<TaskAnswer, Halt> {
    match form.value("answer") {
        "done" => Ok(TaskAnswer::Done(form.raw("evidence").to_owned())),
        "nothing" => Ok(TaskAnswer::Nothing(form.raw("reason").to_owned())),
        _ => Err(CampaignRefusal::AnswerUnknown).or_refuse(),
    }
}

/// How far a task is, as it was typed.
pub(super) fn read_note(form: &Form, task: TaskId) -> Result<NoteProgress, Halt> {
    let percent = parse_percent(form.value("percent")).or_refuse()?;
    Ok(NoteProgress { task, percent, words: form.raw("note").to_owned() })
}

/// Whether the button was that of a wish that is taken back.
pub(super) fn takes_wish_back(form: &Form) -> bool {
    form.checked("step", "withdraw")
}

/// A later day that is asked for. The page has a reason of its own for having nothing to report.
pub(super) fn read_wish(form: &Form, task: TaskId) -> Result<AskExtension, Halt> {
    let at = |field: &str, why: Refused| Halt::Refused(vec![Refused { field: Some(field.to_owned()), ..why }]);
    let to = parse_day(form.value("to")).ok_or_else(|| at("to", refused(&CampaignRefusal::Day)))?;
    let reason = form.raw("why").to_owned();
    if reason.trim().is_empty() {
        return Err(at("why", refused(&TaskRefusal::ReasonMissing)));
    }
    Ok(AskExtension { task, to, reason })
}

pub(super) async fn give(
    State(house): State<House>,
    Path(which): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["person"])?;
    task_of(&mut house.read().await?, &viewer, which).await?;
    let person = posted.form.value("person").parse();
    let person = person.map_err(|_| Halt::Refused(vec![refused(&hoithi_rules::campaign::StepRefusal::NotOfTheUnit)]));
    let deed = person.map(|person| Deed::Give(AssignTask { task: which.1, person }));
    done((&house, &viewer, page), which, deed, posted.form).await
}

pub(super) async fn note(
    State(house): State<House>,
    Path(which): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["percent", "note"])?;
    task_of(&mut house.read().await?, &viewer, which).await?;
    let deed = read_note(&posted.form, which.1).map(Deed::Note);
    done((&house, &viewer, page), which, deed, posted.form).await
}

pub(super) async fn ask(
    State(house): State<House>,
    Path(which): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["to", "why", "step"])?;
    task_of(&mut house.read().await?, &viewer, which).await?;
    let deed = if takes_wish_back(&posted.form) {
        Ok(Deed::AskNoLonger(which.1))
    } else {
        read_wish(&posted.form, which.1).map(Deed::Ask)
    };
    done((&house, &viewer, page), which, deed, posted.form).await
}

pub(super) async fn file(
    State(house): State<House>,
    Path((sending, task, file)): Path<(SendingId, TaskId, FileId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, task) = task_of(&mut db, &viewer, (sending, task)).await?;
    let kept = store::file_of_task(&mut db, task.id, file).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    serve_file(&house, &kept).await
}
