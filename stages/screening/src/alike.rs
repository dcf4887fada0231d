//! Titles that look alike, among this edition, the announced ones, those that the same person
//! screens, and the lists of editions that were held before this program. What another contest has
//! not announced is not for whoever screens here. Where an author is the same, less of a title is enough.
//!
//! It points, it never decides.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, KeptEarlier, KeptEntry, Solution, Standing, judged_blind_above, titles_like};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::fold;

/// From this share of common pairs of syllables on, in percent, titles are shown as alike.
pub(crate) const ALIKE: usize = 50;

/// Another entry with a title like this one's.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    pub(crate) title: String,
    /// Number, unit, edition, prize: whatever is known of it.
    pub(crate) known: String,
    /// Where it is opened, by whoever may.
    pub(crate) href: Option<String>,
    /// Pairs in common, in percent of both titles' pairs.
    pub(crate) percent: usize,
    /// Whether one of its authors has the name of an author here.
    pub(crate) same_author: bool,
}

fn joined<const N: usize>(words: [Option<String>; N]) -> String {
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The solutions whose titles are like that of an entry, the most alike first. An entry is not like the one that it
/// is a copy of, sent up from the contest below.
pub(crate) async fn alike(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    kept: &KeptEntry,
) -> Result<Vec<Alike>, Halt> {
    let (mut contests, mut all) = (BTreeMap::new(), Vec::new());
    for like in titles_like(db, kept.id()).await? {
        let seen = match like.solution {
            Solution::Earlier(earlier) => Some(of_earlier(*earlier, kept)),
            Solution::Entry(id) if kept.origin.as_ref().is_some_and(|origin| origin.entry == id) => None,
            Solution::Entry(id) => of_entry(db, (viewer, &mut contests), (id, kept), edition.id).await?,
        };
        let percent = like.percent;
        all.extend(seen.map(|seen| Alike { percent, ..seen }));
    }
    all.retain(|alike| alike.percent >= ALIKE || alike.same_author);
    Ok(all)
}

/// A solution of an edition that was held before this program.
fn of_earlier(earlier: KeptEarlier, kept: &KeptEntry) -> Alike {
    let what = earlier.what;
    let (year, same_author) = (Some(what.year.to_string()), shares_author(kept, [what.authors.as_str()]));
    let known = joined([Some(what.edition), year, Some(what.prize), Some(what.authors), Some(what.unit)]);
    Alike { title: what.title.to_string(), known, href: None, percent: 0, same_author }
}

/// An entry of a contest that the viewer may know of, while it stands.
async fn of_entry(
    db: &mut Conn,
    (viewer, contests): (&Viewer, &mut BTreeMap<EditionId, Option<Contest>>),
    (id, kept): (EntryId, &KeptEntry),
    here: EditionId,
) -> Result<Option<Alike>, Halt> {
    let Some(card) = hoithi_entries::entry(db, id).await?.filter(|card| stands(card.state)) else { return Ok(None) };
    let contest = match contests.entry(card.edition) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(free) => free.insert(Contest::known_to(db, viewer, card.edition).await?),
    };
    let Some(contest) = contest else { return Ok(None) };
    if contest.kept_back.contains(&id) {
        return Ok(None);
    }
    let same_author = shares_author(kept, card.authors.iter().map(|author| author.name.as_str()));
    let elsewhere = (card.edition != here).then(|| contest.title.clone());
    let number = card.number.as_ref().map(ToString::to_string);
    let href = contest.readable.then(|| format!("/ho-so/{id}"));
    let EntryCard { title, unit_name, .. } = card;
    Ok(Some(Alike { title, known: joined([number, Some(unit_name), elsewhere]), href, percent: 0, same_author }))
}

/// A contest that somebody may know of: one that they screen, or one that has announced its result.
struct Contest {
    title: String,
    readable: bool,
    /// What is judged blind above is nobody's but its own readers'.
    kept_back: BTreeSet<EntryId>,
}

impl Contest {
    async fn known_to(db: &mut Conn, viewer: &Viewer, id: EditionId) -> Result<Option<Self>, Halt> {
        let Some(edition) = hoithi_edition::edition(db, id).await? else { return Ok(None) };
        let (title, readable) = (edition.title(), viewer.may(Permission::ScreeningDecide, edition.place()));
        if readable {
            return Ok(Some(Self { title, readable, kept_back: BTreeSet::new() }));
        }
        if edition.state.announced_at().is_none() {
            return Ok(None);
        }
        Ok(Some(Self { title, readable, kept_back: judged_blind_above(db, &edition).await? }))
    }
}

fn stands(state: Standing) -> bool {
    state.was_received() && state != Standing::Withdrawn
}

/// Whether one of these texts holds the name of an author, without marks and capitals.
fn shares_author<'a>(kept: &KeptEntry, others: impl IntoIterator<Item = &'a str>) -> bool {
    let others: Vec<String> = others.into_iter().map(fold).collect();
    let mut names = kept.entry.content.authors.iter().map(|author| fold(author.name.as_str()));
    names.any(|name| !name.is_empty() && others.iter().any(|other| other.contains(&name)))
}
