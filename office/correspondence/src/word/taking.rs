//! A corrected Word file becomes the draft's new text.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::correspondence::room_for_annexes;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::refusal::Refusal;
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::upper_first;
use jiff::Timestamp;

use super::{Returned, WordRefusal};
use crate::document::{self, Annex, Content, Document, KeptFile, Lines};
use crate::operations::{Revision, revise};
use crate::store;

/// A corrected file whose differences were read.
#[derive(Clone, Debug)]
pub struct TakeBack {
    /// Of which draft.
    pub document: DocumentId,
    /// The version that the file was compared with.
    pub version: i64,
    /// What shall stand on the draft.
    pub content: Content,
    /// The file, kept as it came.
    pub file: KeptFile,
}

/// A file that was taken back.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) hash: Sha256Hex,
    pub(crate) name: String,
    pub(crate) size: i64,
    pub(crate) at: Timestamp,
    /// The text that stood before.
    pub(crate) before: String,
}

/// Takes what the file says as the draft's new text. What stood before stays readable.
pub async fn take_back(act: &mut Act, command: TakeBack) -> Result<(), Halt> {
    let TakeBack { document: id, version, content, file } = command;
    let before = store::document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let bases = store::bases_of(act.db(), id).await?.iter().map(|basis| basis.id).collect();
    revise(act, Revision { document: id, version, content, bases }).await?;
    let (row, now) = (act.new_id(), act.now());
    let annexes: Vec<&str> = before.content.annexes.iter().map(|annex| annex.text.as_str()).collect();
    act.db()
        .run(
            "INSERT INTO document_returns
                 (id, document_id, version, file_hash, file_name, file_size, body_before, annex_before, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            params![
                row,
                id.uuid(),
                version,
                file.hash.as_str(),
                file.name.as_str(),
                file.size,
                before.content.text.as_str(),
                annexes.join("\n\n"),
                now,
            ],
        )
        .await?;
    let event = Event::new("document.returned", id).fact("edition", before.edition.to_string());
    act.record(event.fact("file", file.hash.to_string()));
    Ok(())
}

/// The files that were taken back, the last first.
pub(crate) async fn taken_back(db: &mut Conn, document: DocumentId) -> Result<Vec<Taken>, StoreError> {
    let rows = db
        .all(
            "SELECT file_hash, file_name, file_size, body_before, at
               FROM document_returns WHERE document_id = $1 ORDER BY at DESC, id DESC",
            params![document.uuid()],
        )
        .await?;
    let read = |row: &hoithi_store::Row| {
        Ok(Taken {
            hash: row.parsed("file_hash")?,
            name: row.text("file_name")?,
            size: row.int("file_size")?,
            at: row.instant("at")?,
            before: row.text("body_before")?,
        })
    };
    rows.iter().map(read).collect()
}

impl Returned {
    /// The draft with the parts that were changed; the others keep their own words and marks.
    pub(crate) fn content(&self, document: &Document) -> Result<Content, Halt> {
        let (sent, came, mut content) = (&self.sent, &self.came, document.content.clone());
        if sent == came {
            let only = if self.untaken.is_empty() { WordRefusal::Same } else { WordRefusal::OnlyUntaken };
            return Err(only.halt());
        }
        if sent.subject != came.subject && !came.subject.is_empty() {
            content.subject = upper_first(&or_refuse(document::subject(&came.subject))?);
        }
        if sent.addressees != came.addressees && !came.addressees.is_empty() {
            content.addressees = Lines::parse(&came.addressees.join("\n"));
        }
        if sent.recipients != came.recipients && !came.recipients.is_empty() {
            content.recipients = Lines::parse(&came.recipients.join("\n"));
        }
        if (&sent.text, &sent.bases) != (&came.text, &came.bases) {
            content.text = or_refuse(document::text(&self.text(document)))?;
        }
        content.annexes = self.annexes(content.annexes)?;
        Ok(content)
    }

    /// The text; the lines of *Căn cứ* belong to it when they are its own, or were changed in Word.
    fn text(&self, document: &Document) -> String {
        let own = !crate::text::own_preamble(&document.content.text).0.is_empty();
        let takes_them = !self.came.bases.is_empty() && (own || self.came.bases != self.sent.bases);
        let last = self.came.bases.len();
        let mark = |place: usize| if place == last { "." } else { ";" };
        let bases = (1..).zip(&self.came.bases).map(|(place, basis)| format!("{basis}{}", mark(place)));
        let bases: Vec<String> = if takes_them { bases.collect() } else { Vec::new() };
        bases.iter().chain(&self.came.text).cloned().collect::<Vec<_>>().join("\n")
    }

    /// The annexes in the order of the file; one that lost its text is gone.
    fn annexes(&self, own: Vec<Annex>) -> Result<Vec<Annex>, Halt> {
        if self.sent.annexes == self.came.annexes {
            return Ok(own);
        }
        let mut annexes = Vec::new();
        for (place, came) in self.came.annexes.iter().enumerate() {
            let sent = self.sent.annexes.get(place).cloned().unwrap_or_default();
            let mut annex = own.get(place).cloned().unwrap_or(Annex { title: String::new(), text: String::new() });
            if sent.title != came.title {
                annex.title = or_refuse(document::name_if_any(&came.title))?;
            }
            if sent.text != came.text {
                annex.text = or_refuse(document::text_if_any(&came.text.join("\n")))?;
            }
            annexes.extend(Some(annex).filter(|annex| !annex.text.is_empty()));
        }
        or_refuse(room_for_annexes(annexes.len()))?;
        Ok(annexes)
    }
}

/// What is wrong with the file's words is told at the file.
fn or_refuse<T, R: Refusal>(part: Result<T, R>) -> Result<T, Halt> {
    part.map_err(|error| {
        let field = Some("file".to_owned());
        Halt::Refused(vec![hoithi_journal::Refused { field, ..hoithi_people::refused(&error) }])
    })
}
