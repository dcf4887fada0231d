//! Where an answer is from that nobody signed in for: a link, a paper, a call, with its scan.

use std::collections::BTreeMap;

use hoithi_correspondence::KeptFile;
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{AccountId, DocumentId, PublicityId, SendingId, TaskId};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::store::{file_values, read_file};

/// Which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginAbout {
    /// That the letter arrived.
    Acknowledgement,
    /// A task's answer.
    Task(TaskId),
    /// A piece of publicity.
    Publicity(PublicityId),
    /// That version of the report that came with the letter.
    Report(u32),
}

impl OriginAbout {
    /// As the table has it.
    fn key(self) -> String {
        match self {
            Self::Acknowledgement => "acknowledgement".to_owned(),
            Self::Task(task) => format!("task {task}"),
            Self::Publicity(item) => format!("publicity {item}"),
            Self::Report(version) => format!("report {version}"),
        }
    }
}

/// Who said it, when, by which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// By which way it came.
    pub how: Channel,
    /// Who said it.
    pub by_name: PersonName,
    /// What they are in the unit, where it is known.
    pub position: String,
    /// On which day.
    pub day: Date,
    /// Its scan.
    pub file: Option<KeptFile>,
}

pub(crate) async fn insert_origin(
    db: &mut Conn,
    (id, sending, about): (Uuid, SendingId, OriginAbout),
    origin: &Origin,
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let mut values = params![
        id,
        sending.uuid(),
        about.key(),
        origin.how.code(),
        origin.by_name.as_str(),
        origin.position.as_str(),
        origin.day,
        at,
        by.uuid(),
    ];
    values.extend(file_values(origin.file.as_ref()));
    db.run(
        "INSERT INTO answers_from_elsewhere (id, sending_id, about, how, by_name, position, day, recorded_at,
                                             recorded_by, file_hash, file_name, file_type, file_size)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        values,
    )
    .await?;
    Ok(())
}

/// An answer that was sent back keeps where it came from, beside the origin of the next one.
pub(crate) async fn set_origin_aside(db: &mut Conn, task: TaskId) -> Result<(), StoreError> {
    db.run(
        "UPDATE answers_from_elsewhere SET about = about || ' ' || id WHERE about = $1",
        params![OriginAbout::Task(task).key()],
    )
    .await?;
    Ok(())
}

/// Where one answer is from; none for what somebody of the unit did signed in.
pub(crate) async fn origin(
    db: &mut Conn,
    sending: SendingId,
    about: OriginAbout,
) -> Result<Option<Origin>, StoreError> {
    let row = db
        .maybe(
            "SELECT about, how, by_name, position, day, file_hash, file_name, file_type, file_size
               FROM answers_from_elsewhere WHERE sending_id = $1 AND about = $2",
            params![sending.uuid(), about.key()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Where the answers of one letter of one unit are from.
#[derive(Clone, Debug, Default)]
pub struct Origins(BTreeMap<String, Origin>);

impl Origins {
    /// Of this answer.
    pub fn get(&self, about: OriginAbout) -> Option<&Origin> {
        self.0.get(&about.key())
    }
}

/// Where the answers of one letter of one unit are from.
pub async fn origins_of(db: &mut Conn, sending: SendingId) -> Result<Origins, StoreError> {
    let rows = db
        .all(
            "SELECT about, how, by_name, position, day, file_hash, file_name, file_type, file_size
               FROM answers_from_elsewhere WHERE sending_id = $1",
            params![sending.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.text("about")?, read(row)?))).collect::<Result<_, _>>().map(Origins)
}

/// Where the confirmations of a letter are from, by unit.
pub(crate) async fn confirmations_of_letter(
    db: &mut Conn,
    letter: DocumentId,
) -> Result<BTreeMap<SendingId, Origin>, StoreError> {
    let rows = db
        .all(
            "SELECT a.sending_id, a.how, a.by_name, a.position, a.day, a.file_hash, a.file_name, a.file_type, a.file_size
               FROM answers_from_elsewhere a JOIN sendings s ON s.id = a.sending_id
              WHERE s.document_id = $1 AND a.about = $2",
            params![letter.uuid(), OriginAbout::Acknowledgement.key()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("sending_id")?, read(row)?))).collect()
}

fn read(row: &Row) -> Result<Origin, StoreError> {
    let how = row.text("how")?;
    Ok(Origin {
        how: Channel::from_code(&how).ok_or(StoreError::Nonsense {
            column: "how".to_owned(),
            value: how,
            wanted: "way of an answer",
        })?,
        by_name: row.parsed("by_name")?,
        position: row.text("position")?,
        day: row.parsed("day")?,
        file: read_file(row)?,
    })
}
