//! Reading dossiers in the background: what came, what was completed, what was taken back.
//!
//! How far it is, each text says itself: the mark of the dossier that was read, by which method, and whether it was
//! compared with all others. A round that is cut off is begun again there.

use std::sync::Arc;

use hoithi_journal::{Actor, Door, Halt};
use hoithi_rules::ids::EntryId;
use hoithi_rules::originality::{Comparison, METHOD, Prints, Reading, compare};
use hoithi_web::House;
use tokio::task::spawn_blocking;

use crate::bands::LEAST;
use crate::known::{Compared, KnownTexts};
use crate::store::{self, Candidate, Pair};

/// So many dossiers are read in one round; between two the program may be told to end.
const A_ROUND: usize = 20;

/// So many others are read beside a dossier, those that seem the most alike.
const MOST_CANDIDATES: usize = 30;

/// Reads what is behind, at most a round of it; how many dossiers that were. The journal says nothing of it: it
/// is nobody's deed.
pub async fn keep_up(house: &House, known: &Arc<dyn KnownTexts>) -> Result<usize, Halt> {
    let (gone, stale) = behind(house, known).await?;
    if !gone.is_empty() {
        let forget = house.acts.perform(Actor::nobody(Door::Job), |act| {
            let gone = gone.clone();
            Box::pin(async move {
                for entry in gone {
                    store::forget(act.db(), entry).await?;
                }
                Ok(())
            })
        });
        forget.await?;
    }
    let mut failed = None;
    for each in &stale {
        // One that cannot be read keeps no other waiting.
        if let Err(halt) = read_one(house, known, each).await {
            failed = Some(halt);
        }
    }
    failed.map_or(Ok(gone.len() + stale.len()), Err)
}

/// What no longer stands, and what was not read as it stands.
async fn behind(house: &House, known: &Arc<dyn KnownTexts>) -> Result<(Vec<EntryId>, Vec<Compared>), Halt> {
    let mut db = house.read().await?;
    let standing = known.standing(&mut db).await?;
    let mut read = store::marks(&mut db).await?;
    let mut stale = Vec::new();
    for each in standing {
        let kept = read.remove(&each.entry);
        if !each.rewritten && kept.is_none_or(|kept| !kept.compared || kept.method != METHOD || kept.mark != each.mark)
        {
            stale.push(each);
        }
    }
    stale.truncate(A_ROUND);
    Ok((read.into_keys().collect(), stale))
}

/// Two acts, so that nobody who writes waits while texts are compared.
async fn read_one(house: &House, known: &Arc<dyn KnownTexts>, each: &Compared) -> Result<(), Halt> {
    let reading = Arc::new(reading(house, known, each.entry).await?);
    let prints = Prints::of(&reading);
    let kept = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let (each, prints) = (each.clone(), prints.clone());
        Box::pin(async move { Ok(store::keep_prints(act.db(), &each, &prints).await?) })
    });
    kept.await?;
    let pairs = pairs(house, known, each, &reading).await?;
    let kept = house.acts.perform(Actor::nobody(Door::Job), |act| {
        let (entry, pairs) = (each.entry, pairs.clone());
        Box::pin(async move { Ok(store::keep_pairs(act.db(), entry, &pairs).await?) })
    });
    kept.await
}

/// A dossier's texts, read away from the threads that answer requests.
async fn reading(house: &House, known: &Arc<dyn KnownTexts>, entry: EntryId) -> Result<Reading, Halt> {
    let texts = known.texts(&mut house.read().await?, entry).await?;
    spawn_blocking(move || Reading::of(texts)).await.map_err(Halt::fault)
}

/// The others that are alike: those with the most rows in common, read again beside it.
async fn pairs(
    house: &House,
    known: &Arc<dyn KnownTexts>,
    each: &Compared,
    one: &Arc<Reading>,
) -> Result<Vec<Pair>, Halt> {
    let candidates = candidates(store::candidates(&mut house.read().await?, each.entry).await?, each);
    let mut pairs = Vec::new();
    for candidate in candidates {
        let other = reading(house, known, candidate.entry).await?;
        let found = beside(one, other).await?;
        if found.percent.max(found.percent_of_other) >= LEAST {
            pairs.push(Pair { other: candidate.entry, percent: found.percent, back: found.percent_of_other });
        }
    }
    Ok(pairs)
}

/// A sample errs: what seems half as alike as is kept may be as alike.
fn candidates(all: Vec<Candidate>, each: &Compared) -> Vec<Candidate> {
    let mut seem: Vec<Candidate> =
        all.into_iter().filter(|other| other.family != each.family && other.estimate >= LEAST / 2).collect();
    seem.sort_by_key(|other| (u32::MAX - other.estimate, other.entry));
    seem.truncate(MOST_CANDIDATES);
    seem
}

async fn beside(one: &Arc<Reading>, other: Reading) -> Result<Comparison, Halt> {
    let one = Arc::clone(one);
    spawn_blocking(move || compare(&one, &other)).await.map_err(Halt::fault)
}
