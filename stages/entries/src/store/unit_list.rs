//! The tables of a unit's list: which entries, in which order, and the papers that confirm them.

use hoithi_documents::Sha256Hex;
use hoithi_rules::entries::EntryNumber;
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::standing::Standing;

/// A paper by which a unit stands behind entries.
#[derive(Clone, Debug)]
pub(crate) struct ListSignature {
    pub(crate) id: Uuid,
    pub(crate) document: String,
    pub(crate) signed_on: Date,
    pub(crate) signed_by: PersonName,
    pub(crate) scan: Sha256Hex,
    pub(crate) at: Timestamp,
}

/// An entry that may stand on its unit's list, and where it stands there.
#[derive(Clone, Debug)]
pub(crate) struct ListedEntry {
    pub(crate) id: EntryId,
    pub(crate) number: Option<EntryNumber>,
    pub(crate) title: String,
    pub(crate) byline: String,
    pub(crate) standing: Standing,
    /// The unit's order and the place of the quota; none while it is not on the list.
    pub(crate) listed: Option<(u32, u32)>,
    /// The paper that confirms it.
    pub(crate) signature: Option<Uuid>,
}

/// How a unit's list stands.
#[derive(Clone, Debug)]
pub(crate) struct ListCount {
    pub(crate) unit: UnitId,
    pub(crate) unit_name: String,
    pub(crate) received: i64,
    pub(crate) listed: i64,
    pub(crate) confirmed: i64,
}

/// The version of a unit's list; 0 while it has none.
pub(crate) async fn list_version(db: &mut Conn, (edition, unit): (EditionId, UnitId)) -> Result<u32, StoreError> {
    let sql = "SELECT version FROM entry_lists WHERE edition_id = $1 AND unit_id = $2";
    let row = db.maybe(sql, params![edition.uuid(), unit.uuid()]).await?;
    row.map_or(Ok(0), |row| small(&row, "version"))
}

/// Counts the list's version on.
pub(crate) async fn next_list_version(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    seen: u32,
) -> Result<(), StoreError> {
    let sql = if seen == 0 {
        "INSERT INTO entry_lists (edition_id, unit_id, version) VALUES ($1, $2, 1)"
    } else {
        "UPDATE entry_lists SET version = version + 1 WHERE edition_id = $1 AND unit_id = $2"
    };
    db.run(sql, params![edition.uuid(), unit.uuid()]).await?;
    Ok(())
}

/// The unit's received entries that nobody took back or turned away, in the list's order, then by number.
/// What the unit's own contest sent up is not among them: that contest's quota holds it.
pub(crate) async fn listable(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
) -> Result<Vec<ListedEntry>, StoreError> {
    let rows = db
        .all(
            "SELECT e.id, e.number, e.title, e.byline, e.standing, p.place, p.slot, p.signature_id
               FROM entries e
               LEFT JOIN entry_list_places p ON p.entry_id = e.id AND p.unit_id = e.unit_id
              WHERE e.edition_id = $1 AND e.unit_id = $2 AND e.submitted_at IS NOT NULL
                AND e.origin_entry_id IS NULL AND e.standing NOT IN ('withdrawn', 'refused')
              ORDER BY COALESCE(p.place, 1000000000), e.sequence",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(read_listed).collect()
}

fn read_listed(row: &Row) -> Result<ListedEntry, StoreError> {
    let listed = match row.int_opt("place")? {
        Some(_) => Some((small(row, "place")?, small(row, "slot")?)),
        None => None,
    };
    Ok(ListedEntry {
        id: row.parsed("id")?,
        number: row.parsed_opt("number")?,
        title: row.text_opt("title")?.unwrap_or_default(),
        byline: row.text("byline")?,
        standing: row.parsed("standing")?,
        listed,
        signature: row.parsed_opt("signature_id")?,
    })
}

fn small(row: &Row, column: &str) -> Result<u32, StoreError> {
    Ok(u32::try_from(row.int(column)?).unwrap_or(u32::MAX))
}

/// The units of an edition with entries that may be listed, by name.
pub(crate) async fn list_counts(db: &mut Conn, edition: EditionId) -> Result<Vec<ListCount>, StoreError> {
    let rows = db
        .all(
            "SELECT e.unit_id, MAX(e.unit_name) AS unit_name, COUNT(*) AS received, COUNT(p.entry_id) AS listed,
                    COUNT(p.signature_id) AS confirmed
               FROM entries e
               LEFT JOIN entry_list_places p ON p.entry_id = e.id AND p.unit_id = e.unit_id
              WHERE e.edition_id = $1 AND e.unit_id IS NOT NULL AND e.submitted_at IS NOT NULL
                AND e.origin_entry_id IS NULL AND e.standing NOT IN ('withdrawn', 'refused')
              GROUP BY e.unit_id
              ORDER BY unit_name",
            params![edition.uuid()],
        )
        .await?;
    let count = |row: &Row| {
        Ok(ListCount {
            unit: row.parsed("unit_id")?,
            unit_name: row.text("unit_name")?,
            received: row.int("received")?,
            listed: row.int("listed")?,
            confirmed: row.int("confirmed")?,
        })
    };
    rows.iter().map(count).collect()
}

/// Takes off the unit's list what is not confirmed yet, and off every list what was taken back, was turned
/// away or names another unit now: its place of the quota is free again.
pub(crate) async fn clear_list(db: &mut Conn, (edition, unit): (EditionId, UnitId)) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM entry_list_places
          WHERE edition_id = $1
            AND ((unit_id = $2 AND signature_id IS NULL)
              OR entry_id IN (SELECT e.id FROM entries e
                               WHERE e.edition_id = $1
                                 AND (e.standing IN ('withdrawn', 'refused') OR e.unit_id IS NULL
                                   OR e.unit_id <> entry_list_places.unit_id)))",
        params![edition.uuid(), unit.uuid()],
    )
    .await?;
    Ok(())
}

/// Puts entries on the list: which, at which place of the unit's order, on which place of the quota.
pub(crate) async fn put_on_list(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    quota: Option<u32>,
    lines: &[(EntryId, u32, u32)],
) -> Result<(), StoreError> {
    let row = |&(entry, place, slot): &(EntryId, u32, u32)| {
        params![entry.uuid(), edition.uuid(), unit.uuid(), place, slot, quota.map(i64::from)]
    };
    let rows = lines.iter().map(row).collect();
    db.insert_many("INSERT INTO entry_list_places (entry_id, edition_id, unit_id, place, slot, quota)", rows).await
}

/// Keeps a signed paper and confirms by it what waited on the list.
pub(crate) async fn sign_list(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    signature: &ListSignature,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_list_signatures (id, edition_id, unit_id, document, signed_on, signed_by, scan, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            signature.id,
            edition.uuid(),
            unit.uuid(),
            signature.document.as_str(),
            signature.signed_on,
            signature.signed_by.as_str(),
            signature.scan.to_string(),
            signature.at,
        ],
    )
    .await?;
    db.run(
        "UPDATE entry_list_places SET signature_id = $1
          WHERE edition_id = $2 AND unit_id = $3 AND signature_id IS NULL",
        params![signature.id, edition.uuid(), unit.uuid()],
    )
    .await?;
    Ok(())
}

/// The papers of a unit's list, in the order of their coming; among them those of entries that came from a unit that
/// has ended.
pub(crate) async fn list_signatures(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
) -> Result<Vec<ListSignature>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document, signed_on, signed_by, scan, recorded_at FROM entry_list_signatures
              WHERE edition_id = $1
                AND (unit_id = $2 OR id IN (SELECT signature_id FROM entry_list_places
                                             WHERE edition_id = $1 AND unit_id = $2))
              ORDER BY recorded_at, id",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(read_signature).collect()
}

/// The paper by which the entry's unit stands behind it; a unit that it no longer names does not.
pub(crate) async fn confirmed_by(db: &mut Conn, entry: EntryId) -> Result<Option<ListSignature>, StoreError> {
    let row = db
        .maybe(
            "SELECT s.id, s.document, s.signed_on, s.signed_by, s.scan, s.recorded_at
               FROM entry_list_places p
               JOIN entries e ON e.id = p.entry_id AND e.unit_id = p.unit_id
               JOIN entry_list_signatures s ON s.id = p.signature_id
              WHERE p.entry_id = $1",
            params![entry.uuid()],
        )
        .await?;
    row.as_ref().map(read_signature).transpose()
}

fn read_signature(row: &Row) -> Result<ListSignature, StoreError> {
    Ok(ListSignature {
        id: row.parsed("id")?,
        document: row.text("document")?,
        signed_on: row.parsed("signed_on")?,
        signed_by: row.parsed("signed_by")?,
        scan: row.parsed("scan")?,
        at: row.instant("recorded_at")?,
    })
}
