//! The table of tasks.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Halt};
use hoithi_rules::campaign::{Evidence, Task, TaskKind, TaskState};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, SendingId, TaskId, UnitId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::board::{TOGETHER, twenty};
use super::{coded, narrow, small};
use crate::letter::{SendLetter, SentTo, TaskOrder};

/// A task and the edition it belongs to.
pub async fn task(db: &mut Conn, id: TaskId) -> Result<Option<(Task, EditionId)>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, edition_id, document_id, unit_id, kind, title, words, due, counted, state, at, answer,
                    assignee, percent, returned, called_off_at, called_off_why
               FROM tasks WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.as_ref().map(|row| Ok((read(row)?, row.parsed("edition_id")?))).transpose()
}

/// Every task of an edition.
pub async fn tasks_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Task>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, unit_id, kind, title, words, due, counted, state, at, answer, assignee, percent,
                    returned, called_off_at, called_off_why
               FROM tasks WHERE edition_id = $1 ORDER BY unit_id, place",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What one letter asks of one unit, in the letter's order.
pub async fn tasks_of_sending(db: &mut Conn, sending: SendingId) -> Result<Vec<Task>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, unit_id, kind, title, words, due, counted, state, at, answer, assignee, percent,
                    returned, called_off_at, called_off_why
               FROM tasks WHERE sending_id = $1 ORDER BY place",
            params![sending.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One thing that a letter asks of all its units, in the units' order.
pub(crate) async fn tasks_of_letter(
    db: &mut Conn,
    document: DocumentId,
    kind: TaskKind,
) -> Result<Vec<Task>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, unit_id, kind, title, words, due, counted, state, at, answer, assignee, percent,
                    returned, called_off_at, called_off_why
               FROM tasks WHERE document_id = $1 AND kind = $2 ORDER BY unit_id",
            params![document.uuid(), kind.code()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The tasks of some of a letter's sendings.
pub(crate) async fn tasks_of_sendings(
    db: &mut Conn,
    sendings: &[SendingId],
) -> Result<Vec<(SendingId, Task)>, StoreError> {
    let mut tasks = Vec::new();
    for some in sendings.chunks(TOGETHER) {
        let rows = db
            .all(
                "SELECT id, sending_id, document_id, unit_id, kind, title, words, due, counted, state, at, answer,
                        assignee, percent, returned, called_off_at, called_off_why
                   FROM tasks
                  WHERE sending_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                                       $18, $19, $20)
                  ORDER BY sending_id, place",
                twenty(some),
            )
            .await?;
        for row in &rows {
            tasks.push((row.parsed("sending_id")?, read(row)?));
        }
    }
    Ok(tasks)
}

/// By which sending a unit has a task.
pub(crate) async fn sending_of_task(db: &mut Conn, task: TaskId) -> Result<SendingId, StoreError> {
    db.one("SELECT sending_id FROM tasks WHERE id = $1", params![task.uuid()]).await?.parsed("sending_id")
}

/// The open tasks that somebody has for a unit.
pub(crate) async fn open_tasks_of_person(
    db: &mut Conn,
    unit: UnitId,
    person: AccountId,
) -> Result<Vec<Task>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, unit_id, kind, title, words, due, counted, state, at, answer, assignee, percent,
                    returned, called_off_at, called_off_why
               FROM tasks
              WHERE unit_id = $1 AND assignee = $2 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL
              ORDER BY edition_id, document_id, place",
            params![unit.uuid(), person.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// An open task goes to another unit; false when it was answered or called off meanwhile.
pub(crate) async fn move_task(db: &mut Conn, task: TaskId, to: &SentTo, place: i64) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE tasks SET unit_id = $1, sending_id = $2, place = $3, assignee = NULL
              WHERE id = $4 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL",
            params![to.sending.unit.uuid(), to.sending.id.uuid(), place, task.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// What a new task is given.
const INSERT: &str = "INSERT INTO tasks (id, sending_id, document_id, edition_id, unit_id, kind, place, title, words, due, \
                      counted, state, returned)";

pub(crate) async fn insert_tasks(act: &mut Act, command: &SendLetter, sent: &[SentTo]) -> Result<(), Halt> {
    let mut rows = Vec::with_capacity(sent.len() * command.tasks.len());
    for each in sent {
        for (order, place) in command.tasks.iter().zip(1_i64..) {
            rows.push(row_of(act.new_id(), place, each, order));
        }
    }
    Ok(act.db().insert_many(INSERT, rows).await?)
}

/// A new task as [`INSERT`] takes it.
fn row_of(id: Uuid, place: i64, SentTo { sending, edition, .. }: &SentTo, order: &TaskOrder) -> Vec<Value> {
    params![
        id,
        sending.id.uuid(),
        sending.document.uuid(),
        edition.uuid(),
        sending.unit.uuid(),
        order.kind.code(),
        place,
        order.title.as_str(),
        order.words.as_str(),
        order.due,
        order.counted.map(i32::from),
        "assigned",
        0_i64,
    ]
}

/// One task more for each of these, each at its place.
pub(crate) async fn insert_more(
    db: &mut Conn,
    more: &[(TaskId, i64, &SentTo)],
    order: &TaskOrder,
) -> Result<(), StoreError> {
    let rows = more.iter().map(|(id, place, to)| row_of(id.uuid(), *place, to, order));
    db.insert_many(INSERT, rows.collect()).await
}

/// What a sending gives already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Given {
    /// The place of its last task; 0 where it has none.
    pub(crate) last: i64,
    /// Whether a contact is asked for; that is asked once.
    pub(crate) asks_contact: bool,
}

/// What each sending of a letter gives already.
pub(crate) async fn given_by(db: &mut Conn, letter: DocumentId) -> Result<BTreeMap<SendingId, Given>, StoreError> {
    let rows = db
        .all(
            "SELECT sending_id, MAX(place) AS last,
                    CAST(MAX(CASE WHEN kind = 'name_contact' THEN 1 ELSE 0 END) AS BIGINT) AS asks_contact
               FROM tasks WHERE document_id = $1 GROUP BY sending_id",
            params![letter.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok((row.parsed("sending_id")?, Given { last: row.int("last")?, asks_contact: row.flag("asks_contact")? }))
    };
    rows.iter().map(read).collect()
}

/// The last place of a sending's tasks; 0 where it has none.
pub(crate) async fn last_place(db: &mut Conn, sending: SendingId) -> Result<i64, StoreError> {
    let row = db
        .one("SELECT COALESCE(MAX(place), 0) AS place FROM tasks WHERE sending_id = $1", params![sending.uuid()])
        .await?;
    row.int("place")
}

/// From receipt on, working days are counted; false when the task has its day already.
pub(crate) async fn set_counted_due(db: &mut Conn, task: TaskId, due: Date) -> Result<(), StoreError> {
    db.run("UPDATE tasks SET due = $1 WHERE id = $2 AND due IS NULL", params![due, task.uuid()]).await?;
    Ok(())
}

/// A task, open or answered, is due on another day: its report was given one.
pub(crate) async fn move_due(db: &mut Conn, task: TaskId, due: Date) -> Result<(), StoreError> {
    db.run("UPDATE tasks SET due = $1 WHERE id = $2 AND called_off_at IS NULL", params![due, task.uuid()]).await?;
    Ok(())
}

/// The unit takes on every task of the letter that it has not answered.
pub(crate) async fn accept_tasks(db: &mut Conn, sending: SendingId, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "UPDATE tasks SET state = 'accepted', at = $1
          WHERE sending_id = $2 AND state = 'assigned' AND called_off_at IS NULL",
        params![at, sending.uuid()],
    )
    .await?;
    Ok(())
}

/// Saves an answer; false when there is one already.
pub(crate) async fn save_answer(db: &mut Conn, task: &Task) -> Result<bool, Halt> {
    let (state, at, answer) = match &task.state {
        TaskState::Done { at, evidence } => ("done", *at, serde_json::to_string(evidence)?),
        TaskState::NothingToReport { at, reason } => ("nothing", *at, reason.clone()),
        TaskState::Assigned | TaskState::Accepted { .. } | TaskState::CalledOff { .. } => return Ok(false),
    };
    let changed = db
        .run(
            "UPDATE tasks SET state = $1, at = $2, answer = $3
              WHERE id = $4 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL",
            params![state, at, answer, task.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// Saves by which day an open task is asked for, or that it no longer is; false when it was answered
/// or called off meanwhile.
pub(crate) async fn save_correction(db: &mut Conn, task: &Task) -> Result<bool, StoreError> {
    let off = match &task.state {
        TaskState::CalledOff { at, reason } => Some((*at, reason.as_str())),
        _ => None,
    };
    let changed = db
        .run(
            "UPDATE tasks SET due = $1, called_off_at = $2, called_off_why = $3
              WHERE id = $4 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL",
            params![task.due, off.map(|(at, _)| at), off.map(|(_, reason)| reason), task.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// Saves whose an open task is, how far it is and by when it is asked for; false when it was answered
/// or called off meanwhile.
pub(crate) async fn save_step(db: &mut Conn, task: &Task) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE tasks SET assignee = $1, percent = $2, due = $3
              WHERE id = $4 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL",
            params![task.assignee.map(AccountId::uuid), task.percent.map(i32::from), task.due, task.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// Saves that an answer was sent back; false when somebody else did so.
pub(crate) async fn save_sent_back(db: &mut Conn, task: &Task, at: Timestamp) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE tasks SET state = 'accepted', at = $1, answer = NULL, returned = $2
              WHERE id = $3 AND state IN ('done', 'nothing') AND returned = $2 - 1",
            params![at, task.returned, task.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

fn read(row: &Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: row.parsed("id")?,
        unit: row.parsed("unit_id")?,
        letter: row.parsed("document_id")?,
        kind: coded(row, "kind", "kind of task", TaskKind::from_code)?,
        title: row.text("title")?,
        text: row.text("words")?,
        due: row.parsed_opt("due")?,
        counted: narrow(row, "counted")?,
        state: read_state(row)?,
        assignee: row.parsed_opt("assignee")?,
        percent: narrow(row, "percent")?,
        returned: small(row, "returned")?,
    })
}

fn read_state(row: &Row) -> Result<TaskState, StoreError> {
    if let Some(at) = row.instant_opt("called_off_at")? {
        return Ok(TaskState::CalledOff { at, reason: row.text("called_off_why")? });
    }
    Ok(match row.text("state")?.as_str() {
        "accepted" => TaskState::Accepted { at: row.instant("at")? },
        "done" => TaskState::Done { at: row.instant("at")?, evidence: read_evidence(row)? },
        "nothing" => TaskState::NothingToReport { at: row.instant("at")?, reason: row.text("answer")? },
        _ => TaskState::Assigned,
    })
}

fn read_evidence(row: &Row) -> Result<Evidence, StoreError> {
    let text = row.text("answer")?;
    serde_json::from_str(&text).map_err(|_| StoreError::Nonsense {
        column: "answer".to_owned(),
        value: text,
        wanted: "evidence",
    })
}
