//! What whoever screens may know of the dossiers that are alike.

use std::collections::BTreeMap;

use hoithi_edition::{Edition, editions};
use hoithi_entries::judged_blind_above;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::{Grant, Permission, Place, authorize};
use hoithi_store::Conn;
use jiff::Timestamp;
use jiff::civil::Date;

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

/// The dossiers of an edition with those that they are alike to, as far as the viewer may know of these.
pub async fn likes_in(db: &mut Conn, viewer: &Viewer, edition: &Edition) -> Result<Likes, Halt> {
    seen_by(db, &Eyes::of(viewer), edition).await
}

/// The same by somebody's rights alone.
pub(crate) async fn seen_by(db: &mut Conn, eyes: &Eyes<'_>, edition: &Edition) -> Result<Likes, Halt> {
    let found = store::found_in(db, edition.id).await?;
    let mut likes = Likes::new();
    if found.is_empty() {
        return Ok(likes);
    }
    let contests = known_contests(db, eyes, &found).await?;
    for Found { entry, edition, pair } in found {
        let Some(contest) = contests.get(&edition) else { continue };
        if !contest.readable && contest.kept_back.contains(&pair.other) {
            continue;
        }
        let (percent, percent_of_other) = (pair.percent, pair.back);
        let like = Like { other: pair.other, edition, percent, percent_of_other, readable: contest.readable };
        likes.entry(entry).or_default().push(like);
    }
    Ok(likes)
}

/// A contest that somebody may know of.
struct Contest {
    /// Whether they screen there, too.
    readable: bool,
    /// What is judged blind above, and so is nobody's but its own readers'.
    kept_back: Vec<EntryId>,
}

/// Those that they screen, and those that have announced their result.
async fn known_contests(db: &mut Conn, eyes: &Eyes<'_>, found: &[Found]) -> Result<BTreeMap<EditionId, Contest>, Halt> {
    let mut known = BTreeMap::new();
    for edition in editions(db).await?.into_iter().filter(|edition| found.iter().any(|each| each.edition == edition.id))
    {
        let readable = eyes.screens(edition.place());
        if readable {
            known.insert(edition.id, Contest { readable, kept_back: Vec::new() });
        } else if edition.state.announced_at().is_some() {
            let kept_back = judged_blind_above(db, &edition).await?.into_iter().collect();
            known.insert(edition.id, Contest { readable, kept_back });
        }
    }
    Ok(known)
}
