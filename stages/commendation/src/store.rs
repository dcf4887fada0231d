//! The tables of formulas, of what units gave, of proposals.

use hoithi_rules::commendation::{Formula, Group, OwnCommendation};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A published version of the formula.
#[derive(Clone, Debug)]
pub struct Kept {
    /// From 1; 0 is the assumed one that nobody decided.
    pub version: i64,
    /// The formula.
    pub formula: Formula,
    /// Why it was changed.
    pub why: String,
    /// Since when; none for the assumed one.
    pub at: Option<Timestamp>,
}

/// Every version, the newest first; never empty, because the assumed one comes last.
pub async fn formulas(db: &mut Conn, edition: EditionId) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT version, content, why, at FROM commendation_formulas WHERE edition_id = $1 ORDER BY version DESC";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    let mut all = rows.iter().map(read_formula).collect::<Result<Vec<_>, _>>()?;
    all.push(Kept { version: 0, formula: Formula::assumed(), why: String::new(), at: None });
    Ok(all)
}

/// The version that counts.
pub async fn formula(db: &mut Conn, edition: EditionId) -> Result<Kept, StoreError> {
    formulas(db, edition).await?.into_iter().next().ok_or(StoreError::NoRow)
}

fn read_formula(row: &Row) -> Result<Kept, StoreError> {
    let text = row.text("content")?;
    let formula = Formula::from_text(&text).ok_or_else(|| nonsense("content", text, "formula"))?;
    Ok(Kept { version: row.int("version")?, formula, why: row.text("why")?, at: Some(row.instant("at")?) })
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
}

/// What a unit gave in an edition, drafts first, then the newest.
pub async fn own_of_unit(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Vec<OwnLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, unit_id, decision, day, receiver, collective, merit FROM unit_commendations
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
            "SELECT id, edition_id, unit_id, decision, day, receiver, collective, merit FROM unit_commendations
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

/// Changes a line that is there.
pub(crate) async fn save_own(db: &mut Conn, line: &OwnLine) -> Result<bool, StoreError> {
    let own = &line.own;
    let changed = db
        .run(
            "UPDATE unit_commendations SET decision = $1, day = $2, receiver = $3, collective = $4, merit = $5,
                    version = version + 1 WHERE id = $6",
            params![own.decision.as_str(), own.day, own.receiver.as_str(), own.collective, own.merit.as_str(), line.id],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn delete_own(db: &mut Conn, id: Uuid) -> Result<(), StoreError> {
    db.run("DELETE FROM unit_commendations WHERE id = $1", params![id]).await?;
    Ok(())
}

/// What is asked for units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Honour {
    /// *Bằng khen* of the province's chairman.
    Provincial,
    /// *Giấy khen* of the agency.
    Agency,
    /// *Giải phong trào* of the committee.
    Movement,
}

impl Honour {
    /// Every honour.
    pub const ALL: [Self; 3] = [Self::Provincial, Self::Agency, Self::Movement];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provincial => "provincial",
            Self::Agency => "agency",
            Self::Movement => "movement",
        }
    }

    /// The honour of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|honour| honour.code() == code)
    }
}

/// Units put before the leaders, with the register's draft.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: Uuid,
    /// In which edition.
    pub edition: EditionId,
    /// What is asked.
    pub honour: Honour,
    /// The *tờ trình* in the register.
    pub document: DocumentId,
    /// By which version of the formula.
    pub formula_version: i64,
    /// When.
    pub at: Timestamp,
    /// Number, day and body of the decision, once there is one.
    pub decided: Option<(String, Date, String)>,
    /// Which units.
    pub lines: Vec<ProposalLine>,
}

/// One unit of a proposal with what it had on that day.
#[derive(Clone, Debug)]
pub struct ProposalLine {
    /// Which unit.
    pub unit: UnitId,
    /// Its group.
    pub group: Group,
    /// Its place in it.
    pub place: i64,
    /// Its points.
    pub points: Points,
}

macro_rules! proposals {
    ($narrowed:literal) => {
        concat!(
            "SELECT id, edition_id, honour, document_id, formula_version, at, decision, decided_day, decided_by_body
               FROM commendation_proposals ",
            $narrowed
        )
    };
}

/// Every proposal of an edition, the newest first, without its lines.
pub async fn proposals(db: &mut Conn, edition: EditionId) -> Result<Vec<Proposal>, StoreError> {
    let rows = db.all(proposals!("WHERE edition_id = $1 ORDER BY at DESC, id"), params![edition.uuid()]).await?;
    rows.iter().map(read_proposal).collect()
}

/// One proposal with its lines.
pub async fn proposal(db: &mut Conn, id: Uuid) -> Result<Option<Proposal>, StoreError> {
    let Some(row) = db.maybe(proposals!("WHERE id = $1"), params![id]).await? else { return Ok(None) };
    let mut proposal = read_proposal(&row)?;
    let sql = "SELECT unit_id, place, grouped, points FROM commendation_lines WHERE proposal_id = $1
                ORDER BY grouped, place, unit_id";
    for row in db.all(sql, params![id]).await? {
        let group = row.text("grouped")?;
        proposal.lines.push(ProposalLine {
            unit: row.parsed("unit_id")?,
            group: Group::from_code(&group).ok_or_else(|| nonsense("grouped", group, "group of units"))?,
            place: row.int("place")?,
            points: Points::from_hundredths(row.int("points")?),
        });
    }
    Ok(Some(proposal))
}

fn read_proposal(row: &Row) -> Result<Proposal, StoreError> {
    let honour = row.text("honour")?;
    let decided = match (row.text_opt("decision")?, row.parsed_opt("decided_day")?, row.text_opt("decided_by_body")?) {
        (Some(number), Some(day), Some(body)) => Some((number, day, body)),
        _ => None,
    };
    Ok(Proposal {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        honour: Honour::from_code(&honour).ok_or_else(|| nonsense("honour", honour, "honour"))?,
        document: row.parsed("document_id")?,
        formula_version: row.int("formula_version")?,
        at: row.instant("at")?,
        decided,
        lines: Vec::new(),
    })
}

pub(crate) async fn insert_proposal(db: &mut Conn, proposal: &Proposal, by: AccountId) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO commendation_proposals (id, edition_id, honour, document_id, formula_version, at, proposed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            proposal.id,
            proposal.edition.uuid(),
            proposal.honour.code(),
            proposal.document.uuid(),
            proposal.formula_version,
            proposal.at,
            by.uuid(),
        ],
    )
    .await?;
    let row = |line: &ProposalLine| {
        params![proposal.id, line.unit.uuid(), line.place, line.group.code(), line.points.hundredths()]
    };
    let insert = "INSERT INTO commendation_lines (proposal_id, unit_id, place, grouped, points)";
    db.insert_many(insert, proposal.lines.iter().map(row).collect()).await
}

/// Records the decision; false when one was recorded before.
pub(crate) async fn save_decision(
    db: &mut Conn,
    id: Uuid,
    (number, day, body): (&str, Date, &str),
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE commendation_proposals SET decision = $1, decided_day = $2, decided_by_body = $3
              WHERE id = $4 AND decision IS NULL",
            params![number, day, body, id],
        )
        .await?;
    Ok(changed == 1)
}
