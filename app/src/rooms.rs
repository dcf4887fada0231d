//! The rooms, put together: tables, texts, routes.

use std::sync::Arc;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hoithi_store::Migration;
use hoithi_web::{Access, House, Locale, RouteRow, Routes, secure};
use utoipa::openapi::{InfoBuilder, OpenApi, Paths};

use crate::dossiers::FromDossiers;
use crate::known::{
    FromAftercare, FromAwards, FromCommendation, FromEntries, FromInitiatives, FromLetters, FromRegisters, FromRounds,
    FromScreening,
};
use crate::{described, desks, frame, uploads};

/// The rooms, named once, in the order of the contest.
macro_rules! rooms {
    ($($room:ident,)+) => {
        /// The texts of every room.
        pub const LOCALES: &[Locale] = &[hoithi_web::LOCALE, DESKS, $($room::LOCALE,)+];

        const MIGRATIONS: &[&[Migration]] = &[hoithi_journal::MIGRATIONS, hoithi_web::MIGRATIONS, $($room::MIGRATIONS,)+];

        fn routes() -> Routes {
            Routes::new().merge(desks::routes())$(.merge($room::routes()))+
        }

        fn api_docs() -> Vec<OpenApi> {
            vec![desks::api_doc(), $($room::api_doc(),)+]
        }
    };
}

rooms! {
    hoithi_people,
    hoithi_units,
    hoithi_contacts,
    hoithi_reminders,
    hoithi_mailings,
    hoithi_edition,
    hoithi_correspondence,
    hoithi_helpdesk,
    hoithi_meetings,
    hoithi_reporting,
    hoithi_campaign,
    hoithi_publicity,
    hoithi_entries,
    hoithi_initiatives,
    hoithi_originality,
    hoithi_screening,
    hoithi_judging,
    hoithi_awards,
    hoithi_commendation,
    hoithi_forwarding,
    hoithi_publication,
    hoithi_aftercare,
}

/// The texts of the desks.
const DESKS: Locale =
    Locale { room: "app", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };

/// The tables of every room, in the order of their names, which begin with their time.
pub fn migrations() -> Vec<Migration> {
    let mut all: Vec<_> = MIGRATIONS.iter().copied().flatten().copied().collect();
    all.sort_by_key(|migration| migration.name);
    all
}

/// The API of every room in one description.
pub fn openapi() -> OpenApi {
    let info = InfoBuilder::new().title("hoithi").version(env!("CARGO_PKG_VERSION")).build();
    let mut all = OpenApi::new(info, Paths::new());
    for room in api_docs() {
        all.merge(room);
    }
    described::complete(&mut all, &route_rows());
    all
}

/// The program as a service.
pub fn router(house: &House) -> Router {
    let known: Arc<dyn hoithi_reporting::KnownFigures> = Arc::new(FromEntries);
    let origins: Arc<dyn hoithi_reporting::Origins> = Arc::new(FromLetters);
    let places: Arc<dyn hoithi_people::KnownPlaces> = Arc::new(FromRegisters);
    let seals: Arc<dyn hoithi_people::KnownSeals> = Arc::new(FromRounds);
    let names: Arc<dyn hoithi_helpdesk::KnownNames> = Arc::new(FromEntries);
    let winners: Arc<dyn hoithi_meetings::KnownAwards> = Arc::new(FromAwards);
    let uses: Arc<dyn hoithi_correspondence::KnownUses> = Arc::new(FromLetters);
    let reminded: Arc<dyn hoithi_campaign::KnownReminders> = Arc::new(FromLetters);
    let contacts: Arc<dyn hoithi_contacts::WhenNamed> = Arc::new(FromLetters);
    let sheets: Arc<dyn hoithi_publication::KnownSheets> = Arc::new(FromCommendation);
    let in_use: Arc<dyn hoithi_publication::KnownInUse> = Arc::new(FromAftercare);
    let initiatives: Arc<dyn hoithi_entries::KnownInitiatives> = Arc::new(FromInitiatives);
    let texts: Arc<dyn hoithi_originality::KnownTexts> = Arc::new(FromDossiers);
    let ties: Arc<dyn hoithi_originality::KnownTies> = Arc::new(FromScreening);
    let pages = secure(routes().into_router(house.site.largest_upload), house, |router| {
        router
            .layer(axum::Extension(known))
            .layer(axum::Extension(origins))
            .layer(axum::Extension(places))
            .layer(axum::Extension(seals))
            .layer(axum::Extension(uses))
            .layer(axum::Extension(reminded))
            .layer(axum::Extension(names))
            .layer(axum::Extension(winners))
            .layer(axum::Extension(contacts))
            .layer(axum::Extension(sheets))
            .layer(axum::Extension(in_use))
            .layer(axum::Extension(initiatives))
            .layer(axum::Extension(texts))
            .layer(axum::Extension(ties))
            .layer(from_fn_with_state(house.clone(), uploads::let_go))
            .layer(from_fn_with_state(house.clone(), frame::frame))
            .layer(from_fn_with_state(house.clone(), hoithi_people::visit))
    });
    pages.with_state(house.clone()).merge(beside_the_rooms())
}

/// The only two doors that no room holds: they know no visitor and read no data, so everybody may
/// take them. Style sheets and fonts are needed before anybody signs in, and whatever watches over
/// the program is nobody.
fn beside_the_rooms() -> Router {
    Router::new()
        .route("/assets/{*name}", get(asset))
        .route("/healthz", get(async || ([(CACHE_CONTROL, "no-store")], "ok\n")))
        .route_layer(map_response(guarded))
}

/// What the rooms' answers carry as well, as far as it says something of what is no page.
async fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn asset(address: Uri, asked: HeaderMap) -> Response {
    let name = address.path().trim_start_matches("/assets/");
    let Some(asset) = hoithi_assets::file(name) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(ETAG, HeaderValue::from_static(asset.etag));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if asked.get(IF_NONE_MATCH).is_some_and(|known| known == asset.etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let takes_gzip =
        asked.get("accept-encoding").and_then(|value| value.to_str().ok()).is_some_and(|text| text.contains("gzip"));
    match asset.gzip.filter(|_| takes_gzip) {
        Some(packed) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            (headers, packed).into_response()
        }
        None => (headers, asset.bytes).into_response(),
    }
}

/// Every route with who may take it, by path.
pub fn route_rows() -> Vec<RouteRow> {
    let mut rows: Vec<_> = routes().rows().cloned().collect();
    rows.sort_by_key(|row| (row.path, row.method));
    rows
}

/// The same as the text under `docs/reference`.
pub fn route_table() -> String {
    let line = |row: &RouteRow| format!("{:<5} {:<72} {}", row.method, row.path, access(row));
    route_rows().iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

fn access(row: &RouteRow) -> String {
    let who = match row.access {
        Access::Public => "public",
        Access::SignedIn => "signed in",
        Access::Permission(code) => code,
    };
    if row.files { format!("{who}, files") } else { who.to_owned() }
}
