//! Titles that look alike, among this edition and the earlier ones.
//!
//! Vietnamese words are mostly two syllables, so titles are compared by the pairs of neighbouring
//! syllables that they share, without marks and capitals. It points, it never decides.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::editions;
use hoithi_entries::{EntryCard, Standing, entries_of};
use hoithi_journal::Halt;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::Conn;
use hoithi_web::fold;

/// From this share of common pairs on, in percent, titles are shown as alike.
const ALIKE: usize = 50;

/// Another entry with a title like this one's.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    pub(crate) entry: EntryCard,
    /// The edition's name, where it is another one.
    pub(crate) elsewhere: Option<String>,
    /// Pairs in common, in percent of both titles' pairs.
    pub(crate) percent: usize,
}

/// The entries whose titles are like that of `entry`, the most alike first.
pub(crate) async fn alike(db: &mut Conn, edition: EditionId, entry: EntryId) -> Result<Vec<Alike>, Halt> {
    let all = editions(db).await?;
    let mut cards: Vec<(EntryCard, Option<String>)> = Vec::new();
    for each in &all {
        let elsewhere = (each.id != edition).then(|| each.title());
        let received = entries_of(db, each.id).await?.into_iter().filter(|card| card.state.was_received());
        cards.extend(received.map(|card| (card, elsewhere.clone())));
    }
    let Some(at) = cards.iter().position(|(card, _)| card.id == entry) else { return Ok(Vec::new()) };
    let wanted = pairs(&cards[at].0.title);
    let mut found: Vec<Alike> = cards
        .into_iter()
        .filter(|(card, _)| card.id != entry && card.state != Standing::Withdrawn)
        .map(|(card, elsewhere)| Alike { percent: percent(&wanted, &pairs(&card.title)), entry: card, elsewhere })
        .filter(|alike| alike.percent >= ALIKE)
        .collect();
    found.sort_by_key(|alike| (usize::MAX - alike.percent, alike.entry.id));
    Ok(found)
}

/// The entries among these whose title is like that of another one among these.
pub(crate) fn flagged(cards: &[EntryCard]) -> BTreeSet<EntryId> {
    let pairs: Vec<BTreeSet<String>> = cards.iter().map(|card| pairs(&card.title)).collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, pairs) in pairs.iter().enumerate() {
        for pair in pairs {
            holders.entry(pair).or_default().push(at);
        }
    }
    let like_another = |at: usize| {
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        let others =
            pairs[at].iter().filter_map(|pair| holders.get(pair.as_str())).flatten().filter(|other| **other != at);
        others.for_each(|other| *common.entry(*other).or_default() += 1);
        common.into_iter().any(|(other, common)| share(common, &pairs[at], &pairs[other]) >= ALIKE)
    };
    (0..cards.len()).filter(|at| like_another(*at)).map(|at| cards[at].id).collect()
}

fn pairs(title: &str) -> BTreeSet<String> {
    let folded = fold(title);
    let letters = |c: char| c.is_alphanumeric();
    let syllables: Vec<&str> = folded.split(|c| !letters(c)).filter(|syllable| !syllable.is_empty()).collect();
    match syllables.as_slice() {
        [only] => BTreeSet::from([(*only).to_owned()]),
        many => many.windows(2).map(|pair| pair.join(" ")).collect(),
    }
}

fn percent(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    share(one.intersection(other).count(), one, other)
}

fn share(common: usize, one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    (200 * common).checked_div(one.len() + other.len()).unwrap_or(0)
}
