//! One edition's page for those who run it, and each version of its book.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::{Part, RuleBook, Source, StageKind, explain};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Lang, Page, Path, html};
use jiff::Timestamp;
use jiff::civil::Date;

use super::written::{self, Says, Written};
use super::{inside, prepares, sees};
use crate::edition::{Edition, EditionState};
use crate::reading::{Block, blocks};
use crate::store::{self, BookVersion, OpenedRound};

/// A part of the book as the page lists it.
pub(super) struct PartLine {
    pub(super) part: Part,
    pub(super) source: Option<Source>,
    /// `done`, `todo` or `warn`.
    pub(super) tone: &'static str,
    /// In force, coming, missing.
    pub(super) state: &'static str,
}

/// Every part with its document, and whether it counts today.
pub(super) fn parts(book: &RuleBook, today: Date) -> Vec<PartLine> {
    let line = |part: Part| {
        let source = book.source(part).cloned();
        let (tone, state) = match &source {
            Some(source) if source.in_force <= today => ("done", "in-force"),
            Some(_) => ("todo", "coming"),
            None => ("warn", "missing"),
        };
        PartLine { part, source, tone, state }
    };
    Part::ALL.into_iter().map(line).collect()
}

#[derive(Template)]
#[template(path = "edition/manage.html")]
struct ManagePage {
    page: Page,
    edition: Edition,
    unit: Option<String>,
    parent: Option<Edition>,
    parts: Vec<PartLine>,
    blocks: Vec<Block>,
    versions: Vec<BookVersion>,
    rounds: Vec<OpenedRound>,
    local: Vec<Edition>,
    prepares: bool,
}

impl ManagePage {
    /// The sentence that everybody asks for first.
    fn intake(&self) -> String {
        let window = self.edition.book.calendar().intake_window();
        let day = self.page.day(window.last_day);
        if window.names_the_hour() {
            let closes = window.closes_local.time();
            let hour = match self.page.language() {
                Lang::Vi => hoithi_rules::edition::hour(closes),
                Lang::En => closes.strftime("%H:%M").to_string(),
            };
            self.page.tx("edition-intake-until-hour", &[("hour", hour), ("day", day)])
        } else {
            self.page.t1("edition-intake-until", "day", day)
        }
    }

    fn ceremony(&self) -> Option<String> {
        self.edition.book.calendar().stage(StageKind::Ceremony).map(|stage| self.page.day(stage.from))
    }

    /// Since when it stands as it stands.
    fn since(&self) -> Option<Timestamp> {
        match self.edition.state {
            EditionState::Preparing => None,
            EditionState::Launched { at } | EditionState::Announced { at, .. } => Some(at),
        }
    }

    /// The launch on a line of its own, once something later is told above it.
    fn launched(&self) -> Option<Timestamp> {
        self.edition.state.launched_at().filter(|at| Some(*at) != self.since())
    }

    fn waits(&self, version: &BookVersion) -> bool {
        version.version > self.edition.version && version.refused.is_none()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = inside(&mut db, &slug, &viewer).await?;
    let unit = match edition.unit {
        Some(unit) => hoithi_units::unit(&mut db, unit).await?.map(|unit| unit.name),
        None => None,
    };
    let parent = match edition.parent {
        Some(parent) => store::edition(&mut db, parent).await?,
        None => None,
    };
    let mut local = store::local_contests(&mut db, edition.id).await?;
    local.retain(|contest| sees(&viewer, contest));
    html(&ManagePage {
        page: page.named(edition.title()).under_editions(&viewer),
        unit,
        parent,
        parts: parts(&edition.book, viewer.today),
        blocks: blocks(&explain(&edition.book)),
        versions: store::versions(&mut db, edition.id).await?,
        rounds: opened_rounds(&mut db, &edition).await?,
        local,
        prepares: prepares(&viewer, &edition),
        edition,
    })
}

/// The opened rounds by the names that the rule book gives them.
pub(super) async fn opened_rounds(db: &mut Conn, edition: &Edition) -> Result<Vec<OpenedRound>, Halt> {
    let rules = edition.book.marking().map(|part| part.marking.rounds.as_slice()).unwrap_or_default();
    let mut rounds = store::opened_rounds(db, edition.id).await?;
    for round in &mut rounds {
        if let Some(rule) = rules.iter().find(|rule| rule.code == round.round) {
            round.round.clone_from(&rule.name);
        }
    }
    Ok(rounds)
}

/// The way to an edition's pages.
pub(super) trait Under {
    /// Under the list of editions that this visitor may open: the house's, or their unit's contests.
    fn under_editions(self, viewer: &Viewer) -> Self;
    /// Under one edition's page.
    fn under_edition(self, edition: &Edition) -> Self;
}

impl Under for Page {
    fn under_editions(self, viewer: &Viewer) -> Self {
        let house = viewer.may_somewhere(Permission::EditionView);
        let (label, href) = if house { ("edition-list", "/ky") } else { ("edition-local-list", "/hoi-thi-co-so") };
        let label = self.t(label);
        self.under(label, href)
    }

    fn under_edition(self, edition: &Edition) -> Self {
        self.under(edition.title(), format!("/ky/{}/quan-ly", edition.slug))
    }
}

#[derive(Template)]
#[template(path = "edition/version.html")]
struct VersionPage {
    page: Page,
    edition: Edition,
    version: BookVersion,
    blocks: Vec<Block>,
    lines: Vec<Written>,
}

pub(super) async fn version(
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let (edition, version) = version_of(&house, &slug, number, &viewer).await?;
    let book = store::book_of(&mut house.read().await?, edition.id, number).await?.ok_or_else(Halt::not_found)?;
    let title = page.t1("edition-version-title", "version", number);
    html(&VersionPage {
        blocks: blocks(&explain(&book)),
        lines: written::lines(&page, &version.text),
        page: page.named(title).under_edition(&edition),
        edition,
        version,
    })
}

async fn version_of(house: &House, slug: &str, number: i64, viewer: &Viewer) -> Result<(Edition, BookVersion), Halt> {
    let mut db = house.read().await?;
    let edition = inside(&mut db, slug, viewer).await?;
    let versions = store::versions(&mut db, edition.id).await?;
    let version = versions.into_iter().find(|version| version.version == number).ok_or_else(Halt::not_found)?;
    Ok((edition, version))
}

pub(super) async fn text(
    State(house): State<House>,
    Path((slug, number)): Path<(String, i64)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let (edition, version) = version_of(&house, &slug, number, &viewer).await?;
    let name = format!("attachment; filename=\"{}-{number}.toml\"", edition.slug);
    let head = [(CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((head, version.text).into_response())
}
