//! What was published of admitted entries. Whoever withdraws drops out of it; whoever is admitted later comes in
//! with the next publication.

use hoithi_rules::edition::{CategoryCode, Listing};
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::list::patterns;

/// A publication that stands.
#[derive(Clone, Debug)]
pub(crate) struct Publication {
    pub(crate) id: Uuid,
    pub(crate) how: Listing,
    pub(crate) at: Timestamp,
    pub(crate) by: AccountId,
}

/// What the public reads of an entry.
#[derive(Clone, Debug)]
pub(crate) struct ShownTitle {
    pub(crate) entry: EntryId,
    pub(crate) title: String,
    pub(crate) category: String,
}

/// What stands published of an edition.
pub(crate) async fn publication(db: &mut Conn, edition: EditionId) -> Result<Option<Publication>, StoreError> {
    let sql = "SELECT id, how, published_at, published_by FROM entry_publications
                WHERE edition_id = $1 AND ended_at IS NULL";
    let Some(row) = db.maybe(sql, params![edition.uuid()]).await? else { return Ok(None) };
    let how = if row.text("how")? == Listing::Titles.code() { Listing::Titles } else { Listing::Counts };
    let (at, by) = (row.instant("published_at")?, row.parsed("published_by")?);
    Ok(Some(Publication { id: row.parsed("id")?, how, at, by }))
}

pub(crate) async fn insert_publication(
    db: &mut Conn,
    edition: EditionId,
    publication: &Publication,
    entries: &[EntryId],
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_publications (id, edition_id, how, published_at, published_by)
         VALUES ($1, $2, $3, $4, $5)",
        params![publication.id, edition.uuid(), publication.how.code(), publication.at, publication.by.uuid()],
    )
    .await?;
    let rows: Vec<Vec<Value>> = entries.iter().map(|entry| params![publication.id, entry.uuid()]).collect();
    db.insert_many("INSERT INTO published_entries (publication_id, entry_id)", rows).await
}

/// Ends what stands; says whether anything did. Without a reason another takes its place.
pub(crate) async fn end_publication(
    db: &mut Conn,
    edition: EditionId,
    (at, by): (Timestamp, AccountId),
    because: Option<&str>,
) -> Result<bool, StoreError> {
    let sql = "UPDATE entry_publications SET ended_at = $1, ended_by = $2, ended_because = $3
                WHERE edition_id = $4 AND ended_at IS NULL";
    Ok(db.run(sql, params![at, by.uuid(), because, edition.uuid()]).await? > 0)
}

/// Everything that is admitted now, in the order of the alphabet: what a publication would bring.
pub(crate) async fn admitted_now(db: &mut Conn, edition: EditionId) -> Result<Vec<ShownTitle>, StoreError> {
    let sql = "SELECT id, title, category FROM entries WHERE edition_id = $1 AND standing = 'admitted'
                ORDER BY folded_title, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read_title).collect()
}

/// What is looked for among published titles.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    pub(crate) category: Option<&'a CategoryCode>,
    pub(crate) words: &'a str,
    pub(crate) most: i64,
    pub(crate) skip: i64,
}

/// The published titles of entries that will be judged, in the order of the alphabet, and how many there are in
/// all. A search looks at titles only: finding a title by its author would tell the author.
pub(crate) async fn published_titles(
    db: &mut Conn,
    publication: Uuid,
    wanted: Wanted<'_>,
) -> Result<(Vec<ShownTitle>, i64), StoreError> {
    let [one, two, three] = patterns(wanted.words);
    let rows = db
        .all(
            "SELECT id, title, category, COUNT(*) OVER () AS total
               FROM entries
              WHERE id IN (SELECT entry_id FROM published_entries WHERE publication_id = $1)
                AND standing = 'admitted' AND ($2 IS NULL OR category = $2)
                AND folded_title LIKE $3 ESCAPE '!' AND folded_title LIKE $4 ESCAPE '!' AND folded_title LIKE $5 ESCAPE '!'
              ORDER BY folded_title, id
              LIMIT $6 OFFSET $7",
            params![publication, wanted.category.map(CategoryCode::as_str), one, two, three, wanted.most, wanted.skip],
        )
        .await?;
    let total = rows.first().map_or(Ok(0), |row| row.int("total"))?;
    Ok((rows.iter().map(read_title).collect::<Result<_, StoreError>>()?, total))
}

/// How many published entries will be judged in each category.
pub(crate) async fn published_counts(db: &mut Conn, publication: Uuid) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT category, CAST(COUNT(*) AS BIGINT) AS entries FROM entries
                WHERE id IN (SELECT entry_id FROM published_entries WHERE publication_id = $1) AND standing = 'admitted'
                GROUP BY category ORDER BY category";
    let rows = db.all(sql, params![publication]).await?;
    rows.iter().map(|row| Ok((row.text("category")?, row.int("entries")?))).collect()
}

fn read_title(row: &Row) -> Result<ShownTitle, StoreError> {
    Ok(ShownTitle { entry: row.parsed("id")?, title: row.text("title")?, category: row.text("category")? })
}
