//! The act: who, when, one transaction, what it says happened.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use hoithi_store::{Conn, Store, StoreError, params};
use jiff::Timestamp;
use serde::Serialize;
use tokio::sync::Mutex;
use uuid::{NoContext, Uuid};

use crate::clock::Clock;
use crate::halt::{Fault, Halt};
use crate::head::HeadKeeper;
use crate::line::{Event, Line, columns};
use crate::mail::{Listed, Mail, Short};
use crate::merkle::{Hash, Tree};

/// Through which door the act came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A page in a browser.
    Page,
    /// The REST API.
    Api,
    /// The command line.
    Command,
    /// A job of the program's own.
    Job,
}

impl Door {
    fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Command => "command",
            Self::Job => "job",
        }
    }
}

/// A leader's signed paper on whose strength a named officer records an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActingFor {
    /// The leader's role.
    pub role: String,
    /// The paper's number and symbol.
    pub paper: String,
    /// The paper's day.
    pub day: jiff::civil::Date,
    /// Hash of its scan.
    pub scan: String,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account; none for the public and for jobs.
    pub account: Option<Uuid>,
    /// Through which door.
    pub door: Door,
    /// For whom, where a leader's paper stands behind the act.
    pub acting_for: Option<ActingFor>,
}

impl Actor {
    /// Somebody who is signed in.
    pub fn account(account: Uuid, door: Door) -> Self {
        Self { account: Some(account), door, acting_for: None }
    }

    /// Nobody in particular: the public, a command of the administrator, a job.
    pub fn nobody(door: Door) -> Self {
        Self { account: None, door, acting_for: None }
    }

    fn code(&self) -> String {
        self.account.map_or_else(|| self.door.code().to_owned(), |account| account.to_string())
    }
}

/// One deed in one transaction.
pub struct Act {
    id: Uuid,
    actor: Actor,
    now: Timestamp,
    conn: Conn,
    events: Vec<Event>,
    mails: Vec<(Option<Uuid>, Mail)>,
    shorts: Vec<(Option<Uuid>, Short)>,
    listed: Vec<Listed>,
}

impl Act {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The one instant of this act, by the contest's clock.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The act's transaction.
    pub fn db(&mut self) -> &mut Conn {
        &mut self.conn
    }

    /// A new id, ordered by time: for things that no judge sees the id of.
    pub fn new_id(&self) -> Uuid {
        let seconds = u64::try_from(self.now.as_second()).unwrap_or(0);
        let nanos = u32::try_from(self.now.subsec_nanosecond()).unwrap_or(0);
        Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanos))
    }

    /// A new id that tells nothing, not even its order.
    pub fn random_id(&self) -> Result<Uuid, Halt> {
        Ok(uuid::Builder::from_random_bytes(self.random_bytes()?).into_uuid())
    }

    /// Bytes from the operating system.
    pub fn random_bytes<const N: usize>(&self) -> Result<[u8; N], Halt> {
        random_bytes().map_err(Halt::Fault)
    }

    /// From here on the act stands on a leader's signed paper.
    pub fn stand_for(&mut self, acting_for: ActingFor) {
        self.actor.acting_for = Some(acting_for);
    }

    /// Says what happened. Written with the deed, or not at all.
    pub fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    /// The place in the journal of what was recorded last. It holds if the act stands: acts wait for one another,
    /// and one that met another on its way runs again from the beginning.
    pub async fn place_of_last(&mut self) -> Result<u64, Halt> {
        let tree = read_tree(&mut self.conn).await?;
        Ok(tree.size() + self.events.len() as u64)
    }

    /// Posts a mail. It leaves after the deed is on disk, or not at all.
    pub fn post(&mut self, mail: Mail) {
        self.mails.push((None, mail));
    }

    /// Posts a short message to a telephone. It leaves after the deed is on disk, or not at all.
    pub fn post_short(&mut self, short: Short) {
        self.shorts.push((None, short));
    }

    /// The same under an id, for who wants to tell later what became of it.
    pub fn post_as(&mut self, id: Uuid, mail: Mail) {
        self.mails.push((Some(id), mail));
    }

    /// The same for a short message.
    pub fn post_short_as(&mut self, id: Uuid, short: Short) {
        self.shorts.push((Some(id), short));
    }

    /// Posts a mail to somebody on a list, with the address by which a mail program takes them off it.
    pub fn post_listed(&mut self, id: Uuid, mail: Mail, leave: String) {
        self.listed.push(Listed { id, mail, leave });
    }
}

fn random_bytes<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Fault::new(error.to_string()))?;
    Ok(bytes)
}

/// What [`Acts::perform`] runs: a closure that can be run again.
pub type Deed<'a, T> = Pin<Box<dyn Future<Output = Result<T, Halt>> + Send + 'a>>;

/// Performs acts, one after the other.
#[derive(Clone)]
pub struct Acts {
    store: Store,
    clock: Clock,
    head: Arc<Mutex<HeadKeeper>>,
}

const TRIES: usize = 8;

impl Acts {
    /// Over a migrated store, with the head that is kept outside it.
    pub fn new(store: Store, clock: Clock, head: HeadKeeper) -> Self {
        Self { store, clock, head: Arc::new(Mutex::new(head)) }
    }

    /// The store, for reading.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The contest's clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Runs a deed in a transaction with its journal lines and mail: all of it or nothing.
    ///
    /// The journal numbers its lines without gaps, so acts wait for one another here, in one
    /// process by this lock and between processes by the tree's row.
    pub async fn perform<T, F>(&self, actor: Actor, deed: F) -> Result<T, Halt>
    where
        F: for<'a> Fn(&'a mut Act) -> Deed<'a, T>,
    {
        let mut head = self.head.lock().await;
        let mut tries = 1;
        loop {
            match self.try_once(&actor, &deed).await {
                Ok((done, leaves, tree)) => {
                    // The deed stands whatever becomes of the head, which catches up with the next act.
                    if let Err(error) = head.keep(&self.store, &leaves, &tree).await {
                        tracing::error!(%error, "the journal's head was not kept");
                    }
                    return Ok(done);
                }
                Err(halt) if halt.is_serialization_failure() && tries < TRIES => tries += 1,
                Err(halt) => return Err(halt),
            }
        }
    }

    async fn try_once<T, F>(&self, actor: &Actor, deed: &F) -> Result<(T, Vec<Hash>, Tree), Halt>
    where
        F: for<'a> Fn(&'a mut Act) -> Deed<'a, T>,
    {
        let now = self.clock.now();
        let mut act = Act {
            id: random_bytes().map(|bytes| uuid::Builder::from_random_bytes(bytes).into_uuid()).map_err(Halt::Fault)?,
            actor: actor.clone(),
            now,
            conn: self.store.begin().await?,
            events: Vec::new(),
            mails: Vec::new(),
            shorts: Vec::new(),
            listed: Vec::new(),
        };
        match deed(&mut act).await {
            Ok(done) => {
                let (leaves, tree) = finish(act).await?;
                Ok((done, leaves, tree))
            }
            Err(halt) => {
                act.conn.roll_back().await?;
                Err(halt)
            }
        }
    }
}

async fn finish(mut act: Act) -> Result<(Vec<Hash>, Tree), Halt> {
    let mails = std::mem::take(&mut act.mails);
    let shorts = std::mem::take(&mut act.shorts);
    let listed = std::mem::take(&mut act.listed);
    crate::outbox::put(&mut act, mails, shorts).await?;
    crate::outbox::put_listed(&mut act, listed).await?;
    let (leaves, tree) = write_lines(&mut act).await?;
    act.conn.commit().await?;
    Ok((leaves, tree))
}

async fn write_lines(act: &mut Act) -> Result<(Vec<Hash>, Tree), Halt> {
    let events = std::mem::take(&mut act.events);
    let mut tree = read_tree(&mut act.conn).await?;
    if events.is_empty() {
        return Ok((Vec::new(), tree));
    }
    let mut rows = Vec::with_capacity(events.len());
    let mut leaves = Vec::with_capacity(events.len());
    for event in events {
        let line = to_line(act, event, tree.size() + 1)?;
        let leaf = line.computed_leaf()?;
        tree.push(leaf);
        leaves.push(leaf);
        rows.push(params![
            i64::try_from(line.seq).unwrap_or(i64::MAX),
            line.at,
            line.act,
            line.actor,
            line.acting_for,
            line.door,
            line.event,
            line.subject,
            line.facts,
            line.salt,
            leaf.to_vec(),
        ]);
    }
    act.conn.insert_many(concat!("INSERT INTO journal_lines (", columns!(), ")"), rows).await?;
    let size = i64::try_from(tree.size()).unwrap_or(i64::MAX);
    act.conn
        .run("UPDATE journal_tree SET size = $1, frontier = $2 WHERE id = 1", params![size, tree.frontier()])
        .await?;
    Ok((leaves, tree))
}

fn to_line(act: &Act, event: Event, seq: u64) -> Result<Line, Halt> {
    Ok(Line {
        seq,
        at: act.now.as_microsecond(),
        act: act.id,
        actor: act.actor.code(),
        acting_for: act.actor.acting_for.as_ref().map(serde_json::to_string).transpose()?,
        door: act.actor.door.code().to_owned(),
        event: event.name.to_owned(),
        subject: event.subject,
        facts: serde_json::to_string(&event.facts)?,
        salt: act.random_bytes::<16>()?.to_vec(),
        leaf: Vec::new(),
    })
}

pub(crate) async fn read_tree(conn: &mut Conn) -> Result<Tree, StoreError> {
    let row = conn.one("SELECT size, frontier FROM journal_tree WHERE id = 1", params![]).await?;
    let size = u64::try_from(row.int("size")?).unwrap_or(0);
    Tree::from_parts(size, &row.bytes("frontier")?).ok_or_else(|| StoreError::Nonsense {
        column: "frontier".to_owned(),
        value: size.to_string(),
        wanted: "frontier of a tree of that size",
    })
}
