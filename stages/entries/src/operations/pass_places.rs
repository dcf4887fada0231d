//! A unit's quota passes with its entries: an entry that stands on the list takes its place along, free places go
//! where a person says. Nobody has more places for it than there were.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::entries::free_slots;
use hoithi_rules::ids::{EntryId, UnitId};

use super::pass_on::PassOn;
use crate::refusals::DossierRefusal;
use crate::store::{self, ListPlace};

/// What one successor takes of a unit's list.
#[derive(Default)]
struct Share {
    /// Entries on the list, in its order.
    entries: Vec<EntryId>,
    /// Places that nothing takes.
    free: u32,
}

impl Share {
    fn places(&self) -> usize {
        self.entries.len() + usize::try_from(self.free).unwrap_or(usize::MAX)
    }
}

/// Moves the list's entries with their papers, and the places of the quota.
pub(super) async fn pass_places(act: &mut Act, edition: &Edition, command: &PassOn) -> Result<(), Halt> {
    let per_unit = edition.book.rules().endorsement.as_ref().and_then(|rule| rule.per_unit);
    if per_unit.is_none() && !command.places.is_empty() {
        return Err(DossierRefusal::PlacesNotTheirs { left: 0 }).or_refuse();
    }
    let list = store::list_places(act.db(), (edition.id, command.from)).await?;
    let shares = shares(command, &list);
    if shares.is_empty() {
        return Ok(());
    }
    // What was taken back or turned away holds no place of what is handed over, even if it should stand again.
    store::drop_fallen(act.db(), (edition.id, command.from)).await?;
    pass_quota(act, (edition, per_unit), command, (&list, &shares)).await?;
    for (to, share) in &shares {
        move_entries(act, (edition, per_unit), *to, &share.entries).await?;
        if !share.entries.is_empty() {
            next_version(act, (edition, *to)).await?;
        }
    }
    next_version(act, (edition, command.from)).await
}

/// By successor: what of the list goes there.
fn shares(command: &PassOn, list: &[ListPlace]) -> BTreeMap<UnitId, Share> {
    let goes: BTreeMap<EntryId, UnitId> = command.entries.iter().copied().collect();
    let mut shares: BTreeMap<UnitId, Share> = BTreeMap::new();
    for line in list.iter().filter(|line| line.stands) {
        if let Some(to) = goes.get(&line.entry) {
            shares.entry(*to).or_default().entries.push(line.entry);
        }
    }
    for (to, free) in command.places.iter().filter(|(_, free)| *free > 0) {
        let share = shares.entry(*to).or_default();
        share.free = share.free.saturating_add(*free);
    }
    shares
}

/// What passes and what stays is together no more than the unit has.
async fn pass_quota(
    act: &mut Act,
    (edition, per_unit): (&Edition, Option<NonZeroU32>),
    command: &PassOn,
    (list, shares): (&[ListPlace], &BTreeMap<UnitId, Share>),
) -> Result<(), Halt> {
    let whose = (edition.id, command.from);
    let Some(had) = store::places_had(act.db(), whose, per_unit).await? else { return Ok(()) };
    let mut gone = store::passed_slots(act.db(), whose).await?;
    let goes: usize = shares.values().map(|share| share.entries.len()).sum();
    let stays = list.iter().filter(|line| line.stands).count().saturating_sub(goes);
    let left = usize::try_from(had).unwrap_or(usize::MAX).saturating_sub(gone.len() + stays);
    if shares.values().map(Share::places).sum::<usize>() > left {
        return Err(DossierRefusal::PlacesNotTheirs { left: left.saturating_sub(goes) }).or_refuse();
    }
    let now = act.now();
    for (to, share) in shares {
        let slots = free_slots(&gone, share.places(), NonZeroU32::new(had)).or_refuse()?;
        gone.extend(&slots);
        store::pass_slots(act.db(), (edition.id, command.from, *to), (&slots, had), now).await?;
        act.record(
            Event::new("entry_list.places_passed_on", command.from)
                .fact("edition", edition.id.to_string())
                .fact("to", to.to_string())
                .fact("places", share.places()),
        );
    }
    Ok(())
}

/// The entries stand behind those of the successor, each with the paper that confirms it.
async fn move_entries(
    act: &mut Act,
    (edition, per_unit): (&Edition, Option<NonZeroU32>),
    to: UnitId,
    entries: &[EntryId],
) -> Result<(), Halt> {
    let list = store::list_places(act.db(), (edition.id, to)).await?;
    let quota = store::quota_of(act.db(), (edition.id, to), per_unit).await?;
    let taken: BTreeSet<u32> = list.iter().map(|line| line.slot).collect();
    let slots = free_slots(&taken, entries.len(), quota.and_then(NonZeroU32::new)).or_refuse()?;
    let first = list.iter().map(|line| line.place + 1).max().unwrap_or(1);
    for ((entry, place), slot) in entries.iter().zip(first..).zip(slots) {
        store::move_place(act.db(), (*entry, to), (place, slot), quota).await?;
    }
    Ok(())
}

/// Whoever has the list open in another window is told that it changed.
async fn next_version(act: &mut Act, (edition, unit): (&Edition, UnitId)) -> Result<(), Halt> {
    let seen = store::list_version(act.db(), (edition.id, unit)).await?;
    Ok(store::next_list_version(act.db(), (edition.id, unit), seen).await?)
}
