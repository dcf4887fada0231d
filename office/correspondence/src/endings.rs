//! A later document replaces or withdraws an earlier one: a link that is read from both ends, with
//! its day and its reason. Nothing is deleted; a link made by mistake is lifted with a reason.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::{Bears, Ending, EndingRefusal, may_end};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::Page;
use jiff::civil::Date;
use uuid::Uuid;

use crate::bearing::agency_of;
use crate::document::{ContentError, Document, DocumentCard, Ended};
use crate::press::number_and_day;
use crate::store::{self, card_select};

/// An earlier document is to end by a later one.
#[derive(Clone, Debug)]
pub struct EndDocument {
    /// The later one.
    pub by: DocumentId,
    /// The one that ends.
    pub document: DocumentId,
    /// How.
    pub ending: Ending,
    /// From which day.
    pub day: Date,
    /// Why.
    pub reason: String,
}

/// A link of a later document to one that it ends.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) id: Uuid,
    pub(crate) document: DocumentCard,
    pub(crate) ending: Ending,
    pub(crate) day: Date,
    pub(crate) reason: String,
}

/// Records that a later document replaces or withdraws an earlier one.
pub async fn end_document(act: &mut Act, command: EndDocument) -> Result<(), Halt> {
    let by = store::document(act.db(), command.by).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(by.edition)).await?;
    let earlier = store::document(act.db(), command.document).await?.ok_or(EndingRefusal::Unsigned).or_refuse()?;
    if earlier.id == by.id {
        return Err(EndingRefusal::Itself).or_refuse();
    }
    if earlier.edition != by.edition && agency_of(act, earlier.edition).await? != agency_of(act, by.edition).await? {
        return Err(EndingRefusal::Unsigned).or_refuse();
    }
    may_end(bears(&earlier).as_ref(), bears(&by).as_ref(), command.day).or_refuse()?;
    if let (Some(_), Some((number, _))) = (&earlier.ended, bears(&earlier)) {
        return Err(EndingRefusal::Ended { number }).or_refuse();
    }
    let reason = one_line(&command.reason);
    if reason.is_empty() {
        return Err(ContentError::Reason).or_refuse();
    }
    let (id, now) = (act.new_id(), act.now());
    let ending = command.ending;
    act.db()
        .run(
            "INSERT INTO document_endings (id, document_id, by_id, ending, day, reason, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            params![id, earlier.id.uuid(), by.id.uuid(), ending.code(), command.day, reason, now],
        )
        .await?;
    act.record(
        Event::new("document.ended", earlier.id)
            .fact("edition", earlier.edition.to_string())
            .fact("ending", ending.code())
            .fact("document", by.id.to_string())
            .fact("date", command.day.to_string()),
    );
    Ok(())
}

/// Lifts a link that was made by mistake; it stays readable in the store and in the journal.
pub async fn lift_ending(act: &mut Act, by: DocumentId, link: Uuid, reason: String) -> Result<(), Halt> {
    let document = store::document(act.db(), by).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    let reason = one_line(&reason);
    if reason.is_empty() {
        return Err(ContentError::Reason).or_refuse();
    }
    let now = act.now();
    let lifted = act
        .db()
        .run(
            "UPDATE document_endings SET lifted_at = $1, lifted_why = $2
              WHERE id = $3 AND by_id = $4 AND lifted_at IS NULL",
            params![now, reason, link, by.uuid()],
        )
        .await?;
    if lifted == 0 {
        return Err(Halt::not_found());
    }
    act.record(Event::new("document.ending_lifted", by).fact("edition", document.edition.to_string()));
    Ok(())
}

fn bears(document: &Document) -> Option<Bears> {
    document.signed().map(|(number, date)| (number.clone(), date))
}

/// What ended a document, if anything did.
pub(crate) async fn of(db: &mut Conn, document: DocumentId) -> Result<Option<Ended>, StoreError> {
    let row = db
        .maybe(
            "SELECT by_id, ending, day AS ending_day, reason FROM document_endings
              WHERE document_id = $1 AND lifted_at IS NULL",
            params![document.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let by: DocumentId = row.parsed("by_id")?;
    let card = db.one(card_select!("documents", "FROM documents WHERE documents.id = $1"), params![by.uuid()]).await?;
    Ok(Some(Ended {
        ending: ending(&row)?,
        by: store::read_card(&card)?,
        day: row.parsed("ending_day")?,
        reason: row.text("reason")?,
    }))
}

/// Whether a later document has replaced or withdrawn it by that day.
pub async fn is_ended_on(db: &mut Conn, document: DocumentId, day: Date) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM document_endings WHERE document_id = $1 AND day <= $2 AND lifted_at IS NULL";
    Ok(db.maybe(sql, params![document.uuid(), day]).await?.is_some())
}

/// What a later document ends, the earliest link first.
pub(crate) async fn by(db: &mut Conn, later: DocumentId) -> Result<Vec<Link>, StoreError> {
    let rows = db
        .all(
            "SELECT id, document_id, ending, day AS ending_day, reason FROM document_endings
              WHERE by_id = $1 AND lifted_at IS NULL ORDER BY at, id",
            params![later.uuid()],
        )
        .await?;
    let mut links = Vec::with_capacity(rows.len());
    for row in rows {
        let id: DocumentId = row.parsed("document_id")?;
        let sql = card_select!("documents", "FROM documents WHERE documents.id = $1");
        let card = db.one(sql, params![id.uuid()]).await?;
        links.push(Link {
            id: row.parsed("id")?,
            document: store::read_card(&card)?,
            ending: ending(&row)?,
            day: row.parsed("ending_day")?,
            reason: row.text("reason")?,
        });
    }
    Ok(links)
}

fn ending(row: &Row) -> Result<Ending, StoreError> {
    let code = row.text("ending")?;
    Ending::from_code(&code).ok_or_else(|| store::nonsense("ending", code, "ending of a document"))
}

/// That a document was replaced or withdrawn, in a word for a list; none of one that stands.
pub fn ended_word(page: &Page, card: &DocumentCard) -> Option<String> {
    card.ended.map(|ending| page.tcode("correspondence-ended-", ending.code()))
}

/// The same in a sentence that names the later document.
pub fn ended_words(page: &Page, ended: &Ended) -> String {
    let by = ended.by.signed.as_ref().map(|(number, date)| number_and_day(number, *date)).unwrap_or_default();
    let facts = [("kind", ended.by.kind.name().to_owned()), ("number", by), ("day", page.day(ended.day))];
    match ended.ending {
        Ending::Replaced => page.tx("correspondence-ended-by-replaced", &facts),
        Ending::Withdrawn => page.tx("correspondence-ended-by-withdrawn", &facts),
    }
}
