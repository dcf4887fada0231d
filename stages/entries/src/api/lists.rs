//! The entries of an edition for programs: narrowed by what an address may say, searched by what is sent.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_edition::{Edition, asked_edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::views::EntryList;
use crate::store::{self, List};

const A_PAGE: i64 = 50;

/// The entries of an edition, by pages of 50.
#[utoipa::path(
    get, path = "/api/v1/entries", operation_id = "entries_list", tag = "entries",
    params(
        ("edition" = String, Query, description = "the edition's slug"),
        ("category" = Option<String>, Query), ("state" = Option<String>, Query), ("unit" = Option<String>, Query),
        ("page" = Option<i64>, Query, description = "from 1")
    ),
    responses((status = 200, body = EntryList))
)]
pub(super) async fn list(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&["edition", "category", "state", "unit", "page"])?;
    listed(&house, &viewer, &form).await
}

/// What is looked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EntrySearch {
    /// The edition's slug.
    edition: String,
    /// Words of number, title, authors, unit; marks do not matter.
    words: String,
    category: Option<String>,
    state: Option<String>,
    unit: Option<String>,
    /// From 1.
    page: Option<i64>,
}

/// The same entries by words, which may name a person: they are sent, so that no address keeps them.
#[utoipa::path(
    post, path = "/api/v1/entries/search", operation_id = "entries_search", tag = "entries",
    request_body = EntrySearch, responses((status = 200, body = EntryList))
)]
pub(super) async fn search(
    State(house): State<House>,
    viewer: Viewer,
    Json(asked): Json<EntrySearch>,
) -> Result<Response, Halt> {
    listed(&house, &viewer, &asked.form()).await
}

impl EntrySearch {
    fn form(self) -> Form {
        let form = Form::new().with("edition", self.edition).with("words", self.words);
        let narrowed = [("category", self.category), ("state", self.state), ("unit", self.unit)];
        let narrowed = narrowed.into_iter().chain([("page", self.page.map(|page| page.to_string()))]);
        narrowed.fold(form, |form, (field, value)| form.with(field, value.unwrap_or_default()))
    }
}

async fn listed(house: &House, viewer: &Viewer, form: &Form) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, form).await?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    let listing = store::list(&mut db, edition.id, &asked_for(form, &edition)?).await?;
    Ok(Json(EntryList::of(listing)).into_response())
}

fn asked_for(form: &Form, edition: &Edition) -> Result<List, Halt> {
    let number = form.choice("page", |text| text.parse::<i64>().ok())?.unwrap_or(1).clamp(1, 1_000);
    Ok(List {
        standing: form.choice("state", |code| code.parse().ok())?,
        category: form.choice("category", |code| edition.book.rules().category_code(code))?,
        unit: form.choice("unit", |id| id.parse().ok())?,
        words: form.value("words").to_owned(),
        most: A_PAGE,
        skip: (number - 1) * A_PAGE,
        ..List::default()
    })
}
