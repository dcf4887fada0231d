//! What this room is told of papers that other rooms give out under a code, and of what became of solutions.

use std::future::Future;
use std::pin::Pin;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::publication::VerificationCode;
use hoithi_store::Conn;

/// An answer that takes queries.
pub type SheetFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<String>, Halt>> + Send + 'a>>;

/// Who knows the sheets that are no certificates; the binary hands it in.
pub trait KnownSheets: Send + Sync {
    /// The address of the page that tells of the sheet with this code; none where no sheet bears it.
    fn page_of<'a>(&'a self, db: &'a mut Conn, code: &'a VerificationCode) -> SheetFuture<'a>;
}

/// A count that takes queries.
pub type InUseFuture<'a> = Pin<Box<dyn Future<Output = Result<usize, Halt>> + Send + 'a>>;

/// Who knows what winners said later; the binary hands it in.
pub trait KnownInUse: Send + Sync {
    /// How many answers everybody may read of an edition.
    fn public_in<'a>(&'a self, db: &'a mut Conn, edition: &'a Edition) -> InUseFuture<'a>;
}
