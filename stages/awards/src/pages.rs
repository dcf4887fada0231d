//! The ranking, the prizes, the decision.

mod correction;
mod decision;
mod order;
mod prizes;
mod ranking;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Page, Routes};

use crate::api;

pub use decision::decision_pdf;

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ky/{slug}/xep-hang", needs(Permission::RankingView), ranking::show)
        .get("/ky/{slug}/giai-thuong", needs(Permission::RankingView), prizes::show)
        .post("/ky/{slug}/giai-thuong/dong-hang", needs(Permission::AwardPropose), order::settle)
        .get("/ky/{slug}/giai-thuong/thu-tu", needs(Permission::AwardPropose), order::show)
        .post("/ky/{slug}/giai-thuong/thu-tu", needs(Permission::AwardPropose), order::correct)
        .post("/ky/{slug}/giai-thuong/de-nghi", needs(Permission::AwardPropose), prizes::send)
        .get("/ky/{slug}/giai-thuong/quyet-dinh", needs(Permission::AwardDecide), decision::show)
        .post_files("/ky/{slug}/giai-thuong/quyet-dinh", needs(Permission::AwardDecide), decision::record)
        .get("/ky/{slug}/giai-thuong/quyet-dinh/sua", needs(Permission::AwardDecide), correction::show)
        .post_files("/ky/{slug}/giai-thuong/quyet-dinh/sua", needs(Permission::AwardDecide), correction::record)
        .get("/ky/{slug}/giai-thuong/quyet-dinh/pdf", needs(Permission::RankingView), decision::pdf)
        .get("/api/v1/awards", Access::Public, api::list)
}

/// The edition of the address, for those who may see its ranking.
async fn edition_of(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::RankingView, edition.place())?;
    Ok(edition)
}

/// Where the pages of this room stand.
fn dressed(page: Page, edition: &Edition, key: &str) -> Page {
    page.under(edition.title(), format!("/ky/{}", edition.slug)).titled(key)
}
