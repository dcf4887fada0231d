//! A document comes to bear number and day: who may record it, what the law and the body's series say,
//! and what it rests on.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Halt, Refused};
use hoithi_people::{OrRefuse, OrRefuseAll, permit_with_paper, refused};
use hoithi_rules::correspondence::{Basis, DocumentNumber, DocumentState, OfficialDocument, SignRefusal, Signatory};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, PersonName, Place, SignedPaper};
use hoithi_store::Conn;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::bodies::{Taking, taking};
use crate::document::{ContentError, Document, DocumentCard, Print};
use crate::operations::Signature;
use crate::press::cited_short;
use crate::sheet::Sheet;
use crate::store;

/// By the right to record a signature, or on the document itself as the leader's paper.
pub(crate) async fn permit_to_sign(act: &mut Act, document: &Document, signature: &Signature) -> Result<(), Halt> {
    let paper = signed_paper(document, signature);
    let place = Place::edition(document.edition);
    let right = permit_with_paper(act, Permission::DocumentSignOff, place, paper.as_ref()).await;
    right.map(drop).map_err(|halt| beside_its_field(halt, signature.date))
}

/// The leader's signature on the document is itself the paper on which an officer records it.
fn signed_paper(document: &Document, signature: &Signature) -> Option<SignedPaper> {
    let leader = document.content.signatory.as_ref()?.name.clone();
    let scan = signature.file.as_ref()?.hash.to_string();
    Some(SignedPaper { leader, number: signature.number.clone(), date: signature.date, scan })
}

/// The leader's paper is the document itself, so what is wrong with the paper stands beside the
/// document's own fields.
pub fn beside_its_field(halt: Halt, date: Date) -> Halt {
    let Halt::Refused(all) = halt else { return halt };
    let ours = |each: Refused| match each.code {
        "people.paper_missing" => refused(&ContentError::ScanMissing),
        "people.paper_from_future" => refused(&SignRefusal::DateInFuture { date }),
        _ => each,
    };
    Halt::Refused(all.into_iter().map(ours).collect())
}

/// With number and day, as the law and the body's series allow.
pub(crate) async fn signed(
    act: &mut Act,
    document: Document,
    signature: Signature,
    bases: &[DocumentCard],
) -> Result<Document, Halt> {
    let Signature { number, date, file, print } = signature;
    let now = act.now();
    let (state, taking) = would_bear(act.db(), &document, (&number, date), bases, now).await?;
    let number_given = document.number_given || taking.is_some();
    if let Some(taking) = taking
        && !taking.take(act.db()).await?
    {
        return Err(ContentError::ChangedMeanwhile).or_refuse();
    }
    let document = Document { state, number_given, file: file.or(document.file), ..document };
    let print = print_of(&document, bases, print)?;
    Ok(Document { print, put_forward_at: None, ..document })
}

/// What the law makes of a draft that is to bear this number and day, if it may, and how its number
/// is taken from our register's series where that gives it.
pub(crate) async fn would_bear(
    db: &mut Conn,
    document: &Document,
    (number, date): (&DocumentNumber, Date),
    bases: &[DocumentCard],
    now: Timestamp,
) -> Result<(DocumentState, Option<Taking>), Halt> {
    let today = day_in_vietnam(now);
    let law = lawful(document)?.sign(number.clone(), date, &under_law(bases), today).or_refuse_all()?;
    let taking = if document.number_given { None } else { taking(db, document, (number, date)).await? };
    if let Some(bearer) = store::bearer_of(db, document, number).await? {
        let same_kind = bearer.kind == document.content.kind;
        let (number, document) = (number.to_string(), bearer.id);
        return Err(ContentError::NumberTaken { number, bearer: cited_short(&bearer), document, same_kind })
            .or_refuse();
    }
    Ok((law.state, taking))
}

/// The print, if it is of the very document that is signed; it was printed before this act.
fn print_of(document: &Document, bases: &[DocumentCard], print: Option<Print>) -> Result<Option<Sha256Hex>, Halt> {
    if !document.has_sheet() {
        return Ok(None);
    }
    let facts = Sheet::of(document, bases).facts()?;
    match print {
        Some(print) if print.facts == facts => Ok(Some(print.hash)),
        _ => Err(ContentError::ChangedMeanwhile).or_refuse(),
    }
}

fn under_law(bases: &[DocumentCard]) -> Vec<Basis> {
    let signed = bases.iter().filter_map(|basis| basis.signed.clone());
    signed.map(|(number, date)| Basis { number, date }).collect()
}

/// The document as the law sees it. The law asks for a signatory; of another body's document the
/// register may not know one, and what is checked here does not read it.
fn lawful(document: &Document) -> Result<OfficialDocument, Halt> {
    let content = &document.content;
    let signatory = match &content.signatory {
        Some(signatory) => signatory.clone(),
        None => Signatory::own("Không rõ".parse::<PersonName>().map_err(Halt::fault)?, String::new()),
    };
    Ok(OfficialDocument {
        id: document.id,
        kind: content.kind.clone(),
        issuer: content.issuer.clone(),
        subject: content.subject.clone(),
        signatory,
        state: document.state.clone(),
    })
}

/// Every basis, in the agency's register and signed.
pub(crate) async fn signed_bases(
    act: &mut Act,
    edition: EditionId,
    ids: &[DocumentId],
) -> Result<Vec<DocumentCard>, Halt> {
    let mut signed = Vec::with_capacity(ids.len());
    for id in ids {
        let basis = store::document(act.db(), *id).await?.ok_or(ContentError::BasisUnknown).or_refuse()?;
        if basis.edition != edition && agency_of(act, basis.edition).await? != agency_of(act, edition).await? {
            return Err(ContentError::BasisUnknown).or_refuse();
        }
        if basis.signed().is_none() {
            return Err(ContentError::BasisUnsigned { subject: basis.content.subject }).or_refuse();
        }
        signed.push(basis.card());
    }
    Ok(signed)
}

/// Who runs the edition, and so keeps its register.
pub(crate) async fn agency_of(act: &mut Act, edition: EditionId) -> Result<String, Halt> {
    let edition = hoithi_edition::edition(act.db(), edition).await?.ok_or_else(Halt::not_found)?;
    Ok(edition.book.rules().agency.name.clone())
}
