//! Persons of a unit who have a task of it and no account.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, SendingId, TaskId};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

/// Who has a task without an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaskHolder {
    /// Stands where an account's id would: as whose the task is.
    pub(crate) id: AccountId,
    pub(crate) task: TaskId,
    pub(crate) name: PersonName,
    /// Where their link goes; may be empty.
    pub(crate) email: String,
    /// May be empty.
    pub(crate) phone: String,
}

pub(crate) async fn insert_holder(
    db: &mut Conn,
    holder: &TaskHolder,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO task_holders (id, task_id, name, email, phone, given_at, given_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            holder.id.uuid(),
            holder.task.uuid(),
            holder.name.as_str(),
            holder.email.as_str(),
            holder.phone.as_str(),
            at,
            by.uuid(),
        ],
    )
    .await?;
    Ok(())
}

/// Whose id this is, where it is nobody's who signs in.
pub(crate) async fn task_holder(db: &mut Conn, id: AccountId) -> Result<Option<TaskHolder>, StoreError> {
    let row =
        db.maybe("SELECT id, task_id, name, email, phone FROM task_holders WHERE id = $1", params![id.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// Everybody who ever had a task of this letter at this unit without an account, by id.
pub(crate) async fn holders_of_sending(
    db: &mut Conn,
    sending: SendingId,
) -> Result<BTreeMap<AccountId, TaskHolder>, StoreError> {
    let rows = db
        .all(
            "SELECT h.id, h.task_id, h.name, h.email, h.phone
               FROM task_holders h JOIN tasks t ON t.id = h.task_id WHERE t.sending_id = $1",
            params![sending.uuid()],
        )
        .await?;
    rows.iter().map(|row| read(row).map(|holder| (holder.id, holder))).collect()
}

fn read(row: &Row) -> Result<TaskHolder, StoreError> {
    Ok(TaskHolder {
        id: row.parsed("id")?,
        task: row.parsed("task_id")?,
        name: row.parsed("name")?,
        email: row.text("email")?,
        phone: row.text("phone")?,
    })
}
