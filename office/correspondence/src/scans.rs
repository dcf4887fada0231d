//! The scan of a signed document: brought once, and replaced while nothing stands on it.
//!
//! A PDF comes first with the person's signature and then with the agency's; a page is scanned askew.
//! The file that stood there stays, with why it went.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::Stage;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::corrections::{KnownUses, goes_on, may_correct};
use crate::document::{ContentError, Document, KeptFile};
use crate::operations::{Signature, save};
use crate::{steps, store};

/// Adds the scan to a signed document that has none yet.
pub async fn add_scan(act: &mut Act, document: DocumentId, version: i64, scan: KeptFile) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    if document.signed().is_none() {
        return Err(Halt::not_found());
    }
    if document.file.is_some() {
        return Err(ContentError::ScanThere).or_refuse();
    }
    let hash = scan.hash.to_string();
    save(act, &Document { version, file: Some(scan), ..document.clone() }).await?;
    steps::note(act, document.id, Stage::Scanned).await?;
    let event = Event::new("document.scan_added", document.id).fact("edition", document.edition.to_string());
    act.record(event.fact("file", hash));
    Ok(())
}

/// A scan in the place of another.
#[derive(Clone, Debug)]
pub struct ReplaceScan {
    /// Of which document.
    pub document: DocumentId,
    /// The version that was read.
    pub version: i64,
    /// The file that is right.
    pub scan: KeptFile,
    /// What was wrong with the one that is there.
    pub reason: String,
}

/// Puts the right scan in the place of a half-signed or wrong one, until the next step stands on it.
///
/// By the right to record the signature: the file is the paper that the number was read off.
pub async fn replace_scan(act: &mut Act, command: ReplaceScan, uses: &dyn KnownUses) -> Result<(), Halt> {
    let document = store::document(act.db(), command.document).await?.ok_or_else(Halt::not_found)?;
    let (number, date) = document.signed().map(|(number, day)| (number.clone(), day)).ok_or_else(Halt::not_found)?;
    let was = document.file.clone().ok_or_else(Halt::not_found)?;
    let scan = command.scan;
    let signature = Signature { number, date, file: Some(scan.clone()), print: None };
    may_correct(act, &document, &signature).await?;
    if goes_on(act.db(), document.id, uses).await? {
        return Err(ContentError::ScanInUse).or_refuse();
    }
    let reason = one_line(&command.reason);
    if reason.is_empty() {
        return Err(ContentError::Reason).or_refuse();
    }
    if scan.hash == was.hash {
        return Err(ContentError::SameScan).or_refuse();
    }
    let hash = scan.hash.to_string();
    save(act, &Document { version: command.version, file: Some(scan), ..document.clone() }).await?;
    let (id, at) = (act.new_id(), act.now());
    insert(act.db(), document.id, &FormerScan { id, file: was.clone(), reason, at }).await?;
    steps::note(act, document.id, Stage::Scanned).await?;
    let event = Event::new("document.scan_replaced", document.id).fact("edition", document.edition.to_string());
    act.record(event.fact("file", hash).fact("old_file", was.hash.to_string()));
    Ok(())
}

/// A scan that was replaced.
#[derive(Clone, Debug)]
pub(crate) struct FormerScan {
    /// Its id.
    pub(crate) id: Uuid,
    /// The file, kept as it came.
    pub(crate) file: KeptFile,
    /// Why it was replaced.
    pub(crate) reason: String,
    /// When.
    pub(crate) at: Timestamp,
}

async fn insert(db: &mut Conn, document: DocumentId, was: &FormerScan) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO document_former_scans (id, document_id, file_hash, file_name, file_type, file_size, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            was.id,
            document.uuid(),
            was.file.hash.as_str(),
            was.file.name.as_str(),
            was.file.media_type.as_str(),
            was.file.size,
            was.reason.as_str(),
            was.at,
        ],
    )
    .await?;
    Ok(())
}

/// The scans that were replaced, the last first.
pub(crate) async fn former_scans(db: &mut Conn, document: DocumentId) -> Result<Vec<FormerScan>, StoreError> {
    let rows = db
        .all(
            "SELECT id, file_hash, file_name, file_type, file_size, reason, at
               FROM document_former_scans WHERE document_id = $1 ORDER BY at DESC, id DESC",
            params![document.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let file = KeptFile {
            hash: row.parsed("file_hash")?,
            name: row.text("file_name")?,
            media_type: row.text("file_type")?,
            size: row.int("file_size")?,
        };
        Ok(FormerScan { id: row.parsed("id")?, file, reason: row.text("reason")?, at: row.instant("at")? })
    };
    rows.iter().map(read).collect()
}
