//! Desks: pages that read from all rooms, one for each kind of reader.

mod deadline;
mod language;
mod public;
mod records;
mod work;

use axum::Json;
use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Routes};
use utoipa::openapi::OpenApi;

/// The routes of the desks.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/", Access::Public, public::home)
        .get("/api/v1/openapi.json", Access::Public, openapi)
        .get("/ban-lam-viec", Access::SignedIn, work::desk)
        .get("/nhat-ky", needs(Permission::JournalRead), records::journal)
        .get("/hop-thu-di", needs(Permission::OutboxRead), records::outbox)
        .post("/ngon-ngu", Access::Public, language::choose)
}

/// The API's own description.
async fn openapi() -> Json<OpenApi> {
    Json(crate::rooms::openapi())
}
