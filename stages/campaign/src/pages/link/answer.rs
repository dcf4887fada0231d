//! One task by a link: its answer, how far it is, a later day, its history; all that an account can do.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, document, serve_file};
use hoithi_journal::{Act, Halt};
use hoithi_rules::campaign::{StepKind, Task, TaskKind, TaskState};
use hoithi_rules::ids::{FileId, TaskId};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{AnyHolder, Opened, private};
use crate::called::called;
use crate::links::{AnswerByLink, answer_by_link, ask_by_link, note_by_link, withdraw_by_link};
use crate::operations::{AskExtension, NoteProgress};
use crate::pages::history::History;
use crate::pages::send::offered_tasks;
use crate::pages::task::{read_answer, read_note, read_wish, takes_wish_back};
use crate::pages::words::{self, Heading, Shown};
use crate::recall::{Recalled, recall_of};
use crate::reports::report_over;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link_task.html")]
struct TaskPage {
    page: Page,
    form: Form,
    opened: Opened,
    task: Task,
    shown: Shown,
    under: String,
    publicity: usize,
    /// The agency's reason, where the last answer was sent back.
    sent_back: Option<String>,
    /// Whether the letter asks for a report, which answers this task.
    by_report: bool,
    /// Whether it has that report's day, whoever reads this.
    has_its_day: bool,
    /// Whom the unit calls.
    agency: String,
    history: History,
    /// That nothing of its letter is asked any more, and what stands in its place.
    recalled: Option<Recalled>,
    instead: Option<Document>,
}

impl TaskPage {
    async fn load(house: &House, page: Page, opened: Opened, id: TaskId, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let tasks = store::tasks_of_sending(&mut db, opened.link.sending).await?;
        let task = tasks.into_iter().find(|task| task.id == id && opened.opens(task)).ok_or_else(Halt::not_found)?;
        let publicity = store::publicity_of_unit(&mut db, opened.edition.id, opened.unit.id).await?.len();
        let offered = offered_tasks(house, &opened.edition, &opened.document);
        let Heading { title, under } = words::heading(&page, &task, &offered);
        let shown = words::of_task(&page, &task, opened.today);
        let sent_back = if task.is_open() && task.returned > 0 {
            let mut steps = store::steps_of(&mut db, id).await?;
            steps.retain(|step| step.kind == StepKind::SentBack);
            steps.pop().map(|step| step.words)
        } else {
            None
        };
        let history = History::load(&mut db, &page, &task).await?;
        let has_its_day = report_over(&mut db, &task).await?.is_some();
        let by_report = has_its_day && opened.held.is_none();
        let agency = called(&mut db, &opened.edition, opened.today).await?;
        let recalled = recall_of(&mut db, opened.document.id).await?;
        let instead = match recalled.as_ref().and_then(|recalled| recalled.replaced_by) {
            Some(other) => document(&mut db, other).await?,
            None => None,
        };
        let page = opened.under(page.named(title));
        Ok(Self {
            page,
            form,
            opened,
            task,
            shown,
            under,
            publicity,
            sent_back,
            by_report,
            has_its_day,
            agency,
            history,
            recalled,
            instead,
        })
    }

    fn answer(&self) -> Option<&str> {
        match &self.task.state {
            TaskState::Done { evidence, .. } => Some(&evidence.text),
            TaskState::NothingToReport { reason, .. } | TaskState::CalledOff { reason, .. } => Some(reason),
            TaskState::Assigned | TaskState::Accepted { .. } => None,
        }
    }

    fn here(&self) -> String {
        format!("{}/viec/{}", self.opened.address(), self.task.id)
    }

    fn asks(&self) -> Option<String> {
        self.history.asks(&self.page)
    }

    fn due(&self) -> String {
        words::due(&self.page, &self.task)
    }

    /// Whether it is answered by naming somebody.
    fn names_contact(&self) -> bool {
        self.task.kind == TaskKind::NameContact && self.is_whole()
    }

    /// Whether the link opens all of the letter, and not this one task.
    fn is_whole(&self) -> bool {
        self.opened.held.is_none()
    }

    /// Whether something in the answer is wrong, so that its fold stands open.
    fn is_wrong(&self) -> bool {
        ["answer", "evidence", "reason", "files"].iter().any(|field| self.form.error(field).is_some())
    }

    /// Whether it is asked no longer with all of its letter: its reason is told above.
    fn went_with_its_letter(&self) -> bool {
        self.recalled.is_some() && !self.is_answered()
    }

    /// Whether it was answered, and is not just asked no longer.
    fn is_answered(&self) -> bool {
        matches!(self.task.state, TaskState::Done { .. } | TaskState::NothingToReport { .. })
    }

    fn about_publicity(&self) -> bool {
        self.task.kind == TaskKind::PubliciseAndMobilise
    }
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, task)): Path<(String, TaskId)>,
    page: Page,
) -> Result<Response, Halt> {
    if opened.held.is_none() && !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    Ok(private(html(&TaskPage::load(&house, page, *opened, task, Form::new()).await?)?))
}

pub(in crate::pages) async fn answer(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, task)): Path<(String, TaskId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["answer", "evidence", "reason"])?;
    let answered = match read_answer(&house, &posted) {
        Ok(answer) => {
            let command = AnswerByLink { token: opened.token.clone(), task, answer };
            house.acts.perform(opened.actor(), move |act| Box::pin(answer_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match answered {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "campaign-task-answered"))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&TaskPage::load(&house, page, *opened, task, form).await?)?))
        }
    }
}

/// A step that leaves the task open.
#[derive(Clone)]
enum Stays {
    Note(NoteProgress),
    Ask(AskExtension),
    AskNoLonger(TaskId),
}

impl Stays {
    const fn says(&self) -> &'static str {
        match self {
            Self::Note(_) => "campaign-task-noted",
            Self::Ask(_) => "campaign-extension-asked-now",
            Self::AskNoLonger(_) => "campaign-extension-withdrawn-now",
        }
    }

    async fn perform(self, act: &mut Act, token: String) -> Result<(), Halt> {
        match self {
            Self::Note(note) => note_by_link(act, token, note).await,
            Self::Ask(wish) => ask_by_link(act, token, wish).await,
            Self::AskNoLonger(task) => withdraw_by_link(act, token, task).await,
        }
    }
}

pub(in crate::pages) async fn note(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, task)): Path<(String, TaskId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["percent", "note"])?;
    let step = read_note(&posted.form, task).map(Stays::Note);
    stayed((&house, page), *opened, task, step, posted.form).await
}

pub(in crate::pages) async fn ask(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, task)): Path<(String, TaskId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["to", "why", "step"])?;
    let step = if takes_wish_back(&posted.form) {
        Ok(Stays::AskNoLonger(task))
    } else {
        read_wish(&posted.form, task).map(Stays::Ask)
    };
    stayed((&house, page), *opened, task, step, posted.form).await
}

/// Back to the task, which stays open.
async fn stayed(
    (house, page): (&House, Page),
    opened: Opened,
    task: TaskId,
    step: Result<Stays, Halt>,
    mut form: Form,
) -> Result<Response, Halt> {
    let done = match step {
        Ok(step) => {
            let (token, says) = (opened.token.clone(), step.says());
            let performed = house.acts.perform(opened.actor(), move |act| {
                let (step, token) = (step.clone(), token.clone());
                Box::pin(step.perform(act, token))
            });
            performed.await.map(|()| says)
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(says) => {
            let here = format!("{}/viec/{task}", opened.address());
            Ok(private(redirect_with_flash(&house.site, &here, says)))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&TaskPage::load(house, page, opened, task, form).await?)?))
        }
    }
}

/// The task once more, with what was refused.
pub(super) async fn again(
    house: &House,
    page: Page,
    opened: Opened,
    task: TaskId,
    form: Form,
) -> Result<Response, Halt> {
    Ok(private(html(&TaskPage::load(house, page, opened, task, form).await?)?))
}

/// A file that shows what was done, as it came.
pub(in crate::pages) async fn file(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, task, file)): Path<(String, TaskId, FileId)>,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let own = store::tasks_of_sending(&mut db, opened.link.sending).await?;
    own.iter().find(|own| own.id == task && opened.opens(own)).ok_or_else(Halt::not_found)?;
    let kept = store::file_of_task(&mut db, task, file).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    Ok(private(serve_file(&house, &kept).await?))
}
