//! Writing a draft: one change or several, over what the writer saw.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::{PartCode, PartKind, Rules};
use hoithi_rules::entries::{Content, SubmitRefusal, assisting};
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_rules::people::Place;

use super::begin::unit_name;
use super::by_itself::lies_still;
use super::confirm::end_links_of_others;
use super::print_form::{last_print, tie};
use super::{load_for, save};
use crate::change::Change;
use crate::given::GivenFile;
use crate::kept::{AssistingUnit, KeptEntry};
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::store;

/// Changes to a dossier.
#[derive(Clone, Debug)]
pub struct Write {
    /// Which entry.
    pub entry: EntryId,
    /// The version that the writer saw.
    pub seen: u32,
    /// What is changed, in this order.
    pub changes: Vec<Change>,
}

/// Makes the changes and gives the new version. Parts may stay incomplete: only submitting asks
/// for everything.
pub async fn write(act: &mut Act, command: Write) -> Result<u32, Halt> {
    let (mut kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    lies_still(act, &kept, &edition).await?;
    let (rules, today) = (edition.book.rules(), edition.book.calendar().day_of(act.now()));
    let before = kept.clone();
    let mut content = kept.entry.content.clone();
    let mut what: Vec<String> = command.changes.iter().map(Change::what).collect();
    what.dedup();
    let pictures: Vec<_> = command.changes.iter().filter_map(Change::pictures).collect();
    for change in command.changes {
        check(&change, rules)?;
        check_units(act, &change).await?;
        match change {
            Change::Unit(unit) => {
                kept.unit_name = unit_name(act, unit).await?;
                kept.entry.unit = unit;
                kept.received_for = None;
            }
            Change::Assisting(units) => kept.assisting = named(act, units).await?,
            Change::Shows(part, print) => tie(act, command.entry, &part, print, &mut content).await?,
            Change::File(part, file) => put_file(act, rules, (part, file), (&mut kept, &mut content)).await?,
            change => change.apply(&mut content, &mut kept.reach, rules, act),
        }
    }
    assisting(kept.entry.unit, kept.assisting.iter().map(|helper| helper.unit)).or_refuse()?;
    still_theirs(act, &kept, edition.place()).await?;
    let read = kept.entry.version;
    kept.entry = kept.entry.edit(content, command.seen, today).or_refuse()?;
    save(act, &mut kept, read).await?;
    if kept.received_for != before.received_for {
        store::keep_received_for(act.db(), &kept).await?;
    }
    save_what_changed(act, &kept, &before).await?;
    store::keep_files(act, &kept, &pictures).await?;
    act.record(
        Event::new("entry.changed", command.entry).fact("what", what.join(", ")).fact("version", kept.entry.version),
    );
    Ok(kept.entry.version)
}

/// Puts a file in its place; the form that is printed here shows its last print, unless somebody says otherwise.
pub(super) async fn put_file(
    act: &mut Act,
    rules: &Rules,
    (part, file): (PartCode, GivenFile),
    (kept, content): (&mut KeptEntry, &mut Content),
) -> Result<(), Halt> {
    let entry = kept.id();
    let shows = if is_stamped(rules, &part) { last_print(act, entry).await? } else { None };
    Change::File(part.clone(), file).apply(content, &mut kept.reach, rules, act);
    tie(act, entry, &part, shows, content).await
}

/// A unit's contact who writes for others cannot hand the dossier to another unit.
async fn still_theirs(act: &mut Act, kept: &KeptEntry, place: Place) -> Result<(), Halt> {
    let person = Person::acting(act).await?;
    if person.may_write(kept, place) { Ok(()) } else { Err(Halt::Denied(Denied::Forbidden)) }
}

/// Units that helped, each by its name of today.
async fn named(act: &mut Act, units: BTreeSet<UnitId>) -> Result<Vec<AssistingUnit>, Halt> {
    let mut named = Vec::new();
    for unit in units {
        let found = hoithi_units::unit(act.db(), unit).await?;
        let found = found.ok_or(DossierRefusal::AssistingUnknown).or_refuse()?;
        named.push(AssistingUnit { unit, name: found.name });
    }
    Ok(named)
}

/// An author's unit is one of the register.
async fn check_units(act: &mut Act, change: &Change) -> Result<(), Halt> {
    match change {
        Change::Author(words) => unit_name(act, words.unit).await.map(drop),
        _ => Ok(()),
    }
}

/// A part must be one of the book's and of its kind; a title or a category is checked on submission.
pub(super) fn check(change: &Change, rules: &Rules) -> Result<(), Halt> {
    match change {
        Change::Text(part, _) => match kind_of(rules, part)? {
            PartKind::Text { .. } => Ok(()),
            PartKind::Pdf { .. } | PartKind::Video { .. } | PartKind::Fields => other_kind(rules, part),
        },
        Change::Values(part, _) => match kind_of(rules, part)? {
            PartKind::Fields => Ok(()),
            PartKind::Text { .. } | PartKind::Pdf { .. } | PartKind::Video { .. } => other_kind(rules, part),
        },
        // Only the form that is printed here shows a print.
        Change::Shows(part, _) if !is_stamped(rules, part) => {
            Err(DossierRefusal::NoSuchPart { part: part.clone() }).or_refuse()
        }
        Change::File(part, file) => match kind_of(rules, part)?.max_megabytes() {
            Some(max) if file.bytes > u64::from(max.get()) * 1_000_000 => {
                let (name, bytes, max) = (file.name.clone(), file.bytes, max.get());
                Err(DossierRefusal::TooLarge { name, bytes, max }).or_refuse()
            }
            Some(_) => Ok(()),
            None => other_kind(rules, part),
        },
        _ => Ok(()),
    }
}

fn is_stamped(rules: &Rules, part: &PartCode) -> bool {
    rules.stamped_part().is_some_and(|stamped| stamped.code == *part)
}

pub(super) fn kind_of(rules: &Rules, part: &PartCode) -> Result<PartKind, Halt> {
    let found = rules.dossier_part(part.as_str()).map(|part| part.kind);
    found.ok_or_else(|| DossierRefusal::NoSuchPart { part: part.clone() }).or_refuse()
}

fn other_kind(rules: &Rules, part: &PartCode) -> Result<(), Halt> {
    let name = rules.dossier_part(part.as_str()).map_or_else(String::new, |part| part.name.clone());
    Err(SubmitRefusal::PartOfOtherKind { part: part.clone(), name }).or_refuse()
}

pub(super) async fn save_what_changed(act: &mut Act, kept: &KeptEntry, before: &KeptEntry) -> Result<(), Halt> {
    let (now, old) = (&kept.entry.content, &before.entry.content);
    if now.authors != old.authors || kept.reach != before.reach {
        store::save_authors(act.db(), kept, false).await?;
        end_links_of_others(act, kept, before).await?;
    }
    if kept.assisting != before.assisting {
        store::save_assisting(act.db(), kept, false).await?;
    }
    // A file that is here is none that is still to come.
    for promise in kept.promises.iter().filter(|promise| now.dossier.0.contains_key(&promise.part)) {
        let at = act.now();
        store::promise_kept(act.db(), (kept.id(), &promise.part), at).await?;
    }
    if now.dossier != old.dossier || now.declarations != old.declarations {
        store::save_parts(act.db(), kept, false).await?;
    }
    Ok(())
}
