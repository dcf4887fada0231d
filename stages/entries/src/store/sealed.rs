//! What came up with an entry: the sealed copy of the dossier below, and its result there where that may be read.

use hoithi_rules::ids::EntryId;
use hoithi_rules::judging::Points;
use hoithi_store::{Conn, StoreError, params};

/// A dossier as it was received below.
#[derive(Clone, Debug)]
pub(crate) struct Sealed {
    /// The hash under which it was received.
    pub(crate) hash: String,
    /// Its canonical text.
    pub(crate) content: String,
}

pub(crate) async fn seal(db: &mut Conn, entry: EntryId, sealed: &Sealed) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_sealed_copies (entry_id, dossier_hash, content) VALUES ($1, $2, $3)",
        params![entry.uuid(), sealed.hash.as_str(), sealed.content.as_str()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn sealed(db: &mut Conn, entry: EntryId) -> Result<Option<Sealed>, StoreError> {
    let sql = "SELECT dossier_hash, content FROM entry_sealed_copies WHERE entry_id = $1";
    let row = db.maybe(sql, params![entry.uuid()]).await?;
    row.map(|row| Ok(Sealed { hash: row.text("dossier_hash")?, content: row.text("content")? })).transpose()
}

/// Keeps what the entry reached below.
pub(crate) async fn keep_local_result(
    db: &mut Conn,
    entry: EntryId,
    place: i64,
    points: Points,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_local_results (entry_id, place, points) VALUES ($1, $2, $3)",
        params![entry.uuid(), place, points.hundredths()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn local_result(db: &mut Conn, entry: EntryId) -> Result<Option<(i64, Points)>, StoreError> {
    let sql = "SELECT place, points FROM entry_local_results WHERE entry_id = $1";
    let row = db.maybe(sql, params![entry.uuid()]).await?;
    row.map(|row| Ok((row.int("place")?, Points::from_hundredths(row.int("points")?)))).transpose()
}
