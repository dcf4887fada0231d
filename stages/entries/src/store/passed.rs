//! The tables of what came from a unit that has ended: entries, places of its quota, its name beside what others sent.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use super::list::{Line, read_line};
use crate::kept::KeptEntry;
use crate::standing::Standing;

/// The unit for which an entry was received, where another one holds it since.
pub(super) async fn received_for(db: &mut Conn, entry: EntryId) -> Result<Option<UnitId>, StoreError> {
    let sql = "SELECT received_for FROM entries_passed_on WHERE entry_id = $1";
    let row = db.maybe(sql, params![entry.uuid()]).await?;
    row.map(|row| row.parsed("received_for")).transpose()
}

/// Keeps for which unit it was received, or forgets it where its writer named another one since.
pub(crate) async fn keep_received_for(db: &mut Conn, kept: &KeptEntry) -> Result<(), StoreError> {
    db.run("DELETE FROM entries_passed_on WHERE entry_id = $1", params![kept.id().uuid()]).await?;
    if let Some(unit) = kept.received_for {
        let sql = "INSERT INTO entries_passed_on (entry_id, received_for) VALUES ($1, $2)";
        db.run(sql, params![kept.id().uuid(), unit.uuid()]).await?;
    }
    Ok(())
}

/// Entries of a unit that were received and not taken back, by number; those that are still written for their
/// authors on that day are drafts again.
pub(crate) async fn received_with(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    today: Date,
) -> Result<Vec<Line>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_name, byline, standing, submitted_at, version
               FROM entries
              WHERE edition_id = $1 AND unit_id = $2 AND submitted_at IS NOT NULL AND standing <> 'withdrawn'
                AND NOT (owner_id IS NULL AND standing = 'returned' AND returned_until >= $3)
              ORDER BY sequence, id",
            params![edition.uuid(), unit.uuid(), today],
        )
        .await?;
    rows.iter().map(read_line).collect()
}

/// How many places of the quota a unit has: those of the rule book, with what came from units that have ended and
/// without what passed to successors. None where the rule book sets no quota.
pub(crate) async fn quota_of(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    per_unit: Option<NonZeroU32>,
) -> Result<Option<u32>, StoreError> {
    let Some(had) = places_had(db, (edition, unit), per_unit).await? else { return Ok(None) };
    let went = passed_slots(db, (edition, unit)).await?.len();
    Ok(Some(had.saturating_sub(u32::try_from(went).unwrap_or(u32::MAX))))
}

/// The same with what passed to successors.
pub(crate) async fn places_had(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    per_unit: Option<NonZeroU32>,
) -> Result<Option<u32>, StoreError> {
    let Some(own) = per_unit else { return Ok(None) };
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS came FROM entry_passed_places
                WHERE edition_id = $1 AND to_unit_id = $2";
    let came = db.one(sql, params![edition.uuid(), unit.uuid()]).await?.int("came")?;
    Ok(Some(own.get().saturating_add(u32::try_from(came).unwrap_or(u32::MAX))))
}

/// Which of a unit's places passed to successors.
pub(crate) async fn passed_slots(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
) -> Result<BTreeSet<u32>, StoreError> {
    let sql = "SELECT slot FROM entry_passed_places WHERE edition_id = $1 AND from_unit_id = $2";
    let rows = db.all(sql, params![edition.uuid(), unit.uuid()]).await?;
    rows.iter().map(|row| small(row, "slot")).collect()
}

/// Passes places of a unit's quota to a successor.
pub(crate) async fn pass_slots(
    db: &mut Conn,
    (edition, from, to): (EditionId, UnitId, UnitId),
    (slots, had): (&[u32], u32),
    at: Timestamp,
) -> Result<(), StoreError> {
    let row = |slot: &u32| params![edition.uuid(), from.uuid(), *slot, had, to.uuid(), at];
    let insert = "INSERT INTO entry_passed_places (edition_id, from_unit_id, slot, quota, to_unit_id, passed_at)";
    db.insert_many(insert, slots.iter().map(row).collect()).await
}

/// An entry on a unit's list, as the table has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPlace {
    pub(crate) entry: EntryId,
    /// The unit's order.
    pub(crate) place: u32,
    /// The place of the quota.
    pub(crate) slot: u32,
    /// Whether the entry still stands; what does not gives its place back with the next order.
    pub(crate) stands: bool,
}

/// What is on a unit's list, in its order.
pub(crate) async fn list_places(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
) -> Result<Vec<ListPlace>, StoreError> {
    let rows = db
        .all(
            "SELECT p.entry_id, p.place, p.slot, e.standing
               FROM entry_list_places p JOIN entries e ON e.id = p.entry_id
              WHERE p.edition_id = $1 AND p.unit_id = $2 ORDER BY p.place, p.entry_id",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let standing: Standing = row.parsed("standing")?;
        let stands = !matches!(standing, Standing::Withdrawn | Standing::Refused);
        Ok(ListPlace { entry: row.parsed("entry_id")?, place: small(row, "place")?, slot: small(row, "slot")?, stands })
    };
    rows.iter().map(read).collect()
}

/// Takes off a unit's list what was taken back or turned away.
pub(crate) async fn drop_fallen(db: &mut Conn, (edition, unit): (EditionId, UnitId)) -> Result<(), StoreError> {
    let sql = "DELETE FROM entry_list_places
                WHERE edition_id = $1 AND unit_id = $2
                  AND entry_id IN (SELECT e.id FROM entries e WHERE e.standing IN ('withdrawn', 'refused'))";
    db.run(sql, params![edition.uuid(), unit.uuid()]).await?;
    Ok(())
}

/// Moves an entry with the paper that confirms it to another unit's list.
pub(crate) async fn move_place(
    db: &mut Conn,
    (entry, to): (EntryId, UnitId),
    (place, slot): (u32, u32),
    quota: Option<u32>,
) -> Result<(), StoreError> {
    db.run(
        "UPDATE entry_list_places SET unit_id = $1, place = $2, slot = $3, quota = $4 WHERE entry_id = $5",
        params![to.uuid(), place, slot, quota.map(i64::from), entry.uuid()],
    )
    .await?;
    Ok(())
}

/// The received entries of an edition beside which a unit stands as a helper.
pub(crate) async fn helped_received(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
) -> Result<Vec<EntryId>, StoreError> {
    let rows = db
        .all(
            "SELECT a.entry_id FROM entry_assisting_units a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 AND a.unit_id = $2 AND e.submitted_at IS NOT NULL
             UNION
             SELECT m.stays_id FROM entry_merge_helpers h
               JOIN entry_merges m ON m.id = h.merge_id AND m.undone_at IS NULL
              WHERE m.edition_id = $1 AND h.unit_id = $2
              ORDER BY 1",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("entry_id")).collect()
}

/// Lets a successor stand where a unit helped; the name stays as the dossier has it. False where the successor
/// stands there already, or sends the entry itself.
pub(crate) async fn pass_help(db: &mut Conn, entry: EntryId, (from, to): (UnitId, UnitId)) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE entry_assisting_units SET unit_id = $1
              WHERE entry_id = $2 AND unit_id = $3
                AND NOT EXISTS (SELECT 1 FROM entry_assisting_units a WHERE a.entry_id = $2 AND a.unit_id = $1)
                AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = $2 AND e.unit_id = $1)",
            params![to.uuid(), entry.uuid(), from.uuid()],
        )
        .await?;
    let by_merge = db
        .run(
            "UPDATE entry_merge_helpers SET unit_id = $1
              WHERE unit_id = $3
                AND merge_id IN (SELECT m.id FROM entry_merges m WHERE m.stays_id = $2 AND m.undone_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM entry_merge_helpers h
                                 WHERE h.merge_id = entry_merge_helpers.merge_id AND h.unit_id = $1)
                AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = $2 AND e.unit_id = $1)",
            params![to.uuid(), entry.uuid(), from.uuid()],
        )
        .await?;
    Ok(changed + by_merge > 0)
}

fn small(row: &Row, column: &str) -> Result<u32, StoreError> {
    Ok(u32::try_from(row.int(column)?).unwrap_or(u32::MAX))
}
