//! The tables of proposals, of their units, of their papers.

use std::collections::BTreeMap;

use hoithi_rules::commendation::Group;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_rules::publication::VerificationCode;
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
    /// How far it is.
    pub state: ProposalState,
    /// Which units.
    pub lines: Vec<ProposalLine>,
}

/// How far a proposal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// It lies with whoever decides.
    Waits,
    /// The units were honoured.
    Decided {
        /// Number and symbol of the decision.
        number: String,
        /// Its day.
        day: Date,
        /// Who decided.
        body: String,
    },
    /// It was taken back before that.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// Why.
        why: String,
    },
}

impl Proposal {
    /// Whether it can still be decided or taken back.
    pub fn waits(&self) -> bool {
        self.state == ProposalState::Waits
    }

    /// Number, day and body of the decision, once there is one.
    pub fn decided(&self) -> Option<(&str, Date, &str)> {
        match &self.state {
            ProposalState::Decided { number, day, body } => Some((number, *day, body)),
            ProposalState::Waits | ProposalState::Withdrawn { .. } => None,
        }
    }

    /// When and why it was taken back, if it was.
    pub fn withdrawn(&self) -> Option<(Timestamp, &str)> {
        match &self.state {
            ProposalState::Withdrawn { at, why } => Some((*at, why)),
            ProposalState::Waits | ProposalState::Decided { .. } => None,
        }
    }
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
    /// The code on its sheet, once the honour is decided.
    pub code: Option<VerificationCode>,
}

macro_rules! proposals {
    ($narrowed:literal) => {
        concat!(
            "SELECT p.id, p.edition_id, p.honour, p.document_id, p.formula_version, p.at, p.decision, p.decided_day,
                    p.decided_by_body, w.at AS withdrawn_at, w.why
               FROM commendation_proposals p LEFT JOIN commendation_withdrawals w ON w.proposal_id = p.id ",
            $narrowed
        )
    };
}

/// Every proposal of an edition, the newest first, without its lines.
pub async fn proposals(db: &mut Conn, edition: EditionId) -> Result<Vec<Proposal>, StoreError> {
    let rows = db.all(proposals!("WHERE p.edition_id = $1 ORDER BY p.at DESC, p.id"), params![edition.uuid()]).await?;
    rows.iter().map(read_proposal).collect()
}

/// One proposal with its lines.
pub async fn proposal(db: &mut Conn, id: Uuid) -> Result<Option<Proposal>, StoreError> {
    let Some(row) = db.maybe(proposals!("WHERE p.id = $1"), params![id]).await? else { return Ok(None) };
    let mut proposal = read_proposal(&row)?;
    let sql = "SELECT unit_id, place, grouped, points, code FROM commendation_lines WHERE proposal_id = $1
                ORDER BY seat, grouped, place, unit_id";
    for row in db.all(sql, params![id]).await? {
        let group = row.text("grouped")?;
        proposal.lines.push(ProposalLine {
            unit: row.parsed("unit_id")?,
            group: Group::from_code(&group).ok_or_else(|| nonsense("grouped", group, "group of units"))?,
            place: row.int("place")?,
            points: Points::from_hundredths(row.int("points")?),
            code: row.parsed_opt("code")?,
        });
    }
    Ok(Some(proposal))
}

fn read_proposal(row: &Row) -> Result<Proposal, StoreError> {
    let honour = row.text("honour")?;
    Ok(Proposal {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        honour: Honour::from_code(&honour).ok_or_else(|| nonsense("honour", honour, "honour"))?,
        document: row.parsed("document_id")?,
        formula_version: row.int("formula_version")?,
        at: row.instant("at")?,
        state: read_state(row)?,
        lines: Vec::new(),
    })
}

fn read_state(row: &Row) -> Result<ProposalState, StoreError> {
    let decided = (row.text_opt("decision")?, row.parsed_opt("decided_day")?, row.text_opt("decided_by_body")?);
    let withdrawn = (row.instant_opt("withdrawn_at")?, row.text_opt("why")?);
    Ok(match (decided, withdrawn) {
        ((Some(number), Some(day), Some(body)), _) => ProposalState::Decided { number, day, body },
        (_, (Some(at), Some(why))) => ProposalState::Withdrawn { at, why },
        _ => ProposalState::Waits,
    })
}

/// Whether units are put forward in an edition, or were honoured: then its formula stands.
pub(crate) async fn stands(db: &mut Conn, edition: EditionId) -> Result<bool, StoreError> {
    Ok(proposals(db, edition).await?.iter().any(|proposal| proposal.withdrawn().is_none()))
}

/// The proposal and the unit whose sheet bears that code.
pub(crate) async fn by_code(db: &mut Conn, code: &VerificationCode) -> Result<Option<(Proposal, UnitId)>, StoreError> {
    let sql = "SELECT proposal_id, unit_id FROM commendation_lines WHERE code = $1";
    let Some(row) = db.maybe(sql, params![code.as_str()]).await? else { return Ok(None) };
    let unit = row.parsed("unit_id")?;
    Ok(proposal(db, row.parsed("proposal_id")?).await?.map(|proposal| (proposal, unit)))
}

/// Keeps the code of a unit's sheet.
pub(crate) async fn save_code(
    db: &mut Conn,
    (proposal, unit): (Uuid, UnitId),
    code: &VerificationCode,
) -> Result<(), StoreError> {
    let sql = "UPDATE commendation_lines SET code = $1 WHERE proposal_id = $2 AND unit_id = $3";
    db.run(sql, params![code.as_str(), proposal, unit.uuid()]).await?;
    Ok(())
}

pub(crate) async fn insert_withdrawal(
    db: &mut Conn,
    proposal: Uuid,
    why: &str,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO commendation_withdrawals (proposal_id, why, at, withdrawn_by) VALUES ($1, $2, $3, $4)";
    db.run(sql, params![proposal, why, at, by.uuid()]).await?;
    Ok(())
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

/// Of which day and by whom other proposals were decided under this number.
pub(crate) async fn decided_by(db: &mut Conn, but: Uuid, number: &str) -> Result<Vec<(Date, String)>, StoreError> {
    let sql = "SELECT decided_day, decided_by_body FROM commendation_proposals WHERE decision = $1 AND id <> $2";
    let read = |row: &Row| Ok((row.parsed("decided_day")?, row.text("decided_by_body")?));
    db.all(sql, params![number, but]).await?.iter().map(read).collect()
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
