//! The outbox as the job sees it: what is due, what came of it, which channel is down.

use std::fmt::Write;
use std::time::Duration;

use hoithi_store::{Conn, Row, Store, StoreError, params};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::{OutboxMail, columns, read_mail};
use crate::mail::Channel;

/// A message that this job has in hand.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The message.
    pub mail: OutboxMail,
    /// How often it was tried since it was posted or begun anew.
    pub attempts: i64,
}

/// What came of one try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// When, by the machine's clock.
    pub at: Timestamp,
    /// Why it did not go; none when it went.
    pub reason: Option<String>,
    /// In the words of whoever refused it.
    pub words: Option<String>,
}

/// A channel that takes nothing at present.
#[derive(Clone, Debug)]
pub struct ChannelDown {
    /// `mail` or `short`.
    pub channel: String,
    /// Since when, by the machine's clock.
    pub since: Timestamp,
    /// How often it was tried in vain since then.
    pub failures: i64,
    /// When it is tried next.
    pub next_try: Timestamp,
    /// Why, as one of the known reasons.
    pub reason: String,
    /// In its own words.
    pub words: String,
}

/// How often a note of what became of a message is written again when other acts are in its way.
const NOTES: u32 = 10;

/// How long a message in hand is nobody else's.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// Where nobody carries messages away they are kept: all that wait, in one commit.
pub async fn keep_all(store: &Store, channel: Channel, now: Timestamp) -> Result<u64, StoreError> {
    let due = "SELECT id FROM outbox WHERE state = 'waiting' AND next_try <= $1 AND channel = $2 LIMIT 1";
    if store.read().await?.maybe(due, params![now, channel.code()]).await?.is_none() {
        return Ok(0);
    }
    let mut conn = store.begin().await?;
    let keep = "UPDATE outbox SET state = 'kept', settled_at = $1
                 WHERE state = 'waiting' AND next_try <= $2 AND channel = $3";
    let kept = conn.run(keep, params![now, now, channel.code()]).await?;
    conn.commit().await?;
    Ok(kept)
}

/// Takes what is due in hand, the longest waiting first, so that two jobs never send one message twice.
pub async fn claim(store: &Store, channel: Channel, now: Timestamp, most: i64) -> Result<Vec<Claimed>, StoreError> {
    let due = "SELECT id FROM outbox WHERE state = 'waiting' AND next_try <= $1 AND channel = $2 LIMIT 1";
    if store.read().await?.maybe(due, params![now, channel.code()]).await?.is_none() {
        return Ok(Vec::new());
    }
    let lease = now.saturating_add(LEASE).unwrap_or(now);
    let mut conn = store.begin().await?;
    let rows = conn
        .all(
            concat!(
                "UPDATE outbox SET next_try = $1
                  WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND next_try <= $2 AND channel = $3
                                ORDER BY next_try, id LIMIT $4)
                  RETURNING attempts, ",
                columns!()
            ),
            params![lease, now, channel.code(), most],
        )
        .await?;
    conn.commit().await?;
    let read = |row: &Row| Ok(Claimed { mail: read_mail(row)?, attempts: row.int("attempts")? });
    let mut claimed = rows.iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    // What was tried in vain comes last: it may be what holds a channel up.
    claimed.sort_by_key(|each| (each.attempts, each.mail.at));
    Ok(claimed)
}

/// What was in hand and was not tried waits until then, as if it had not been taken.
pub async fn release(store: &Store, ids: &[String], until: Timestamp) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut conn = store.begin().await?;
    for id in ids {
        let free = "UPDATE outbox SET next_try = $1 WHERE id = $2 AND state = 'waiting'";
        conn.run(free, params![until, id]).await?;
    }
    conn.commit().await
}

/// What became of a message. A server has taken it by now: that this could not be noted at once must
/// not send it a second time.
///
/// `again` is when a message that did not go is tried next; without it the message is given up.
pub async fn settle(store: &Store, id: &str, tried: &Try, again: Option<Timestamp>) -> Result<(), StoreError> {
    let mut tries = 0;
    loop {
        match note(store, id, tried, again).await {
            Err(_) if tries < NOTES => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(20 << tries.min(6))).await;
            }
            other => return other,
        }
    }
}

async fn note(store: &Store, id: &str, tried: &Try, again: Option<Timestamp>) -> Result<(), StoreError> {
    let (state, settled) = match (&tried.reason, again) {
        (None, _) => ("sent", Some(tried.at)),
        (Some(_), Some(_)) => ("waiting", None),
        (Some(_), None) => ("failed", Some(tried.at)),
    };
    let mut conn = store.begin().await?;
    conn.run(
        "UPDATE outbox SET state = $1, reason = $2, last_error = $3, next_try = $4, settled_at = $5,
                attempts = attempts + 1 WHERE id = $6",
        params![state, tried.reason.clone(), tried.words.clone(), again.unwrap_or(tried.at), settled, id],
    )
    .await?;
    if state == "sent" {
        forget_text(&mut conn, id).await?;
    }
    let before = conn.one("SELECT COUNT(*) AS tries FROM outbox_tries WHERE mail = $1", params![id]).await?;
    conn.run(
        "INSERT INTO outbox_tries (mail, number, at, reason, words) VALUES ($1, $2, $3, $4, $5)",
        params![id, before.int("tries")? + 1, tried.at, tried.reason.clone(), tried.words.clone()],
    )
    .await?;
    conn.commit().await
}

/// Of what was delivered the house keeps no copy: a text may hold the secret word of a personal link,
/// which must not stand in clear in every copy of the database. Size and hash tell which text it was.
async fn forget_text(conn: &mut Conn, id: &str) -> Result<(), StoreError> {
    let Some(row) = conn.maybe("SELECT body FROM outbox WHERE id = $1", params![id]).await? else { return Ok(()) };
    let body = row.text("body")?;
    let hash = Sha256::digest(body.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let note = format!("[Nội dung đã xóa sau khi gửi: {} byte, SHA-256 {hash}]", body.len());
    conn.run("UPDATE outbox SET body = $1, facts = '{}' WHERE id = $2", params![note, id]).await?;
    Ok(())
}

/// A channel takes nothing: it is left alone until then, and its messages wait.
pub async fn pause(store: &Store, channel: Channel, tried: &Try, until: Timestamp) -> Result<(), StoreError> {
    let mut conn = store.begin().await?;
    conn.run(
        "INSERT INTO outbox_channels (channel, down_since, failures, next_try, reason, words)
         VALUES ($1, $2, 1, $3, $4, $5)
         ON CONFLICT (channel) DO UPDATE SET failures = outbox_channels.failures + 1, next_try = excluded.next_try,
             reason = excluded.reason, words = excluded.words",
        params![
            channel.code(),
            tried.at,
            until,
            tried.reason.clone().unwrap_or_default(),
            tried.words.clone().unwrap_or_default(),
        ],
    )
    .await?;
    conn.commit().await
}

/// A channel takes messages again.
pub async fn up(store: &Store, channel: Channel) -> Result<(), StoreError> {
    let mut conn = store.begin().await?;
    conn.run("DELETE FROM outbox_channels WHERE channel = $1", params![channel.code()]).await?;
    conn.commit().await
}

/// Whether a channel is down, and since when.
pub async fn channel_down(conn: &mut Conn, channel: Channel) -> Result<Option<ChannelDown>, StoreError> {
    Ok(channels_down(conn).await?.into_iter().find(|down| down.channel == channel.code()))
}

/// Every channel that is down.
pub async fn channels_down(conn: &mut Conn) -> Result<Vec<ChannelDown>, StoreError> {
    let sql = "SELECT channel, down_since, failures, next_try, reason, words FROM outbox_channels ORDER BY channel";
    conn.all(sql, params![])
        .await?
        .iter()
        .map(|row| {
            Ok(ChannelDown {
                channel: row.text("channel")?,
                since: row.instant("down_since")?,
                failures: row.int("failures")?,
                next_try: row.instant("next_try")?,
                reason: row.text("reason")?,
                words: row.text("words")?,
            })
        })
        .collect()
}

pub(super) fn read_try(row: &Row) -> Result<Try, StoreError> {
    Ok(Try { at: row.instant("at")?, reason: row.text_opt("reason")?, words: row.text_opt("words")? })
}
