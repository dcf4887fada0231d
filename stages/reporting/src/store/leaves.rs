//! What units wrote, gathered for the whole edition, and what of it is left out.

use std::collections::BTreeSet;

use hoithi_rules::ids::{EditionId, ReportId};
use hoithi_store::{Conn, StoreError, params};

/// Every text of the latest answers of an edition: whose report, under which heading, which words.
pub(crate) async fn texts_of(db: &mut Conn, edition: EditionId) -> Result<Vec<(ReportId, String, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT t.duty_id, t.heading, t.words FROM report_duties q
               JOIN report_texts t ON t.duty_id = q.id AND t.version = q.version WHERE q.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("duty_id")?, row.text("heading")?, row.text("words")?))).collect()
}

/// Which texts do not go into the consolidated report.
pub(crate) async fn left_out(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<(ReportId, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT o.duty_id, o.heading FROM report_texts_left_out o JOIN report_duties q ON q.id = o.duty_id
              WHERE q.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("duty_id")?, row.text("heading")?))).collect()
}

/// Leaves these out, and no others.
pub(crate) async fn leave_out(
    db: &mut Conn,
    edition: EditionId,
    out: &BTreeSet<(ReportId, String)>,
) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM report_texts_left_out WHERE duty_id IN (SELECT id FROM report_duties WHERE edition_id = $1)",
        params![edition.uuid()],
    )
    .await?;
    let rows = out.iter().map(|(duty, heading)| params![duty.uuid(), heading.as_str()]).collect();
    db.insert_many("INSERT INTO report_texts_left_out (duty_id, heading)", rows).await
}
