//! What this room is told by rooms it cannot look at: whom the house's scheduler reminded.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_store::Conn;
use jiff::Timestamp;

/// When each unit was last reminded.
pub type RemindedFuture<'a> = Pin<Box<dyn Future<Output = Result<BTreeMap<UnitId, Timestamp>, Halt>> + Send + 'a>>;

/// Who knows what the scheduler told; the binary hands it in.
pub trait KnownReminders: Send + Sync {
    /// When each unit was last reminded of anything that this letter asks.
    fn reminded_of<'a>(&'a self, db: &'a mut Conn, letter: DocumentId) -> RemindedFuture<'a>;
}
