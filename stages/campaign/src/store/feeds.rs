//! The table of units' calendar feeds.

use hoithi_documents::Sha256Hex;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

/// The unit whose feed has that address, by the hash of its secret, and who made it.
pub(crate) async fn unit_of_feed(db: &mut Conn, hash: &Sha256Hex) -> Result<Option<(UnitId, AccountId)>, StoreError> {
    let row =
        db.maybe("SELECT unit_id, made_by FROM unit_feeds WHERE secret_hash = $1", params![hash.as_str()]).await?;
    row.as_ref().map(|row| Ok((row.parsed("unit_id")?, row.parsed("made_by")?))).transpose()
}

/// Since when a unit has a feed.
pub(crate) async fn feed_since(db: &mut Conn, unit: UnitId) -> Result<Option<Timestamp>, StoreError> {
    let row = db.maybe("SELECT made_at FROM unit_feeds WHERE unit_id = $1", params![unit.uuid()]).await?;
    row.as_ref().map(|row| row.instant("made_at")).transpose()
}

/// A new address; the one before leads nowhere from now on.
pub(crate) async fn replace_feed(
    db: &mut Conn,
    unit: UnitId,
    hash: &Sha256Hex,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO unit_feeds (unit_id, secret_hash, made_at, made_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (unit_id) DO UPDATE
            SET secret_hash = excluded.secret_hash, made_at = excluded.made_at, made_by = excluded.made_by",
        params![unit.uuid(), hash.as_str(), at, by.uuid()],
    )
    .await?;
    Ok(())
}

/// False when there was none.
pub(crate) async fn delete_feed(db: &mut Conn, unit: UnitId) -> Result<bool, StoreError> {
    Ok(db.run("DELETE FROM unit_feeds WHERE unit_id = $1", params![unit.uuid()]).await? == 1)
}
