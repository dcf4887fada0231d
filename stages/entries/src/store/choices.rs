//! Drafts that submit themselves when the intake ends: whose choice it is, and what was told of it.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

/// An author's standing choice.
#[derive(Clone, Debug)]
pub(crate) struct StandingChoice {
    pub(crate) entry: EntryId,
    pub(crate) edition: EditionId,
    pub(crate) by: AccountId,
    pub(crate) at: Timestamp,
    /// For which closing its writer was told beforehand what the draft lacks.
    pub(crate) warned_for: Option<Timestamp>,
    /// At which closing it lacked something.
    pub(crate) missed_at: Option<Timestamp>,
    /// Until when this one entry is taken, where it was given more time.
    pub(crate) longer: Option<Timestamp>,
}

macro_rules! choices {
    ($rest:literal) => {
        concat!(
            "SELECT c.entry_id, e.edition_id, c.chosen_by, c.chosen_at, c.warned_for, c.missed_at,
                    (SELECT MAX(x.until) FROM entry_extensions x WHERE x.entry_id = c.entry_id) AS longer
               FROM entry_standing_choices c JOIN entries e ON e.id = c.entry_id
              WHERE e.standing = 'draft' ",
            $rest
        )
    };
}

/// The choice for a draft, where its author made it.
pub(crate) async fn standing_choice(db: &mut Conn, entry: EntryId) -> Result<Option<StandingChoice>, StoreError> {
    let row = db.maybe(choices!("AND c.entry_id = $1"), params![entry.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// The choices for all drafts, the oldest first: who chose first has the lower number.
pub(crate) async fn standing_choices(db: &mut Conn) -> Result<Vec<StandingChoice>, StoreError> {
    let rows = db.all(choices!("ORDER BY c.chosen_at, c.entry_id"), params![]).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<StandingChoice, StoreError> {
    Ok(StandingChoice {
        entry: row.parsed("entry_id")?,
        edition: row.parsed("edition_id")?,
        by: row.parsed("chosen_by")?,
        at: row.instant("chosen_at")?,
        warned_for: row.instant_opt("warned_for")?,
        missed_at: row.instant_opt("missed_at")?,
        longer: row.instant_opt("longer")?,
    })
}

pub(crate) async fn choose(db: &mut Conn, entry: EntryId, by: AccountId, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_standing_choices (entry_id, chosen_by, chosen_at) VALUES ($1, $2, $3)
         ON CONFLICT (entry_id) DO NOTHING",
        params![entry.uuid(), by.uuid(), at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn drop_choice(db: &mut Conn, entry: EntryId) -> Result<u64, StoreError> {
    db.run("DELETE FROM entry_standing_choices WHERE entry_id = $1", params![entry.uuid()]).await
}

/// Its writer was told what it lacks before that closing.
pub(crate) async fn note_warned(db: &mut Conn, entry: EntryId, closes: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE entry_standing_choices SET warned_for = $1 WHERE entry_id = $2";
    db.run(sql, params![closes, entry.uuid()]).await?;
    Ok(())
}

/// It lacked something at that closing.
pub(crate) async fn note_missed(db: &mut Conn, entry: EntryId, closes: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE entry_standing_choices SET missed_at = $1 WHERE entry_id = $2";
    db.run(sql, params![closes, entry.uuid()]).await?;
    Ok(())
}

/// How many drafts of an edition submit themselves, by their authors.
pub async fn drafts_that_submit_themselves(
    db: &mut Conn,
    edition: EditionId,
) -> Result<BTreeMap<AccountId, usize>, StoreError> {
    let mut by_author = BTreeMap::new();
    for choice in standing_choices(db).await?.into_iter().filter(|choice| choice.edition == edition) {
        *by_author.entry(choice.by).or_default() += 1;
    }
    Ok(by_author)
}
