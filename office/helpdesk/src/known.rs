//! What a published text may not name is known to a later room.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::helpdesk::Known;
use hoithi_rules::ids::EditionId;
use hoithi_store::Conn;

/// What it is that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An entry's title.
    Title,
    /// An author.
    Author,
}

/// An answer that takes a query.
pub type NamesFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Known<Named>>, Halt>> + Send + 'a>>;

/// Who knows the entries; the binary hands it in.
pub trait KnownNames: Send + Sync {
    /// The titles and authors of the edition that nobody may read yet: all of them before its announcement, and
    /// afterwards the titles that a contest above still judges blind.
    fn unannounced<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> NamesFuture<'a>;
}
