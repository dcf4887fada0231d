//! On which occasions reports were asked.

use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;
use uuid::Uuid;

/// One occasion on which reports were asked of several units together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occasion {
    /// What asked: a letter.
    pub(crate) id: Uuid,
    /// The last day by which all were asked, whatever later day one of them was granted.
    pub(crate) due: Date,
    /// Whether a report came.
    pub(crate) answered: bool,
}

/// The occasions of an edition that still ask for a report, the latest first.
pub(crate) async fn occasions_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Occasion>, StoreError> {
    let rows = db
        .all(
            "SELECT COALESCE(occasion_id, origin_id) AS occasion, MAX(COALESCE(asked_due, due)) AS due,
                    MAX(version) AS version, MAX(id) AS asked
               FROM report_duties WHERE edition_id = $1 AND withdrawn_at IS NULL
              GROUP BY COALESCE(occasion_id, origin_id) ORDER BY asked DESC",
            params![edition.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Occasion { id: row.parsed("occasion")?, due: row.parsed("due")?, answered: row.int("version")? > 0 })
    };
    rows.iter().map(read).collect()
}
