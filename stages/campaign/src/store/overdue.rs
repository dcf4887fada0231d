//! What is overdue.

use hoithi_rules::campaign::TaskKind;
use hoithi_rules::ids::{DocumentId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use super::coded;

/// A task that is open after its day.
pub(crate) struct OverdueTask {
    pub(crate) unit: UnitId,
    pub(crate) kind: TaskKind,
    pub(crate) title: String,
    pub(crate) due: Date,
}

/// The tasks of a letter that are open after their day, in the letter's order. What the letter only
/// encourages is owed by nobody.
pub(crate) async fn overdue_tasks(
    db: &mut Conn,
    letter: DocumentId,
    today: Date,
) -> Result<Vec<OverdueTask>, StoreError> {
    let rows = db
        .all(
            "SELECT unit_id, kind, title, due FROM tasks
              WHERE document_id = $1 AND kind <> 'hold_local_contest' AND state IN ('assigned', 'accepted') AND called_off_at IS NULL AND due < $2
              ORDER BY place, unit_id",
            params![letter.uuid(), today],
        )
        .await?;
    let read = |row: &Row| {
        Ok(OverdueTask {
            unit: row.parsed("unit_id")?,
            kind: coded(row, "kind", "kind of task", TaskKind::from_code)?,
            title: row.text("title")?,
            due: row.parsed("due")?,
        })
    };
    rows.iter().map(read).collect()
}

/// How many units of a letter have something open after its day.
pub async fn overdue_units(db: &mut Conn, letter: DocumentId, today: Date) -> Result<usize, StoreError> {
    let row = db
        .one(
            "SELECT CAST(COUNT(DISTINCT unit_id) AS BIGINT) AS units FROM tasks
              WHERE document_id = $1 AND kind <> 'hold_local_contest' AND state IN ('assigned', 'accepted') AND called_off_at IS NULL AND due < $2",
            params![letter.uuid(), today],
        )
        .await?;
    row.count("units")
}
