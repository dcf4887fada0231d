//! Who does what after a meeting; what was noted of the prizes of a ceremony.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AwardId, MeetingId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use crate::meeting::Duty;

/// Who does what by when.
pub(crate) async fn duties_of(db: &mut Conn, meeting: MeetingId) -> Result<Vec<Duty>, StoreError> {
    let sql = "SELECT who, what, due FROM meeting_duties WHERE meeting_id = $1 ORDER BY place";
    let rows = db.all(sql, params![meeting.uuid()]).await?;
    let duty = |row: &Row| Ok(Duty { who: row.text("who")?, what: row.text("what")?, due: row.parsed_opt("due")? });
    rows.iter().map(duty).collect()
}

pub(crate) async fn replace_duties(db: &mut Conn, meeting: MeetingId, duties: &[Duty]) -> Result<(), StoreError> {
    db.run("DELETE FROM meeting_duties WHERE meeting_id = $1", params![meeting.uuid()]).await?;
    for (place, duty) in (1_i64..).zip(duties) {
        let sql = "INSERT INTO meeting_duties (meeting_id, place, who, what, due) VALUES ($1, $2, $3, $4, $5)";
        db.run(sql, params![meeting.uuid(), place, &duty.who, &duty.what, duty.due]).await?;
    }
    Ok(())
}

/// Of a prize at a ceremony: whether its winner was absent, and when and to whom it was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) absent: bool,
    pub(crate) handed: Option<(Date, String)>,
}

/// What was noted of the prizes of a ceremony.
pub(crate) async fn calls_of(db: &mut Conn, meeting: MeetingId) -> Result<BTreeMap<AwardId, Call>, StoreError> {
    let sql = "SELECT award_id, absent, handed_on, handed_to FROM meeting_calls WHERE meeting_id = $1";
    let rows = db.all(sql, params![meeting.uuid()]).await?;
    let call = |row: &Row| {
        let to = row.text("handed_to")?;
        let handed = row.parsed_opt("handed_on")?.map(|on| (on, to));
        Ok((row.parsed("award_id")?, Call { absent: row.flag("absent")?, handed }))
    };
    rows.iter().map(call).collect()
}

pub(crate) async fn save_call(
    db: &mut Conn,
    (meeting, award): (MeetingId, AwardId),
    call: &Call,
) -> Result<(), StoreError> {
    let key = params![meeting.uuid(), award.uuid()];
    db.run("DELETE FROM meeting_calls WHERE meeting_id = $1 AND award_id = $2", key).await?;
    let (on, to) = call.handed.as_ref().map_or((None, ""), |(on, to)| (Some(*on), to.as_str()));
    db.run(
        "INSERT INTO meeting_calls (meeting_id, award_id, absent, handed_on, handed_to) VALUES ($1, $2, $3, $4, $5)",
        params![meeting.uuid(), award.uuid(), call.absent, on, to],
    )
    .await?;
    Ok(())
}
