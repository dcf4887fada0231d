//! An entry of a contest in another house arrives, or is corrected by that contest.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::edition::Arrival;
use hoithi_rules::entries::{Author, Content, Entry, EntryState, PartContent, ReceiptCode, Requirements, Submission};
use hoithi_rules::ids::{AccountId, AuthorId, EntryId, FileId};
use hoithi_rules::people::{Permission, Place};

use super::promote::without_fields;
use super::submit::{hash_of, next_number};
use super::{edition_of, save};
use crate::afar::{AfarOutcome, FromAfar, outcome_of};
use crate::kept::{HandedIn, KeptEntry};
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store::{NewConsent, Sealed};
use crate::{mail, store};

/// Takes the dossier in under a number of this contest, with the copy of what was received there sealed beside
/// it; what came before from the same entry there is corrected and keeps its number.
pub async fn receive_from_afar(act: &mut Act, from: FromAfar) -> Result<AfarOutcome, Halt> {
    let to = edition_of(act, from.to).await?;
    // A unit's contact brings what the unit's own contest sends; what is of no unit here is the organisers' alone.
    let place = if to.is_local() { to.place() } else { Place { unit: from.unit, ..to.place() } };
    permit(act, Permission::EntryOnBehalf, place).await?;
    let now = act.now();
    let outcome = outcome_of(act.db(), &to, &from, now).await.map_err(without_fields)?;
    match &outcome {
        AfarOutcome::New => arrive(act, &from, &to).await?,
        AfarOutcome::Corrects(before) => correct(act, &from, &to, *before).await?,
    }
    Ok(outcome)
}

async fn arrive(act: &mut Act, from: &FromAfar, to: &Edition) -> Result<(), Halt> {
    let number = next_number(act, to).await?;
    let kept = arrived(act, from, to, number)?;
    let receipt = kept.receipt().cloned().ok_or_else(Halt::not_found)?;
    let (now, sealed) = (act.now(), from.sealed());
    store::insert(act.db(), &kept).await?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    store::seal(act.db(), kept.id(), &sealed).await?;
    if let Some((place, points)) = from.local {
        store::keep_local_result(act.db(), kept.id(), place, points).await?;
    }
    keep_secrets(act, from, &kept).await?;
    keep_consents(act, from, &kept, &[]).await?;
    act.record(told(Event::new("entry.promoted", kept.id()), from, &kept, &sealed));
    mail::receipt(act, &kept, to, &receipt, "entries-mail-receipt").await
}

/// What both lines say; they carry the hashes that the doctor compares.
fn told(event: Event, from: &FromAfar, kept: &KeptEntry, sealed: &Sealed) -> Event {
    let receipt = kept.receipt();
    event
        .fact("edition", from.to.to_string())
        .fact("from", from.origin.entry.to_string())
        .fact("number", receipt.map(|receipt| receipt.number.to_string()))
        .fact("dossier_hash", receipt.map(|receipt| receipt.hash.to_string()))
        .fact("origin_hash", sealed.hash.as_str())
}

fn arrived(
    act: &Act,
    from: &FromAfar,
    to: &Edition,
    number: hoithi_rules::entries::EntryNumber,
) -> Result<KeptEntry, Halt> {
    let now = act.now();
    let arrival = Arrival::Online { at: now };
    let content = with_ids(act, from.here(from.unit), &[]);
    let submission = Submission {
        at: now,
        arrival,
        seen: 0,
        number,
        receipt: ReceiptCode::from_random(act.random_bytes()?),
        hash: hash_of(&content, from.unit),
    };
    let id = EntryId::new(act.new_id());
    let draft = Entry { id, edition: to.id, unit: from.unit, version: 0, content, state: EntryState::Draft };
    let required = Requirements::of(&to.book, arrival, now);
    let entry = draft.arrive_from_below(submission, &required).or_refuse_all().map_err(without_fields)?;
    Ok(KeptEntry {
        entry,
        standing: Standing::Submitted,
        moved_to: None,
        owner: None,
        // Whoever took it in has read whose it is.
        recorder: act.actor().account.map(AccountId::new),
        unit_name: from.unit_name.clone(),
        assisting: Vec::new(),
        reach: from.reach.clone(),
        reasons: Vec::new(),
        postmark: None,
        on_table: None,
        handed_in: Some(HandedIn { name: from.signed_by.clone(), unit: Some(from.unit_name.clone()) }),
        origin: Some(from.origin.clone()),
        begun_at: now,
        changed_at: now,
        longer: None,
        promises: Vec::new(),
        prizes_decided: false,
        shown: None,
        secrets: BTreeMap::new(),
        received_for: None,
        merged_into: None,
    })
}

/// An author who stood in the dossier keeps the id, and with it what was consented to here since.
fn with_ids(act: &Act, mut content: Content, before: &[Author]) -> Content {
    for (place, author) in content.authors.iter_mut().enumerate() {
        let same = before.get(place).filter(|known| known.name == author.name);
        author.id = same.map_or_else(|| AuthorId::new(act.new_id()), |known| known.id);
    }
    for part in content.dossier.0.values_mut() {
        if let PartContent::File(file) = part {
            file.id = FileId::new(act.new_id());
            // What it was printed from lies in the other house.
            file.shows = None;
        }
    }
    content
}

async fn correct(act: &mut Act, from: &FromAfar, to: &Edition, before: EntryId) -> Result<(), Halt> {
    let mut kept = store::dossier(act.db(), before).await?.ok_or_else(Halt::not_found)?;
    let old = store::sealed(act.db(), before).await?.ok_or(DossierRefusal::CorrectionTooLate).or_refuse()?;
    let (read, now, sealed) = (kept.entry.version, act.now(), from.sealed());
    let known: Vec<Author> = kept.entry.content.authors.clone();
    let content = with_ids(act, from.here(kept.entry.unit), &known);
    let hash = hash_of(&content, kept.dossier_unit());
    let required = Requirements::of(&to.book, Arrival::Online { at: now }, now);
    let corrected = kept.entry.correct_from_below(content, hash, now, &required);
    kept.entry = corrected.or_refuse_all().map_err(without_fields)?;
    // What screening moved stays moved, unless it came there by itself.
    kept.moved_to = kept.moved_to.filter(|to| kept.entry.content.category.as_ref() != Some(to));
    kept.standing = Standing::Submitted;
    kept.reasons.clear();
    kept.reach.clone_from(&from.reach);
    save(act, &mut kept, read).await?;
    store::save_authors(act.db(), &kept, false).await?;
    store::save_parts(act.db(), &kept, false).await?;
    let receipt = kept.receipt().cloned().ok_or_else(Halt::not_found)?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    store::seal_anew(act.db(), (before, kept.entry.version), (&old, &sealed)).await?;
    keep_secrets(act, from, &kept).await?;
    keep_consents(act, from, &kept, &known).await?;
    act.record(told(Event::new("entry.corrected_below", before), from, &kept, &sealed));
    mail::receipt(act, &kept, to, &receipt, "entries-mail-supplemented").await
}

/// What is kept secret there stays secret here.
async fn keep_secrets(act: &mut Act, from: &FromAfar, kept: &KeptEntry) -> Result<(), Halt> {
    let (by, now) = (act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?, act.now());
    Ok(store::keep_secrets(act.db(), kept.id(), &from.secrets, (by, now)).await?)
}

/// What authors consented to there holds here; of those who stood here before, what they said here counts.
async fn keep_consents(act: &mut Act, from: &FromAfar, kept: &KeptEntry, known: &[Author]) -> Result<(), Halt> {
    let by = act.actor().account.ok_or_else(Halt::not_found)?;
    for (author, said) in kept.entry.content.authors.iter().zip(&from.said) {
        if known.iter().any(|before| before.id == author.id) {
            continue;
        }
        for (kind, each) in said.iter().filter_map(|each| Some((each.known()?, each))) {
            let consent = NewConsent {
                id: act.random_id()?,
                entry: kept.id(),
                author: author.id,
                kind,
                words: &each.words,
                guardian: &each.guardian,
                how: each.way(),
                given_at: each.given_at,
                given_by: by,
            };
            store::insert_consent(act.db(), &consent).await?;
        }
    }
    Ok(())
}
