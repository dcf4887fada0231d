//! Who is asked to come, and what they answer.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, may};
use hoithi_rules::ids::MeetingId;
use hoithi_rules::meetings::{Reply, ReplyRefusal};
use hoithi_rules::people::{Permission, Place};
use uuid::Uuid;

use super::{edition_of, invitee_of, kept, still_planned, still_recorded};
use crate::links;
use crate::meeting::Guest;
use crate::store;

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

/// Puts somebody on the list; of a meeting that was held, until its minutes are signed.
pub async fn invite(act: &mut Act, new: Invite) -> Result<(), Halt> {
    let (_, meeting) = kept(act, new.meeting).await?;
    still_recorded(act.db(), &meeting).await?;
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
    still_recorded(act.db(), &meeting).await?;
    let invitee = invitee_of(act, meeting.id, invitee).await?;
    if invitee.has_answered() {
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
