//! *Thu hồi*: a letter that was sent is asked of nobody any longer; another may stand in its place.
//!
//! What was answered stays; what is open is called off with the same reason, in the same act.

use std::collections::BTreeSet;

use hoithi_correspondence::{Document, DocumentCard, document, is_ended_on};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{DocumentId, EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, paragraphs};
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::fold;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::letter::{MailWords, SentTo};
use crate::operations::actor;
use crate::refusal::CampaignRefusal;
use crate::{contacts, store};

/// The longest reason that a unit's page still shows well.
const LONGEST: usize = 500;

/// That a letter was recalled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// When.
    pub at: Timestamp,
    /// Why, as the units read it.
    pub reason: String,
    /// The letter in its place.
    pub replaced_by: Option<DocumentId>,
}

/// A recall.
#[derive(Clone, Debug)]
pub struct Recall {
    /// Of which letter.
    pub document: DocumentId,
    /// Why, in words that the units read.
    pub reason: String,
    /// The signed letter in its place, where there is one.
    pub replaced_by: Option<DocumentId>,
    /// What the units' contacts are written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// Recalls a letter that was sent; its open tasks and reports are asked no longer. Says how many people
/// were written so.
pub async fn recall_letter(act: &mut Act, command: Recall) -> Result<usize, Halt> {
    let letter = document(act.db(), command.document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(letter.edition)).await?;
    let reason = recalled_lawfully(act.db(), &letter, &command).await?;
    let (now, by) = (act.now(), actor(act)?);
    let recalled = Recalled { at: now, reason, replaced_by: command.replaced_by };
    save(act.db(), letter.id, &recalled, by.uuid()).await?;
    let ways = store::sendings_of_letter(act.db(), letter.id).await?;
    let to: Vec<_> = ways.iter().map(|sent| (sent.sending.id, sent.sending.unit)).collect();
    let mails = contacts::tell(act, letter.id, &to, command.mail.as_ref()).await?.values().sum();
    act.record(
        Event::new("letter.recalled", letter.id)
            .fact("replaced_by", recalled.replaced_by.map(|other| other.to_string())),
    );
    Ok(mails)
}

/// Whether the letter may be recalled like this: the reason as the units will read it. The page that reads it
/// back asks the same before anything is done.
pub(crate) async fn recalled_lawfully(db: &mut Conn, letter: &Document, command: &Recall) -> Result<String, Halt> {
    if store::sent_out(db, letter.id).await?.is_none() {
        return Err(CampaignRefusal::NotSent).or_refuse();
    }
    if recall_of(db, letter.id).await?.is_some() {
        return Err(CampaignRefusal::Recalled).or_refuse();
    }
    let reason = paragraphs(&command.reason);
    if reason.is_empty() || length(&reason) > LONGEST {
        return Err(CampaignRefusal::RecallReason).or_refuse();
    }
    if let Some(other) = command.replaced_by {
        let other = document(db, other).await?.filter(|other| other.edition == letter.edition);
        let stands = match &other {
            Some(other) => stands_for(letter, &other.card()) && recall_of(db, other.id).await?.is_none(),
            None => false,
        };
        if !stands {
            return Err(CampaignRefusal::Replacement).or_refuse();
        }
    }
    Ok(reason)
}

/// Whether another document can stand in a letter's place: it is of the same kind and issuer, or the register says that
/// it ended the letter; it is signed, not older, and nothing ended it.
pub(crate) fn stands_for(letter: &Document, other: &DocumentCard) -> bool {
    let content = &letter.content;
    let alike = other.kind == content.kind && fold(&other.issuer) == fold(&content.issuer);
    let ended_it = letter.ended.as_ref().is_some_and(|ended| ended.by.id == other.id);
    let since = letter.signed().map(|(_, date)| date);
    let later = other.signed.as_ref().is_some_and(|(_, day)| since <= Some(*day));
    other.id != letter.id && other.ended.is_none() && later && (alike || ended_it)
}

async fn save(db: &mut Conn, letter: DocumentId, recalled: &Recalled, by: uuid::Uuid) -> Result<(), StoreError> {
    let Recalled { at, reason, replaced_by } = recalled;
    db.run(
        "INSERT INTO letter_recalls (document_id, at, recalled_by, reason, replaced_by) VALUES ($1, $2, $3, $4, $5)",
        params![letter.uuid(), *at, by, reason.as_str(), replaced_by.map(DocumentId::uuid)],
    )
    .await?;
    db.run(
        "UPDATE tasks SET called_off_at = $1, called_off_why = $2
          WHERE document_id = $3 AND state IN ('assigned', 'accepted') AND called_off_at IS NULL",
        params![*at, reason.as_str(), letter.uuid()],
    )
    .await?;
    let origins: Vec<_> = store::ways_of(db, letter).await?.into_iter().map(|(sending, _)| sending.uuid()).collect();
    hoithi_reporting::withdraw_open(db, &origins, (*at, reason.as_str())).await
}

/// The letter in the place of a recalled one, where this unit has it.
pub(crate) async fn replacement_at(
    db: &mut Conn,
    recalled: Option<&Recalled>,
    unit: UnitId,
) -> Result<Option<SentTo>, StoreError> {
    let Some(other) = recalled.and_then(|recalled| recalled.replaced_by) else { return Ok(None) };
    let own = store::sendings_to(db, unit).await?;
    Ok(own.into_iter().find(|sent| sent.sending.document == other))
}

/// Whether a letter was recalled, and what stands in its place.
pub async fn recall_of(db: &mut Conn, letter: DocumentId) -> Result<Option<Recalled>, StoreError> {
    let row = db
        .maybe("SELECT at, reason, replaced_by FROM letter_recalls WHERE document_id = $1", params![letter.uuid()])
        .await?;
    let read = |row: &hoithi_store::Row| {
        Ok(Recalled {
            at: row.instant("at")?,
            reason: row.text("reason")?,
            replaced_by: row.parsed_opt("replaced_by")?,
        })
    };
    row.as_ref().map(read).transpose()
}

/// Whether a letter is asked of its units on that day: it was neither recalled, nor had a later document
/// ended it in the register by then.
pub async fn is_asked(db: &mut Conn, letter: DocumentId, day: Date) -> Result<bool, StoreError> {
    Ok(recall_of(db, letter).await?.is_none() && !is_ended_on(db, letter, day).await?)
}

/// Every letter of an edition that was recalled.
pub async fn recalled_of(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<DocumentId>, StoreError> {
    let sql = "SELECT DISTINCT r.document_id
                 FROM letter_recalls r JOIN sendings s ON s.document_id = r.document_id
                WHERE s.edition_id = $1";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| row.parsed("document_id")).collect()
}
