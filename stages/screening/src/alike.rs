//! Titles that look alike, among this edition, the announced ones, those that the same person
//! screens, and the lists of editions that were held before this program. What another contest has
//! not announced is not for whoever screens here.
//!
//! Vietnamese words are mostly two syllables, so titles are compared by the pairs of neighbouring
//! syllables that they share, without marks and capitals. It points, it never decides.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::{Edition, editions};
use hoithi_entries::{EntryCard, KeptEarlier, KeptEntry, Standing, earlier_entries, entries_of};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::fold;

/// From this share of common pairs on, in percent, titles are shown as alike.
const ALIKE: usize = 50;

/// Another entry with a title like this one's.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    /// Which, where it is kept as a dossier; an earlier edition's list has none.
    pub(crate) entry: Option<EntryId>,
    pub(crate) title: String,
    /// Number, unit, edition, prize: whatever is known of it.
    pub(crate) known: String,
    /// Where it is opened, by whoever may.
    pub(crate) href: Option<String>,
    /// Pairs in common, in percent of both titles' pairs.
    pub(crate) percent: usize,
}

impl Alike {
    fn of(card: EntryCard, elsewhere: Option<String>, readable: bool) -> Self {
        let number = card.number.map(|number| number.to_string());
        Self {
            entry: Some(card.id),
            href: readable.then(|| format!("/ho-so/{}", card.id)),
            known: joined([number, Some(card.unit_name), elsewhere]),
            title: card.title,
            percent: 0,
        }
    }

    /// A solution of an edition that was held before this program.
    fn earlier(kept: KeptEarlier) -> Self {
        let what = kept.what;
        let year = Some(what.year.to_string());
        let known = joined([Some(what.edition), year, Some(what.prize), Some(what.authors), Some(what.unit)]);
        Self { entry: None, title: what.title.to_string(), known, href: None, percent: 0 }
    }
}

fn joined<const N: usize>(words: [Option<String>; N]) -> String {
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The entries whose titles are like that of `entry`, the most alike first.
pub(crate) async fn alike(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    entry: EntryId,
) -> Result<Vec<Alike>, Halt> {
    let Some(kept) = hoithi_entries::dossier(db, entry).await? else { return Ok(Vec::new()) };
    Ok(Others::of(db, viewer, edition).await?.like(&kept))
}

/// What an entry may be compared with, read once for all that are looked at together.
pub(crate) struct Others(Vec<(Alike, BTreeSet<String>)>);

impl Others {
    pub(crate) async fn of(db: &mut Conn, viewer: &Viewer, edition: &Edition) -> Result<Self, Halt> {
        let mut all = Vec::new();
        for each in editions(db).await? {
            let readable = viewer.may(Permission::ScreeningDecide, each.place());
            if !readable && each.state.announced_at().is_none() {
                continue;
            }
            let elsewhere = (each.id != edition.id).then(|| each.title());
            let cards = entries_of(db, each.id).await?.into_iter().filter(|card| stands(card.state));
            all.extend(cards.map(|card| Alike::of(card, elsewhere.clone(), readable)));
        }
        all.extend(earlier_entries(db).await?.into_iter().map(Alike::earlier));
        let with_pairs = |alike: Alike| {
            let pairs = pairs(&alike.title);
            (alike, pairs)
        };
        Ok(Self(all.into_iter().map(with_pairs).collect()))
    }

    /// An entry is not like the one that it is a copy of, sent up from the contest below.
    pub(crate) fn like(&self, kept: &KeptEntry) -> Vec<Alike> {
        let itself = |id: EntryId| id == kept.id() || kept.origin.as_ref().is_some_and(|origin| origin.entry == id);
        let wanted = pairs(kept.title());
        let like = |(other, pairs): &(Alike, BTreeSet<String>)| {
            let percent = percent(&wanted, pairs);
            (percent >= ALIKE && !other.entry.is_some_and(itself)).then(|| Alike { percent, ..other.clone() })
        };
        let mut found: Vec<Alike> = self.0.iter().filter_map(like).collect();
        found.sort_by_key(|alike| (usize::MAX - alike.percent, alike.entry));
        found
    }
}

fn stands(state: Standing) -> bool {
    state.was_received() && state != Standing::Withdrawn
}

/// The entries among these whose title is like that of another one among these, or of an earlier edition.
pub(crate) fn flagged(cards: &[EntryCard], earlier: &[KeptEarlier]) -> BTreeSet<EntryId> {
    let titles = cards.iter().map(|card| card.title.as_str());
    let titles = titles.chain(earlier.iter().map(|kept| kept.what.title.as_str()));
    let pairs: Vec<BTreeSet<String>> = titles.map(pairs).collect();
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
