//! Slips for people without e-mail: an author's account with its first slip, or another for whoever came by one.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{HashedPassword, NewBySlip, NewSlip, OrRefuse};
use hoithi_rules::ids::{AccountId, AuthorId, EditionId, EntryId, UnitId};
use hoithi_rules::people::{Permission, Place};

use super::begin::unit_name;
use super::confirm::author_of;
use super::{edition_of, load_for};
use crate::claim_refusal::ClaimRefusal;
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::store;

/// Opens an author's account that is signed in to by a slip, and gives the first.
pub(crate) async fn open_with_slip(act: &mut Act, edition: EditionId, new: NewBySlip) -> Result<NewSlip, Halt> {
    let edition = edition_of(act, edition).await?;
    permit_slip(act, edition.place(), new.unit).await?;
    unit_name(act, new.unit).await?;
    hoithi_people::open_by_slip(act, new).await
}

/// Prints another slip for whoever came by one.
pub(crate) async fn print_another(
    act: &mut Act,
    edition: EditionId,
    account: AccountId,
    password: HashedPassword,
) -> Result<NewSlip, Halt> {
    let edition = edition_of(act, edition).await?;
    let holder = hoithi_people::account(act.db(), account).await?.ok_or_else(Halt::not_found)?;
    if !Person::acting(act).await?.may_print_slips(edition.place(), holder.unit) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    hoithi_people::renew_slip(act, account, password).await
}

/// An author of a dossier that is written on their behalf is given a way in; from then on it stands in their own list.
pub(crate) async fn slip_for_author(
    act: &mut Act,
    (entry, author): (EntryId, AuthorId),
    password: HashedPassword,
) -> Result<NewSlip, Halt> {
    let (kept, edition) = load_for(act, entry, Permission::EntryEdit).await?;
    if kept.owner.is_some() {
        return Err(ClaimRefusal::OwnedAlready).or_refuse();
    }
    let (author, reach) = author_of(&kept, author)?;
    if let Some(account) = author.account {
        return print_another(act, edition.id, account, password).await;
    }
    let unit = author.unit.or(kept.entry.unit);
    let new = NewBySlip { name: author.name.clone(), phone: reach.phone.clone(), unit, password };
    let slip = hoithi_people::open_by_slip(act, new).await?;
    store::join_author(act.db(), author.id, slip.account.id).await?;
    act.record(Event::new("author.joined", entry).fact("author", author.id.to_string()).fact("how", "slip"));
    Ok(slip)
}

async fn permit_slip(act: &mut Act, place: Place, unit: Option<UnitId>) -> Result<(), Halt> {
    let person = Person::acting(act).await?;
    if person.may_print_slips(place, unit) {
        return Ok(());
    }
    if unit.is_none() && !person.units_with(Permission::EntryOnBehalf).is_empty() {
        return Err(DossierRefusal::UnitMissing).or_refuse();
    }
    Err(Halt::Denied(Denied::Forbidden))
}
