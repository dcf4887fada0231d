//! Mail leaves only through here: written with the deed, carried out by a job.

use std::time::Duration;

use hoithi_store::{Conn, Row, Store, StoreError, params};
use jiff::{SignedDuration, Timestamp};
use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::act::Act;
use crate::clock::machine_now;
use crate::halt::{Fault, Halt};
use crate::line::Event;
use crate::mail::Mail;

pub(crate) async fn put(act: &mut Act, mails: Vec<Mail>) -> Result<(), Halt> {
    let due = machine_now();
    let at = act.now();
    let mut rows = Vec::with_capacity(mails.len());
    for mail in mails {
        let subject = mail.subject.replace(['\r', '\n'], " ");
        rows.push(params![act.random_id()?, at, mail.to, subject, mail.body, "waiting", due]);
    }
    act.db().insert_many("INSERT INTO outbox (id, at, recipient, subject, body, state, next_try)", rows).await?;
    Ok(())
}

/// A mail as it stands in the outbox.
#[derive(Clone, Debug)]
pub struct OutboxMail {
    /// Its id.
    pub id: String,
    /// When it was posted, by the contest's clock.
    pub at: Timestamp,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// `waiting`, `sent`, `kept` or `failed`.
    pub state: String,
    /// Why the last try did not succeed.
    pub last_error: Option<String>,
}

/// The newest mails with their texts, newest first.
pub async fn outbox_mails(conn: &mut Conn, most: i64) -> Result<Vec<OutboxMail>, StoreError> {
    let rows = conn
        .all(
            "SELECT id, at, recipient, subject, body, state, last_error FROM outbox ORDER BY at DESC, id LIMIT $1",
            params![most],
        )
        .await?;
    rows.iter().map(read_mail).collect()
}

/// A mail in a list, without its text.
#[derive(Clone, Debug)]
pub struct MailLine {
    /// Its id.
    pub id: String,
    /// When it was posted, by the contest's clock.
    pub at: Timestamp,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// `waiting`, `sent`, `kept` or `failed`.
    pub state: String,
    /// Why the last try did not succeed.
    pub last_error: Option<String>,
}

/// Every mail, the newest first.
pub async fn mail_lines(conn: &mut Conn) -> Result<Vec<MailLine>, StoreError> {
    let rows = conn
        .all("SELECT id, at, recipient, subject, state, last_error FROM outbox ORDER BY at DESC, id", params![])
        .await?;
    rows.iter()
        .map(|row| {
            Ok(MailLine {
                id: row.text("id")?,
                at: row.instant("at")?,
                recipient: row.text("recipient")?,
                subject: row.text("subject")?,
                state: row.text("state")?,
                last_error: row.text_opt("last_error")?,
            })
        })
        .collect()
}

/// One mail with its text.
pub async fn outbox_mail(conn: &mut Conn, id: &str) -> Result<Option<OutboxMail>, StoreError> {
    let row = conn
        .maybe("SELECT id, at, recipient, subject, body, state, last_error FROM outbox WHERE id = $1", params![id])
        .await?;
    row.as_ref().map(read_mail).transpose()
}

fn read_mail(row: &Row) -> Result<OutboxMail, StoreError> {
    Ok(OutboxMail {
        id: row.text("id")?,
        at: row.instant("at")?,
        recipient: row.text("recipient")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        state: row.text("state")?,
        last_error: row.text_opt("last_error")?,
    })
}

/// A mail that was given up waits once more. False when it is none of those.
pub async fn try_again(act: &mut Act, id: &str) -> Result<bool, Halt> {
    let changed = act
        .db()
        .run(
            "UPDATE outbox SET state = 'waiting', attempts = 0, next_try = $1 WHERE id = $2 AND state = 'failed'",
            params![machine_now(), id],
        )
        .await?;
    if changed > 0 {
        act.record(Event::new("mail.tried_again", id));
    }
    Ok(changed > 0)
}

/// A way to a mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// `smtps://user:secret@host:465` and the sender's address.
    pub fn new(url: &str, from: &str) -> Result<Self, Fault> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(Fault::new)?;
        let transport = transport.timeout(Some(SERVER_S_TIME)).build();
        Ok(Self { transport, from: from.parse().map_err(Fault::new)? })
    }

    async fn send(&self, mail: &OutboxMail) -> Result<(), Fault> {
        let to: Mailbox = mail.recipient.parse().map_err(Fault::new)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .body(mail.body.clone())
            .map_err(Fault::new)?;
        self.transport.send(message).await.map_err(Fault::new)?;
        Ok(())
    }
}

/// Who carries mail away.
pub enum Carrier {
    /// A mail server.
    Smtp(Box<Smtp>),
    /// Nobody: it is kept and can be read in the browser (demo, or no server configured).
    Keep,
}

const MOST_ATTEMPTS: i64 = 8;

/// How long a mail server may take for one answer.
const SERVER_S_TIME: Duration = Duration::from_secs(8);

/// How often a note of what became of a mail is written again when other acts are in its way.
const NOTES: u32 = 10;

/// Carries what is due, mail by mail while `goes_on` says so. Each mail is claimed before it is sent,
/// so that two jobs never send one mail twice; a failure waits twice as long each time.
pub async fn deliver(store: &Store, carrier: &Carrier, goes_on: impl Fn() -> bool) -> Result<usize, StoreError> {
    let mut carried = 0;
    while goes_on()
        && let Some((mail, attempts)) = claim(store).await?
    {
        let outcome = match carrier {
            Carrier::Keep => Ok("kept"),
            Carrier::Smtp(smtp) => smtp.send(&mail).await.map(|()| "sent"),
        };
        settle(store, &mail.id, attempts, outcome).await?;
        carried += 1;
    }
    Ok(carried)
}

async fn claim(store: &Store) -> Result<Option<(OutboxMail, i64)>, StoreError> {
    let now = machine_now();
    let lease = now.saturating_add(SignedDuration::from_mins(5)).unwrap_or(now);
    let mut conn = store.begin().await?;
    let row = conn
        .maybe(
            "UPDATE outbox SET next_try = $1, attempts = attempts + 1
              WHERE id = (SELECT id FROM outbox WHERE state = 'waiting' AND next_try <= $2
                           ORDER BY next_try LIMIT 1)
              RETURNING id, at, recipient, subject, body, state, last_error, attempts",
            params![lease, now],
        )
        .await?;
    conn.commit().await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((read_mail(&row)?, row.int("attempts")?)))
}

/// What became of a mail. A server has taken it by now: that this could not be noted at once must not
/// send it a second time.
async fn settle(store: &Store, id: &str, attempts: i64, outcome: Result<&str, Fault>) -> Result<(), StoreError> {
    let (state, error) = match outcome {
        Ok(state) => (state, None),
        Err(fault) if attempts >= MOST_ATTEMPTS => ("failed", Some(fault.to_string())),
        Err(fault) => ("waiting", Some(fault.to_string())),
    };
    let mut tries = 0;
    loop {
        match note(store, id, attempts, (state, error.as_deref())).await {
            Err(_) if tries < NOTES => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(20 << tries.min(6))).await;
            }
            other => return other,
        }
    }
}

async fn note(store: &Store, id: &str, attempts: i64, (state, error): (&str, Option<&str>)) -> Result<(), StoreError> {
    let wait = SignedDuration::from_mins(1 << attempts.clamp(0, 10));
    let next = machine_now().saturating_add(wait).unwrap_or(Timestamp::MAX);
    let mut conn = store.begin().await?;
    conn.run(
        "UPDATE outbox SET state = $1, last_error = $2, next_try = $3 WHERE id = $4",
        params![state, error, next, id],
    )
    .await?;
    conn.commit().await
}
