//! How many entries, by category and by standing: figures for desks, without a single row of people.

use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::standing::Standing;

/// So many entries of a category stand so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The category's code; none while an author has not chosen.
    pub category: Option<String>,
    /// Where they stand.
    pub standing: Standing,
    /// How many.
    pub entries: usize,
}

/// The counts of an edition, drafts included.
pub async fn counts(db: &mut Conn, edition: EditionId) -> Result<Vec<Count>, StoreError> {
    let rows = db
        .all(
            "SELECT category, standing, CAST(COUNT(*) AS BIGINT) AS entries
               FROM entries
              WHERE edition_id = $1 AND (standing <> 'withdrawn' OR submitted_at IS NOT NULL)
              GROUP BY category, standing ORDER BY category, standing",
            params![edition.uuid()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Count {
                category: row.text_opt("category")?,
                standing: row.parsed("standing")?,
                entries: row.count("entries")?,
            })
        })
        .collect()
}

/// When an entry came, in which category and from which unit: nothing of its people.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) at: Timestamp,
    pub(crate) category: Option<String>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) unit_name: String,
}

/// Everything that an edition received and that was not taken back.
pub(crate) async fn received(db: &mut Conn, edition: EditionId) -> Result<Vec<Received>, StoreError> {
    let rows = db
        .all(
            "SELECT submitted_at, category, unit_id, unit_name
               FROM entries WHERE edition_id = $1 AND submitted_at IS NOT NULL AND standing <> 'withdrawn'",
            params![edition.uuid()],
        )
        .await?;
    let received = |row: &Row| {
        Ok(Received {
            at: row.instant("submitted_at")?,
            category: row.text_opt("category")?,
            unit: row.parsed_opt("unit_id")?,
            unit_name: row.text("unit_name")?,
        })
    };
    rows.iter().map(received).collect()
}
