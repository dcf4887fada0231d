//! `GET /api/v1/awards`: who received what, once it is decided.

use axum::extract::State;
use hoithi_edition::{EditionState, asked_edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::award::AwardLine;
use crate::store;

/// A prize of a decided list.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApiAward {
    /// The award's id.
    id: String,
    /// The entry's number.
    number: String,
    /// The solution's title; empty for the public while a contest above judges it blind.
    title: String,
    /// The code of its category.
    category: String,
    /// The code of the prize's tier.
    tier: String,
    /// The tier in the words of the rules.
    prize: String,
    /// The place in the ranking.
    place: i64,
    /// What it is worth, whole đồng.
    money: Option<u64>,
    /// Where the solution was made or is in use.
    unit: String,
    /// As the decision names them; for the public empty where an author has not consented to be named.
    authors: Vec<String>,
}

impl From<AwardLine> for ApiAward {
    fn from(line: AwardLine) -> Self {
        Self {
            id: line.id.to_string(),
            number: line.number,
            title: line.title,
            category: line.category,
            tier: line.tier.0,
            prize: line.tier_name,
            place: line.place,
            money: line.money.map(hoithi_rules::awards::Dong::amount),
            unit: line.unit_name,
            authors: line.authors.into_iter().map(|author| author.name).collect(),
        }
    }
}

/// The prizes of an edition: for everybody once the result is announced, before that for those who
/// may see the ranking.
#[utoipa::path(
    get, path = "/api/v1/awards", operation_id = "awards_list", tag = "awards",
    params(("edition" = String, Query, description = "the edition's name in addresses")),
    responses((status = 200, body = [ApiAward]), (status = 404, description = "no such edition, or nothing to see yet"))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<ApiAward>>, Halt> {
    let asked = asked.only(&["edition"])?;
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked).await?;
    let announced = matches!(edition.state, EditionState::Announced { .. });
    if !announced && !viewer.may(Permission::RankingView, edition.place()) {
        return Err(Halt::not_found());
    }
    let mut awards = store::awards(&mut db, edition.id).await?;
    if !viewer.may(Permission::RankingView, edition.place()) {
        let blind_above = hoithi_entries::judged_blind_above(&mut db, &edition).await?;
        awards.iter_mut().filter(|line| blind_above.contains(&line.entry)).for_each(|line| line.title.clear());
        let unnamed = hoithi_entries::names_kept_back(&mut db, edition.id).await?;
        let authors = awards.iter_mut().flat_map(|line| line.authors.iter_mut());
        authors.filter(|author| unnamed.contains(&author.author)).for_each(|author| author.name.clear());
    }
    Ok(Json(awards.into_iter().map(ApiAward::from).collect()))
}

#[derive(OpenApi)]
#[openapi(paths(list))]
struct Api;

/// What the API offers of awards.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
