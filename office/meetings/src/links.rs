//! Personal links: somebody without an account reads the invitation and answers it.
//!
//! A link is a random word of 256 bits in one mail, or shown once to an officer; its hash alone is kept.
//! Whoever holds it answers until the meeting begins, or until an officer takes it back. Whoever acts by a
//! link is the link: its id stands in the journal where an account's would.

use hoithi_correspondence::{Document, document};
use hoithi_edition::{Edition, edition};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{secret_hash, secret_word};
use hoithi_rules::correspondence::Ending;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::MeetingId;
use hoithi_rules::meetings::{LinkEnded, LinkFacts, Reply};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::meeting::{Invitee, Meeting, MeetingState};
use crate::operations::{invitee_of, kept, still_planned, still_to_come};
use crate::store;

/// A link as an officer sees it; its word is known to nobody here.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) made_at: Timestamp,
    pub(crate) revoked_at: Option<Timestamp>,
}

/// What a link opens.
pub(crate) struct Opened {
    /// The link's id.
    pub(crate) link: Uuid,
    pub(crate) edition: Edition,
    pub(crate) meeting: Meeting,
    pub(crate) invitee: Invitee,
    /// The invitation in force.
    pub(crate) document: Document,
}

/// What a word turns out to be.
pub(crate) enum LinkTry {
    Opens(Box<Opened>),
    /// It opens nothing any more, of this meeting.
    Ended(LinkEnded, Box<Meeting>),
    Unknown,
}

/// How many documents may have replaced each other.
const MOST_REPLACED: usize = 8;

/// The signed invitation of a meeting, or the one in its place; none once it was withdrawn.
pub(crate) async fn invitation(db: &mut Conn, meeting: &Meeting) -> Result<Option<Document>, Halt> {
    let mut next = meeting.invitation;
    for _ in 0..MOST_REPLACED {
        let Some(id) = next else { return Ok(None) };
        let Some(found) = document(db, id).await? else { return Ok(None) };
        next = match &found.ended {
            None => return Ok(Some(found).filter(|document| document.signed().is_some())),
            Some(ended) if ended.ending == Ending::Replaced => Some(ended.by.id),
            Some(_) => None,
        };
    }
    Ok(None)
}

/// The day for which an invitation was drafted, where the meeting moved since and it does not name the day of now.
pub(crate) fn drafted_for(meeting: &Meeting, invitation: &Document) -> Option<Date> {
    let now = hoithi_web::day(day_in_vietnam(meeting.plan.starts_at));
    let mut words = invitation.content.text.split(|letter: char| !letter.is_ascii_digit() && letter != '/');
    meeting.old_day().filter(|_| !words.any(|word| word == now))
}

/// What this word opens now.
pub(crate) async fn holder(db: &mut Conn, token: &str, now: Timestamp) -> Result<LinkTry, Halt> {
    let sql = "SELECT id, meeting_id, invitee_id, revoked_at FROM meeting_links WHERE token_hash = $1";
    let Some(row) = db.maybe(sql, params![secret_hash(token)]).await? else { return Ok(LinkTry::Unknown) };
    let (link, invitee): (Uuid, Uuid) = (row.parsed("id")?, row.parsed("invitee_id")?);
    let meeting = store::meeting(db, row.parsed("meeting_id")?).await?.ok_or_else(Halt::not_found)?;
    let document = invitation(db, &meeting).await?;
    let facts = LinkFacts {
        revoked: row.instant_opt("revoked_at")?.is_some(),
        invited: document.is_some(),
        takes_place: !matches!(meeting.state, MeetingState::Postponed | MeetingState::CalledOff),
        begins: meeting.plan.starts_at,
    };
    let document = match (facts.opens_at(now), document) {
        (Err(ended), _) => return Ok(LinkTry::Ended(ended, Box::new(meeting))),
        (Ok(()), None) => return Ok(LinkTry::Ended(LinkEnded::Withdrawn, Box::new(meeting))),
        (Ok(()), Some(document)) => document,
    };
    let invitees = store::invitees_of(db, meeting.id).await?;
    let invitee = invitees.into_iter().find(|each| each.id == invitee).ok_or_else(Halt::not_found)?;
    let edition = edition(db, meeting.edition).await?.ok_or_else(Halt::not_found)?;
    Ok(LinkTry::Opens(Box::new(Opened { link, edition, meeting, invitee, document })))
}

/// Makes a link beside those that are there, and gives its word; it is never seen again.
pub(crate) async fn make(act: &mut Act, (meeting, invitee): (MeetingId, Uuid)) -> Result<String, Halt> {
    let (token, id, at) = (secret_word(act)?, act.random_id()?, act.now());
    let sql = "INSERT INTO meeting_links (id, token_hash, meeting_id, invitee_id, made_at) VALUES ($1, $2, $3, $4, $5)";
    act.db().run(sql, params![id, secret_hash(&token), meeting.uuid(), invitee, at]).await?;
    Ok(token)
}

/// Takes back every link of an invitee; gives how many opened until now.
pub(crate) async fn revoke_all(db: &mut Conn, invitee: Uuid, at: Timestamp) -> Result<u64, StoreError> {
    let sql = "UPDATE meeting_links SET revoked_at = $2 WHERE invitee_id = $1 AND revoked_at IS NULL";
    db.run(sql, params![invitee, at]).await
}

/// The links of an invitee, the newest first.
pub(crate) async fn links_of(db: &mut Conn, invitee: Uuid) -> Result<Vec<Link>, StoreError> {
    let sql = "SELECT made_at, revoked_at FROM meeting_links WHERE invitee_id = $1 ORDER BY made_at DESC, id";
    let link = |row: &Row| Ok(Link { made_at: row.instant("made_at")?, revoked_at: row.instant_opt("revoked_at")? });
    db.all(sql, params![invitee]).await?.iter().map(link).collect()
}

/// An answer by a link's holder.
#[derive(Clone, Debug)]
pub struct ReplyByLink {
    /// The word of the link.
    pub token: String,
    /// What is answered.
    pub reply: Reply,
}

/// Takes the answer. What ended while the page stood open is told as not found.
pub async fn reply_by_link(act: &mut Act, said: ReplyByLink) -> Result<(), Halt> {
    let now = act.now();
    let LinkTry::Opens(opened) = holder(act.db(), &said.token, now).await? else { return Err(Halt::not_found()) };
    still_planned(&opened.meeting)?;
    store::set_reply(act.db(), opened.invitee.id, &said.reply, (now, false)).await?;
    act.record(
        Event::new("meeting.replied", opened.meeting.id).fact("reply", said.reply.code()).fact("recorded", false),
    );
    Ok(())
}

/// Makes a link in the place of all that an invitee had, to be read out or sent by chat; gives its word.
pub async fn renew_link(act: &mut Act, meeting: MeetingId, invitee: Uuid) -> Result<String, Halt> {
    let (_, meeting) = kept(act, meeting).await?;
    still_to_come(&meeting, act.now())?;
    if invitation(act.db(), &meeting).await?.is_none() {
        return Err(Halt::refused("meetings.not_signed", None, "the invitation is not signed"));
    }
    let invitee = invitee_of(act, meeting.id, invitee).await?;
    let at = act.now();
    revoke_all(act.db(), invitee.id, at).await?;
    let token = make(act, (meeting.id, invitee.id)).await?;
    act.record(Event::new("meeting.link_made", meeting.id));
    Ok(token)
}

/// Takes back every link of an invitee; what was answered stays.
pub async fn revoke_links(act: &mut Act, meeting: MeetingId, invitee: Uuid) -> Result<(), Halt> {
    let (_, meeting) = kept(act, meeting).await?;
    let invitee = invitee_of(act, meeting.id, invitee).await?;
    let at = act.now();
    if revoke_all(act.db(), invitee.id, at).await? == 0 {
        return Err(Halt::refused("meetings.no_link", None, "no link opens"));
    }
    act.record(Event::new("meeting.link_revoked", meeting.id));
    Ok(())
}
