//! Numbers that our register gives: without a gap, never twice, in the act of signing itself.
//!
//! A sheet is printed before the act, so the next number is looked up first and printed; the act
//! gives that very number or refuses, and whoever was second looks it up anew.

use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Series};
use hoithi_store::{Conn, StoreError, params};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Body, Letterhead, keys, on_day};
use crate::document::Document;

/// The series that a document's number belongs to.
struct Counted {
    body: Uuid,
    name: String,
    year: i16,
    /// As it stands in the store; 0 before the first.
    stored: u32,
    series: Series,
}

/// A number that is taken from its series when the act saves it.
pub(crate) struct Taking {
    body: Uuid,
    name: String,
    year: i16,
    before: u32,
    after: u32,
    day: Date,
}

/// The number that our register would give a document of that day; none where the number is typed.
pub(crate) async fn next_number(
    db: &mut Conn,
    document: &Document,
    date: Date,
) -> Result<Option<DocumentNumber>, Halt> {
    let Some(counted) = counted(db, of(document), date).await? else { return Ok(None) };
    let number = DocumentNumber::new(counted.series.next(), &document.content.symbol, date.year());
    number.map(Some).or_refuse()
}

/// Whether our register gives the number of a document of that day, whatever its symbol.
pub(crate) async fn gives_number(db: &mut Conn, document: &Document, date: Date) -> Result<bool, StoreError> {
    Ok(counted(db, of(document), date).await?.is_some())
}

/// The number, with its body's own symbol, that our register would give a document of that issuer and
/// kind on that day; none where the number is typed. For a room that composes a document itself.
pub async fn number_to_come(
    db: &mut Conn,
    (issuer, kind): (&str, &DocumentKind),
    date: Date,
) -> Result<Option<DocumentNumber>, Halt> {
    let Some((_, letterhead)) = on_day(db, issuer, date).await? else { return Ok(None) };
    let Some(counted) = counted(db, (issuer, kind), date).await? else { return Ok(None) };
    let number = DocumentNumber::new(counted.series.next(), &letterhead.symbol_of(kind), date.year());
    number.map(Some).or_refuse()
}

/// What the series makes of a number that is to stand on a document; none where it is typed.
pub(crate) async fn taking(
    db: &mut Conn,
    document: &Document,
    (number, date): (&DocumentNumber, Date),
) -> Result<Option<Taking>, Halt> {
    let Some(counted) = counted(db, of(document), date).await? else { return Ok(None) };
    let after = counted.series.give(number, date).or_refuse()?;
    let Counted { body, name, year, stored, .. } = counted;
    Ok(Some(Taking { body, name, year, before: stored, after: after.last, day: date }))
}

impl Taking {
    /// Takes it; false where somebody else took it meanwhile.
    pub(crate) async fn take(self, db: &mut Conn) -> Result<bool, StoreError> {
        let values = params![self.body, self.name, i32::from(self.year), self.after, self.day, self.before];
        let taken = db
            .run(
                "INSERT INTO document_series (body_id, series, year, last, last_day) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (body_id, series, year) DO UPDATE SET last = excluded.last, last_day = excluded.last_day
                  WHERE document_series.last = $6",
                values,
            )
            .await?;
        Ok(taken == 1)
    }
}

/// By what a document's series is found: who issues it, and its kind.
type IssuerAndKind<'a> = (&'a str, &'a DocumentKind);

fn of(document: &Document) -> IssuerAndKind<'_> {
    (&document.content.issuer, &document.content.kind)
}

async fn counted(db: &mut Conn, (issuer, kind): IssuerAndKind<'_>, date: Date) -> Result<Option<Counted>, StoreError> {
    let Some((body, letterhead)) = on_day(db, issuer, date).await? else { return Ok(None) };
    let Some(name) = letterhead.numbering.series_of(kind) else { return Ok(None) };
    let (id, year) = (body.id, date.year());
    let row = db
        .maybe(
            "SELECT last, last_day FROM document_series WHERE body_id = $1 AND series = $2 AND year = $3",
            params![id, name.as_str(), i32::from(year)],
        )
        .await?;
    // Numbers that were typed, before our register began or while it paused, are none of those to come.
    let elsewhere = registered(db, &body, &name, year).await?.max(said(&letterhead, year));
    let Some(row) = row else {
        return Ok(Some(Counted { body: id, name, year, stored: 0, series: Series::after(elsewhere) }));
    };
    let stored = u32::try_from(row.int("last")?).unwrap_or(u32::MAX);
    let series = Series { last: stored.max(elsewhere), last_day: Some(row.parsed("last_day")?) };
    Ok(Some(Counted { body: id, name, year, stored, series }))
}

/// The last number given elsewhere in that year, as whoever set the body has said.
fn said(letterhead: &Letterhead, year: i16) -> u32 {
    if letterhead.from.year() == year { letterhead.given_before } else { 0 }
}

/// The highest number of the year that stands in the register.
async fn registered(db: &mut Conn, body: &Body, kind: &str, year: i16) -> Result<u32, StoreError> {
    let mut highest = 0;
    for key in keys(body) {
        let row = db
            .one(
                "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) AS highest FROM documents
                  WHERE issuer_key = $1 AND number_year = $2 AND ($3 = '' OR kind = $3)",
                params![key, i32::from(year), kind],
            )
            .await?;
        highest = highest.max(u32::try_from(row.int("highest")?).unwrap_or(u32::MAX));
    }
    Ok(highest)
}
