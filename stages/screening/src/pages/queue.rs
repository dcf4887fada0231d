//! The queue: what waits, what is with its authors, what was decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_entries::{EntryCard, Standing, earlier_entries, received_without_authors};
use hoithi_journal::Halt;
use hoithi_originality::{Likes, likes_in};
use hoithi_people::Viewer;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::ScreeningOutcome;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::alike::flagged;
use crate::same::Flag;
use crate::store::{self, Decided};

/// One line of the queue.
pub(super) struct Waiting {
    pub(super) card: EntryCard,
    pub(super) category: String,
    /// It was returned once and came back.
    pub(super) completed: bool,
    /// Its title is like another one's.
    pub(super) alike: bool,
    /// Its texts are like another one's.
    pub(super) same: Option<Flag>,
    /// It was not completed in the time that was given.
    pub(super) overdue: bool,
    /// The latest decision, where it is not waiting.
    pub(super) decided: Option<Decided>,
}

/// The edition for whoever screens it.
pub(super) async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    Ok(edition)
}

/// Every entry that was received, in the order of arrival; a completed one keeps its place.
pub(super) async fn queue(db: &mut Conn, edition: &Edition, today: Date, likes: &Likes) -> Result<Vec<Waiting>, Halt> {
    let cards = received_without_authors(db, edition.id).await?;
    let cards: Vec<EntryCard> = cards.into_iter().filter(|card| card.number.is_some()).collect();
    let alike = flagged(&cards, &earlier_entries(db).await?);
    let mut latest = store::latest(db, edition.id).await?;
    let line = |card: EntryCard| Waiting {
        category: category(edition, &card),
        alike: alike.contains(&card.id),
        same: Flag::of(edition, card.id, likes),
        completed: card.state == Standing::Submitted && latest.contains_key(&card.id),
        overdue: card.state == Standing::Returned && latest.get(&card.id).is_some_and(|last| ran_out(last, today)),
        decided: if card.state == Standing::Submitted { None } else { latest.remove(&card.id) },
        card,
    };
    Ok(cards.into_iter().map(line).collect())
}

fn ran_out(decided: &Decided, today: Date) -> bool {
    matches!(decided.outcome, ScreeningOutcome::Returned { until, .. } if today > until)
}

fn category(edition: &Edition, card: &EntryCard) -> String {
    let code = card.category.as_ref().map_or("", |code| code.as_str());
    edition.book.rules().category(code).map_or_else(String::new, |category| category.name.clone())
}

/// The next entry that waits after this one, going round at the end; and the one before.
pub(super) fn neighbours(queue: &[Waiting], entry: EntryId) -> (Option<EntryId>, Option<EntryId>) {
    let at = queue.iter().position(|line| line.card.id == entry).unwrap_or(0);
    let waits = |line: &&Waiting| line.card.state == Standing::Submitted && line.card.id != entry;
    let (before, after) = queue.split_at(at);
    let next = after.iter().chain(before).find(waits);
    let previous = before.iter().rev().chain(after.iter().rev()).find(waits);
    (next.map(|line| line.card.id), previous.map(|line| line.card.id))
}

#[derive(Template)]
#[template(path = "screening/queue.html")]
struct QueuePage {
    page: Page,
    form: Form,
    edition: Edition,
    shown: Standing,
    tabs: Vec<(Standing, usize)>,
    lines: Vec<Waiting>,
    first: Option<EntryId>,
    /// The reasons told with decisions of this kind, and how often.
    told: Vec<(String, usize)>,
}

/// So many reasons are shown; rarer ones were mostly written by hand.
const REASONS: usize = 10;

impl QueuePage {
    fn most(&self) -> usize {
        self.told.iter().map(|(_, count)| *count).max().unwrap_or(1)
    }

    /// Only what waits can be ticked.
    fn ticks(&self) -> bool {
        self.shown == Standing::Submitted && !self.lines.is_empty()
    }

    /// The day of arrival in the contest's zone.
    fn day(&self, at: &Timestamp) -> String {
        self.page.day(self.edition.book.calendar().day_of(*at))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["tinh-trang"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let shown = form.choice("tinh-trang", |code| code.parse().ok())?.unwrap_or(Standing::Submitted);
    let likes = likes_in(&mut db, &viewer, &edition).await?;
    let all = queue(&mut db, &edition, viewer.today, &likes).await?;
    let mut told = match shown {
        Standing::Returned | Standing::Refused => store::reasons_told(&mut db, edition.id, shown.code()).await?,
        _ => Vec::new(),
    };
    told.truncate(REASONS);
    html(&QueuePage { told, ..queue_page(page, edition, all, shown, Form::new()) })
}

/// What waits, with what was said against the ticks.
pub(super) fn ticked_again(page: Page, edition: Edition, all: Vec<Waiting>, form: Form) -> Result<Response, Halt> {
    html(&queue_page(page, edition, all, Standing::Submitted, form))
}

fn queue_page(page: Page, edition: Edition, all: Vec<Waiting>, shown: Standing, form: Form) -> QueuePage {
    let count = |standing: Standing| all.iter().filter(|line| line.card.state == standing).count();
    let states = [Standing::Submitted, Standing::Returned, Standing::Admitted, Standing::Refused, Standing::Withdrawn];
    let first = all.iter().find(|line| line.card.state == Standing::Submitted).map(|line| line.card.id);
    QueuePage {
        tabs: states.into_iter().map(|standing| (standing, count(standing))).collect(),
        page: page.titled("screening-queue"),
        form,
        lines: all.into_iter().filter(|line| line.card.state == shown).collect(),
        edition,
        shown,
        first,
        told: Vec::new(),
    }
}
