//! Evidence of publicity for programs: a unit's portal may say by itself what it published.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_edition::{asked_edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::campaign::{PublicityForm, PublicityItem};
use hoithi_rules::ids::{PublicityId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::operations::{RecordPublicity, record_publicity};
use crate::publicity::PublicityLine;
use crate::store;

/// One piece of publicity.
#[derive(Serialize, ToSchema)]
pub(crate) struct PublicityPiece {
    #[schema(value_type = String)]
    id: PublicityId,
    #[schema(value_type = String)]
    unit: UnitId,
    /// `component_portal`, `email`, `bulletin` …
    channel: &'static str,
    /// The day it appeared.
    on: String,
    title: String,
    link: Option<String>,
    /// How many persons it reached, where the unit counted.
    reach: Option<u32>,
    /// Whether a photo or a page as PDF lies with it.
    photo: bool,
    recorded_at: String,
    /// `waiting`, `confirmed` or `returned`; only what is confirmed counts.
    state: &'static str,
    /// What is to be put right, where it was returned.
    returned_why: Option<String>,
    version: i64,
}

impl From<PublicityLine> for PublicityPiece {
    fn from(line: PublicityLine) -> Self {
        Self {
            id: line.id,
            unit: line.unit,
            channel: line.item.channel.code(),
            on: line.item.on.to_string(),
            link: line.item.link.as_ref().map(|link| link.as_str().to_owned()),
            reach: line.item.reach,
            photo: line.photo.is_some(),
            recorded_at: line.recorded_at.to_string(),
            state: line.check.code(),
            returned_why: line.returned_why().map(str::to_owned),
            version: line.version,
            title: line.item.title,
        }
    }
}

/// The publicity of an edition: all to the organisers, their own to a unit's people.
#[utoipa::path(
    get, path = "/api/v1/publicity", operation_id = "publicity_list", tag = "publicity",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<PublicityPiece>))
)]
pub(crate) async fn list(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    let all = viewer.may(Permission::CampaignView, edition.place());
    let mut lines = store::publicity_of(&mut db, edition.id).await?;
    lines.retain(|line| all || viewer.may(Permission::SendingView, Place::unit_in(line.unit, edition.id)));
    Ok(Json(lines.into_iter().map(PublicityPiece::from).collect::<Vec<_>>()).into_response())
}

/// One piece of publicity by one unit. Its photo is added on the page.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublicityRequest {
    /// The edition's slug.
    edition: String,
    #[schema(value_type = String)]
    unit: UnitId,
    channel: String,
    /// The day it appeared; not later than today.
    #[schema(value_type = String, format = Date)]
    on: Date,
    title: String,
    #[serde(default)]
    link: Option<String>,
    #[serde(default)]
    reach: Option<u32>,
}

/// What was recorded.
#[derive(Serialize, ToSchema)]
pub(crate) struct PublicityRecorded {
    #[schema(value_type = String)]
    id: PublicityId,
}

/// Records one piece of publicity of one's unit; the same page twice is refused.
#[utoipa::path(
    post, path = "/api/v1/publicity", operation_id = "publicity_record", tag = "publicity",
    request_body = PublicityRequest,
    responses((status = 201, body = PublicityRecorded), (status = 422, description = "refused, with codes"))
)]
pub(crate) async fn record(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<PublicityRequest>,
) -> Result<Response, Halt> {
    let edition = edition_by_slug(&mut house.read().await?, &asked.edition).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::PublicityRecord, Place::unit_in(asked.unit, edition.id))?;
    // Through the same gate as the page, so that both refuse the same.
    let (on, reach) = (hoithi_web::day(asked.on), asked.reach.map(|reach| reach.to_string()).unwrap_or_default());
    let form = PublicityForm {
        channel: &asked.channel,
        on: &on,
        title: &asked.title,
        link: asked.link.as_deref().unwrap_or_default(),
        reach: &reach,
    };
    let item = PublicityItem::parse(form, viewer.today).or_refuse_all()?;
    let command = RecordPublicity { edition: edition.id, unit: asked.unit, item, photo: None };
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(record_publicity(act, command.clone()))).await?;
    Ok((StatusCode::CREATED, Json(PublicityRecorded { id })).into_response())
}
