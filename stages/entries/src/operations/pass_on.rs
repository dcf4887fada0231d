//! A unit has ended: dossiers that it was writing for authors pass to the units that came after it, each to
//! the one that a person names. What an author writes stays the author's, who says where it belongs.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_units::{Unit, successors, unit};
use jiff::civil::Date;

use super::{edition_of, save};
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::store;

/// The open drafts of a unit that has ended, with the successor that each goes to.
#[derive(Clone, Debug)]
pub struct PassDrafts {
    /// In which edition.
    pub edition: EditionId,
    /// Of which unit.
    pub from: UnitId,
    /// Which to whom.
    pub drafts: Vec<(EntryId, UnitId)>,
}

/// Hands dossiers that are still being written over to successors, whose contacts go on with them.
pub async fn pass_drafts(act: &mut Act, command: PassDrafts) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::EntryOnBehalf, edition.place()).await?;
    if command.drafts.is_empty() {
        return Err(DossierRefusal::NothingToPass).or_refuse();
    }
    let today = edition.book.calendar().day_of(act.now());
    let heirs = heirs(act, command.from, today).await?;
    for (id, to) in command.drafts {
        let heir = heirs.iter().find(|unit| unit.id == to).ok_or(DossierRefusal::NoSuccessor).or_refuse()?;
        let kept = store::dossier(act.db(), id).await?.filter(|kept| kept.entry.edition == command.edition);
        let kept = kept.filter(|kept| kept.owner.is_none() && kept.entry.unit == Some(command.from));
        pass(act, kept.ok_or_else(Halt::not_found)?, heir, today).await?;
        act.record(Event::new("entry.passed_on", id).fact("unit", command.from.to_string()).fact("to", to.to_string()));
    }
    Ok(())
}

/// Who came after it by the register, once it has ended.
async fn heirs(act: &mut Act, from: UnitId, today: Date) -> Result<Vec<Unit>, Halt> {
    let old = unit(act.db(), from).await?.ok_or_else(Halt::not_found)?;
    if old.valid_to.is_none_or(|last| last >= today) {
        return Err(DossierRefusal::UnitStands).or_refuse();
    }
    Ok(successors(act.db(), from).await?.into_iter().map(|link| link.unit).collect())
}

/// Where the new unit was one that helped, it sends the dossier now.
async fn pass(act: &mut Act, mut kept: KeptEntry, to: &Unit, today: Date) -> Result<(), Halt> {
    let (read, helpers) = (kept.entry.version, kept.assisting.len());
    kept.entry.unit = Some(to.id);
    kept.unit_name.clone_from(&to.name);
    kept.assisting.retain(|helper| helper.unit != to.id);
    let content = kept.entry.content.clone();
    kept.entry = kept.entry.edit(content, read, today).or_refuse()?;
    save(act, &mut kept, read).await?;
    if kept.assisting.len() < helpers {
        store::save_assisting(act.db(), &kept, false).await?;
    }
    Ok(())
}
