//! Which unit is in which cluster.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_units::unit_names;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use super::leaf::Leaf;
use crate::operations::{cluster_field, put_into_clusters};
use crate::store;

#[derive(Template)]
#[template(path = "reporting/clusters.html")]
struct ClustersPage {
    page: Page,
    form: Form,
    /// The field of each unit on this page, and the unit's name.
    units: Vec<(String, String)>,
    leaf: Leaf,
}

/// The units that are asked for reports: whose, its field, its name; in the order of names.
type Fields = Vec<(UnitId, String, String)>;

async fn asked_units(house: &House, viewer: &Viewer, slug: &str) -> Result<(Edition, Fields, Form), Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, slug, Permission::ReportConsolidate).await?;
    let names = unit_names(&mut db).await?;
    let clusters = store::clusters(&mut db, edition.id).await?;
    let lines = store::reports_of(&mut db, edition.id).await?;
    let units: BTreeMap<UnitId, String> = lines
        .into_iter()
        .map(|line| (line.request.unit, names.get(&line.request.unit).cloned().unwrap_or_default()))
        .collect();
    let mut fields: Fields = units.into_iter().map(|(unit, name)| (unit, cluster_field(unit), name)).collect();
    fields.sort_by_cached_key(|(_, _, name)| hoithi_web::dictionary_order(name));
    let filled = fields.iter().fold(Form::new(), |form, (unit, field, _)| match clusters.get(unit) {
        Some(cluster) => form.with(field, cluster),
        None => form,
    });
    Ok((edition, fields, filled))
}

fn shown(page: Page, slug: &str, fields: Fields, form: Form, asked: &Form) -> ClustersPage {
    let above = page.t("reporting-summary");
    let page = page.titled("reporting-clusters").under(above, format!("/ky/{slug}/tong-hop"));
    let units = fields.into_iter().map(|(_, field, name)| (field, name)).collect();
    let (leaf, units) = Leaf::of(&page, units, (asked, "trang"), &format!("/ky/{slug}/tong-hop/cum?"));
    ClustersPage { page, form, units, leaf }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["trang"])?;
    let (_, fields, form) = asked_units(&house, &viewer, &slug).await?;
    html(&shown(page, &slug, fields, form, &asked))
}

/// What stood on the page is put; units of other pages stay where they are.
pub(super) async fn put(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
    posted: Posted,
) -> Result<Response, Halt> {
    let asked = asked.only(&["trang"])?;
    let (edition, fields, _) = asked_units(&house, &viewer, &slug).await?;
    let mut form = posted.form;
    form.only(&fields.iter().map(|(_, field, _)| field.as_str()).collect::<Vec<_>>())?;
    let stood = fields.iter().filter(|(_, field, _)| !form.values(field).is_empty());
    let named: BTreeMap<UnitId, String> = stood.map(|(unit, field, _)| (*unit, form.value(field).to_owned())).collect();
    let of = edition.id;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(put_into_clusters(act, of, named.clone()))).await;
    match done {
        Ok(()) => {
            let there = format!("/ky/{slug}/tong-hop?nhom=cum");
            Ok(redirect_with_flash(&house.site, &there, "reporting-clusters-put"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&shown(page, &slug, fields, form, &asked))
        }
    }
}
