//! Mail to lists: who asked for it, what is written to them, what became of it for each address.
//!
//! Serves the clause of the letter on publicity. Nobody is on a list without a consent that is kept
//! with its words and its day; whoever leaves is not written to again. A mailing leaves through the
//! house's outbox, so many mails a day and in those hours that the house chose.
//!
//! May not enter here: the contest. A list is the house's, and what is written to it is an officer's
//! own text.

mod api;
mod compose;
mod importing;
mod operations;
mod pages;
mod store;
mod table;
mod things;
mod tries;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use operations::{
    AskToJoin, Choose, Correct, KeepList, Write, ask_to_join, carry_on, choose_pace, confirm, correct, erase,
    keep_list, leave, rewrite, send_again, start, step, take_out, take_results_out, try_out, write,
};
pub use pages::routes;
pub use things::{Delivery, Mailing, MailingList, Reader};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611231221_mailings_lists",
    "202611231222_mailings_sent",
    "202611231431_mailings_pace",
    "202611231432_mailings_tried_before",
    "202611231433_mailings_imports"
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "mailings", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
