//! Files that follow their hash.

use hoithi_documents::Sha256Hex;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::Promise;
use hoithi_rules::ids::EntryId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::kept::digest;

/// Files of an entry that are still to come.
pub(crate) async fn promises(db: &mut Conn, entry: EntryId) -> Result<Vec<Promise>, StoreError> {
    let sql = "SELECT part, digest, until FROM entry_promised_files
                WHERE entry_id = $1 AND arrived_at IS NULL ORDER BY part";
    db.all(sql, params![entry.uuid()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Promise, StoreError> {
    let (code, hash): (String, Sha256Hex) = (row.text("part")?, row.parsed("digest")?);
    let part = PartCode::parse(&code).ok_or_else(|| StoreError::Nonsense {
        column: "part".to_owned(),
        value: code,
        wanted: "part",
    })?;
    Ok(Promise { part, sha256: digest(&hash), until: row.instant_opt("until")? })
}

/// Keeps the hash of a draft's file, in the place of one that was given before.
pub(crate) async fn promise(
    db: &mut Conn,
    (entry, part): (EntryId, &PartCode),
    hash: &Sha256Hex,
    at: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_promised_files (entry_id, part, digest, promised_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (entry_id, part) DO UPDATE SET digest = $3, promised_at = $4, until = NULL, arrived_at = NULL",
        params![entry.uuid(), part.as_str(), hash.as_str(), at],
    )
    .await?;
    Ok(())
}

/// The dossier is received: from now on its files have so long.
pub(crate) async fn promised_until(db: &mut Conn, entry: EntryId, until: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE entry_promised_files SET until = $1 WHERE entry_id = $2 AND arrived_at IS NULL";
    db.run(sql, params![until, entry.uuid()]).await?;
    Ok(())
}

/// The file of that part is here.
pub(crate) async fn promise_kept(
    db: &mut Conn,
    (entry, part): (EntryId, &PartCode),
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE entry_promised_files SET arrived_at = $1 WHERE entry_id = $2 AND part = $3 AND arrived_at IS NULL";
    db.run(sql, params![at, entry.uuid(), part.as_str()]).await?;
    Ok(())
}
