//! Aftercare: one and three years after a result the winners are asked what became of their solutions.
//!
//! Serves what the office reports to the province long after the ceremony: whether a solution is in use, where
//! and since when, what it brings and who else took it up. The house's one scheduler asks by the contest's clock;
//! whoever has mail answers by a personal link, whoever has an account also there, for everybody else a list with
//! codes is printed or a clerk writes down what was said, with how it came. What was said is counted and added up
//! as it was said; the public reads an answer only with its giver's consent.
//!
//! May not enter here: marks, judges, and anything of an entry whose contest has not announced its result.

mod answering;
mod api;
mod asking;
mod known;
mod lines;
mod pages;
mod refusal;
mod reply;
mod settings;
mod store;
mod terms;
mod workbook;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use asking::ask_what_is_due;
pub use known::public_replies;
pub use pages::routes;
pub use refusal::AftercareRefusal;
pub use reply::{ReplyRefusal, Used};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations!["202611241200_aftercare_asks"];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "aftercare", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
