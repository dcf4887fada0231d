//! *Văn bản đến* (Decree 30/2020/NĐ-CP, Điều 22): what came to the agency bears the number and the day of
//! its arrival, on paper and between systems in one series a year. What was issued before the program, or
//! is only cited here, came to nobody and bears none.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use crate::bearing::agency_of;
use crate::document::{ContentError, Document, Origin, issuer_key};
use crate::operations::{NewDocument, register};
use crate::store;

/// The number and the day of an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// *Số đến*.
    pub(crate) number: i64,
    /// *Ngày đến*.
    pub(crate) day: Date,
}

/// Registers a document that bears its number; where it came to the agency, with its arrival.
pub(crate) async fn register_incoming(act: &mut Act, new: NewDocument, came: Option<Date>) -> Result<DocumentId, Halt> {
    let id = register(act, new).await?;
    if let Some(day) = came {
        number_arrival(act, id, day).await?;
    }
    Ok(id)
}

/// Numbers a document that is in the register already and came before arrivals were numbered here.
pub(crate) async fn number_afterwards(act: &mut Act, id: DocumentId, day: Date) -> Result<(), Halt> {
    let document = store::document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    if !can_arrive(&document) {
        return Err(Halt::not_found());
    }
    if let Some(Incoming { number, day }) = incoming_of(act.db(), id).await? {
        return Err(ContentError::CameAlready { number, day }).or_refuse();
    }
    number_arrival(act, id, day).await
}

/// What bears a number of its own and was not made here may have come.
pub(crate) fn can_arrive(document: &Document) -> bool {
    document.origin == Origin::Received && document.signed().is_some()
}

/// Gives what came the agency's next number of arrival: gap-free within the year, since none is ever taken back.
pub(crate) async fn number_arrival(act: &mut Act, id: DocumentId, day: Date) -> Result<(), Halt> {
    let document = store::document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let (_, issued) = document.signed().ok_or_else(Halt::not_found)?;
    let now = act.now();
    if day < issued || day > day_in_vietnam(now) {
        return Err(ContentError::CameWhen).or_refuse();
    }
    let body = issuer_key(&agency_of(act, document.edition).await?);
    let year = i32::from(day.year());
    let last = act
        .db()
        .one(
            "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) AS last FROM incoming_documents
              WHERE body_key = $1 AND year = $2",
            params![body.as_str(), year],
        )
        .await?;
    let number = last.int("last")? + 1;
    act.db()
        .run(
            "INSERT INTO incoming_documents (document_id, body_key, year, number, day, at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            params![id.uuid(), body, year, number, day, now],
        )
        .await?;
    let event = Event::new("document.came", id).fact("edition", document.edition.to_string());
    act.record(event.fact("number", number.to_string()).fact("date", day.to_string()));
    Ok(())
}

/// Which documents of an edition came to the agency.
pub(crate) async fn came_in(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<DocumentId>, StoreError> {
    let rows = db
        .all(
            "SELECT i.document_id FROM incoming_documents i JOIN documents d ON d.id = i.document_id
              WHERE d.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("document_id")).collect()
}

/// When a document came; none of what did not come.
pub(crate) async fn incoming_of(db: &mut Conn, document: DocumentId) -> Result<Option<Incoming>, StoreError> {
    let row =
        db.maybe("SELECT number, day FROM incoming_documents WHERE document_id = $1", params![document.uuid()]).await?;
    let read = |row: Row| Ok(Incoming { number: row.int("number")?, day: row.parsed("day")? });
    row.map(read).transpose()
}
