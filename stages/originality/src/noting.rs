//! Noting what it is that two dossiers are alike.

use hoithi_journal::{Act, Denied, Event, Halt, Refused};
use hoithi_people::{grants_of, permit};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::originality::LikenessNote;
use hoithi_rules::people::Permission;

use crate::known::KnownTies;
use crate::likes::{Eyes, seen_by};
use crate::store::{self, KeptNote};

/// What a person says of two dossiers.
#[derive(Clone, Debug)]
pub struct Note {
    /// The one that is screened.
    pub entry: EntryId,
    /// The one that it is alike to.
    pub other: EntryId,
    /// What it is.
    pub note: LikenessNote,
}

/// Keeps it beside the dossier. It decides nothing and tells nobody: the authors are asked by whoever returns the
/// dossier, in words of their own.
pub async fn note(act: &mut Act, ties: &dyn KnownTies, command: Note) -> Result<(), Halt> {
    let card = hoithi_entries::entry(act.db(), command.entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    ties.refuse(act, command.entry).await.map_err(at_the_choice)?;
    let (grants, now) = (grants_of(act).await?, act.now());
    let likes = seen_by(act.db(), &Eyes::with(&grants, now), edition.id, &[command.entry]).await?;
    let like = likes.get(&command.entry).and_then(|likes| likes.iter().find(|like| like.other == command.other));
    let percent = like.ok_or_else(Halt::not_found)?.percent;
    let Note { entry, other, note } = command;
    let kept = KeptNote { id: act.new_id(), entry, other, note, percent, at: now, by };
    store::insert_note(act.db(), &kept).await?;
    act.record(
        Event::new("originality.noted", entry)
            .fact("other", other.to_string())
            .fact("likeness", kept.note.what.code())
            .fact("alike", percent),
    );
    Ok(())
}

/// The form here has no decision that the refusal could stand at.
fn at_the_choice(halt: Halt) -> Halt {
    let at = |each: Refused| Refused { field: Some("what".to_owned()), ..each };
    match halt {
        Halt::Refused(refused) => Halt::Refused(refused.into_iter().map(at).collect()),
        other => other,
    }
}
