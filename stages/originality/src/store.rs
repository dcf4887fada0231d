//! The tables of this room: texts that were read, their rows, pairs, notes.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::originality::{Likeness, LikenessNote, METHOD, Prints, Sample};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::bands::Bands;
use crate::known::Compared;

/// As what a dossier was read.
pub(crate) struct ReadAs {
    pub(crate) mark: String,
    pub(crate) method: i64,
    pub(crate) compared: bool,
}

/// As what every dossier was read that was.
pub(crate) async fn marks(db: &mut Conn) -> Result<BTreeMap<EntryId, ReadAs>, StoreError> {
    let rows = db.all("SELECT entry_id, mark, method, compared FROM originality_texts", params![]).await?;
    let mark = |row: &Row| {
        let read = ReadAs { mark: row.text("mark")?, method: row.int("method")?, compared: row.flag("compared")? };
        Ok((row.parsed("entry_id")?, read))
    };
    rows.iter().map(mark).collect()
}

/// Whether a dossier was compared with the others, as it was when it was last read.
pub async fn is_compared(db: &mut Conn, entry: EntryId) -> Result<bool, StoreError> {
    let sql = "SELECT entry_id FROM originality_texts WHERE entry_id = $1 AND compared = 1";
    Ok(db.maybe(sql, params![entry.uuid()]).await?.is_some())
}

/// Keeps nothing more of a dossier but the notes.
pub(crate) async fn forget(db: &mut Conn, entry: EntryId) -> Result<(), StoreError> {
    let of = || params![entry.uuid()];
    db.run("DELETE FROM originality_pairs WHERE entry_id = $1", of()).await?;
    db.run("DELETE FROM originality_pairs WHERE other_id = $1", of()).await?;
    let row = db.maybe("SELECT number FROM originality_texts WHERE entry_id = $1", of()).await?;
    let Some(row) = row else { return Ok(()) };
    let number = row.int("number")?;
    db.run("DELETE FROM originality_prints WHERE text_number = $1", params![number]).await?;
    db.run("DELETE FROM originality_texts WHERE entry_id = $1", of()).await?;
    Ok(())
}

/// Keeps the rows of a dossier in the place of those that were there; it waits to be compared.
pub(crate) async fn keep_prints(db: &mut Conn, each: &Compared, prints: &Prints) -> Result<(), StoreError> {
    forget(db, each.entry).await?;
    let last = db.one("SELECT COALESCE(MAX(number), 0) AS number FROM originality_texts", params![]).await?;
    let number = last.int("number")? + 1;
    db.run(
        "INSERT INTO originality_texts (entry_id, edition_id, family_id, number, mark, method, one_in, row_count, compared)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
        params![
            each.entry.uuid(),
            each.edition.uuid(),
            each.family.uuid(),
            number,
            each.mark.as_str(),
            METHOD,
            prints.sample.every,
            prints.sample.rows,
        ],
    )
    .await?;
    let rows = prints.kept.iter().map(|print| params![*print, number]).collect();
    db.insert_many("INSERT INTO originality_prints (print, text_number)", rows).await
}

/// A row that so many dossiers have is a form's or a phrase of everybody's: it says of none that it is alike, and to
/// look all of them up would cost more than all the rest.
const EVERYBODYS: i64 = 200;

/// A dossier that has rows in common with another.
pub(crate) struct Candidate {
    pub(crate) entry: EntryId,
    pub(crate) family: EntryId,
    /// How alike they seem.
    pub(crate) estimate: u32,
}

/// Every dossier that has rows of its own in common with this one.
pub(crate) async fn candidates(db: &mut Conn, entry: EntryId) -> Result<Vec<Candidate>, StoreError> {
    let sql = "SELECT number, one_in, row_count FROM originality_texts WHERE entry_id = $1";
    let Some(own) = db.maybe(sql, params![entry.uuid()]).await? else { return Ok(Vec::new()) };
    let sample = read_sample(&own)?;
    let rows = db
        .all(
            "SELECT t.entry_id, t.family_id, t.one_in, t.row_count, c.common
               FROM (SELECT b.text_number, COUNT(*) AS common
                       FROM (SELECT p.print FROM originality_prints p
                              WHERE p.text_number = $1
                                AND (SELECT COUNT(*) FROM (SELECT f.print FROM originality_prints f
                                                            WHERE f.print = p.print LIMIT $2) few) < $2) a
                       JOIN originality_prints b ON b.print = a.print
                      GROUP BY b.text_number) c
               JOIN originality_texts t ON t.number = c.text_number
              WHERE t.number <> $1",
            params![own.int("number")?, EVERYBODYS],
        )
        .await?;
    let candidate = |row: &Row| {
        Ok(Candidate {
            entry: row.parsed("entry_id")?,
            family: row.parsed("family_id")?,
            estimate: sample.estimate(read_sample(row)?, row.int("common")?),
        })
    };
    rows.iter().map(candidate).collect()
}

fn read_sample(row: &Row) -> Result<Sample, StoreError> {
    Ok(Sample { every: row.int("one_in")?, rows: row.int("row_count")? })
}

/// How alike another dossier is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) other: EntryId,
    /// How much of this one stands in the other.
    pub(crate) percent: u32,
    /// How much of the other stands in this one.
    pub(crate) back: u32,
}

/// Keeps with whom a dossier is alike, from both sides; from now on it is compared.
pub(crate) async fn keep_pairs(db: &mut Conn, entry: EntryId, pairs: &[Pair]) -> Result<(), StoreError> {
    // Two that were read one right after the other may each have found the other.
    db.run("DELETE FROM originality_pairs WHERE entry_id = $1", params![entry.uuid()]).await?;
    db.run("DELETE FROM originality_pairs WHERE other_id = $1", params![entry.uuid()]).await?;
    let both = |pair: &Pair| {
        let (one, other) = (entry.uuid(), pair.other.uuid());
        [params![one, other, pair.percent], params![other, one, pair.back]]
    };
    let rows = pairs.iter().flat_map(both).collect();
    db.insert_many("INSERT INTO originality_pairs (entry_id, other_id, percent)", rows).await?;
    db.run("UPDATE originality_texts SET compared = 1 WHERE entry_id = $1", params![entry.uuid()]).await?;
    Ok(())
}

/// One that an entry is alike to, and that one's edition.
pub(crate) struct Found {
    pub(crate) edition: EditionId,
    pub(crate) pair: Pair,
}

/// Everything that an entry is alike to, the most alike first.
pub(crate) async fn found(db: &mut Conn, entry: EntryId) -> Result<Vec<Found>, StoreError> {
    let rows = db
        .all(
            "SELECT p.other_id, p.percent, q.percent AS back, o.edition_id
               FROM originality_pairs p
               JOIN originality_pairs q ON q.entry_id = p.other_id AND q.other_id = p.entry_id
               JOIN originality_texts o ON o.entry_id = p.other_id
              WHERE p.entry_id = $1 ORDER BY p.percent DESC, q.percent DESC, p.other_id",
            params![entry.uuid()],
        )
        .await?;
    let percent = |row: &Row, column: &str| Ok::<_, StoreError>(u32::try_from(row.count(column)?).unwrap_or(100));
    let found = |row: &Row| {
        let pair =
            Pair { other: row.parsed("other_id")?, percent: percent(row, "percent")?, back: percent(row, "back")? };
        Ok(Found { edition: row.parsed("edition_id")?, pair })
    };
    rows.iter().map(found).collect()
}

/// What somebody said that a likeness is.
#[derive(Clone, Debug)]
pub struct KeptNote {
    /// Its id.
    pub id: Uuid,
    /// The entry that was screened.
    pub entry: EntryId,
    /// The one that it is alike to.
    pub other: EntryId,
    /// What it is.
    pub note: LikenessNote,
    /// How much of the entry stood in the other when it was said.
    pub percent: u32,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: AccountId,
}

/// What was said of an entry, the earliest first.
pub async fn notes_on(db: &mut Conn, entry: EntryId) -> Result<Vec<KeptNote>, StoreError> {
    let rows = db
        .all(
            "SELECT id, entry_id, other_id, what, words, percent, noted_at, noted_by
               FROM originality_notes WHERE entry_id = $1 ORDER BY noted_at, id",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(read_note).collect()
}

fn read_note(row: &Row) -> Result<KeptNote, StoreError> {
    let what: Likeness = row.parsed("what")?;
    Ok(KeptNote {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        other: row.parsed("other_id")?,
        note: LikenessNote { what, words: row.text("words")? },
        percent: u32::try_from(row.count("percent")?).unwrap_or(100),
        at: row.instant("noted_at")?,
        by: row.parsed("noted_by")?,
    })
}

pub(crate) async fn insert_note(db: &mut Conn, kept: &KeptNote) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO originality_notes (id, entry_id, other_id, what, words, percent, noted_at, noted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            kept.id,
            kept.entry.uuid(),
            kept.other.uuid(),
            kept.note.what.code(),
            kept.note.words.as_str(),
            kept.percent,
            kept.at,
            kept.by.uuid(),
        ],
    )
    .await?;
    Ok(())
}

/// The bounds of an edition; the usual ones where it set none.
pub(crate) async fn bands(db: &mut Conn, edition: EditionId) -> Result<Bands, StoreError> {
    let sql = "SELECT alike, very_alike FROM originality_bands WHERE edition_id = $1";
    let Some(row) = db.maybe(sql, params![edition.uuid()]).await? else { return Ok(Bands::default()) };
    let percent = |column: &str| Ok::<_, StoreError>(u32::try_from(row.count(column)?).unwrap_or(100));
    Ok(Bands::of(percent("alike")?, percent("very_alike")?).unwrap_or_default())
}

pub(crate) async fn save_bands(
    db: &mut Conn,
    (edition, bands): (EditionId, Bands),
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO originality_bands (edition_id, alike, very_alike, set_at, set_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (edition_id) DO UPDATE
            SET alike = excluded.alike, very_alike = excluded.very_alike, set_at = excluded.set_at,
                set_by = excluded.set_by",
        params![edition.uuid(), bands.alike(), bands.very_alike(), at, by.uuid()],
    )
    .await?;
    Ok(())
}
