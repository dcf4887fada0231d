//! A unit has ended: what it held in a contest passes to the units that came after it, each to the one that a person
//! names. Dossiers that it was writing for authors go on there; what was received counts there, under its old number
//! and hash; its own contest is held by the successor. What an author writes stays the author's, who says where it
//! belongs.

use hoithi_edition::pass_local_contest;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_units::{Unit, successors, unit};
use jiff::civil::Date;

use super::pass_places::pass_places;
use super::{edition_of, save};
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store;

/// What a unit that has ended held in a contest, with the successor that each goes to.
#[derive(Clone, Debug)]
pub struct PassOn {
    /// In which edition.
    pub edition: EditionId,
    /// Of which unit.
    pub from: UnitId,
    /// Dossiers that are being written for their authors, and entries that were received: which to whom. Whoever
    /// takes an entry that stands on the unit's list takes its place of the quota, too.
    pub entries: Vec<(EntryId, UnitId)>,
    /// Places of the unit's quota that nothing takes: how many to whom.
    pub places: Vec<(UnitId, u32)>,
    /// The unit's own contests with its entries and their places above: which to whom.
    pub contests: Vec<(EditionId, UnitId)>,
    /// Who stands from now on where the unit helped with what others sent.
    pub helps: Option<UnitId>,
}

/// Hands over what a unit that has ended held, all of it or nothing.
pub async fn pass_on(act: &mut Act, command: PassOn) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::EntryOnBehalf, edition.place()).await?;
    let nothing = command.entries.is_empty() && command.places.is_empty() && command.contests.is_empty();
    if nothing && command.helps.is_none() {
        return Err(DossierRefusal::NothingToPass).or_refuse();
    }
    let today = edition.book.calendar().day_of(act.now());
    let heirs = heirs(act, command.from, today).await?;
    for (id, to) in &command.entries {
        let to = heir(&heirs, *to)?;
        let kept = store::dossier(act.db(), *id).await?.filter(|kept| kept.entry.edition == command.edition);
        let kept = kept.filter(|kept| kept.entry.unit == Some(command.from)).ok_or_else(Halt::not_found)?;
        if !may_pass(&kept) {
            return Err(Halt::not_found());
        }
        pass(act, kept, (command.from, to), today).await?;
    }
    for (to, _) in &command.places {
        heir(&heirs, *to)?;
    }
    pass_places(act, &edition, &command).await?;
    for (contest, to) in &command.contests {
        pass_contest(act, &command, (*contest, heir(&heirs, *to)?), today).await?;
    }
    match command.helps {
        Some(to) => pass_help(act, &command, heir(&heirs, to)?).await,
        None => Ok(()),
    }
}

/// Who came after it by the register, once it has ended.
async fn heirs(act: &mut Act, from: UnitId, today: Date) -> Result<Vec<Unit>, Halt> {
    let old = unit(act.db(), from).await?.ok_or_else(Halt::not_found)?;
    if old.valid_to.is_none_or(|last| last >= today) {
        return Err(DossierRefusal::UnitStands).or_refuse();
    }
    Ok(successors(act.db(), from).await?.into_iter().map(|link| link.unit).collect())
}

fn heir(heirs: &[Unit], to: UnitId) -> Result<&Unit, Halt> {
    heirs.iter().find(|unit| unit.id == to).ok_or(DossierRefusal::NoSuccessor).or_refuse()
}

/// A draft that its author writes is nobody else's, and what was taken back counts nowhere.
fn may_pass(kept: &KeptEntry) -> bool {
    let of_its_author = kept.owner.is_some() && kept.receipt().is_none();
    kept.standing != Standing::Withdrawn && !of_its_author
}

/// A dossier that is written for its authors says the new unit; one that was received stays as it is.
async fn pass(act: &mut Act, kept: KeptEntry, (from, to): (UnitId, &Unit), today: Date) -> Result<(), Halt> {
    let id = kept.id();
    let written = kept.owner.is_none() && kept.lies_with_its_writer() && kept.entry.may_edit(today).is_ok();
    let done = if written { rewrite(act, kept, to, today).await } else { hold(act, kept, to).await };
    done?;
    act.record(Event::new("entry.passed_on", id).fact("unit", from.to_string()).fact("to", to.id.to_string()));
    Ok(())
}

/// Where the new unit was one that helped, it sends the dossier now.
async fn rewrite(act: &mut Act, mut kept: KeptEntry, to: &Unit, today: Date) -> Result<(), Halt> {
    let (read, helpers) = (kept.entry.version, kept.assisting.len());
    kept.entry.unit = Some(to.id);
    kept.received_for = None;
    kept.unit_name.clone_from(&to.name);
    kept.assisting.retain(|helper| helper.unit != to.id);
    let content = kept.entry.content.clone();
    kept.entry = kept.entry.edit(content, read, today).or_refuse()?;
    save(act, &mut kept, read).await?;
    store::keep_received_for(act.db(), &kept).await?;
    if kept.assisting.len() < helpers {
        store::save_assisting(act.db(), &kept, false).await?;
    }
    Ok(())
}

/// The dossier and its hash keep the unit for which they were received; the entry counts with the new one.
async fn hold(act: &mut Act, mut kept: KeptEntry, to: &Unit) -> Result<(), Halt> {
    let (read, named) = (kept.entry.version, kept.dossier_unit());
    kept.received_for = named.filter(|named| *named != to.id);
    kept.entry.unit = Some(to.id);
    kept.entry.version = read.saturating_add(1);
    save(act, &mut kept, read).await?;
    Ok(store::keep_received_for(act.db(), &kept).await?)
}

/// The contest goes with the unit's own entries in it; how many of it go up is its rule book's matter as before.
async fn pass_contest(
    act: &mut Act,
    command: &PassOn,
    (contest, to): (EditionId, &Unit),
    today: Date,
) -> Result<(), Halt> {
    let held = edition_of(act, contest).await?;
    if held.parent != Some(command.edition) || held.unit != Some(command.from) {
        return Err(Halt::not_found());
    }
    pass_local_contest(act, &held, to.id).await?;
    for card in store::entries_of(act.db(), contest).await?.iter().filter(|card| card.unit == Some(command.from)) {
        let kept = store::dossier(act.db(), card.id).await?.ok_or_else(Halt::not_found)?;
        if may_pass(&kept) {
            pass(act, kept, (command.from, to), today).await?;
        }
    }
    Ok(())
}

/// The names stay as the dossiers have them; where the successor sends or helps already, it counts once.
async fn pass_help(act: &mut Act, command: &PassOn, to: &Unit) -> Result<(), Halt> {
    for entry in store::helped_received(act.db(), (command.edition, command.from)).await? {
        if store::pass_help(act.db(), entry, (command.from, to.id)).await? {
            act.record(
                Event::new("entry.help_passed_on", entry)
                    .fact("unit", command.from.to_string())
                    .fact("to", to.id.to_string()),
            );
        }
    }
    Ok(())
}
