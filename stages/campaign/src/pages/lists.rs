//! *Danh sách nơi nhận*: the lists that officers keep, each with who of it stands today.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{unit_names, units_on};
use hoithi_web::{House, Page, Path, Posted, fold, html, redirect_with_flash};
use uuid::Uuid;

use super::edition_for;
use super::send::UnderKey;
use crate::operations::drop_list;
use crate::store::{RecipientList, recipient_lists};

/// The lists that somebody may use: those of every edition in which they send letters.
pub(super) async fn lists_for(db: &mut Conn, viewer: &Viewer) -> Result<Vec<RecipientList>, StoreError> {
    let mut lists = recipient_lists(db).await?;
    lists.retain(|list| viewer.may(Permission::LetterSend, Place::edition(list.edition)));
    Ok(lists)
}

#[derive(Template)]
#[template(path = "campaign/lists.html")]
struct ListsPage {
    page: Page,
    slug: String,
    rows: Vec<Row>,
}

struct Row {
    list: RecipientList,
    /// Who stands today, and who does not, by name.
    names: Vec<String>,
    gone: Vec<String>,
}

impl ListsPage {
    async fn load(db: &mut Conn, page: Page, viewer: &Viewer, edition: &Edition) -> Result<Self, Halt> {
        let names = unit_names(db).await?;
        let standing: BTreeSet<_> = units_on(db, viewer.today).await?.into_iter().map(|unit| unit.id).collect();
        let row = |list: RecipientList| {
            let (there, gone): (Vec<_>, Vec<_>) = list.units.iter().partition(|unit| standing.contains(*unit));
            let named = |units: Vec<&UnitId>| {
                let mut all: Vec<String> = units.into_iter().filter_map(|unit| names.get(unit).cloned()).collect();
                all.sort_by_cached_key(|name| fold(name));
                all
            };
            Row { names: named(there), gone: named(gone), list }
        };
        let rows = lists_for(db, viewer).await?.into_iter().map(row).collect();
        let documents = format!("/ky/{}/van-ban", edition.slug);
        Ok(Self {
            page: page.titled("campaign-lists").under_key("campaign-documents", &documents),
            slug: edition.slug.to_string(),
            rows,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    html(&ListsPage::load(&mut db, page, &viewer, &edition).await?)
}

pub(super) async fn drop_one(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["list"])?;
    edition_for(&mut house.read().await?, &viewer, &slug, Permission::LetterSend).await?;
    let list: Uuid = posted.form.value("list").parse().map_err(|_| Halt::not_found())?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(drop_list(act, list))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/danh-sach-noi-nhan"), "campaign-list-dropped"))
}
