//! Editions for programs.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::Part;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Json, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::edition::Edition;
use crate::operations::{self, SetUp};
use crate::store;

/// What the API offers of editions.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list, show, set_up), components(schemas(EditionCard, PartCard, StageCard, NewEdition, NewSlug)))]
    struct Doc;
    Doc::openapi()
}

/// One run of a contest.
#[derive(Serialize, ToSchema)]
pub(crate) struct EditionCard {
    /// Names it in addresses and in the parameter `edition`.
    slug: String,
    title: String,
    /// `preparing`, `launched` or `announced`.
    state: &'static str,
    #[schema(value_type = Option<String>, format = DateTime)]
    launched_at: Option<Timestamp>,
    /// The unit whose own contest it is.
    #[schema(value_type = Option<String>, format = "uuid")]
    unit: Option<UnitId>,
    /// The edition above.
    parent: Option<String>,
    /// The version of the rule book that counts.
    version: i64,
    /// Parts of the rule book that stand, each with its document.
    parts: Vec<PartCard>,
    /// Parts that are still missing.
    missing: Vec<&'static str>,
    stages: Vec<StageCard>,
}

/// A part of the rule book.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartCard {
    part: &'static str,
    document: String,
    issuer: String,
    #[schema(value_type = String, format = Date)]
    issued: Date,
    #[schema(value_type = String, format = Date)]
    in_force: Date,
}

/// A stage of the calendar.
#[derive(Serialize, ToSchema)]
pub(crate) struct StageCard {
    stage: &'static str,
    name: String,
    #[schema(value_type = String, format = Date)]
    from: Date,
    #[schema(value_type = String, format = Date)]
    to: Date,
}

impl EditionCard {
    async fn of(db: &mut Conn, edition: &Edition) -> Result<Self, Halt> {
        let parent = match edition.parent {
            Some(parent) => store::edition(db, parent).await?.map(|parent| parent.slug.to_string()),
            None => None,
        };
        let book = &edition.book;
        let stages = book.calendar().stages.iter();
        Ok(Self {
            slug: edition.slug.to_string(),
            title: edition.title(),
            state: edition.state.code(),
            launched_at: edition.state.launched_at(),
            unit: edition.unit,
            parent,
            version: edition.version,
            parts: Part::ALL.into_iter().filter_map(|part| part_card(edition, part)).collect(),
            missing: book.missing().into_iter().map(Part::code).collect(),
            stages: stages
                .map(|stage| StageCard {
                    stage: stage.kind.code(),
                    name: stage.name.clone(),
                    from: stage.from,
                    to: stage.to,
                })
                .collect(),
        })
    }
}

fn part_card(edition: &Edition, part: Part) -> Option<PartCard> {
    let source = edition.book.source(part)?;
    Some(PartCard {
        part: part.code(),
        document: source.document.to_string(),
        issuer: source.issuer.clone(),
        issued: source.issued,
        in_force: source.in_force,
    })
}

fn shown_to(viewer: &Viewer, edition: &Edition) -> bool {
    let place = edition.place();
    let holds = edition.is_local() && viewer.may(Permission::LocalContestHold, place);
    edition.is_public() || holds || viewer.may(Permission::EditionView, place)
}

/// Every edition that the asker may know of, the newest first.
#[utoipa::path(get, path = "/api/v1/editions", operation_id = "editions_list", tag = "editions", responses((status = 200, body = Vec<EditionCard>)))]
pub(crate) async fn list(State(house): State<House>, viewer: Viewer) -> Result<Json<Vec<EditionCard>>, Halt> {
    let mut db = house.read().await?;
    let mut cards = Vec::new();
    for edition in store::editions(&mut db).await?.iter().filter(|edition| shown_to(&viewer, edition)) {
        cards.push(EditionCard::of(&mut db, edition).await?);
    }
    Ok(Json(cards))
}

/// One edition.
#[utoipa::path(
    get, path = "/api/v1/editions/{slug}", operation_id = "edition_show", tag = "editions", params(("slug" = String, Path, description = "Names the edition")),
    responses((status = 200, body = EditionCard), (status = 404, description = "no such edition, or not for the asker"))
)]
pub(crate) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
) -> Result<Json<EditionCard>, Halt> {
    let mut db = house.read().await?;
    let edition = store::edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    if !shown_to(&viewer, &edition) {
        return Err(Halt::not_found());
    }
    Ok(Json(EditionCard::of(&mut db, &edition).await?))
}

/// A rule book to set an edition up from.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEdition {
    /// The rule book, TOML.
    book: String,
    /// The unit, for its own contest.
    #[schema(value_type = Option<String>, format = "uuid")]
    unit: Option<UnitId>,
    /// The slug of the edition above, for a unit's own contest.
    parent: Option<String>,
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewSlug {
    slug: String,
}

/// Sets up an edition.
#[utoipa::path(
    post, path = "/api/v1/editions", operation_id = "edition_set_up", tag = "editions", request_body = NewEdition,
    responses((status = 201, body = NewSlug), (status = 422, description = "every fault of the book with its line"))
)]
pub(crate) async fn set_up(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<NewEdition>,
) -> Result<Response, Halt> {
    let parent = match asked.parent {
        Some(slug) => Some(parent_of(&mut house.read().await?, &slug).await?.id),
        None => None,
    };
    let new = SetUp { text: asked.book, unit: asked.unit, parent };
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(operations::set_up(act, new.clone()))).await?;
    let made = store::edition(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    Ok((StatusCode::CREATED, Json(NewSlug { slug: made.slug.to_string() })).into_response())
}

async fn parent_of(db: &mut Conn, slug: &str) -> Result<Edition, Halt> {
    let unknown = || Halt::refused("web.unknown_value", Some("parent"), "there is no edition of that slug");
    store::edition_by_slug(db, slug).await?.ok_or_else(unknown)
}

/// The edition that the parameter `edition` names by its slug.
pub async fn asked_edition(db: &mut Conn, asked: &Form) -> Result<Edition, Halt> {
    store::edition_by_slug(db, asked.needed("edition")?).await?.ok_or_else(Halt::not_found)
}
