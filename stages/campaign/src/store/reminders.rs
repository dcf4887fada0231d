//! The table of reminders, and who has still to answer.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, DocumentId, SendingId, UnitId};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::reminder::About;
use crate::reports::reports_of_letter;

/// The letter's ways to units that have not confirmed it, or have not reported.
pub(crate) async fn unanswered(
    db: &mut Conn,
    letter: DocumentId,
    about: About,
) -> Result<Vec<(SendingId, UnitId)>, StoreError> {
    let sql = match about {
        About::Confirmation => "SELECT id, unit_id FROM sendings WHERE document_id = $1 AND ack_at IS NULL",
        About::Tasks => {
            "SELECT s.id, s.unit_id FROM sendings s WHERE s.document_id = $1 AND EXISTS (
                 SELECT 1 FROM tasks t WHERE t.sending_id = s.id AND t.state IN ('assigned', 'accepted')
                                         AND t.called_off_at IS NULL)"
        }
        About::Report => return unreported(db, letter).await,
    };
    let rows = db.all(sql, params![letter.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.parsed("unit_id")?))).collect()
}

async fn unreported(db: &mut Conn, letter: DocumentId) -> Result<Vec<(SendingId, UnitId)>, StoreError> {
    let lines = reports_of_letter(db, letter).await?.into_iter().filter(|line| line.request.is_open());
    Ok(lines.map(|line| (SendingId::new(line.origin), line.request.unit)).collect())
}

/// When each unit of the letter was last reminded.
pub(crate) async fn last_reminders(
    db: &mut Conn,
    letter: DocumentId,
    about: About,
) -> Result<BTreeMap<SendingId, Timestamp>, StoreError> {
    let rows = db
        .all(
            "SELECT r.sending_id, MAX(r.at) AS last FROM reminders r JOIN sendings s ON s.id = r.sending_id
              WHERE s.document_id = $1 AND r.about = $2 GROUP BY r.sending_id",
            params![letter.uuid(), about.code()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("sending_id")?, row.instant("last")?))).collect()
}

pub(crate) async fn insert_reminder(
    db: &mut Conn,
    id: Uuid,
    (sending, about): (SendingId, About),
    (at, by): (Timestamp, AccountId),
    mails: usize,
) -> Result<(), StoreError> {
    let mails = i64::try_from(mails).unwrap_or(i64::MAX);
    db.run(
        "INSERT INTO reminders (id, sending_id, about, at, sent_by, mails) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, sending.uuid(), about.code(), at, by.uuid(), mails],
    )
    .await?;
    Ok(())
}
