//! The tables of proposals, of their units, of their papers.

use std::collections::BTreeMap;

use hoithi_rules::commendation::Group;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::nonsense;

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
                ORDER BY seat, grouped, place, unit_id";
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
    let row = |(seat, line): (i64, &ProposalLine)| {
        params![proposal.id, line.unit.uuid(), line.place, line.group.code(), line.points.hundredths(), seat]
    };
    let insert = "INSERT INTO commendation_lines (proposal_id, unit_id, place, grouped, points, seat)";
    db.insert_many(insert, (1_i64..).zip(&proposal.lines).map(row).collect()).await
}

/// A paper of a proposal besides the *tờ trình*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The minutes of whoever weighed it.
    Minutes,
    /// The decision.
    Decision,
}

impl Paper {
    /// Every one, in the order of the dossier.
    pub const ALL: [Self; 2] = [Self::Minutes, Self::Decision];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Decision => "decision",
        }
    }

    /// The paper of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }
}

/// The papers of a proposal that are in the register.
pub(crate) async fn papers_of(db: &mut Conn, proposal: Uuid) -> Result<BTreeMap<Paper, DocumentId>, StoreError> {
    let sql = "SELECT paper, document_id FROM commendation_papers WHERE proposal_id = $1";
    let rows = db.all(sql, params![proposal]).await?;
    let paper = |row: &Row| {
        let code = row.text("paper")?;
        let paper = Paper::from_code(&code).ok_or_else(|| nonsense("paper", code, "paper of a proposal"))?;
        Ok((paper, row.parsed("document_id")?))
    };
    rows.iter().map(paper).collect()
}

pub(crate) async fn insert_paper(
    db: &mut Conn,
    proposal: Uuid,
    paper: Paper,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO commendation_papers (proposal_id, paper, document_id) VALUES ($1, $2, $3)";
    db.run(sql, params![proposal, paper.code(), document.uuid()]).await?;
    Ok(())
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
