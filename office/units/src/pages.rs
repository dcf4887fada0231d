//! The register on pages.

mod borders;
mod change;
mod list;
mod one;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::Routes;

use crate::api;

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/don-vi-hanh-chinh", needs(Permission::UnitsView), list::show)
        .get("/don-vi-hanh-chinh/nhap", needs(Permission::UnitsManage), change::show_import)
        .post_files("/don-vi-hanh-chinh/nhap", needs(Permission::UnitsManage), change::send_import)
        .get("/don-vi-hanh-chinh/them", needs(Permission::UnitsManage), change::show_new)
        .post("/don-vi-hanh-chinh/them", needs(Permission::UnitsManage), change::send_new)
        .get("/don-vi-hanh-chinh/ranh-gioi", needs(Permission::UnitsManage), borders::show)
        .post_files("/don-vi-hanh-chinh/ranh-gioi", needs(Permission::UnitsManage), borders::load)
        .post("/don-vi-hanh-chinh/ranh-gioi/bo", needs(Permission::UnitsManage), borders::remove)
        .get("/don-vi-hanh-chinh/{unit}", needs(Permission::UnitsView), one::show)
        .get("/api/v1/borders", needs(Permission::UnitsView), api::borders)
        .get("/api/v1/units", needs(Permission::UnitsView), api::list)
        .post("/api/v1/units", needs(Permission::UnitsManage), api::add)
        .get("/api/v1/units/{unit}", needs(Permission::UnitsView), api::show)
}
