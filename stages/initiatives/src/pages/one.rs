//! One initiative: what it is, and the dossiers that came of it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::editions;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, html};
use uuid::Uuid;

use super::entered::{Entered, entered};
use super::{address, keeps, one_of, under_register, unit_read};
use crate::entering::takes;
use crate::store::{self, KeptInitiative};

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
    let entries = entered(&mut db, (viewer, &page), &links, &all).await?;
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
