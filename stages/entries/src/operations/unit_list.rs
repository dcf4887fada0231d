//! A unit orders its people's entries within its quota and confirms them by a signed list.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::edition::EndorsementRule;
use hoithi_rules::entries::{ListRefusal, check_signed_list, free_slots};
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::PersonName;
use jiff::civil::Date;

use super::edition_of;
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::store::{self, ListSignature, ListedEntry};

/// The order that a unit gives to its entries that it has not confirmed yet.
#[derive(Clone, Debug)]
pub struct OrderList {
    /// In which edition.
    pub edition: EditionId,
    /// Whose list.
    pub unit: UnitId,
    /// The version of the list that was read.
    pub seen: u32,
    /// The entries behind those that are confirmed; what is not among them comes off the list.
    pub entries: Vec<EntryId>,
}

/// A signed list.
#[derive(Clone, Debug)]
pub struct SignList {
    /// In which edition.
    pub edition: EditionId,
    /// Whose list.
    pub unit: UnitId,
    /// The version of the list that was signed.
    pub seen: u32,
    /// Its number and symbol.
    pub document: DocumentNumber,
    /// The day it bears.
    pub signed_on: Date,
    /// Who signed.
    pub signed_by: PersonName,
    /// The scan or the signed PDF.
    pub scan: Sha256Hex,
}

/// Puts the unit's entries in order, within its quota. What is confirmed keeps its place.
pub async fn order_list(act: &mut Act, command: OrderList) -> Result<(), Halt> {
    let (edition, whose) = (command.edition, (command.edition, command.unit));
    let rule = rule_for(act, whose, command.seen).await?;
    store::clear_list(act.db(), whose).await?;
    let entries = store::listable(act.db(), whose).await?;
    let kept: BTreeMap<EntryId, (u32, u32)> =
        entries.iter().filter_map(|entry| Some((entry.id, entry.listed?))).collect();
    must_be_theirs(&entries, &kept, &command.entries)?;
    let taken: BTreeSet<u32> = kept.values().map(|(_, slot)| *slot).collect();
    let quota = store::quota_of(act.db(), whose, rule.per_unit).await?;
    let slots = slots_within(&taken, command.entries.len(), quota).or_refuse()?;
    let first = kept.values().map(|(place, _)| place + 1).max().unwrap_or(1);
    let lines: Vec<(EntryId, u32, u32)> =
        command.entries.iter().zip(first..).zip(slots).map(|((entry, place), slot)| (*entry, place, slot)).collect();
    store::put_on_list(act.db(), whose, quota, &lines).await?;
    store::next_list_version(act.db(), whose, command.seen).await?;
    let order: Vec<String> = command.entries.iter().map(ToString::to_string).collect();
    act.record(
        Event::new("entry_list.ordered", command.unit)
            .fact("edition", edition.to_string())
            .fact("order", order)
            .fact("quota", quota)
            .fact("version", command.seen + 1),
    );
    Ok(())
}

/// The lowest free places of the quota; a unit whose places passed to successors may have none.
fn slots_within(taken: &BTreeSet<u32>, wanted: usize, quota: Option<u32>) -> Result<Vec<u32>, ListRefusal> {
    match quota {
        Some(0) if wanted > 0 => Err(ListRefusal::QuotaFull { given: taken.len() + wanted, limit: 0 }),
        _ => free_slots(taken, wanted, quota.and_then(NonZeroU32::new)),
    }
}

/// Each once, of this unit, and not confirmed yet.
fn must_be_theirs(
    entries: &[ListedEntry],
    confirmed: &BTreeMap<EntryId, (u32, u32)>,
    wanted: &[EntryId],
) -> Result<(), Halt> {
    let open: BTreeSet<EntryId> =
        entries.iter().map(|entry| entry.id).filter(|entry| !confirmed.contains_key(entry)).collect();
    let named: BTreeSet<EntryId> = wanted.iter().copied().collect();
    if named.len() == wanted.len() && named.is_subset(&open) { Ok(()) } else { Err(Halt::not_found()) }
}

/// Records the unit's signed list: what waited on it is confirmed.
pub async fn sign_list(act: &mut Act, command: SignList) -> Result<(), Halt> {
    let whose = (command.edition, command.unit);
    rule_for(act, whose, command.seen).await?;
    let edition = edition_of(act, command.edition).await?;
    let today = edition.book.calendar().day_of(act.now());
    let entries = store::listable(act.db(), whose).await?;
    let waiting: Vec<EntryId> = entries.iter().filter(|entry| waits(entry)).map(|entry| entry.id).collect();
    check_signed_list(waiting.len(), command.signed_on, today).or_refuse_all()?;
    let signature = ListSignature {
        id: act.new_id(),
        document: command.document.to_string(),
        signed_on: command.signed_on,
        signed_by: command.signed_by,
        scan: command.scan,
        at: act.now(),
    };
    store::sign_list(act.db(), whose, &signature).await?;
    store::next_list_version(act.db(), whose, command.seen).await?;
    for entry in waiting {
        act.record(
            Event::new("entry.endorsed", entry)
                .fact("edition", command.edition.to_string())
                .fact("unit", command.unit.to_string())
                .fact("document", signature.document.as_str())
                .fact("date", signature.signed_on.to_string())
                .fact("file", signature.scan.to_string()),
        );
    }
    Ok(())
}

fn waits(entry: &ListedEntry) -> bool {
    entry.listed.is_some() && entry.signature.is_none()
}

/// What the book asks of units' lists, for whoever may keep this one and read its newest version.
async fn rule_for(act: &mut Act, whose: (EditionId, UnitId), seen: u32) -> Result<EndorsementRule, Halt> {
    let edition = edition_of(act, whose.0).await?;
    if !Person::acting(act).await?.may_endorse(edition.place(), whose.1) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let rule = edition.book.rules().endorsement.clone().ok_or_else(Halt::not_found)?;
    if store::list_version(act.db(), whose).await? != seen {
        return Err(DossierRefusal::ListChangedMeanwhile).or_refuse();
    }
    Ok(rule)
}

/// Goes on where the book does not ask for the unit's word, or it is there. An entry that names no unit has
/// nobody to ask; behind one that came from a unit's own contest stands the paper that sent it up.
pub(super) async fn must_be_endorsed(act: &mut Act, kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let required = edition.book.rules().endorsement.as_ref().is_some_and(|rule| rule.required);
    if !required || kept.entry.unit.is_none() || kept.origin.is_some() {
        return Ok(());
    }
    match store::confirmed_by(act.db(), kept.id()).await? {
        Some(_) => Ok(()),
        None => Err(DossierRefusal::NotEndorsed).or_refuse(),
    }
}
