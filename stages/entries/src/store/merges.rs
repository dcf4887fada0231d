//! The tables of entries that are one solution.

use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::kept::AssistingUnit;

/// Two entries that are one solution, as long as nobody took them apart.
#[derive(Clone, Debug)]
pub struct KeptMerge {
    pub(crate) id: Uuid,
    /// The one that was closed.
    pub closed: EntryId,
    /// The one that stays.
    pub stays: EntryId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Since and until when the closed one lay with its authors for completion.
    pub(crate) returned: Option<(Timestamp, Date)>,
}

const MERGE: &str = "SELECT id, closed_id, stays_id, reason, merged_at, returned_at, returned_until
       FROM entry_merges WHERE undone_at IS NULL AND (closed_id = $1 OR stays_id = $1) ORDER BY merged_at, id";

/// The merges in which an entry stands, as the closed one or as the one that stays.
pub async fn merges_of(db: &mut Conn, entry: EntryId) -> Result<Vec<KeptMerge>, StoreError> {
    db.all(MERGE, params![entry.uuid()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<KeptMerge, StoreError> {
    let (since, until) = (row.instant_opt("returned_at")?, row.parsed_opt("returned_until")?);
    Ok(KeptMerge {
        id: row.parsed("id")?,
        closed: row.parsed("closed_id")?,
        stays: row.parsed("stays_id")?,
        reason: row.text("reason")?,
        at: row.instant("merged_at")?,
        returned: since.zip(until),
    })
}

/// Into which entry this one was closed.
pub async fn merged_into(db: &mut Conn, entry: EntryId) -> Result<Option<EntryId>, StoreError> {
    let sql = "SELECT stays_id FROM entry_merges WHERE closed_id = $1 AND undone_at IS NULL";
    let row = db.maybe(sql, params![entry.uuid()]).await?;
    row.map(|row| row.parsed("stays_id")).transpose()
}

/// The units that help with an entry since others were closed into it.
pub(crate) async fn helpers_by_merge(db: &mut Conn, entry: EntryId) -> Result<Vec<AssistingUnit>, StoreError> {
    let rows = db
        .all(
            "SELECT h.unit_id, MAX(h.unit_name) AS unit_name
               FROM entry_merge_helpers h JOIN entry_merges m ON m.id = h.merge_id
              WHERE m.stays_id = $1 AND m.undone_at IS NULL
              GROUP BY h.unit_id ORDER BY unit_name, h.unit_id",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok(AssistingUnit { unit: row.parsed("unit_id")?, name: row.text("unit_name")? })).collect()
}

/// Keeps a merge with the units that help from now on.
pub(crate) async fn insert_merge(
    db: &mut Conn,
    edition: EditionId,
    merge: &KeptMerge,
    (by, helpers): (AccountId, &[AssistingUnit]),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_merges (id, edition_id, closed_id, stays_id, reason, returned_at, returned_until, merged_by,
                                   merged_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            merge.id,
            edition.uuid(),
            merge.closed.uuid(),
            merge.stays.uuid(),
            merge.reason.as_str(),
            merge.returned.map(|(since, _)| since),
            merge.returned.map(|(_, until)| until),
            by.uuid(),
            merge.at,
        ],
    )
    .await?;
    let row = |helper: &AssistingUnit| params![merge.id, helper.unit.uuid(), helper.name.as_str()];
    let insert = "INSERT INTO entry_merge_helpers (merge_id, unit_id, unit_name)";
    db.insert_many(insert, helpers.iter().map(row).collect()).await
}

/// Takes the two apart; false where somebody did before.
pub(crate) async fn end_merge(
    db: &mut Conn,
    merge: Uuid,
    (by, because, at): (AccountId, &str, Timestamp),
) -> Result<bool, StoreError> {
    let sql = "UPDATE entry_merges SET undone_by = $1, undone_because = $2, undone_at = $3
                WHERE id = $4 AND undone_at IS NULL";
    Ok(db.run(sql, params![by.uuid(), because, at, merge]).await? == 1)
}
