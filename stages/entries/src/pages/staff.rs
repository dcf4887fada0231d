//! One entry as the staff reads it: what it says, who made it, its files, what happened to it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::{Halt, Line, lines_about};
use hoithi_people::Viewer;
use hoithi_rules::edition::DossierPart;
use hoithi_rules::entries::{DossierHash, PartContent};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, html};
use jiff::Timestamp;

use super::sheet::Sheet;
use super::tasks::entrant_word;
use crate::kept::KeptEntry;
use crate::receipt::category_name;
use crate::store;
use crate::words::megabytes;

/// A file as the page shows it.
struct ShownFile {
    href: String,
    name: String,
    size: String,
    hash: String,
}

#[derive(Template)]
#[template(path = "entries/entry.html")]
struct EntryPage {
    page: Page,
    kept: KeptEntry,
    edition: Edition,
    writes: bool,
    category: String,
    entrant: String,
    lines: Vec<Line>,
    /// What the catalogue calls each event, and who acted.
    events: BTreeMap<String, String>,
    people: BTreeMap<String, String>,
    frozen: Vec<(Timestamp, String)>,
}

impl EntryPage {
    fn text<'a>(&'a self, part: &DossierPart) -> Option<&'a str> {
        match self.kept.part(&part.code) {
            Some(PartContent::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn file(&self, part: &DossierPart) -> Option<ShownFile> {
        match self.kept.part(&part.code) {
            Some(PartContent::File(file)) => Some(ShownFile {
                href: format!("/ho-so/{}/tep/{}", self.kept.id(), part.code),
                name: file.name.clone(),
                size: megabytes(file.bytes),
                hash: DossierHash(file.sha256).to_string(),
            }),
            _ => None,
        }
    }

    fn declared(&self, code: &hoithi_rules::edition::PartCode) -> bool {
        self.kept.entry.content.declarations.contains(code)
    }

    fn event<'a>(&'a self, line: &'a Line) -> &'a str {
        self.events.get(&line.event).unwrap_or(&line.event)
    }

    fn who<'a>(&'a self, line: &'a Line) -> &'a str {
        self.people.get(&line.actor).unwrap_or(&line.actor)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let mut db = house.read().await?;
    let lines = lines_about(&mut db, &id.to_string()).await?;
    let people = names(&mut db, &lines).await?;
    let frozen = store::frozen_copies(&mut db, id).await?;
    let label = sheet.page.t("entries-all");
    let title =
        if sheet.kept.title().is_empty() { sheet.page.t("entries-untitled") } else { sheet.kept.title().to_owned() };
    html(&EntryPage {
        events: events(&house, &sheet.page, &lines),
        people,
        frozen,
        lines,
        category: category_name(&sheet.kept, &sheet.edition),
        entrant: entrant_word(&sheet.page, sheet.kept.entry.content.entrant),
        page: sheet.page.under(label, format!("/ky/{}/ho-so", sheet.edition.slug)).named(title),
        kept: sheet.kept,
        edition: sheet.edition,
        writes: sheet.writes,
    })
}

/// Later rooms write lines about an entry, too; what no catalogue knows is shown by its code.
fn events(house: &House, page: &Page, lines: &[Line]) -> BTreeMap<String, String> {
    let named = |line: &Line| {
        let key = format!("entries-event-{}", line.event.replace(['_', '.'], "-"));
        let known = house.catalogue.has(page.language(), &key);
        known.then(|| (line.event.clone(), page.tcode("entries-event-", &line.event)))
    };
    lines.iter().filter_map(named).collect()
}

async fn names(db: &mut Conn, lines: &[Line]) -> Result<BTreeMap<String, String>, Halt> {
    let mut names = BTreeMap::new();
    for line in lines {
        if names.contains_key(&line.actor) {
            continue;
        }
        let Ok(id) = line.actor.parse::<AccountId>() else { continue };
        if let Some(account) = hoithi_people::account(db, id).await? {
            names.insert(line.actor.clone(), account.name.to_string());
        }
    }
    Ok(names)
}
