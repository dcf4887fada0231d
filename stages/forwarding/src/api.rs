//! `GET /api/v1/promotions`: what a unit's own contest sent up.

use axum::extract::State;
use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Json};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::pages::edition_of;
use crate::store::{self, Promoted};

/// An entry that went up.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApiPromotion {
    /// The entry below.
    entry: String,
    /// The slug of the edition above.
    edition_above: String,
    /// The entry above.
    entry_above: String,
    /// Its place below.
    place: i64,
    /// Which of the quota's places it took.
    slot: i64,
    /// How many there were.
    quota: i64,
    /// How many better ones it went before.
    passed_over: i64,
    /// Why it went before them.
    because: Option<String>,
    /// The unit's paper: its number.
    endorsement: String,
    /// The day the paper bears.
    endorsed_on: String,
    /// When it went.
    sent_at: String,
}

impl ApiPromotion {
    async fn of(db: &mut Conn, promoted: Promoted) -> Result<Self, Halt> {
        let above = edition(db, promoted.to).await?.ok_or_else(Halt::not_found)?;
        let passed_over = promoted.passed_over;
        Ok(Self {
            passed_over: passed_over.as_ref().map_or(0, |passed| passed.better),
            because: passed_over.map(|passed| passed.because),
            entry: promoted.entry.to_string(),
            edition_above: above.slug.to_string(),
            entry_above: promoted.above.to_string(),
            place: promoted.place,
            slot: promoted.slot,
            quota: promoted.quota,
            endorsement: promoted.endorsement.document.to_string(),
            endorsed_on: promoted.endorsement.date.to_string(),
            sent_at: promoted.at.to_string(),
        })
    }
}

/// What went up from an edition, in the order of its going.
#[utoipa::path(
    get, path = "/api/v1/promotions", operation_id = "promotions_list", tag = "entries",
    params(("edition" = String, Query, description = "the lower edition's name in addresses")),
    responses((status = 200, body = [ApiPromotion]), (status = 404, description = "no such edition"))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<ApiPromotion>>, Halt> {
    let asked = asked.only(&["edition"])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &viewer, asked.needed("edition")?).await?;
    let mut answer = Vec::new();
    for promoted in store::promoted(&mut db, edition.id).await? {
        answer.push(ApiPromotion::of(&mut db, promoted).await?);
    }
    Ok(Json(answer))
}

#[derive(OpenApi)]
#[openapi(paths(list))]
struct Api;

/// What the API offers of promotions.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
