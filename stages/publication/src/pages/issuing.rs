//! Whom the certificates will name, read before they are issued: a number that was given stays in the register.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, html, redirect};

use super::{dressed, in_hand};
use crate::operations::{Named, still_to_issue};

#[derive(Template)]
#[template(path = "publication/issue.html")]
struct IssuePage {
    page: Page,
    register: String,
    named: Vec<Named>,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::CertificateIssue).await?;
    let named = still_to_issue(&mut db, edition.id).await?;
    let register = format!("/ky/{slug}/chung-nhan");
    if named.is_empty() {
        return Ok(redirect(&register));
    }
    let list = page.t("publication-register");
    html(&IssuePage { page: dressed(page, &edition, "publication-issue").under(list, &register), register, named })
}
