//! The desks' pages: the public's, an asker's, the office's.

mod ask;
mod desks;
mod public;
mod publish;
mod queue;
mod read_back;
mod record;
mod thread;
pub(crate) mod words;
mod work;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Page, Routes};

use crate::api;

/// Every route of this room. The binary layers an `Extension<Arc<dyn KnownNames>>` over them.
pub fn routes() -> Routes {
    let (answers, keeps) = (needs(Permission::QuestionAnswer), needs(Permission::DeskKeep));
    Routes::new()
        .get("/ky/{slug}/hoi-dap", Access::Public, public::show)
        .get("/ky/{slug}/hoi-dap/hoi", Access::Public, ask::show)
        .post("/ky/{slug}/hoi-dap/hoi", Access::Public, ask::send)
        .get("/hoi-dap/{token}", Access::Public, thread::linked)
        .post("/hoi-dap/{token}", Access::Public, thread::write_by_link)
        .get("/hoi-dap-cua-toi", Access::SignedIn, thread::own_list)
        .get("/hoi-dap-cua-toi/{question}", Access::SignedIn, thread::own)
        .post("/hoi-dap-cua-toi/{question}", Access::SignedIn, thread::write_signed_in)
        .get("/ky/{slug}/giup-do", answers, queue::show)
        .post("/ky/{slug}/giup-do", answers, queue::search)
        .get("/ky/{slug}/giup-do/ghi", answers, record::show)
        .post("/ky/{slug}/giup-do/ghi", answers, record::send)
        .get("/ky/{slug}/giup-do/cong-khai", answers, publish::list)
        .get("/ky/{slug}/giup-do/cong-khai/moi", answers, publish::show_new)
        .post("/ky/{slug}/giup-do/cong-khai/moi", answers, publish::send_new)
        .get("/ky/{slug}/giup-do/cong-khai/{text}", answers, publish::show)
        .post("/ky/{slug}/giup-do/cong-khai/{text}", answers, publish::send)
        .get("/ky/{slug}/giup-do/cong-khai/{text}/go", answers, read_back::taking_back)
        .post("/ky/{slug}/giup-do/cong-khai/{text}/go", answers, publish::take_back)
        .get("/ky/{slug}/giup-do/ban", keeps, desks::list)
        .get("/ky/{slug}/giup-do/ban/moi", keeps, desks::show_new)
        .post("/ky/{slug}/giup-do/ban/moi", keeps, desks::send_new)
        .get("/ky/{slug}/giup-do/ban/{desk}", keeps, desks::show)
        .post("/ky/{slug}/giup-do/ban/{desk}", keeps, desks::send)
        .post("/ky/{slug}/giup-do/ban/{desk}/nguoi", keeps, desks::add_member)
        .post("/ky/{slug}/giup-do/ban/{desk}/nguoi/{member}", keeps, desks::save_member)
        .get("/ky/{slug}/giup-do/{question}", answers, work::show)
        .post("/ky/{slug}/giup-do/{question}/tra-loi", answers, work::reply)
        .post("/ky/{slug}/giup-do/{question}/giao", answers, work::give)
        .get("/ky/{slug}/giup-do/{question}/dong", answers, read_back::closing)
        .post("/ky/{slug}/giup-do/{question}/dong", answers, work::finish)
        .get("/api/v1/answers", Access::Public, api::answers)
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

/// Beneath the office's list of questions.
fn beneath(page: Page, slug: &str) -> Page {
    let list = page.t("helpdesk-questions");
    page.under(list, format!("/ky/{slug}/giup-do"))
}
