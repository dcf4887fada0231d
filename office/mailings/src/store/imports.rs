//! Rows that wait to be looked at.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, MailingListId};
use hoithi_rules::mailings::ReaderState;
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::lists::state_of;

pub(crate) async fn put_import(
    db: &mut Conn,
    (list, id): (MailingListId, Uuid),
    (by, at): (AccountId, Timestamp),
    lines: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO mailing_imports (id, list_id, made_by, made_at, lines) VALUES ($1, $2, $3, $4, $5)";
    db.run(sql, params![id, list.uuid(), by.uuid(), at, lines]).await?;
    Ok(())
}

/// Rows for a list that this account read, as they were kept.
pub(crate) async fn import_of(
    db: &mut Conn,
    (list, id): (MailingListId, Uuid),
    by: AccountId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT lines FROM mailing_imports WHERE id = $1 AND list_id = $2 AND made_by = $3";
    db.maybe(sql, params![id, list.uuid(), by.uuid()]).await?.as_ref().map(|row| row.text("lines")).transpose()
}

pub(crate) async fn forget_import(db: &mut Conn, id: Uuid) -> Result<(), StoreError> {
    db.run("DELETE FROM mailing_imports WHERE id = $1", params![id]).await?;
    Ok(())
}

/// What waits for a list may hold somebody who asks to be forgotten.
pub(crate) async fn forget_imports_of(db: &mut Conn, list: MailingListId) -> Result<(), StoreError> {
    db.run("DELETE FROM mailing_imports WHERE list_id = $1", params![list.uuid()]).await?;
    Ok(())
}

pub(crate) async fn any_import_before(db: &mut Conn, before: Timestamp) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM mailing_imports WHERE made_at <= $1 LIMIT 1";
    Ok(db.maybe(sql, params![before]).await?.is_some())
}

pub(crate) async fn forget_imports_before(db: &mut Conn, before: Timestamp) -> Result<(), StoreError> {
    db.run("DELETE FROM mailing_imports WHERE made_at <= $1", params![before]).await?;
    Ok(())
}

/// How every address that is or was on a list stands to it, by its hash.
pub(crate) async fn standing(db: &mut Conn, list: MailingListId) -> Result<BTreeMap<String, ReaderState>, StoreError> {
    let sql = "SELECT address_hash, state FROM mailing_readers WHERE list_id = $1";
    let rows = db.all(sql, params![list.uuid()]).await?;
    rows.iter().map(|row| Ok((row.text("address_hash")?, state_of(&row.text("state")?)?))).collect()
}
