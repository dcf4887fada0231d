//! `/api/v1/aftercare`: what winners said later, for programs of the agency.

use axum::extract::State;
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::lines::{Line, lines};

/// What the API offers of this room.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list), components(schemas(AftercareLine, AftercareReply)))]
    struct Doc;
    Doc::openapi()
}

/// A winner who was asked, without how they are reached.
#[derive(Serialize, ToSchema)]
pub(crate) struct AftercareLine {
    #[schema(value_type = String, format = "uuid")]
    id: Uuid,
    #[schema(value_type = String, format = "uuid")]
    entry: EntryId,
    number: String,
    title: String,
    prize: String,
    /// How long after the announcement.
    months: i64,
    #[schema(value_type = String, format = DateTime)]
    asked_at: Timestamp,
    /// Absent while nobody answered.
    reply: Option<AftercareReply>,
}

/// What was said.
#[derive(Serialize, ToSchema)]
pub(crate) struct AftercareReply {
    /// `in_use`, `stopped` or `not_yet`.
    used: String,
    place: String,
    /// `3/2022`, or `2022`.
    since: Option<String>,
    /// Whole đồng.
    money: Option<i64>,
    money_year: Option<i16>,
    /// Who else took it up.
    others: String,
    remarks: String,
    /// Whether its giver lets everybody read it.
    may_publish: bool,
    /// `account`, `link`, `telephone`, `paper`, `mail` or `visit`.
    how: String,
    #[schema(value_type = String, format = Date)]
    came_on: Date,
}

impl AftercareLine {
    fn of(line: Line) -> Self {
        let reply = line.reply.map(|kept| AftercareReply {
            used: kept.reply.used.code().to_owned(),
            place: kept.reply.place,
            since: kept.reply.since.map(crate::reply::Since::written),
            money: kept.reply.benefit.map(|benefit| benefit.dong),
            money_year: kept.reply.benefit.map(|benefit| benefit.year),
            others: kept.reply.others,
            remarks: kept.reply.remarks,
            may_publish: kept.reply.may_publish,
            how: kept.how.code().to_owned(),
            came_on: kept.came_on,
        });
        Self {
            id: line.ask.id,
            entry: line.ask.entry,
            number: line.award.number,
            title: line.award.title,
            prize: line.award.tier_name,
            months: line.ask.months,
            asked_at: line.ask.at,
            reply,
        }
    }
}

/// Who was asked after an edition, and what they said.
#[utoipa::path(
    get, path = "/api/v1/aftercare", operation_id = "aftercare_list", tag = "aftercare",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<AftercareLine>))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<AftercareLine>>, Halt> {
    let asked = asked.only(&["edition"])?;
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked).await?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    Ok(Json(lines(&mut db, &edition).await?.into_iter().map(AftercareLine::of).collect()))
}
