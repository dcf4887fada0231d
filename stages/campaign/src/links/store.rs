//! The tables of links and of a letter's mails.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::campaign::{LinkEnded, LinkTimes};
use hoithi_rules::ids::{AccountId, ContactId, DocumentId, EditionId, LinkId, SendingId, TaskId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::hash;
use crate::reports::marks_of;
use crate::store::sendings_of_letter;

/// One link.
#[derive(Clone, Debug)]
pub struct LetterLink {
    /// Its id; the link itself is known to nobody here.
    pub id: LinkId,
    /// To which letter of which unit it opens.
    pub sending: SendingId,
    /// Whose it is; none on a slip for whoever opens the envelope.
    pub contact: Option<ContactId>,
    /// Who has the one task that it opens; none where it opens all of the letter.
    pub holder: Option<AccountId>,
    /// Whether it was printed on a slip.
    pub on_slip: bool,
    /// Until when it opens.
    pub times: LinkTimes,
    /// When it was made.
    pub made_at: Timestamp,
    /// When somebody first came by it.
    pub opened_at: Option<Timestamp>,
}

/// What a link turns out to be.
#[derive(Clone, Debug)]
pub enum LinkTry {
    /// It opens its letter.
    Opens(Box<LetterLink>),
    /// It was one.
    Ended(LinkEnded),
    /// It is none.
    Unknown,
}

/// Whose link this is today.
pub async fn holder(db: &mut Conn, token: &str, today: Date) -> Result<LinkTry, StoreError> {
    let row = db
        .maybe(
            "SELECT id, sending_id, contact_id, holder_id, way, made_at, last_day, opened_at, revoked_at
               FROM letter_links WHERE token_hash = $1",
            params![hash(token).as_str()],
        )
        .await?;
    let Some(link) = row.as_ref().map(read).transpose()? else { return Ok(LinkTry::Unknown) };
    Ok(match link.times.opens_on(today) {
        Ok(()) => LinkTry::Opens(Box::new(link)),
        Err(ended) => LinkTry::Ended(ended),
    })
}

/// The link of that id; none where the id is an account's.
pub(crate) async fn link_of_id(db: &mut Conn, id: LinkId) -> Result<Option<LetterLink>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, sending_id, contact_id, holder_id, way, made_at, last_day, opened_at, revoked_at
               FROM letter_links WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The links that open a letter for a unit, by unit, the newest first.
pub(crate) async fn links_of_letter(
    db: &mut Conn,
    letter: DocumentId,
    of: Option<SendingId>,
) -> Result<BTreeMap<SendingId, Vec<LetterLink>>, StoreError> {
    let rows = db
        .all(
            "SELECT l.id, l.sending_id, l.contact_id, l.holder_id, l.way, l.made_at, l.last_day, l.opened_at,
                    l.revoked_at
               FROM letter_links l JOIN sendings s ON s.id = l.sending_id
              WHERE s.document_id = $1 AND ($2 IS NULL OR s.id = $2) AND l.holder_id IS NULL ORDER BY l.made_at DESC, l.id",
            params![letter.uuid(), of.map(SendingId::uuid)],
        )
        .await?;
    let mut by_sending: BTreeMap<SendingId, Vec<LetterLink>> = BTreeMap::new();
    for row in &rows {
        let link = read(row)?;
        by_sending.entry(link.sending).or_default().push(link);
    }
    Ok(by_sending)
}

fn read(row: &Row) -> Result<LetterLink, StoreError> {
    Ok(LetterLink {
        id: row.parsed("id")?,
        sending: row.parsed("sending_id")?,
        contact: row.parsed_opt("contact_id")?,
        holder: row.parsed_opt("holder_id")?,
        on_slip: row.text("way")? == "slip",
        times: LinkTimes { last_day: row.parsed("last_day")?, revoked_at: row.instant_opt("revoked_at")? },
        made_at: row.instant("made_at")?,
        opened_at: row.instant_opt("opened_at")?,
    })
}

/// Which persons of the directory hold a link that opens that day, by letter and unit.
pub async fn reached_by_link(
    db: &mut Conn,
    edition: EditionId,
    today: Date,
) -> Result<BTreeMap<(DocumentId, UnitId), BTreeSet<ContactId>>, StoreError> {
    let rows = db
        .all(
            "SELECT s.document_id, s.unit_id, l.contact_id
               FROM letter_links l JOIN sendings s ON s.id = l.sending_id
              WHERE s.edition_id = $1 AND l.contact_id IS NOT NULL AND l.revoked_at IS NULL AND l.last_day >= $2",
            params![edition.uuid(), today],
        )
        .await?;
    let mut reached: BTreeMap<(DocumentId, UnitId), BTreeSet<ContactId>> = BTreeMap::new();
    for row in &rows {
        let of = (row.parsed("document_id")?, row.parsed("unit_id")?);
        reached.entry(of).or_default().insert(row.parsed("contact_id")?);
    }
    Ok(reached)
}

/// A link that was just made, with its hash.
pub(crate) struct NewLink {
    pub(crate) id: LinkId,
    pub(crate) hash: String,
    pub(crate) sending: SendingId,
    pub(crate) contact: Option<ContactId>,
    pub(crate) holder: Option<AccountId>,
    pub(crate) way: &'static str,
}

pub(crate) async fn insert_links(
    db: &mut Conn,
    links: &[NewLink],
    (at, by, last_day): (Timestamp, AccountId, Date),
) -> Result<(), StoreError> {
    let rows = links.iter().map(|link| {
        params![
            link.id.uuid(),
            link.hash.as_str(),
            link.sending.uuid(),
            link.contact.map(ContactId::uuid),
            link.holder.map(AccountId::uuid),
            link.way,
            at,
            by.uuid(),
            last_day,
        ]
    });
    let insert =
        "INSERT INTO letter_links (id, token_hash, sending_id, contact_id, holder_id, way, made_at, made_by, last_day)";
    db.insert_many(insert, rows.collect()).await
}

/// Whoever comes first by a link.
pub(crate) async fn mark_link_opened(db: &mut Conn, link: LinkId, at: Timestamp) -> Result<(), StoreError> {
    let values = params![at, link.uuid()];
    db.run("UPDATE letter_links SET opened_at = $1 WHERE id = $2 AND opened_at IS NULL", values).await?;
    Ok(())
}

/// The links that are out open a letter for a unit until that day at least. One that was taken back stays so.
pub(super) async fn prolong(db: &mut Conn, sending: SendingId, until: Date) -> Result<(), StoreError> {
    let sql = "UPDATE letter_links SET last_day = $1 WHERE sending_id = $2 AND last_day < $1 AND revoked_at IS NULL";
    db.run(sql, params![until, sending.uuid()]).await?;
    Ok(())
}

/// Takes back every link that opens one letter for one unit; says how many.
pub(crate) async fn revoke(db: &mut Conn, sending: SendingId, at: Timestamp) -> Result<u64, StoreError> {
    let sql = "UPDATE letter_links SET revoked_at = $1
                WHERE sending_id = $2 AND holder_id IS NULL AND revoked_at IS NULL";
    db.run(sql, params![at, sending.uuid()]).await
}

/// Takes back every link by which somebody of one unit has a task of one letter; says how many.
pub(crate) async fn revoke_held(db: &mut Conn, sending: SendingId, at: Timestamp) -> Result<u64, StoreError> {
    let sql = "UPDATE letter_links SET revoked_at = $1
                WHERE sending_id = $2 AND holder_id IS NOT NULL AND revoked_at IS NULL";
    db.run(sql, params![at, sending.uuid()]).await
}

/// Takes back the links by which others had this task.
pub(crate) async fn revoke_of_task(db: &mut Conn, task: TaskId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE letter_links SET revoked_at = $1
                WHERE revoked_at IS NULL AND holder_id IN (SELECT id FROM task_holders WHERE task_id = $2)";
    db.run(sql, params![at, task.uuid()]).await?;
    Ok(())
}

/// Takes back the slips of a letter: those that are printed now stand in their place.
pub(crate) async fn revoke_slips(db: &mut Conn, letter: DocumentId, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "UPDATE letter_links SET revoked_at = $1
          WHERE way = 'slip' AND revoked_at IS NULL
            AND sending_id IN (SELECT id FROM sendings WHERE document_id = $2)",
        params![at, letter.uuid()],
    )
    .await?;
    Ok(())
}

/// The last day by which the letter asks anything.
pub(crate) async fn last_due(db: &mut Conn, letter: DocumentId) -> Result<Option<Date>, StoreError> {
    let tasks = db.one("SELECT MAX(due) AS due FROM tasks WHERE document_id = $1", params![letter.uuid()]).await?;
    let ways = sendings_of_letter(db, letter).await?;
    let marks = marks_of(db, &ways).await?;
    let reports = ways.iter().filter_map(|way| marks.get(&way.sending.id)).map(|mark| mark.due).max();
    let tasks: Option<Date> = tasks.parsed_opt("due")?;
    Ok(tasks.max(reports))
}

/// The first day by which the letter asks something that is still open.
pub(crate) async fn first_due(db: &mut Conn, letter: DocumentId) -> Result<Option<Date>, StoreError> {
    let sql = "SELECT MIN(due) AS due FROM tasks
                WHERE document_id = $1 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL";
    db.one(sql, params![letter.uuid()]).await?.parsed_opt("due")
}

/// A mail that told a unit of its letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LetterMail {
    pub(crate) sending: SendingId,
    pub(crate) recipient: String,
    pub(crate) subject: String,
    pub(crate) at: Timestamp,
}

pub(crate) async fn insert_mails(db: &mut Conn, mails: Vec<(Uuid, LetterMail)>) -> Result<(), StoreError> {
    let rows = mails
        .into_iter()
        .map(|(id, mail)| params![id, mail.sending.uuid(), mail.recipient.as_str(), mail.subject.as_str(), mail.at]);
    db.insert_many("INSERT INTO letter_mails (id, sending_id, recipient, subject, at)", rows.collect()).await
}

/// The mails of a letter by unit, the newest first: of all units, or of one.
pub(crate) async fn mails_of_letter(
    db: &mut Conn,
    letter: DocumentId,
    of: Option<SendingId>,
) -> Result<BTreeMap<SendingId, Vec<LetterMail>>, StoreError> {
    let rows = db
        .all(
            "SELECT m.sending_id, m.recipient, m.subject, m.at
               FROM letter_mails m JOIN sendings s ON s.id = m.sending_id
              WHERE s.document_id = $1 AND ($2 IS NULL OR s.id = $2) ORDER BY m.at DESC, m.recipient",
            params![letter.uuid(), of.map(SendingId::uuid)],
        )
        .await?;
    let mut by_sending: BTreeMap<SendingId, Vec<LetterMail>> = BTreeMap::new();
    for row in &rows {
        let mail = LetterMail {
            sending: row.parsed("sending_id")?,
            recipient: row.text("recipient")?,
            subject: row.text("subject")?,
            at: row.instant("at")?,
        };
        by_sending.entry(mail.sending).or_default().push(mail);
    }
    Ok(by_sending)
}
