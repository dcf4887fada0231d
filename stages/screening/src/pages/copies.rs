//! `/ky/{slug}/ban-cham`: which entries' copies are released to the judges, and which still wait.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, Standing, entries_of};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, Path, html};

use super::queue::edition_for;
use crate::copies::{judged_blind, released_entries};

/// One entry that judges will read.
pub(super) struct Line {
    pub(super) card: EntryCard,
    pub(super) released: bool,
}

/// Every entry that is in the office's hands, those that wait first, each in the order of arrival.
pub(super) async fn lines(db: &mut Conn, edition: &Edition) -> Result<Vec<Line>, Halt> {
    let released = released_entries(db, edition.id, &edition.book).await?;
    let here = |card: &EntryCard| matches!(card.state, Standing::Submitted | Standing::Admitted);
    let cards = entries_of(db, edition.id).await?.into_iter().filter(here);
    let mut lines: Vec<Line> = cards.map(|card| Line { released: released.contains(&card.id), card }).collect();
    lines.sort_by_key(|line| line.released);
    Ok(lines)
}

/// The next entry whose copy waits, after this one.
pub(super) fn next_waiting(lines: &[Line], entry: EntryId) -> Option<EntryId> {
    let waits = |line: &&Line| !line.released && line.card.id != entry;
    lines.iter().find(waits).map(|line| line.card.id)
}

#[derive(Template)]
#[template(path = "screening/copies.html")]
struct CopiesPage {
    page: Page,
    slug: String,
    blind: bool,
    waiting: usize,
    released: usize,
    lines: Vec<Line>,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let blind = judged_blind(&edition.book);
    let lines = if blind { lines(&mut db, &edition).await? } else { Vec::new() };
    let released = lines.iter().filter(|line| line.released).count();
    let page = page.under(edition.title(), format!("/ky/{slug}")).titled("screening-copies");
    html(&CopiesPage { page, slug, blind, waiting: lines.len() - released, released, lines })
}
