//! One initiative: what it is, and the dossiers that came of it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, editions};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, html};
use uuid::Uuid;

use super::{address, keeps, one_of, under_register, unit_read};
use crate::entering::takes;
use crate::store::{self, KeptInitiative, Linked};

#[derive(Template)]
#[template(path = "initiatives/one.html")]
struct OnePage {
    page: Page,
    form: Form,
    unit: Unit,
    kept: KeptInitiative,
    keeps: bool,
    entries: Vec<Entered>,
    /// The contests that it can enter still.
    open: Vec<(String, String)>,
}

impl OnePage {
    fn here(&self) -> String {
        address(self.unit.id, self.kept.id)
    }

    fn money(&self) -> Option<String> {
        self.kept.what.money.map(|money| self.page.money(money))
    }
}

/// A dossier that came of it.
struct Entered {
    edition: String,
    /// Its number, or its title while it has none.
    name: String,
    /// None where the visitor may not open it.
    href: Option<String>,
}

pub(super) async fn show(
    State(house): State<House>,
    Path((unit, id)): Path<(UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    respond(&house, &viewer, page, (unit, id), Form::new()).await
}

/// The page with what stood in the way of entering.
pub(super) async fn respond(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (unit, id): (UnitId, Uuid),
    form: Form,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let unit = unit_read(&mut db, viewer, unit).await?;
    let kept = one_of(&mut db, unit.id, id).await?;
    let links = store::links_of(&mut db, id).await?;
    let all = editions(&mut db).await?;
    let entries = entered(&mut db, viewer, &links, &all).await?;
    let now = house.clock().now();
    let open = all.iter().filter(|edition| takes(edition, unit.id, now));
    let open: Vec<_> = open.map(|edition| (edition.id.to_string(), edition.title())).collect();
    let chosen = form.given("edition").is_some();
    let form = match open.as_slice() {
        [(only, _)] if !chosen => form.with("edition", only),
        _ => form,
    };
    let page = under_register(page, viewer, &unit).named(kept.what.title.to_string());
    html(&OnePage { page, form, keeps: keeps(viewer, unit.id), unit, kept, entries, open })
}

async fn entered(db: &mut Conn, viewer: &Viewer, links: &[Linked], editions: &[Edition]) -> Result<Vec<Entered>, Halt> {
    let mut entries = Vec::new();
    for linked in links {
        let Some(card) = hoithi_entries::entry(db, linked.entry).await? else { continue };
        let Some(edition) = editions.iter().find(|edition| edition.id == linked.edition) else { continue };
        // The dossier may have gone to another unit since.
        let reads = viewer.may(Permission::EntryViewAll, edition.place())
            || card.unit.is_some_and(|unit| viewer.may(Permission::EntryViewUnit, Place::unit_in(unit, edition.id)));
        let name = card.number.map_or(card.title, |number| number.to_string());
        let href = reads.then(|| format!("/ho-so/{}", linked.entry));
        entries.push(Entered { edition: edition.title(), name, href });
    }
    Ok(entries)
}
