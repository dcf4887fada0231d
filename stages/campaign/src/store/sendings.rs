//! The table of sendings.

use std::collections::BTreeSet;

use hoithi_correspondence::{CalledBack, SentOut, documents_of};
use hoithi_rules::correspondence::{Acknowledgement, Channel, Sending, SendingState};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, SendingId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use super::coded;
use crate::letter::{LetterLine, SentTo};
use crate::recall::{recall_of, recalled_of};

/// One sending.
pub async fn sending(db: &mut Conn, id: SendingId) -> Result<Option<SentTo>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, document_id, edition_id, unit_id, sent_at, opened_at, ack_at, ack_by, ack_how, ack_recorded_by
               FROM sendings WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Every sending of an edition, the newest letter first.
pub async fn sendings_of(db: &mut Conn, edition: EditionId) -> Result<Vec<SentTo>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, edition_id, unit_id, sent_at, opened_at, ack_at, ack_by, ack_how, ack_recorded_by
               FROM sendings WHERE edition_id = $1 ORDER BY sent_at DESC, id",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One letter's ways to its units.
pub(crate) async fn sendings_of_letter(db: &mut Conn, letter: DocumentId) -> Result<Vec<SentTo>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, edition_id, unit_id, sent_at, opened_at, ack_at, ack_by, ack_how, ack_recorded_by
               FROM sendings WHERE document_id = $1",
            params![letter.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Every letter that a unit got, the newest first.
pub async fn sendings_to(db: &mut Conn, unit: UnitId) -> Result<Vec<SentTo>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, edition_id, unit_id, sent_at, opened_at, ack_at, ack_by, ack_how, ack_recorded_by
               FROM sendings WHERE unit_id = $1 ORDER BY sent_at DESC, id",
            params![unit.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The letters that went out in an edition, the newest first.
pub async fn sent_letters(db: &mut Conn, edition: EditionId) -> Result<Vec<LetterLine>, StoreError> {
    let cards = documents_of(db, edition).await?;
    let recalled = recalled_of(db, edition).await?;
    let rows = db
        .all(
            "SELECT document_id, MIN(sent_at) AS first_sent, CAST(COUNT(*) AS BIGINT) AS units
               FROM sendings WHERE edition_id = $1 GROUP BY document_id ORDER BY MIN(sent_at) DESC",
            params![edition.uuid()],
        )
        .await?;
    let mut letters = Vec::with_capacity(rows.len());
    for row in &rows {
        let id: DocumentId = row.parsed("document_id")?;
        if let Some(card) = cards.iter().find(|card| card.id == id) {
            letters.push(LetterLine {
                card: card.clone(),
                sent_at: row.instant("first_sent")?,
                units: row.count("units")?,
                recalled: recalled.contains(&id),
            });
        }
    }
    Ok(letters)
}

/// When the letter went out, and to how many; none while it has not.
pub async fn sent_out(db: &mut Conn, document: DocumentId) -> Result<Option<SentOut>, StoreError> {
    let row = db
        .maybe(
            "SELECT MIN(sent_at) AS first_sent, MAX(sent_at) AS last_sent, CAST(COUNT(*) AS BIGINT) AS units
               FROM sendings WHERE document_id = $1 GROUP BY document_id",
            params![document.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let recalled = recall_of(db, document).await?;
    Ok(Some(SentOut {
        first: row.instant("first_sent")?,
        last: row.instant("last_sent")?,
        units: row.count("units")?,
        recalled: recalled.map(|recalled| CalledBack { at: recalled.at, reason: recalled.reason }),
    }))
}

/// Which units have a letter already.
pub(crate) async fn units_with(db: &mut Conn, document: DocumentId) -> Result<BTreeSet<UnitId>, StoreError> {
    let rows = db.all("SELECT unit_id FROM sendings WHERE document_id = $1", params![document.uuid()]).await?;
    rows.iter().map(|row| row.parsed("unit_id")).collect()
}

pub(crate) async fn insert_sendings(db: &mut Conn, sent: &[SentTo], by: AccountId) -> Result<(), StoreError> {
    let rows = sent.iter().map(|SentTo { sending, edition, .. }| {
        params![
            sending.id.uuid(),
            sending.document.uuid(),
            edition.uuid(),
            sending.unit.uuid(),
            sending.sent_at(),
            by.uuid(),
        ]
    });
    db.insert_many("INSERT INTO sendings (id, document_id, edition_id, unit_id, sent_at, sent_by)", rows.collect())
        .await
}

/// The first reader counts; false for every later one.
pub(crate) async fn mark_opened(
    db: &mut Conn,
    id: SendingId,
    reader: AccountId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE sendings SET opened_at = $1, opened_by = $2 WHERE id = $3 AND opened_at IS NULL",
            params![at, reader.uuid(), id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// False when somebody else confirmed meanwhile.
pub(crate) async fn save_acknowledgement(db: &mut Conn, sending: &Sending) -> Result<bool, StoreError> {
    let Some(Acknowledgement { at, by_name, how, recorded_by }) = sending.acknowledgement() else { return Ok(false) };
    let changed = db
        .run(
            "UPDATE sendings SET ack_at = $1, ack_by = $2, ack_how = $3, ack_recorded_by = $4
              WHERE id = $5 AND ack_at IS NULL",
            params![*at, by_name.as_str(), how.code(), recorded_by.uuid(), sending.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

fn read(row: &Row) -> Result<SentTo, StoreError> {
    let sent_at = row.instant("sent_at")?;
    let state = match row.instant_opt("ack_at")? {
        None => SendingState::Sent { at: sent_at },
        Some(at) => SendingState::Acknowledged {
            sent_at,
            acknowledgement: Acknowledgement {
                at,
                by_name: row.parsed("ack_by")?,
                how: coded(row, "ack_how", "way of a confirmation", Channel::from_code)?,
                recorded_by: row.parsed("ack_recorded_by")?,
            },
        },
    };
    Ok(SentTo {
        sending: Sending {
            id: row.parsed("id")?,
            document: row.parsed("document_id")?,
            unit: row.parsed("unit_id")?,
            state,
        },
        edition: row.parsed("edition_id")?,
        opened_at: row.instant_opt("opened_at")?,
    })
}

/// A letter's way to each unit, with its edition.
pub(crate) async fn ways_of(db: &mut Conn, letter: DocumentId) -> Result<Vec<(SendingId, EditionId)>, StoreError> {
    let rows = db.all("SELECT id, edition_id FROM sendings WHERE document_id = $1", params![letter.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.parsed("edition_id")?))).collect()
}
