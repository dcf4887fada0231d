//! Places of the quota that were given up, in their table.

use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::store::Promoted;

/// A place that an entry gave up, and who followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// The entry below that had gone up.
    pub entry: EntryId,
    /// Which of the quota's places it had.
    pub slot: i64,
    /// The entry below that went up in its stead.
    pub next: EntryId,
    /// When.
    pub at: Timestamp,
}

/// The places that were given up in an edition, in their order and of each the earliest first.
pub async fn given_up(db: &mut Conn, edition: EditionId) -> Result<Vec<GivenUp>, StoreError> {
    let sql = "SELECT entry_id, slot, next_entry_id, given_up_at
                 FROM promotions_given_up WHERE edition_id = $1 ORDER BY slot, given_up_at, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<GivenUp, StoreError> {
    Ok(GivenUp {
        entry: row.parsed("entry_id")?,
        slot: row.int("slot")?,
        next: row.parsed("next_entry_id")?,
        at: row.instant("given_up_at")?,
    })
}

/// Lays the line of an entry that gave its place up aside: from then on the place is free.
pub(crate) async fn lay_aside(
    db: &mut Conn,
    edition: EditionId,
    line: &Promoted,
    (next, at): (EntryId, Timestamp),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO promotions_given_up (id, edition_id, entry_id, above_edition_id, above_entry_id, place, slot,
                                          quota, passed_over, because, endorsement, endorsed_on, endorsed_by, sent_at,
                                          next_entry_id, given_up_at)
         SELECT id, edition_id, entry_id, above_edition_id, above_entry_id, place, slot, quota, passed_over, because,
                endorsement, endorsed_on, endorsed_by, sent_at, $3, $4
           FROM promotions WHERE edition_id = $1 AND entry_id = $2",
        params![edition.uuid(), line.entry.uuid(), next.uuid(), at],
    )
    .await?;
    let sql = "DELETE FROM promotions WHERE edition_id = $1 AND entry_id = $2";
    db.run(sql, params![edition.uuid(), line.entry.uuid()]).await?;
    Ok(())
}
