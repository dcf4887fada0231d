//! The tables of what dossiers were given back for, and of the links that open it.

use hoithi_rules::campaign::LinkTimes;
use hoithi_rules::edition::PartCode;
use hoithi_rules::ids::{AccountId, AuthorId, EntryId, LinkId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;

use super::links::LinkWay;
use super::read::part_code;

/// One link; its word is known to nobody here.
#[derive(Clone, Debug)]
pub(crate) struct SupplementLink {
    pub(crate) id: LinkId,
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    pub(crate) way: LinkWay,
    pub(crate) times: LinkTimes,
    pub(crate) made_at: Timestamp,
}

/// A part that was asked for, and when it came by a link.
#[derive(Clone, Debug)]
pub(crate) struct AskedPart {
    pub(crate) part: PartCode,
    pub(crate) given_at: Option<Timestamp>,
}

pub(crate) async fn insert_supplement_link(
    db: &mut Conn,
    link: &SupplementLink,
    (hash, by): (&str, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO supplement_links (id, token_hash, entry_id, author_id, way, made_at, made_by, last_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            link.id.uuid(),
            hash,
            link.entry.uuid(),
            link.author.uuid(),
            link.way.code(),
            link.made_at,
            by.uuid(),
            link.times.last_day,
        ],
    )
    .await?;
    Ok(())
}

/// The link of that hash.
pub(crate) async fn supplement_link(db: &mut Conn, hash: &str) -> Result<Option<SupplementLink>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, entry_id, author_id, way, made_at, last_day, revoked_at
               FROM supplement_links WHERE token_hash = $1",
            params![hash],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The links of a dossier, the newest first.
pub(crate) async fn supplement_links(db: &mut Conn, entry: EntryId) -> Result<Vec<SupplementLink>, StoreError> {
    let rows = db
        .all(
            "SELECT id, entry_id, author_id, way, made_at, last_day, revoked_at
               FROM supplement_links WHERE entry_id = $1 ORDER BY made_at DESC, id",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<SupplementLink, StoreError> {
    Ok(SupplementLink {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        author: row.parsed("author_id")?,
        way: LinkWay::of(&row.text("way")?),
        times: LinkTimes { last_day: row.parsed("last_day")?, revoked_at: row.instant_opt("revoked_at")? },
        made_at: row.instant("made_at")?,
    })
}

/// Takes back the links of a dossier: every one, or those of one author.
pub(crate) async fn revoke_supplement_links(
    db: &mut Conn,
    (entry, of): (EntryId, Option<AuthorId>),
    at: Timestamp,
) -> Result<u64, StoreError> {
    db.run(
        "UPDATE supplement_links SET revoked_at = $1
          WHERE entry_id = $2 AND ($3 IS NULL OR author_id = $3) AND revoked_at IS NULL",
        params![at, entry.uuid(), of.map(AuthorId::uuid)],
    )
    .await
}

/// Keeps what a dossier is given back for, in the place of what it was given back for before.
pub(crate) async fn ask_parts(db: &mut Conn, entry: EntryId, parts: &[PartCode]) -> Result<(), StoreError> {
    db.run("DELETE FROM supplement_parts WHERE entry_id = $1", params![entry.uuid()]).await?;
    let rows: Vec<Vec<Value>> = parts.iter().map(|part| params![entry.uuid(), part.as_str()]).collect();
    db.insert_many("INSERT INTO supplement_parts (entry_id, code)", rows).await
}

/// What a dossier was given back for.
pub(crate) async fn asked_parts(db: &mut Conn, entry: EntryId) -> Result<Vec<AskedPart>, StoreError> {
    let sql = "SELECT code, given_at FROM supplement_parts WHERE entry_id = $1";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    rows.iter().map(|row| Ok(AskedPart { part: part_code(row)?, given_at: row.instant_opt("given_at")? })).collect()
}

/// Keeps that a part came by a link.
pub(crate) async fn note_given(
    db: &mut Conn,
    entry: EntryId,
    part: &PartCode,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE supplement_parts SET given_at = $1 WHERE entry_id = $2 AND code = $3";
    db.run(sql, params![at, entry.uuid(), part.as_str()]).await?;
    Ok(())
}
