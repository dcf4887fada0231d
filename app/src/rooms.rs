//! The rooms, put together: tables, texts, routes.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_store::Migration;
use hoithi_web::{House, Locale, RouteRow, Routes, secure};

use crate::{desks, frame};

/// The texts of every room.
pub const LOCALES: &[Locale] = &[
    hoithi_web::LOCALE,
    LOCALE,
    hoithi_people::LOCALE,
    hoithi_units::LOCALE,
    hoithi_edition::LOCALE,
];

/// The texts of the desks.
const LOCALE: Locale =
    Locale { room: "app", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };

/// The tables of every room, in the order of their names, which begin with their time.
pub fn migrations() -> Vec<Migration> {
    let rooms: &[&[Migration]] = &[
        hoithi_journal::MIGRATIONS,
        hoithi_people::MIGRATIONS,
        hoithi_units::MIGRATIONS,
        hoithi_edition::MIGRATIONS,
    ];
    let mut all: Vec<_> = rooms.iter().copied().flatten().copied().collect();
    all.sort_by_key(|migration| migration.name);
    all
}

fn routes(house: &House) -> Routes {
    Routes::new(house)
        .merge(desks::routes(house))
        .merge(hoithi_people::routes(house))
        .merge(hoithi_units::routes(house))
        .merge(hoithi_edition::routes(house))
}

/// Every route with who may take it, by path.
pub fn route_rows(house: &House) -> Vec<RouteRow> {
    let mut rows = routes(house).rows().to_vec();
    rows.sort_by_key(|row| (row.path, row.method));
    rows
}

/// The program as a service.
pub fn router(house: &House) -> Router {
    let largest = house.site.largest_upload;
    let pages = secure(routes(house).into_router(), house, |router| {
        router
            .layer(from_fn_with_state(house.clone(), frame::frame))
            .layer(from_fn_with_state(house.clone(), hoithi_people::visit))
    });
    pages
        .layer(DefaultBodyLimit::max(largest))
        .with_state(house.clone())
        .route("/assets/{*name}", axum::routing::get(asset))
        .route("/healthz", axum::routing::get(async || "ok\n"))
}

async fn asset(Path(name): Path<String>, asked: HeaderMap) -> Response {
    let Some(asset) = hoithi_assets::file(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(ETAG, HeaderValue::from_static(asset.etag));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    if asked.get(IF_NONE_MATCH).is_some_and(|known| known == asset.etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let takes_gzip = asked.get("accept-encoding").and_then(|value| value.to_str().ok()).is_some_and(|text| text.contains("gzip"));
    match asset.gzip.filter(|_| takes_gzip) {
        Some(packed) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            (headers, packed).into_response()
        }
        None => (headers, asset.bytes).into_response(),
    }
}

/// For the command that prints the routes: they need a house only to guard themselves.
pub fn route_table(house: &House) -> Result<String, Halt> {
    let lines = route_rows(house).into_iter().map(|row| format!("{:<5} {:<64} {}\n", row.method, row.path, access(&row)));
    Ok(lines.collect())
}

fn access(row: &RouteRow) -> String {
    match row.access {
        hoithi_web::Access::Public => "public".to_owned(),
        hoithi_web::Access::SignedIn => "signed in".to_owned(),
        hoithi_web::Access::Permission(code) => code.to_owned(),
    }
}
