//! The only reader and writer of marks.
//!
//! A sheet is read by whoever holds an [`OwnAssignment`] (its own judge) or an [`OpenedRound`]
//! (a round that two persons opened); both are made from the stored facts and nowhere else. No
//! other module names these two tables, and nothing here prints what a sheet holds: not an error,
//! not a debug line.

use std::collections::BTreeMap;
use std::fmt;

use hoithi_rules::ids::{EntryId, JudgeId, ScoreSheetId};
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

/// Locks a judge's own sheet at the version that the judge read back.
pub(crate) async fn lock_own(
    db: &mut Conn,
    own: &OwnAssignment,
    seen: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE score_sheets SET locked_at = $3, version = version + 1
              WHERE assignment_id = $1 AND version = $2 AND locked_at IS NULL",
            params![own.id.uuid(), seen, now],
        )
        .await?;
    Ok(changed == 1)
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
