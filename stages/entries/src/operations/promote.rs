//! An entry of a local contest arrives in the edition above, as it was received there.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt, Refused};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::edition::{Arrival, CategoryCode};
use hoithi_rules::entries::{
    Author, ConsentKind, Content, Entry, EntryState, PartContent, ReceiptCode, Requirements, Submission,
};
use hoithi_rules::ids::{AccountId, AuthorId, EditionId, EntryId, FileId};
use hoithi_rules::judging::Points;
use hoithi_rules::people::Permission;

use super::begin::unit_name;
use super::edition_of;
use super::submit::{hash_of, next_number};
use crate::kept::{KeptEntry, Origin};
use crate::proof::must_be_as_frozen;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store::Sealed;
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
    let mut local = store::dossier(act.db(), command.entry).await?.ok_or_else(Halt::not_found)?;
    let from = edition_of(act, local.entry.edition).await?;
    permit(act, Permission::ForwardingSend, from.place()).await?;
    let to = edition_of(act, command.to).await?;
    refuse_twice(act, command.to, command.entry).await?;
    if is_standing(&local) {
        must_be_as_frozen(act.db(), &local).await?;
    }
    if let Some(by) = &mut local.handed_in
        && by.unit.is_none()
    {
        // Who took it in for the unit's own contest is the unit's, seen from the contest above.
        by.unit = Some(unit_name(act, from.unit).await?);
    }
    let (sealed, secrets) = (sealed(&local), local.all_secrets(from.book.rules()));
    let category = upper_category(&local, &from)?;
    let number = next_number(act, &to).await?;
    let below: Vec<AuthorId> = local.entry.content.authors.iter().map(|author| author.id).collect();
    let kept = copied(act, local, &to, category, number)?;
    let Some(receipt) = kept.receipt().cloned() else { return Err(Halt::not_found()) };
    store::insert(act.db(), &kept).await?;
    store::keep_files(act, &kept, &[]).await?;
    let by = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let now = act.now();
    store::keep_secrets(act.db(), kept.id(), &secrets, (by, now)).await?;
    consents_from_below(act, command.entry, &kept, &below).await?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    if let Some(sealed) = &sealed {
        store::seal(act.db(), kept.id(), sealed).await?;
    }
    act.record(
        Event::new("entry.promoted", kept.id())
            .fact("edition", command.to.to_string())
            .fact("from", command.entry.to_string())
            .fact("number", receipt.number.to_string())
            .fact("dossier_hash", receipt.hash.to_string())
            .fact("origin_hash", sealed.map(|sealed| sealed.hash)),
    );
    mail::receipt(act, &kept, &to, &receipt, "entries-mail-receipt").await?;
    Ok(kept.id())
}

/// Keeps place and result that an entry had below, for those who take dossiers in above. No judge and no author
/// reads them here.
pub async fn keep_local_result(act: &mut Act, entry: EntryId, place: i64, points: Points) -> Result<(), Halt> {
    let kept = store::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
    let origin = kept.origin.ok_or_else(Halt::not_found)?;
    let from = edition_of(act, origin.edition).await?;
    permit(act, Permission::ForwardingSend, from.place()).await?;
    Ok(store::keep_local_result(act.db(), entry, place, points).await?)
}

/// The dossier as it was received below, which stays beside the entry above.
fn sealed(local: &KeptEntry) -> Option<Sealed> {
    let hash = local.receipt()?.hash.to_string();
    Some(Sealed { hash, content: local.entry.content.canonical(local.dossier_unit()) })
}

/// What the authors consented to below holds above.
async fn consents_from_below(act: &mut Act, from: EntryId, kept: &KeptEntry, below: &[AuthorId]) -> Result<(), Halt> {
    let above = kept.entry.content.authors.iter().map(|author| author.id);
    let authors: Vec<(AuthorId, AuthorId)> = below.iter().copied().zip(above).collect();
    let most = authors.len() * ConsentKind::ALL.len();
    let ids = (0..most).map(|_| act.random_id()).collect::<Result<Vec<_>, Halt>>()?;
    Ok(store::copy_consents(act.db(), (from, kept.id()), &authors, &ids).await?)
}

async fn refuse_twice(act: &mut Act, to: EditionId, entry: EntryId) -> Result<(), Halt> {
    let before = store::of_origin(act.db(), to, entry).await?;
    if before.is_some() { Err(DossierRefusal::PromotedAlready).or_refuse() } else { Ok(()) }
}

/// The category that the local rule book names for the contest above.
fn upper_category(local: &KeptEntry, from: &Edition) -> Result<CategoryCode, Halt> {
    let category = local.category().and_then(|code| from.book.rules().category(code.as_str()));
    category.and_then(|category| category.upward.clone()).ok_or(DossierRefusal::NoUpperCategory).or_refuse()
}

fn copied(
    act: &Act,
    local: KeptEntry,
    to: &Edition,
    category: CategoryCode,
    number: hoithi_rules::entries::EntryNumber,
) -> Result<KeptEntry, Halt> {
    let Some(receipt) = local.receipt().filter(|_| is_standing(&local)).cloned() else {
        return Err(DossierRefusal::NotPromotable).or_refuse();
    };
    let below = local.entry;
    let origin = Origin { edition: below.edition, entry: below.id, number: receipt.number.to_string() };
    let content = Content { category: Some(category), ..with_new_ids(act, below.content) };
    let now = act.now();
    let arrival = Arrival::Online { at: now };
    let submission = Submission {
        at: now,
        arrival,
        seen: 0,
        number,
        receipt: ReceiptCode::from_random(act.random_bytes()?),
        hash: hash_of(&content, below.unit),
    };
    let draft = Entry {
        id: EntryId::new(act.new_id()),
        edition: to.id,
        version: 0,
        content,
        state: EntryState::Draft,
        ..below
    };
    let required = Requirements::of(&to.book, arrival, now);
    let entry = draft.arrive_from_below(submission, &required).or_refuse_all().map_err(without_fields)?;
    let (reasons, origin) = (Vec::new(), Some(origin));
    let standing = Standing::Submitted;
    let prizes_decided = false;
    Ok(KeptEntry {
        entry,
        standing,
        moved_to: None,
        reasons,
        postmark: None,
        on_table: None,
        origin,
        begun_at: now,
        changed_at: now,
        longer: None,
        promises: Vec::new(),
        prizes_decided,
        shown: None,
        secrets: BTreeMap::new(),
        received_for: None,
        merged_into: None,
        ..local
    })
}

fn with_new_ids(act: &Act, mut content: Content) -> Content {
    content.authors.iter_mut().for_each(|author: &mut Author| author.id = AuthorId::new(act.new_id()));
    for part in content.dossier.0.values_mut() {
        if let PartContent::File(file) = part {
            file.id = FileId::new(act.new_id());
            // What was printed below is no form of this contest.
            file.shows = None;
        }
    }
    content
}

/// The form that sends an entry up has none of the dossier's fields.
pub(super) fn without_fields(halt: Halt) -> Halt {
    match halt {
        Halt::Refused(refused) => {
            Halt::Refused(refused.into_iter().map(|each| Refused { field: None, ..each }).collect())
        }
        other => other,
    }
}

/// Received, and neither refused nor taken back.
fn is_standing(local: &KeptEntry) -> bool {
    matches!(local.standing, Standing::Submitted | Standing::Admitted)
}
