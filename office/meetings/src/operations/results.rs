//! What a meeting came to; at a ceremony, whether each prize was handed over.

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AwardId, MeetingId};
use hoithi_rules::meetings::MeetingKind;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{kept, save, still_recorded};
use crate::meeting::{Duty, Meeting, MeetingState};
use crate::store::{self, Call};

/// Whether somebody came.
#[derive(Clone, Copy, Debug)]
pub struct Attendance {
    /// By which invitation.
    pub invitee: Uuid,
    /// Whether they, or whom they sent, were there.
    pub present: bool,
}

/// What a meeting came to.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
    /// When it ended.
    pub ended_at: Timestamp,
    /// Who came, one line for everybody on the list.
    pub attendance: Vec<Attendance>,
    /// What was said.
    pub proceedings: String,
    /// What was concluded.
    pub conclusions: String,
    /// Who held another opinion.
    pub dissent: String,
    /// Who does what by when.
    pub duties: Vec<Duty>,
}

/// Records that a meeting took place, with its attendance, minutes and conclusions; as long as the
/// minutes are not signed it may be recorded anew.
pub async fn hold(act: &mut Act, held: Hold) -> Result<(), Halt> {
    let (_, meeting) = kept(act, held.meeting).await?;
    still_recorded(act.db(), &meeting).await?;
    if held.ended_at < meeting.plan.starts_at || held.ended_at > act.now() {
        return Err(Halt::refused(
            "meetings.ended_at",
            Some("ended"),
            "a meeting ends after it begins, not in the future",
        ));
    }
    let invitees = store::invitees_of(act.db(), meeting.id).await?;
    for line in held.attendance.iter().filter(|line| invitees.iter().any(|each| each.id == line.invitee)) {
        store::set_present(act.db(), line.invitee, line.present).await?;
    }
    let id = meeting.id;
    let (state, version) = (MeetingState::Held { ended_at: held.ended_at }, held.version);
    let (proceedings, conclusions, dissent) = (held.proceedings, held.conclusions, held.dissent);
    save(act, Meeting { state, proceedings, conclusions, dissent, version, ..meeting }).await?;
    store::replace_duties(act.db(), id, &held.duties).await?;
    let present = held.attendance.iter().filter(|line| line.present).count();
    act.record(Event::new("meeting.held", id).fact("present", present).fact("of", invitees.len()));
    Ok(())
}

/// What is noted of a prize at a ceremony.
#[derive(Clone, Debug)]
pub struct Hand {
    /// At which ceremony.
    pub meeting: MeetingId,
    /// Which award.
    pub award: AwardId,
    /// Whether its winner was absent.
    pub absent: bool,
    /// When and to whom it was handed over afterwards.
    pub handed: Option<(Date, String)>,
}

/// Notes that a winner was absent, or that the prize was handed over later.
pub async fn hand_over(act: &mut Act, hand: Hand) -> Result<(), Halt> {
    let (_, meeting) = kept(act, hand.meeting).await?;
    if meeting.plan.kind != MeetingKind::Ceremony
        || matches!(meeting.state, MeetingState::Postponed | MeetingState::CalledOff)
    {
        return Err(Halt::refused(
            "meetings.no_ceremony",
            None,
            "prizes are handed over at a ceremony that takes place",
        ));
    }
    let (first, today) = (day_in_vietnam(meeting.plan.starts_at), day_in_vietnam(act.now()));
    if hand.handed.as_ref().is_some_and(|(on, _)| *on < first || *on > today) {
        return Err(Halt::refused(
            "meetings.handed_day",
            Some("on"),
            "from the day of the ceremony on, not in the future",
        ));
    }
    let call = Call { absent: hand.absent, handed: hand.handed };
    store::save_call(act.db(), (meeting.id, hand.award), &call).await?;
    let event = Event::new("meeting.prize_noted", meeting.id).fact("award", hand.award.to_string());
    act.record(event.fact("absent", call.absent).fact("handed_over", call.handed.is_some()));
    Ok(())
}
