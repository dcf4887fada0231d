//! What follows when somebody is named for a unit: a letter may have asked for just that, and letters are a
//! later stage.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::UnitId;

/// What follows, in the same act.
pub type NamedFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Halt>> + Send + 'a>>;

/// Who knows what asked for a contact; the binary hands it in.
pub trait WhenNamed: Send + Sync {
    /// Somebody is in the directory for that unit from now on.
    fn named<'a>(&'a self, act: &'a mut Act, unit: UnitId) -> NamedFuture<'a>;
}
