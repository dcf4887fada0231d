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
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use crate::operations::put_into_clusters;
use crate::store;

#[derive(Template)]
#[template(path = "reporting/clusters.html")]
struct ClustersPage {
    page: Page,
    form: Form,
    /// The field of each unit that is asked, and the unit's name.
    units: Vec<(String, String)>,
}

/// The units that are asked for reports: whose, its field, its name; in the order of names.
type Fields = Vec<(UnitId, String, String)>;

async fn asked(house: &House, viewer: &Viewer, slug: &str) -> Result<(Edition, Fields, Form), Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, slug, Permission::ReportConsolidate).await?;
    let names = unit_names(&mut db).await?;
    let clusters = store::clusters(&mut db, edition.id).await?;
    let lines = store::reports_of(&mut db, edition.id).await?;
    let units: BTreeMap<UnitId, String> = lines
        .into_iter()
        .map(|line| (line.request.unit, names.get(&line.request.unit).cloned().unwrap_or_default()))
        .collect();
    let mut fields: Fields = units.into_iter().map(|(unit, name)| (unit, format!("cum-{unit}"), name)).collect();
    fields.sort_by_cached_key(|(_, _, name)| hoithi_web::dictionary_order(name));
    let filled = fields.iter().fold(Form::new(), |form, (unit, field, _)| match clusters.get(unit) {
        Some(cluster) => form.with(field, cluster),
        None => form,
    });
    Ok((edition, fields, filled))
}

fn shown(page: Page, slug: &str, fields: Fields, form: Form) -> ClustersPage {
    let above = page.t("reporting-summary");
    ClustersPage {
        page: page.titled("reporting-clusters").under(above, format!("/ky/{slug}/tong-hop")),
        form,
        units: fields.into_iter().map(|(_, field, name)| (field, name)).collect(),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (_, fields, form) = asked(&house, &viewer, &slug).await?;
    html(&shown(page, &slug, fields, form))
}

pub(super) async fn put(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let (edition, fields, _) = asked(&house, &viewer, &slug).await?;
    let mut form = posted.form;
    form.only(&fields.iter().map(|(_, field, _)| field.as_str()).collect::<Vec<_>>())?;
    let named: BTreeMap<UnitId, String> =
        fields.iter().map(|(unit, field, _)| (*unit, form.value(field).to_owned())).collect();
    let of = edition.id;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(put_into_clusters(act, of, named.clone()))).await;
    match done {
        Ok(()) => {
            let there = format!("/ky/{slug}/tong-hop?nhom=cum");
            Ok(redirect_with_flash(&house.site, &there, "reporting-clusters-put"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&shown(page, &slug, fields, form))
        }
    }
}
