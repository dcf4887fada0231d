//! The room's tables.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, AwardId, DocumentId, EditionId, MeetingId, UnitId};
use hoithi_rules::meetings::{MeetingKind, Quorum, Reply};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::meeting::{Duty, Guest, Invitee, Meeting, MeetingState, Plan};
use crate::papers::Paper;

macro_rules! meetings {
    ($rest:literal) => {
        concat!(
            "SELECT id, edition_id, kind, title, place, starts_at, chair, secretary, quorum, agenda, state, ended_at,
                    proceedings, conclusions, dissent, invitation_id, minutes_id, notice_id, version FROM meetings ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Meeting, StoreError> {
    let code = |column: &str| row.text(column);
    let nonsense =
        |column: &str, value: String| StoreError::Nonsense { column: column.to_owned(), value, wanted: "a known code" };
    let (kind, quorum, state) = (code("kind")?, code("quorum")?, code("state")?);
    let state = match (state.as_str(), row.instant_opt("ended_at")?) {
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
            title: row.text("title")?,
            place: row.text("place")?,
            starts_at: row.instant("starts_at")?,
            chair: row.text("chair")?,
            secretary: row.text("secretary")?,
            quorum: Quorum::from_code(&quorum).ok_or_else(|| nonsense("quorum", quorum.clone()))?,
            agenda: row.text("agenda")?,
        },
        state,
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
             proceedings, conclusions, dissent, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', '', '', '', $11, 1)",
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
        MeetingState::Planned | MeetingState::CalledOff => None,
    };
    let changed = db
        .run(
            "UPDATE meetings SET kind = $3, title = $4, place = $5, starts_at = $6, chair = $7, secretary = $8,
                    quorum = $9, agenda = $10, state = $11, ended_at = $12, proceedings = $13, conclusions = $14,
                    dissent = $15, version = version + 1
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
                meeting.state.code(),
                ended_at,
                &meeting.proceedings,
                &meeting.conclusions,
                &meeting.dissent,
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
    let sql = meetings!(
        "WHERE state = 'planned' AND starts_at >= $1
           AND invitation_id IN (SELECT id FROM documents WHERE number IS NOT NULL) ORDER BY starts_at, id"
    );
    let meetings: Vec<Meeting> = db.all(sql, params![since]).await?.iter().map(read).collect::<Result<_, _>>()?;
    let mut coming = Vec::new();
    for meeting in meetings {
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

fn read_invitee(row: &Row) -> Result<Invitee, StoreError> {
    let (account, unit) = (row.parsed_opt("account_id")?, row.parsed_opt("unit_id")?);
    let name = row.text("name")?;
    let guest = match (account, unit) {
        (Some(account), _) => Guest::Account(account),
        (None, Some(unit)) => Guest::Unit(unit),
        (None, None) => Guest::Name(name.clone()),
    };
    let words = row.text("reply_words")?;
    let reply = row.text_opt("reply")?;
    let reply = reply.map(|code| {
        let nonsense = |_| StoreError::Nonsense { column: "reply".to_owned(), value: code.clone(), wanted: "a reply" };
        Reply::parse(&code, &words).map_err(nonsense)
    });
    Ok(Invitee {
        id: row.parsed("id")?,
        guest,
        name,
        member: row.flag("member")?,
        reply: reply.transpose()?,
        recorded: row.flag("recorded")?,
        email: row.text("email")?,
        told: row.instant_opt("told_at")?.is_some(),
        present: row.int_opt("present")?.map(|present| present != 0),
    })
}

/// Who was asked to come, in the order of the list.
pub async fn invitees_of(db: &mut Conn, meeting: MeetingId) -> Result<Vec<Invitee>, StoreError> {
    let rows = db
        .all(
            "SELECT i.id, i.account_id, i.unit_id, COALESCE(a.name, u.name, i.name) AS name, i.member, i.reply,
                    i.reply_words, i.recorded, i.email, i.told_at, i.present
               FROM meeting_invitees i
               LEFT JOIN accounts a ON a.id = i.account_id
               LEFT JOIN units u ON u.id = i.unit_id
              WHERE i.meeting_id = $1 ORDER BY i.place, i.id",
            params![meeting.uuid()],
        )
        .await?;
    rows.iter().map(read_invitee).collect()
}

pub(crate) async fn insert_invitee(
    db: &mut Conn,
    (id, meeting): (Uuid, MeetingId),
    guest: &Guest,
    (member, email): (bool, &str),
) -> Result<(), StoreError> {
    let (account, unit, name) = match guest {
        Guest::Account(account) => (Some(account.uuid()), None, ""),
        Guest::Unit(unit) => (None, Some(unit.uuid()), ""),
        Guest::Name(name) => (None, None, name.as_str()),
    };
    db.run(
        "INSERT INTO meeting_invitees (id, meeting_id, place, account_id, unit_id, name, member, email, reply_words,
                                       recorded)
         SELECT $1, $2, COALESCE(MAX(place), 0) + 1, $3, $4, $5, $6, $7, '', 0 FROM meeting_invitees WHERE meeting_id = $2",
        params![id, meeting.uuid(), account, unit, name, member, email],
    )
    .await?;
    Ok(())
}

pub(crate) async fn remove_invitee(db: &mut Conn, id: Uuid) -> Result<(), StoreError> {
    db.run("DELETE FROM meeting_invitees WHERE id = $1", params![id]).await?;
    Ok(())
}

pub(crate) async fn set_reply(
    db: &mut Conn,
    id: Uuid,
    reply: &Reply,
    (at, recorded): (Timestamp, bool),
) -> Result<(), StoreError> {
    let sql = "UPDATE meeting_invitees SET reply = $2, reply_words = $3, replied_at = $4, recorded = $5 WHERE id = $1";
    db.run(sql, params![id, reply.code(), reply.words(), at, recorded]).await?;
    Ok(())
}

pub(crate) async fn set_told(db: &mut Conn, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    db.run("UPDATE meeting_invitees SET told_at = $2 WHERE id = $1", params![id, at]).await?;
    Ok(())
}

pub(crate) async fn set_present(db: &mut Conn, id: Uuid, present: bool) -> Result<(), StoreError> {
    db.run("UPDATE meeting_invitees SET present = $2 WHERE id = $1", params![id, present]).await?;
    Ok(())
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
