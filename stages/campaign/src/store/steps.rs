//! What happened to tasks, and the files that show that they were done.

use std::collections::BTreeMap;

use hoithi_correspondence::KeptFile;
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, FileId, TaskId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{coded, narrow, read_file};

/// One thing that happened to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// To which.
    pub task: TaskId,
    /// What.
    pub kind: StepKind,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: AccountId,
    /// In which words; may be empty.
    pub words: String,
    /// How far it was said to be.
    pub percent: Option<u8>,
    /// Which later day.
    pub day: Option<Date>,
    /// Which day it had before it was given a later one.
    pub before: Option<Date>,
    /// To whom it was given.
    pub person: Option<AccountId>,
    /// From which unit it came.
    pub unit: Option<UnitId>,
}

impl Step {
    /// With nothing but words.
    pub(crate) fn new(task: TaskId, kind: StepKind, (at, by): (Timestamp, AccountId), words: &str) -> Self {
        let words = hoithi_rules::text::paragraphs(words);
        Self { task, kind, at, by, words, percent: None, day: None, before: None, person: None, unit: None }
    }
}

/// Everything that happened to a task, in order.
pub async fn steps_of(db: &mut Conn, task: TaskId) -> Result<Vec<Step>, StoreError> {
    let rows = db
        .all(
            "SELECT task_id, kind, at, done_by, words, percent, day, day_before, person, unit_id
               FROM task_steps WHERE task_id = $1 ORDER BY place",
            params![task.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The wish for a later day that waits for the agency's word: the task is open, and its day is still earlier.
pub(crate) async fn extension_waits(db: &mut Conn, task: &Task) -> Result<Option<Step>, StoreError> {
    let mut waits = None;
    for step in steps_of(db, task.id).await? {
        match step.kind {
            StepKind::ExtensionAsked => waits = Some(step),
            StepKind::Extended | StepKind::ExtensionDeclined | StepKind::ExtensionWithdrawn => waits = None,
            _ => {}
        }
    }
    Ok(waits.filter(|step| task.is_open() && step.day > task.due))
}

/// The wishes of a letter's units for a later day that wait for the agency's word, by task.
pub(crate) async fn waiting_extensions(
    db: &mut Conn,
    letter: DocumentId,
) -> Result<BTreeMap<TaskId, Step>, StoreError> {
    // A cross join, because SQLite then begins with the few steps and not with a country's tasks.
    let rows = db
        .all(
            "SELECT s.task_id, s.kind, s.at, s.done_by, s.words, s.percent, s.day, s.day_before, s.person, s.unit_id,
                    t.due
               FROM task_steps s CROSS JOIN tasks t
              WHERE t.id = s.task_id AND t.document_id = $1 AND t.state IN ('assigned', 'accepted')
                AND t.called_off_at IS NULL
                AND s.kind IN ('extension_asked', 'extended', 'extension_declined', 'extension_withdrawn')
              ORDER BY s.task_id, s.place",
            params![letter.uuid()],
        )
        .await?;
    let mut waiting = BTreeMap::new();
    for row in &rows {
        let (step, due): (Step, Option<Date>) = (read(row)?, row.parsed_opt("due")?);
        if step.kind == StepKind::ExtensionAsked && step.day > due {
            waiting.insert(step.task, step);
        } else {
            waiting.remove(&step.task);
        }
    }
    Ok(waiting)
}

/// How many wishes for a later day wait in an edition, by the letter that gave the task.
pub async fn extensions_waiting(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<DocumentId, usize>, StoreError> {
    let rows = db
        .all(
            "SELECT s.task_id, s.kind, s.day, t.due, t.document_id
               FROM task_steps s CROSS JOIN tasks t
              WHERE t.id = s.task_id AND t.edition_id = $1 AND t.state IN ('assigned', 'accepted') AND t.called_off_at IS NULL
                AND s.kind IN ('extension_asked', 'extended', 'extension_declined', 'extension_withdrawn')
              ORDER BY s.task_id, s.place",
            params![edition.uuid()],
        )
        .await?;
    let mut waiting: BTreeMap<TaskId, DocumentId> = BTreeMap::new();
    for row in &rows {
        let task: TaskId = row.parsed("task_id")?;
        let (wished, due): (Option<Date>, Option<Date>) = (row.parsed_opt("day")?, row.parsed_opt("due")?);
        if coded(row, "kind", "step of a task", StepKind::from_code)? == StepKind::ExtensionAsked && wished > due {
            waiting.insert(task, row.parsed("document_id")?);
        } else {
            waiting.remove(&task);
        }
    }
    let mut by_letter = BTreeMap::new();
    for letter in waiting.into_values() {
        *by_letter.entry(letter).or_insert(0) += 1;
    }
    Ok(by_letter)
}

/// When the answers of an edition's open tasks were last sent back.
pub async fn sent_back_in(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<TaskId, Timestamp>, StoreError> {
    let rows = db
        .all(
            "SELECT s.task_id, MAX(s.at) AS last
               FROM task_steps s JOIN tasks t ON t.id = s.task_id
              WHERE t.edition_id = $1 AND s.kind = 'sent_back' AND t.state IN ('assigned', 'accepted')
                AND t.called_off_at IS NULL
              GROUP BY s.task_id",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("task_id")?, row.instant("last")?))).collect()
}

/// That a task was given a later day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extension {
    /// The day that it had first, where that is known.
    pub(crate) before: Option<Date>,
}

/// The tasks of a letter that have a later day of their own: another day for all that reached them ended it.
pub(crate) async fn extended_tasks(
    db: &mut Conn,
    letter: DocumentId,
) -> Result<BTreeMap<TaskId, Extension>, StoreError> {
    let rows = db
        .all(
            "SELECT s.task_id, s.kind, s.day_before FROM task_steps s
              WHERE s.kind IN ('extended', 'due_changed')
                AND EXISTS (SELECT 1 FROM tasks t WHERE t.id = s.task_id AND t.document_id = $1)
              ORDER BY s.task_id, s.place",
            params![letter.uuid()],
        )
        .await?;
    let mut extended = BTreeMap::new();
    for row in &rows {
        let task: TaskId = row.parsed("task_id")?;
        if coded(row, "kind", "step of a task", StepKind::from_code)? == StepKind::Extended {
            extended.entry(task).or_insert(Extension { before: row.parsed_opt("day_before")? });
        } else {
            extended.remove(&task);
        }
    }
    Ok(extended)
}

pub(crate) async fn insert_step(db: &mut Conn, id: Uuid, step: &Step) -> Result<(), StoreError> {
    let last = db
        .one("SELECT COALESCE(MAX(place), 0) AS place FROM task_steps WHERE task_id = $1", params![step.task.uuid()])
        .await?;
    db.run(
        "INSERT INTO task_steps (id, task_id, place, kind, at, done_by, words, percent, day, person, unit_id, day_before)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            id,
            step.task.uuid(),
            last.int("place")? + 1,
            step.kind.code(),
            step.at,
            step.by.uuid(),
            step.words.as_str(),
            step.percent.map(i32::from),
            step.day,
            step.person.map(AccountId::uuid),
            step.unit.map(UnitId::uuid),
            step.before,
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn insert_file(db: &mut Conn, id: FileId, task: TaskId, file: &KeptFile) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO task_files (id, task_id, file_hash, file_name, file_type, file_size)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![id.uuid(), task.uuid(), file.hash.as_str(), file.name.as_str(), file.media_type.as_str(), file.size,],
    )
    .await?;
    Ok(())
}

/// The files that were ever sent with a task's answers, by id.
pub(crate) async fn files_of_task(db: &mut Conn, task: TaskId) -> Result<Vec<(FileId, KeptFile)>, StoreError> {
    let rows = db
        .all(
            "SELECT id, file_hash, file_name, file_type, file_size FROM task_files WHERE task_id = $1 ORDER BY id",
            params![task.uuid()],
        )
        .await?;
    let mut files = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(file) = read_file(row)? {
            files.push((row.parsed("id")?, file));
        }
    }
    Ok(files)
}

/// One file of a task.
pub(crate) async fn file_of_task(db: &mut Conn, task: TaskId, file: FileId) -> Result<Option<KeptFile>, StoreError> {
    let row = db
        .maybe(
            "SELECT file_hash, file_name, file_type, file_size FROM task_files WHERE task_id = $1 AND id = $2",
            params![task.uuid(), file.uuid()],
        )
        .await?;
    row.as_ref().map_or(Ok(None), read_file)
}

fn read(row: &Row) -> Result<Step, StoreError> {
    Ok(Step {
        task: row.parsed("task_id")?,
        kind: coded(row, "kind", "step of a task", StepKind::from_code)?,
        at: row.instant("at")?,
        by: row.parsed("done_by")?,
        words: row.text("words")?,
        percent: narrow(row, "percent")?,
        day: row.parsed_opt("day")?,
        before: row.parsed_opt("day_before")?,
        person: row.parsed_opt("person")?,
        unit: row.parsed_opt("unit_id")?,
    })
}
