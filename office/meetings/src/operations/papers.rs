//! What lies before a meeting, and what is written about it.

use hoithi_correspondence::{Content, NewDocument, compose, document, in_capacity, register, standing};
use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, MeetingId};
use hoithi_store::Conn;
use jiff::Timestamp;

use super::{kept, still_planned, still_to_come};
use crate::links::invitation;
use crate::meeting::{Invitee, Meeting, MeetingState};
use crate::papers::{self, Paper};
use crate::store;

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

/// Takes a paper away again, while the meeting is to come; the document stays in the register.
pub async fn take_paper(act: &mut Act, meeting: MeetingId, id: DocumentId) -> Result<(), Halt> {
    let (_, meeting) = kept(act, meeting).await?;
    still_planned(&meeting)?;
    if !store::remove_paper(act.db(), meeting.id, id).await? {
        return Err(Halt::not_found());
    }
    act.record(Event::new("meeting.paper_taken", meeting.id).fact("document", id.to_string()));
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

/// Whether it is time for that paper.
pub(crate) fn may_draft(paper: Paper, (meeting, invitees): (&Meeting, &[Invitee]), now: Timestamp) -> Result<(), Halt> {
    let held = matches!(meeting.state, MeetingState::Held { .. });
    match paper {
        Paper::Invitation => still_to_come(meeting, now)?,
        Paper::Notice if held && meeting.conclusions.is_empty() => {
            return Err(Halt::refused("meetings.no_conclusions", None, "nothing was concluded"));
        }
        Paper::Minutes if held && invitees.iter().any(|each| each.present.is_none()) => {
            return Err(Halt::refused(
                "meetings.attendance_open",
                None,
                "of somebody it is not recorded whether they came",
            ));
        }
        Paper::Minutes | Paper::Notice if held => {}
        Paper::Minutes | Paper::Notice => {
            return Err(Halt::refused("meetings.not_held", None, "the meeting has not been recorded"));
        }
    }
    if paper == Paper::Invitation && invitees.is_empty() {
        return Err(Halt::refused("meetings.nobody_invited", None, "nobody stands on the list"));
    }
    let there = match paper {
        Paper::Invitation => meeting.invitation,
        Paper::Minutes => meeting.minutes,
        Paper::Notice => meeting.notice,
    };
    if there.is_some() { Err(drafted_already()) } else { Ok(()) }
}

fn drafted_already() -> Halt {
    Halt::refused("meetings.drafted_already", None, "the paper is in the register already")
}

/// Minutes rest on the invitation, and what is made known on the minutes, once those are signed.
async fn rests_on(db: &mut Conn, paper: Paper, meeting: &Meeting) -> Result<Vec<DocumentId>, Halt> {
    let before = match (paper, meeting.minutes) {
        (Paper::Minutes, _) => invitation(db, meeting).await?.map(|invitation| invitation.id),
        (Paper::Notice, Some(minutes)) => standing(db, minutes).await?,
        (Paper::Invitation, _) | (Paper::Notice, None) => None,
    };
    Ok(before.into_iter().collect())
}

/// Writes the draft of a paper into the register; there it is corrected, signed and printed.
pub async fn draft(act: &mut Act, Draft { meeting, paper, signatory }: Draft) -> Result<DocumentId, Halt> {
    let (edition, meeting) = kept(act, meeting).await?;
    let invitees = store::invitees_of(act.db(), meeting.id).await?;
    may_draft(paper, (&meeting, &invitees), act.now())?;
    let duties = store::duties_of(act.db(), meeting.id).await?;
    let facts = papers::facts(&edition, &meeting, (&invitees, &duties));
    let (template, now) = (papers::template(paper, meeting.plan.kind), act.now());
    let sheet = papers::sheet(&edition, (paper, &meeting.plan), template.kind(), signatory);
    let content = compose(act.db(), &edition, (template, &facts), sheet, now).await?;
    let content = Content { text: papers::ended(content.text), ..content };
    let content = in_capacity(act.db(), content, day_in_vietnam(now)).await?;
    let bases = rests_on(act.db(), paper, &meeting).await?;
    let new = NewDocument { edition: edition.id, content, bases, signed: None };
    let document = register(act, new).await?;
    if !store::set_paper(act.db(), meeting.id, paper, document).await? {
        return Err(drafted_already());
    }
    act.record(Event::new("meeting.drafted", meeting.id).fact("document", document.to_string()));
    Ok(document)
}
