//! Answering one task by a link.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{KeptFile, serve_file};
use hoithi_journal::Halt;
use hoithi_rules::campaign::{StepKind, Task, TaskKind, TaskState};
use hoithi_rules::ids::{FileId, TaskId};
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Holder, Opened, opened, private};
use crate::called::called;
use crate::links::{AnswerByLink, answer_by_link};
use crate::pages::send::offered_tasks;
use crate::pages::task::read_answer;
use crate::pages::words::{self, Heading, Shown};
use crate::reports::report_of_sending;
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
    /// Whom the unit calls.
    agency: String,
    /// What the answer shows.
    files: Vec<(FileId, KeptFile)>,
}

impl TaskPage {
    async fn load(house: &House, page: Page, opened: Opened, id: TaskId, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let tasks = store::tasks_of_sending(&mut db, opened.link.sending).await?;
        let task = tasks.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
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
        let mut files = store::files_of_task(&mut db, id).await?;
        let shows = task.evidence().map(|evidence| evidence.files.as_slice()).unwrap_or_default();
        files.retain(|(id, _)| shows.contains(id));
        let report = report_of_sending(&mut db, opened.link.sending).await?.filter(|line| !line.is_withdrawn());
        let by_report = task.kind == TaskKind::DirectAndReport && report.is_some();
        let agency = called(&mut db, &opened.edition, opened.today).await?;
        let page = opened.under(page.named(title));
        Ok(Self { page, form, opened, task, shown, under, publicity, sent_back, by_report, agency, files })
    }

    fn answer(&self) -> Option<&str> {
        match &self.task.state {
            TaskState::Done { evidence, .. } => Some(&evidence.text),
            TaskState::NothingToReport { reason, .. } | TaskState::CalledOff { reason, .. } => Some(reason),
            TaskState::Assigned | TaskState::Accepted { .. } => None,
        }
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
    from: NetworkAddress,
    Path((token, task)): Path<(String, TaskId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    Ok(private(html(&TaskPage::load(&house, page, opened, task, Form::new()).await?)?))
}

pub(in crate::pages) async fn answer(
    State(house): State<House>,
    Holder(opened): Holder,
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

/// A file that shows what was done, as it came.
pub(in crate::pages) async fn file(
    State(house): State<House>,
    Holder(opened): Holder,
    Path((_, task, file)): Path<(String, TaskId, FileId)>,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let own = store::tasks_of_sending(&mut db, opened.link.sending).await?;
    own.iter().find(|own| own.id == task).ok_or_else(Halt::not_found)?;
    let kept = store::file_of_task(&mut db, task, file).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    Ok(private(serve_file(&house, &kept).await?))
}
