//! An entry of a local contest arrives in the edition above, as it was received there.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::edition::{Arrival, CategoryCode, ChannelKind};
use hoithi_rules::entries::{Author, EntryState, PartContent, Receipt, ReceiptCode};
use hoithi_rules::ids::{AuthorId, EditionId, EntryId, FileId};
use hoithi_rules::people::Permission;
use hoithi_store::params;

use super::edition_of;
use super::submit::{hash_of, next_number};
use crate::kept::{KeptEntry, Origin};
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::{mail, store};

/// A promotion.
#[derive(Clone, Debug)]
pub struct Promote {
    /// The entry of the local contest.
    pub entry: EntryId,
    /// The edition above.
    pub to: EditionId,
}

/// Takes a copy of the dossier into the edition above: the same texts and the same files by their
/// hashes, a number of its own, and where it came from. What the edition above asks beyond that,
/// its screening asks for.
pub async fn receive_promoted(act: &mut Act, command: Promote) -> Result<EntryId, Halt> {
    let local = store::dossier(act.db(), command.entry).await?.ok_or_else(Halt::not_found)?;
    let from = edition_of(act, local.entry.edition).await?;
    permit(act, Permission::ForwardingSend, from.place()).await?;
    let to = edition_of(act, command.to).await?;
    refuse_twice(act, command.to, command.entry).await?;
    let category = upper_category(&local, &from)?;
    to.book.receives(Arrival::Online { at: act.now() }).or_refuse()?;
    let number = next_number(act, &to).await?;
    let kept = copied(act, local, &command, category, number)?;
    let Some(receipt) = kept.receipt().cloned() else { return Err(Halt::not_found()) };
    store::insert(act.db(), &kept).await?;
    let now = act.now();
    store::freeze(act.db(), &kept, &receipt, now).await?;
    act.record(
        Event::new("entry.promoted", kept.id())
            .fact("edition", command.to.to_string())
            .fact("from", command.entry.to_string())
            .fact("number", receipt.number.to_string())
            .fact("dossier_hash", receipt.hash.to_string()),
    );
    mail::receipt(act, &kept, &to, &receipt, false).await?;
    Ok(kept.id())
}

async fn refuse_twice(act: &mut Act, to: EditionId, entry: EntryId) -> Result<(), Halt> {
    let before = act
        .db()
        .maybe(
            "SELECT id FROM entries WHERE edition_id = $1 AND origin_entry_id = $2",
            params![to.uuid(), entry.uuid()],
        )
        .await?;
    if before.is_some() { Err(DossierRefusal::PromotedAlready).or_refuse() } else { Ok(()) }
}

/// The category that the local rule book names for the contest above.
fn upper_category(local: &KeptEntry, from: &hoithi_edition::Edition) -> Result<CategoryCode, Halt> {
    let code = local.entry.content.category.as_ref();
    let category = code.and_then(|code| from.book.rules().category(code.as_str()));
    category.and_then(|category| category.upward.clone()).ok_or(DossierRefusal::NoUpperCategory).or_refuse()
}

fn copied(
    act: &Act,
    local: KeptEntry,
    command: &Promote,
    category: CategoryCode,
    number: hoithi_rules::entries::EntryNumber,
) -> Result<KeptEntry, Halt> {
    let Some(receipt) = local.receipt().filter(|_| is_standing(&local)).cloned() else {
        return Err(DossierRefusal::NotPromotable).or_refuse();
    };
    let origin = Origin { edition: local.entry.edition, entry: command.entry, number: receipt.number.to_string() };
    let mut kept = local;
    kept.entry.id = EntryId::new(act.new_id());
    kept.entry.edition = command.to;
    kept.entry.version = 1;
    kept.entry.content.category = Some(category);
    kept.entry.content.authors.iter_mut().for_each(|author: &mut Author| author.id = AuthorId::new(act.new_id()));
    for part in kept.entry.content.dossier.0.values_mut() {
        if let PartContent::File(file) = part {
            file.id = FileId::new(act.new_id());
        }
    }
    kept.entry.state = EntryState::Submitted(Receipt {
        at: act.now(),
        number,
        code: ReceiptCode::from_random(act.random_bytes()?),
        hash: hash_of(&kept.entry.content),
        channel: ChannelKind::Online,
        supplemented_at: None,
    });
    kept.standing = Standing::Submitted;
    kept.reasons.clear();
    kept.postmark = None;
    kept.origin = Some(origin);
    (kept.begun_at, kept.changed_at) = (act.now(), act.now());
    Ok(kept)
}

/// Received, and neither refused nor taken back.
fn is_standing(local: &KeptEntry) -> bool {
    matches!(local.standing, Standing::Submitted | Standing::Admitted)
}
