//! The table of what was said of reports: every line stays, whatever comes after it.

use hoithi_rules::ids::{AccountId, ReportId};
use hoithi_rules::reporting::{ReportRequest, Stands};
use hoithi_store::{Conn, StoreError, params};

use super::duties::read_stands;
use super::small;

/// One thing that was said of a report.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// Of which version.
    pub(crate) version: u32,
    /// What, when and why.
    pub(crate) stands: Stands,
    /// By whom; unknown of what was said before this was kept.
    pub(crate) by: Option<AccountId>,
}

/// Everything that was said of a report, in order.
pub(crate) async fn verdicts_of(db: &mut Conn, duty: ReportId) -> Result<Vec<Said>, StoreError> {
    let rows = db
        .all(
            "SELECT v.version, v.stands, v.at AS stands_at, v.why AS stands_why, v.said_by, x.why AS unsigned_why
               FROM report_verdicts v LEFT JOIN report_exceptions x ON x.duty_id = v.duty_id AND x.version = v.version
              WHERE v.duty_id = $1 ORDER BY v.place",
            params![duty.uuid()],
        )
        .await?;
    let read = |row: &hoithi_store::Row| {
        Ok(Said { version: small(row, "version")?, stands: read_stands(row)?, by: row.parsed_opt("said_by")? })
    };
    rows.iter().map(read).collect()
}

/// Keeps what is said of the report now, and why its signed paper was not waited for.
pub(crate) async fn insert_verdict(db: &mut Conn, request: &ReportRequest, by: AccountId) -> Result<(), StoreError> {
    let Some(answer) = request.answered() else { return Ok(()) };
    let said = verdicts_of(db, request.id).await?.len();
    db.run(
        "INSERT INTO report_verdicts (duty_id, place, version, stands, at, why, said_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            request.id.uuid(),
            i64::try_from(said + 1).unwrap_or(i64::MAX),
            answer.version,
            answer.stands.code(),
            answer.stands.at(),
            answer.stands.reason(),
            by.uuid()
        ],
    )
    .await?;
    if let Some(why) = answer.stands.exception() {
        db.run(
            "INSERT INTO report_exceptions (duty_id, version, why) VALUES ($1, $2, $3)",
            params![request.id.uuid(), answer.version, why],
        )
        .await?;
    }
    Ok(())
}
