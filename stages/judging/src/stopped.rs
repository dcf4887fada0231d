//! Judges who do not go on in a round.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, JudgeId, RoundId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

/// Who does not go on, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stopped {
    pub(crate) judge: JudgeId,
    pub(crate) reason: String,
    /// Number and day of a paper about it.
    pub(crate) paper: Option<(String, Date)>,
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
}

/// Everybody who stopped in a round.
pub(crate) async fn stopped(db: &mut Conn, round: RoundId) -> Result<BTreeMap<JudgeId, Stopped>, StoreError> {
    let rows = db
        .all(
            "SELECT judge_id, reason, paper_number, paper_day, stopped_by, stopped_at
               FROM stopped_judges WHERE round_id = $1",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let judge: JudgeId = row.parsed("judge_id")?;
        let paper = row.text_opt("paper_number")?.zip(row.parsed_opt("paper_day")?);
        let (by, at) = (row.parsed("stopped_by")?, row.instant("stopped_at")?);
        Ok((judge, Stopped { judge, reason: row.text("reason")?, paper, by, at }))
    };
    rows.iter().map(read).collect()
}

/// Says false when the judge stopped already.
pub(crate) async fn insert(db: &mut Conn, round: RoundId, new: &Stopped) -> Result<bool, StoreError> {
    let (number, day) = new.paper.as_ref().map(|(number, day)| (number.as_str(), *day)).unzip();
    let changed = db
        .run(
            "INSERT INTO stopped_judges (round_id, judge_id, reason, paper_number, paper_day, stopped_by, stopped_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            params![round.uuid(), new.judge.uuid(), new.reason.as_str(), number, day, new.by.uuid(), new.at],
        )
        .await?;
    Ok(changed == 1)
}
