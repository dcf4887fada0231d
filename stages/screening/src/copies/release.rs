//! Releasing the copy that judges get, and taking it back.

use hoithi_documents::Sha256Hex;
use hoithi_edition::{Edition, edition};
use hoithi_entries::KeptEntry;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::entries::EditRefusal;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;

use super::{
    Prepared, Released, ReleasedPart, can_be_released, covered_of, dossier_of, judged_blind, shown, store, tell,
};
use crate::conflicts::refuse_in_conflict;

/// What a person says who releases a copy.
#[derive(Clone, Debug)]
pub struct Release {
    /// Of which entry.
    pub entry: EntryId,
    /// The version of the dossier that was read.
    pub seen: u32,
    /// The copies that judges get.
    pub copies: Prepared,
    /// That it tells nobody although something was pointed at, or the program could not read all.
    pub though_told: bool,
}

/// Releases the copy of one entry to whoever will judge it.
pub async fn release(act: &mut Act, command: Release) -> Result<(), Halt> {
    let (kept, edition, by) = load(act, command.entry).await?;
    refuse_in_conflict(act, by, &kept, &edition).await?;
    if !judged_blind(&edition.book) {
        return Err(Halt::refused("screening.copies_not_blind", None, "judges of this contest read names"));
    }
    if !can_be_released(&kept) {
        return Err(Halt::refused("screening.copy_not_received", None, "the dossier is not in the office's hands"));
    }
    let parts = shown(&kept, &edition.book)?;
    let same = parts.iter().map(|each| (&each.part, &each.given));
    let same = same.eq(command.copies.0.iter().map(|each| (&each.part, &each.given)));
    let covered = covered_of(act.db(), command.entry).await?;
    let as_covered = |each: &ReleasedPart| {
        let covered = covered.get(&(each.part.to_string(), each.given.clone()));
        covered.is_none_or(|covered| each.copy.as_ref() == Some(&covered.copy))
    };
    if kept.entry.version != command.seen || !same || !command.copies.0.iter().all(as_covered) {
        let (seen, current) = (command.seen, kept.entry.version);
        return Err(EditRefusal::ChangedMeanwhile { seen, current }).or_refuse();
    }
    let told = tell(act.db(), &kept, &parts).await?;
    if !told.is_silent() && !command.though_told {
        let english = "something in it points at the authors, or could not be read by the program";
        return Err(Halt::refused("screening.copy_tells", Some("though_told"), english));
    }
    let dossier = dossier_of(&kept);
    let (id, at) = (act.new_id(), act.now());
    let though_told = !told.is_silent();
    let released = Released { id, entry: command.entry, dossier, at, by, though_told, parts: command.copies.0 };
    store::end(act.db(), command.entry, (by, at)).await?;
    store::insert(act.db(), edition.id, &released, &edition.book).await?;
    record(act, &released);
    Ok(())
}

/// The journal tells which bytes were released, of which dossier; nobody's name.
fn record(act: &mut Act, released: &Released) {
    let copies = released.parts.iter().filter_map(|part| part.copy.as_ref());
    let copies: Vec<&str> = copies.map(Sha256Hex::as_str).collect();
    act.record(
        Event::new("entry.copy_released", released.entry)
            .fact("dossier_hash", released.dossier.as_str())
            .fact("files", copies.join(" "))
            .fact("though_told", released.though_told),
    );
}

/// Takes back what was released of an entry, until somebody releases it again. A round that began
/// with it goes on with it: all of its judges read the same.
pub async fn take_back(act: &mut Act, entry: EntryId) -> Result<(), Halt> {
    let (_, _, by) = load(act, entry).await?;
    let at = act.now();
    if !store::end(act.db(), entry, (by, at)).await? {
        return Err(Halt::refused("screening.copy_not_released", None, "nothing is released of this entry"));
    }
    act.record(Event::new("entry.copy_taken_back", entry));
    Ok(())
}

/// What goes back to its authors comes again as something else.
pub(crate) async fn end_with_return(act: &mut Act, entry: EntryId, by: AccountId) -> Result<(), Halt> {
    let at = act.now();
    if store::end(act.db(), entry, (by, at)).await? {
        act.record(Event::new("entry.copy_taken_back", entry));
    }
    Ok(())
}

pub(super) async fn load(act: &mut Act, entry: EntryId) -> Result<(KeptEntry, Edition, AccountId), Halt> {
    let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?;
    Ok((kept, edition, AccountId::new(by)))
}
