//! Forwarding: a unit's own contest sends its best to the contest above.
//!
//! The unit chooses from the ranking of its opened round, within the quota of its rules and the
//! better before the worse unless it says why not, and stands behind each entry with a paper of its own. The dossier arrives above as it was frozen
//! below. Serves the letter's encouragement to hold local contests, and the article on sending
//! entries upward. It hangs on the ranking and not on the award: the upper intake closes before
//! the lower ceremony.
//!
//! May not enter here: what is copied and under which number it arrives (that is
//! `hoithi_entries::receive_promoted`), and whether the contest above admits it (its screening).

mod api;
mod by_rule;
mod given_up;
mod operations;
mod outside;
mod overrides;
mod package;
mod pages;
mod reserve;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use by_rule::{ChangeChoice, SendList, change_choice, send_list};
pub use given_up::{GivenUp, given_up};
pub use operations::{SendUp, send_up};
pub use outside::{OutsideCount, RecordOutside, SendOutside, outside_of_unit, record_outside, send_outside};
pub use package::{ToldPackage, look_through, newest_package};
pub use pages::routes;
pub use reserve::{RaiseReserve, raise_reserve};
pub use store::{PassedOver, Promoted, promoted};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221442_forwarding_promotions",
    "202611231800_forwarding_out_of_order",
    "202611231841_forwarding_overrides",
    "202611240340_forwarding_packages",
    "202611240341_forwarding_arrivals",
    "202611241140_forwarding_given_up",
    "202611241143_forwarding_outside_contests",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "forwarding", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
