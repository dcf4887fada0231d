//! Answering one task.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::campaign::{Task, TaskKind, TaskState};
use hoithi_rules::ids::{SendingId, TaskId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::desk::Work;
use super::words::{self, Shown};
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

    fn about_publicity(&self) -> bool {
        self.task.kind == TaskKind::PubliciseAndMobilise
    }
}

async fn load(
    db: &mut Conn,
    page: Page,
    viewer: &Viewer,
    (sending, id): (SendingId, TaskId),
    form: Form,
) -> Result<TaskPage, Halt> {
    let work = Work::load(db, viewer, sending, Permission::TaskComplete).await?;
    let tasks = store::tasks_of_sending(db, sending).await?;
    let task = tasks.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
    let publicity = store::publicity_of_unit(db, work.edition.id, work.unit.id).await?.len();
    let title = page.tcode("campaign-task-", task.kind.code());
    let shown = words::of_task(&page, &task, viewer.today);
    Ok(TaskPage { page: work.crumbs(page.named(title)), form, work, task, shown, publicity })
}

pub(super) async fn show(
    State(house): State<House>,
    Path(path): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&load(&mut house.read().await?, page, &viewer, path, Form::new()).await?)
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
            html(&load(&mut house.read().await?, page, &viewer, (sending, task), form).await?)
        }
    }
}

fn read(form: &Form) -> Result<TaskAnswer, Halt> {
    match form.value("answer") {
        "done" => Ok(TaskAnswer::Done(form.raw("evidence").to_owned())),
        "nothing" => Ok(TaskAnswer::Nothing(form.raw("reason").to_owned())),
        _ => Err(CampaignRefusal::AnswerUnknown).or_refuse(),
    }
}
