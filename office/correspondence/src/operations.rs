//! What the office does with a document: register it, revise the draft, record the signature,
//! show it to everybody.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::{DocumentNumber, SignRefusal, Stage, room_for_annexes};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::House;
use jiff::civil::Date;

use crate::bearing::{permit_to_sign, signed, signed_bases};
use crate::blanks::filled_in;
use crate::document::{Content, ContentError, Document, KeptFile, Origin, Print};
use crate::given_back::answered;
use crate::press::print_signed;
use crate::signers::{Said, vouched};
use crate::{steps, store};

/// Number, day and scan, as they stand on the signed paper.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The number.
    pub number: DocumentNumber,
    /// The day.
    pub date: Date,
    /// The scan; an officer who records a leader's signature must have it.
    pub file: Option<KeptFile>,
    /// The sheet as [`crate::print_signed`] printed it with this number and day; none where the
    /// document has no text here.
    pub print: Option<Print>,
}

/// A document on its way into the register.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// In whose folder.
    pub edition: EditionId,
    /// What stands on it.
    pub content: Content,
    /// What it rests on, in the order of its preamble.
    pub bases: Vec<DocumentId>,
    /// Given when it came to us signed; a draft has none.
    pub signed: Option<Signature>,
}

impl NewDocument {
    /// With the print of what came signed, where its text is given as well.
    pub async fn printed(mut self, house: &House) -> Result<Self, Halt> {
        let Some(signature) = &mut self.signed else { return Ok(self) };
        let mut db = house.read().await?;
        let mut bases = Vec::with_capacity(self.bases.len());
        for id in &self.bases {
            bases.extend(store::document(&mut db, *id).await?.map(|basis| basis.card()));
        }
        drop(db);
        let draft = Document::draft(DocumentId::new(uuid::Uuid::nil()), self.edition, self.content.clone());
        let on_it = (signature.number.clone(), signature.date);
        signature.print = print_signed(house, draft, &bases, on_it).await?;
        Ok(self)
    }
}

/// A draft as it shall be.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Which.
    pub document: DocumentId,
    /// The version that was read.
    pub version: i64,
    /// What shall stand on it.
    pub content: Content,
    /// What it shall rest on.
    pub bases: Vec<DocumentId>,
}

/// Writes a draft, or a document that came to us signed, into the register.
pub async fn register(act: &mut Act, new: NewDocument) -> Result<DocumentId, Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(new.edition)).await?;
    room_for_annexes(new.content.annexes.len()).or_refuse()?;
    let bases = signed_bases(act, new.edition, &new.bases).await?;
    let id = DocumentId::new(act.new_id());
    let origin = if new.signed.is_some() { Origin::Received } else { Origin::Drafted };
    let mut document = Document { origin, ..Document::draft(id, new.edition, new.content) };
    if let Some(signature) = new.signed {
        document = signed(act, document, signature, &bases).await?;
    }
    let now = act.now();
    store::insert(act.db(), &document, now).await?;
    store::replace_bases(act.db(), id, &new.bases).await?;
    let stage = if document.origin == Origin::Drafted { Stage::Draft } else { document.stage() };
    steps::note(act, id, stage).await?;
    act.record(described(Event::new("document.registered", id), &document));
    Ok(id)
}

/// Writes into the register what another room composed and the leader signed: both lines of the
/// register in one act. Nobody drafted its words, so whoever signs it is no drafter.
pub async fn register_composed(act: &mut Act, new: NewDocument, signature: Signature) -> Result<DocumentId, Halt> {
    let id = register(act, new).await?;
    steps::forget(act.db(), id, &[Stage::Draft]).await?;
    sign_off(act, id, 1, signature).await?;
    Ok(id)
}

/// Changes a draft. What is signed stands.
pub async fn revise(act: &mut Act, revision: Revision) -> Result<(), Halt> {
    let document = store::document(act.db(), revision.document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    if let Some((number, _)) = document.signed() {
        return Err(SignRefusal::AlreadySigned { number: number.clone() }).or_refuse();
    }
    if document.signed_at.is_some() {
        return Err(ContentError::LeaderSigned).or_refuse();
    }
    room_for_annexes(revision.content.annexes.len()).or_refuse()?;
    signed_bases(act, document.edition, &revision.bases).await?;
    steps::forget(act.db(), document.id, &[Stage::PutForward]).await?;
    // What the leader was shown has changed, so it is put forward anew.
    let document = Document { content: revision.content, version: revision.version, put_forward_at: None, ..document };
    save(act, &document).await?;
    store::replace_bases(act.db(), document.id, &revision.bases).await?;
    act.record(described(Event::new("document.revised", document.id), &document));
    Ok(())
}

/// Puts a draft before the leader (*trình ký*): it stands on the leader's desk until it is signed, or
/// changed. What it lacks by its own words is said first.
pub async fn put_forward(act: &mut Act, document: DocumentId, version: i64, said: Said) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    if let Some((number, _)) = document.signed() {
        return Err(SignRefusal::AlreadySigned { number: number.clone() }).or_refuse();
    }
    if document.signed_at.is_some() {
        return Err(ContentError::LeaderSigned).or_refuse();
    }
    filled_in(&document, said)?;
    let document = Document { version, put_forward_at: Some(act.now()), ..document };
    save(act, &document).await?;
    steps::note(act, document.id, Stage::PutForward).await?;
    answered(act, document.id).await?;
    act.record(described(Event::new("document.put_forward", document.id), &document));
    Ok(())
}

/// Records that the draft was signed: number and day are read off the signed paper.
///
/// It is the leader's act. An officer records it from the signed document itself, whose scan is
/// the proof; the journal then shows both. What the leader has signed in the program is numbered by
/// whoever keeps the register.
pub async fn sign_off(act: &mut Act, document: DocumentId, version: i64, signature: Signature) -> Result<(), Halt> {
    let event = signed_off(act, document, version, signature).await?;
    act.record(event);
    Ok(())
}

/// The same by whoever read the paper back, under whose name it goes out.
pub(crate) async fn sign_off_read(
    act: &mut Act,
    document: DocumentId,
    version: i64,
    (signature, said): (Signature, Said),
) -> Result<(), Halt> {
    let before = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    let event = signed_off(act, document, version, signature).await?;
    filled_in(&before, said)?;
    let event = if before.signed_at.is_some() { event } else { vouched(act, event, &before, said).await? };
    act.record(event);
    Ok(())
}

async fn signed_off(act: &mut Act, document: DocumentId, version: i64, signature: Signature) -> Result<Event, Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    if document.signed_at.is_some() {
        permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    } else {
        permit_to_sign(act, &document, &signature).await?;
        if act.actor().acting_for.is_none() {
            steps::not_one_s_own(act, document.id).await?;
        }
        steps::note(act, document.id, Stage::Signed).await?;
    }
    let bases: Vec<DocumentId> = store::bases_of(act.db(), document.id).await?.iter().map(|basis| basis.id).collect();
    let bases = signed_bases(act, document.edition, &bases).await?;
    let document = Document { version, ..signed(act, document, signature, &bases).await? };
    save(act, &document).await?;
    steps::note(act, document.id, Stage::Numbered).await?;
    if document.file.is_some() {
        steps::note(act, document.id, Stage::Scanned).await?;
    }
    Ok(described(Event::new("document.signed", document.id), &document))
}

/// Shows a document by hand, or no longer. What the announcement makes public is no choice of the
/// register's.
pub async fn choose_public(act: &mut Act, document: DocumentId, public: bool) -> Result<(), Halt> {
    if store::awaits_announcement(act.db(), document).await? {
        let english = "this document becomes public by the announcement";
        return Err(Halt::refused("correspondence.follows_announcement", None, english));
    }
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    if public && document.signed().is_none() {
        return Err(ContentError::PublicDraft).or_refuse();
    }
    show(act, document, public).await
}

/// Shows a document to everybody once it is signed, or no longer.
pub async fn set_public(act: &mut Act, document: DocumentId, public: bool) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    show(act, document, public).await
}

/// Takes a document from what everybody reads, where it is there. Called by the act that makes what
/// it says a secret again, whoever carries that act out.
pub async fn withhold(act: &mut Act, document: DocumentId) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    if document.content.public { show(act, document, false).await } else { Ok(()) }
}

async fn show(act: &mut Act, mut document: Document, public: bool) -> Result<(), Halt> {
    document.content.public = public;
    save(act, &document).await?;
    let event = if public {
        Event::new("document.published", document.id)
    } else {
        Event::new("document.unpublished", document.id)
    };
    act.record(described(event, &document));
    Ok(())
}

pub(crate) async fn save(act: &mut Act, document: &Document) -> Result<(), Halt> {
    if store::update(act.db(), document).await? { Ok(()) } else { Err(ContentError::ChangedMeanwhile).or_refuse() }
}

/// Numbers and codes only; the signer's name and the text stay in the register.
pub(crate) fn described(event: Event, document: &Document) -> Event {
    let event = event.fact("edition", document.edition.to_string()).fact("kind", document.content.kind.code());
    match (document.signed(), &document.file) {
        (Some((number, date)), file) => event
            .fact("number", number.to_string())
            .fact("date", date.to_string())
            .fact("file", file.as_ref().map(|file| file.hash.to_string()))
            .fact("print", document.print.as_ref().map(ToString::to_string)),
        (None, _) => event,
    }
}
