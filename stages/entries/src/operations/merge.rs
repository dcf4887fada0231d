//! The same solution arrived twice, from its author and from its unit, or from two units: a person says which entry
//! stays. The other is closed and points at it; until screening decides the two may be taken apart again.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::entries::{EntryState, Returned, WithdrawRefusal};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::paragraphs;

use super::{edition_of, save};
use crate::kept::{AssistingUnit, KeptEntry};
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store::{self, KeptMerge};
use crate::{mail, words};

/// Which entry is closed into which, and why.
#[derive(Clone, Debug)]
pub struct CloseInto {
    /// The one that is closed.
    pub closed: EntryId,
    /// The one that stays, with its number, its hash and its sender.
    pub stays: EntryId,
    /// Why, for both senders.
    pub reason: String,
}

/// Closes an entry into another one of the same contest. The one that stays counts for its own sender; the other's
/// units count as helpers. The room that screens has asked who may decide on either.
pub async fn close_into(act: &mut Act, command: CloseInto) -> Result<(), Halt> {
    let (mut closed, edition) = undecided(act, command.closed).await?;
    let (stays, _) = undecided(act, command.stays).await?;
    if closed.id() == stays.id() || closed.entry.edition != stays.entry.edition {
        return Err(Halt::not_found());
    }
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    let reason = paragraphs(&command.reason);
    if reason.is_empty() {
        return Err(WithdrawRefusal::ReasonMissing).or_refuse();
    }
    let helpers = helpers(act, &closed, &stays).await?;
    let (id, at, read) = (act.new_id(), act.now(), closed.entry.version);
    let returned = match &closed.entry.state {
        EntryState::ReturnedForCompletion(returned) => Some((returned.at, returned.until)),
        _ => None,
    };
    let number = stays.number().map(ToString::to_string).unwrap_or_default();
    closed.entry = closed.entry.clone().withdraw(&words::merged(&number, &reason), at).or_refuse()?;
    closed.standing = Standing::Withdrawn;
    save(act, &mut closed, read).await?;
    let merge = KeptMerge { id, closed: closed.id(), stays: stays.id(), reason, at, returned };
    store::insert_merge(act.db(), edition.id, &merge, (by, &helpers)).await?;
    act.record(
        Event::new("entry.merged", closed.id())
            .fact("into", stays.id().to_string())
            .fact("units", helpers.iter().map(|helper| helper.unit.to_string()).collect::<Vec<_>>()),
    );
    act.record(Event::new("entry.twin_taken_in", stays.id()).fact("other", closed.id().to_string()));
    mail::merged(act, (&closed, &stays), &edition, &merge.reason).await
}

/// Taking two entries apart that were merged.
#[derive(Clone, Debug)]
pub struct TakeApart {
    /// The one that was closed.
    pub closed: EntryId,
    /// Why, for both senders.
    pub reason: String,
}

/// Opens a closed entry again as it was: under its number and hash, with its authors if it lay there for completion.
pub async fn take_apart(act: &mut Act, command: TakeApart) -> Result<(), Halt> {
    let mut closed = store::dossier(act.db(), command.closed).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, closed.entry.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    let merges = store::merges_of(act.db(), command.closed).await?;
    let merge = merges.into_iter().find(|merge| merge.closed == command.closed);
    let merge = merge.ok_or(DossierRefusal::NotMerged).or_refuse()?;
    let stays = store::dossier(act.db(), merge.stays).await?.ok_or_else(Halt::not_found)?;
    // What its own authors took back leaves the other to go on alone.
    if matches!(stays.standing, Standing::Admitted | Standing::Refused) || stays.merged_into.is_some() {
        return Err(DossierRefusal::MergeDecided).or_refuse();
    }
    let because = paragraphs(&command.reason);
    if because.is_empty() {
        return Err(WithdrawRefusal::ReasonMissing).or_refuse();
    }
    reopen(act, &mut closed, &merge).await?;
    let now = act.now();
    if !store::end_merge(act.db(), merge.id, (by, &because, now)).await? {
        return Err(DossierRefusal::NotMerged).or_refuse();
    }
    act.record(Event::new("entry.taken_apart", closed.id()).fact("other", stays.id().to_string()));
    act.record(Event::new("entry.twin_left", stays.id()).fact("other", closed.id().to_string()));
    mail::taken_apart(act, (&closed, &stays), &edition, &because).await
}

async fn reopen(act: &mut Act, closed: &mut KeptEntry, merge: &KeptMerge) -> Result<(), Halt> {
    let read = closed.entry.version;
    let receipt = closed.receipt().cloned().ok_or_else(Halt::not_found)?;
    let (state, standing) = match merge.returned {
        Some((at, until)) => (EntryState::ReturnedForCompletion(Returned { receipt, at, until }), Standing::Returned),
        None => (EntryState::Submitted(receipt), Standing::Submitted),
    };
    closed.entry.state = state;
    closed.entry.version = read.saturating_add(1);
    closed.standing = standing;
    save(act, closed, read).await
}

/// An entry that screening has still to decide on, for whoever may.
async fn undecided(act: &mut Act, id: EntryId) -> Result<(KeptEntry, Edition), Halt> {
    let kept = store::dossier(act.db(), id).await?.filter(|kept| kept.receipt().is_some());
    let kept = kept.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    if matches!(kept.standing, Standing::Submitted | Standing::Returned) {
        return Ok((kept, edition));
    }
    Err(DossierRefusal::MergeDecided).or_refuse()
}

/// The closed entry's sender and helpers, as far as the one that stays is not sent by them; each once.
async fn helpers(act: &mut Act, closed: &KeptEntry, stays: &KeptEntry) -> Result<Vec<AssistingUnit>, Halt> {
    let sender = closed.entry.unit.map(|unit| AssistingUnit { unit, name: closed.unit_name.clone() });
    let mut all: Vec<AssistingUnit> = sender.into_iter().chain(closed.assisting.iter().cloned()).collect();
    all.extend(store::helpers_by_merge(act.db(), closed.id()).await?);
    let mut helpers: Vec<AssistingUnit> = Vec::new();
    for helper in all {
        let there = |known: &AssistingUnit| known.unit == helper.unit;
        let known = stays.assisting.iter().any(there) || helpers.iter().any(there);
        if !known && stays.entry.unit != Some(helper.unit) {
            helpers.push(helper);
        }
    }
    Ok(helpers)
}
