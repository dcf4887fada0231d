//! People: accounts, roles with dates, sign-in, and by what right somebody acts.
//!
//! Every operation of every room begins with [`permit`]: it reads the actor's grants inside the
//! act's own transaction, so that a role taken away is gone with the next click.

mod accounts;
mod api;
mod keys;
mod operations;
mod pages;
mod password;
mod permit;
mod places;
mod refuse;
mod seals;
mod secret;
mod sessions;
mod slips;
mod store;
mod tries;
mod viewer;

use hoithi_store::{Migration, migrations};
use hoithi_web::{Access, Locale};

pub use accounts::{Account, AccountLine, Contact, HashedPassword, Login, LoginError, NewPassword};
pub use api::api_doc;
pub use keys::{Gate, at_the_gate, count_wrong_key, ended_key, typed_code, unknown_key};
pub use operations::{
    NewAccount, close_account, end_grant, first_administrator, give_role, open_account, place_account, register_author,
    reopen_account, reset_from_the_machine, reset_password,
};
pub use pages::{paper_of, routes, scan_of};
pub use permit::{grants_of, job_id, may, permit, permit_with_paper};
pub use places::{KnownPlaces, Places, PlacesFuture};
pub use refuse::{OrRefuse, OrRefuseAll, Refusals, refused};
pub use seals::{KnownSeals, SealFuture};
pub use secret::{secret_hash, secret_word};
pub use sessions::{SignedIn, check_password, forget_the_past, open_session, sign_in};
pub use slips::{NewBySlip, NewSlip, SlipHolder, open_by_slip, phone_if_any, renew_slip, slip_holders};
pub use store::{
    account, account_by_login, accounts, grant_lines, grants_given, holders, holders_by_unit, mail_addresses,
};
pub use viewer::{Viewer, visit};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221340_people_accounts",
    "202611221830_people_first_password",
    "202611222040_people_tries_by_address",
    "202611222335_people_tries_from_one_address",
    "202611222343_people_grants_given",
    "202611240301_people_slips",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "people", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };

/// A route for whoever holds a permission.
pub const fn needs(permission: hoithi_rules::people::Permission) -> Access {
    Access::Permission(permission.code())
}
