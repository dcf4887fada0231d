//! How fast mail to lists leaves, each time as it was chosen.

use hoithi_rules::ids::AccountId;
use hoithi_rules::mailings::{Hours, Pace, Quota};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::things::Chosen;

/// The pace that holds, and its version; 0 where the house chose nothing.
pub(crate) async fn pace(db: &mut Conn) -> Result<(Pace, i64), StoreError> {
    let newest = paces(db, 1).await?.pop();
    Ok(newest.map_or((Pace::USUAL, 0), |chosen| (chosen.pace, chosen.version)))
}

/// What was chosen, the newest first, at most so many.
pub(crate) async fn paces(db: &mut Conn, most: i64) -> Result<Vec<Chosen>, StoreError> {
    let sql = "SELECT version, a_day, first_hour, end_hour, chosen_at, chosen_by FROM mailing_paces
                ORDER BY version DESC LIMIT $1";
    db.all(sql, params![most]).await?.iter().map(read_chosen).collect()
}

fn read_chosen(row: &Row) -> Result<Chosen, StoreError> {
    let number = |column: &str| Ok::<_, StoreError>(row.int(column)?.to_string());
    // What was saved was allowed; a row that was tampered with falls back to what is usual.
    let quota = Quota::parse(&number("a_day")?).unwrap_or(Quota::USUAL);
    let hours = Hours::parse(&number("first_hour")?, &number("end_hour")?).unwrap_or(Hours::USUAL);
    Ok(Chosen {
        pace: Pace { quota, hours },
        version: row.int("version")?,
        at: row.instant_opt("chosen_at")?,
        by: row.parsed_opt("chosen_by")?,
    })
}

/// Keeps what was chosen after that version; false when somebody chose in between.
pub(crate) async fn add_pace(
    db: &mut Conn,
    pace: Pace,
    after: i64,
    (by, at): (AccountId, Timestamp),
) -> Result<bool, StoreError> {
    let added = db
        .run(
            "INSERT INTO mailing_paces (version, a_day, first_hour, end_hour, chosen_at, chosen_by)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (version) DO NOTHING",
            params![
                after + 1,
                i64::try_from(pace.quota.count()).unwrap_or(i64::MAX),
                i64::from(pace.hours.first()),
                i64::from(pace.hours.end()),
                at,
                by.uuid(),
            ],
        )
        .await?;
    Ok(added > 0)
}
