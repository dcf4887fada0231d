//! The table of later days: what was asked, granted, declined and taken back, in order.

use hoithi_rules::ids::{AccountId, EditionId, ReportId, UnitId};
use hoithi_rules::reporting::{LaterKind, Period, ReportRequest};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{nonsense, periods};

/// One thing that was done about a later day.
#[derive(Clone, Debug)]
pub(crate) struct LaterStep {
    pub(crate) kind: LaterKind,
    /// Which day.
    pub(crate) day: Option<Date>,
    /// Which day held before it was granted.
    pub(crate) before: Option<Date>,
    pub(crate) words: String,
    pub(crate) at: Timestamp,
    pub(crate) by: AccountId,
}

/// A wish for a later day that waits for the agency's word.
#[derive(Clone, Debug)]
pub struct LaterWish {
    /// For which report.
    pub report: ReportId,
    /// Whose.
    pub unit: UnitId,
    /// On which occasion it was asked: by which letter.
    pub occasion: Uuid,
    /// Until when.
    pub day: Date,
    /// Since when it waits.
    pub at: Timestamp,
}

/// Wishes that wait, narrowed by what follows: not those that the day of all has met, nor those of a report that came
/// on time. A macro, because the store takes no text that was put together at
/// run time.
macro_rules! waiting {
    ($which:literal) => {
        concat!(
            "SELECT q.id, q.unit_id, COALESCE(q.occasion_id, q.origin_id) AS occasion, x.day, x.at,
                    q.edition_id, COALESCE(q.asked_due, q.due) AS asked_by
               FROM report_extensions x CROSS JOIN report_duties q
              WHERE q.id = x.duty_id AND x.kind = 'asked' AND q.withdrawn_at IS NULL AND q.stands <> 'approved'
                AND x.day > q.due AND NOT (q.version > 0 AND q.stands = 'waiting' AND q.days_late = 0)
                AND NOT EXISTS (SELECT 1 FROM report_extensions y WHERE y.duty_id = x.duty_id AND y.place > x.place)
                AND ",
            $which,
            " ORDER BY x.at, x.duty_id"
        )
    };
}

/// Everything that was done about a later day for a report, in order.
pub(crate) async fn later_of(db: &mut Conn, duty: ReportId) -> Result<Vec<LaterStep>, StoreError> {
    let rows = db
        .all(
            "SELECT kind, day, day_before, words, at, done_by FROM report_extensions WHERE duty_id = $1 ORDER BY place",
            params![duty.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<LaterStep, StoreError> {
    let code = row.text("kind")?;
    Ok(LaterStep {
        kind: LaterKind::from_code(&code).ok_or_else(|| nonsense("kind", code, "step about a later day"))?,
        day: row.parsed_opt("day")?,
        before: row.parsed_opt("day_before")?,
        words: row.text("words")?,
        at: row.instant("at")?,
        by: row.parsed("done_by")?,
    })
}

/// The wish for a report that waits: nothing was said after it, and the agency can still say something.
pub async fn later_wish(db: &mut Conn, duty: ReportId) -> Result<Option<LaterWish>, StoreError> {
    let rows = db.all(waiting!("q.id = $1"), params![duty.uuid()]).await?;
    Ok(answerable(db, &rows).await?.pop())
}

/// The wishes that wait in an edition, the oldest first.
pub async fn later_wishes(db: &mut Conn, edition: EditionId) -> Result<Vec<LaterWish>, StoreError> {
    let rows = db.all(waiting!("q.edition_id = $1"), params![edition.uuid()]).await?;
    answerable(db, &rows).await
}

/// The wishes of one edition but for those of a closed period, which changes no more.
async fn answerable(db: &mut Conn, rows: &[Row]) -> Result<Vec<LaterWish>, StoreError> {
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let edition: EditionId = first.parsed("edition_id")?;
    let periods = periods(db, edition).await?;
    let mut wishes = Vec::with_capacity(rows.len());
    for row in rows {
        if Period::may_change(&periods, row.parsed("asked_by")?).is_ok() {
            wishes.push(read_wish(row)?);
        }
    }
    Ok(wishes)
}

fn read_wish(row: &Row) -> Result<LaterWish, StoreError> {
    Ok(LaterWish {
        report: row.parsed("id")?,
        unit: row.parsed("unit_id")?,
        occasion: row.parsed("occasion")?,
        day: row.parsed("day")?,
        at: row.instant("at")?,
    })
}

pub(crate) async fn insert_later(db: &mut Conn, duty: ReportId, step: &LaterStep) -> Result<(), StoreError> {
    let before = later_of(db, duty).await?.len();
    db.run(
        "INSERT INTO report_extensions (duty_id, place, kind, day, day_before, words, at, done_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            duty.uuid(),
            i64::try_from(before + 1).unwrap_or(i64::MAX),
            step.kind.code(),
            step.day,
            step.before,
            step.words.as_str(),
            step.at,
            step.by.uuid()
        ],
    )
    .await?;
    Ok(())
}

/// Saves the day that holds from now on, and how late by it what came is; false when another version came, or it
/// was approved or called off meanwhile.
pub(crate) async fn save_later(db: &mut Conn, request: &ReportRequest, seen: u32) -> Result<bool, StoreError> {
    let late = request.answered().map_or(0, |answer| answer.days_late);
    let changed = db
        .run(
            "UPDATE report_duties SET due = $1, asked_due = $2, days_late = $3
              WHERE id = $4 AND version = $5 AND withdrawn_at IS NULL AND stands <> 'approved'",
            params![request.due, request.asked, late, request.id.uuid(), seen],
        )
        .await?;
    Ok(changed == 1)
}
