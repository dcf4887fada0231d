//! Many duties at once, read and called off without what was reported.

use std::collections::BTreeMap;

use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::nonsense;
use crate::mark::{MarkState, ReportMark};

/// How far every duty to report of an edition is, by what asked for it.
pub async fn report_marks(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<Uuid, ReportMark>, StoreError> {
    let rows = db
        .all(
            "SELECT origin_id, due, asked_due, version, days_late, stands, withdrawn_at, unasked_at
               FROM report_duties WHERE edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("origin_id")?, read(row)?))).collect()
}

/// How many reports of an edition came and wait for the agency's word.
pub async fn reports_waiting(db: &mut Conn, edition: EditionId) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS reports FROM report_duties
                WHERE edition_id = $1 AND version > 0 AND stands = 'waiting' AND withdrawn_at IS NULL";
    db.one(sql, params![edition.uuid()]).await?.count("reports")
}

/// How many reports of an edition were approved without their signed paper, which has not come since.
pub async fn reports_unsigned(db: &mut Conn, edition: EditionId) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS reports
                 FROM report_duties q JOIN report_exceptions x ON x.duty_id = q.id AND x.version = q.version
                WHERE q.edition_id = $1 AND q.stands = 'approved' AND q.withdrawn_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM report_files f
                                   WHERE f.duty_id = q.id AND f.version = q.version AND f.signed = 1)";
    db.one(sql, params![edition.uuid()]).await?.count("reports")
}

fn read(row: &Row) -> Result<ReportMark, StoreError> {
    let late = i32::try_from(row.int("days_late")?).unwrap_or(i32::MAX);
    let stands = row.text("stands")?;
    let state = match (row.instant_opt("withdrawn_at")?, row.int("version")?, stands.as_str()) {
        (Some(_), ..) => MarkState::Withdrawn,
        (None, 0, _) => MarkState::Requested,
        (None, _, "waiting") => MarkState::Came { late },
        (None, _, "approved") => MarkState::Approved { late },
        (None, _, "returned" | "reopened") if row.instant_opt("unasked_at")?.is_some() => MarkState::Withdrawn,
        (None, _, "returned" | "reopened") => MarkState::ToCorrect,
        (None, ..) => return Err(nonsense("stands", stands, "standing of a report")),
    };
    Ok(ReportMark { due: row.parsed("due")?, asked: row.parsed_opt("asked_due")?, state })
}

/// So many duties are called off at once.
const TOGETHER: usize = 20;

/// A statement about the duties of twenty origins.
macro_rules! of_origins {
    ($change:literal) => {
        concat!(
            $change,
            " AND origin_id IN ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                                $21, $22)"
        )
    };
}

/// Duties are asked no longer, for one reason: those that wait for an answer or for its correction. What was approved
/// and what waits for the agency's word stays. Part of the act that takes back what asked for them, which has asked
/// whether it may.
pub async fn withdraw_open(db: &mut Conn, origins: &[Uuid], (at, reason): (Timestamp, &str)) -> Result<(), StoreError> {
    for some in origins.chunks(TOGETHER) {
        let mut values: Vec<Value> = params![at, reason];
        // A statement has a fixed number of places; the last origin stands in for those that are missing.
        let last = some.last().copied();
        values.extend((0..TOGETHER).filter_map(|place| some.get(place).copied().or(last)).map(Value::from));
        let waiting = of_origins!(
            "UPDATE report_duties SET withdrawn_at = $1, withdrawn_why = $2
              WHERE version = 0 AND withdrawn_at IS NULL"
        );
        db.run(waiting, values.clone()).await?;
        let all = of_origins!(
            "UPDATE report_duties SET unasked_at = $1, unasked_why = $2
              WHERE unasked_at IS NULL"
        );
        db.run(all, values).await?;
    }
    Ok(())
}
