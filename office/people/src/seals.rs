//! Who may open a seal is known to a later room, and yet decides whose password is set anew.
//!
//! Two persons open a sealed round, each with their own password. An administrator who set both
//! passwords anew would be both persons; so nobody's is while their word could open a round.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::AccountId;
use hoithi_store::Conn;
use jiff::Timestamp;

/// An answer that takes queries.
pub type SealFuture<'a> = Pin<Box<dyn Future<Output = Result<bool, Halt>> + Send + 'a>>;

/// Who knows the sealed rounds; the binary hands it in.
pub trait KnownSeals: Send + Sync {
    /// Whether the word of this account could open a round that is sealed now.
    fn could_open<'a>(&'a self, db: &'a mut Conn, account: AccountId, now: Timestamp) -> SealFuture<'a>;
}
