//! What persons decided against the rule's choice, in its table.

use std::collections::BTreeMap;

use hoithi_rules::forwarding::Override;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

/// A change of the rule's answer for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) decided: Override,
    pub(crate) reason: String,
    pub(crate) at: Timestamp,
}

pub(crate) async fn overrides(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<EntryId, Changed>, StoreError> {
    let sql = "SELECT entry_id, decided, reason, decided_at FROM promotion_overrides WHERE edition_id = $1";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("entry_id")?, read(row)?))).collect()
}

fn read(row: &Row) -> Result<Changed, StoreError> {
    let code = row.text("decided")?;
    let decided = Override::ALL.into_iter().find(|each| each.code() == code);
    let decided = decided.ok_or_else(|| StoreError::Nonsense {
        column: "decided".to_owned(),
        value: code,
        wanted: "in or out",
    })?;
    Ok(Changed { decided, reason: row.text("reason")?, at: row.instant("decided_at")? })
}

/// Puts the change in place of the one that was there.
pub(crate) async fn put(
    db: &mut Conn,
    (edition, entry): (EditionId, EntryId),
    changed: &Changed,
) -> Result<(), StoreError> {
    drop_one(db, (edition, entry)).await?;
    db.run(
        "INSERT INTO promotion_overrides (edition_id, entry_id, decided, reason, decided_at)
         VALUES ($1, $2, $3, $4, $5)",
        params![edition.uuid(), entry.uuid(), changed.decided.code(), changed.reason.as_str(), changed.at],
    )
    .await?;
    Ok(())
}

/// Leaves the rule's own answer.
pub(crate) async fn drop_one(db: &mut Conn, (edition, entry): (EditionId, EntryId)) -> Result<(), StoreError> {
    let sql = "DELETE FROM promotion_overrides WHERE edition_id = $1 AND entry_id = $2";
    db.run(sql, params![edition.uuid(), entry.uuid()]).await?;
    Ok(())
}
