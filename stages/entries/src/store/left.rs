//! What lies with a unit that has ended and was not handed in.

use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, StoreError, params};
use jiff::civil::Date;

use super::list::{Line, read_line};

/// Dossiers that are written for their authors and can still be changed on that day, the oldest first.
pub(crate) async fn left_with(
    db: &mut Conn,
    (edition, unit): (EditionId, UnitId),
    today: Date,
) -> Result<Vec<Line>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_name, byline, standing, submitted_at, version
               FROM entries
              WHERE edition_id = $1 AND unit_id = $2 AND owner_id IS NULL
                AND (standing = 'draft' OR (standing = 'returned' AND returned_until >= $3))
              ORDER BY begun_at, id",
            params![edition.uuid(), unit.uuid(), today],
        )
        .await?;
    rows.iter().map(read_line).collect()
}

/// How many drafts authors of a unit write themselves: nobody else is told more of them.
pub(crate) async fn own_drafts_at(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS drafts FROM entries
                WHERE edition_id = $1 AND unit_id = $2 AND owner_id IS NOT NULL AND standing = 'draft'";
    db.one(sql, params![edition.uuid(), unit.uuid()]).await?.count("drafts")
}
