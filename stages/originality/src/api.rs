//! What an entry is alike to, for programs of whoever screens it.

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json, Path};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::likes::{Like, likes_of};
use crate::store::notes_on;

/// What the API offers of originality.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(alike), components(schemas(LikeView)))]
    struct Doc;
    Doc::openapi()
}

/// Another entry that says the same, as far as whoever asks may know of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LikeView {
    #[schema(value_type = String, format = "uuid")]
    entry: EntryId,
    #[schema(value_type = String, format = "uuid")]
    edition: EditionId,
    /// How much of the entry that was asked for stands in this one, in percent of its syllables.
    percent: u32,
    /// How much of this one stands in it.
    percent_of_other: u32,
    /// What it was last noted to be: `coincidence`, `own_earlier` or `ask_author`.
    noted: Option<&'static str>,
}

/// The entries that one is alike to, the most alike first.
#[utoipa::path(
    get, path = "/api/v1/entries/{entry}/alike", operation_id = "entry_alike", tag = "entries",
    params(("entry" = String, Path)),
    responses((status = 200, body = Vec<LikeView>))
)]
pub(crate) async fn alike(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<LikeView>>, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let card = hoithi_entries::entry(&mut db, entry).await?.filter(|card| card.state.was_received());
    let card = card.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, card.edition).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    let likes = likes_of(&mut db, &viewer, edition.id, &[entry]).await?.remove(&entry).unwrap_or_default();
    let notes = notes_on(&mut db, entry).await?;
    let noted = |other| notes.iter().rev().find(|kept| kept.other == other).map(|kept| kept.note.what.code());
    let view = |like: Like| LikeView {
        entry: like.other,
        edition: like.edition,
        percent: like.percent,
        percent_of_other: like.percent_of_other,
        noted: noted(like.other),
    };
    Ok(Json(likes.into_iter().map(view).collect()))
}
