//! The packages that went and those that came, in their tables.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A package that went.
#[derive(Clone, Debug)]
pub(crate) struct SentPackage {
    pub(crate) id: Uuid,
    /// Its manifest, to the letter.
    pub(crate) manifest: String,
    /// The hash of the manifest.
    pub(crate) code: Sha256Hex,
    pub(crate) endorsement: String,
    pub(crate) endorsed_on: Date,
    pub(crate) endorsed_by: String,
    pub(crate) made_at: Timestamp,
}

/// A place of the quota that an entry took.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) entry: EntryId,
    pub(crate) slot: i64,
    /// The hash under which the dossier went last.
    pub(crate) dossier: String,
}

/// What went from an edition, the first before all others.
pub(crate) async fn packages(db: &mut Conn, edition: EditionId) -> Result<Vec<SentPackage>, StoreError> {
    let sql = "SELECT id, manifest, code, endorsement, endorsed_on, endorsed_by, made_at
                 FROM packages_sent WHERE edition_id = $1 ORDER BY made_at, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read_sent).collect()
}

fn read_sent(row: &Row) -> Result<SentPackage, StoreError> {
    Ok(SentPackage {
        id: row.parsed("id")?,
        manifest: row.text("manifest")?,
        code: row.parsed("code")?,
        endorsement: row.text("endorsement")?,
        endorsed_on: row.parsed("endorsed_on")?,
        endorsed_by: row.text("endorsed_by")?,
        made_at: row.instant("made_at")?,
    })
}

/// The places that are taken, in their order.
pub(crate) async fn slots(db: &mut Conn, edition: EditionId) -> Result<Vec<Taken>, StoreError> {
    let rows = db
        .all(
            "SELECT s.entry_id, s.slot, e.dossier
               FROM package_slots s
               JOIN package_entries e ON e.entry_id = s.entry_id
               JOIN packages_sent p ON p.id = e.package_id AND p.edition_id = s.edition_id
              WHERE s.edition_id = $1 ORDER BY s.slot, p.made_at, p.id",
            params![edition.uuid()],
        )
        .await?;
    let mut slots: BTreeMap<i64, Taken> = BTreeMap::new();
    for row in &rows {
        let slot = row.int("slot")?;
        slots.insert(slot, Taken { entry: row.parsed("entry_id")?, slot, dossier: row.text("dossier")? });
    }
    Ok(slots.into_values().collect())
}

pub(super) async fn insert(db: &mut Conn, edition: EditionId, sent: &SentPackage) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO packages_sent (id, edition_id, manifest, code, endorsement, endorsed_on, endorsed_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            sent.id,
            edition.uuid(),
            sent.manifest.as_str(),
            sent.code.to_string(),
            sent.endorsement.as_str(),
            sent.endorsed_on,
            sent.endorsed_by.as_str(),
            sent.made_at,
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_entry(
    db: &mut Conn,
    package: Uuid,
    entry: EntryId,
    dossier: &Sha256Hex,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO package_entries (package_id, entry_id, dossier) VALUES ($1, $2, $3)";
    db.run(sql, params![package, entry.uuid(), dossier.to_string()]).await?;
    Ok(())
}

pub(super) async fn take_slot(
    db: &mut Conn,
    (edition, entry): (EditionId, EntryId),
    (slot, quota): (i64, u32),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO package_slots (edition_id, entry_id, slot, quota) VALUES ($1, $2, $3, $4)";
    db.run(sql, params![edition.uuid(), entry.uuid(), slot, quota]).await?;
    Ok(())
}

/// A package that came.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) id: Uuid,
    pub(crate) file: Sha256Hex,
    pub(crate) manifest: Sha256Hex,
    /// The contest that it comes from, by its own words.
    pub(crate) sender: String,
    pub(crate) came_at: Timestamp,
    pub(crate) taken_at: Option<Timestamp>,
}

/// What came for an edition, the newest first.
pub(crate) async fn arrivals(db: &mut Conn, edition: EditionId) -> Result<Vec<Arrival>, StoreError> {
    let sql = "SELECT id, file_hash, manifest, sender, came_at, taken_at
                 FROM package_arrivals WHERE edition_id = $1 ORDER BY came_at DESC, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read_arrival).collect()
}

/// One of them.
pub(crate) async fn arrival(db: &mut Conn, edition: EditionId, id: Uuid) -> Result<Option<Arrival>, StoreError> {
    Ok(arrivals(db, edition).await?.into_iter().find(|arrival| arrival.id == id))
}

fn read_arrival(row: &Row) -> Result<Arrival, StoreError> {
    Ok(Arrival {
        id: row.parsed("id")?,
        file: row.parsed("file_hash")?,
        manifest: row.parsed("manifest")?,
        sender: row.text("sender")?,
        came_at: row.instant("came_at")?,
        taken_at: row.instant_opt("taken_at")?,
    })
}

pub(super) async fn insert_arrival(
    db: &mut Conn,
    edition: EditionId,
    arrival: &Arrival,
    by: AccountId,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO package_arrivals (id, edition_id, file_hash, manifest, sender, made_by, came_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            arrival.id,
            edition.uuid(),
            arrival.file.to_string(),
            arrival.manifest.to_string(),
            arrival.sender.as_str(),
            by.uuid(),
            arrival.came_at,
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn mark_taken(db: &mut Conn, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE package_arrivals SET taken_at = $1 WHERE id = $2 AND taken_at IS NULL";
    Ok(db.run(sql, params![at, id]).await? == 1)
}
