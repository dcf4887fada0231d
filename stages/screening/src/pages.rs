//! The queue, and the dossier with its check list.

mod desk;
mod queue;
mod stack;

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
        .post("/ky/{slug}/kiem-tra/{entry}/linh-vuc", needs(Permission::ScreeningDecide), desk::move_it);
    api::routes(routes)
}
