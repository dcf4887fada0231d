//! Publicity: what others need to make a contest known, made from the edition's own data.
//!
//! The letter asks every unit to publicise the rules and the plan on its portal, by mail, in bulletins
//! and in print. Here the standing agency gives each of them the same text: a news item to copy,
//! pictures, a page to embed, a feed, a mail, a bulletin of two pages, a poster.
//!
//! May not enter here: entries and results (a later room publishes those), and evidence of what units
//! did with the kit (that is the campaign's).

mod feed;
mod kit;
mod news;
mod pages;
mod sheets;

use hoithi_store::Migration;
use hoithi_web::Locale;

pub use kit::{Kit, Moment, PrizeLine};
pub use news::{News, mail_template};
pub use pages::routes;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "publicity", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };

/// This room answers no programs but with its feed.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    utoipa::openapi::OpenApi::new(utoipa::openapi::Info::new("publicity", ""), utoipa::openapi::Paths::new())
}
