//! The queue: what waits, what is with its authors, what was decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_entries::{
    EntryCard, KeptEntry, Standing, counts, has_title_like, keep_titles_up, standing_after, standing_before,
};
use hoithi_journal::Halt;
use hoithi_originality::likes_of;
use hoithi_people::Viewer;
use hoithi_rules::entries::EntryNumber;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::ScreeningOutcome;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::alike::ALIKE;
use crate::same::Flag;
use crate::store::{self, Decided};

/// So many lines stand on a page; as many are read back at once as a stack.
pub(super) const A_PAGE: usize = 100;

/// So many that wait stand beside a dossier on the desk: a few before it, the others behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 30;

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

/// What is known of these entries, and of no other.
async fn lines(db: &mut Conn, viewer: &Viewer, edition: &Edition, cards: Vec<EntryCard>) -> Result<Vec<Waiting>, Halt> {
    let ids: Vec<EntryId> = cards.iter().map(|card| card.id).collect();
    let likes = likes_of(db, viewer, edition.id, &ids).await?;
    let mut lines = Vec::new();
    for card in cards {
        let last = store::latest(db, card.id).await?;
        let waits = card.state == Standing::Submitted;
        lines.push(Waiting {
            category: category(edition, &card),
            alike: has_title_like(db, (edition.id, card.id), ALIKE).await?,
            same: Flag::of(edition, card.id, &likes),
            completed: waits && last.is_some(),
            overdue: card.state == Standing::Returned && last.as_ref().is_some_and(|last| ran_out(last, viewer.today)),
            decided: last.filter(|_| !waits),
            card,
        });
    }
    Ok(lines)
}

/// What waits around an entry, in the order of arrival; a completed one keeps its place.
pub(super) struct Around {
    pub(super) waiting: Vec<Waiting>,
    /// How many wait in all.
    pub(super) total: usize,
    /// The next entry that waits, going round at the end; and the one before.
    pub(super) next: Option<EntryId>,
    pub(super) previous: Option<EntryId>,
}

impl Around {
    pub(super) async fn of(db: &mut Conn, viewer: &Viewer, edition: &Edition, kept: &KeptEntry) -> Result<Self, Halt> {
        let at = kept.number().map_or(0, EntryNumber::sequence);
        let waits = (edition.id, Standing::Submitted);
        let before = standing_before(db, waits, at, BEFORE).await?;
        let behind = standing_after(db, waits, at.saturating_sub(1), BEHIND).await?;
        let other = |card: &&EntryCard| card.id != kept.id();
        let mut next = behind.iter().find(other).map(|card| card.id);
        let mut previous = before.last().map(|card| card.id);
        if next.is_none() {
            next = standing_after(db, waits, 0, 1).await?.iter().find(other).map(|card| card.id);
        }
        if previous.is_none() {
            previous = standing_before(db, waits, u32::MAX, 1).await?.iter().find(other).map(|card| card.id);
        }
        let total = count(db, edition).await?.into_iter().find(|(standing, _)| *standing == Standing::Submitted);
        let cards = before.into_iter().chain(behind).collect();
        let waiting = lines(db, viewer, edition, cards).await?;
        Ok(Self { waiting, total: total.map_or(0, |(_, total)| total), next, previous })
    }
}

/// How many stand where, in the order of the tabs.
async fn count(db: &mut Conn, edition: &Edition) -> Result<Vec<(Standing, usize)>, Halt> {
    let counts = counts(db, edition.id).await?;
    let of = |standing: Standing| {
        counts.iter().filter(|count| count.standing == standing).map(|count| count.entries).sum::<usize>()
    };
    let tabs = [Standing::Submitted, Standing::Returned, Standing::Admitted, Standing::Refused, Standing::Withdrawn];
    Ok(tabs.into_iter().map(|standing| (standing, of(standing))).collect())
}

fn ran_out(decided: &Decided, today: Date) -> bool {
    matches!(decided.outcome, ScreeningOutcome::Returned { until, .. } if today > until)
}

fn category(edition: &Edition, card: &EntryCard) -> String {
    let code = card.category.as_ref().map_or("", |code| code.as_str());
    edition.book.rules().category(code).map_or_else(String::new, |category| category.name.clone())
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
    /// Where the pages before and behind this one begin.
    place: String,
    previous: String,
    behind: String,
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
    let form = asked.only(&["tinh-trang", "sau", "truoc"])?;
    keep_titles_up(&house).await?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let shown = form.choice("tinh-trang", |code| code.parse().ok())?.unwrap_or(Standing::Submitted);
    let mut queue = QueuePage::load(&mut db, (&viewer, page), edition, shown, Leaf::asked(&form)?).await?;
    queue.told = match shown {
        Standing::Returned | Standing::Refused => store::reasons_told(&mut db, queue.edition.id, shown.code()).await?,
        _ => Vec::new(),
    };
    queue.told.truncate(REASONS);
    html(&queue)
}

/// What waits, with what was said against the ticks.
pub(super) async fn ticked_again(
    db: &mut Conn,
    (viewer, page): (&Viewer, Page),
    edition: Edition,
    form: Form,
) -> Result<Response, Halt> {
    let queue = QueuePage::load(db, (viewer, page), edition, Standing::Submitted, Leaf::After(0)).await?;
    html(&QueuePage { form, ..queue })
}

/// Where a page of the queue begins or ends: it is found by the number, however many stand before it.
#[derive(Clone, Copy, Debug)]
enum Leaf {
    After(u32),
    Before(u32),
}

impl Leaf {
    fn asked(form: &Form) -> Result<Self, Halt> {
        let number = |name| form.choice(name, |number| number.parse::<u32>().ok());
        let (after, before) = (number("sau")?, number("truoc")?);
        Ok(before.map_or(Self::After(after.unwrap_or(0)), Self::Before))
    }
}

impl QueuePage {
    async fn load(
        db: &mut Conn,
        (viewer, page): (&Viewer, Page),
        edition: Edition,
        shown: Standing,
        leaf: Leaf,
    ) -> Result<Self, Halt> {
        let stand = (edition.id, shown);
        let cards = match leaf {
            Leaf::After(number) => standing_after(db, stand, number, A_PAGE).await?,
            Leaf::Before(number) => standing_before(db, stand, number, A_PAGE).await?,
        };
        let ends =
            [cards.first(), cards.last()].map(|card| card.and_then(|card| Some(card.number.as_ref()?.sequence())));
        let [previous, behind] = match ends {
            [Some(first), Some(last)] => [
                (!standing_before(db, stand, first, 1).await?.is_empty()).then_some(("truoc", first)),
                (!standing_after(db, stand, last, 1).await?.is_empty()).then_some(("sau", last)),
            ],
            _ => [None, None],
        };
        let address = |to: Option<(&str, u32)>| {
            to.map(|(name, number)| format!("?tinh-trang={shown}&{name}={number}")).unwrap_or_default()
        };
        let tabs = count(db, &edition).await?;
        let total = tabs.iter().find(|(standing, _)| *standing == shown).map_or(0, |(_, total)| *total);
        let facts = [("shown", cards.len().to_string()), ("total", total.to_string())];
        let first = standing_after(db, (edition.id, Standing::Submitted), 0, 1).await?;
        Ok(Self {
            tabs,
            first: first.first().map(|card| card.id),
            place: page.tx("screening-queue-place", &facts),
            previous: address(previous),
            behind: address(behind),
            lines: lines(db, viewer, &edition, cards).await?,
            page: page.titled("screening-queue"),
            form: Form::new(),
            edition,
            shown,
            told: Vec::new(),
        })
    }
}
