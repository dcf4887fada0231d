//! Entries as lists and later stages know them: their cards.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};

use super::read::{code_opt, share};
use crate::kept::{AuthorCard, EntryCard};
use crate::standing::Standing;

const CARD: &str =
    "SELECT id, edition_id, number, title, category, unit_id, unit_name, organisation, standing, owner_id,
            submitted_at
       FROM entries WHERE id = $1";

/// The entries of contests above that were sent up from that one.
pub async fn sent_up_from(db: &mut Conn, entry: EntryId) -> Result<Vec<EntryId>, StoreError> {
    let sql = "SELECT id FROM entries WHERE origin_entry_id = $1 ORDER BY id";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    rows.iter().map(|row| row.parsed("id")).collect()
}

/// One entry's card.
pub async fn entry(db: &mut Conn, id: EntryId) -> Result<Option<EntryCard>, StoreError> {
    let Some(row) = db.maybe(CARD, params![id.uuid()]).await? else { return Ok(None) };
    let authors = db
        .all(
            "SELECT id, entry_id, account_id, name, workplace, unit_id, share, representative
               FROM entry_authors WHERE entry_id = $1 ORDER BY place",
            params![id.uuid()],
        )
        .await?;
    let mut card = read_card(&row)?;
    card.authors = authors.iter().map(read_author_card).collect::<Result<_, _>>()?;
    Ok(Some(card))
}

/// The entries that their authors took back.
pub async fn withdrawn(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<EntryId>, StoreError> {
    let sql = "SELECT id FROM entries WHERE edition_id = $1 AND standing = 'withdrawn'";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| row.parsed("id")).collect()
}

/// The hash of every dossier of an edition as it was received last.
pub async fn dossier_hashes(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<EntryId, String>, StoreError> {
    let sql = "SELECT id, dossier_hash FROM entries WHERE edition_id = $1 AND dossier_hash IS NOT NULL";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.text("dossier_hash")?))).collect()
}

/// The cards of what stands so in an edition, in the order of their numbers from the one behind `after` on, for lists
/// that name nobody: their authors are not read.
pub async fn standing_after(
    db: &mut Conn,
    (edition, standing): (EditionId, Standing),
    after: u32,
    most: usize,
) -> Result<Vec<EntryCard>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_id, unit_name, organisation, standing, owner_id,
                    submitted_at
               FROM entries WHERE edition_id = $1 AND standing = $2 AND sequence > $3
              ORDER BY sequence LIMIT $4",
            params![edition.uuid(), standing.code(), i64::from(after), i64::try_from(most).unwrap_or(i64::MAX)],
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// The last ones before a number, in the order of their numbers.
pub async fn standing_before(
    db: &mut Conn,
    (edition, standing): (EditionId, Standing),
    before: u32,
    most: usize,
) -> Result<Vec<EntryCard>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_id, unit_name, organisation, standing, owner_id,
                    submitted_at
               FROM entries WHERE edition_id = $1 AND standing = $2 AND sequence < $3
              ORDER BY sequence DESC LIMIT $4",
            params![edition.uuid(), standing.code(), i64::from(before), i64::try_from(most).unwrap_or(i64::MAX)],
        )
        .await?;
    rows.iter().rev().map(read_card).collect()
}

/// The cards of an edition, drafts included, in the order of their numbers.
pub async fn entries_of(db: &mut Conn, edition: EditionId) -> Result<Vec<EntryCard>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_id, unit_name, organisation, standing, owner_id,
                    submitted_at
               FROM entries WHERE edition_id = $1 ORDER BY COALESCE(sequence, 1000000000), begun_at, id",
            params![edition.uuid()],
        )
        .await?;
    let authors = db
        .all(
            "SELECT a.id, a.entry_id, a.account_id, a.name, a.workplace, a.unit_id, a.share, a.representative
               FROM entry_authors a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 ORDER BY a.entry_id, a.place",
            params![edition.uuid()],
        )
        .await?;
    let mut by_entry: BTreeMap<EntryId, Vec<AuthorCard>> = BTreeMap::new();
    for row in &authors {
        by_entry.entry(row.parsed("entry_id")?).or_default().push(read_author_card(row)?);
    }
    let card = |row: &Row| {
        let mut card = read_card(row)?;
        card.authors = by_entry.remove(&card.id).unwrap_or_default();
        Ok(card)
    };
    rows.iter().map(card).collect()
}

fn read_card(row: &Row) -> Result<EntryCard, StoreError> {
    Ok(EntryCard {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        number: row.parsed_opt("number")?,
        title: row.text_opt("title")?.unwrap_or_default(),
        category: code_opt(row, "category", CategoryCode::parse)?,
        unit: row.parsed_opt("unit_id")?,
        unit_name: row.text("unit_name")?,
        organisation: row.text_opt("organisation")?,
        state: row.parsed("standing")?,
        owner: row.parsed_opt("owner_id")?,
        submitted_at: row.instant_opt("submitted_at")?,
        authors: Vec::new(),
    })
}

fn read_author_card(row: &Row) -> Result<AuthorCard, StoreError> {
    Ok(AuthorCard {
        id: row.parsed("id")?,
        name: row.parsed("name")?,
        account: row.parsed_opt("account_id")?,
        workplace: row.text("workplace")?,
        unit: row.parsed_opt("unit_id")?,
        share: share(row)?,
        representative: row.flag("representative")?,
    })
}
