//! What may still be put right about a signed document: a number or day typed wrong.
//!
//! Only until the next step stands on it: a letter that went out, a signed document that rests on
//! it, a decision that the announcement makes public carry the number further, where nobody could
//! put it right any more.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::bearing::{permit_to_sign, signed, signed_bases};
use crate::document::{ContentError, Document, KeptFile, Origin, Print};
use crate::operations::{Signature, described, save};
use crate::store;

/// An answer that takes queries.
pub type UseFuture<'a> = Pin<Box<dyn Future<Output = Result<bool, Halt>> + Send + 'a>>;

/// An answer about a sending, if there was one.
pub type SentFuture<'a> = Pin<Box<dyn Future<Output = Result<Option<SentOut>, Halt>> + Send + 'a>>;

/// An answer about an edition's documents.
pub type SentOfFuture<'a> = Pin<Box<dyn Future<Output = Result<BTreeSet<DocumentId>, Halt>> + Send + 'a>>;

/// A count that takes queries.
pub type HonouredFuture<'a> = Pin<Box<dyn Future<Output = Result<usize, Halt>> + Send + 'a>>;

/// How a document went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentOut {
    /// When it first went out.
    pub first: Timestamp,
    /// When it last went out.
    pub last: Timestamp,
    /// To how many units, together.
    pub units: usize,
    /// That it was called back from all of them.
    pub recalled: Option<CalledBack>,
}

/// That a document that went out is asked of nobody any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledBack {
    /// When.
    pub at: Timestamp,
    /// Why, as the units read it.
    pub reason: String,
}

/// Who knows the steps that later rooms took with a document; the binary hands it in.
pub trait KnownUses: Send + Sync {
    /// Whether the document went out, or something was decided by it.
    fn went_on<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> UseFuture<'a>;

    /// When the document was sent, and to how many.
    fn sent_out<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> SentFuture<'a>;

    /// Which documents of an edition went out.
    fn sent_of<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> SentOfFuture<'a>;

    /// Which of those were called back.
    fn recalled_of<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> SentOfFuture<'a>;

    /// How many units were honoured by the document; their sheets hold as long as it does.
    fn honoured_by<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> HonouredFuture<'a>;
}

/// Number and day as they should have been recorded.
#[derive(Clone, Debug)]
pub struct CorrectNumber {
    /// Of which document.
    pub document: DocumentId,
    /// The version that was read.
    pub version: i64,
    /// The number on the paper.
    pub number: DocumentNumber,
    /// The day on the paper.
    pub date: Date,
    /// What went wrong.
    pub reason: String,
    /// The scan, where the document has none yet.
    pub scan: Option<KeptFile>,
    /// The sheet printed anew with them.
    pub print: Option<Print>,
}

/// What stood before a correction.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    /// The number that was wrong, or bore a wrong day.
    pub(crate) number: DocumentNumber,
    /// The day that stood beside it.
    pub(crate) date: Date,
    /// Why it was put right.
    pub(crate) reason: String,
    /// When.
    pub(crate) at: Timestamp,
}

/// Puts number and day right. What stood before stays in the document's history.
///
/// By the right to record the signature; an officer's paper is the scan, which is there already or
/// comes with the correction.
pub async fn correct_number(act: &mut Act, command: CorrectNumber, uses: &dyn KnownUses) -> Result<(), Halt> {
    let document = store::document(act.db(), command.document).await?.ok_or_else(Halt::not_found)?;
    let (was, was_day) = document.signed().map(|(number, day)| (number.clone(), day)).ok_or_else(Halt::not_found)?;
    let CorrectNumber { number, date, print, .. } = command;
    let file = document.file.clone().or(command.scan);
    let signature = Signature { number, date, file, print };
    may_correct(act, &document, &signature).await?;
    if goes_on(act.db(), document.id, uses).await? {
        return Err(ContentError::InUse).or_refuse();
    }
    let reason = one_line(&command.reason);
    if reason.is_empty() {
        return Err(ContentError::Reason).or_refuse();
    }
    if (&signature.number, signature.date) == (&was, was_day) {
        return Err(ContentError::SameNumber).or_refuse();
    }
    let document = Document { version: command.version, ..document };
    let document = put_right(act, document, signature, reason).await?;
    let event = described(Event::new("document.renumbered", document.id), &document);
    act.record(event.fact("old_number", was.to_string()).fact("old_date", was_day.to_string()));
    Ok(())
}

/// The same for a document that another room lets be signed: that room says until when. A scan that came
/// later may be all that is new, which needs no reason.
pub async fn correct_signature(
    act: &mut Act,
    document: DocumentId,
    signature: Signature,
    reason: &str,
) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    let file = signature.file.clone().or_else(|| document.file.clone());
    permit_to_sign(act, &document, &Signature { file, ..signature.clone() }).await?;
    let document = put_right(act, document, signature, one_line(reason)).await?;
    act.record(described(Event::new("document.corrected", document.id), &document));
    Ok(())
}

/// What stands on the paper takes the place of what was recorded; a number or day that was wrong stays
/// in the document's history.
async fn put_right(act: &mut Act, document: Document, signature: Signature, reason: String) -> Result<Document, Halt> {
    let (number, date) = document.signed().map(|(number, day)| (number.clone(), day)).ok_or_else(Halt::not_found)?;
    let differs = (&signature.number, signature.date) != (&number, date);
    if differs && document.number_given {
        return Err(ContentError::NumberGiven).or_refuse();
    }
    let bases: Vec<_> = store::bases_of(act.db(), document.id).await?.iter().map(|basis| basis.id).collect();
    let bases = signed_bases(act, document.edition, &bases).await?;
    let document = signed(act, document.unsigned(&signature.number), signature, &bases).await?;
    save(act, &document).await?;
    if differs {
        let (id, at) = (act.new_id(), act.now());
        insert(act.db(), id, document.id, &Correction { number, date, reason, at }).await?;
    }
    Ok(document)
}

/// Of another body's document whoever keeps the register, of our own whoever records its signature.
pub(crate) async fn may_correct(act: &mut Act, document: &Document, signature: &Signature) -> Result<(), Halt> {
    if document.origin == Origin::Received {
        permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
        return Ok(());
    }
    permit_to_sign(act, document, signature).await
}

/// Whether the next step stands on the document.
pub(crate) async fn goes_on(db: &mut Conn, document: DocumentId, uses: &dyn KnownUses) -> Result<bool, Halt> {
    let carried = store::resting_on(db, document).await?.iter().any(|card| card.signed.is_some());
    Ok(carried || store::awaits_announcement(db, document).await? || uses.went_on(db, document).await?)
}

/// What was put right, the last first.
pub(crate) async fn corrections(db: &mut Conn, document: DocumentId) -> Result<Vec<Correction>, StoreError> {
    let rows = db
        .all(
            "SELECT number, number_symbol, number_year, day, reason, at
               FROM document_corrections WHERE document_id = $1 ORDER BY at DESC, id DESC",
            params![document.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What was put right in all documents, the first first.
pub(crate) async fn all_corrections(db: &mut Conn) -> Result<BTreeMap<DocumentId, Vec<Correction>>, StoreError> {
    let rows = db
        .all(
            "SELECT document_id, number, number_symbol, number_year, day, reason, at
               FROM document_corrections ORDER BY at, id",
            params![],
        )
        .await?;
    let mut all: BTreeMap<DocumentId, Vec<Correction>> = BTreeMap::new();
    for row in &rows {
        all.entry(row.parsed("document_id")?).or_default().push(read(row)?);
    }
    Ok(all)
}

fn read(row: &Row) -> Result<Correction, StoreError> {
    Ok(Correction {
        number: store::read_number(row)?.ok_or_else(|| StoreError::Nonsense {
            column: "number".to_owned(),
            value: String::new(),
            wanted: "number of a document",
        })?,
        date: row.parsed("day")?,
        reason: row.text("reason")?,
        at: row.instant("at")?,
    })
}

async fn insert(db: &mut Conn, id: Uuid, document: DocumentId, was: &Correction) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO document_corrections
             (id, document_id, number, number_symbol, number_year, day, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            document.uuid(),
            was.number.number(),
            was.number.symbol(),
            i32::from(was.number.year()),
            was.date,
            was.reason.as_str(),
            was.at,
        ],
    )
    .await?;
    Ok(())
}
