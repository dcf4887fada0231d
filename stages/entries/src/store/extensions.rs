//! More time for single entries.

use hoithi_rules::entries::{Extension, ExtensionCause};
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

/// An extension that was granted.
#[derive(Clone, Debug)]
pub(crate) struct Granted {
    pub(crate) extension: Extension,
    pub(crate) at: Timestamp,
}

/// Until when this entry alone is taken, where it was given more time.
pub(crate) async fn longer(db: &mut Conn, entry: EntryId) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT MAX(until) AS until FROM entry_extensions WHERE entry_id = $1";
    db.one(sql, params![entry.uuid()]).await?.instant_opt("until")
}

pub(crate) async fn grant_extension(
    db: &mut Conn,
    (id, by, at): (Uuid, AccountId, Timestamp),
    (edition, entry): (EditionId, EntryId),
    extension: &Extension,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_extensions (id, entry_id, edition_id, until, cause, reason, granted_by, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            entry.uuid(),
            edition.uuid(),
            extension.until,
            extension.cause.code(),
            extension.reason.as_str(),
            by.uuid(),
            at
        ],
    )
    .await?;
    Ok(())
}

/// The extensions of an entry, the latest instant first.
pub(crate) async fn extensions_of(db: &mut Conn, entry: EntryId) -> Result<Vec<Granted>, StoreError> {
    let sql = "SELECT until, cause, reason, granted_at FROM entry_extensions WHERE entry_id = $1 ORDER BY until DESC";
    db.all(sql, params![entry.uuid()]).await?.iter().map(read).collect()
}

/// The extensions of an edition, the newest first; nothing tells of which entries.
pub(crate) async fn extensions_in(db: &mut Conn, edition: EditionId) -> Result<Vec<Granted>, StoreError> {
    let sql = "SELECT until, cause, reason, granted_at FROM entry_extensions WHERE edition_id = $1
                ORDER BY granted_at DESC, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Granted, StoreError> {
    let cause = ExtensionCause::from_code(&row.text("cause")?).unwrap_or(ExtensionCause::Other);
    let extension = Extension { until: row.instant("until")?, cause, reason: row.text("reason")? };
    Ok(Granted { extension, at: row.instant("granted_at")? })
}

/// The draft or dossier of an edition whose code that is; none where it is nobody's.
pub(crate) async fn entry_of_code(
    db: &mut Conn,
    edition: EditionId,
    code: &str,
) -> Result<Option<EntryId>, StoreError> {
    let sql = "SELECT id FROM entries WHERE edition_id = $1 AND id LIKE '%' || $2 LIMIT 2";
    match db.all(sql, params![edition.uuid(), code]).await?.as_slice() {
        [only] => only.parsed("id").map(Some),
        _ => Ok(None),
    }
}
