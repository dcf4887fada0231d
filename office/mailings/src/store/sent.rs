//! Mailings, and what became of each for each address.

use hoithi_rules::ids::{MailingId, ReaderId};
use hoithi_rules::mailings::{MailingState, Outcome};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

use super::lists::state_of;
use crate::things::{Delivery, Mailing};

macro_rules! mailings {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.list_id, l.name AS list_name, m.subject, m.body, m.state, m.created_by, m.created_at, m.version
               FROM mailings m JOIN mailing_lists l ON l.id = m.list_id ",
            $rest
        )
    };
}

/// Some of all mailings, the newest first.
pub(crate) async fn mailings(db: &mut Conn, (most, skip): (i64, i64)) -> Result<Vec<Mailing>, StoreError> {
    let sql = mailings!("ORDER BY m.created_at DESC, m.id LIMIT $1 OFFSET $2");
    db.all(sql, params![most, skip]).await?.iter().map(read_mailing).collect()
}

pub(crate) async fn mailing(db: &mut Conn, id: MailingId) -> Result<Option<Mailing>, StoreError> {
    let sql = mailings!("WHERE m.id = $1");
    db.maybe(sql, params![id.uuid()]).await?.as_ref().map(read_mailing).transpose()
}

/// What leaves at present, the first begun first.
pub(crate) async fn going(db: &mut Conn) -> Result<Vec<Mailing>, StoreError> {
    let sql = mailings!("WHERE m.state = 'going' ORDER BY m.started_at, m.id");
    db.all(sql, params![]).await?.iter().map(read_mailing).collect()
}

fn read_mailing(row: &Row) -> Result<Mailing, StoreError> {
    let state = row.text("state")?;
    let nonsense =
        || StoreError::Nonsense { column: "state".to_owned(), value: state.clone(), wanted: "state of a mailing" };
    Ok(Mailing {
        id: row.parsed("id")?,
        list: row.parsed("list_id")?,
        list_name: row.text("list_name")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        state: MailingState::from_code(&state).ok_or_else(nonsense)?,
        by: row.parsed("created_by")?,
        created_at: row.instant("created_at")?,
        version: row.int("version")?,
    })
}

pub(crate) async fn insert_mailing(db: &mut Conn, mailing: &Mailing) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO mailings (id, list_id, subject, body, state, created_at, created_by, started_at, version)
         VALUES ($1, $2, $3, $4, 'draft', $5, $6, NULL, 1)",
        params![
            mailing.id.uuid(),
            mailing.list.uuid(),
            mailing.subject.as_str(),
            mailing.body.as_str(),
            mailing.created_at,
            mailing.by.uuid(),
        ],
    )
    .await?;
    Ok(())
}

/// False when somebody saved in between.
pub(crate) async fn update_words(db: &mut Conn, mailing: &Mailing) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE mailings SET list_id = $1, subject = $2, body = $3, version = version + 1
              WHERE id = $4 AND version = $5 AND state = 'draft'",
            params![
                mailing.list.uuid(),
                mailing.subject.as_str(),
                mailing.body.as_str(),
                mailing.id.uuid(),
                mailing.version,
            ],
        )
        .await?;
    Ok(changed > 0)
}

/// False when somebody changed it in between.
pub(crate) async fn set_state(
    db: &mut Conn,
    (id, version): (MailingId, i64),
    state: MailingState,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE mailings SET state = $1, started_at = COALESCE(started_at, $2), version = version + 1
              WHERE id = $3 AND version = $4",
            params![state.code(), at, id.uuid(), version],
        )
        .await?;
    Ok(changed > 0)
}

/// Everybody on the list shall get it; how many that are.
pub(crate) async fn line_up(db: &mut Conn, mailing: MailingId) -> Result<u64, StoreError> {
    db.run(
        "INSERT INTO mailing_deliveries (mailing_id, reader_id, outcome, words)
         SELECT m.id, r.id, 'waiting', '' FROM mailings m JOIN mailing_readers r ON r.list_id = m.list_id
          WHERE m.id = $1 AND r.state = 'joined'",
        params![mailing.uuid()],
    )
    .await
}

macro_rules! deliveries {
    ($rest:literal) => {
        concat!(
            "SELECT d.mailing_id, d.reader_id, r.email, r.name, r.state, d.outcome, d.message_id, d.posted_at, d.words,
                    CAST((SELECT COUNT(*) FROM mailing_tried_before b
                           WHERE b.mailing_id = d.mailing_id AND b.reader_id = d.reader_id) AS BIGINT) AS earlier
               FROM mailing_deliveries d JOIN mailing_readers r ON r.id = d.reader_id ",
            $rest
        )
    };
}

/// What became of a mailing, by address.
pub(crate) async fn deliveries(db: &mut Conn, mailing: MailingId) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("WHERE d.mailing_id = $1 ORDER BY r.email, r.id");
    db.all(sql, params![mailing.uuid()]).await?.iter().map(read_delivery).collect()
}

/// Who waits for a mailing, at most so many.
pub(crate) async fn waiting(db: &mut Conn, mailing: MailingId, most: usize) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("WHERE d.mailing_id = $1 AND d.outcome = 'waiting' ORDER BY r.email, r.id LIMIT $2");
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    db.all(sql, params![mailing.uuid(), most]).await?.iter().map(read_delivery).collect()
}

/// Whom a mailing did not reach though they still want it.
pub(crate) async fn missed(db: &mut Conn, mailing: MailingId) -> Result<Vec<Delivery>, StoreError> {
    let sql =
        deliveries!("WHERE d.mailing_id = $1 AND d.outcome = 'refused' AND r.state = 'joined' ORDER BY r.email, r.id");
    db.all(sql, params![mailing.uuid()]).await?.iter().map(read_delivery).collect()
}

/// What the outbox has in hand.
pub(crate) async fn posted(db: &mut Conn) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("WHERE d.outcome = 'posted' ORDER BY d.posted_at, r.id");
    db.all(sql, params![]).await?.iter().map(read_delivery).collect()
}

/// Everything that was posted to somebody.
pub(crate) async fn deliveries_to(db: &mut Conn, reader: ReaderId) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("WHERE d.reader_id = $1 ORDER BY d.mailing_id");
    db.all(sql, params![reader.uuid()]).await?.iter().map(read_delivery).collect()
}

fn read_delivery(row: &Row) -> Result<Delivery, StoreError> {
    let outcome = row.text("outcome")?;
    let nonsense =
        || StoreError::Nonsense { column: "outcome".to_owned(), value: outcome.clone(), wanted: "end of a delivery" };
    Ok(Delivery {
        mailing: row.parsed("mailing_id")?,
        reader: row.parsed("reader_id")?,
        email: row.text("email")?,
        name: row.text("name")?,
        reader_state: state_of(&row.text("state")?)?,
        outcome: Outcome::from_code(&outcome).ok_or_else(nonsense)?,
        message: row.text_opt("message_id")?,
        posted_at: row.instant_opt("posted_at")?,
        words: row.text("words")?,
        earlier: row.count("earlier")?,
    })
}

/// How many left on a day, whichever mailing they were of.
pub(crate) async fn posted_on(db: &mut Conn, day: Date) -> Result<usize, StoreError> {
    let sql = "SELECT CAST((SELECT COUNT(*) FROM mailing_deliveries WHERE posted_day = $1)
                         + (SELECT COUNT(*) FROM mailing_tried_before WHERE posted_day = $2) AS BIGINT) AS mails";
    db.one(sql, params![day, day]).await?.count("mails")
}

/// How many of each mailing came to which end.
pub(crate) async fn counts(db: &mut Conn) -> Result<BTreeMap<MailingId, BTreeMap<Outcome, usize>>, StoreError> {
    let sql = "SELECT mailing_id, outcome, CAST(COUNT(*) AS BIGINT) AS mails FROM mailing_deliveries
                GROUP BY mailing_id, outcome";
    let mut counts: BTreeMap<MailingId, BTreeMap<Outcome, usize>> = BTreeMap::new();
    for row in db.all(sql, params![]).await? {
        if let Some(outcome) = Outcome::from_code(&row.text("outcome")?) {
            counts.entry(row.parsed("mailing_id")?).or_default().insert(outcome, row.count("mails")?);
        }
    }
    Ok(counts)
}

pub(crate) async fn set_posted(
    db: &mut Conn,
    delivery: &Delivery,
    message: &str,
    (at, day): (Timestamp, Date),
) -> Result<(), StoreError> {
    db.run(
        "UPDATE mailing_deliveries SET outcome = 'posted', message_id = $1, posted_at = $2, posted_day = $3
          WHERE mailing_id = $4 AND reader_id = $5",
        params![message, at, day, delivery.mailing.uuid(), delivery.reader.uuid()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_outcome(
    db: &mut Conn,
    delivery: &Delivery,
    outcome: Outcome,
    words: &str,
) -> Result<(), StoreError> {
    db.run(
        "UPDATE mailing_deliveries SET outcome = $1, words = $2 WHERE mailing_id = $3 AND reader_id = $4",
        params![outcome.code(), words, delivery.mailing.uuid(), delivery.reader.uuid()],
    )
    .await?;
    Ok(())
}

/// Whoever still waited for a mailing gets it no more.
pub(crate) async fn drop_waiting(db: &mut Conn, mailing: MailingId) -> Result<(), StoreError> {
    let sql = "UPDATE mailing_deliveries SET outcome = 'stopped' WHERE mailing_id = $1 AND outcome = 'waiting'";
    db.run(sql, params![mailing.uuid()]).await?;
    Ok(())
}
