//! What the register must know of an edition. Editions are a later room, so the binary hands in
//! who knows them.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Place;
use hoithi_store::Conn;

/// An edition as the register sees it: whose documents lie together, and what its letterhead says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// The edition.
    pub edition: EditionId,
    /// Its name in addresses.
    pub slug: String,
    /// Its full name.
    pub title: String,
    /// Who runs it from day to day, as on the letterhead.
    pub issuer: String,
    /// The symbol of that body's letters.
    pub symbol: String,
    /// The place before the date.
    pub place: String,
}

impl Folder {
    /// Where rights over its documents are asked.
    pub const fn place_of_rights(&self) -> Place {
        Place::edition(self.edition)
    }

    /// The address of its list.
    pub fn address(&self) -> String {
        format!("/ky/{}/van-ban", self.slug)
    }
}

/// An answer that takes a query.
pub type FolderFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<Folder>, Halt>> + Send + 'a>>;

/// Who knows the editions.
pub trait Folders: Send + Sync {
    /// The folder of the edition of that name.
    fn folder<'a>(&'a self, db: &'a mut Conn, slug: &'a str) -> FolderFuture<'a>;
}
