//! What is done for a meeting.

mod guests;
mod papers;
mod postponing;
mod results;

use hoithi_correspondence::document;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{EditionId, MeetingId};
use hoithi_rules::meetings::ReplyRefusal;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use jiff::Timestamp;
use uuid::Uuid;

pub use guests::{Invite, SayReply, invite, reply, take_back_invitation};
pub(crate) use papers::may_draft;
pub use papers::{Draft, draft, put_paper, take_paper};
pub use postponing::{Postpone, postpone};
pub use results::{Attendance, Hand, Hold, hand_over, hold};

use crate::meeting::{Invitee, Meeting, MeetingState, Plan};
use crate::store;
use crate::telling::{News, Told, tell_news};

/// A meeting to be planned.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// Of which edition.
    pub edition: EditionId,
    /// What is set.
    pub plan: Plan,
    /// Whether it took place already, and what it came to is recorded now.
    pub held: bool,
}

/// Plans a meeting that is to come, or enters one that took place.
pub async fn plan_meeting(act: &mut Act, new: NewMeeting) -> Result<MeetingId, Halt> {
    let edition = edition_of(act, new.edition).await?;
    permit(act, Permission::MeetingKeep, edition.place()).await?;
    let (id, now) = (MeetingId::new(act.new_id()), act.now());
    on_its_side_of_now(&new, now)?;
    let meeting = Meeting {
        id,
        edition: edition.id,
        plan: new.plan,
        state: MeetingState::Planned,
        moved_from: None,
        reason: String::new(),
        proceedings: String::new(),
        conclusions: String::new(),
        dissent: String::new(),
        invitation: None,
        minutes: None,
        notice: None,
        version: 1,
    };
    store::insert(act.db(), &meeting, now).await?;
    act.record(Event::new("meeting.planned", id).fact("kind", meeting.plan.kind_code()));
    Ok(id)
}

/// Nobody is asked to come to what is over, and what is to come was not held.
fn on_its_side_of_now(new: &NewMeeting, now: Timestamp) -> Result<(), Halt> {
    match (new.plan.starts_at <= now, new.held) {
        (true, false) => Err(over_already()),
        (false, true) => Err(Halt::refused("meetings.held_ahead", Some("held"), "this meeting is still to come")),
        (true, true) | (false, false) => Ok(()),
    }
}

fn over_already() -> Halt {
    Halt::refused("meetings.over_already", Some("day"), "this day and hour are over")
}

/// A meeting's plan as it shall be.
#[derive(Clone, Debug)]
pub struct ChangePlan {
    /// Which meeting.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// What is set.
    pub plan: Plan,
}

/// Changes what was set, until the meeting is over; whoever was invited is told of another time or place. What was
/// answered for another day is open again.
pub async fn change_plan(act: &mut Act, change: ChangePlan) -> Result<Told, Halt> {
    let (edition, meeting) = kept(act, change.meeting).await?;
    still_planned(&meeting)?;
    let now = act.now();
    if !meeting.has_begun(now) && change.plan.starts_at <= now {
        return Err(over_already());
    }
    let (before, news) = (meeting.plan.starts_at, news_of(&meeting.plan, &change.plan));
    let mut meeting = Meeting { plan: change.plan, version: change.version, ..meeting };
    // What is set right in the register of a meeting that is over is no news to those who were asked.
    let news = news.filter(|_| meeting.is_to_come(now));
    if news == Some(News::Moved) {
        meeting.moved_from = Some(before);
        meeting.reason.clear();
    }
    let told = match news {
        Some(news) => tell_news(act, (&edition, &meeting), (news, before)).await?,
        None => Told::default(),
    };
    if news == Some(News::Moved) {
        store::reopen_replies(act.db(), meeting.id).await?;
    }
    save(act, meeting).await?;
    act.record(Event::new("meeting.changed", change.meeting).fact("count", told.people));
    Ok(told)
}

/// What whoever was invited has to learn of another plan.
fn news_of(before: &Plan, after: &Plan) -> Option<News> {
    if day_in_vietnam(before.starts_at) != day_in_vietnam(after.starts_at) {
        Some(News::Moved)
    } else if before.starts_at != after.starts_at || before.place != after.place {
        Some(News::Elsewhere)
    } else {
        None
    }
}

/// A meeting that will not take place.
#[derive(Clone, Debug)]
pub struct CallOff {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// Calls a meeting off for good, and tells whoever was invited and had not said that they stay away.
pub async fn call_off(act: &mut Act, off: CallOff) -> Result<Told, Halt> {
    let (edition, meeting) = kept(act, off.meeting).await?;
    if meeting.state != MeetingState::Postponed {
        still_planned(&meeting)?;
    }
    let (id, before) = (meeting.id, meeting.plan.starts_at);
    let meeting = Meeting { state: MeetingState::CalledOff, reason: off.reason, version: off.version, ..meeting };
    let told = tell_news(act, (&edition, &meeting), (News::Off, before)).await?;
    save(act, meeting).await?;
    act.record(Event::new("meeting.called_off", id).fact("count", told.people));
    Ok(told)
}

async fn edition_of(act: &mut Act, id: EditionId) -> Result<Edition, Halt> {
    hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)
}

/// A meeting, for whoever keeps it.
pub(crate) async fn kept(act: &mut Act, id: MeetingId) -> Result<(Edition, Meeting), Halt> {
    let meeting = store::meeting(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, meeting.edition).await?;
    permit(act, Permission::MeetingKeep, edition.place()).await?;
    Ok((edition, meeting))
}

pub(crate) async fn invitee_of(act: &mut Act, meeting: MeetingId, id: Uuid) -> Result<Invitee, Halt> {
    let invitees = store::invitees_of(act.db(), meeting).await?;
    invitees.into_iter().find(|each| each.id == id).ok_or_else(Halt::not_found)
}

pub(crate) fn still_planned(meeting: &Meeting) -> Result<(), Halt> {
    match meeting.state {
        MeetingState::Planned => Ok(()),
        MeetingState::Postponed => Err(undated()),
        MeetingState::Held { .. } | MeetingState::CalledOff => over(),
    }
}

fn over<T>() -> Result<T, Halt> {
    Err(ReplyRefusal::Over).or_refuse()
}

fn undated() -> Halt {
    Halt::refused("meetings.undated", None, "the meeting was put off and has no day yet")
}

/// Whether its minutes or its notice are signed: from then on nothing of it is recorded anew.
pub(crate) async fn is_settled(db: &mut Conn, meeting: &Meeting) -> Result<bool, Halt> {
    for paper in [meeting.minutes, meeting.notice].into_iter().flatten() {
        if document(db, paper).await?.is_some_and(|paper| paper.signed().is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Who was there and what was said is written down afterwards, too.
pub(crate) async fn still_recorded(db: &mut Conn, meeting: &Meeting) -> Result<(), Halt> {
    match meeting.state {
        MeetingState::Planned | MeetingState::Held { .. } => {}
        MeetingState::Postponed => return Err(undated()),
        MeetingState::CalledOff => return over(),
    }
    if is_settled(db, meeting).await? {
        return Err(Halt::refused("meetings.minutes_signed", None, "the minutes are signed"));
    }
    Ok(())
}

/// Nobody is asked to come to what has begun.
pub(crate) fn still_to_come(meeting: &Meeting, now: Timestamp) -> Result<(), Halt> {
    still_planned(meeting)?;
    if meeting.has_begun(now) {
        return Err(Halt::refused("meetings.nobody_asked", None, "the meeting has begun: nobody is asked to come"));
    }
    Ok(())
}

async fn save(act: &mut Act, meeting: Meeting) -> Result<(), Halt> {
    let saved = store::save(act.db(), &meeting).await?;
    if saved { Ok(()) } else { Err(Halt::refused("meetings.changed_meanwhile", None, "somebody changed it meanwhile")) }
}
