//! A package that goes: made, shown with its cover sheet, taken along.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{ByPaperPage, edition_of, endorsement_of};
use crate::package::{MakePackage, Manifest, SentPackage, check_code, make_package, packages, read_first, written};

/// A package as a page tells of it.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) package: SentPackage,
    pub(super) entries: usize,
}

impl Line {
    /// The packages of an edition, the newest first.
    pub(super) async fn all(db: &mut Conn, here: &Edition) -> Result<Vec<Self>, Halt> {
        let mut lines = Vec::new();
        for package in packages(db, here.id).await? {
            let manifest: Manifest = serde_json::from_str(&package.manifest)?;
            let href = format!("/ky/{}/gui-len/goi/{}", here.slug, package.id);
            lines.push(Self { href, entries: manifest.entries.len(), package });
        }
        lines.reverse();
        Ok(lines)
    }
}

#[derive(Template)]
#[template(path = "forwarding/cover.html")]
struct CoverPage {
    page: Page,
    here: String,
    package: SentPackage,
    code: String,
    manifest: Manifest,
}

pub(super) async fn make(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["endorsement", "endorsement_date", "endorsement_signer"])?;
    let here = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    match made(&house, &viewer, &here, &form).await {
        Ok(package) => {
            let to = format!("/ky/{slug}/gui-len/goi/{package}");
            Ok(redirect_with_flash(&house.site, &to, "forwarding-package-made"))
        }
        // What is sent inside this house has a page of its own, and no package.
        Err(halt) if here.parent.is_some() => Err(halt),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ByPaperPage::load(&mut house.read().await?, &here, &viewer, page, form).await?)
        }
    }
}

async fn made(house: &House, viewer: &Viewer, here: &Edition, form: &Form) -> Result<Uuid, Halt> {
    let mut no = Refusals::new();
    let endorsement = endorsement_of(form, &mut no);
    let Some(endorsement) = endorsement else { return Err(no.halt()) };
    let command = MakePackage { edition: here.id, endorsement };
    house.acts.perform(viewer.actor(), move |act| Box::pin(make_package(act, command.clone()))).await
}

/// A package of this contest, for whoever may send.
async fn find(db: &mut Conn, viewer: &Viewer, slug: &str, id: Uuid) -> Result<(Edition, SentPackage), Halt> {
    let here = edition_of(db, viewer, slug).await?;
    let sent = packages(db, here.id).await?.into_iter().find(|package| package.id == id);
    Ok((here, sent.ok_or_else(Halt::not_found)?))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (here, package) = find(&mut house.read().await?, &viewer, &slug, id).await?;
    let (list, way) = (page.t("forwarding-title"), format!("/ky/{slug}/gui-len"));
    let page = page.under(here.title(), format!("/ky/{slug}")).under(list, way.as_str());
    let (manifest, code) = (serde_json::from_str(&package.manifest)?, check_code(&package.code));
    html(&CoverPage { page: page.titled("forwarding-cover"), here: format!("{way}/goi/{id}"), package, code, manifest })
}

pub(super) async fn take_along(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, package) = find(&mut db, &viewer, &slug, id).await?;
    let pieces = written(&mut db, &package, read_first(&package)?).await?;
    drop(db);
    let files = house.files.clone();
    let bytes = tokio::task::spawn_blocking(move || pieces.zipped(&files)).await.map_err(Halt::fault)??;
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"goi-ho-so-{slug}.zip\"")),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
