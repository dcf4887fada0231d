//! Who was asked and what they said, for the office; the answer's form at its three doors; what everybody reads.

mod behalf;
mod form;
mod link;
mod list;
mod one;
mod own;
mod paper;
mod public;
mod settings;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Page, Routes};

use crate::api;
use crate::reply::Benefit;
use crate::terms::after;

/// Every route of this room.
pub fn routes() -> Routes {
    let view = needs(Permission::EntryViewAll);
    let records = needs(Permission::EntryOnBehalf);
    let own = needs(Permission::EntryViewOwn);
    Routes::new()
        .get("/api/v1/aftercare", view, api::list)
        .get("/ky/{slug}/sau-giai", view, list::show)
        .get("/ky/{slug}/sau-giai/bang-tinh", view, list::workbook)
        .post("/ky/{slug}/sau-giai/phieu", records, paper::print)
        .get("/ky/{slug}/sau-giai/hoi/{ask}", view, one::show)
        .get("/ky/{slug}/sau-giai/hoi/{ask}/tep", view, one::file)
        .post("/ky/{slug}/sau-giai/hoi/{ask}/nhac", records, one::remind_by_hand)
        .get("/ky/{slug}/sau-giai/hoi/{ask}/ghi", records, behalf::show)
        .post_files("/ky/{slug}/sau-giai/hoi/{ask}/ghi", records, behalf::send)
        .get("/ky/{slug}/ung-dung", Access::Public, public::show)
        .get("/ung-dung", Access::Public, link::ask)
        .post("/ung-dung", Access::Public, link::open)
        .get("/ung-dung/{token}", Access::Public, link::show)
        .post_few_files("/ung-dung/{token}/tra-loi", link::send)
        .get("/ung-dung-cua-toi", own, own::list)
        .get("/ung-dung-cua-toi/{ask}", own, own::show)
        .post_files("/ung-dung-cua-toi/{ask}", own, own::send)
        .get("/nhac-viec/sau-giai", needs(Permission::RemindersView), settings::show)
        .post("/nhac-viec/sau-giai", needs(Permission::RemindersSet), settings::save)
}

/// Where the winners of an edition stand.
fn register(edition: &Edition) -> String {
    format!("/ky/{}/sau-giai", edition.slug)
}

/// The edition of the address, for whoever may do that in it.
async fn in_hand(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}

/// A page beneath the list of the winners.
fn beneath(page: Page, edition: &Edition) -> Page {
    let list = page.t("aftercare-title");
    page.under(list, register(edition))
}

/// `1 năm`, `18 tháng`
fn after_words(page: &Page, months: i64) -> String {
    let (key, count) = after(months);
    page.t1(key, "count", count)
}

/// `12.000.000 đồng trong năm 2022`
fn benefit_words(page: &Page, benefit: Benefit) -> String {
    let facts = [("money", page.money(benefit.dong)), ("year", benefit.year.to_string())];
    page.tx("aftercare-benefit-of-year", &facts)
}
