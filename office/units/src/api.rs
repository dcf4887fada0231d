//! The register for programs.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::UnitId;
use hoithi_web::{Asked, Form, House, Json, Path};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::borders::Border;
use crate::operations::{self, NewUnit};
use crate::store::{self, Link};
use crate::unit::{Extent, Unit, UnitLevel};

/// What the API offers of units.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(
        paths(list, show, add, borders),
        components(schemas(UnitCard, UnitWithLinks, LinkCard, AddUnit, AddedUnit, BorderCard, UnitLevel, Extent))
    )]
    struct Doc;
    Doc::openapi()
}

/// A unit in the time for which its name and code hold.
#[derive(Serialize, ToSchema)]
pub(crate) struct UnitCard {
    #[schema(value_type = String, format = "uuid")]
    id: UnitId,
    /// The code of the national list; it means nothing without the days.
    code: Option<String>,
    name: String,
    kind: String,
    level: UnitLevel,
    #[schema(value_type = Option<String>, format = "uuid")]
    parent: Option<UnitId>,
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Date>,
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Date>,
    source: String,
}

impl From<Unit> for UnitCard {
    fn from(unit: Unit) -> Self {
        let Unit { id, code, name, kind, level, parent, valid_from, valid_to, source, .. } = unit;
        Self { id, code, name, kind, level, parent, valid_from, valid_to, source }
    }
}

/// A unit with who was there before and who came after.
#[derive(Serialize, ToSchema)]
pub(crate) struct UnitWithLinks {
    #[serde(flatten)]
    unit: UnitCard,
    predecessors: Vec<LinkCard>,
    successors: Vec<LinkCard>,
}

/// One end of a succession.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkCard {
    unit: UnitCard,
    extent: Extent,
    source: String,
}

impl From<Link> for LinkCard {
    fn from(link: Link) -> Self {
        Self { unit: link.unit.into(), extent: link.extent, source: link.source }
    }
}

/// The units that stand on a day: today unless `day` says another; of all levels unless `level` names one.
#[utoipa::path(
    get, path = "/api/v1/units", operation_id = "units_list", tag = "units",
    params(("day" = Option<String>, Query, description = "2020-08-19"), ("level" = Option<UnitLevel>, Query, description = "one level only")),
    responses((status = 200, body = Vec<UnitCard>), (status = 422, description = "day or level is none"))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<UnitCard>>, Halt> {
    let asked = asked.only(&["day", "level"])?;
    let day = day_of(&asked, &viewer)?;
    let mut db = house.read().await?;
    let units = match asked.given("level") {
        Some(code) => store::units_of_level(&mut db, level_of(code)?, day).await?,
        None => store::units_on(&mut db, day).await?,
    };
    Ok(Json(units.into_iter().map(UnitCard::from).collect()))
}

/// The day that is asked for; today where none is.
fn day_of(asked: &Form, viewer: &Viewer) -> Result<Date, Halt> {
    let Some(text) = asked.given("day") else { return Ok(viewer.today) };
    parse_day(text).ok_or_else(|| Halt::refused("units.day_malformed", Some("day"), "this is no day"))
}

fn level_of(code: &str) -> Result<UnitLevel, Halt> {
    code.parse().map_err(|_| Halt::refused("units.level_unknown", Some("level"), "there is no such level"))
}

/// One unit with its predecessors and successors.
#[utoipa::path(
    get, path = "/api/v1/units/{unit}", operation_id = "unit_show", tag = "units", params(("unit" = String, Path, description = "Its id")),
    responses((status = 200, body = UnitWithLinks), (status = 404, description = "no such unit"))
)]
pub(crate) async fn show(State(house): State<House>, Path(id): Path<UnitId>) -> Result<Json<UnitWithLinks>, Halt> {
    let mut db = house.read().await?;
    let unit = store::unit(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let predecessors = store::predecessors(&mut db, id).await?.into_iter().map(LinkCard::from).collect();
    let successors = store::successors(&mut db, id).await?.into_iter().map(LinkCard::from).collect();
    Ok(Json(UnitWithLinks { unit: unit.into(), predecessors, successors }))
}

/// A unit that has no code: a department, a school, an association, an enterprise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddUnit {
    name: String,
    kind: String,
    level: UnitLevel,
    #[schema(value_type = Option<String>, format = "uuid")]
    parent: Option<UnitId>,
    #[schema(value_type = Option<String>, format = Date)]
    valid_from: Option<Date>,
    source: String,
}

/// The id of the new unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct AddedUnit {
    #[schema(value_type = String, format = "uuid")]
    id: UnitId,
}

/// Adds a unit.
#[utoipa::path(
    post, path = "/api/v1/units", operation_id = "unit_add", tag = "units", request_body = AddUnit,
    responses((status = 201, body = AddedUnit), (status = 422, description = "it stands there already, or its level needs a code"))
)]
pub(crate) async fn add(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<AddUnit>,
) -> Result<Response, Halt> {
    let AddUnit { name, kind, level, parent, valid_from, source } = asked;
    let new = NewUnit { name, kind, level, parent, valid_from, source };
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(operations::add_unit(act, new.clone()))).await?;
    Ok((StatusCode::CREATED, Json(AddedUnit { id })).into_response())
}

/// The border of a unit, as it was loaded.
#[derive(Serialize, ToSchema)]
pub(crate) struct BorderCard {
    #[schema(value_type = String, format = "uuid")]
    unit: UnitId,
    /// A ring around each piece of land and around each hole in one; of each point east and north, in steps of
    /// which 2,000 make a degree.
    #[schema(value_type = Vec<Vec<Vec<i32>>>)]
    rings: Vec<Vec<(i32, i32)>>,
}

/// The borders that hold on a day: today unless `day` says another. A unit of which none was loaded is not there.
#[utoipa::path(
    get, path = "/api/v1/borders", operation_id = "borders_list", tag = "units",
    params(("day" = Option<String>, Query, description = "2020-08-19")),
    responses((status = 200, body = Vec<BorderCard>), (status = 422, description = "day is none"))
)]
pub(crate) async fn borders(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<BorderCard>>, Halt> {
    let day = day_of(&asked.only(&["day"])?, &viewer)?;
    let borders = store::borders_on(&mut house.read().await?, day).await?;
    let card = |(unit, border): (UnitId, Border)| BorderCard { unit, rings: border.rings().to_vec() };
    Ok(Json(borders.into_iter().map(card).collect()))
}
