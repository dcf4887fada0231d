//! What this room is told by rooms it cannot look at: known figures, and what asked for a report.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_people::Viewer;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// Figures by source: `publicity`, `publicity.meeting`, `entries.sent`, `entries.field.cntt` …
pub type KnownFuture<'a> = Pin<Box<dyn Future<Output = Result<BTreeMap<String, u64>, Halt>> + Send + 'a>>;

/// Before the name of a source: what waits for the agency's word and does not count yet.
pub const WAITING: &str = "waiting.";

/// What waits, by the names of the sources that will count it.
pub(crate) fn waiting(sources: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
    let waits = |(source, value): (&String, &u64)| Some((source.strip_prefix(WAITING)?.to_owned(), *value));
    sources.iter().filter_map(waits).filter(|(_, value)| *value > 0).collect()
}

/// Who knows figures of units, so that nobody counts by hand; the binary hands it in.
pub trait KnownFigures: Send + Sync {
    /// What is known of this unit in the edition: what counts, and behind [`WAITING`] what does not yet.
    fn of_unit<'a>(&'a self, db: &'a mut Conn, edition: EditionId, unit: UnitId) -> KnownFuture<'a>;

    /// The address of what this source counts of the unit, for somebody who may read it there.
    fn leads_to(&self, source: &str, of: (&Edition, UnitId), viewer: &Viewer) -> Option<String>;
}

/// What asked for a report, as the unit's people know it.
#[derive(Clone, Debug)]
pub struct Origin {
    /// What it is called: the letter's subject.
    pub title: String,
}

/// An answer that takes a query.
pub type OriginFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<Origin>, Halt>> + Send + 'a>>;

/// What occasions are called, by their ids.
pub type OccasionsFuture<'a> = Pin<Box<dyn Future<Output = Result<BTreeMap<Uuid, String>, Halt>> + Send + 'a>>;

/// Whether something is so.
pub type AskedFuture<'a> = Pin<Box<dyn Future<Output = Result<bool, Halt>> + Send + 'a>>;

/// What follows from a report or from a word about it, in the same act.
pub type ReportedFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Halt>> + Send + 'a>>;

/// What the agency said of a later day for a report.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The day that was granted; none declines.
    pub to: Option<Date>,
    /// In which words.
    pub words: String,
    /// What the unit is written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// What a unit's people are written, in the office's own language: the same for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailWords {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The same for a person without an account, with a personal link in it; none writes them
    /// nothing.
    pub personal: Option<String>,
}

/// Who asked for reports; the binary hands it in.
pub trait Origins: Send + Sync {
    /// What asked for it.
    fn origin<'a>(&'a self, db: &'a mut Conn, origin: Uuid) -> OriginFuture<'a>;

    /// Whether what this origin asked is still asked on that day: its letter was neither recalled nor ended.
    fn is_asked<'a>(&'a self, db: &'a mut Conn, origin: Uuid, day: Date) -> AskedFuture<'a>;

    /// What these occasions are called: each letter by its number, day and subject.
    fn occasions<'a>(&'a self, db: &'a mut Conn, occasions: &'a [Uuid]) -> OccasionsFuture<'a>;

    /// A unit reported what this origin asked for.
    fn reported<'a>(&'a self, act: &'a mut Act, origin: Uuid, at: Timestamp) -> ReportedFuture<'a>;

    /// The words, for somebody without an account, that lead to the report by a link which is made as the mail is.
    fn by_link(&self, house: &House) -> String;

    /// The agency decided about a later day: whatever else waited for the report follows, and the unit is told.
    fn decided<'a>(&'a self, act: &'a mut Act, origin: Uuid, decided: Decided) -> ReportedFuture<'a>;
}
