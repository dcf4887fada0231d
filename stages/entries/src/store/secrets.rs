//! Parts that are kept secret.

use std::collections::BTreeMap;

use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

use super::read::part_code;

/// Why each part of an entry is kept secret that whoever writes it keeps so.
pub(crate) async fn secrets(db: &mut Conn, entry: EntryId) -> Result<BTreeMap<PartCode, String>, StoreError> {
    // Named as the tables of parts name it, so that it is read as they are.
    let sql = "SELECT part AS code, reason FROM entry_secret_parts WHERE entry_id = $1";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    rows.iter().map(|row| Ok((part_code(row)?, row.text("reason")?))).collect()
}

/// Keeps parts secret; of one that is already the first reason stays.
pub(crate) async fn keep_secrets(
    db: &mut Conn,
    entry: EntryId,
    secrets: &BTreeMap<PartCode, String>,
    (by, at): (AccountId, Timestamp),
) -> Result<(), StoreError> {
    for (part, reason) in secrets {
        db.run(
            "INSERT INTO entry_secret_parts (entry_id, part, reason, marked_at, marked_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (entry_id, part) DO NOTHING",
            params![entry.uuid(), part.as_str(), reason.as_str(), at, by.uuid()],
        )
        .await?;
    }
    Ok(())
}

/// Keeps a part secret no longer.
pub(crate) async fn lift_secret(db: &mut Conn, entry: EntryId, part: &PartCode) -> Result<(), StoreError> {
    let sql = "DELETE FROM entry_secret_parts WHERE entry_id = $1 AND part = $2";
    db.run(sql, params![entry.uuid(), part.as_str()]).await?;
    Ok(())
}
