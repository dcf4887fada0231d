//! The tables of formulas, of what units gave, of proposals.

mod frozen;
mod proposals;

use hoithi_edition::Edition;
use hoithi_rules::commendation::{Formula, OwnCommendation};
use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

pub(crate) use frozen::{frozen, insert_frozen};
pub use proposals::{Honour, Paper, Proposal, ProposalLine, ProposalState, proposal, proposals};
pub(crate) use proposals::{
    by_code, decided_by, insert_paper, insert_proposal, insert_withdrawal, papers_of, save_code, save_decision, stands,
};

/// Where a formula comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The edition's rule book.
    Book,
    /// A version that the agency published.
    Published,
    /// Nobody decided it.
    Assumed,
}

/// A formula as it was published.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where it comes from.
    pub origin: Origin,
    /// From 1; 0 is the rule book's, or the assumed one that nobody decided.
    pub version: i64,
    /// The formula.
    pub formula: Formula,
    /// Why it was changed.
    pub why: String,
    /// Since when; none for the assumed one.
    pub at: Option<Timestamp>,
}

/// The rule book's where it has one that is in force on that day, then every version, the newest first;
/// never empty, because the assumed one comes last.
pub async fn formulas(db: &mut Conn, edition: &Edition, today: Date) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT version, content, why, at FROM commendation_formulas WHERE edition_id = $1 ORDER BY version DESC";
    let rows = db.all(sql, params![edition.id.uuid()]).await?;
    let published = rows.iter().map(read_formula).collect::<Result<Vec<_>, _>>()?;
    let in_force = edition.book.merit().filter(|part| part.source.in_force <= today);
    let of_book = in_force.map(|part| Kept {
        origin: Origin::Book,
        version: 0,
        formula: part.formula.clone(),
        why: part.source.document.to_string(),
        at: None,
    });
    let assumed =
        Kept { origin: Origin::Assumed, version: 0, formula: Formula::assumed(), why: String::new(), at: None };
    Ok(of_book.into_iter().chain(published).chain([assumed]).collect())
}

/// The one that counts on that day.
pub async fn formula(db: &mut Conn, edition: &Edition, today: Date) -> Result<Kept, StoreError> {
    formulas(db, edition, today).await?.into_iter().next().ok_or(StoreError::NoRow)
}

fn read_formula(row: &Row) -> Result<Kept, StoreError> {
    let text = row.text("content")?;
    let formula = Formula::from_text(&text).ok_or_else(|| nonsense("content", text, "formula"))?;
    let (version, why, at) = (row.int("version")?, row.text("why")?, Some(row.instant("at")?));
    Ok(Kept { origin: Origin::Published, version, formula, why, at })
}

fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}

/// Keeps the next version.
pub(crate) async fn insert_formula(
    db: &mut Conn,
    edition: EditionId,
    kept: &Kept,
    by: AccountId,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO commendation_formulas (edition_id, version, content, why, at, decided_by)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![edition.uuid(), kept.version, kept.formula.to_text(), kept.why.as_str(), kept.at, by.uuid()],
    )
    .await?;
    Ok(())
}

/// What a unit gave, as it is kept.
#[derive(Clone, Debug)]
pub struct OwnLine {
    /// Its id.
    pub id: Uuid,
    /// For which edition.
    pub edition: EditionId,
    /// Which unit.
    pub unit: UnitId,
    /// What.
    pub own: OwnCommendation,
    /// Changes with every change.
    pub version: i64,
}

/// What a unit gave in an edition, drafts first, then the newest.
pub async fn own_of_unit(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Vec<OwnLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, unit_id, decision, day, receiver, collective, merit, version
               FROM unit_commendations
              WHERE edition_id = $1 AND unit_id = $2 ORDER BY CASE WHEN day IS NULL THEN 0 ELSE 1 END, day DESC, id",
            params![edition.uuid(), unit.uuid()],
        )
        .await?;
    rows.iter().map(read_own).collect()
}

/// One of them.
pub(crate) async fn own(db: &mut Conn, id: Uuid) -> Result<Option<OwnLine>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, edition_id, unit_id, decision, day, receiver, collective, merit, version
               FROM unit_commendations
              WHERE id = $1",
            params![id],
        )
        .await?;
    row.as_ref().map(read_own).transpose()
}

fn read_own(row: &Row) -> Result<OwnLine, StoreError> {
    Ok(OwnLine {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        unit: row.parsed("unit_id")?,
        own: OwnCommendation {
            decision: row.text("decision")?,
            day: row.parsed_opt("day")?,
            receiver: row.text("receiver")?,
            collective: row.flag("collective")?,
            merit: row.text("merit")?,
        },
        version: row.int("version")?,
    })
}

pub(crate) async fn insert_own(
    db: &mut Conn,
    line: &OwnLine,
    (by, at): (AccountId, Timestamp),
) -> Result<(), StoreError> {
    let own = &line.own;
    db.run(
        "INSERT INTO unit_commendations (id, edition_id, unit_id, decision, day, receiver, collective, merit,
                                         recorded_at, recorded_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        params![
            line.id,
            line.edition.uuid(),
            line.unit.uuid(),
            own.decision.as_str(),
            own.day,
            own.receiver.as_str(),
            own.collective,
            own.merit.as_str(),
            at,
            by.uuid(),
        ],
    )
    .await?;
    Ok(())
}

/// Changes a line in the version that was read; false where there is none.
pub(crate) async fn save_own(db: &mut Conn, line: &OwnLine) -> Result<bool, StoreError> {
    let own = &line.own;
    let changed = db
        .run(
            "UPDATE unit_commendations SET decision = $1, day = $2, receiver = $3, collective = $4, merit = $5,
                    version = version + 1 WHERE id = $6 AND version = $7",
            params![
                own.decision.as_str(),
                own.day,
                own.receiver.as_str(),
                own.collective,
                own.merit.as_str(),
                line.id,
                line.version,
            ],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn delete_own(db: &mut Conn, id: Uuid) -> Result<(), StoreError> {
    db.run("DELETE FROM unit_commendations WHERE id = $1", params![id]).await?;
    Ok(())
}
