//! *Ghi số và ngày*: the signature is recorded from the signed paper.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edit::signature;
use super::fields::all_or_none;
use super::show::{UnderRegister, may_sign};
use crate::document::Document;
use crate::folder::{Folder, document_in};
use crate::operations::sign_off;
use crate::press::print_signed;
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/sign.html")]
struct SignPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    scan_needed: bool,
}

impl SignPage {
    /// The clerk has it signed, the leader signs.
    fn how(&self) -> String {
        self.page.t(if self.scan_needed { "correspondence-sign-how" } else { "correspondence-sign-how-leader" })
    }

    fn of(page: Page, viewer: &Viewer, folder: Folder, document: Document, form: Form) -> Self {
        let scan_needed = !viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
        let page = page.titled("correspondence-sign-off").under_register(&folder);
        let here = format!("{}/{}", folder.address(), document.id);
        Self { page: page.under(document.content.subject.clone(), here), form, folder, document, scan_needed }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (folder, document) = draft(&house, &viewer, &slug, id).await?;
    let form = Form::new().with("number", format!("/{}", document.content.symbol)).with("version", document.version);
    html(&SignPage::of(page, &viewer, folder, document, form))
}

pub(super) async fn sign(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["number", "date", "version"])?;
    let (folder, document) = draft(&house, &viewer, &slug, id).await?;
    let version = posted.form.value("version").parse().unwrap_or(0);
    let mut no = Refusals::new();
    let own_right = viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
    let read = signature(&house, &posted, own_right, &mut no)?;
    let signed = match all_or_none(no, read) {
        Ok(mut given) => {
            let bases = store::bases_of(&mut house.read().await?, id).await?;
            let on_it = (given.number.clone(), given.date);
            given.print = print_signed(&house, document.clone(), &bases, on_it).await?;
            house.acts.perform(viewer.actor(), move |act| Box::pin(sign_off(act, id, version, given.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match signed {
        Ok(()) => {
            Ok(redirect_with_flash(&house.site, &format!("{}/{id}", folder.address()), "correspondence-signed-off"))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&SignPage::of(page, &viewer, folder, document, form))
        }
    }
}

/// A draft that this visitor may sign, or record the signature of.
async fn draft(house: &House, viewer: &Viewer, slug: &str, id: DocumentId) -> Result<(Folder, Document), Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, viewer, (slug, id), Permission::DocumentRead).await?;
    if !may_sign(viewer, folder.place_of_rights()) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    Ok((folder, document))
}
