//! The help desk: named officers who answer, the questions that came, the answers for everybody.
//!
//! Serves the last clause of the letter: in difficulties, turn to these officers. A question comes
//! from somebody who is signed in, from a stranger on the portal, or over the telephone and is
//! recorded with how its asker is reached; it is answered by mail and on its page in the same words, and what others
//! would ask as well is published without anybody's name.
//!
//! May not enter here: dossiers and marks. That a published text names an entry or an author is asked
//! of whoever knows ([`KnownNames`]), because the entries are a later room.

mod api;
mod desk;
mod help;
mod known;
mod link;
mod mail;
mod operations;
mod pages;
mod question;
mod store;
mod tries;
mod whom;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use desk::{Desk, DeskMember, DeskWords};
pub use help::{Help, help};
pub use known::{KnownNames, Named, NamesFuture};
pub use operations::{
    Answer, Ask, AskAgain, Asked, Asker, Assign, By, ChangeDesk, ChangeMember, Join, NewDesk, Publish, Record, Reword,
    answer, ask, ask_again, assign, change_desk, change_member, close, join, open_desk, publish, record, reword,
    withdraw,
};
pub use pages::routes;
pub use question::{Message, Published, Question};
pub use store::{Waiting, desks_of, waiting_for};
pub use whom::whom_to_ask;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations!["202611230840_helpdesk_desks", "202611230841_helpdesk_published"];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "helpdesk", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
