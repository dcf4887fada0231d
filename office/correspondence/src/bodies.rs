//! The bodies that issue our documents, with dated data: letterhead, place, symbols, who signs, and
//! where their numbers come from. A draft takes what holds on its day; what was drafted or signed
//! before stays as it was.
//!
//! Where no body is set, the edition's rule book names the agency, and numbers are typed off the
//! signed paper.

mod series;
mod signatories;
mod store;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::{DocumentKind, Numbering, Signatory};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;
use uuid::Uuid;

use crate::bearing::agency_of;
use crate::document::{ContentError, issuer_key};

pub use series::number_to_come;
pub(crate) use series::{Taking, gives_number, next_number, taking};
pub use signatories::{head_of, in_capacity, letterhead_on, usual_signatory};
pub(crate) use store::{bodies_of, body, of_issuer};

/// A body that issues documents.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// Its id.
    pub(crate) id: Uuid,
    /// In which edition's register it was set up; every edition of the agency has it.
    pub(crate) edition: EditionId,
    /// What holds of it, by the day from which it holds.
    pub(crate) letterheads: Vec<Letterhead>,
}

/// What holds of a body from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The first day.
    pub from: Date,
    /// Its full name, as at the left of the sheet.
    pub name: String,
    /// The body above; mostly empty.
    pub parent_body: String,
    /// The place before the date.
    pub place: String,
    /// Its abbreviation in symbols: `BTC`.
    pub symbol: String,
    /// The symbol of its letters: `LHH-KHCN`.
    pub letters: String,
    /// Where its numbers come from.
    pub numbering: Numbering,
    /// The last number that was given elsewhere in the year of that day, before our register began.
    pub given_before: u32,
    /// Who signs for it, the most frequent first.
    pub signatories: Vec<Signatory>,
}

impl Body {
    /// What holds on that day.
    pub(crate) fn on(&self, day: Date) -> Option<&Letterhead> {
        self.letterheads.iter().rev().find(|each| each.from <= day)
    }

    /// What holds on that day, else what will hold first.
    pub(crate) fn now_or_soon(&self, day: Date) -> Option<&Letterhead> {
        self.on(day).or_else(|| self.letterheads.first())
    }
}

impl Letterhead {
    /// The symbol of a document of that kind.
    pub fn symbol_of(&self, kind: &DocumentKind) -> String {
        kind.symbol(&self.symbol, &self.letters)
    }
}

/// What shall hold of a body from a day on.
#[derive(Clone, Debug)]
pub struct SetLetterhead {
    /// From whose register it is set.
    pub edition: EditionId,
    /// Of which body; none of a new one.
    pub body: Option<Uuid>,
    /// What shall hold.
    pub letterhead: Letterhead,
}

/// Sets what holds of a body from a day on; a body that is not there yet is set up by it.
pub async fn set_letterhead(act: &mut Act, command: SetLetterhead) -> Result<Uuid, Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(command.edition)).await?;
    let letterhead = command.letterhead;
    let known = match command.body {
        Some(id) => Some(of_this_agency(act, id, command.edition).await?),
        None => None,
    };
    let namesake = of_issuer(act.db(), &letterhead.name).await?;
    if namesake.is_some_and(|other| Some(other.id) != command.body) {
        return Err(ContentError::BodyNameTaken).or_refuse();
    }
    if known.as_ref().is_some_and(|body| mixes_series(body, &letterhead)) {
        return Err(ContentError::SeriesMidyear).or_refuse();
    }
    let id = known.as_ref().map_or_else(|| act.new_id(), |body| body.id);
    let now = act.now();
    if known.is_none() {
        store::insert(act.db(), id, command.edition, now).await?;
    }
    let account = act.actor().account;
    store::set(act.db(), id, &letterhead, (account, now)).await?;
    act.record(
        Event::new("body.letterhead_set", command.edition)
            .fact("issuer", letterhead.name.as_str())
            .fact("from", letterhead.from.to_string())
            .fact("numbering", letterhead.numbering.code()),
    );
    Ok(id)
}

/// One series for all kinds and one for each kind do not follow each other within a year: the
/// numbers of either would be given twice.
fn mixes_series(body: &Body, new: &Letterhead) -> bool {
    let given = |numbering| numbering != Numbering::Typed;
    let begins_a_year = new.from.month() == 1 && new.from.day() == 1;
    let before = body.letterheads.iter().rev().find(|each| each.from < new.from);
    let replaced = body.letterheads.iter().find(|each| each.from == new.from);
    let mixes = |old: &Letterhead| given(old.numbering) && given(new.numbering) && old.numbering != new.numbering;
    before.is_some_and(|old| mixes(old) && !begins_a_year) || replaced.is_some_and(mixes)
}

async fn of_this_agency(act: &mut Act, id: Uuid, edition: EditionId) -> Result<Body, Halt> {
    let body = body(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let same = body.edition == edition || agency_of(act, body.edition).await? == agency_of(act, edition).await?;
    if same { Ok(body) } else { Err(Halt::not_found()) }
}

/// The body that issued a document, and what held of it on that day; none where no body was set, or
/// not yet.
pub(crate) async fn on_day(db: &mut Conn, issuer: &str, day: Date) -> Result<Option<(Body, Letterhead)>, StoreError> {
    let body = of_issuer(db, issuer).await?;
    Ok(body.and_then(|body| body.on(day).cloned().map(|letterhead| (body, letterhead))))
}

/// By which a body is found again under any name that it bore.
pub(crate) fn keys(body: &Body) -> Vec<String> {
    let mut keys: Vec<String> = body.letterheads.iter().map(|each| issuer_key(&each.name)).collect();
    keys.dedup();
    keys
}
