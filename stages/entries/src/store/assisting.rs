//! The table of units that helped with an entry.

use std::collections::BTreeSet;

use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_store::{Conn, StoreError, params};

use crate::kept::{AssistingUnit, KeptEntry};

pub(super) async fn assisting(db: &mut Conn, entry: EntryId) -> Result<Vec<AssistingUnit>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, unit_name FROM entry_assisting_units WHERE entry_id = $1 ORDER BY unit_name, unit_id",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok(AssistingUnit { unit: row.parsed("unit_id")?, name: row.text("unit_name")? })).collect()
}

/// Puts the units that helped in place of those that were there.
pub(crate) async fn save_assisting(db: &mut Conn, kept: &KeptEntry, fresh: bool) -> Result<(), StoreError> {
    if !fresh {
        db.run("DELETE FROM entry_assisting_units WHERE entry_id = $1", params![kept.id().uuid()]).await?;
    }
    let row = |helper: &AssistingUnit| params![kept.id().uuid(), helper.unit.uuid(), helper.name.as_str()];
    let rows = kept.assisting.iter().map(row).collect();
    db.insert_many("INSERT INTO entry_assisting_units (entry_id, unit_id, unit_name)", rows).await
}

/// The entries of an edition with which this unit helped and which another one sends, drafts included.
pub async fn assisted_by(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<BTreeSet<EntryId>, StoreError> {
    let rows = db
        .all(
            "SELECT a.entry_id FROM entry_assisting_units a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 AND a.unit_id = $2 AND (e.unit_id IS NULL OR e.unit_id <> $2)
             UNION
             SELECT m.stays_id FROM entry_merge_helpers h
               JOIN entry_merges m ON m.id = h.merge_id AND m.undone_at IS NULL
               JOIN entries e ON e.id = m.stays_id
              WHERE e.edition_id = $1 AND h.unit_id = $2 AND (e.unit_id IS NULL OR e.unit_id <> $2)",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("entry_id")).collect()
}
