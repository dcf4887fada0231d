//! What came up with an entry: the sealed copy of the dossier below, and its result there where that may be read.

use hoithi_rules::ids::{EditionId, EntryId};
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

/// The entry of an edition that came from that one of a contest below.
pub async fn of_origin(db: &mut Conn, edition: EditionId, origin: EntryId) -> Result<Option<EntryId>, StoreError> {
    let sql = "SELECT id FROM entries WHERE edition_id = $1 AND origin_entry_id = $2";
    let row = db.maybe(sql, params![edition.uuid(), origin.uuid()]).await?;
    row.map(|row| row.parsed("id")).transpose()
}

/// Puts the corrected copy in place of the one that came before, which stays beside it.
pub(crate) async fn seal_anew(
    db: &mut Conn,
    (entry, version): (EntryId, u32),
    (before, sealed): (&Sealed, &Sealed),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_earlier_sealed_copies (entry_id, version, sealed_as, content) VALUES ($1, $2, $3, $4)",
        params![entry.uuid(), version, before.hash.as_str(), before.content.as_str()],
    )
    .await?;
    db.run(
        "UPDATE entry_sealed_copies SET dossier_hash = $1, content = $2 WHERE entry_id = $3",
        params![sealed.hash.as_str(), sealed.content.as_str(), entry.uuid()],
    )
    .await?;
    Ok(())
}

/// What came before the sealed copy of today, the first before all others.
pub(crate) async fn earlier_sealed(db: &mut Conn, entry: EntryId) -> Result<Vec<Sealed>, StoreError> {
    let sql = "SELECT sealed_as, content FROM entry_earlier_sealed_copies WHERE entry_id = $1 ORDER BY version";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    rows.iter().map(|row| Ok(Sealed { hash: row.text("sealed_as")?, content: row.text("content")? })).collect()
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
