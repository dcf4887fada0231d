//! A meeting is put off, to another day or to none yet, and gets its day later; its list stays as it is.

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::ids::MeetingId;
use jiff::Timestamp;

use super::{kept, over, save, undated};
use crate::meeting::{Meeting, MeetingState, Plan};
use crate::store;
use crate::telling::{News, Told, tell_news};

/// A meeting that is put off; or, of one that was, its new day.
#[derive(Clone, Debug)]
pub struct Postpone {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// Why. Of a meeting that gets its day after it was put off, empty: why is known.
    pub reason: String,
    /// When it begins now; nothing as long as no day is set.
    pub until: Option<Timestamp>,
}

/// Puts a meeting off and tells everybody who was invited, whatever they answered; answers to the day before are
/// open again. Of a meeting without a day, sets it going again.
pub async fn postpone(act: &mut Act, late: Postpone) -> Result<Told, Halt> {
    let (edition, meeting) = kept(act, late.meeting).await?;
    let (now, before) = (act.now(), meeting.plan.starts_at);
    let resumed = match meeting.state {
        MeetingState::Planned => false,
        MeetingState::Postponed if late.until.is_none() => return Err(undated()),
        MeetingState::Postponed => true,
        MeetingState::Held { .. } | MeetingState::CalledOff => return over(),
    };
    if late.until.is_some_and(|at| at <= now || (at == before && !resumed)) {
        return Err(Halt::refused("meetings.day_ahead", Some("day"), "the new hour is to come and is another one"));
    }
    let plan = Plan { starts_at: late.until.unwrap_or(before), ..meeting.plan };
    let state = if late.until.is_some() { MeetingState::Planned } else { MeetingState::Postponed };
    let reason = if resumed { meeting.reason } else { late.reason };
    let moved_from = if late.until.is_some() { Some(before) } else { meeting.moved_from };
    let meeting = Meeting { plan, state, reason, moved_from, version: late.version, ..meeting };
    let id = meeting.id;
    let news = if late.until.is_some() { News::Moved } else { News::Undated };
    let told = tell_news(act, (&edition, &meeting), (news, before)).await?;
    if late.until.is_none() || meeting.old_day().is_some() {
        store::reopen_replies(act.db(), id).await?;
    }
    save(act, meeting).await?;
    let event = if resumed { Event::new("meeting.resumed", id) } else { Event::new("meeting.postponed", id) };
    act.record(event.fact("count", told.people));
    Ok(told)
}
