//! What the board reads: figures of a whole letter in few lines, everything of a page's units.

use std::collections::BTreeMap;

use hoithi_rules::campaign::TaskKind;
use hoithi_rules::ids::{DocumentId, EditionId, SendingId, UnitId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::civil::Date;

use super::coded;
use crate::publicity::PublicityTally;

/// How far the tasks of one unit are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// Asked for, still or once; what was called off is not counted.
    pub asked: usize,
    /// Answered.
    pub done: usize,
    /// Open, and under way: somebody has it, it was noted how far it is, or it was sent back.
    pub begun: usize,
    /// Open, and their day has passed.
    pub overdue: usize,
}

/// How far the tasks of each unit of a letter are.
pub(crate) async fn task_counts(
    db: &mut Conn,
    letter: DocumentId,
    today: Date,
) -> Result<BTreeMap<UnitId, TaskCounts>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, CAST(COUNT(*) AS BIGINT) AS asked,
                    CAST(SUM(CASE WHEN state IN ('done', 'nothing') THEN 1 ELSE 0 END) AS BIGINT) AS done,
                    CAST(SUM(CASE WHEN state = 'accepted'
                                   AND (percent IS NOT NULL OR assignee IS NOT NULL OR returned > 0)
                                  THEN 1 ELSE 0 END) AS BIGINT) AS begun,
                    CAST(SUM(CASE WHEN state IN ('assigned', 'accepted') AND due < $2 THEN 1 ELSE 0 END) AS BIGINT) AS overdue
               FROM tasks WHERE document_id = $1 AND called_off_at IS NULL GROUP BY unit_id",
            params![letter.uuid(), today],
        )
        .await?;
    let read = |row: &Row| {
        let counts = TaskCounts {
            asked: row.count("asked")?,
            done: row.count("done")?,
            begun: row.count("begun")?,
            overdue: row.count("overdue")?,
        };
        Ok((row.parsed("unit_id")?, counts))
    };
    rows.iter().map(read).collect()
}

/// A task that a letter asks of its units, over all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaskColumn {
    pub(crate) kind: TaskKind,
    pub(crate) title: String,
    pub(crate) due: Option<Date>,
    pub(crate) asked: usize,
    pub(crate) done: usize,
}

/// What a letter asks, in its order.
pub(crate) async fn task_columns(db: &mut Conn, letter: DocumentId) -> Result<Vec<TaskColumn>, StoreError> {
    let rows = db
        .all(
            "SELECT kind, title, MIN(due) AS due,
                    CAST(SUM(CASE WHEN called_off_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS asked,
                    CAST(SUM(CASE WHEN state IN ('done', 'nothing') THEN 1 ELSE 0 END) AS BIGINT) AS done
               FROM tasks WHERE document_id = $1 GROUP BY kind, title ORDER BY MIN(place), kind, title",
            params![letter.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(TaskColumn {
            kind: coded(row, "kind", "kind of task", TaskKind::from_code)?,
            title: row.text("title")?,
            due: row.parsed_opt("due")?,
            asked: row.count("asked")?,
            done: row.count("done")?,
        })
    };
    rows.iter().map(read).collect()
}

/// For a filtered board: which unit was asked which task, and whether it answered.
pub(crate) async fn task_marks(
    db: &mut Conn,
    letter: DocumentId,
) -> Result<Vec<(UnitId, TaskKind, String, bool)>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, kind, title, CAST(CASE WHEN state IN ('done', 'nothing') THEN 1 ELSE 0 END AS BIGINT) AS done
               FROM tasks WHERE document_id = $1 AND called_off_at IS NULL",
            params![letter.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let kind = coded(row, "kind", "kind of task", TaskKind::from_code)?;
        Ok((row.parsed("unit_id")?, kind, row.text("title")?, row.flag("done")?))
    };
    rows.iter().map(read).collect()
}

/// How many pieces of publicity each unit recorded: confirmed, waiting, returned.
pub(crate) async fn publicity_counts(
    db: &mut Conn,
    edition: EditionId,
) -> Result<BTreeMap<UnitId, PublicityTally>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, CAST(SUM(CASE WHEN state = 'confirmed' THEN 1 ELSE 0 END) AS BIGINT) AS confirmed,
                    CAST(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) AS waiting,
                    CAST(SUM(CASE WHEN state = 'returned' THEN 1 ELSE 0 END) AS BIGINT) AS returned
               FROM publicity_items WHERE edition_id = $1 GROUP BY unit_id",
            params![edition.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let tally = PublicityTally {
            confirmed: row.count("confirmed")?,
            waiting: row.count("waiting")?,
            returned: row.count("returned")?,
        };
        Ok((row.parsed("unit_id")?, tally))
    };
    rows.iter().map(read).collect()
}

/// Ids for a statement that takes twenty; the last stands in for those that are missing.
pub(crate) fn twenty(ids: &[SendingId]) -> Vec<Value> {
    let last = ids.last().copied();
    (0..TOGETHER).filter_map(|place| ids.get(place).copied().or(last)).map(|id| Value::from(id.uuid())).collect()
}

/// So many sendings are asked about at once.
pub(crate) const TOGETHER: usize = 20;
