//! What leaves the house leaves through here: written with the deed, carried out by a job.

mod carried;
mod lines;

use std::collections::BTreeMap;

use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

pub use carried::{
    ChannelDown, Claimed, Try, channel_down, channels_down, claim, keep_all, pause, release, settle, up,
};
pub use lines::{MailLine, MailSearch, mail_lines, mail_lines_at, mails_by_state, mails_found};

use crate::act::Act;
use crate::clock::machine_now;
use crate::fold::fold;
use crate::halt::Halt;
use crate::line::Event;
use crate::mail::{Channel, Listed, Mail, Short};

/// What was posted, some of it under an id of the operation's own.
type Posted<T> = Vec<(Option<Uuid>, T)>;

const INSERT: &str = "INSERT INTO outbox (id, at, recipient, subject, body, state, next_try, channel, facts, folded,
                                           posted_by)";

pub(crate) async fn put(act: &mut Act, mails: Posted<Mail>, shorts: Posted<Short>) -> Result<(), Halt> {
    let due = machine_now();
    let (at, by) = (act.now(), act.actor().account);
    let mut rows = Vec::with_capacity(mails.len() + shorts.len());
    for (id, mail) in mails {
        let subject = one_line(&mail.subject);
        let folded = found_by(&mail.to, &subject);
        rows.push(params![id_of(act, id)?, at, mail.to, subject, mail.body, "waiting", due, "mail", "{}", folded, by]);
    }
    for (id, short) in shorts {
        let facts = serde_json::to_string(&short.facts)?;
        let subject = one_line(&short.subject);
        let folded = found_by(&short.to, &subject);
        rows.push(params![
            id_of(act, id)?,
            at,
            short.to,
            subject,
            short.text,
            "waiting",
            due,
            "short",
            facts,
            folded,
            by
        ]);
    }
    act.db().insert_many(INSERT, rows).await?;
    Ok(())
}

/// By this name a listed mail's facts hold the address by which one leaves the list.
pub const LEAVE: &str = "leave";

pub(crate) async fn put_listed(act: &mut Act, listed: Vec<Listed>) -> Result<(), Halt> {
    let (due, at, by) = (machine_now(), act.now(), act.actor().account);
    let mut rows = Vec::with_capacity(listed.len());
    for Listed { id, mail, leave } in listed {
        let facts = serde_json::to_string(&BTreeMap::from([(LEAVE, leave)]))?;
        let subject = one_line(&mail.subject);
        let folded = found_by(&mail.to, &subject);
        rows.push(params![id, at, mail.to, subject, mail.body, "waiting", due, "mail", facts, folded, by]);
    }
    act.db().insert_many(INSERT, rows).await?;
    Ok(())
}

/// To whom a message went is forgotten: they asked for it. What still waits does not leave.
pub async fn forget_recipient(act: &mut Act, id: &str) -> Result<(), Halt> {
    let forget = "UPDATE outbox SET recipient = '', body = '', facts = '{}', folded = '', last_error = NULL,
                         state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END WHERE id = $1";
    act.db().run(forget, params![id]).await?;
    act.db().run("UPDATE outbox_tries SET words = NULL WHERE mail = $1", params![id]).await?;
    Ok(())
}

/// A listed message that nobody shall get any more does not leave, and what was given up is not sent again.
/// False when it left already.
pub async fn call_back(act: &mut Act, id: &str) -> Result<bool, Halt> {
    let back = "UPDATE outbox SET state = 'failed', body = '', facts = '{}'
                 WHERE id = $1 AND state IN ('waiting', 'failed')";
    Ok(act.db().run(back, params![id]).await? > 0)
}

fn id_of(act: &Act, id: Option<Uuid>) -> Result<Uuid, Halt> {
    id.map_or_else(|| act.random_id(), Ok)
}

/// By what a message is found: whom it is for, and its subject.
fn found_by(recipient: &str, subject: &str) -> String {
    fold(&format!("{recipient} {subject}"))
}

fn one_line(words: &str) -> String {
    words.replace(['\r', '\n'], " ")
}

/// A message as it stands in the outbox.
#[derive(Clone, Debug)]
pub struct OutboxMail {
    /// Its id.
    pub id: String,
    /// By which way it leaves: `mail` or `short`.
    pub channel: String,
    /// When it was posted, by the contest's clock.
    pub at: Timestamp,
    /// To whom: an address or a telephone.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// What a gateway's template is filled with.
    pub facts: BTreeMap<String, String>,
    /// `waiting`, `sent`, `kept` or `failed`.
    pub state: String,
    /// Why the last try did not succeed, as one of the known reasons.
    pub reason: Option<String>,
    /// The same in the words of whoever refused it.
    pub last_error: Option<String>,
    /// When it is tried next, by the machine's clock.
    pub next_try: Timestamp,
}

macro_rules! columns {
    () => {
        "id, channel, at, recipient, subject, body, facts, state, reason, last_error, next_try"
    };
}
pub(crate) use columns;

/// The newest messages with their texts, newest first.
pub async fn outbox_mails(conn: &mut Conn, most: i64) -> Result<Vec<OutboxMail>, StoreError> {
    let sql = concat!("SELECT ", columns!(), " FROM outbox ORDER BY at DESC, id LIMIT $1");
    conn.all(sql, params![most]).await?.iter().map(read_mail).collect()
}

/// How many messages were given up and can be sent again.
pub async fn given_up(conn: &mut Conn) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS messages FROM outbox WHERE state = 'failed' AND body <> ''";
    conn.one(sql, params![]).await?.count("messages")
}

/// One message with its text.
pub async fn outbox_mail(conn: &mut Conn, id: &str) -> Result<Option<OutboxMail>, StoreError> {
    let sql = concat!("SELECT ", columns!(), " FROM outbox WHERE id = $1");
    conn.maybe(sql, params![id]).await?.as_ref().map(read_mail).transpose()
}

/// What came of each try of one message, the first one first.
pub async fn tries_of(conn: &mut Conn, id: &str) -> Result<Vec<Try>, StoreError> {
    let sql = "SELECT at, reason, words FROM outbox_tries WHERE mail = $1 ORDER BY number";
    conn.all(sql, params![id]).await?.iter().map(carried::read_try).collect()
}

fn read_mail(row: &Row) -> Result<OutboxMail, StoreError> {
    Ok(OutboxMail {
        id: row.text("id")?,
        channel: row.text("channel")?,
        at: row.instant("at")?,
        recipient: row.text("recipient")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        facts: serde_json::from_str(&row.text("facts")?).unwrap_or_default(),
        state: row.text("state")?,
        reason: row.text_opt("reason")?,
        last_error: row.text_opt("last_error")?,
        next_try: row.instant("next_try")?,
    })
}

/// A message that was given up waits once more. False when it is none of those.
pub async fn try_again(act: &mut Act, id: &str) -> Result<bool, Halt> {
    let again = "UPDATE outbox SET state = 'waiting', attempts = 0, next_try = $1, settled_at = NULL
                  WHERE id = $2 AND state = 'failed' AND body <> ''";
    let changed = act.db().run(again, params![machine_now(), id]).await?;
    if changed > 0 {
        act.record(Event::new("mail.tried_again", id));
    }
    Ok(changed > 0)
}

/// Every message of a channel that was given up waits once more; how many.
pub async fn try_all_again(act: &mut Act, channel: Channel) -> Result<u64, Halt> {
    let again = "UPDATE outbox SET state = 'waiting', attempts = 0, next_try = $1, settled_at = NULL
                  WHERE channel = $2 AND state = 'failed' AND body <> ''";
    let changed = act.db().run(again, params![machine_now(), channel.code()]).await?;
    if changed > 0 {
        act.record(Event::new("mail.all_tried_again", channel.code()).fact("messages", changed));
    }
    Ok(changed)
}
