//! Solutions of all editions as whoever screens one may know of them. What another contest has not announced is not
//! for whoever screens here, and neither is what a contest above still judges blind.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use hoithi_entries::{EntryCard, KeptEarlier, KnownSolution, Standing, judged_blind_above};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::fold;

/// A solution as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Which, where it is kept as a dossier; an earlier edition's list has none.
    pub(crate) entry: Option<EntryId>,
    pub(crate) title: String,
    /// Number, unit, edition, prize: whatever is known of it.
    pub(crate) known: String,
    /// Where it is opened, by whoever may.
    pub(crate) href: Option<String>,
    /// Its authors' names without marks and capitals, for comparing; they are not shown.
    pub(crate) authors: String,
}

impl Seen {
    /// A solution of an edition that was held before this program.
    fn of_earlier(earlier: KeptEarlier) -> Self {
        let what = earlier.what;
        let (year, authors) = (Some(what.year.to_string()), fold(&what.authors));
        let known = joined([Some(what.edition), year, Some(what.prize), Some(what.authors), Some(what.unit)]);
        Self { entry: None, title: what.title.to_string(), known, href: None, authors }
    }

    fn of_entry(card: EntryCard, contest: &Contest, elsewhere: bool) -> Self {
        let authors: Vec<String> = card.authors.iter().map(|author| fold(author.name.as_str())).collect();
        let elsewhere = elsewhere.then(|| contest.title.clone());
        let number = card.number.as_ref().map(ToString::to_string);
        Self {
            entry: Some(card.id),
            known: joined([number, Some(card.unit_name), elsewhere]),
            href: contest.readable.then(|| format!("/ho-so/{}", card.id)),
            authors: authors.join("\n"),
            title: card.title,
        }
    }
}

fn joined<const N: usize>(words: [Option<String>; N]) -> String {
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The contests of one look, each asked once.
pub(crate) struct Contests<'a> {
    viewer: &'a Viewer,
    here: EditionId,
    asked: BTreeMap<EditionId, Option<Contest>>,
}

impl<'a> Contests<'a> {
    pub(crate) fn known_to(viewer: &'a Viewer, here: EditionId) -> Self {
        Self { viewer, here, asked: BTreeMap::new() }
    }

    /// A solution, as far as the viewer may know of it and it stands.
    pub(crate) async fn seen(&mut self, db: &mut Conn, solution: KnownSolution) -> Result<Option<Seen>, Halt> {
        let id = match solution {
            KnownSolution::Earlier(earlier) => return Ok(Some(Seen::of_earlier(*earlier))),
            KnownSolution::Entry(id) => id,
        };
        let card = hoithi_entries::entry(db, id).await?.filter(|card| stands(card.state));
        let Some(card) = card else { return Ok(None) };
        let contest = match self.asked.entry(card.edition) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(Contest::known_to(db, self.viewer, card.edition).await?),
        };
        let contest = contest.as_ref().filter(|contest| !contest.kept_back.contains(&id));
        let elsewhere = card.edition != self.here;
        Ok(contest.map(|contest| Seen::of_entry(card, contest, elsewhere)))
    }
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
