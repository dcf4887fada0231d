//! The record of reminders for programs.

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reminders::Kind;
use hoithi_web::{Asked, House, Json};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::pages::states;
use crate::store::{Narrowed, told_lines};

const MOST: i64 = 500;

/// What the API offers of reminders.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list), components(schemas(ReminderLine)))]
    struct Doc;
    Doc::openapi()
}

/// One thing that was told to one person, by role and unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReminderLine {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// In which role it was told.
    role: String,
    #[schema(value_type = Option<String>, format = "uuid")]
    unit: Option<UnitId>,
    /// `confirmation`, `task`, `report`, `correction`, `late`, `draft`, `sheets` or `stage`.
    kind: String,
    /// The thing's day.
    #[schema(value_type = String, format = Date)]
    day: Date,
    /// `mail`, `short` or `none`, where somebody has to call.
    channel: String,
    /// `waiting`, `sent`, `kept` or `failed`; absent where nothing was sent.
    result: Option<String>,
    /// The same of the message to a telephone, where the mail waited for too long.
    telephone: Option<String>,
}

/// What was reminded, the newest first, by pages of 500; of one kind where `kind` names one.
#[utoipa::path(
    get, path = "/api/v1/reminders", operation_id = "reminders_list", tag = "reminders",
    params(
        ("kind" = Option<String>, Query, description = "task"),
        ("after" = Option<i64>, Query, description = "how many to skip; a page has 500")
    ),
    responses((status = 200, body = Vec<ReminderLine>), (status = 422, description = "a parameter is wrong"))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<ReminderLine>>, Halt> {
    let form = asked.only(&["kind", "after"])?;
    viewer.allowed(Permission::RemindersView, Place::HOUSE)?;
    let kind = form.choice("kind", Kind::from_code)?;
    let skip = form.choice("after", |text| text.parse::<u32>().ok())?.unwrap_or(0);
    let mut db = house.read().await?;
    let lines = told_lines(&mut db, Narrowed { kind, channel: "" }, (MOST, i64::from(skip))).await?;
    let known = states(&mut db, &lines).await?;
    let line = |line: crate::store::ToldLine| ReminderLine {
        at: line.at,
        role: line.role.code().to_owned(),
        unit: line.unit,
        kind: line.kind.code().to_owned(),
        day: line.day,
        channel: line.channel,
        result: line.message.and_then(|message| known.get(&message).cloned()),
        telephone: line.second.and_then(|message| known.get(&message).cloned()),
    };
    Ok(Json(lines.into_iter().map(line).collect()))
}
