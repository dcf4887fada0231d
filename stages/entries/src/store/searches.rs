//! The table of saved searches.

use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

/// What a list is asked for, as the form says it; empty where it is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) words: String,
    pub(crate) category: String,
    pub(crate) standing: String,
    pub(crate) unit: String,
    pub(crate) sort: String,
}

/// A search under its name.
#[derive(Clone, Debug)]
pub(crate) struct SavedSearch {
    pub(crate) id: Uuid,
    pub(crate) owner: AccountId,
    pub(crate) shared: bool,
    pub(crate) name: String,
    pub(crate) asked: Asked,
}

pub(crate) async fn insert_search(
    db: &mut Conn,
    edition: EditionId,
    search: &SavedSearch,
    at: Timestamp,
) -> Result<(), StoreError> {
    let Asked { words, category, standing, unit, sort } = &search.asked;
    db.run(
        "INSERT INTO saved_searches (id, edition_id, owner_id, shared, name, words, category, standing, unit_id, sort,
                                     saved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            search.id,
            edition.uuid(),
            search.owner.uuid(),
            search.shared,
            search.name.as_str(),
            words,
            category,
            standing,
            unit,
            sort,
            at
        ],
    )
    .await?;
    Ok(())
}

/// The searches of an edition that this account sees: their own, and those that others share.
pub(crate) async fn searches(
    db: &mut Conn,
    edition: EditionId,
    account: AccountId,
) -> Result<Vec<SavedSearch>, StoreError> {
    let rows = db
        .all(
            "SELECT id, owner_id, shared, name, words, category, standing, unit_id, sort
               FROM saved_searches WHERE edition_id = $1 AND (owner_id = $2 OR shared = 1) ORDER BY name, id",
            params![edition.uuid(), account.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<SavedSearch, StoreError> {
    Ok(SavedSearch {
        id: row.parsed("id")?,
        owner: row.parsed("owner_id")?,
        shared: row.flag("shared")?,
        name: row.text("name")?,
        asked: Asked {
            words: row.text("words")?,
            category: row.text("category")?,
            standing: row.text("standing")?,
            unit: row.text("unit_id")?,
            sort: row.text("sort")?,
        },
    })
}

pub(crate) async fn delete_search(db: &mut Conn, id: Uuid) -> Result<(), StoreError> {
    db.run("DELETE FROM saved_searches WHERE id = $1", params![id]).await?;
    Ok(())
}
