//! Both dossiers' words where they are the same, what was noted of it, and what it is.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_entries::{EntryCard, KeptEntry, Standing};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer, account};
use hoithi_rules::ids::EntryId;
use hoithi_rules::originality::{Likeness, LikenessNote, Passage, Reading, compare};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use tokio::task::spawn_blocking;

use super::address;
use crate::known::{KnownTexts, KnownTies, page_of};
use crate::likes::{Like, likes_of};
use crate::noting::{Note, note};
use crate::store::{KeptNote, notes_on};

/// More passages than this nobody reads.
const MOST_PASSAGES: usize = 60;

/// Who knows the texts.
type Texts = Extension<Arc<dyn KnownTexts>>;

/// Which two, from the address.
type Two = Path<(String, EntryId, EntryId)>;

#[derive(Template)]
#[template(path = "originality/compare.html")]
struct ComparePage {
    page: Page,
    form: Form,
    edition: Edition,
    kept: KeptEntry,
    other: EntryCard,
    /// The other's contest, where it is another one.
    elsewhere: Option<String>,
    like: Like,
    passages: Vec<Shown>,
    /// How many are not shown.
    more: usize,
    /// What was noted before, with whoever noted it.
    notes: Vec<(KeptNote, String)>,
}

/// A passage in the words of both; of a dossier that is not theirs to read nobody is shown a word.
struct Shown {
    part: String,
    words: String,
    other: Option<(String, String)>,
}

impl Shown {
    fn of(passage: Passage<'_>, readable: bool) -> Self {
        let other = readable.then(|| (passage.other_part.to_owned(), passage.other_words.to_owned()));
        Self { part: passage.part.to_owned(), words: passage.words.to_owned(), other }
    }
}

impl ComparePage {
    async fn load(
        house: &House,
        texts: &Arc<dyn KnownTexts>,
        viewer: &Viewer,
        page: Page,
        (slug, entry, other): (&str, EntryId, EntryId),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug).await?;
        let kept = hoithi_entries::dossier(&mut db, entry).await?.filter(|kept| kept.entry.edition == edition.id);
        let kept = kept.filter(|kept| kept.standing != Standing::Withdrawn).ok_or_else(Halt::not_found)?;
        let likes = likes_of(&mut db, viewer, edition.id, &[entry]).await?;
        let like = likes.get(&entry).and_then(|likes| likes.iter().find(|like| like.other == other)).copied();
        let like = like.ok_or_else(Halt::not_found)?;
        let card = hoithi_entries::entry(&mut db, other).await?.filter(|card| card.state != Standing::Withdrawn);
        let card = card.ok_or_else(Halt::not_found)?;
        let elsewhere = elsewhere(&mut db, &edition, &card).await?;
        let notes = noted(&mut db, (entry, other)).await?;
        let both = (texts.texts(&mut db, entry).await?, texts.texts(&mut db, other).await?);
        drop(db);
        let readable = like.readable;
        let side_by_side = spawn_blocking(move || {
            let (one, other) = (Reading::of(both.0), Reading::of(both.1));
            let found = compare(&one, &other);
            found.passages(&one, &other).into_iter().map(|each| Shown::of(each, readable)).collect::<Vec<_>>()
        });
        let mut passages = side_by_side.await.map_err(Halt::fault)?;
        let more = passages.len().saturating_sub(MOST_PASSAGES);
        passages.truncate(MOST_PASSAGES);
        let queue = page.t("screening-queue");
        let desk = format!("/ky/{slug}/kiem-tra");
        let number = kept.number().map(ToString::to_string).unwrap_or_default();
        let page = page.under(queue, desk.clone()).under(number, format!("{desk}/{entry}"));
        let page = page.titled("originality-side-by-side");
        Ok(Self { page, form, edition, kept, other: card, elsewhere, like, passages, more, notes })
    }

    fn number(&self) -> String {
        self.kept.number().map(ToString::to_string).unwrap_or_default()
    }

    fn other_number(&self) -> String {
        self.other.number.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn here(&self) -> String {
        address(self.edition.slug.as_str(), self.kept.id(), self.other.id)
    }

    fn tone(&self) -> &'static str {
        if self.like.percent.max(self.like.percent_of_other) >= self.like.bands.very_alike() { "warn" } else { "info" }
    }

    /// Where the words stand; the title is no part of the rule book.
    fn part(&self, name: &str) -> String {
        match page_of(name) {
            ("", None) => self.page.t("screening-title"),
            (part, None) => part.to_owned(),
            (part, Some(page)) => {
                self.page.tx("originality-on-page", &[("part", part.to_owned()), ("page", page.to_owned())])
            }
        }
    }

    /// How much of each stands in the other.
    fn shares(&self) -> [String; 2] {
        let share = |percent: u32, of: String, within: String| {
            let facts = [("percent", percent.to_string()), ("of", of), ("in", within)];
            self.page.tx("originality-share", &facts)
        };
        [
            share(self.like.percent, self.number(), self.other_number()),
            share(self.like.percent_of_other, self.other_number(), self.number()),
        ]
    }

    /// What it can be, as the form offers it.
    fn offered(&self) -> Vec<(String, String)> {
        Likeness::ALL.map(|each| (each.code().to_owned(), self.page.tcode("originality-what-", each))).to_vec()
    }
}

/// The edition for whoever screens it.
async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    Ok(edition)
}

/// The name of the other's contest, where it is another one.
async fn elsewhere(db: &mut Conn, edition: &Edition, card: &EntryCard) -> Result<Option<String>, Halt> {
    if card.edition == edition.id {
        return Ok(None);
    }
    Ok(hoithi_edition::edition(db, card.edition).await?.map(|other| other.title()))
}

/// What was noted of the two, the latest first.
async fn noted(db: &mut Conn, (entry, other): (EntryId, EntryId)) -> Result<Vec<(KeptNote, String)>, Halt> {
    let mut notes = Vec::new();
    for kept in notes_on(db, entry).await?.into_iter().rev().filter(|kept| kept.other == other) {
        let who = account(db, kept.by).await?.map(|account| account.name.to_string()).unwrap_or_default();
        notes.push((kept, who));
    }
    Ok(notes)
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(texts): Texts,
    Path((slug, entry, other)): Two,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&ComparePage::load(&house, &texts, &viewer, page, (&slug, entry, other), Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Extension(texts): Texts,
    Extension(ties): Extension<Arc<dyn KnownTies>>,
    Path((slug, entry, other)): Two,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["what", "words"])?;
    edition_for(&mut house.read().await?, &viewer, &slug).await?;
    let said = LikenessNote::parse(form.value("what"), form.raw("words")).or_refuse_all();
    let done = match said {
        Ok(said) => {
            let command = Note { entry, other, note: said };
            let deed = house.acts.perform(viewer.actor(), move |act| {
                let (ties, command) = (Arc::clone(&ties), command.clone());
                Box::pin(async move { note(act, ties.as_ref(), command).await })
            });
            deed.await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(&slug, entry, other), "originality-was-noted")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ComparePage::load(&house, &texts, &viewer, page, (&slug, entry, other), form).await?)
        }
    }
}
