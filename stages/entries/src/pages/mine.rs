//! One's own dossiers.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, html};

use crate::store::{self, Line};

#[derive(Template)]
#[template(path = "entries/mine.html")]
struct MinePage {
    page: Page,
    lines: Vec<Line>,
    contests: BTreeMap<EditionId, String>,
    /// Where a dossier can be begun now: name and address.
    open: Vec<(String, String)>,
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
    // The contest of everybody first, a unit's own after it.
    let mut open: Vec<_> = editions.iter().filter(|edition| takes_dossiers(edition, &viewer, now)).collect();
    open.sort_by_key(|edition| edition.is_local());
    let open = open.into_iter().map(|edition| (edition.title(), format!("/ky/{}/nop-ho-so", edition.slug))).collect();
    html(&MinePage { page: page.titled("entries-mine"), lines, contests, open })
}

fn takes_dossiers(edition: &Edition, viewer: &Viewer, now: jiff::Timestamp) -> bool {
    edition.is_public()
        && edition.book.calendar().intake_window().closes > now
        && viewer.may(Permission::EntryCreate, edition.place())
}
