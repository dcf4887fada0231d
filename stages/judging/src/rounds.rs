//! Rounds: prepared, marked, sealed, opened; the rules a round froze when it started.

use std::sync::Arc;

use hoithi_documents::Sha256Hex;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{EditionId, EntryId, RoundId};
use hoithi_rules::judging::{self as law, Marking, Opener, OpenerRole, RoundRule};
use hoithi_rules::screening::BlindCode;
use hoithi_store::{Conn, Remembered, Row, StoreError, params};
use jiff::Timestamp;

/// A round as its row tells it: which one, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundCard {
    /// Its id.
    pub id: RoundId,
    /// Of which edition.
    pub edition: EditionId,
    /// Its names in the rule book.
    pub rule: RoundRule,
    /// How far it has come.
    pub step: RoundStep,
    /// The version of the rule book that it froze when it started.
    pub book_version: Option<i64>,
    pub(crate) version: i64,
}

/// How far a round has come, with the instants of its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundStep {
    /// Entries are given to judges; nobody marks yet.
    Prepared,
    /// Judges mark.
    Marking {
        /// Since when.
        started: Timestamp,
    },
    /// Every sheet is locked; nobody reads any.
    Sealed {
        /// When it started.
        started: Timestamp,
        /// When it was sealed.
        sealed: Timestamp,
    },
    /// Two persons opened it.
    Opened {
        /// When it started.
        started: Timestamp,
        /// When it was sealed.
        sealed: Timestamp,
        /// When the second person confirmed.
        opened: Timestamp,
    },
}

impl RoundStep {
    /// Stable name, in the store, the API and the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Marking { .. } => "marking",
            Self::Sealed { .. } => "sealed",
            Self::Opened { .. } => "opened",
        }
    }

    /// Whether it was opened.
    pub const fn is_opened(self) -> bool {
        matches!(self, Self::Opened { .. })
    }
}

/// Every round of an edition that was prepared, in the order of the rule book.
pub async fn rounds(db: &mut Conn, edition: EditionId) -> Result<Vec<RoundCard>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, code, name, state, version, book_version, started_at, sealed_at, opened_at
               FROM rounds WHERE edition_id = $1 ORDER BY place",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The round that an edition is at: the last one prepared.
pub async fn current_round(db: &mut Conn, edition: EditionId) -> Result<Option<RoundCard>, StoreError> {
    Ok(rounds(db, edition).await?.pop())
}

pub(crate) async fn round(db: &mut Conn, id: RoundId) -> Result<Option<RoundCard>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, edition_id, code, name, state, version, book_version, started_at, sealed_at, opened_at
               FROM rounds WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<RoundCard, StoreError> {
    let code = row.text("state")?;
    let instants = [row.instant_opt("started_at")?, row.instant_opt("sealed_at")?, row.instant_opt("opened_at")?];
    let step = match (code.as_str(), instants) {
        ("prepared", _) => RoundStep::Prepared,
        ("marking", [Some(started), ..]) => RoundStep::Marking { started },
        ("sealed", [Some(started), Some(sealed), _]) => RoundStep::Sealed { started, sealed },
        ("opened", [Some(started), Some(sealed), Some(opened)]) => RoundStep::Opened { started, sealed, opened },
        _ => {
            return Err(StoreError::Nonsense { column: "state".to_owned(), value: code, wanted: "state of a round" });
        }
    };
    Ok(RoundCard {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        rule: RoundRule { code: row.text("code")?, name: row.text("name")? },
        step,
        book_version: row.int_opt("book_version")?,
        version: row.int("version")?,
    })
}

/// The round as the law knows it.
pub async fn under_law(db: &mut Conn, card: &RoundCard) -> Result<law::Round, StoreError> {
    let state = match (card.step, card.book_version) {
        (RoundStep::Prepared, _) | (_, None) => law::RoundState::Prepared,
        (step, Some(version)) => {
            let frozen = Marking::clone(&*frozen(db, card.id, version).await?);
            let by = confirmed(db, card.id).await?;
            let by: Vec<Opener> = by.iter().map(|each| each.opener).collect();
            started_state(card, step, frozen, &by)?
        }
    };
    Ok(law::Round { id: card.id, edition: card.edition, rule: card.rule.clone(), state })
}

fn started_state(
    card: &RoundCard,
    step: RoundStep,
    frozen: Marking,
    by: &[Opener],
) -> Result<law::RoundState, StoreError> {
    Ok(match (step, by) {
        (RoundStep::Prepared, _) => law::RoundState::Prepared,
        (RoundStep::Marking { started }, _) => law::RoundState::Open { at: started, frozen },
        (RoundStep::Sealed { sealed, .. }, by) => {
            law::RoundState::Sealed { at: sealed, frozen, consent: by.first().copied() }
        }
        (RoundStep::Opened { sealed, opened, .. }, [first, second]) => {
            law::RoundState::Opened { sealed_at: sealed, at: opened, frozen, by: [*first, *second] }
        }
        (RoundStep::Opened { .. }, _) => {
            let value = card.id.to_string();
            return Err(StoreError::Nonsense { column: "state".to_owned(), value, wanted: "round opened by two" });
        }
    })
}

/// A round open for marking, as the law knows it, without another look into the store.
pub(crate) fn being_marked(id: RoundId, edition: EditionId, frozen: &Marking, at: Timestamp) -> law::Round {
    let rule = RoundRule { code: String::new(), name: String::new() };
    law::Round { id, edition, rule, state: law::RoundState::Open { at, frozen: frozen.clone() } }
}

pub(crate) async fn insert(db: &mut Conn, card: &RoundCard, place: i64, now: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO rounds (id, edition_id, code, name, place, state, version, prepared_at)
         VALUES ($1, $2, $3, $4, $5, 'prepared', 1, $6)",
        params![card.id.uuid(), card.edition.uuid(), card.rule.code.as_str(), card.rule.name.as_str(), place, now],
    )
    .await?;
    Ok(())
}

/// Freezes the rules and lets judges mark; false when somebody else moved the round meanwhile.
pub(crate) async fn start(
    db: &mut Conn,
    card: &RoundCard,
    (book_version, marking): (i64, &str),
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE rounds SET state = 'marking', book_version = $3, marking = $4, started_at = $5, version = version + 1
              WHERE id = $1 AND version = $2 AND state = 'prepared'",
            params![card.id.uuid(), card.version, book_version, marking, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn seal(db: &mut Conn, card: &RoundCard, now: Timestamp) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE rounds SET state = 'sealed', sealed_at = $3, version = version + 1
              WHERE id = $1 AND version = $2 AND state = 'marking'",
            params![card.id.uuid(), card.version, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn open(db: &mut Conn, card: &RoundCard, now: Timestamp) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE rounds SET state = 'opened', opened_at = $3, version = version + 1
              WHERE id = $1 AND version = $2 AND state = 'sealed'",
            params![card.id.uuid(), card.version, now],
        )
        .await?;
    Ok(changed == 1)
}

/// A round that two persons have opened. Only [`opened`] makes one, from the stored state, and
/// only with one in hand can anybody's marks but one's own be read.
#[derive(Clone, Debug)]
pub(crate) struct OpenedRound(RoundCard);

impl OpenedRound {
    /// Its card.
    pub(crate) fn card(&self) -> &RoundCard {
        &self.0
    }
}

/// The proof that a round is open, if it is.
pub(crate) async fn opened(db: &mut Conn, id: RoundId) -> Result<Option<OpenedRound>, StoreError> {
    let round = round(db, id).await?;
    Ok(round.filter(|card| card.step.is_opened()).map(OpenedRound))
}

/// Every round of the house that has started.
pub(crate) async fn all_started(db: &mut Conn) -> Result<Vec<RoundCard>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, code, name, state, version, book_version, started_at, sealed_at, opened_at
               FROM rounds WHERE state <> 'prepared' ORDER BY started_at",
            params![],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The rules that a round froze, as their text stands in the row now.
pub(crate) async fn frozen_text(db: &mut Conn, id: RoundId) -> Result<Option<String>, StoreError> {
    db.one("SELECT marking FROM rounds WHERE id = $1", params![id.uuid()]).await?.text_opt("marking")
}

/// The minutes of the opening, once they are kept.
pub(crate) async fn minutes(db: &mut Conn, id: RoundId) -> Result<Option<Sha256Hex>, StoreError> {
    db.one("SELECT minutes_hash FROM rounds WHERE id = $1", params![id.uuid()]).await?.parsed_opt("minutes_hash")
}

pub(crate) async fn keep_minutes(db: &mut Conn, id: RoundId, printed: &Sha256Hex) -> Result<(), StoreError> {
    let sql = "UPDATE rounds SET minutes_hash = $2 WHERE id = $1 AND minutes_hash IS NULL";
    db.run(sql, params![id.uuid(), printed.as_str()]).await?;
    Ok(())
}

/// Every opened round of the house.
pub(crate) async fn all_opened(db: &mut Conn) -> Result<Vec<OpenedRound>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, code, name, state, version, book_version, started_at, sealed_at, opened_at
               FROM rounds WHERE state = 'opened' ORDER BY opened_at",
            params![],
        )
        .await?;
    rows.iter().map(|row| read(row).map(OpenedRound)).collect()
}

/// The rules that rounds froze. A frozen text never changes, so each is parsed once.
static FROZEN: Remembered<(RoundId, i64), Arc<Marking>> = Remembered::at_most(256);

/// The rules of a round that has started; `book_version` is the one it froze.
pub(crate) async fn frozen(db: &mut Conn, id: RoundId, book_version: i64) -> Result<Arc<Marking>, StoreError> {
    let key = (id, book_version);
    if let Some(marking) = FROZEN.get(&key) {
        return Ok(marking);
    }
    let row = db.one("SELECT marking FROM rounds WHERE id = $1", params![id.uuid()]).await?;
    let text = row.text("marking")?;
    let marking: Marking = serde_json::from_str(&text).map_err(|_| StoreError::Nonsense {
        column: "marking".to_owned(),
        value: id.to_string(),
        wanted: "frozen marking part",
    })?;
    let marking = Arc::new(marking);
    FROZEN.keep(key, &marking);
    Ok(marking)
}

/// An entry in a round, as judges know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoundEntry {
    /// Its id, never shown to a judge.
    pub(crate) entry: EntryId,
    /// Its category.
    pub(crate) category: CategoryCode,
    /// Its blind code (*số phách*).
    pub(crate) blind_code: BlindCode,
    /// Its title.
    pub(crate) title: String,
}

/// The entries of a round, by blind code.
pub(crate) async fn entries(db: &mut Conn, round: RoundId) -> Result<Vec<RoundEntry>, StoreError> {
    let rows = db
        .all(
            "SELECT entry_id, category, blind_code, title FROM round_entries WHERE round_id = $1 ORDER BY blind_code",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(RoundEntry {
            entry: row.parsed("entry_id")?,
            category: category(row)?,
            blind_code: row.parsed("blind_code")?,
            title: row.text("title")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Puts these entries in the place of what the prepared round held.
pub(crate) async fn set_entries(db: &mut Conn, round: RoundId, entries: &[RoundEntry]) -> Result<(), StoreError> {
    db.run("DELETE FROM round_entries WHERE round_id = $1", params![round.uuid()]).await?;
    let row = |each: &RoundEntry| {
        params![round.uuid(), each.entry.uuid(), each.category.as_str(), each.blind_code.as_str(), each.title.as_str()]
    };
    let rows = entries.iter().map(row).collect();
    db.insert_many("INSERT INTO round_entries (round_id, entry_id, category, blind_code, title)", rows).await
}

/// Takes one entry out of a round.
pub(crate) async fn take_out(db: &mut Conn, round: RoundId, entry: EntryId) -> Result<(), StoreError> {
    db.run("DELETE FROM round_entries WHERE round_id = $1 AND entry_id = $2", params![round.uuid(), entry.uuid()])
        .await?;
    Ok(())
}

/// A category's code read from a row.
pub(crate) fn category(row: &Row) -> Result<CategoryCode, StoreError> {
    let text = row.text("category")?;
    CategoryCode::parse(&text).ok_or(StoreError::Nonsense {
        column: "category".to_owned(),
        value: text,
        wanted: "code of a category",
    })
}

/// A person who confirmed the opening, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Confirmed {
    /// Who, in which role, whether as a deputy.
    pub(crate) opener: Opener,
    /// When.
    pub(crate) at: Timestamp,
}

/// Who has confirmed the opening of a round so far, in order.
pub(crate) async fn confirmed(db: &mut Conn, round: RoundId) -> Result<Vec<Confirmed>, StoreError> {
    let rows = db
        .all(
            "SELECT role, account_id, deputy, since, confirmed_at FROM round_openers
              WHERE round_id = $1 ORDER BY confirmed_at, role",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let role = row.text("role")?;
        let role = OpenerRole::from_code(&role).ok_or(StoreError::Nonsense {
            column: "role".to_owned(),
            value: role,
            wanted: "role of an opener",
        })?;
        let (account, deputy, since) = (row.parsed("account_id")?, row.flag("deputy")?, row.parsed("since")?);
        Ok(Confirmed { opener: Opener { account, role, deputy, since, given: None }, at: row.instant("confirmed_at")? })
    };
    rows.iter().map(read).collect()
}

pub(crate) async fn confirm(db: &mut Conn, round: RoundId, by: &Opener, now: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO round_openers (round_id, role, account_id, deputy, since, confirmed_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![round.uuid(), by.role.code(), by.account.uuid(), by.deputy, by.since, now],
    )
    .await?;
    Ok(())
}
