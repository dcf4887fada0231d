//! Desks: pages that read from all rooms, one for each kind of reader.

mod due;
mod jobs;
pub(crate) mod journal;
mod language;
mod outbox;
mod own;
mod own_mail;
mod public;
mod reading;
mod work;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Json, Routes};
use utoipa::openapi::OpenApi;

/// The routes of the desks.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/", Access::Public, public::home)
        .get("/api/v1/openapi.json", Access::Public, openapi)
        .get("/ban-lam-viec", Access::SignedIn, work::desk)
        .get("/nhat-ky", needs(Permission::JournalRead), journal::journal)
        .post("/nhat-ky", needs(Permission::JournalRead), journal::search)
        .get("/hop-thu-di", needs(Permission::OutboxRead), outbox::list)
        .post("/hop-thu-di", needs(Permission::OutboxRead), outbox::search)
        .get("/hop-thu-di/{mail}", needs(Permission::OutboxRead), outbox::show)
        .post("/hop-thu-di/gui-lai", needs(Permission::OutboxRead), outbox::send_all_again)
        .post("/hop-thu-di/{mail}/gui-lai", needs(Permission::OutboxRead), outbox::send_again)
        .get("/thu-da-gui", needs(Permission::MailingSend), own_mail::list)
        .get("/doc-tep", needs(Permission::OutboxRead), reading::show)
        .get("/viec-dang-chay/{job}", Access::SignedIn, jobs::show)
        .get("/viec-dang-chay/{job}/tep", Access::SignedIn, jobs::file)
        .post("/viec-dang-chay/{job}/dung", Access::SignedIn, jobs::stop)
        .post("/ngon-ngu", Access::Public, language::choose)
}

/// The API's own description.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", operation_id = "description", tag = "description",
    responses((status = 200, body = Object, description = "OpenAPI 3.1"))
)]
async fn openapi() -> Json<OpenApi> {
    Json(crate::rooms::openapi())
}

/// The desks' part of the API: its own description.
pub(crate) fn api_doc() -> OpenApi {
    #[derive(utoipa::OpenApi)]
    #[openapi(paths(openapi))]
    struct Doc;
    <Doc as utoipa::OpenApi>::openapi()
}
