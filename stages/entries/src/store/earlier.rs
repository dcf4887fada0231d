//! The table of earlier editions' solutions.

use hoithi_rules::entries::EarlierEntry;
use hoithi_rules::ids::AccountId;
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::fold;
use jiff::Timestamp;
use uuid::Uuid;

use super::list::patterns;
use super::titles::title_waits;

/// An earlier edition's solution as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEarlier {
    /// Its id.
    pub id: Uuid,
    /// What the list says of it.
    pub what: EarlierEntry,
}

/// Every one of them, the latest years first, in the order of the alphabet.
pub(crate) async fn earlier_entries(db: &mut Conn) -> Result<Vec<KeptEarlier>, StoreError> {
    let sql = "SELECT id, year, edition, title, authors, unit, prize FROM earlier_entries
                ORDER BY year DESC, folded_title, id";
    db.all(sql, params![]).await?.iter().map(read).collect()
}

/// One of them.
pub(super) async fn earlier_entry(db: &mut Conn, id: Uuid) -> Result<Option<KeptEarlier>, StoreError> {
    let sql = "SELECT id, year, edition, title, authors, unit, prize FROM earlier_entries WHERE id = $1";
    db.maybe(sql, params![id]).await?.as_ref().map(read).transpose()
}

/// Those whose titles have these words, and how many there are in all.
pub(crate) async fn earlier_found(
    db: &mut Conn,
    words: &str,
    (most, skip): (i64, i64),
) -> Result<(Vec<KeptEarlier>, i64), StoreError> {
    let [one, two, three] = patterns(words);
    let rows = db
        .all(
            "SELECT id, year, edition, title, authors, unit, prize, COUNT(*) OVER () AS total FROM earlier_entries
              WHERE folded_title LIKE $1 ESCAPE '!' AND folded_title LIKE $2 ESCAPE '!' AND folded_title LIKE $3 ESCAPE '!'
              ORDER BY year DESC, folded_title, id
              LIMIT $4 OFFSET $5",
            params![one, two, three, most, skip],
        )
        .await?;
    let total = rows.first().map_or(Ok(0), |row| row.int("total"))?;
    Ok((rows.iter().map(read).collect::<Result<_, StoreError>>()?, total))
}

fn read(row: &Row) -> Result<KeptEarlier, StoreError> {
    Ok(KeptEarlier {
        id: row.parsed("id")?,
        what: EarlierEntry {
            year: i16::try_from(row.int("year")?).unwrap_or(i16::MAX),
            edition: row.text("edition")?,
            title: row.parsed("title")?,
            authors: row.text("authors")?,
            unit: row.text("unit")?,
            prize: row.text("prize")?,
        },
    })
}

pub(crate) async fn insert_earlier(
    db: &mut Conn,
    new: &[(KeptEarlier, i64)],
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let row = |(kept, row): &(KeptEarlier, i64)| {
        let what = &kept.what;
        params![
            kept.id,
            i64::from(what.year),
            what.edition.as_str(),
            what.title.as_str(),
            fold(what.title.as_str()),
            what.authors.as_str(),
            what.unit.as_str(),
            what.prize.as_str(),
            *row,
            at,
            by.uuid(),
        ]
    };
    let rows = new.iter().map(row).collect();
    db.insert_many(
        "INSERT INTO earlier_entries (id, year, edition, title, folded_title, authors, unit, prize, source_row,
                                      recorded_at, recorded_by)",
        rows,
    )
    .await?;
    let waiting = new.iter().map(|(kept, _)| params![kept.id, true]).collect();
    db.insert_many("INSERT INTO waiting_titles (solution_id, earlier)", waiting).await
}

/// Changes what is said of one; year and title are what it is known by.
pub(crate) async fn update_earlier(
    db: &mut Conn,
    (kept, row): (&KeptEarlier, i64),
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let what = &kept.what;
    db.run(
        "UPDATE earlier_entries SET edition = $1, authors = $2, unit = $3, prize = $4, source_row = $5,
                recorded_at = $6, recorded_by = $7
          WHERE id = $8",
        params![
            what.edition.as_str(),
            what.authors.as_str(),
            what.unit.as_str(),
            what.prize.as_str(),
            row,
            at,
            by.uuid(),
            kept.id
        ],
    )
    .await?;
    Ok(())
}

/// Takes one out; says whether it was there.
pub(crate) async fn delete_earlier(db: &mut Conn, id: Uuid) -> Result<bool, StoreError> {
    title_waits(db, id, true).await?;
    Ok(db.run("DELETE FROM earlier_entries WHERE id = $1", params![id]).await? > 0)
}
