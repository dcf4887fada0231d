//! `/api/v1/initiatives`: registers for programs, as far as their holder reads them.

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::store::{self, KeptInitiative, Linked};

/// What the API offers of initiatives.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list), components(schemas(InitiativeCard)))]
    struct Doc;
    Doc::openapi()
}

/// An initiative of a unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct InitiativeCard {
    #[schema(value_type = String, format = "uuid")]
    id: Uuid,
    #[schema(value_type = String, format = "uuid")]
    unit: UnitId,
    title: String,
    authors: Vec<String>,
    #[schema(value_type = String, format = Date)]
    first_used: Date,
    /// Number and symbol of the decision that recognised it, and its day.
    decision: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    decided_on: Option<Date>,
    /// Whole đồng.
    money: Option<i64>,
    benefit: String,
    /// The dossiers that were begun from it.
    #[schema(value_type = Vec<String>)]
    entries: Vec<EntryId>,
}

impl InitiativeCard {
    fn of(kept: KeptInitiative, links: &[Linked]) -> Self {
        let what = kept.what;
        let (decision, decided_on) = what.recognition.map(|each| (each.decision, each.day)).unzip();
        Self {
            id: kept.id,
            unit: kept.unit,
            title: what.title.to_string(),
            authors: what.authors.iter().map(ToString::to_string).collect(),
            first_used: what.first_used,
            decision,
            decided_on,
            money: what.money,
            benefit: what.benefit,
            entries: links.iter().filter(|linked| linked.initiative == kept.id).map(|linked| linked.entry).collect(),
        }
    }
}

/// A unit's register, what was used last first.
#[utoipa::path(
    get, path = "/api/v1/initiatives", operation_id = "initiatives_list", tag = "initiatives",
    params(("unit" = String, Query, description = "the unit's id")),
    responses((status = 200, body = Vec<InitiativeCard>), (status = 404, description = "not a unit that is theirs to read"))
)]
pub(crate) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<InitiativeCard>>, Halt> {
    let asked = asked.only(&["unit"])?;
    let unit = asked.needed("unit")?.parse::<UnitId>().map_err(|_| Halt::not_found())?;
    if !viewer.may(Permission::InitiativeView, Place::unit(unit)) {
        return Err(Halt::not_found());
    }
    let mut db = house.read().await?;
    hoithi_units::unit(&mut db, unit).await?.ok_or_else(Halt::not_found)?;
    let links = store::links_of_unit(&mut db, unit).await?;
    let register = store::initiatives_of(&mut db, unit).await?;
    Ok(Json(register.into_iter().map(|kept| InitiativeCard::of(kept, &links)).collect()))
}
