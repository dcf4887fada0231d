//! What is done for a meeting.

use hoithi_correspondence::{Content, NewDocument, document, in_capacity, register};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, may, permit};
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AwardId, DocumentId, EditionId, MeetingId};
use hoithi_rules::meetings::{MeetingKind, Reply, ReplyRefusal};
use hoithi_rules::people::{Permission, Place};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::links;
use crate::meeting::{Duty, Guest, Invitee, Meeting, MeetingState, Plan};
use crate::papers::{self, Paper};
use crate::store::{self, Call};
use crate::telling::{News, tell_news};

/// A meeting to be planned.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// Of which edition.
    pub edition: EditionId,
    /// What is set.
    pub plan: Plan,
}

/// Plans a meeting.
pub async fn plan_meeting(act: &mut Act, new: NewMeeting) -> Result<MeetingId, Halt> {
    let edition = edition_of(act, new.edition).await?;
    permit(act, Permission::MeetingKeep, edition.place()).await?;
    let (id, now) = (MeetingId::new(act.new_id()), act.now());
    let meeting = Meeting {
        id,
        edition: edition.id,
        plan: new.plan,
        state: MeetingState::Planned,
        proceedings: String::new(),
        conclusions: String::new(),
        dissent: String::new(),
        invitation: None,
        minutes: None,
        notice: None,
        version: 1,
    };
    store::insert(act.db(), &meeting, now).await?;
    act.record(Event::new("meeting.planned", id).fact("kind", meeting.plan.kind.code()));
    Ok(id)
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

/// Changes what was set, until the meeting is over; whoever was written to is told of another time or place.
pub async fn change_plan(act: &mut Act, change: ChangePlan) -> Result<(), Halt> {
    let (edition, meeting) = kept(act, change.meeting).await?;
    still_planned(&meeting)?;
    let before = (meeting.plan.starts_at, meeting.plan.place.clone());
    let meeting = Meeting { plan: change.plan, version: change.version, ..meeting };
    save(act, meeting.clone()).await?;
    let moved = before != (meeting.plan.starts_at, meeting.plan.place.clone());
    let told = if moved { tell_news(act, (&edition, &meeting), News::Moved).await? } else { 0 };
    act.record(Event::new("meeting.changed", change.meeting).fact("count", told));
    Ok(())
}

/// A meeting that will not take place.
#[derive(Clone, Copy, Debug)]
pub struct CallOff {
    /// Which.
    pub meeting: MeetingId,
    /// The version that was read.
    pub version: i64,
}

/// Calls a meeting off, and tells whoever was written to about it.
pub async fn call_off(act: &mut Act, off: CallOff) -> Result<(), Halt> {
    let (edition, meeting) = kept(act, off.meeting).await?;
    still_planned(&meeting)?;
    let told = tell_news(act, (&edition, &meeting), News::Off).await?;
    save(act, Meeting { state: MeetingState::CalledOff, version: off.version, ..meeting }).await?;
    act.record(Event::new("meeting.called_off", off.meeting).fact("count", told));
    Ok(())
}

/// Somebody to be asked to come.
#[derive(Clone, Debug)]
pub struct Invite {
    /// To which meeting.
    pub meeting: MeetingId,
    /// Whom.
    pub guest: Guest,
    /// Whether they count for the quorum.
    pub member: bool,
    /// Where the office writes to whom no account says it; may be empty.
    pub email: String,
}

/// Puts somebody on the list.
pub async fn invite(act: &mut Act, new: Invite) -> Result<(), Halt> {
    let (_, meeting) = kept(act, new.meeting).await?;
    still_planned(&meeting)?;
    let there = store::invitees_of(act.db(), meeting.id).await?.iter().any(|each| each.guest == new.guest);
    if there {
        return Err(Halt::refused("meetings.invited_already", Some("guest"), "they stand on the list already"));
    }
    match &new.guest {
        Guest::Account(id) => drop(hoithi_people::account(act.db(), *id).await?.ok_or_else(unknown_guest)?),
        Guest::Unit(id) => drop(hoithi_units::unit(act.db(), *id).await?.ok_or_else(unknown_guest)?),
        Guest::Name(_) => {}
    }
    let id = act.new_id();
    store::insert_invitee(act.db(), (id, meeting.id), &new.guest, (new.member, &new.email)).await?;
    act.record(Event::new("meeting.invited", meeting.id).fact("member", new.member));
    Ok(())
}

fn unknown_guest() -> Halt {
    Halt::refused("meetings.guest_unknown", Some("guest"), "there is no such person or unit")
}

/// Takes somebody off the list who has not answered.
pub async fn take_back_invitation(act: &mut Act, meeting: MeetingId, invitee: Uuid) -> Result<(), Halt> {
    let (_, meeting) = kept(act, meeting).await?;
    still_planned(&meeting)?;
    let invitee = invitee_of(act, meeting.id, invitee).await?;
    if invitee.reply.is_some() {
        return Err(Halt::refused("meetings.answered_already", None, "whoever answered stays on the list"));
    }
    let at = act.now();
    links::revoke_all(act.db(), invitee.id, at).await?;
    store::remove_invitee(act.db(), invitee.id).await?;
    act.record(Event::new("meeting.uninvited", meeting.id));
    Ok(())
}

/// What somebody answers.
#[derive(Clone, Debug)]
pub struct SayReply {
    /// To which meeting.
    pub meeting: MeetingId,
    /// By which invitation.
    pub invitee: Uuid,
    /// What.
    pub reply: Reply,
}

/// Takes an answer: from the person, from the unit's contact, or recorded by the office.
pub async fn reply(act: &mut Act, said: SayReply) -> Result<(), Halt> {
    let meeting = store::meeting(act.db(), said.meeting).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, meeting.edition).await?;
    let invitee = invitee_of(act, meeting.id, said.invitee).await?;
    let own = match invitee.guest {
        Guest::Account(account) => act.actor().account == Some(account.uuid()),
        Guest::Unit(unit) => may(act, Permission::SendingAcknowledge, Place::unit(unit)).await?,
        Guest::Name(_) => false,
    };
    if !own && !may(act, Permission::MeetingKeep, edition.place()).await? {
        let nobody = act.actor().account.is_none();
        return Err(if nobody { Halt::Denied(Denied::NotSignedIn) } else { Halt::not_found() });
    }
    still_planned(&meeting)?;
    let at = act.now();
    if own && at >= meeting.plan.starts_at {
        return Err(ReplyRefusal::Begun).or_refuse();
    }
    store::set_reply(act.db(), invitee.id, &said.reply, (at, !own)).await?;
    act.record(Event::new("meeting.replied", meeting.id).fact("reply", said.reply.code()).fact("recorded", !own));
    Ok(())
}

/// Puts a document of the register before a meeting.
pub async fn put_paper(act: &mut Act, meeting: MeetingId, id: DocumentId) -> Result<(), Halt> {
    let (_, meeting) = kept(act, meeting).await?;
    let there = document(act.db(), id).await?.is_some_and(|document| document.edition == meeting.edition);
    if !there {
        return Err(Halt::refused("meetings.paper_unknown", Some("document"), "this document is not in the register"));
    }
    if store::papers_of(act.db(), meeting.id).await?.contains(&id) {
        return Err(Halt::refused("meetings.paper_there", Some("document"), "this document lies there already"));
    }
    store::add_paper(act.db(), meeting.id, id).await?;
    act.record(Event::new("meeting.paper_added", meeting.id).fact("document", id.to_string()));
    Ok(())
}

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
    if meeting.state == MeetingState::CalledOff {
        return Err(ReplyRefusal::Over).or_refuse();
    }
    if held.ended_at < meeting.plan.starts_at || held.ended_at > act.now() {
        return Err(Halt::refused(
            "meetings.ended_at",
            Some("ended"),
            "a meeting ends after it begins, not in the future",
        ));
    }
    for paper in [meeting.minutes, meeting.notice].into_iter().flatten() {
        let signed = document(act.db(), paper).await?.is_some_and(|document| document.signed().is_some());
        if signed {
            return Err(Halt::refused("meetings.minutes_signed", None, "the minutes are signed"));
        }
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

/// A paper to be drafted.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Which paper.
    pub paper: Paper,
    /// Who will sign it.
    pub signatory: Signatory,
}

/// Writes the draft of a paper into the register; there it is corrected, signed and printed.
pub async fn draft(act: &mut Act, Draft { meeting, paper, signatory }: Draft) -> Result<DocumentId, Halt> {
    let (edition, meeting) = kept(act, meeting).await?;
    let held = matches!(meeting.state, MeetingState::Held { .. });
    match paper {
        Paper::Invitation => still_planned(&meeting)?,
        Paper::Notice if held && meeting.conclusions.is_empty() => {
            return Err(Halt::refused("meetings.no_conclusions", None, "nothing was concluded"));
        }
        Paper::Minutes | Paper::Notice if held => {}
        Paper::Minutes | Paper::Notice => {
            return Err(Halt::refused("meetings.not_held", None, "the meeting has not been recorded"));
        }
    }
    let invitees = store::invitees_of(act.db(), meeting.id).await?;
    if paper == Paper::Invitation && invitees.is_empty() {
        return Err(Halt::refused("meetings.nobody_invited", None, "nobody stands on the list"));
    }
    let duties = store::duties_of(act.db(), meeting.id).await?;
    let content = papers::content(&edition, &meeting, (&invitees, &duties), paper);
    let today = day_in_vietnam(act.now());
    let content = in_capacity(act.db(), Content { signatory: Some(signatory), ..content }, today).await?;
    let new = NewDocument { edition: edition.id, content, bases: Vec::new(), signed: None };
    let document = register(act, new).await?;
    if !store::set_paper(act.db(), meeting.id, paper, document).await? {
        return Err(Halt::refused("meetings.drafted_already", None, "the paper is in the register already"));
    }
    act.record(Event::new("meeting.drafted", meeting.id).fact("document", document.to_string()));
    Ok(document)
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
    if meeting.plan.kind != MeetingKind::Ceremony || meeting.state == MeetingState::CalledOff {
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
        MeetingState::Held { .. } | MeetingState::CalledOff => Err(ReplyRefusal::Over).or_refuse(),
    }
}

async fn save(act: &mut Act, meeting: Meeting) -> Result<(), Halt> {
    let saved = store::save(act.db(), &meeting).await?;
    if saved { Ok(()) } else { Err(Halt::refused("meetings.changed_meanwhile", None, "somebody changed it meanwhile")) }
}
