//! The queue, the dossier with its check list, and the copies that judges get.

mod copies;
mod copy;
mod desk;
mod finding;
mod queue;
mod stack;
mod twice;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::Routes;

use crate::api;

/// Every route of this room.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .get("/ky/{slug}/kiem-tra", needs(Permission::ScreeningDecide), queue::show)
        .post("/ky/{slug}/kiem-tra", needs(Permission::ScreeningDecide), stack::send)
        .get("/ky/{slug}/kiem-tra/{entry}", needs(Permission::ScreeningDecide), desk::show)
        .post("/ky/{slug}/kiem-tra/{entry}", needs(Permission::ScreeningDecide), desk::send)
        .post("/ky/{slug}/kiem-tra/{entry}/xung-dot", needs(Permission::ScreeningDecide), desk::declare_conflict)
        .post("/ky/{slug}/kiem-tra/{entry}/linh-vuc", needs(Permission::ScreeningDecide), desk::move_it)
        .get("/ky/{slug}/tim-giai-phap", needs(Permission::ScreeningDecide), finding::show)
        .get("/ky/{slug}/kiem-tra/{entry}/gop", needs(Permission::ScreeningDecide), twice::show)
        .post("/ky/{slug}/kiem-tra/{entry}/gop", needs(Permission::ScreeningDecide), twice::merge)
        .post("/ky/{slug}/kiem-tra/{entry}/tach", needs(Permission::ScreeningDecide), twice::part)
        .get("/ky/{slug}/ban-cham", needs(Permission::ScreeningDecide), copies::show)
        .get("/ky/{slug}/ban-cham/{entry}", needs(Permission::ScreeningDecide), copy::show)
        .post("/ky/{slug}/ban-cham/{entry}", needs(Permission::ScreeningDecide), copy::send)
        .post("/ky/{slug}/ban-cham/{entry}/thu-lai", needs(Permission::ScreeningDecide), copy::take_it_back)
        .get("/ky/{slug}/ban-cham/{entry}/tep/{part}", needs(Permission::ScreeningDecide), copy::file)
        .post("/ky/{slug}/ban-cham/{entry}/tep/{part}/che", needs(Permission::ScreeningDecide), copy::cover_it)
        .post("/ky/{slug}/ban-cham/{entry}/tep/{part}/bo-che", needs(Permission::ScreeningDecide), copy::uncover_it);
    api::routes(routes)
}
