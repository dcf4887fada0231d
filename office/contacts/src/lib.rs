//! Contacts: whom one reaches in a unit, with or without an account.
//!
//! Serves the letter's *Kính gửi* and its last sentence: a letter is for a unit, but a person opens
//! it. A unit has several such persons, each for a time and one of them first; the directory is
//! filled by hand or from a workbook that officers already keep.
//!
//! May not enter here: accounts and their rights (those are people's), and what a unit was sent
//! (that is the campaign's). Names, numbers and addresses of persons enter neither the journal nor
//! an address of a page.

mod api;
mod contact;
mod fault;
mod imports;
mod named;
mod operations;
mod pages;
mod plan;
mod store;
mod template;
mod workbook;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use contact::{Contact, Person, PersonForm};
pub use fault::ContactFault;
pub use named::{NamedFuture, WhenNamed};
pub use operations::{
    CarryOver, ChangeContact, EndContact, NewContact, add_contact, carry_over, change_contact, end_contact,
    name_contact,
};
pub use pages::routes;
pub use store::{contact, contacts_of, contacts_on};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations!["202611230740_contacts_directory", "202611240321_contacts_imports"];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "contacts", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
