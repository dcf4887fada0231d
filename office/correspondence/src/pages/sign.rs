//! *Ghi số và ngày*: the signature is recorded from the signed paper.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::fields::{self, all_or_none};
use super::reading::{Reading, still_read, to_read_back};
use super::show::{UnderRegister, may_sign};
use crate::document::Document;
use crate::file::take_scan;
use crate::folder::{Folder, document_in};
use crate::operations::{Signature, sign_off};
use crate::press::print_signed;
use crate::signatures::check_what_came;
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/sign.html")]
struct SignPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    scan_needed: bool,
    /// Number and day, read back before they are recorded.
    reading: Option<Reading>,
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
        let page = page.under(document.content.subject.clone(), here);
        Self { page, form, folder, document, scan_needed, reading: None }
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
    posted.form.only(&["number", "date", "version", "read", "step"])?;
    let (folder, document) = draft(&house, &viewer, &slug, id).await?;
    if posted.form.value("step") == "change" {
        return html(&SignPage::of(page, &viewer, folder, document, posted.form));
    }
    let now = house.clock().now();
    match try_to_sign(&house, &viewer, &page, &folder, &document, &posted).await {
        Ok(None) => {
            check_what_came(&house, viewer.actor(), id).await;
            Ok(redirect_with_flash(&house.site, &format!("{}/{id}", folder.address()), "correspondence-signed-off"))
        }
        Ok(reading) => {
            let sheet = SignPage::of(page, &viewer, folder, document, posted.form);
            html(&SignPage { reading, ..sheet })
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            let reading = still_read(&page, &form, now);
            html(&SignPage { reading, ..SignPage::of(page, &viewer, folder, document, form) })
        }
    }
}

/// First what is to be read back; none when it was, and is recorded now.
async fn try_to_sign(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    folder: &Folder,
    document: &Document,
    posted: &Posted,
) -> Result<Option<Reading>, Halt> {
    let mut no = Refusals::new();
    let number_and_day = fields::number_and_day(&posted.form, &mut no);
    let (number, date) = all_or_none(no, number_and_day)?;
    let mut db = house.read().await?;
    let now = house.clock().now();
    let reading = to_read_back(&mut db, page, &posted.form, document, (&number, date), now).await?;
    if reading.is_some() {
        return Ok(reading);
    }
    let bases = store::bases_of(&mut db, document.id).await?;
    drop(db);
    let own_right = viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
    let file = take_scan(house, posted, "file", own_right)?;
    let print = print_signed(house, document.clone(), &bases, (number.clone(), date)).await?;
    let (id, version) = (document.id, posted.form.value("version").parse().unwrap_or(0));
    let given = Signature { number, date, file, print };
    house.acts.perform(viewer.actor(), move |act| Box::pin(sign_off(act, id, version, given.clone()))).await?;
    Ok(None)
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
