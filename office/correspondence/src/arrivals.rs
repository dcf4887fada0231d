//! Documents that came as edXML packages (*văn bản đến*): entered with number and day as they stand
//! there, with the files that came along. What a package says of earlier documents is told, and left to
//! a person to record.

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::correspondence::{Business, DocumentNumber};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::document::{Content, KeptFile};
use crate::edxml::Held;
use crate::incoming::number_arrival;
use crate::operations::{NewDocument, Signature, register};
use crate::store::nonsense;

/// A package whose parts were read and whose files are kept.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) edition: EditionId,
    pub(crate) content: Content,
    pub(crate) number: DocumentNumber,
    pub(crate) date: Date,
    /// The signed file or the scan, where one came.
    pub(crate) sheet: Option<KeptFile>,
    pub(crate) attached: Vec<Attached>,
    pub(crate) sender: Sender,
    /// The package as it came.
    pub(crate) package: KeptFile,
}

/// What a package says of its sending.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    /// The sender's identifier.
    pub(crate) organ_id: String,
    /// What the document is called between systems.
    pub(crate) exchange_id: String,
    pub(crate) business: Business,
    /// Why, where it withdraws, changes or replaces.
    pub(crate) reason: String,
    /// What it withdraws or replaces.
    pub(crate) ended: Vec<String>,
}

/// A file that came with a document.
#[derive(Clone, Debug)]
pub(crate) struct Attached {
    pub(crate) file: KeptFile,
    /// What the sender says of it.
    pub(crate) description: String,
    /// Why it is given to nobody, where it is not.
    pub(crate) held: Option<Held>,
}

/// How a document came.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) sender: Sender,
    pub(crate) package: KeptFile,
    pub(crate) attached: Vec<Attached>,
    pub(crate) at: Timestamp,
}

/// What a package is.
pub(crate) const PACKAGE: &str = "application/xml";

/// Enters a document that came: the register's own rules decide whether its number is free.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<DocumentId, Halt> {
    let TakeIn { edition, content, number, date, sheet, attached, sender, package } = command;
    let signed = Some(Signature { number, date, file: sheet, print: None });
    let id = register(act, NewDocument { edition, content, bases: Vec::new(), signed }).await?;
    let now = act.now();
    number_arrival(act, id, day_in_vietnam(now)).await?;
    act.db()
        .run(
            "INSERT INTO document_arrivals
                 (document_id, organ_id, exchange_id, business, reason, ended, file_hash, file_name, file_size, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            params![
                id.uuid(),
                sender.organ_id.as_str(),
                sender.exchange_id.as_str(),
                sender.business.code(),
                sender.reason.as_str(),
                sender.ended.join("\n"),
                package.hash.as_str(),
                package.name.as_str(),
                package.size,
                now,
            ],
        )
        .await?;
    keep_attached(act.db(), id, &attached).await?;
    let event = Event::new("document.arrived", id).fact("edition", edition.to_string());
    act.record(event.fact("file", package.hash.to_string()).fact("count", attached.len()));
    Ok(id)
}

async fn keep_attached(db: &mut Conn, document: DocumentId, attached: &[Attached]) -> Result<(), StoreError> {
    let rows = attached.iter().zip(1_i64..).map(|(Attached { file, description, held }, place)| {
        params![
            document.uuid(),
            place,
            description.as_str(),
            file.hash.as_str(),
            file.name.as_str(),
            file.media_type.as_str(),
            file.size,
            held.map_or("", Held::code),
        ]
    });
    db.insert_many(
        "INSERT INTO document_attachments
             (document_id, place, description, file_hash, file_name, file_type, file_size, held)",
        rows.collect(),
    )
    .await
}

/// How the document came; none of what came on paper or is ours.
pub(crate) async fn arrival_of(db: &mut Conn, document: DocumentId) -> Result<Option<Arrival>, StoreError> {
    let row = db
        .maybe(
            "SELECT organ_id, exchange_id, business, reason, ended, file_hash, file_name, file_size, at
               FROM document_arrivals WHERE document_id = $1",
            params![document.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let code = row.text("business")?;
    let business = Business::from_code(&code).ok_or_else(|| nonsense("business", code, "deed of a package"))?;
    let sender = Sender {
        organ_id: row.text("organ_id")?,
        exchange_id: row.text("exchange_id")?,
        business,
        reason: row.text("reason")?,
        ended: row.text("ended")?.lines().map(str::to_owned).collect(),
    };
    Ok(Some(Arrival {
        sender,
        package: kept(&row, PACKAGE.to_owned())?,
        attached: attached_to(db, document).await?,
        at: row.instant("at")?,
    }))
}

async fn attached_to(db: &mut Conn, document: DocumentId) -> Result<Vec<Attached>, StoreError> {
    let rows = db
        .all(
            "SELECT description, file_hash, file_name, file_type, file_size, held
               FROM document_attachments WHERE document_id = $1 ORDER BY place",
            params![document.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Attached {
            file: kept(row, row.text("file_type")?)?,
            description: row.text("description")?,
            held: Held::from_code(&row.text("held")?),
        })
    };
    rows.iter().map(read).collect()
}

fn kept(row: &Row, media_type: String) -> Result<KeptFile, StoreError> {
    Ok(KeptFile {
        hash: row.parsed("file_hash")?,
        name: row.text("file_name")?,
        media_type,
        size: row.int("file_size")?,
    })
}
