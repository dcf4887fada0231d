//! How many entries, by category and by standing: figures for desks, without a single row of people.

use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, StoreError, params};

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
