//! What this room is told of others: which texts a dossier has, and who may not say anything to one.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::originality::TextPart;
use hoithi_store::Conn;

/// An answer that takes queries.
pub type ComparedFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Compared>, Halt>> + Send + 'a>>;

/// The same for the texts of one dossier.
pub type TextsFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<TextPart>, Halt>> + Send + 'a>>;

/// The same inside an act, where nothing is told but whether it may go on.
pub type TieFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Halt>> + Send + 'a>>;

/// A received dossier that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Which.
    pub entry: EntryId,
    /// In which contest.
    pub edition: EditionId,
    /// The entry that it was first: a copy that was sent up is the same solution.
    pub family: EntryId,
    /// Changes whenever its texts do.
    pub mark: String,
    /// Its authors are at it: what they write is nobody's to read, and it stays as it was read.
    pub rewritten: bool,
}

/// Who knows the texts of dossiers, typed ones and those of files; the binary hands it in.
pub trait KnownTexts: Send + Sync {
    /// Every received dossier that stands, in all contests.
    fn standing<'a>(&'a self, db: &'a mut Conn) -> ComparedFuture<'a>;

    /// What one says, part by part, and a file page by page ([`on_page`](crate::on_page)).
    fn texts<'a>(&'a self, db: &'a mut Conn, entry: EntryId) -> TextsFuture<'a>;
}

/// Who knows whose a dossier is to whoever acts.
pub trait KnownTies: Send + Sync {
    /// Halts the act of somebody who may not decide on that dossier.
    fn refuse<'a>(&'a self, act: &'a mut Act, entry: EntryId) -> TieFuture<'a>;
}

/// Between a part's name and the page of its file.
const PAGE: char = '\u{c}';

/// What a page of a part's file is called among the texts of a dossier.
pub fn on_page(part: &str, page: usize) -> String {
    format!("{part}{PAGE}{page}")
}

/// The part's name, and the page where it is one of a file.
pub(crate) fn page_of(name: &str) -> (&str, Option<&str>) {
    name.split_once(PAGE).map_or((name, None), |(part, page)| (part, Some(page)))
}
