//! What this room is told of the room where solutions are kept before they enter a contest.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_store::Conn;

/// An answer that takes queries.
pub type InitiativeFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<FromInitiative>, Halt>> + Send + 'a>>;

/// The initiative that a dossier was begun from.
#[derive(Clone, Debug)]
pub struct FromInitiative {
    /// What it is called in its register.
    pub title: String,
    /// In whose register it stands: whoever may read that may open it.
    pub unit: UnitId,
    /// The address of its page.
    pub address: String,
}

/// Who knows the registers of initiatives; the binary hands it in.
pub trait KnownInitiatives: Send + Sync {
    /// From which initiative a dossier was begun; none where it was not.
    fn of_entry<'a>(&'a self, db: &'a mut Conn, entry: EntryId) -> InitiativeFuture<'a>;
}
