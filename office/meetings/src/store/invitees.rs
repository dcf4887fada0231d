//! Who was asked to come, what they answered, whether they came.

use hoithi_rules::ids::MeetingId;
use hoithi_rules::meetings::Reply;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::meeting::{Guest, Invitee};

fn read_invitee(row: &Row) -> Result<Invitee, StoreError> {
    let (account, unit) = (row.parsed_opt("account_id")?, row.parsed_opt("unit_id")?);
    let name = row.text("name")?;
    let guest = match (account, unit) {
        (Some(account), _) => Guest::Account(account),
        (None, Some(unit)) => Guest::Unit(unit),
        (None, None) => Guest::Name(name.clone()),
    };
    Ok(Invitee {
        id: row.parsed("id")?,
        guest,
        name,
        home: row.text("home")?,
        member: row.flag("member")?,
        reply: read_reply(row, ("reply", "reply_words"))?,
        earlier: read_reply(row, ("earlier_reply", "earlier_words"))?,
        recorded: row.flag("recorded")?,
        email: row.text("email")?,
        told: row.instant_opt("told_at")?.is_some(),
        present: row.int_opt("present")?.map(|present| present != 0),
    })
}

fn read_reply(row: &Row, (column, words): (&str, &str)) -> Result<Option<Reply>, StoreError> {
    let Some(code) = row.text_opt(column)? else { return Ok(None) };
    let nonsense = |_| StoreError::Nonsense { column: column.to_owned(), value: code.clone(), wanted: "a reply" };
    Reply::parse(&code, &row.text(words)?).map(Some).map_err(nonsense)
}

/// Who was asked to come, in the order of the list.
pub async fn invitees_of(db: &mut Conn, meeting: MeetingId) -> Result<Vec<Invitee>, StoreError> {
    let rows = db
        .all(
            "SELECT i.id, i.account_id, i.unit_id, COALESCE(a.name, u.name, i.name) AS name,
                    COALESCE(h.name, '') AS home, i.member, i.reply, i.reply_words, i.earlier_reply, i.earlier_words,
                    i.recorded, i.email, i.told_at, i.present
               FROM meeting_invitees i
               LEFT JOIN accounts a ON a.id = i.account_id
               LEFT JOIN units u ON u.id = i.unit_id
               LEFT JOIN units h ON h.id = a.unit_id
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

/// What was answered for a day that moved is no answer any more; it is kept beside.
pub(crate) async fn reopen_replies(db: &mut Conn, meeting: MeetingId) -> Result<(), StoreError> {
    db.run(
        "UPDATE meeting_invitees
            SET earlier_reply = reply, earlier_words = reply_words, reply = NULL, reply_words = '', replied_at = NULL,
                recorded = 0
          WHERE meeting_id = $1 AND reply IS NOT NULL",
        params![meeting.uuid()],
    )
    .await?;
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
