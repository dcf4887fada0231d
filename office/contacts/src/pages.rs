//! The directory on pages.

mod carry;
mod edit;
mod end;
mod import;
mod list;
mod preview;
mod unit;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::Routes;

use crate::api;

/// Where the directory begins.
const DIRECTORY: &str = "/dau-moi";

/// Every route of this room. The binary layers an `Extension<Arc<dyn WhenNamed>>` over them.
pub fn routes() -> Routes {
    let (view, manage) = (needs(Permission::ContactsView), needs(Permission::ContactsManage));
    Routes::new()
        .get("/dau-moi", view, list::show)
        .get("/dau-moi/bang-tinh", view, import::workbook)
        .get("/dau-moi/nhap", manage, import::show)
        .post_files("/dau-moi/nhap", manage, import::send)
        .get("/dau-moi/nhap/{import}", manage, preview::show)
        .post("/dau-moi/nhap/{import}", manage, preview::take)
        .get("/dau-moi/don-vi/{unit}", view, unit::show)
        .get("/dau-moi/don-vi/{unit}/them", manage, edit::show_new)
        .post("/dau-moi/don-vi/{unit}/them", manage, edit::send_new)
        .get("/dau-moi/nguoi/{contact}/sua", manage, edit::show)
        .post("/dau-moi/nguoi/{contact}/sua", manage, edit::send)
        .get("/dau-moi/nguoi/{contact}/thoi", manage, end::show)
        .post("/dau-moi/nguoi/{contact}/thoi", manage, end::send)
        .get("/dau-moi/nguoi/{contact}/ke-thua", manage, carry::show)
        .post("/dau-moi/nguoi/{contact}/ke-thua", manage, carry::send)
        .get("/api/v1/contacts", view, api::list)
}
