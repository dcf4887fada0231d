//! The table of closed periods.

use hoithi_rules::ids::EditionId;
use hoithi_rules::reporting::{Period, PeriodState};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

/// The periods of an edition that were closed, in order.
pub async fn periods(db: &mut Conn, edition: EditionId) -> Result<Vec<Period>, StoreError> {
    let rows = db
        .all(
            "SELECT last_day, after_day, closed_at, reopened_at, reopened_why FROM report_periods
              WHERE edition_id = $1 ORDER BY last_day",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Period, StoreError> {
    let state = match row.instant_opt("reopened_at")? {
        Some(at) => PeriodState::Reopened { at, reason: row.text("reopened_why")? },
        None => PeriodState::Closed { at: row.instant("closed_at")? },
    };
    Ok(Period { after: row.parsed_opt("after_day")?, last: row.parsed("last_day")?, state })
}

/// Keeps a new period; false when one of that day was closed meanwhile.
pub(crate) async fn insert_period(db: &mut Conn, edition: EditionId, period: &Period) -> Result<bool, StoreError> {
    let (PeriodState::Closed { at } | PeriodState::Reopened { at, .. }) = &period.state;
    let added = db
        .run(
            "INSERT INTO report_periods (edition_id, last_day, after_day, closed_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (edition_id, last_day) DO NOTHING",
            params![edition.uuid(), period.last, period.after, *at],
        )
        .await?;
    Ok(added == 1)
}

/// Saves that a period was opened again, or closed anew; false when somebody else did meanwhile.
pub(crate) async fn save_period(db: &mut Conn, edition: EditionId, period: &Period) -> Result<bool, StoreError> {
    let changed = match &period.state {
        PeriodState::Closed { at } => {
            db.run(
                "UPDATE report_periods SET closed_at = $1, reopened_at = NULL, reopened_why = NULL
                  WHERE edition_id = $2 AND last_day = $3 AND reopened_at IS NOT NULL",
                params![*at, edition.uuid(), period.last],
            )
            .await?
        }
        PeriodState::Reopened { at, reason } => reopened(db, edition, period, (*at, reason.as_str())).await?,
    };
    Ok(changed == 1)
}

async fn reopened(
    db: &mut Conn,
    edition: EditionId,
    period: &Period,
    (at, reason): (Timestamp, &str),
) -> Result<u64, StoreError> {
    db.run(
        "UPDATE report_periods SET reopened_at = $1, reopened_why = $2
          WHERE edition_id = $3 AND last_day = $4 AND reopened_at IS NULL",
        params![at, reason, edition.uuid(), period.last],
    )
    .await
}
