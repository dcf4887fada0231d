//! The only reader and writer of marks.
//!
//! A sheet is read by whoever holds an [`OwnAssignment`] (its own judge) or an [`OpenedRound`]
//! (a round that two persons opened); both are made from the stored facts and nowhere else. No
//! other module names these two tables; of a sealed sheet only its hash leaves. Nothing here prints what a sheet holds: not an error,
//! not a debug line.

use std::collections::BTreeMap;
use std::fmt;

use hoithi_documents::Sha256Hex;
use hoithi_rules::ids::{AssignmentId, EntryId, JudgeId, RoundId, ScoreSheetId};
use hoithi_rules::judging::{CriterionCode, GivenMark, Points};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::assignments::OwnAssignment;
use crate::rounds::OpenedRound;

/// What a judge has written on a sheet so far.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Marks by criterion; missing ones are not given yet.
    pub marks: BTreeMap<CriterionCode, Points>,
    /// The band chosen before the number, by its place in the criterion, from 0.
    #[serde(default)]
    pub bands: BTreeMap<CriterionCode, usize>,
    /// The judge's remark; may be empty.
    #[serde(default)]
    pub comment: String,
}

impl fmt::Debug for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Written(…)")
    }
}

impl Written {
    /// The total of the marks given so far.
    pub fn total(&self) -> Points {
        self.marks.values().copied().sum()
    }

    /// The marks as the law asks for them.
    pub(crate) fn given(&self) -> Vec<GivenMark> {
        let mark = |(criterion, points): (&CriterionCode, &Points)| GivenMark {
            criterion: criterion.clone(),
            points: *points,
            band: self.bands.get(criterion).copied(),
        };
        self.marks.iter().map(mark).collect()
    }
}

/// A judge's own sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// 0 until something is written, then one more with every change.
    pub version: i64,
    /// What is written.
    pub written: Written,
    /// When it was last saved.
    pub saved_at: Option<Timestamp>,
    /// When its judge locked it.
    pub locked_at: Option<Timestamp>,
}

/// The sheet of an assignment, for its own judge.
pub async fn own_sheet(db: &mut Conn, own: &OwnAssignment) -> Result<Sheet, StoreError> {
    let row = db
        .maybe(
            "SELECT version, marks, saved_at, locked_at FROM score_sheets WHERE assignment_id = $1",
            params![own.id.uuid()],
        )
        .await?;
    let Some(row) = row else {
        return Ok(Sheet::default());
    };
    Ok(Sheet {
        version: row.int("version")?,
        written: written(&row)?,
        saved_at: row.instant_opt("saved_at")?,
        locked_at: row.instant_opt("locked_at")?,
    })
}

/// An error about a sheet never carries what the sheet holds.
fn written(row: &Row) -> Result<Written, StoreError> {
    serde_json::from_str(&row.text("marks")?).map_err(|_| unreadable())
}

fn unreadable() -> StoreError {
    StoreError::Nonsense { column: "marks".to_owned(), value: "…".to_owned(), wanted: "score sheet" }
}

/// Writes the next version of a judge's own sheet and keeps it in the history; none when the
/// sheet is not at the version that the judge saw, or is locked.
pub(crate) async fn write_own(
    db: &mut Conn,
    own: &OwnAssignment,
    seen: i64,
    written: &Written,
    now: Timestamp,
) -> Result<Option<i64>, StoreError> {
    let marks = serde_json::to_string(written).map_err(|_| unreadable())?;
    let version = seen + 1;
    let changed = if seen == 0 {
        db.run(
            "INSERT INTO score_sheets (assignment_id, version, marks, saved_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            params![own.id.uuid(), version, &marks, now],
        )
        .await?
    } else {
        db.run(
            "UPDATE score_sheets SET version = $2, marks = $3, saved_at = $4
              WHERE assignment_id = $1 AND version = $5 AND locked_at IS NULL",
            params![own.id.uuid(), version, &marks, now, seen],
        )
        .await?
    };
    if changed == 0 {
        return Ok(None);
    }
    db.run(
        "INSERT INTO score_sheet_history (assignment_id, version, marks, saved_at) VALUES ($1, $2, $3, $4)",
        params![own.id.uuid(), version, marks, now],
    )
    .await?;
    Ok(Some(version))
}

/// Locks a judge's own sheet at the version that the judge read back, and gives its commitment.
pub(crate) async fn lock_own(
    db: &mut Conn,
    own: &OwnAssignment,
    (seen, written): (i64, &Written),
    salt: &Sha256Hex,
    now: Timestamp,
) -> Result<Option<Sha256Hex>, StoreError> {
    let changed = db
        .run(
            "UPDATE score_sheets SET locked_at = $3, version = version + 1, salt = $4
              WHERE assignment_id = $1 AND version = $2 AND locked_at IS NULL",
            params![own.id.uuid(), seen, now, salt.as_str()],
        )
        .await?;
    let whose = Whose { round: own.round, sheet: own.id, entry: own.entry, judge: own.judge };
    if changed == 1 { commitment(salt.as_str(), &whose, written).map(Some) } else { Ok(None) }
}

/// Whose sheet of what in which round.
struct Whose {
    round: RoundId,
    sheet: AssignmentId,
    entry: EntryId,
    judge: JudgeId,
}

/// The hash by which the journal knows what a sheet said when it was locked. Its salt stays with
/// the sheet: without it nobody can try the few marks there are until one fits.
fn commitment(salt: &str, whose: &Whose, written: &Written) -> Result<Sha256Hex, StoreError> {
    let Whose { round, sheet, entry, judge } = whose;
    let told = serde_json::to_vec(&("hoithi.score_sheet.1", salt, round, sheet, entry, judge, written));
    told.map(|told| Sha256Hex::of(&told)).map_err(|_| unreadable())
}

/// A locked sheet by its hash alone.
#[derive(Clone, Debug)]
pub(crate) struct Committed {
    pub(crate) sheet: AssignmentId,
    pub(crate) entry: EntryId,
    /// What it comes to now; none where nothing can be hashed any more, or nothing ever was.
    pub(crate) commitment: Option<Sha256Hex>,
}

/// Every locked sheet of a round by its hash; sealed or open, no mark leaves here.
pub(crate) async fn committed(db: &mut Conn, round: RoundId) -> Result<Vec<Committed>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id, a.entry_id, a.judge_id, s.marks, s.salt
               FROM assignments a LEFT JOIN score_sheets s ON s.assignment_id = a.id AND s.locked_at IS NOT NULL
              WHERE a.round_id = $1 AND a.state = 'locked' ORDER BY a.id",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let (sheet, entry, judge) = (row.parsed("id")?, row.parsed("entry_id")?, row.parsed("judge_id")?);
        let whose = Whose { round, sheet, entry, judge };
        let salt = row.text_opt("salt")?;
        let marks = row.text_opt("marks")?.and_then(|marks| serde_json::from_str::<Written>(&marks).ok());
        let commitment = salt.zip(marks).map(|(salt, written)| commitment(&salt, &whose, &written)).transpose()?;
        Ok(Committed { sheet, entry, commitment })
    };
    rows.iter().map(read).collect()
}

/// The sheets, as round and blind code, that are not what their history last kept.
pub(crate) async fn off_their_history(db: &mut Conn) -> Result<Vec<String>, StoreError> {
    let rows = db
        .all(
            "SELECT r.name, COALESCE(e.blind_code, '–') AS code
               FROM score_sheets s JOIN assignments a ON a.id = s.assignment_id JOIN rounds r ON r.id = a.round_id
               LEFT JOIN round_entries e ON e.round_id = a.round_id AND e.entry_id = a.entry_id
               LEFT JOIN score_sheet_history h ON h.assignment_id = s.assignment_id AND h.version =
                 (SELECT MAX(l.version) FROM score_sheet_history l WHERE l.assignment_id = s.assignment_id)
              WHERE h.marks IS NULL OR h.marks <> s.marks
                 OR h.version + CASE WHEN s.locked_at IS NULL THEN 0 ELSE 1 END <> s.version
              ORDER BY r.name, code",
            params![],
        )
        .await?;
    rows.iter().map(|row| Ok(format!("{}, {}", row.text("name")?, row.text("code")?))).collect()
}

/// A locked sheet of an opened round.
#[derive(Clone, Debug)]
pub(crate) struct OpenedSheet {
    /// Its id.
    pub(crate) id: ScoreSheetId,
    /// Of which entry.
    pub(crate) entry: EntryId,
    /// Whose.
    pub(crate) judge: JudgeId,
    /// What it says.
    pub(crate) written: Written,
    pub(crate) version: i64,
    pub(crate) locked_at: Timestamp,
}

/// Every sheet that counts in an opened round: locked by a judge who did not withdraw.
pub(crate) async fn opened_sheets(db: &mut Conn, opened: &OpenedRound) -> Result<Vec<OpenedSheet>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id, a.entry_id, a.judge_id, s.marks, s.version, s.locked_at
               FROM assignments a JOIN score_sheets s ON s.assignment_id = a.id
              WHERE a.round_id = $1 AND a.state = 'locked' AND s.locked_at IS NOT NULL
              ORDER BY a.entry_id, a.id",
            params![opened.card().id.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(OpenedSheet {
            id: row.parsed("id")?,
            entry: row.parsed("entry_id")?,
            judge: row.parsed("judge_id")?,
            written: written(row)?,
            version: row.int("version")?,
            locked_at: row.instant("locked_at")?,
        })
    };
    rows.iter().map(read).collect()
}
