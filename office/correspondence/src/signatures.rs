//! The signatures in a document's signed PDF: checked when the file comes, and again on request.

use hoithi_documents::Sha256Hex;
use hoithi_documents::signatures::{PdfSignature, SignatureCheck, signatures_of};
use hoithi_journal::{Act, Actor, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::correspondence::TwoSteps;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::{House, fold};
use jiff::Timestamp;

use crate::document::{Document, KeptFile};
use crate::store;

const PDF: &str = hoithi_documents::FileKind::Pdf.media_type();

/// What the last check of a document's file found.
#[derive(Clone, Debug)]
pub(crate) struct LastCheck {
    pub(crate) check: SignatureCheck,
    pub(crate) at: Timestamp,
}

impl LastCheck {
    pub(crate) fn signatures(&self) -> &[PdfSignature] {
        match &self.check {
            SignatureCheck::Checked(found) => found,
            SignatureCheck::NotInstalled | SignatureCheck::Unreadable => &[],
        }
    }

    /// By which the page knows its words.
    pub(crate) fn code(&self) -> &'static str {
        match &self.check {
            SignatureCheck::NotInstalled => "toolless",
            SignatureCheck::Unreadable => "unreadable",
            SignatureCheck::Checked(found) => match found.as_slice() {
                [] => "none",
                all if all.iter().any(|one| !one.whole) => "broken",
                [.., last] if !last.to_the_end => "added-to",
                [_] => "one",
                _ => "two",
            },
        }
    }

    /// Whether whoever signs the document signed first; nothing where that cannot be told.
    pub(crate) fn steps(&self, document: &Document) -> Option<TwoSteps> {
        let signer = document.content.signatory.as_ref()?;
        let names: Vec<String> = self.signatures().iter().map(|one| fold(&one.signer)).collect();
        TwoSteps::of(&names, &fold(signer.name.as_str()))
    }

    /// Only what was checked and is whole looks like it.
    pub(crate) fn tone(&self) -> &'static str {
        match self.code() {
            "two" | "one" => "done",
            "broken" | "added-to" => "stop",
            _ => "warn",
        }
    }
}

/// Whether the document has a file that can bear signatures.
pub(crate) fn signed_pdf(document: &Document) -> Option<&KeptFile> {
    document.file.as_ref().filter(|file| file.media_type == PDF)
}

/// Checks the signatures of a document's PDF and keeps what was found; nothing where it has none.
pub(crate) async fn check_signatures(house: &House, actor: Actor, id: DocumentId) -> Result<(), Halt> {
    let document = store::document(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    let Some(file) = signed_pdf(&document) else { return Ok(()) };
    let (hash, check) = (file.hash.clone(), signatures_of(&house.files.path(&file.hash)).await);
    house.acts.perform(actor, move |act| Box::pin(keep_check(act, id, hash.clone(), check.clone()))).await
}

/// The same when a file has just come: the deed is done, whatever becomes of the check.
pub(crate) async fn check_what_came(house: &House, actor: Actor, id: DocumentId) {
    if let Err(halt) = check_signatures(house, actor, id).await {
        tracing::warn!(?halt, "the signatures of a file that came were not checked");
    }
}

/// Keeps the result of a check, with its day.
pub(crate) async fn keep_check(
    act: &mut Act,
    id: DocumentId,
    file: Sha256Hex,
    check: SignatureCheck,
) -> Result<(), Halt> {
    let document = store::document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRead, Place::edition(document.edition)).await?;
    let (outcome, found) = match check {
        SignatureCheck::NotInstalled => ("not_installed", Vec::new()),
        SignatureCheck::Unreadable => ("unreadable", Vec::new()),
        SignatureCheck::Checked(found) => ("checked", found),
    };
    let (row, now, count) = (act.new_id(), act.now(), found.len());
    let found = serde_json::to_string(&found)?;
    act.db()
        .run(
            "INSERT INTO document_signature_checks (id, document_id, file_hash, outcome, found, at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            params![row, id.uuid(), file.as_str(), outcome, found, now],
        )
        .await?;
    let event = Event::new("document.signatures_checked", id).fact("edition", document.edition.to_string());
    act.record(event.fact("file", file.to_string()).fact("signatures", count));
    Ok(())
}

/// What the last check of this very file found.
pub(crate) async fn last_check(db: &mut Conn, document: &Document) -> Result<Option<LastCheck>, StoreError> {
    let Some(file) = signed_pdf(document) else { return Ok(None) };
    let row = db
        .maybe(
            "SELECT outcome, found, at FROM document_signature_checks
              WHERE document_id = $1 AND file_hash = $2 ORDER BY at DESC, id DESC LIMIT 1",
            params![document.id.uuid(), file.hash.as_str()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let found = row.text("found")?;
    let wanted = "signatures of a file";
    let found = serde_json::from_str(&found);
    let found = found.map_err(|_| StoreError::Nonsense { column: "found".to_owned(), value: String::new(), wanted })?;
    let check = match row.text("outcome")?.as_str() {
        "checked" => SignatureCheck::Checked(found),
        "not_installed" => SignatureCheck::NotInstalled,
        _ => SignatureCheck::Unreadable,
    };
    Ok(Some(LastCheck { check, at: row.instant("at")? }))
}
