//! What whoever screens may know of the dossiers that are alike.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use hoithi_entries::judged_blind_above;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::{Grant, Permission, Place, authorize};
use hoithi_store::Conn;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::bands::Bands;
use crate::store::{self, Found};

/// A dossier that another one is alike to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Like {
    /// The other one.
    pub other: EntryId,
    /// Its contest.
    pub edition: EditionId,
    /// How much of the dossier stands in the other, in percent.
    pub percent: u32,
    /// How much of the other stands in the dossier.
    pub percent_of_other: u32,
    /// Whether who asks may read the other as well.
    pub readable: bool,
    /// What counts as alike in the dossier's edition.
    pub bands: Bands,
}

/// By entry, the most alike first.
pub type Likes = BTreeMap<EntryId, Vec<Like>>;

/// By what right somebody looks.
pub(crate) struct Eyes<'a> {
    grants: &'a [Grant],
    today: Date,
}

impl<'a> Eyes<'a> {
    pub(crate) fn of(viewer: &'a Viewer) -> Self {
        Self { grants: &viewer.grants, today: viewer.today }
    }

    pub(crate) fn with(grants: &'a [Grant], now: Timestamp) -> Self {
        Self { grants, today: day_in_vietnam(now) }
    }

    fn screens(&self, place: Place) -> bool {
        authorize(self.grants, Permission::ScreeningDecide, place, self.today, None).is_ok()
    }
}

/// These dossiers of an edition with those that they are alike to, as far as the viewer may know of these.
pub async fn likes_of(db: &mut Conn, viewer: &Viewer, edition: EditionId, entries: &[EntryId]) -> Result<Likes, Halt> {
    seen_by(db, &Eyes::of(viewer), edition, entries).await
}

/// The same by somebody's rights alone.
pub(crate) async fn seen_by(
    db: &mut Conn,
    eyes: &Eyes<'_>,
    edition: EditionId,
    entries: &[EntryId],
) -> Result<Likes, Halt> {
    let bands = store::bands(db, edition).await?;
    let (mut likes, mut contests) = (Likes::new(), BTreeMap::new());
    for entry in entries {
        let found = store::found(db, *entry).await?.into_iter();
        for Found { edition, pair } in found.filter(|each| each.pair.percent.max(each.pair.back) >= bands.alike()) {
            let contest = match contests.entry(edition) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free.insert(contest(db, eyes, edition).await?),
            };
            let Some(contest) = contest else { continue };
            if contest.kept_back.contains(&pair.other) {
                continue;
            }
            let (percent, percent_of_other) = (pair.percent, pair.back);
            let readable = contest.readable;
            let like = Like { other: pair.other, edition, percent, percent_of_other, readable, bands };
            likes.entry(*entry).or_default().push(like);
        }
    }
    Ok(likes)
}

/// A contest that somebody may know of.
struct Contest {
    /// Whether they screen there, too.
    readable: bool,
    /// What is judged blind above, and so is nobody's but its own readers'.
    kept_back: BTreeSet<EntryId>,
}

/// One that they screen, or one that has announced its result.
async fn contest(db: &mut Conn, eyes: &Eyes<'_>, id: EditionId) -> Result<Option<Contest>, Halt> {
    let Some(edition) = hoithi_edition::edition(db, id).await? else { return Ok(None) };
    if eyes.screens(edition.place()) {
        return Ok(Some(Contest { readable: true, kept_back: BTreeSet::new() }));
    }
    if edition.state.announced_at().is_none() {
        return Ok(None);
    }
    Ok(Some(Contest { readable: false, kept_back: judged_blind_above(db, &edition).await? }))
}
