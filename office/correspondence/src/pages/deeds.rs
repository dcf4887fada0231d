//! What is done with a document from its page: shown to everybody, put before the leader, checked, given
//! its scan.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::hand::{BLANKS, LIST, said};
use super::show::ShowPage;
use crate::corrections::KnownUses;
use crate::file::{serve_file, take_scan};
use crate::folder::document_in;
use crate::operations::{choose_public, put_forward};
use crate::scans::{ReplaceScan, add_scan, former_scans, replace_scan};
use crate::signatures::{check_signatures, check_what_came};

pub(super) async fn publish(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["public"])?;
    let public = posted.form.checked("public", "co");
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_public(act, id, public))).await?;
    let key = if public { "correspondence-published" } else { "correspondence-unpublished" };
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/van-ban/{id}"), key))
}

pub(super) async fn put_before(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version", BLANKS, LIST])?;
    let (folder, _) = document_in(&mut house.read().await?, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let version = form.value("version").parse().unwrap_or(0);
    let said = said(&form);
    match house.acts.perform(viewer.actor(), move |act| Box::pin(put_forward(act, id, version, said))).await {
        Ok(()) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-put-forward-now"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ShowPage::load(&house, &viewer, page, (slug, id), uses.as_ref(), form).await?)
        }
    }
}

/// Checks the signatures in the signed PDF, again where that was done before.
pub(super) async fn check(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let (folder, _) = document_in(&mut house.read().await?, &viewer, (&slug, id), Permission::DocumentRead).await?;
    check_signatures(&house, viewer.actor(), id).await?;
    Ok(redirect_with_flash(&house.site, &format!("{}/{id}", folder.address()), "correspondence-signatures-checked"))
}

/// The scan of what was signed without one.
pub(super) async fn scan(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version"])?;
    let (folder, _) = document_in(&mut house.read().await?, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let version = posted.form.value("version").parse().unwrap_or(0);
    let added = match take_scan(&house, &posted, "file", false) {
        Ok(Some(scan)) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(add_scan(act, id, version, scan.clone()))).await
        }
        Ok(None) => Err(Halt::not_found()),
        Err(halt) => Err(halt),
    };
    match added {
        Ok(()) => {
            check_what_came(&house, viewer.actor(), id).await;
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-scan-added"))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ShowPage::load(&house, &viewer, page, (slug, id), uses.as_ref(), form).await?)
        }
    }
}

/// The right scan in the place of a half-signed or wrong one.
pub(super) async fn replace(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "reason"])?;
    let (folder, _) = document_in(&mut house.read().await?, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    match try_to_replace(&house, &viewer, id, (&posted, Arc::clone(&uses))).await {
        Ok(()) => {
            check_what_came(&house, viewer.actor(), id).await;
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-scan-replaced"))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ShowPage::load(&house, &viewer, page, (slug, id), uses.as_ref(), form).await?)
        }
    }
}

async fn try_to_replace(
    house: &House,
    viewer: &Viewer,
    document: DocumentId,
    (posted, uses): (&Posted, Arc<dyn KnownUses>),
) -> Result<(), Halt> {
    let scan = take_scan(house, posted, "file", false)?.ok_or_else(Halt::not_found)?;
    let form = &posted.form;
    let version = form.value("version").parse().unwrap_or(0);
    let command = ReplaceScan { document, version, scan, reason: form.value("reason").to_owned() };
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (command, uses) = (command.clone(), Arc::clone(&uses));
            Box::pin(async move { replace_scan(act, command, uses.as_ref()).await })
        })
        .await
}

/// A scan that was replaced, as it came.
pub(super) async fn former(
    State(house): State<House>,
    Path((slug, id, scan)): Path<(String, DocumentId, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let found = former_scans(&mut db, id).await?.into_iter().find(|former| former.id == scan);
    drop(db);
    serve_file(&house, &found.ok_or_else(Halt::not_found)?.file).await
}
