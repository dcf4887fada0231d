//! One line of the journal: who did what to what, when.

use std::collections::BTreeMap;

use hoithi_store::{Row, StoreError};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::merkle::{Hash, leaf_hash};

/// The columns of the journal in the order in which a line fills them. A macro, because the store
/// takes no text that was put together at run time.
macro_rules! columns {
    () => {
        "seq, at, act, actor, acting_for, door, event, subject, facts, salt, leaf"
    };
}

/// The statement that reads lines, with what follows the table's name.
macro_rules! lines {
    ($rest:literal) => {
        concat!("SELECT ", $crate::line::columns!(), " FROM journal_lines ", $rest)
    };
}

pub(crate) use columns;
pub(crate) use lines;

/// What an operation says happened, in the past tense: `entry.submitted`.
///
/// The facts hold numbers, codes, ids and hashes: never a name, an address, a telephone number,
/// or a judge's mark.
#[derive(Clone, Debug)]
pub struct Event {
    pub(crate) name: &'static str,
    pub(crate) subject: String,
    pub(crate) facts: BTreeMap<&'static str, Json>,
}

impl Event {
    /// `Event::new("entry.submitted", entry.id)`.
    pub fn new(name: &'static str, subject: impl ToString) -> Self {
        Self { name, subject: subject.to_string(), facts: BTreeMap::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl Into<Json>) -> Self {
        self.facts.insert(name, value.into());
        self
    }
}

/// A line as it stands in the journal. Its record, salted and hashed, is a leaf of the tree.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// From 1, without gaps.
    pub seq: u64,
    /// By the contest's clock, microseconds.
    pub at: i64,
    /// Lines of one act share it.
    pub act: Uuid,
    /// The account, or what else acted.
    pub actor: String,
    /// The leader's signed paper on whose strength an officer acted.
    pub acting_for: Option<String>,
    /// Page, API, command or job.
    pub door: String,
    /// What happened.
    pub event: String,
    /// To what.
    pub subject: String,
    /// The facts as canonical JSON.
    pub facts: String,
    #[serde(skip)]
    pub(crate) salt: Vec<u8>,
    #[serde(skip)]
    pub(crate) leaf: Vec<u8>,
}

impl Line {
    /// When it happened.
    pub fn instant(&self) -> Timestamp {
        Timestamp::from_microsecond(self.at).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// One of its facts, where that is a text.
    pub fn text_fact(&self, name: &str) -> Option<String> {
        let facts: Json = serde_json::from_str(&self.facts).ok()?;
        facts.get(name)?.as_str().map(str::to_owned)
    }

    /// The leaf that its columns give; a changed column gives another.
    pub fn computed_leaf(&self) -> Result<Hash, serde_json::Error> {
        Ok(leaf_hash(&self.salt, &serde_json::to_vec(self)?))
    }

    /// The leaf by which the line stands in the tree, as hex digits.
    pub fn leaf_hex(&self) -> String {
        use std::fmt::Write;
        let mut text = String::with_capacity(self.leaf.len() * 2);
        for byte in &self.leaf {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    pub(crate) fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            seq: u64::try_from(row.int("seq")?).unwrap_or(0),
            at: row.int("at")?,
            act: row.parsed("act")?,
            actor: row.text("actor")?,
            acting_for: row.text_opt("acting_for")?,
            door: row.text("door")?,
            event: row.text("event")?,
            subject: row.text("subject")?,
            facts: row.text("facts")?,
            salt: row.bytes("salt")?,
            leaf: row.bytes("leaf")?,
        })
    }
}
