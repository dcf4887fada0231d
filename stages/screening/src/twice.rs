//! The same solution sent twice: by its author and by its unit, or by two units. The program points at entries of the
//! same contest with titles or texts like each other; a person says which of the two goes on.

use std::collections::BTreeSet;

use hoithi_entries::{
    CloseInto, EntryCard, KeptEntry, Standing, TakeApart, close_into, dossier, entry, merged_into, take_apart,
};
use hoithi_journal::{Act, Halt};
use hoithi_originality::Like;
use hoithi_people::permit;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::fold;

use crate::alike::{ALIKE, Alike};
use crate::conflicts::refuse_whom_it_concerns;

/// Another entry that may be the same solution.
pub(crate) struct Twin {
    pub(crate) card: EntryCard,
    /// The authors that both name.
    pub(crate) shared: Vec<String>,
    /// Whether both bear one title, or like titles and an author in common.
    pub(crate) sure: bool,
}

/// Entries of the same contest that may be the same solution, as long as screening has decided on neither.
pub(crate) async fn twins(db: &mut Conn, kept: &KeptEntry, alike: &[Alike], likes: &[Like]) -> Result<Vec<Twin>, Halt> {
    if !waits(kept.standing) {
        return Ok(Vec::new());
    }
    let titled = |least: usize| -> BTreeSet<EntryId> {
        alike.iter().filter(|alike| alike.percent >= least).filter_map(|alike| alike.seen.entry).collect()
    };
    let (by_title, one_title) = (titled(ALIKE), titled(100));
    let all: BTreeSet<EntryId> = by_title.iter().copied().chain(likes.iter().map(|like| like.other)).collect();
    let own: BTreeSet<String> = kept.entry.content.authors.iter().map(|author| fold(author.name.as_str())).collect();
    let mut twins = Vec::new();
    for id in all {
        let card = entry(db, id).await?.filter(|card| card.edition == kept.entry.edition && waits(card.state));
        let Some(card) = card.filter(|card| card.id != kept.id()) else { continue };
        let names = card.authors.iter().map(|author| author.name.to_string());
        let shared: Vec<String> = names.filter(|name| own.contains(&fold(name))).collect();
        let sure = one_title.contains(&id) || (by_title.contains(&id) && !shared.is_empty());
        twins.push(Twin { card, shared, sure });
    }
    twins.sort_by_key(|twin| (!twin.sure, twin.card.number.as_ref().map(ToString::to_string)));
    Ok(twins)
}

fn waits(standing: Standing) -> bool {
    matches!(standing, Standing::Submitted | Standing::Returned)
}

/// Closes an entry into the other one, by somebody who may decide on both.
pub async fn merge_entries(act: &mut Act, command: CloseInto) -> Result<(), Halt> {
    for id in [command.closed, command.stays] {
        may_decide(act, id).await?;
    }
    close_into(act, command).await
}

/// Takes two entries apart again, by somebody who may decide on both.
pub async fn part_entries(act: &mut Act, command: TakeApart) -> Result<(), Halt> {
    may_decide(act, command.closed).await?;
    if let Some(stays) = merged_into(act.db(), command.closed).await? {
        may_decide(act, stays).await?;
    }
    take_apart(act, command).await
}

async fn may_decide(act: &mut Act, id: EntryId) -> Result<(), Halt> {
    let kept = dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    refuse_whom_it_concerns(act, id).await
}
