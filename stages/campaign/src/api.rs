//! `/api/v1/letters`, `/tasks`, `/publicity`: the campaign for programs, on the same operations.

pub(crate) mod publicity;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::document;
use hoithi_edition::{asked_edition, edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::campaign::{Standing, Task, TaskKind, TaskState};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json, Path};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::letter::{SendLetter, SentTo, TaskOrder};
use crate::operations::{Acknowledge, AnswerTask, TaskAnswer, acknowledge, answer_task, send_read};
use crate::pages::mail_words;
use crate::store;

/// One letter at one unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct LetterAnswer {
    #[schema(value_type = String)]
    id: SendingId,
    /// The letter in the register.
    #[schema(value_type = String)]
    document: DocumentId,
    #[schema(value_type = String)]
    unit: UnitId,
    sent_at: String,
    /// When somebody of the unit first read it.
    opened_at: Option<String>,
    /// The day on which it was confirmed.
    acknowledged_on: Option<String>,
    /// When exactly; none where the agency recorded it, because of paper and telephone only the day is known.
    acknowledged_at: Option<String>,
    /// `in_app`, or how the agency learned of it: `paper`, `telephone` …
    acknowledged_how: Option<&'static str>,
}

impl From<SentTo> for LetterAnswer {
    fn from(sent: SentTo) -> Self {
        let acknowledgement = sent.sending.acknowledgement();
        Self {
            id: sent.sending.id,
            document: sent.sending.document,
            unit: sent.sending.unit,
            sent_at: sent.sending.sent_at().to_string(),
            opened_at: sent.opened_at.map(|at| at.to_string()),
            acknowledged_on: acknowledgement.map(|each| day_in_vietnam(each.at).to_string()),
            acknowledged_at: acknowledgement.filter(|each| each.how.is_first_hand()).map(|each| each.at.to_string()),
            acknowledged_how: acknowledgement.map(|each| each.how.code()),
        }
    }
}

/// Every letter of an edition at every unit.
#[utoipa::path(
    get, path = "/api/v1/letters", operation_id = "letters_list", tag = "letters",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<LetterAnswer>), (status = 403, description = "not an organiser"))
)]
pub(crate) async fn letters(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    viewer.allowed(Permission::CampaignView, edition.place())?;
    let sent = store::sendings_of(&mut db, edition.id).await?;
    Ok(Json(sent.into_iter().map(LetterAnswer::from).collect::<Vec<_>>()).into_response())
}

/// A signed letter and whom it goes to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SendRequest {
    /// The signed letter.
    #[schema(value_type = String)]
    document: DocumentId,
    #[schema(value_type = Vec<String>)]
    units: Vec<UnitId>,
    /// The day on which the units must stand.
    #[schema(value_type = String, format = Date)]
    on: Date,
    tasks: Vec<TaskRequest>,
    /// By which day each unit reports.
    #[schema(value_type = Option<String>, format = Date)]
    report_due: Option<Date>,
    /// Whether the units' contacts are written a mail.
    #[serde(default)]
    tell_contacts: bool,
    /// That the list of which the letter speaks goes by itself; to be said where it has no annex.
    #[serde(default)]
    list_elsewhere: bool,
}

/// What the letter asks of each unit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskRequest {
    /// `direct_and_report`, `publicise_and_mobilise`, `launch_movement`, `commend`,
    /// `hold_local_contest`, `name_contact`, `other`.
    #[schema(value_type = String)]
    kind: TaskKind,
    words: String,
    #[schema(value_type = Option<String>, format = Date)]
    due: Option<Date>,
}

/// What was sent.
#[derive(Serialize, ToSchema)]
pub(crate) struct SentAnswer {
    units: usize,
}

/// Sends a signed letter to units.
#[utoipa::path(
    post, path = "/api/v1/letters", operation_id = "letter_send", tag = "letters", request_body = SendRequest,
    responses((status = 201, body = SentAnswer), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<SendRequest>,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let letter = document(&mut db, asked.document).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(&mut db, letter.edition).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    // Before anything of the letter is looked at by somebody who may not send it.
    viewer.allowed(Permission::LetterSend, edition.place())?;
    let order = |task: TaskRequest| TaskOrder {
        kind: task.kind,
        title: String::new(),
        words: task.words,
        due: task.due,
        counted: None,
    };
    let list_elsewhere = asked.list_elsewhere;
    let command = SendLetter {
        edition: letter.edition,
        document: letter.id,
        units: asked.units,
        on: asked.on,
        tasks: asked.tasks.into_iter().map(order).collect(),
        report_due: asked.report_due,
        mail: asked.tell_contacts.then(|| mail_words(&house, &edition, &letter)),
    };
    let sent = house
        .acts
        .perform(viewer.actor(), move |act| Box::pin(send_read(act, command.clone(), list_elsewhere)))
        .await?;
    Ok((StatusCode::CREATED, Json(SentAnswer { units: sent.units })).into_response())
}

/// Confirms for one's unit that the letter arrived; with it the unit takes on its tasks.
#[utoipa::path(
    post, path = "/api/v1/letters/{letter}/acknowledgement", operation_id = "letter_acknowledge", tag = "letters",
    params(("letter" = String, Path, description = "the letter at the unit")),
    responses((status = 204, description = "confirmed"), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn acknowledge_letter(
    State(house): State<House>,
    Path(sending): Path<SendingId>,
    viewer: Viewer,
) -> Result<StatusCode, Halt> {
    let command = Acknowledge { sending, on_behalf: None };
    house.acts.perform(viewer.actor(), move |act| Box::pin(acknowledge(act, command.clone()))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A task of a unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskLine {
    #[schema(value_type = String)]
    id: TaskId,
    #[schema(value_type = String)]
    unit: UnitId,
    #[schema(value_type = String)]
    document: DocumentId,
    kind: &'static str,
    words: String,
    due: Option<String>,
    /// `assigned`, `accepted` (its unit confirmed receipt; that somebody began it is not said), `done`, `nothing`,
    /// `called_off`.
    state: &'static str,
    /// The day of its answer; of an answer that came on paper nothing more is known.
    answered_on: Option<String>,
    /// Days after its day: of an answer, or until today.
    days_late: i32,
}

impl TaskLine {
    fn of(task: &Task, today: Date) -> Self {
        Self {
            id: task.id,
            unit: task.unit,
            document: task.letter,
            kind: task.kind.code(),
            words: task.text.clone(),
            due: task.due.map(|due| due.to_string()),
            state: match task.state {
                TaskState::Assigned => "assigned",
                TaskState::Accepted { .. } => "accepted",
                TaskState::Done { .. } => "done",
                TaskState::NothingToReport { .. } => "nothing",
                TaskState::CalledOff { .. } => "called_off",
            },
            answered_on: task.answered_at().map(|at| day_in_vietnam(at).to_string()),
            days_late: match task.standing(today) {
                Standing::AnsweredLate { days } | Standing::Overdue { days } => days,
                Standing::Answered | Standing::Waiting | Standing::CalledOff => 0,
            },
        }
    }
}

/// The tasks of an edition: all to the organisers, their own to a unit's people.
#[utoipa::path(
    get, path = "/api/v1/tasks", operation_id = "tasks_list", tag = "tasks",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<TaskLine>))
)]
pub(crate) async fn tasks(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    let all = viewer.may(Permission::CampaignView, edition.place());
    let mut tasks = store::tasks_of(&mut db, edition.id).await?;
    tasks.retain(|task| all || viewer.may(Permission::SendingView, Place::unit_in(task.unit, edition.id)));
    let lines: Vec<_> = tasks.iter().map(|task| TaskLine::of(task, viewer.today)).collect();
    Ok(Json(lines).into_response())
}

/// Either what shows that a task is done, or why there is nothing to report.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(crate) enum AnswerRequest {
    /// Done, and what shows it.
    Done(String),
    /// Nothing to report, and why.
    Nothing(String),
}

/// Answers a task for one's unit.
#[utoipa::path(
    post, path = "/api/v1/tasks/{task}/answer", operation_id = "task_answer", tag = "tasks", request_body = AnswerRequest,
    params(("task" = String, Path)),
    responses((status = 204), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn answer(
    State(house): State<House>,
    Path(task): Path<TaskId>,
    viewer: Viewer,
    Json(asked): Json<AnswerRequest>,
) -> Result<Response, Halt> {
    let answer = match asked {
        AnswerRequest::Done(text) => TaskAnswer::Done(text),
        AnswerRequest::Nothing(reason) => TaskAnswer::Nothing(reason),
    };
    let command = AnswerTask { task, answer };
    house.acts.perform(viewer.actor(), move |act| Box::pin(answer_task(act, command.clone()))).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(OpenApi)]
#[openapi(paths(letters, send, acknowledge_letter, tasks, answer, publicity::list, publicity::record))]
struct Doc;

/// This room's part of the API's description.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Doc::openapi()
}
