//! The paper by which units were honoured: a number that documents bear, and the one that the register knows.

use hoithi_correspondence::{document, of_number};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError};
use hoithi_web::fold;
use jiff::civil::Date;

use crate::refusal::CommendationRefusal;
use crate::store::{self, Paper, Proposal};

/// The decision's number as documents bear it, if nothing that is known here speaks against it: a decision
/// that was drafted here is that very one, and no number is of two days.
pub(crate) async fn decision_of(
    db: &mut Conn,
    proposal: &Proposal,
    (decision, day, body): (&str, Date, &str),
) -> Result<DocumentNumber, Halt> {
    let mut no = Refusals::new();
    let number = no.keep("decision", DocumentNumber::parse(decision, day.year()));
    let number = number.ok_or_else(|| no.halt())?;
    if is_the_one_drafted_here(db, proposal, (&number, day)).await? {
        return Ok(number);
    }
    let card = of_number(db, body, &number).await?;
    let registered = card.and_then(|card| card.signed).map(|(_, on)| on);
    let others = store::decided_by(db, proposal.id, &number.to_string()).await?;
    let same_body = |(on, by): &(Date, String)| on.year() == day.year() && fold(by) == fold(body);
    let mut known = registered.into_iter().chain(others.iter().filter(|other| same_body(other)).map(|(on, _)| *on));
    match known.find(|on| *on != day) {
        Some(on) => Err(CommendationRefusal::NumberOfOtherDay { number: number.to_string(), day: on }).or_refuse(),
        None => Ok(number),
    }
}

/// What comes before a decision and bears no number yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsigned {
    /// The *tờ trình*.
    Submission,
    /// The minutes, or there are none.
    Minutes,
    /// Both.
    Both,
}

impl Unsigned {
    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Minutes => "minutes",
            Self::Both => "both",
        }
    }
}

/// Which of the papers before the decision are not signed.
pub(crate) async fn unsigned_before(db: &mut Conn, proposal: &Proposal) -> Result<Option<Unsigned>, StoreError> {
    let submission = is_signed(db, proposal.document).await?;
    let minutes = match store::papers_of(db, proposal.id).await?.get(&Paper::Minutes).copied() {
        Some(id) => is_signed(db, id).await?,
        None => false,
    };
    Ok(match (submission, minutes) {
        (true, true) => None,
        (false, true) => Some(Unsigned::Submission),
        (true, false) => Some(Unsigned::Minutes),
        (false, false) => Some(Unsigned::Both),
    })
}

async fn is_signed(db: &mut Conn, id: DocumentId) -> Result<bool, StoreError> {
    Ok(document(db, id).await?.is_some_and(|paper| paper.signed().is_some()))
}

/// The decision comes after the papers that it rests on, unless whoever writes or records it knows that it does not.
pub(crate) async fn in_order(db: &mut Conn, proposal: &Proposal, early: bool) -> Result<(), Halt> {
    match unsigned_before(db, proposal).await? {
        Some(papers) if !early => Err(CommendationRefusal::PapersUnsigned { papers }).or_refuse(),
        _ => Ok(()),
    }
}

/// False where no decision was drafted here, or it holds no more.
async fn is_the_one_drafted_here(
    db: &mut Conn,
    proposal: &Proposal,
    decided: (&DocumentNumber, Date),
) -> Result<bool, Halt> {
    let Some(id) = store::papers_of(db, proposal.id).await?.get(&Paper::Decision).copied() else { return Ok(false) };
    let Some(own) = document(db, id).await?.filter(|own| own.ended.is_none()) else { return Ok(false) };
    match own.signed() {
        None => Err(CommendationRefusal::OwnDecisionUnsigned).or_refuse(),
        Some(signed) if signed == decided => Ok(true),
        Some((number, day)) => {
            Err(CommendationRefusal::OwnDecisionDiffers { number: number.to_string(), day }).or_refuse()
        }
    }
}
