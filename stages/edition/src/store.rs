//! The tables of editions, of their books and of the rounds that opened.

use std::sync::Arc;

use hoithi_documents::Sha256Hex;
use hoithi_rules::edition::{Amendment, RuleBook, Slug};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::books;
use crate::edition::{Edition, EditionState};

/// An edition by its id, with the book that counts.
pub async fn edition(db: &mut Conn, id: EditionId) -> Result<Option<Edition>, StoreError> {
    let row = db
        .maybe(
            "SELECT e.id, e.slug, e.unit_id, e.parent_id, e.state, e.launched_at, e.announced_at, e.version, b.text_hash
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version = e.version
              WHERE e.id = $1",
            params![id.uuid()],
        )
        .await?;
    maybe_edition(db, row).await
}

/// An edition by its name in addresses.
pub async fn edition_by_slug(db: &mut Conn, slug: &str) -> Result<Option<Edition>, StoreError> {
    let row = db
        .maybe(
            "SELECT e.id, e.slug, e.unit_id, e.parent_id, e.state, e.launched_at, e.announced_at, e.version, b.text_hash
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version = e.version
              WHERE e.slug = $1",
            params![slug],
        )
        .await?;
    maybe_edition(db, row).await
}

/// Every edition, the newest first.
pub async fn editions(db: &mut Conn) -> Result<Vec<Edition>, StoreError> {
    let rows = db
        .all(
            "SELECT e.id, e.slug, e.unit_id, e.parent_id, e.state, e.launched_at, e.announced_at, e.version, b.text_hash
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version = e.version
              ORDER BY e.set_up_at DESC, e.id DESC",
            params![],
        )
        .await?;
    read_editions(db, rows).await
}

/// The contests that units hold under an edition, the oldest first.
pub async fn local_contests(db: &mut Conn, parent: EditionId) -> Result<Vec<Edition>, StoreError> {
    let rows = db
        .all(
            "SELECT e.id, e.slug, e.unit_id, e.parent_id, e.state, e.launched_at, e.announced_at, e.version, b.text_hash
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version = e.version
              WHERE e.parent_id = $1
              ORDER BY e.set_up_at, e.id",
            params![parent.uuid()],
        )
        .await?;
    read_editions(db, rows).await
}

/// The edition that the portal is about: the one launched last, of those that no unit holds.
pub async fn current(db: &mut Conn) -> Result<Option<Edition>, StoreError> {
    let row = db
        .maybe(
            "SELECT e.id, e.slug, e.unit_id, e.parent_id, e.state, e.launched_at, e.announced_at, e.version, b.text_hash
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version = e.version
              WHERE e.launched_at IS NOT NULL AND e.parent_id IS NULL
              ORDER BY e.launched_at DESC, e.id DESC LIMIT 1",
            params![],
        )
        .await?;
    maybe_edition(db, row).await
}

async fn read_editions(db: &mut Conn, rows: Vec<Row>) -> Result<Vec<Edition>, StoreError> {
    let mut editions = Vec::with_capacity(rows.len());
    for row in rows {
        editions.extend(maybe_edition(db, Some(row)).await?);
    }
    Ok(editions)
}

async fn maybe_edition(db: &mut Conn, row: Option<Row>) -> Result<Option<Edition>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let (id, version) = (row.parsed("id")?, row.int("version")?);
    let book = book(db, id, version, row.parsed("text_hash")?).await?;
    Ok(Some(Edition {
        id,
        slug: read_slug(&row)?,
        unit: row.parsed_opt("unit_id")?,
        parent: row.parsed_opt("parent_id")?,
        state: read_state(&row)?,
        version,
        book,
    }))
}

fn read_slug(row: &Row) -> Result<Slug, StoreError> {
    let slug = row.text("slug")?;
    Slug::parse(&slug).ok_or_else(|| nonsense("slug", slug, "name in addresses"))
}

fn read_state(row: &Row) -> Result<EditionState, StoreError> {
    match (row.instant_opt("launched_at")?, row.instant_opt("announced_at")?) {
        (None, None) => Ok(EditionState::Preparing),
        (Some(at), None) => Ok(EditionState::Launched { at }),
        (Some(launched_at), Some(at)) => Ok(EditionState::Announced { launched_at, at }),
        (None, Some(_)) => Err(nonsense("announced_at", row.text("state")?, "state")),
    }
}

fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}

/// The text is read and parsed only when its hash was not met before.
async fn book(db: &mut Conn, id: EditionId, version: i64, hash: Sha256Hex) -> Result<Arc<RuleBook>, StoreError> {
    if let Some(book) = books::remembered(&hash) {
        return Ok(book);
    }
    let sql = "SELECT text FROM edition_books WHERE edition_id = $1 AND version = $2";
    let text = db.one(sql, params![id.uuid(), version]).await?.text("text")?;
    books::remember(hash, &text).map_err(|told| nonsense("text", told, "rule book"))
}

/// The book of one version, whether it counts now or not: a round that opened keeps its own.
pub async fn book_of(db: &mut Conn, id: EditionId, version: i64) -> Result<Option<Arc<RuleBook>>, StoreError> {
    let sql = "SELECT text_hash FROM edition_books WHERE edition_id = $1 AND version = $2";
    let Some(row) = db.maybe(sql, params![id.uuid(), version]).await? else { return Ok(None) };
    book(db, id, version, row.parsed("text_hash")?).await.map(Some)
}

pub(crate) async fn insert_edition(db: &mut Conn, edition: &Edition, now: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO editions (id, slug, unit_id, parent_id, state, launched_at, announced_at, version, set_up_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            edition.id.uuid(),
            edition.slug.as_str(),
            edition.unit.map(UnitId::uuid),
            edition.parent.map(EditionId::uuid),
            edition.state.code(),
            edition.state.launched_at(),
            edition.state.announced_at(),
            edition.version,
            now,
        ],
    )
    .await?;
    Ok(())
}

/// Says false when the edition is not any more at the version that was seen.
pub(crate) async fn save_state(db: &mut Conn, edition: &Edition, state: EditionState) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE editions SET state = $1, launched_at = $2, announced_at = $3
              WHERE id = $4 AND version = $5 AND state = $6",
            params![
                state.code(),
                state.launched_at(),
                state.announced_at(),
                edition.id.uuid(),
                edition.version,
                edition.state.code(),
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Lets another unit hold a contest; false where the old one does not hold it any more.
pub(crate) async fn save_unit(db: &mut Conn, id: EditionId, (from, to): (UnitId, UnitId)) -> Result<bool, StoreError> {
    let sql = "UPDATE editions SET unit_id = $1 WHERE id = $2 AND unit_id = $3";
    Ok(db.run(sql, params![to.uuid(), id.uuid(), from.uuid()]).await? == 1)
}

/// Says false when another book was put in force meanwhile.
pub(crate) async fn put_version(db: &mut Conn, id: EditionId, seen: i64, version: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE editions SET version = $1 WHERE id = $2 AND version = $3";
    Ok(db.run(sql, params![version, id.uuid(), seen]).await? == 1)
}

/// The decision behind a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Number, days and reason.
    pub amendment: Amendment,
    /// What the public reads.
    pub notice: String,
}

/// One version of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookVersion {
    /// Counted from 1.
    pub version: i64,
    /// The text as it was uploaded.
    pub text: String,
    /// The decision of an amendment; none for what was uploaded before the launch.
    pub decision: Option<Decision>,
    /// What it says differently than the version before, in sentences.
    pub differences: Vec<String>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By what it was refused on the day on which it was to come into force.
    pub refused: Option<String>,
}

impl BookVersion {
    /// The hash of its text, under which it is remembered and the journal holds it.
    pub(crate) fn hash(&self) -> Sha256Hex {
        Sha256Hex::of(self.text.as_bytes())
    }

    /// From when it counts by its decision; none before the launch.
    pub fn effective(&self) -> Option<Date> {
        self.decision.as_ref().map(|decision| decision.amendment.effective)
    }
}

/// Every version of an edition's book, the newest first.
pub async fn versions(db: &mut Conn, id: EditionId) -> Result<Vec<BookVersion>, StoreError> {
    let rows = db
        .all(
            "SELECT version, text, decision, issuer, issued, effective, reason, differences, notice, recorded_at,
                    refused_why
               FROM edition_books WHERE edition_id = $1 ORDER BY version DESC",
            params![id.uuid()],
        )
        .await?;
    rows.iter().map(read_version).collect()
}

fn read_version(row: &Row) -> Result<BookVersion, StoreError> {
    let differences = row.text("differences")?;
    Ok(BookVersion {
        version: row.int("version")?,
        text: row.text("text")?,
        decision: read_decision(row)?,
        differences: serde_json::from_str(&differences)
            .map_err(|_| nonsense("differences", differences, "list of sentences"))?,
        recorded_at: row.instant("recorded_at")?,
        refused: row.text_opt("refused_why")?,
    })
}

fn read_decision(row: &Row) -> Result<Option<Decision>, StoreError> {
    let Some(decision) = row.text_opt("decision")? else { return Ok(None) };
    let amendment = Amendment {
        decision,
        issuer: row.text("issuer")?,
        issued: row.parsed("issued")?,
        effective: row.parsed("effective")?,
        reason: row.text("reason")?,
    };
    Ok(Some(Decision { amendment, notice: row.text("notice")? }))
}

pub(crate) async fn insert_version(db: &mut Conn, id: EditionId, book: &BookVersion) -> Result<(), StoreError> {
    let hash = book.hash();
    let differences = serde_json::Value::from(book.differences.clone()).to_string();
    let amendment = book.decision.as_ref().map(|decision| &decision.amendment);
    db.run(
        "INSERT INTO edition_books (edition_id, version, text, text_hash, decision, issuer, issued, effective, reason,
                                    differences, notice, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            id.uuid(),
            book.version,
            book.text.as_str(),
            hash.as_str(),
            amendment.map(|each| each.decision.as_str()),
            amendment.map(|each| each.issuer.as_str()),
            amendment.map(|each| each.issued),
            amendment.map(|each| each.effective),
            amendment.map(|each| each.reason.as_str()),
            differences,
            book.decision.as_ref().map(|decision| decision.notice.as_str()),
            book.recorded_at,
        ],
    )
    .await?;
    Ok(())
}

/// Of every launched edition the newest version whose day has come and that does not count yet.
pub(crate) async fn due(db: &mut Conn, today: Date) -> Result<Vec<(EditionId, i64, i64)>, StoreError> {
    let rows = db
        .all(
            "SELECT e.id, e.version, MAX(b.version) AS due
               FROM editions e JOIN edition_books b ON b.edition_id = e.id AND b.version > e.version
              WHERE b.effective <= $1 AND b.refused_why IS NULL
              GROUP BY e.id, e.version ORDER BY e.id",
            params![today],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.int("version")?, row.int("due")?))).collect()
}

/// The version never comes into force.
pub(crate) async fn refuse_version(db: &mut Conn, id: EditionId, version: i64, why: &str) -> Result<(), StoreError> {
    let sql = "UPDATE edition_books SET refused_why = $3 WHERE edition_id = $1 AND version = $2";
    db.run(sql, params![id.uuid(), version, why]).await?;
    Ok(())
}

/// A round that has opened, and the version of the book that it froze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedRound {
    /// Its code in the marking part.
    pub round: String,
    /// The version it is judged by.
    pub version: i64,
    /// When it opened.
    pub opened_at: Timestamp,
}

/// The rounds that no amendment reaches any more.
pub async fn opened_rounds(db: &mut Conn, id: EditionId) -> Result<Vec<OpenedRound>, StoreError> {
    let sql =
        "SELECT round, version, opened_at FROM edition_opened_rounds WHERE edition_id = $1 ORDER BY opened_at, round";
    let rows = db.all(sql, params![id.uuid()]).await?;
    let read = |row: &Row| {
        Ok(OpenedRound {
            round: row.text("round")?,
            version: row.int("version")?,
            opened_at: row.instant("opened_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The first time counts.
pub(crate) async fn mark_results_known(db: &mut Conn, id: EditionId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE editions SET results_known_at = $1 WHERE id = $2 AND results_known_at IS NULL";
    db.run(sql, params![at, id.uuid()]).await?;
    Ok(())
}

/// The first time counts.
pub(crate) async fn mark_prizes_decided(db: &mut Conn, id: EditionId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE editions SET prizes_decided_at = $1 WHERE id = $2 AND prizes_decided_at IS NULL";
    db.run(sql, params![at, id.uuid()]).await?;
    Ok(())
}

/// Since when units are put forward by the formula; none when nobody is any more.
pub(crate) async fn mark_merit_used(db: &mut Conn, id: EditionId, since: Option<Timestamp>) -> Result<(), StoreError> {
    db.run("UPDATE editions SET merit_used_at = $1 WHERE id = $2", params![since, id.uuid()]).await?;
    Ok(())
}

pub(crate) async fn merit_is_used(db: &mut Conn, id: EditionId) -> Result<bool, StoreError> {
    let row = db.maybe("SELECT merit_used_at FROM editions WHERE id = $1", params![id.uuid()]).await?;
    Ok(row.map(|row| row.instant_opt("merit_used_at")).transpose()?.flatten().is_some())
}

/// Whether the leader has decided the prizes of an edition.
pub async fn prizes_are_decided(db: &mut Conn, id: EditionId) -> Result<bool, StoreError> {
    let row = db.maybe("SELECT prizes_decided_at FROM editions WHERE id = $1", params![id.uuid()]).await?;
    Ok(row.map(|row| row.instant_opt("prizes_decided_at")).transpose()?.flatten().is_some())
}

pub(crate) async fn results_are_known(db: &mut Conn, id: EditionId) -> Result<bool, StoreError> {
    let row = db.maybe("SELECT results_known_at FROM editions WHERE id = $1", params![id.uuid()]).await?;
    Ok(row.map(|row| row.instant_opt("results_known_at")).transpose()?.flatten().is_some())
}

pub(crate) async fn insert_opened_round(db: &mut Conn, id: EditionId, round: &OpenedRound) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO edition_opened_rounds (edition_id, round, version, opened_at) VALUES ($1, $2, $3, $4)",
        params![id.uuid(), round.round.as_str(), round.version, round.opened_at],
    )
    .await?;
    Ok(())
}
