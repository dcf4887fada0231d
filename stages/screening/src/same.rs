//! What whoever screens is told of the dossiers that say the same: the comparing is the originality's.

use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, Standing};
use hoithi_journal::Halt;
use hoithi_originality::{Like, Likes, address, is_compared, notes_on};
use hoithi_rules::ids::EntryId;
use hoithi_rules::originality::Likeness;
use hoithi_store::Conn;

/// What was found of one entry.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Compared<'a> {
    /// Whether it was compared already: that is done in the background.
    pub(crate) done: bool,
    /// The others, the most alike first.
    pub(crate) likes: &'a [Like],
}

impl<'a> Compared<'a> {
    pub(crate) async fn of(db: &mut Conn, entry: EntryId, likes: &'a Likes) -> Result<Self, Halt> {
        let likes = likes.get(&entry).map(Vec::as_slice).unwrap_or_default();
        Ok(Self { done: is_compared(db, entry).await?, likes })
    }

    /// The largest share, of either side.
    pub(crate) fn most(&self) -> Option<u32> {
        self.likes.iter().map(|like| like.percent.max(like.percent_of_other)).max()
    }
}

/// The mark of a line in the queue: how much of it stands in another one, and the page of the two.
#[derive(Clone, Debug)]
pub(crate) struct Flag {
    pub(crate) percent: u32,
    pub(crate) href: String,
    very_alike: bool,
}

impl Flag {
    pub(crate) fn of(edition: &Edition, entry: EntryId, likes: &Likes) -> Option<Self> {
        let first = likes.get(&entry)?.first().filter(|like| like.percent >= like.bands.alike())?;
        let very_alike = first.percent >= first.bands.very_alike();
        Some(Self { percent: first.percent, href: address(edition.slug.as_str(), entry, first.other), very_alike })
    }

    pub(crate) const fn tone(&self) -> &'static str {
        if self.very_alike { "warn" } else { "neutral" }
    }
}

/// Another dossier that says the same, as the desk shows it.
pub(crate) struct Same {
    pub(crate) card: EntryCard,
    /// The edition's name, where it is another one.
    pub(crate) elsewhere: Option<String>,
    pub(crate) percent: u32,
    pub(crate) percent_of_other: u32,
    pub(crate) href: String,
    /// What was noted of it last.
    pub(crate) noted: Option<Likeness>,
}

/// The dossiers that say the same as an entry.
pub(crate) async fn same(db: &mut Conn, edition: &Edition, entry: EntryId, likes: &[Like]) -> Result<Vec<Same>, Halt> {
    let notes = notes_on(db, entry).await?;
    let mut all = Vec::new();
    for like in likes {
        let card = hoithi_entries::entry(db, like.other).await?.filter(|card| card.state != Standing::Withdrawn);
        let Some(card) = card else { continue };
        let elsewhere = if like.edition == edition.id {
            None
        } else {
            hoithi_edition::edition(db, like.edition).await?.map(|other| other.title())
        };
        let noted = notes.iter().rev().find(|kept| kept.other == like.other).map(|kept| kept.note.what);
        let href = address(edition.slug.as_str(), entry, like.other);
        let (percent, percent_of_other) = (like.percent, like.percent_of_other);
        all.push(Same { card, elsewhere, percent, percent_of_other, href, noted });
    }
    Ok(all)
}
