//! Whether the decision by which units were honoured still holds: a later document may have replaced or
//! withdrawn it in the register, or it was recalled from the units that it went to. Its sheets fall with it.

use std::collections::BTreeSet;

use hoithi_campaign::recall_of;
use hoithi_correspondence::{Document, DocumentCard, document, number_and_day, of_number};
use hoithi_rules::correspondence::{DocumentNumber, Ending};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError};
use hoithi_web::Page;
use jiff::civil::Date;
use uuid::Uuid;

use crate::store::{self, Paper, Proposal};

/// What ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Replaced,
    Withdrawn,
    Recalled,
}

/// That a decision holds no more.
pub(crate) struct Fallen {
    how: How,
    since: Date,
    /// The document that ended it, or stands in its place.
    by: Option<DocumentCard>,
    /// Why, where the register says so to everybody.
    pub(crate) reason: Option<String>,
}

impl Fallen {
    /// The decision with its number and day, and what became of it, in a sentence.
    pub(crate) fn words(&self, page: &Page, (number, day): (&str, Date)) -> String {
        let by = self.by.as_ref().and_then(|card| {
            let (own, on) = card.signed.as_ref()?;
            Some(format!("{} số {}", card.kind, number_and_day(own, *on)))
        });
        let key = match (self.how, &by) {
            (How::Replaced, _) => "commendation-fallen-replaced",
            (How::Withdrawn, _) => "commendation-fallen-withdrawn",
            (How::Recalled, Some(_)) => "commendation-fallen-recalled-for",
            (How::Recalled, None) => "commendation-fallen-recalled",
        };
        let facts = [
            ("number", number.to_owned()),
            ("day", page.day(day)),
            ("since", page.day(self.since)),
            ("by", by.unwrap_or_default()),
        ];
        page.tx(key, &facts)
    }
}

/// The paper in the register by which the units were honoured, where the register has it.
async fn decision_paper(db: &mut Conn, proposal: &Proposal) -> Result<Option<Document>, StoreError> {
    let Some((number, day, body)) = proposal.decided() else { return Ok(None) };
    let is_it = |paper: &Document| paper.signed().is_some_and(|(own, on)| own.to_string() == number && on == day);
    if let Some(own) = store::papers_of(db, proposal.id).await?.get(&Paper::Decision).copied()
        && let Some(drafted) = document(db, own).await?.filter(is_it)
    {
        return Ok(Some(drafted));
    }
    let Ok(parsed) = DocumentNumber::parse(number, day.year()) else { return Ok(None) };
    let Some(card) = of_number(db, body, &parsed).await? else { return Ok(None) };
    Ok(document(db, card.id).await?.filter(is_it))
}

/// What became of the decision, where it holds no more.
pub(crate) async fn fallen(db: &mut Conn, proposal: &Proposal) -> Result<Option<Fallen>, StoreError> {
    let Some(decision) = decision_paper(db, proposal).await? else { return Ok(None) };
    if let Some(ended) = decision.ended {
        let how = match ended.ending {
            Ending::Replaced => How::Replaced,
            Ending::Withdrawn => How::Withdrawn,
        };
        return Ok(Some(Fallen { how, since: ended.day, by: Some(ended.by), reason: Some(ended.reason) }));
    }
    let Some(recalled) = recall_of(db, decision.id).await? else { return Ok(None) };
    let by = match recalled.replaced_by {
        Some(other) => document(db, other).await?.map(|other| other.card()),
        None => None,
    };
    Ok(Some(Fallen { how: How::Recalled, since: day_in_vietnam(recalled.at), by, reason: None }))
}

/// Those of these proposals whose decision holds no more.
pub(crate) async fn fallen_of(db: &mut Conn, proposals: &[Proposal]) -> Result<BTreeSet<Uuid>, StoreError> {
    let mut ids = BTreeSet::new();
    for proposal in proposals {
        if fallen(db, proposal).await?.is_some() {
            ids.insert(proposal.id);
        }
    }
    Ok(ids)
}

/// How many units were honoured by this document: that many sheets fall with it.
pub async fn honoured_by(db: &mut Conn, id: DocumentId) -> Result<usize, StoreError> {
    let Some(paper) = document(db, id).await? else { return Ok(0) };
    let Some((number, day)) = paper.signed() else { return Ok(0) };
    let mut units = 0;
    for bare in store::proposals(db, paper.edition).await? {
        let bears = bare.decided().is_some_and(|(own, on, _)| own == number.to_string() && on == day);
        if bears && decision_paper(db, &bare).await?.is_some_and(|decision| decision.id == id) {
            units += store::proposal(db, bare.id).await?.map_or(0, |proposal| proposal.lines.len());
        }
    }
    Ok(units)
}
