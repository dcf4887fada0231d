//! The order in which winners are called is made from the awards, which are a later stage.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::{AwardId, EditionId};
use hoithi_store::Conn;

/// A prize as it is called from the stage.
#[derive(Clone, Debug)]
pub struct Called {
    /// The award.
    pub award: AwardId,
    /// Its tier in the words of the *Thể lệ*.
    pub tier: String,
    /// The solution's title.
    pub title: String,
    /// Its authors in one line.
    pub authors: String,
    /// Their unit.
    pub unit: String,
}

/// An answer that takes a query.
pub type AwardsFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Called>, Halt>> + Send + 'a>>;

/// Who knows the awards; the binary hands it in.
pub trait KnownAwards: Send + Sync {
    /// The decided awards in the order of calling, the lowest tier first; none before the decision.
    fn order_of_calling<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> AwardsFuture<'a>;
}
