//! A mailing that is sent once more to whom it did not reach.

use hoithi_rules::ids::ReaderId;
use hoithi_store::{Conn, StoreError, params};

use crate::things::Delivery;

/// The delivery waits for its turn again; what was posted before is kept beside it.
pub(crate) async fn line_up_again(db: &mut Conn, delivery: &Delivery) -> Result<(), StoreError> {
    let of = || params![delivery.mailing.uuid(), delivery.reader.uuid()];
    db.run(
        "INSERT INTO mailing_tried_before (message_id, mailing_id, reader_id, posted_at, posted_day, words)
         SELECT message_id, mailing_id, reader_id, posted_at, posted_day, words FROM mailing_deliveries
          WHERE mailing_id = $1 AND reader_id = $2 AND message_id IS NOT NULL",
        of(),
    )
    .await?;
    db.run(
        "UPDATE mailing_deliveries
            SET outcome = 'waiting', message_id = NULL, posted_at = NULL, posted_day = NULL, words = ''
          WHERE mailing_id = $1 AND reader_id = $2",
        of(),
    )
    .await?;
    Ok(())
}

/// The messages that were posted to somebody before something was sent them once more.
pub(crate) async fn earlier_messages(db: &mut Conn, reader: ReaderId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT message_id FROM mailing_tried_before WHERE reader_id = $1 ORDER BY posted_at, message_id";
    db.all(sql, params![reader.uuid()]).await?.iter().map(|row| row.text("message_id")).collect()
}
