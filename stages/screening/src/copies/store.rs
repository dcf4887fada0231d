//! The register of released copies.

use std::collections::BTreeSet;

use hoithi_documents::Sha256Hex;
use hoithi_entries::dossier_hashes;
use hoithi_rules::edition::{PartCode, RuleBook};
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use super::{Released, ReleasedPart};

/// The entries of an edition whose copy stands released: of the dossier as it lies there now, with
/// everything that the book shows to judges now. A scan that was added, or an amendment that shows
/// more, asks for a new release.
pub async fn released_entries(
    db: &mut Conn,
    edition: EditionId,
    book: &RuleBook,
) -> Result<BTreeSet<EntryId>, StoreError> {
    let sql = "SELECT entry_id, dossier, shown FROM released_copies WHERE edition_id = $1 AND ended_at IS NULL";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    let (now, dossiers) = (codes(book), dossier_hashes(db, edition).await?);
    let mut released = BTreeSet::new();
    for row in &rows {
        let entry: EntryId = row.parsed("entry_id")?;
        if dossiers.get(&entry) == Some(&row.text("dossier")?) && covers(&row.text("shown")?, &now) {
            released.insert(entry);
        }
    }
    Ok(released)
}

/// The codes of the parts that a book shows to judges; once more, as secret ones, of those that it shows them even
/// where they are kept secret.
fn codes(book: &RuleBook) -> Vec<String> {
    let parts = &book.rules().dossier;
    let shown = parts.iter().filter(|part| part.judges_read(part.secret.is_some())).map(|part| part.code.to_string());
    let secret = parts.iter().filter(|part| part.judges_read(true)).map(|part| format!("{}:secret", part.code));
    shown.chain(secret).collect()
}

fn covers(shown: &str, now: &[String]) -> bool {
    now.iter().all(|code| shown.split(' ').any(|then| then == code))
}

/// What stands released of an entry, whether or not the book shows more by now.
pub(crate) async fn released(db: &mut Conn, entry: EntryId) -> Result<Option<Released>, StoreError> {
    let sql = "SELECT id, entry_id, dossier, released_at, released_by, though_told
                 FROM released_copies WHERE entry_id = $1 AND ended_at IS NULL";
    let row = db.maybe(sql, params![entry.uuid()]).await?;
    whole(db, row).await
}

/// Whether the book still shows no more than what was released.
pub(crate) async fn still_covers(db: &mut Conn, released: &Released, book: &RuleBook) -> Result<bool, StoreError> {
    let row = db.one("SELECT shown FROM released_copies WHERE id = $1", params![released.id]).await?;
    Ok(covers(&row.text("shown")?, &codes(book)))
}

/// What stood released at an instant.
pub(super) async fn released_when(
    db: &mut Conn,
    entry: EntryId,
    at: Timestamp,
) -> Result<Option<Released>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, entry_id, dossier, released_at, released_by, though_told FROM released_copies
              WHERE entry_id = $1 AND released_at <= $2 AND (ended_at IS NULL OR ended_at >= $2)
              ORDER BY released_at DESC, id DESC LIMIT 1",
            params![entry.uuid(), at],
        )
        .await?;
    whole(db, row).await
}

async fn whole(db: &mut Conn, row: Option<Row>) -> Result<Option<Released>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let mut released = read(&row)?;
    let sql = "SELECT part, given, copy_hash, bytes FROM released_parts WHERE release_id = $1 ORDER BY part";
    for part in &db.all(sql, params![released.id]).await? {
        released.parts.push(read_part(part)?);
    }
    Ok(Some(released))
}

fn read(row: &Row) -> Result<Released, StoreError> {
    Ok(Released {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        dossier: row.text("dossier")?,
        at: row.instant("released_at")?,
        by: row.parsed("released_by")?,
        though_told: row.flag("though_told")?,
        parts: Vec::new(),
    })
}

fn read_part(row: &Row) -> Result<ReleasedPart, StoreError> {
    let code = row.text("part")?;
    let part = PartCode::parse(&code).ok_or_else(|| StoreError::Nonsense {
        column: "part".to_owned(),
        value: code,
        wanted: "part",
    })?;
    let copy = row.parsed_opt::<Sha256Hex>("copy_hash")?;
    Ok(ReleasedPart { part, given: row.parsed("given")?, copy, bytes: row.int("bytes")?.unsigned_abs() })
}

pub(super) async fn insert(
    db: &mut Conn,
    edition: EditionId,
    released: &Released,
    book: &RuleBook,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO released_copies (id, entry_id, edition_id, dossier, shown, released_at, released_by, though_told)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            released.id,
            released.entry.uuid(),
            edition.uuid(),
            released.dossier.as_str(),
            codes(book).join(" "),
            released.at,
            released.by.uuid(),
            released.though_told
        ],
    )
    .await?;
    let size = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
    let row = |part: &ReleasedPart| {
        let copy = part.copy.as_ref().map(|copy| copy.as_str().to_owned());
        params![released.id, part.part.as_str(), part.given.as_str(), copy, size(part.bytes)]
    };
    let rows = released.parts.iter().map(row).collect();
    db.insert_many("INSERT INTO released_parts (release_id, part, given, copy_hash, bytes)", rows).await
}

/// Ends what stands released of an entry; whether anything did.
pub(super) async fn end(db: &mut Conn, entry: EntryId, (by, at): (AccountId, Timestamp)) -> Result<bool, StoreError> {
    let sql = "UPDATE released_copies SET ended_at = $2, ended_by = $3 WHERE entry_id = $1 AND ended_at IS NULL";
    Ok(db.run(sql, params![entry.uuid(), at, by.uuid()]).await? > 0)
}
