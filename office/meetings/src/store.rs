//! The room's tables.

mod invitees;
mod results;

use hoithi_rules::ids::{AccountId, DocumentId, EditionId, MeetingId, UnitId};
use hoithi_rules::meetings::{MeetingKind, Quorum};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

pub use invitees::invitees_of;
pub(crate) use invitees::{insert_invitee, remove_invitee, reopen_replies, set_present, set_reply, set_told};
pub(crate) use results::{Call, calls_of, duties_of, replace_duties, save_call};

use crate::meeting::{Guest, Invitee, Meeting, MeetingState, Plan};
use crate::papers::Paper;

macro_rules! meetings {
    ($rest:literal) => {
        concat!(
            "SELECT id, edition_id, kind, own_kind, title, place, starts_at, chair, secretary, quorum, agenda, state,
                    undated, ended_at, moved_from, reason, proceedings, conclusions, dissent, invitation_id,
                    minutes_id, notice_id, version
               FROM meetings ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Meeting, StoreError> {
    let code = |column: &str| row.text(column);
    let nonsense =
        |column: &str, value: String| StoreError::Nonsense { column: column.to_owned(), value, wanted: "a known code" };
    let (kind, quorum, state) = (code("kind")?, code("quorum")?, code("state")?);
    let undated = row.flag("undated")?;
    let state = match (state.as_str(), row.instant_opt("ended_at")?) {
        ("planned", None) if undated => MeetingState::Postponed,
        ("planned", None) => MeetingState::Planned,
        ("called_off", None) => MeetingState::CalledOff,
        ("held", Some(ended_at)) => MeetingState::Held { ended_at },
        _ => return Err(nonsense("state", state)),
    };
    Ok(Meeting {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        plan: Plan {
            kind: MeetingKind::from_code(&kind).ok_or_else(|| nonsense("kind", kind.clone()))?,
            own_kind: row.text("own_kind")?,
            title: row.text("title")?,
            place: row.text("place")?,
            starts_at: row.instant("starts_at")?,
            chair: row.text("chair")?,
            secretary: row.text("secretary")?,
            quorum: Quorum::from_code(&quorum).ok_or_else(|| nonsense("quorum", quorum.clone()))?,
            agenda: row.text("agenda")?,
        },
        state,
        moved_from: row.instant_opt("moved_from")?,
        reason: row.text("reason")?,
        proceedings: row.text("proceedings")?,
        conclusions: row.text("conclusions")?,
        dissent: row.text("dissent")?,
        invitation: row.parsed_opt("invitation_id")?,
        minutes: row.parsed_opt("minutes_id")?,
        notice: row.parsed_opt("notice_id")?,
        version: row.int("version")?,
    })
}

pub(crate) async fn insert(db: &mut Conn, meeting: &Meeting, now: Timestamp) -> Result<(), StoreError> {
    let plan = &meeting.plan;
    db.run(
        "INSERT INTO meetings (id, edition_id, kind, title, place, starts_at, chair, secretary, quorum, agenda, state,
             proceedings, conclusions, dissent, created_at, own_kind, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', '', '', '', $11, $12, 1)",
        params![
            meeting.id.uuid(),
            meeting.edition.uuid(),
            plan.kind.code(),
            &plan.title,
            &plan.place,
            plan.starts_at,
            &plan.chair,
            &plan.secretary,
            plan.quorum.code(),
            &plan.agenda,
            now,
            &plan.own_kind,
        ],
    )
    .await?;
    Ok(())
}

/// Saves a meeting over the version that was read.
pub(crate) async fn save(db: &mut Conn, meeting: &Meeting) -> Result<bool, StoreError> {
    let plan = &meeting.plan;
    let ended_at = match meeting.state {
        MeetingState::Held { ended_at } => Some(ended_at),
        MeetingState::Planned | MeetingState::Postponed | MeetingState::CalledOff => None,
    };
    // What has no day for now is still to come.
    let undated = meeting.state == MeetingState::Postponed;
    let state = if undated { MeetingState::Planned.code() } else { meeting.state.code() };
    let changed = db
        .run(
            "UPDATE meetings SET kind = $3, title = $4, place = $5, starts_at = $6, chair = $7, secretary = $8,
                    quorum = $9, agenda = $10, state = $11, ended_at = $12, proceedings = $13, conclusions = $14,
                    dissent = $15, own_kind = $16, undated = $17, moved_from = $18, reason = $19,
                    version = version + 1
              WHERE id = $1 AND version = $2",
            params![
                meeting.id.uuid(),
                meeting.version,
                plan.kind.code(),
                &plan.title,
                &plan.place,
                plan.starts_at,
                &plan.chair,
                &plan.secretary,
                plan.quorum.code(),
                &plan.agenda,
                state,
                ended_at,
                &meeting.proceedings,
                &meeting.conclusions,
                &meeting.dissent,
                &plan.own_kind,
                undated,
                meeting.moved_from,
                &meeting.reason,
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Remembers the draft of a paper, unless there is one.
pub(crate) async fn set_paper(
    db: &mut Conn,
    meeting: MeetingId,
    paper: Paper,
    document: DocumentId,
) -> Result<bool, StoreError> {
    let sql = match paper {
        Paper::Invitation => "UPDATE meetings SET invitation_id = $2 WHERE id = $1 AND invitation_id IS NULL",
        Paper::Minutes => "UPDATE meetings SET minutes_id = $2 WHERE id = $1 AND minutes_id IS NULL",
        Paper::Notice => "UPDATE meetings SET notice_id = $2 WHERE id = $1 AND notice_id IS NULL",
    };
    Ok(db.run(sql, params![meeting.uuid(), document.uuid()]).await? == 1)
}

/// One meeting.
pub(crate) async fn meeting(db: &mut Conn, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
    db.maybe(meetings!("WHERE id = $1"), params![id.uuid()]).await?.as_ref().map(read).transpose()
}

/// The meetings of an edition, the latest first.
pub(crate) async fn meetings_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Meeting>, StoreError> {
    let sql = meetings!("WHERE edition_id = $1 ORDER BY starts_at DESC, id DESC");
    db.all(sql, params![edition.uuid()]).await?.iter().map(read).collect()
}

/// A meeting that somebody was asked to come to, and their invitation.
#[derive(Clone, Debug)]
pub struct Coming {
    /// Which meeting.
    pub meeting: Meeting,
    /// The invitation of this person or of the unit that they answer for.
    pub invitee: Invitee,
}

/// What lies before somebody, the next first: meetings to which they or their units are asked and that
/// are not over. An invitation counts once its paper is signed; before that it is a draft.
pub(crate) async fn coming_meetings(
    db: &mut Conn,
    (account, units): (AccountId, &[UnitId]),
    since: Timestamp,
) -> Result<Vec<Coming>, StoreError> {
    let mut coming = Vec::new();
    for meeting in invited_meetings(db, since).await? {
        let own = |invitee: &Invitee| match &invitee.guest {
            Guest::Account(id) => *id == account,
            Guest::Unit(unit) => units.contains(unit),
            Guest::Name(_) => false,
        };
        let invitees = invitees_of(db, meeting.id).await?;
        let mine = invitees.into_iter().filter(own);
        coming.extend(mine.map(|invitee| Coming { meeting: meeting.clone(), invitee }));
    }
    Ok(coming)
}

/// The meetings to come to which people are invited, by their day.
async fn invited_meetings(db: &mut Conn, since: Timestamp) -> Result<Vec<Meeting>, StoreError> {
    let sql = meetings!(
        "WHERE state = 'planned' AND undated = 0 AND starts_at >= $1
           AND invitation_id IN (SELECT id FROM documents WHERE number IS NOT NULL) ORDER BY starts_at, id"
    );
    db.all(sql, params![since]).await?.iter().map(read).collect()
}

/// Every invitation to a meeting of an edition that is to come.
pub async fn coming_in(db: &mut Conn, edition: EditionId, since: Timestamp) -> Result<Vec<Coming>, StoreError> {
    let mut coming = Vec::new();
    for meeting in invited_meetings(db, since).await?.into_iter().filter(|meeting| meeting.edition == edition) {
        let invitees = invitees_of(db, meeting.id).await?;
        coming.extend(invitees.into_iter().map(|invitee| Coming { meeting: meeting.clone(), invitee }));
    }
    Ok(coming)
}

/// The documents that lie before a meeting.
pub(crate) async fn papers_of(db: &mut Conn, meeting: MeetingId) -> Result<Vec<DocumentId>, StoreError> {
    let sql = "SELECT document_id FROM meeting_papers WHERE meeting_id = $1 ORDER BY document_id";
    db.all(sql, params![meeting.uuid()]).await?.iter().map(|row| row.parsed("document_id")).collect()
}

pub(crate) async fn add_paper(db: &mut Conn, meeting: MeetingId, document: DocumentId) -> Result<(), StoreError> {
    let sql = "INSERT INTO meeting_papers (meeting_id, document_id) VALUES ($1, $2)";
    db.run(sql, params![meeting.uuid(), document.uuid()]).await?;
    Ok(())
}

/// False where it does not lie there.
pub(crate) async fn remove_paper(db: &mut Conn, meeting: MeetingId, document: DocumentId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM meeting_papers WHERE meeting_id = $1 AND document_id = $2";
    Ok(db.run(sql, params![meeting.uuid(), document.uuid()]).await? == 1)
}
