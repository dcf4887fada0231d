//! Persons of a unit who have a task of it and no account.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, EditionId, SendingId, TaskId};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

/// Who has a task without an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskHolder {
    /// Stands where an account's id would: as whose the task is.
    pub id: AccountId,
    /// Which.
    pub task: TaskId,
    /// Their name.
    pub name: PersonName,
    /// Where their link goes; may be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
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

/// How often a task was given on by links since then.
pub(crate) async fn given_by_links(db: &mut Conn, task: TaskId, since: Timestamp) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS times FROM task_holders
                WHERE task_id = $1 AND given_at >= $2 AND given_by IN (SELECT id FROM letter_links)";
    db.one(sql, params![task.uuid(), since]).await?.int("times")
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

/// Who has a task of the edition by a link that opens that day, and mail.
pub async fn holders_reached(db: &mut Conn, edition: EditionId, today: Date) -> Result<Vec<TaskHolder>, StoreError> {
    let rows = db
        .all(
            "SELECT h.id, h.task_id, h.name, h.email, h.phone
               FROM task_holders h
               JOIN tasks t ON t.id = h.task_id AND t.assignee = h.id
               JOIN sendings s ON s.id = t.sending_id
              WHERE s.edition_id = $1 AND h.email <> ''
                AND EXISTS (SELECT 1 FROM letter_links l
                             WHERE l.holder_id = h.id AND l.revoked_at IS NULL AND l.last_day >= $2)",
            params![edition.uuid(), today],
        )
        .await?;
    rows.iter().map(read).collect()
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
