//! `/api/v1/commendation`: the standings of each group of units, and who was put forward, for programs.

use axum::extract::State;
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::commendation::{Group, Line, Placed};
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::evidence::{UnitScore, standings as of_edition};
use crate::fallen::fallen;
use crate::store::{self, Proposal, ProposalLine, ProposalState};

/// What the API offers of commendation.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(standings, proposals), components(schemas(StandingCard, StandingLine, ProposalCard, ProposedUnit)))]
    struct Doc;
    Doc::openapi()
}

/// A unit's place among its like.
#[derive(Serialize, ToSchema)]
pub(crate) struct StandingCard {
    /// `localities`, `districts`, `departments`, `schools`, `enterprises`, `others`.
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
    let groups = of_edition(&mut db, (&edition, viewer.today), &kept.formula).await?;
    let cards =
        groups.into_iter().flat_map(|(group, all)| all.into_iter().map(move |each| StandingCard::of(group, each)));
    Ok(Json(cards.collect()))
}

/// Units put forward for one honour.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProposalCard {
    #[schema(value_type = String, format = "uuid")]
    id: Uuid,
    /// `provincial`, `agency` or `movement`.
    honour: &'static str,
    /// The *tờ trình* in the register.
    #[schema(value_type = String, format = "uuid")]
    document: DocumentId,
    formula_version: i64,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `waits`, `decided` or `withdrawn`.
    state: &'static str,
    /// Number and symbol of the decision, its day, and who decided.
    decision: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    decided_on: Option<Date>,
    decided_by: Option<String>,
    /// Whether the decision still holds; a later document may have ended it, or it was recalled.
    holds: Option<bool>,
    units: Vec<ProposedUnit>,
}

/// A unit with its place and points of the day on which it was put forward.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProposedUnit {
    #[schema(value_type = String, format = "uuid")]
    unit: UnitId,
    group: &'static str,
    place: i64,
    /// Hundredths of a point.
    points: i64,
}

impl From<&ProposalLine> for ProposedUnit {
    fn from(line: &ProposalLine) -> Self {
        Self { unit: line.unit, group: line.group.code(), place: line.place, points: line.points.hundredths() }
    }
}

impl ProposalCard {
    fn of(proposal: Proposal, has_fallen: bool) -> Self {
        let holds = proposal.decided().map(|_| !has_fallen);
        let units = proposal.lines.iter().map(ProposedUnit::from).collect();
        let (state, decided) = match proposal.state {
            ProposalState::Waits => ("waits", None),
            ProposalState::Decided { number, day, body } => ("decided", Some((number, day, body))),
            ProposalState::Withdrawn { .. } => ("withdrawn", None),
        };
        let (decision, decided_on, decided_by) =
            decided.map_or((None, None, None), |(number, day, body)| (Some(number), Some(day), Some(body)));
        Self {
            id: proposal.id,
            honour: proposal.honour.code(),
            document: proposal.document,
            formula_version: proposal.formula_version,
            at: proposal.at,
            state,
            decision,
            decided_on,
            decided_by,
            holds,
            units,
        }
    }
}

/// Every proposal of an edition with its units, the newest first.
#[utoipa::path(
    get, path = "/api/v1/commendation/proposals", operation_id = "commendation_proposals", tag = "commendation",
    params(("edition" = String, Query, description = "the edition's slug")),
    responses((status = 200, body = Vec<ProposalCard>), (status = 403, description = "not an organiser"))
)]
pub(crate) async fn proposals(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<ProposalCard>>, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked.only(&["edition"])?).await?;
    viewer.allowed(Permission::CampaignView, edition.place())?;
    let mut cards = Vec::new();
    for bare in store::proposals(&mut db, edition.id).await? {
        let proposal = store::proposal(&mut db, bare.id).await?.ok_or_else(Halt::not_found)?;
        let has_fallen = fallen(&mut db, &proposal).await?.is_some();
        cards.push(ProposalCard::of(proposal, has_fallen));
    }
    Ok(Json(cards))
}
