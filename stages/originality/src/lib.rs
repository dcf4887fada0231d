//! Originality: which dossiers say the same, over all contests and years, wholly on the premises.
//!
//! Serves the article that asks for a solution which was not entered before. Every received dossier is read in
//! the background and compared with all others; whoever screens sees how much is the same, reads both passages
//! side by side and notes what it is. The note is advice: it decides nothing.
//!
//! May not enter here: judges and authors, to whom nothing of this leads, and what another contest has not
//! announced: not a passage, not a title, not a percentage of it.

mod api;
mod bands;
mod index;
mod known;
mod likes;
mod noting;
mod pages;
mod store;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use bands::Bands;
pub use index::keep_up;
pub use known::{Compared, ComparedFuture, KnownTexts, KnownTies, TextsFuture, TieFuture, on_page};
pub use likes::{Like, Likes, likes_of};
pub use noting::{Note, note};
pub use pages::{address, routes};
pub use store::{KeptNote, is_compared, notes_on};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] =
    migrations!["202611240400_originality_index", "202611240401_originality_notes", "202611241182_originality_bands",];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "originality", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
