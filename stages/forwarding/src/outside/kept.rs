//! The tables of contests that were held outside.

use hoithi_documents::Sha256Hex;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A contest that was held outside.
#[derive(Clone, Debug)]
pub(crate) struct OutsideContest {
    pub(crate) id: Uuid,
    /// The contest above.
    pub(crate) edition: EditionId,
    pub(crate) unit: UnitId,
    pub(crate) title: String,
    pub(crate) decision: String,
    pub(crate) decided_on: Date,
    pub(crate) scan: Sha256Hex,
    /// How many of it may go up.
    pub(crate) quota: u32,
}

impl OutsideContest {
    /// By which the promotions know it as a contest below.
    pub(crate) fn as_edition(&self) -> EditionId {
        EditionId::new(self.id)
    }
}

/// An entry of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutsideEntry {
    pub(crate) id: EntryId,
    /// Its place in the list, from 1.
    pub(crate) place: i64,
    pub(crate) title: String,
    /// By their names, parted by semicolons.
    pub(crate) authors: String,
    /// A category of the contest above.
    pub(crate) category: CategoryCode,
    /// What it won; empty where it won nothing.
    pub(crate) prize: String,
}

const CONTEST: &str = "SELECT id, edition_id, unit_id, title, decision, decided_on, scan, quota
       FROM outside_contests WHERE id = $1 AND edition_id = $2";

pub(crate) async fn contest(db: &mut Conn, edition: EditionId, id: Uuid) -> Result<Option<OutsideContest>, StoreError> {
    let row = db.maybe(CONTEST, params![id, edition.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// The contests under an edition, in the order of their recording.
pub(crate) async fn contests_of(db: &mut Conn, edition: EditionId) -> Result<Vec<OutsideContest>, StoreError> {
    let sql = "SELECT id, edition_id, unit_id, title, decision, decided_on, scan, quota
                 FROM outside_contests WHERE edition_id = $1 ORDER BY recorded_at, id";
    db.all(sql, params![edition.uuid()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<OutsideContest, StoreError> {
    Ok(OutsideContest {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        unit: row.parsed("unit_id")?,
        title: row.text("title")?,
        decision: row.text("decision")?,
        decided_on: row.parsed("decided_on")?,
        scan: row.parsed("scan")?,
        quota: u32::try_from(row.int("quota")?).unwrap_or(u32::MAX),
    })
}

pub(super) async fn insert(
    db: &mut Conn,
    contest: &OutsideContest,
    (by, at): (AccountId, Timestamp),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO outside_contests (id, edition_id, unit_id, title, decision, decided_on, scan, quota, recorded_by,
                                       recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            contest.id,
            contest.edition.uuid(),
            contest.unit.uuid(),
            contest.title.as_str(),
            contest.decision.as_str(),
            contest.decided_on,
            contest.scan.to_string(),
            contest.quota,
            by.uuid(),
            at,
        ],
    )
    .await?;
    Ok(())
}

/// The entries of a contest by place.
pub(crate) async fn entries(db: &mut Conn, contest: Uuid) -> Result<Vec<OutsideEntry>, StoreError> {
    let sql = "SELECT id, place, title, authors, category, prize
                 FROM outside_entries WHERE contest_id = $1 ORDER BY place";
    db.all(sql, params![contest]).await?.iter().map(read_entry).collect()
}

fn read_entry(row: &Row) -> Result<OutsideEntry, StoreError> {
    let category = row.text("category")?;
    let category = CategoryCode::parse(&category).ok_or_else(|| StoreError::Nonsense {
        column: "category".to_owned(),
        value: category,
        wanted: "code of a category",
    })?;
    Ok(OutsideEntry {
        id: row.parsed("id")?,
        place: row.int("place")?,
        title: row.text("title")?,
        authors: row.text("authors")?,
        category,
        prize: row.text("prize")?,
    })
}

pub(super) async fn insert_entries(db: &mut Conn, contest: Uuid, new: &[OutsideEntry]) -> Result<(), StoreError> {
    let row = |entry: &OutsideEntry| {
        params![
            entry.id.uuid(),
            contest,
            entry.place,
            entry.title.as_str(),
            entry.authors.as_str(),
            entry.category.as_str(),
            entry.prize.as_str(),
        ]
    };
    let insert = "INSERT INTO outside_entries (id, contest_id, place, title, authors, category, prize)";
    db.insert_many(insert, new.iter().map(row).collect()).await
}

/// Changes what the list says of an entry; its title is what it is known by.
pub(super) async fn update_entry(db: &mut Conn, entry: &OutsideEntry) -> Result<(), StoreError> {
    db.run(
        "UPDATE outside_entries SET authors = $1, category = $2, prize = $3 WHERE id = $4",
        params![entry.authors.as_str(), entry.category.as_str(), entry.prize.as_str(), entry.id.uuid()],
    )
    .await?;
    Ok(())
}

/// What a unit's contests that were held outside come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCount {
    /// How many took part.
    pub entries: u64,
}

/// The count of a unit's contests that were held outside under an edition; none where there was none.
pub async fn outside_of_unit(
    db: &mut Conn,
    edition: EditionId,
    unit: UnitId,
) -> Result<Option<OutsideCount>, StoreError> {
    let row = db
        .one(
            "SELECT COUNT(DISTINCT c.id) AS contests, COUNT(e.id) AS entries
               FROM outside_contests c LEFT JOIN outside_entries e ON e.contest_id = c.id
              WHERE c.edition_id = $1 AND c.unit_id = $2",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    let entries = u64::try_from(row.int("entries")?).unwrap_or_default();
    Ok((row.int("contests")? > 0).then_some(OutsideCount { entries }))
}
