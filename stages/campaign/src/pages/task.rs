//! Answering one task.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::campaign::{Task, TaskKind, TaskState};
use hoithi_rules::ids::{SendingId, TaskId};
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::desk::Work;
use super::send::offered_tasks;
use super::words::{self, Heading, Shown};
use crate::operations::{AnswerTask, TaskAnswer, answer_task};
use crate::refusal::CampaignRefusal;
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
        !self.is_heading() || self.task.due.is_some()
    }

    fn about_publicity(&self) -> bool {
        self.task.kind == TaskKind::PubliciseAndMobilise
    }
}

async fn load(
    house: &House,
    page: Page,
    viewer: &Viewer,
    (sending, id): (SendingId, TaskId),
    form: Form,
) -> Result<TaskPage, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, viewer, sending, Permission::TaskComplete).await?;
    let tasks = store::tasks_of_sending(&mut db, sending).await?;
    let task = tasks.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
    let publicity = store::publicity_of_unit(&mut db, work.edition.id, work.unit.id).await?.len();
    let Heading { title, under } = words::heading(&page, &task, &offered_tasks(house, &work.edition, &work.document));
    let shown = words::of_task(&page, &task, viewer.today);
    Ok(TaskPage { page: work.crumbs(page.named(title)), form, work, task, shown, under, publicity })
}

pub(super) async fn show(
    State(house): State<House>,
    Path(path): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&load(&house, page, &viewer, path, Form::new()).await?)
}

pub(super) async fn answer(
    State(house): State<House>,
    Path((sending, task)): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["answer", "evidence", "reason"])?;
    let answered = match read(&form) {
        Ok(answer) => {
            let command = AnswerTask { task, answer };
            house.acts.perform(viewer.actor(), move |act| Box::pin(answer_task(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match answered {
        Ok(()) => {
            Ok(redirect_with_flash(&house.site, &format!("/don-vi/cong-viec/{sending}"), "campaign-task-answered"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&load(&house, page, &viewer, (sending, task), form).await?)
        }
    }
}

pub(super) fn read(form: &Form) -> Result<TaskAnswer, Halt> {
    match form.value("answer") {
        "done" => Ok(TaskAnswer::Done(form.raw("evidence").to_owned())),
        "nothing" => Ok(TaskAnswer::Nothing(form.raw("reason").to_owned())),
        _ => Err(CampaignRefusal::AnswerUnknown).or_refuse(),
    }
}
