//! The outbox as a list: a page of it, as it was asked.

use std::collections::BTreeMap;

use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::fold::fold;

/// A message in a list, without its text.
#[derive(Clone, Debug)]
pub struct MailLine {
    /// Its id.
    pub id: String,
    /// By which way it leaves: `mail` or `short`.
    pub channel: String,
    /// When it was posted, by the contest's clock.
    pub at: Timestamp,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// `waiting`, `sent`, `kept` or `failed`.
    pub state: String,
    /// Why the last try did not succeed, as one of the known reasons.
    pub reason: Option<String>,
}

/// Which messages are asked for.
#[derive(Clone, Debug, Default)]
pub struct MailSearch {
    /// What stands in the recipient or the subject, marks and capitals aside; empty for all.
    pub words: String,
    /// In which state, if that matters.
    pub state: Option<&'static str>,
    /// Posted by whose deeds, if that matters.
    pub by: Option<Uuid>,
}

impl MailSearch {
    fn params(&self) -> Vec<Value> {
        let folded = fold(&self.words).replace('!', "!!").replace('%', "!%").replace('_', "!_");
        params![self.state, format!("%{folded}%"), self.by]
    }
}

/// How many messages are in each state; one without any is not there.
pub async fn mails_by_state(conn: &mut Conn) -> Result<BTreeMap<String, usize>, StoreError> {
    let sql = "SELECT state, CAST(COUNT(*) AS BIGINT) AS messages FROM outbox GROUP BY state";
    let rows = conn.all(sql, params![]).await?;
    rows.iter().map(|row| Ok((row.text("state")?, row.count("messages")?))).collect()
}

/// How many messages fit.
pub async fn mails_found(conn: &mut Conn, search: &MailSearch) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS messages FROM outbox
                WHERE ($1 IS NULL OR state = $1) AND folded LIKE $2 ESCAPE '!' AND ($3 IS NULL OR posted_by = $3)";
    conn.one(sql, search.params()).await?.count("messages")
}

/// Some of the messages that fit, the newest first.
pub async fn mail_lines(
    conn: &mut Conn,
    search: &MailSearch,
    most: i64,
    skip: i64,
) -> Result<Vec<MailLine>, StoreError> {
    let sql = "SELECT id, channel, at, recipient, subject, state, reason FROM outbox
                WHERE ($1 IS NULL OR state = $1) AND folded LIKE $2 ESCAPE '!' AND ($3 IS NULL OR posted_by = $3)
                ORDER BY at DESC, id LIMIT $4 OFFSET $5";
    let mut values = search.params();
    values.extend(params![most, skip]);
    conn.all(sql, values).await?.iter().map(read_line).collect()
}

/// What was posted at one instant, which is one act's: all of it, or what went to one recipient.
pub async fn mail_lines_at(
    conn: &mut Conn,
    at: Timestamp,
    recipient: Option<&str>,
) -> Result<Vec<MailLine>, StoreError> {
    let sql = "SELECT id, channel, at, recipient, subject, state, reason FROM outbox
                WHERE at = $1 AND ($2 IS NULL OR recipient = $2) ORDER BY id";
    conn.all(sql, params![at, recipient]).await?.iter().map(read_line).collect()
}

fn read_line(row: &Row) -> Result<MailLine, StoreError> {
    Ok(MailLine {
        id: row.text("id")?,
        channel: row.text("channel")?,
        at: row.instant("at")?,
        recipient: row.text("recipient")?,
        subject: row.text("subject")?,
        state: row.text("state")?,
        reason: row.text_opt("reason")?,
    })
}
