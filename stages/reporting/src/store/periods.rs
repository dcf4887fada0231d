//! The tables of periods, and of everything that was done with them.

use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::reporting::{Period, PeriodState};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

/// The periods of an edition, in order.
pub async fn periods(db: &mut Conn, edition: EditionId) -> Result<Vec<Period>, StoreError> {
    let rows = db
        .all(
            "SELECT last_day, after_day, name, closed_at, reopened_at, reopened_why FROM report_periods
              WHERE edition_id = $1 ORDER BY last_day",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Period, StoreError> {
    let state = match (row.instant_opt("closed_at")?, row.instant_opt("reopened_at")?) {
        (_, Some(at)) => PeriodState::Reopened { at, reason: row.text("reopened_why")? },
        (Some(at), None) => PeriodState::Closed { at },
        (None, None) => PeriodState::Open,
    };
    Ok(Period { name: row.text("name")?, after: row.parsed_opt("after_day")?, last: row.parsed("last_day")?, state })
}

/// Keeps a new period; false when one of that day or name was begun meanwhile.
pub(crate) async fn insert_period(db: &mut Conn, edition: EditionId, period: &Period) -> Result<bool, StoreError> {
    let added = db
        .run(
            "INSERT INTO report_periods (edition_id, last_day, after_day, name) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING",
            params![edition.uuid(), period.last, period.after, period.name.as_str()],
        )
        .await?;
    Ok(added == 1)
}

/// Lets a period begin after that day, because an earlier one was begun.
pub(crate) async fn put_after(db: &mut Conn, edition: EditionId, period: Date, after: Date) -> Result<(), StoreError> {
    let sql = "UPDATE report_periods SET after_day = $1 WHERE edition_id = $2 AND last_day = $3";
    db.run(sql, params![after, edition.uuid(), period]).await?;
    Ok(())
}

/// Takes a period away that was never closed; false when it was closed meanwhile.
pub(crate) async fn delete_period(db: &mut Conn, edition: EditionId, last: Date) -> Result<bool, StoreError> {
    let gone = db
        .run(
            "DELETE FROM report_periods WHERE edition_id = $1 AND last_day = $2 AND closed_at IS NULL",
            params![edition.uuid(), last],
        )
        .await?;
    Ok(gone == 1)
}

/// Saves that a period was closed, or opened again; false when somebody else did meanwhile. Who did it,
/// when and why stays.
pub(crate) async fn save_period(
    db: &mut Conn,
    edition: EditionId,
    period: &Period,
    by: AccountId,
) -> Result<bool, StoreError> {
    let (at, why, changed) = match &period.state {
        PeriodState::Open => return Ok(false),
        PeriodState::Closed { at } => (*at, None, closed(db, edition, period, *at).await?),
        PeriodState::Reopened { at, reason } => {
            (*at, Some(reason.as_str()), reopened(db, edition, period, (*at, reason.as_str())).await?)
        }
    };
    if changed != 1 {
        return Ok(false);
    }
    let place = period_steps(db, edition, period.last).await?.len() + 1;
    db.run(
        "INSERT INTO report_period_steps (edition_id, last_day, place, at, why, done_by)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![edition.uuid(), period.last, i64::try_from(place).unwrap_or(i64::MAX), at, why, by.uuid()],
    )
    .await?;
    Ok(true)
}

async fn closed(db: &mut Conn, edition: EditionId, period: &Period, at: Timestamp) -> Result<u64, StoreError> {
    db.run(
        "UPDATE report_periods SET closed_at = $1, reopened_at = NULL, reopened_why = NULL
          WHERE edition_id = $2 AND last_day = $3 AND (closed_at IS NULL OR reopened_at IS NOT NULL)",
        params![at, edition.uuid(), period.last],
    )
    .await
}

async fn reopened(
    db: &mut Conn,
    edition: EditionId,
    period: &Period,
    (at, reason): (Timestamp, &str),
) -> Result<u64, StoreError> {
    db.run(
        "UPDATE report_periods SET reopened_at = $1, reopened_why = $2
          WHERE edition_id = $3 AND last_day = $4 AND closed_at IS NOT NULL AND reopened_at IS NULL",
        params![at, reason, edition.uuid(), period.last],
    )
    .await
}

/// One thing that was done with a period: it was closed, or opened again for a reason.
#[derive(Clone, Debug)]
pub(crate) struct PeriodDone {
    pub(crate) at: Timestamp,
    /// Given where it was opened again.
    pub(crate) why: Option<String>,
    /// By whom; unknown of what was done before this was kept.
    pub(crate) by: Option<AccountId>,
}

/// Everything that was done with a period, in order.
pub(crate) async fn period_steps(db: &mut Conn, edition: EditionId, last: Date) -> Result<Vec<PeriodDone>, StoreError> {
    let rows = db
        .all(
            "SELECT at, why, done_by FROM report_period_steps WHERE edition_id = $1 AND last_day = $2 ORDER BY place",
            params![edition.uuid(), last],
        )
        .await?;
    let read = |row: &Row| {
        Ok(PeriodDone { at: row.instant("at")?, why: row.text_opt("why")?, by: row.parsed_opt("done_by")? })
    };
    rows.iter().map(read).collect()
}
