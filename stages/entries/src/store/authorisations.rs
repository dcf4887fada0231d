//! The table of signed authorisations.

use hoithi_documents::Sha256Hex;
use hoithi_rules::entries::Authorisation;
use hoithi_rules::ids::EntryId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

/// An authorisation as it was recorded.
#[derive(Clone, Debug)]
pub(crate) struct KeptAuthorisation {
    pub(crate) id: Uuid,
    pub(crate) paper: Authorisation,
    pub(crate) scan: Sha256Hex,
    pub(crate) recorded_at: Timestamp,
}

pub(crate) async fn insert_authorisation(
    db: &mut Conn,
    entry: EntryId,
    kept: &KeptAuthorisation,
    by: Uuid,
) -> Result<(), StoreError> {
    let paper = &kept.paper;
    db.run(
        "INSERT INTO entry_authorisations (id, entry_id, signed_by, signed_on, until_day, scan, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            kept.id,
            entry.uuid(),
            paper.signed_by.as_str(),
            paper.signed_on,
            paper.until,
            kept.scan.to_string(),
            by,
            kept.recorded_at,
        ],
    )
    .await?;
    Ok(())
}

/// The latest that was recorded for an entry.
pub(crate) async fn authorisation(db: &mut Conn, entry: EntryId) -> Result<Option<KeptAuthorisation>, StoreError> {
    let sql = "SELECT id, signed_by, signed_on, until_day, scan, recorded_at FROM entry_authorisations
                WHERE entry_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1";
    db.maybe(sql, params![entry.uuid()]).await?.as_ref().map(read).transpose()
}

/// The one on which an entry was submitted; none where it was submitted on none.
pub(crate) async fn used_authorisation(db: &mut Conn, entry: EntryId) -> Result<Option<KeptAuthorisation>, StoreError> {
    let sql = "SELECT id, signed_by, signed_on, until_day, scan, recorded_at FROM entry_authorisations
                WHERE entry_id = $1 AND used_at IS NOT NULL ORDER BY used_at DESC LIMIT 1";
    db.maybe(sql, params![entry.uuid()]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn use_authorisation(db: &mut Conn, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    db.run("UPDATE entry_authorisations SET used_at = $1 WHERE id = $2", params![at, id]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<KeptAuthorisation, StoreError> {
    let paper = Authorisation {
        signed_by: row.parsed("signed_by")?,
        signed_on: row.parsed("signed_on")?,
        until: row.parsed_opt("until_day")?,
    };
    let (scan, recorded_at) = (row.parsed("scan")?, row.instant("recorded_at")?);
    Ok(KeptAuthorisation { id: row.parsed("id")?, paper, scan, recorded_at })
}
