//! Rows on their way onto a list: what each of them comes to, before anything of it is on the list.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_people::Contact;
use hoithi_rules::day::{day_in_vietnam, parse_day};
use hoithi_rules::ids::{AccountId, MailingListId};
use hoithi_rules::mailings::{ReaderState, short};
use hoithi_store::Conn;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::store;
use crate::table::Row;

/// An address and where its consent comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) source: String,
    /// The consent's day, where the row says it.
    pub(crate) day: Option<Date>,
}

/// What a row comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Cannot be taken, and why.
    Faulty(Vec<&'static str>),
    /// Stands among the rows before.
    Twice,
    /// Left the list or was forgotten, and stays off it.
    Gone,
    /// On the list already: the consent that is known stays.
    Known,
    /// Goes onto the list.
    New(Line),
}

impl Verdict {
    /// Every one, what is not taken first.
    pub(crate) const CODES: [&str; 5] = ["faulty", "twice", "gone", "known", "new"];

    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Faulty(_) => "faulty",
            Self::Twice => "twice",
            Self::Gone => "gone",
            Self::Known => "known",
            Self::New(_) => "new",
        }
    }
}

/// A row with what it comes to.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    pub(crate) row: Row,
    pub(crate) verdict: Verdict,
}

/// What kept rows would do now.
pub(crate) struct Preview {
    pub(crate) rows: Vec<Planned>,
}

impl Preview {
    /// The plan of rows that this account read for that list; none when they are gone.
    pub(crate) async fn load(
        db: &mut Conn,
        (list, import): (MailingListId, Uuid),
        by: AccountId,
        now: Timestamp,
    ) -> Result<Option<Self>, Halt> {
        let Some(kept) = store::import_of(db, (list, import), by).await? else { return Ok(None) };
        let rows: Vec<Row> = serde_json::from_str(&kept)?;
        let standing = store::standing(db, list).await?;
        Ok(Some(Self { rows: plan(rows, &standing, day_in_vietnam(now)) }))
    }

    /// How many rows come to that.
    pub(crate) fn count(&self, code: &str) -> usize {
        self.rows.iter().filter(|planned| planned.verdict.code() == code).count()
    }

    /// By which the confirmation knows that it takes in what was read.
    pub(crate) fn mark(&self) -> String {
        Sha256Hex::of(format!("{:?}", self.rows).as_bytes()).to_string()
    }
}

/// What every row comes to on a list on which these addresses, by their hash, are or were.
fn plan(rows: Vec<Row>, standing: &BTreeMap<String, ReaderState>, today: Date) -> Vec<Planned> {
    let mut met = BTreeSet::new();
    let mut verdict = |row: &Row| {
        let line = match line(row, today) {
            Ok(line) => line,
            Err(wrong) => return Verdict::Faulty(wrong),
        };
        let hash = store::address_hash(&line.email);
        match standing.get(&hash) {
            Some(ReaderState::Left | ReaderState::Erased) => Verdict::Gone,
            Some(ReaderState::Joined | ReaderState::Bounced) => Verdict::Known,
            None => {
                if met.insert(hash) {
                    Verdict::New(line)
                } else {
                    Verdict::Twice
                }
            }
        }
    };
    rows.into_iter().map(|row| Planned { verdict: verdict(&row), row }).collect()
}

fn line(row: &Row, today: Date) -> Result<Line, Vec<&'static str>> {
    let [email, name, source, day] = &row.cells;
    let address = Contact::parse(email, "").ok().filter(|_| !email.is_empty());
    let name = short(name).ok();
    let agreed = short(source).ok().filter(|source| !source.is_empty());
    let day = if day.is_empty() { Some(None) } else { parse_day(day).filter(|day| *day <= today).map(Some) };
    match (address, agreed, day, name) {
        (Some(contact), Some(source), Some(day), Some(name)) => Ok(Line { email: contact.email, name, source, day }),
        (address, agreed, day, name) => {
            let wrong = [
                (address.is_none(), "address"),
                (agreed.is_none(), "source"),
                (day.is_none(), "day"),
                (name.is_none(), "name"),
            ];
            Err(wrong.into_iter().filter_map(|(is_wrong, what)| is_wrong.then_some(what)).collect())
        }
    }
}
