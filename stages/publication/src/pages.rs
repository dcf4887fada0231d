//! The portal's pages of an edition, the check of a certificate, the register, the announcement.

mod announcement;
mod edition;
mod issuing;
mod register;
mod reissue;
mod result;
mod solutions;
mod verify;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Page, Routes};

use crate::api;

pub use edition::{Intake, intake};

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ky/{slug}", Access::Public, edition::show)
        .get("/ky/{slug}/ket-qua", Access::Public, result::show)
        .get("/ky/{slug}/ket-qua.json", Access::Public, result::json)
        .get("/ky/{slug}/ket-qua/quyet-dinh", Access::Public, result::decision)
        .get("/ky/{slug}/giai-phap", Access::Public, solutions::show)
        .get("/ky/{slug}/cong-bo", needs(Permission::AnnouncementPublish), announcement::show)
        .post("/ky/{slug}/cong-bo", needs(Permission::AnnouncementPublish), announcement::send)
        .get("/ky/{slug}/chung-nhan", needs(Permission::CertificateView), register::show)
        .post("/ky/{slug}/chung-nhan", needs(Permission::CertificateIssue), register::issue)
        .get("/ky/{slug}/chung-nhan/cap", needs(Permission::CertificateIssue), issuing::show)
        .get("/ky/{slug}/chung-nhan/{certificate}/pdf", needs(Permission::CertificateView), register::pdf)
        .get("/ky/{slug}/chung-nhan/{certificate}/cap-lai", needs(Permission::CertificateIssue), reissue::show)
        .post_files("/ky/{slug}/chung-nhan/{certificate}/cap-lai", needs(Permission::CertificateIssue), reissue::send)
        .get("/ky/{slug}/chung-nhan/{certificate}/thu-hoi", needs(Permission::CertificateRevoke), register::ask_revoke)
        .post_files(
            "/ky/{slug}/chung-nhan/{certificate}/thu-hoi",
            needs(Permission::CertificateRevoke),
            register::send_revoke,
        )
        .get("/xac-minh", Access::Public, verify::ask)
        .get("/xac-minh/{code}", Access::Public, verify::answer)
        .get("/api/v1/certificates/{code}", Access::Public, api::show)
}

/// The edition of the address, if this visitor may know of it.
async fn known(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    let sees = edition.is_public() || viewer.may(Permission::EditionView, edition.place());
    if sees { Ok(edition) } else { Err(Halt::not_found()) }
}

/// The edition of the address, for those who may do that in it.
async fn in_hand(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}

/// Where the pages of this room stand.
fn dressed(page: Page, edition: &Edition, key: &str) -> Page {
    page.under(edition.title(), format!("/ky/{}", edition.slug)).titled(key)
}
