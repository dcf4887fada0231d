//! The figures of a report that the system knows already, so that nobody counts by hand.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_rules::campaign::Figure;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::Conn;

use crate::publicity::PublicityLine;

/// What is known of a unit's entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntriesKnown {
    /// Entries that the unit's people submitted to the edition.
    pub submitted: u32,
    /// Entries in the unit's own contest; none when it holds none.
    pub local: Option<u32>,
    /// Of these, sent up to the edition.
    pub forwarded: u32,
    /// Collectives and persons whom the unit commended by a decision.
    pub commended: u32,
}

/// An answer that takes a query.
pub type KnownFuture<'a> = Pin<Box<dyn Future<Output = Result<EntriesKnown, Halt>> + Send + 'a>>;

/// Who knows the entries, which are a later room; the binary hands it in.
pub trait KnownFigures: Send + Sync {
    /// What is known of this unit's entries in the edition.
    fn entries_of_unit<'a>(&'a self, db: &'a mut Conn, edition: EditionId, unit: UnitId) -> KnownFuture<'a>;
}

/// The fields of a report's form that are known, with their values.
pub fn prefill(entries: EntriesKnown, publicity: &[PublicityLine]) -> Vec<(Figure, u64)> {
    let reported = || publicity.iter().filter(|line| line.check.may_be_reported());
    let reached = reported().map(PublicityLine::reached).sum();
    let mut known = vec![
        (Figure::PublicityItems, reported().count().try_into().unwrap_or(u64::MAX)),
        (Figure::PeopleReached, reached),
        (Figure::EntriesMobilised, u64::from(entries.submitted)),
    ];
    if entries.commended > 0 {
        known.push((Figure::Commendations, u64::from(entries.commended)));
    }
    if let Some(local) = entries.local {
        known.push((Figure::LocalEntries, u64::from(local)));
        known.push((Figure::LocalForwarded, u64::from(entries.forwarded)));
    }
    known
}
