//! Publication: certificates in a register that anybody can ask, and the result on the portal.
//!
//! Serves the article on prizes (who holds a certificate of what) and the plan's step *công bố kết
//! quả*. A certificate is one line of a register: its number counts on without gaps, its code is
//! chance and printed on the sheet, and whoever scans the square code is told by the register
//! itself whether the line still counts. A certificate is never removed, only declared void with
//! a reason.
//!
//! Before the result is announced the public sees nothing of prizes, and of entries only what
//! `hoithi_entries` lists: titles and categories of those that were admitted, with nobody's name.
//! Afterwards it sees titles, categories, units, prizes and the winners as the decision names them;
//! descriptions never, because publishing one destroys its novelty. Marks and judges may not enter
//! here.

mod api;
mod certificate;
mod known;
mod mail;
mod operations;
mod pages;
mod proof;
mod sheet;
mod shown;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use certificate::{Certificate, Revocation, Says};
pub use known::{InUseFuture, KnownInUse, KnownSheets, SheetFuture};
pub use operations::{Announce, Reissue, Revoke, announce, certificates_missing, issue_certificates, reissue, revoke};
pub use pages::{Intake, intake, routes};
pub use proof::unproven_certificates;
pub use store::{certificate_by_code, certificates};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221443_publication_certificates",
    "202611222332_publication_relied_on",
    "202611222333_publication_replaced",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "publication", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
