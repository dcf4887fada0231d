//! Titles that look alike, among this edition, the announced ones, those that the same person
//! screens, and the lists of editions that were held before this program. Where an author is the same, less of a
//! title is enough.
//!
//! It points, it never decides.

use hoithi_edition::Edition;
use hoithi_entries::{KeptEntry, KnownSolution, titles_like};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_store::Conn;
use hoithi_web::fold;

use crate::solutions::{Contests, Seen};

/// From this share of common pairs of syllables on, in percent, titles are shown as alike.
pub(crate) const ALIKE: usize = 50;

/// Another entry with a title like this one's.
#[derive(Clone, Debug)]
pub(crate) struct Alike {
    pub(crate) seen: Seen,
    /// Pairs in common, in percent of both titles' pairs.
    pub(crate) percent: usize,
    /// Whether one of its authors has the name of an author here.
    pub(crate) same_author: bool,
}

/// The solutions whose titles are like that of an entry, the most alike first. An entry is not like the one that it
/// is a copy of, sent up from the contest below.
pub(crate) async fn alike(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    kept: &KeptEntry,
) -> Result<Vec<Alike>, Halt> {
    let origin = kept.origin.as_ref().map(|origin| KnownSolution::Entry(origin.entry));
    let (mut contests, mut all) = (Contests::known_to(viewer, edition.id), Vec::new());
    for like in titles_like(db, kept.id()).await?.into_iter().filter(|like| Some(&like.solution) != origin.as_ref()) {
        let percent = like.percent;
        let Some(seen) = contests.seen(db, like.solution).await? else { continue };
        let same_author = shares_author(kept, &seen);
        if percent >= ALIKE || same_author {
            all.push(Alike { seen, percent, same_author });
        }
    }
    Ok(all)
}

/// Whether an author has the same name, without marks and capitals.
fn shares_author(kept: &KeptEntry, seen: &Seen) -> bool {
    let mut names = kept.entry.content.authors.iter().map(|author| fold(author.name.as_str()));
    names.any(|name| !name.is_empty() && seen.authors.contains(&name))
}
