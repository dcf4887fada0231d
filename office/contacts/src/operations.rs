//! Adding a contact, changing, ending; and a unit that names its own.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, ContactId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_units::successors;
use jiff::civil::Date;

use crate::contact::{Contact, Person};
use crate::fault::ContactFault;
use crate::store;

/// Somebody to be reached in a unit.
#[derive(Clone, Debug)]
pub struct NewContact {
    /// In which unit.
    pub unit: UnitId,
    /// Who.
    pub person: Person,
    /// Whether they are asked first.
    pub main: bool,
    /// Since when.
    pub from: Date,
    /// Where this is from.
    pub source: String,
}

/// Adds somebody.
pub async fn add_contact(act: &mut Act, new: NewContact) -> Result<ContactId, Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let by = actor(act)?;
    add(act, new, by).await
}

/// With whom one reaches these units, for a workbook that leaves the house: the journal keeps that somebody took
/// it and how many persons stood in it.
pub(crate) async fn take_out(act: &mut Act, units: Vec<UnitId>) -> Result<BTreeMap<UnitId, Vec<Contact>>, Halt> {
    permit(act, Permission::ContactsView, Place::HOUSE).await?;
    let today = day_in_vietnam(act.now());
    let mut contacts = store::contacts_on(act.db(), today).await?;
    contacts.retain(|unit, _| units.contains(unit));
    let persons: usize = contacts.values().map(Vec::len).sum();
    act.record(Event::new("contacts.taken", "contacts").fact("count", persons));
    Ok(contacts)
}

/// A unit names whom it is reached by. The caller has made sure that it is the unit that speaks, or
/// whoever may record what it said.
pub async fn name_contact(act: &mut Act, new: NewContact, recorded_by: AccountId) -> Result<ContactId, Halt> {
    let standing = store::contacts_of(act.db(), new.unit).await?;
    let known = standing.into_iter().find(|each| each.holds_on(new.from) && same_name(each, &new.person));
    let Some(known) = known else { return add(act, new, recorded_by).await };
    let changed = Contact { person: new.person, main: new.main, source: new.source, ..known };
    save(act, &changed, recorded_by).await?;
    act.record(Event::new("contact.changed", changed.id).fact("unit", changed.unit.to_string()));
    Ok(changed.id)
}

async fn add(act: &mut Act, new: NewContact, by: AccountId) -> Result<ContactId, Halt> {
    hoithi_units::unit(act.db(), new.unit).await?.ok_or_else(Halt::not_found)?;
    let standing = store::contacts_of(act.db(), new.unit).await?;
    if standing.iter().any(|each| each.holds_on(new.from) && same_name(each, &new.person)) {
        return Err(ContactFault::There).or_refuse();
    }
    let NewContact { unit, person, main, from, source } = new;
    let contact =
        Contact { id: ContactId::new(act.random_id()?), unit, person, main, from, to: None, source, version: 1 };
    let now = act.now();
    store::insert(act.db(), std::slice::from_ref(&contact), (now, by)).await?;
    if contact.main {
        store::make_only_main(act.db(), &contact).await?;
    }
    act.record(Event::new("contact.added", contact.id).fact("unit", unit.to_string()));
    Ok(contact.id)
}

fn same_name(contact: &Contact, person: &Person) -> bool {
    contact.person.name.is_written_like(&person.name)
}

/// Another number, another position, another name.
#[derive(Clone, Debug)]
pub struct ChangeContact {
    /// Which line.
    pub contact: ContactId,
    /// The version that was read.
    pub seen: i64,
    /// Who.
    pub person: Person,
    /// Whether they are asked first.
    pub main: bool,
    /// Since when.
    pub from: Date,
    /// Where this is from.
    pub source: String,
}

/// Changes a line.
pub async fn change_contact(act: &mut Act, command: ChangeContact) -> Result<(), Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let ChangeContact { contact, seen, person, main, from, source } = command;
    let standing = store::contact(act.db(), contact).await?.ok_or_else(Halt::not_found)?;
    if standing.to.is_some_and(|last| last < from) {
        return Err(ContactFault::EndsBefore).or_refuse();
    }
    let changed = Contact { person, main, from, source, version: seen, ..standing };
    let by = actor(act)?;
    save(act, &changed, by).await?;
    act.record(Event::new("contact.changed", contact).fact("unit", changed.unit.to_string()));
    Ok(())
}

/// Somebody who is reached there no longer.
#[derive(Clone, Copy, Debug)]
pub struct EndContact {
    /// Which line.
    pub contact: ContactId,
    /// The version that was read.
    pub seen: i64,
    /// Their last day.
    pub last: Date,
}

/// Ends a line; it stays to be read.
pub async fn end_contact(act: &mut Act, command: EndContact) -> Result<(), Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let standing = store::contact(act.db(), command.contact).await?.ok_or_else(Halt::not_found)?;
    if command.last < standing.from {
        return Err(ContactFault::EndsBefore).or_refuse();
    }
    let ended = Contact { to: Some(command.last), main: false, version: command.seen, ..standing };
    let by = actor(act)?;
    save(act, &ended, by).await?;
    act.record(Event::new("contact.ended", ended.id).fact("unit", ended.unit.to_string()));
    Ok(())
}

/// A person of a unit that has ended, who is reached at a unit that came after it.
#[derive(Clone, Copy, Debug)]
pub struct CarryOver {
    /// Which line.
    pub contact: ContactId,
    /// The version that was read.
    pub seen: i64,
    /// In which unit from now on.
    pub to: UnitId,
}

/// Ends a line with its unit and opens the same at the successor that a person named.
pub async fn carry_over(act: &mut Act, command: CarryOver) -> Result<ContactId, Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let standing = store::contact(act.db(), command.contact).await?.ok_or_else(Halt::not_found)?;
    let (by, today) = (actor(act)?, day_in_vietnam(act.now()));
    let old = hoithi_units::unit(act.db(), standing.unit).await?.ok_or_else(Halt::not_found)?;
    let Some(last) = old.valid_to.filter(|last| *last < today) else {
        return Err(ContactFault::UnitStands).or_refuse();
    };
    if !successors(act.db(), old.id).await?.iter().any(|link| link.unit.id == command.to) {
        return Err(ContactFault::NoSuccessor).or_refuse();
    }
    let there = store::contacts_of(act.db(), command.to).await?;
    let main = standing.main && !there.iter().any(|each| each.main && each.holds_on(today));
    let last = last.max(standing.from);
    let ended = Contact { to: Some(last), main: false, version: command.seen, ..standing.clone() };
    save(act, &ended, by).await?;
    // The office's own language, as in every text that lies in its files.
    let source = format!("Chuyển từ {}", old.name);
    let new = NewContact { unit: command.to, person: standing.person, main, from: today, source };
    let id = add(act, new, by).await?;
    act.record(Event::new("contact.ended", ended.id).fact("unit", ended.unit.to_string()));
    Ok(id)
}

async fn save(act: &mut Act, contact: &Contact, by: AccountId) -> Result<(), Halt> {
    let now = act.now();
    if !store::update(act.db(), contact, (now, by)).await? {
        return Err(ContactFault::ChangedMeanwhile).or_refuse();
    }
    if contact.main {
        store::make_only_main(act.db(), contact).await?;
    }
    Ok(())
}

/// Who acts; the public and jobs never reach these verbs.
pub(crate) fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}
