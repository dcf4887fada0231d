//! Titles that are like one another, over all editions and the lists of those that were held before this program.
//!
//! Vietnamese words are mostly two syllables, so titles are compared by the pairs of neighbouring syllables that
//! they share, without marks and capitals. What came waits until somebody looks, or for the job beside the requests.

use std::collections::BTreeSet;

use hoithi_journal::{Actor, Door, Halt};
use hoithi_rules::ids::EntryId;
use hoithi_web::House;

use crate::store::{self, KeptEarlier};

/// Titles that share less of their pairs, in percent, are not kept as alike.
pub(crate) const LEAST_ALIKE: usize = 30;

/// So many titles are taken in by one act, so that nobody who writes waits.
const A_FEW: i64 = 20;

/// A solution that somebody entered, here or before this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownSolution {
    /// Kept as a dossier.
    Entry(EntryId),
    /// Known from a list.
    Earlier(Box<KeptEarlier>),
}

/// A solution whose title is like another one's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleLike {
    /// Which.
    pub solution: KnownSolution,
    /// Pairs in common, in percent of both titles' pairs.
    pub percent: usize,
}

/// A solution whose title was found, and its place: whatever was kept later stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTitle {
    /// Which.
    pub solution: KnownSolution,
    /// What is found behind it begins here.
    pub place: i64,
}

/// Takes in the titles that came since it was last asked, a few of them; how many.
pub async fn keep_titles_up(house: &House) -> Result<usize, Halt> {
    if !store::titles_wait(&mut house.read().await?).await? {
        return Ok(0);
    }
    let deed = house.acts.perform(Actor::nobody(Door::Job), |act| {
        Box::pin(async move { Ok(store::keep_waiting_titles(act.db(), A_FEW).await?) })
    });
    deed.await
}

/// The syllables of a folded title, in their order.
pub(crate) fn syllables(folded: &str) -> Vec<&str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|syllable| !syllable.is_empty()).collect()
}

/// The pairs of neighbouring syllables; a title of one syllable is its own pair.
pub(crate) fn pairs(folded: &str) -> BTreeSet<String> {
    match syllables(folded).as_slice() {
        [only] => BTreeSet::from([(*only).to_owned()]),
        many => many.windows(2).map(|pair| pair.join(" ")).collect(),
    }
}

/// Pairs in common, in percent of both.
pub(crate) fn percent(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    (200 * one.intersection(other).count()).checked_div(one.len() + other.len()).unwrap_or(0)
}
