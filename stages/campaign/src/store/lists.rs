//! The tables of lists of recipients.

use std::collections::BTreeSet;

use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::fold;
use jiff::Timestamp;
use uuid::Uuid;

/// Units under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientList {
    /// Its id.
    pub id: Uuid,
    /// In which edition it was made; whoever sends letters there may use it in others.
    pub edition: EditionId,
    /// Its name.
    pub name: String,
    /// The units.
    pub units: BTreeSet<UnitId>,
    /// When it was saved last.
    pub saved_at: Timestamp,
}

/// Every list, by name.
pub async fn recipient_lists(db: &mut Conn) -> Result<Vec<RecipientList>, StoreError> {
    let rows = db
        .all(
            "SELECT l.id, l.edition_id, l.name, l.saved_at, u.unit_id
               FROM recipient_lists l JOIN recipient_list_units u ON u.list_id = l.id
              ORDER BY l.folded, l.id, u.unit_id",
            params![],
        )
        .await?;
    let mut lists: Vec<RecipientList> = Vec::new();
    for row in &rows {
        let (id, unit): (Uuid, UnitId) = (row.parsed("id")?, row.parsed("unit_id")?);
        match lists.last_mut().filter(|list| list.id == id) {
            Some(list) => {
                list.units.insert(unit);
            }
            None => lists.push(read(row, id, unit)?),
        }
    }
    Ok(lists)
}

fn read(row: &Row, id: Uuid, unit: UnitId) -> Result<RecipientList, StoreError> {
    Ok(RecipientList {
        id,
        edition: row.parsed("edition_id")?,
        name: row.text("name")?,
        units: BTreeSet::from([unit]),
        saved_at: row.instant("saved_at")?,
    })
}

/// The list in the place of the one that has its id.
pub(crate) async fn replace_list(db: &mut Conn, list: &RecipientList, by: AccountId) -> Result<(), StoreError> {
    delete_list(db, list.id).await?;
    db.run(
        "INSERT INTO recipient_lists (id, edition_id, name, folded, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5, $6)",
        params![list.id, list.edition.uuid(), list.name.as_str(), fold(&list.name), list.saved_at, by.uuid()],
    )
    .await?;
    let rows = list.units.iter().map(|unit| params![list.id, unit.uuid()]);
    db.insert_many("INSERT INTO recipient_list_units (list_id, unit_id)", rows.collect()).await
}

/// False when there was none.
pub(crate) async fn delete_list(db: &mut Conn, id: Uuid) -> Result<bool, StoreError> {
    db.run("DELETE FROM recipient_list_units WHERE list_id = $1", params![id]).await?;
    Ok(db.run("DELETE FROM recipient_lists WHERE id = $1", params![id]).await? == 1)
}
