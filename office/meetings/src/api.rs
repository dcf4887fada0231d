//! `/api/v1/meetings`: the meetings of an edition, for programs.

use axum::extract::State;
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{DocumentId, MeetingId};
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::meeting::{Meeting, Plan};
use crate::store;

/// What the API offers of meetings.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(meetings), components(schemas(MeetingCard)))]
    struct Doc;
    Doc::openapi()
}

/// A meeting or a ceremony, without what was said in it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MeetingCard {
    #[schema(value_type = String, format = "uuid")]
    id: MeetingId,
    /// `committee`, `launch`, `ceremony` or `other`.
    kind: &'static str,
    title: String,
    place: String,
    /// When it begins.
    starts_at: String,
    /// `planned`, `begun` (its hour has come and nothing is recorded), `postponed` (it has no day yet, `starts_at` is
    /// the one before), `held` or `called_off`.
    state: &'static str,
    /// Its papers in the register.
    #[schema(value_type = Option<String>, format = "uuid")]
    invitation: Option<DocumentId>,
    #[schema(value_type = Option<String>, format = "uuid")]
    minutes: Option<DocumentId>,
    #[schema(value_type = Option<String>, format = "uuid")]
    notice: Option<DocumentId>,
}

impl MeetingCard {
    fn of(meeting: Meeting, now: Timestamp) -> Self {
        let state = meeting.state_at(now);
        let Meeting { id, plan, invitation, minutes, notice, .. } = meeting;
        let kind = plan.kind_code();
        let Plan { title, place, starts_at, .. } = plan;
        Self { id, kind, title, place, starts_at: starts_at.to_string(), state, invitation, minutes, notice }
    }
}

/// The meetings of an edition, the latest first.
#[utoipa::path(
    get, path = "/api/v1/meetings", operation_id = "meetings_list", tag = "meetings",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<MeetingCard>), (status = 403, description = "not who keeps its meetings"))
)]
pub(crate) async fn meetings(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<MeetingCard>>, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    viewer.allowed(Permission::MeetingKeep, edition.place())?;
    let all = store::meetings_of(&mut db, edition.id).await?;
    Ok(Json(all.into_iter().map(|meeting| MeetingCard::of(meeting, viewer.now)).collect()))
}
