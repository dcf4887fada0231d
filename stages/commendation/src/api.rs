//! `/api/v1/commendation`: the standings of each group of units, for programs.

use axum::extract::State;
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::commendation::{Group, Line, Placed};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::evidence::{UnitScore, standings as of_edition};
use crate::store;

/// What the API offers of commendation.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(standings), components(schemas(StandingCard, StandingLine)))]
    struct Doc;
    Doc::openapi()
}

/// A unit's place among its like.
#[derive(Serialize, ToSchema)]
pub(crate) struct StandingCard {
    /// `localities`, `departments`, `schools`, `enterprises`, `others`.
    group: &'static str,
    /// From 1; equal points share a place.
    place: usize,
    #[schema(value_type = String, format = "uuid")]
    unit: UnitId,
    name: String,
    /// The sum of the lines, hundredths of a point.
    points: i64,
    lines: Vec<StandingLine>,
}

/// What a unit has by one criterion of the formula.
#[derive(Serialize, ToSchema)]
pub(crate) struct StandingLine {
    criterion: &'static str,
    count: u32,
    /// For one, hundredths of a point.
    each: i64,
    /// For all of them, hundredths of a point.
    points: i64,
    /// Whether the ceiling cut it.
    cut: bool,
}

impl From<Line> for StandingLine {
    fn from(line: Line) -> Self {
        Self {
            criterion: line.criterion.code(),
            count: line.count,
            each: line.each.hundredths(),
            points: line.points.hundredths(),
            cut: line.cut,
        }
    }
}

impl StandingCard {
    fn of(group: Group, placed: Placed<UnitScore>) -> Self {
        let Placed { place, what: UnitScore { unit, score, .. } } = placed;
        Self {
            group: group.code(),
            place,
            unit: unit.id,
            name: unit.name,
            points: score.total().hundredths(),
            lines: score.lines.into_iter().map(StandingLine::from).collect(),
        }
    }
}

/// Every unit that a letter of the edition went to or that has points, group by group in the order of
/// places, by the formula in force.
#[utoipa::path(
    get, path = "/api/v1/commendation", operation_id = "commendation_standings", tag = "commendation",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<StandingCard>), (status = 403, description = "not an organiser"))
)]
pub(crate) async fn standings(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<StandingCard>>, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    viewer.allowed(Permission::CampaignView, edition.place())?;
    let kept = store::formula(&mut db, &edition, viewer.today).await?;
    let groups = of_edition(&mut db, &edition, &kept.formula).await?;
    let cards =
        groups.into_iter().flat_map(|(group, all)| all.into_iter().map(move |each| StandingCard::of(group, each)));
    Ok(Json(cards.collect()))
}
