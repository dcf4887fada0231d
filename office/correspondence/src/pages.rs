//! The register's pages, and the public's.

mod edit;
mod fields;
mod list;
mod public;
mod show;
mod sign;

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, House, Routes};

use crate::document::Document;
use crate::folder::{Folder, Folders};
use crate::{api, store};

/// Every route of this room. `folders` knows the editions, which are a later room.
pub fn routes(house: &House, folders: Arc<dyn Folders>) -> Routes {
    Routes::new(house)
        .get("/ky/{slug}/van-ban", needs(Permission::DocumentRead), list::list)
        .get("/ky/{slug}/van-ban/moi", needs(Permission::DocumentRegister), edit::show_new)
        .post("/ky/{slug}/van-ban/moi", needs(Permission::DocumentRegister), edit::write_draft)
        .get("/ky/{slug}/van-ban/vao-so", needs(Permission::DocumentRegister), edit::show_received)
        .post("/ky/{slug}/van-ban/vao-so", needs(Permission::DocumentRegister), edit::receive)
        .get("/ky/{slug}/van-ban/{document}", needs(Permission::DocumentRead), show::show)
        .get("/ky/{slug}/van-ban/{document}/pdf", needs(Permission::DocumentRead), show::pdf)
        .get("/ky/{slug}/van-ban/{document}/tep", needs(Permission::DocumentRead), show::file)
        .get("/ky/{slug}/van-ban/{document}/sua", needs(Permission::DocumentRegister), edit::show_draft)
        .post("/ky/{slug}/van-ban/{document}/sua", needs(Permission::DocumentRegister), edit::save_draft)
        .get("/ky/{slug}/van-ban/{document}/ghi-so", needs(Permission::DocumentSignOff), sign::show)
        .post("/ky/{slug}/van-ban/{document}/ghi-so", needs(Permission::DocumentSignOff), sign::sign)
        .post("/ky/{slug}/van-ban/{document}/cong-khai", needs(Permission::DocumentRegister), show::publish)
        .get("/van-ban/{document}", Access::Public, public::show)
        .get("/van-ban/{document}/pdf", Access::Public, public::pdf)
        .get("/van-ban/{document}/tep", Access::Public, public::file)
        .get("/api/v1/documents", Access::Public, api::documents)
        .knowing(folders)
}

/// Who knows the editions, as a handler takes it.
struct Known(Arc<dyn Folders>);

impl Known {
    /// The folder of that name, for somebody who may do that in it.
    async fn folder(&self, db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Folder, Halt> {
        let folder = self.0.folder(db, slug).await?.ok_or_else(Halt::not_found)?;
        viewer.allowed(permission, folder.place_of_rights())?;
        Ok(folder)
    }

    /// A document of that folder.
    async fn document(
        &self,
        db: &mut Conn,
        viewer: &Viewer,
        (slug, id): (&str, DocumentId),
        permission: Permission,
    ) -> Result<(Folder, Document), Halt> {
        let folder = self.folder(db, viewer, slug, permission).await?;
        let document = store::document(db, id).await?.filter(|document| document.edition == folder.edition);
        Ok((folder, document.ok_or_else(Halt::not_found)?))
    }
}

impl FromRequestParts<House> for Known {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Halt> {
        let folders = parts.extensions.get::<Arc<dyn Folders>>().cloned();
        folders.map(Self).ok_or_else(|| Halt::fault("nobody told the register's routes who knows the editions"))
    }
}
