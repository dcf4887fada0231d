//! The result for everybody, after the announcement only.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_edition::edition_by_slug;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{House, Json, Page, Path, html};
use serde::Serialize;

use super::{dressed, known};
use crate::known::KnownInUse;
use crate::shown::{Shown, shown};

#[derive(Template)]
#[template(path = "publication/result.html")]
struct ResultPage {
    page: Page,
    slug: String,
    shown: Option<Arc<Shown>>,
    announced: String,
    /// How many winners let everybody read what became of their solutions.
    in_use: usize,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(in_use): Extension<Arc<dyn KnownInUse>>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let shown = shown(&mut db, &edition, &page).await?;
    let in_use = in_use.public_in(&mut db, &edition).await?;
    drop(db);
    let announced = edition.state.announced_at().map(|at| page.instant(at)).unwrap_or_default();
    html(&ResultPage { page: dressed(page, &edition, "publication-result"), slug, shown, announced, in_use })
}

/// A prize as programs read it.
#[derive(Serialize)]
struct JsonPrize<'a> {
    number: &'a str,
    title: &'a str,
    category: &'a str,
    prize: &'a str,
    unit: &'a str,
    authors: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonResult<'a> {
    edition: &'a str,
    title: String,
    announced_at: jiff::Timestamp,
    prizes: Vec<JsonPrize<'a>>,
}

pub(super) async fn json(State(house): State<House>, Path(slug): Path<String>, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    let shown = shown(&mut db, &edition, &page).await?;
    drop(db);
    let (Some(shown), Some(announced_at)) = (shown, edition.state.announced_at()) else {
        return Err(Halt::not_found());
    };
    let prizes = shown.prizes.iter().map(|line| JsonPrize {
        number: &line.number,
        title: &line.title,
        category: &line.category_name,
        prize: &line.tier_name,
        unit: &line.unit_name,
        authors: line.authors.iter().map(|author| author.name.as_str()).collect(),
    });
    let title = edition.title();
    let result = JsonResult { edition: edition.slug.as_str(), title, announced_at, prizes: prizes.collect() };
    Ok(Json(result).into_response())
}

/// The award decision with its list, as it was signed.
pub(super) async fn decision(State(house): State<House>, Path(slug): Path<String>) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    let blind_above = hoithi_entries::judged_blind_above(&mut db, &edition).await?;
    if edition.state.announced_at().is_none() || !blind_above.is_empty() {
        return Err(Halt::not_found());
    }
    hoithi_awards::decision_pdf(&house, db, &edition).await
}
