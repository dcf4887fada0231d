//! Which account an author is, and whose an entry is that somebody else entered.

use hoithi_rules::ids::{AccountId, AuthorId, EntryId};
use hoithi_store::{Conn, StoreError, params};

/// Says which account an author is. The dossier's version stays: nothing that was written changes.
pub(crate) async fn join_author(db: &mut Conn, author: AuthorId, account: AccountId) -> Result<(), StoreError> {
    let sql = "UPDATE entry_authors SET account_id = $1 WHERE id = $2";
    db.run(sql, params![account.uuid(), author.uuid()]).await?;
    Ok(())
}

/// Gives an entry that was entered for its authors to its owner; false where it has one.
pub(crate) async fn give_to_owner(db: &mut Conn, entry: EntryId, owner: AccountId) -> Result<bool, StoreError> {
    let sql = "UPDATE entries SET owner_id = $1 WHERE id = $2 AND owner_id IS NULL AND recorder_id IS NOT NULL";
    Ok(db.run(sql, params![owner.uuid(), entry.uuid()]).await? == 1)
}
