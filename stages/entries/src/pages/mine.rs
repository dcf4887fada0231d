//! One's own dossiers.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_helpdesk::Help;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, html};

use super::tasks::deadline;
use crate::store::{self, Line};
use crate::words::own_standing;

#[derive(Template)]
#[template(path = "entries/mine.html")]
struct MinePage {
    page: Page,
    lines: Vec<Line>,
    contests: BTreeMap<EditionId, String>,
    /// Whose result is announced.
    announced: BTreeSet<EditionId>,
    open: Vec<Open>,
    /// Whether the visitor may claim what somebody entered for them.
    may_claim: bool,
    help: Option<Help>,
}

/// A contest in which a dossier can be begun now.
struct Open {
    title: String,
    href: String,
    deadline: (String, String),
}

impl MinePage {
    fn state(&self, line: &Line) -> String {
        own_standing(&self.page, line.standing, self.announced.contains(&line.edition))
    }
}

pub(super) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let account = viewer.signed_in()?.id;
    let mut db = house.read().await?;
    let lines = store::of_account(&mut db, account).await?;
    let editions = hoithi_edition::editions(&mut db).await?;
    let contests = editions.iter().map(|edition| (edition.id, edition.title())).collect();
    let now = house.clock().now();
    let help = match hoithi_edition::current(&mut db).await? {
        Some(edition) => Some(hoithi_helpdesk::help(&mut db, &page, &viewer, &edition).await?),
        None => None,
    };
    // The contest of everybody first, a unit's own after it.
    let mut open: Vec<_> = editions.iter().filter(|edition| takes_dossiers(edition, &viewer, now)).collect();
    open.sort_by_key(|edition| edition.is_local());
    let open = open.into_iter().map(|edition| open_in(&page, edition, now)).collect();
    let announced = editions.iter().filter(|edition| edition.state.announced_at().is_some());
    let announced = announced.map(|edition| edition.id).collect();
    let may_claim = viewer.may_somewhere(Permission::EntryViewOwn);
    html(&MinePage { page: page.titled("entries-mine"), lines, contests, announced, open, may_claim, help })
}

fn open_in(page: &Page, edition: &Edition, now: jiff::Timestamp) -> Open {
    let href = format!("/ky/{}/nop-ho-so", edition.slug);
    Open { title: edition.title(), href, deadline: deadline(page, edition, now) }
}

fn takes_dossiers(edition: &Edition, viewer: &Viewer, now: jiff::Timestamp) -> bool {
    edition.is_public()
        && edition.book.calendar().intake_window().closes > now
        && viewer.may(Permission::EntryCreate, edition.place())
}
