//! *Ký, số ghi sau*: the leader signs in the program what was read back; the clerk records the number.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::hand::{BLANKS, Hand, LIST, PRINTED, said};
use super::ways::UnderRegister;
use crate::document::Document;
use crate::folder::{Folder, document_in};
use crate::steps::sign;

#[derive(Template)]
#[template(path = "correspondence/leader.html")]
struct LeaderPage {
    page: Page,
    form: Form,
    hand: Hand,
    here: String,
}

impl LeaderPage {
    fn of(page: Page, viewer: &Viewer, (folder, document): (&Folder, &Document), form: Form) -> Self {
        let here = format!("{}/{}", folder.address(), document.id);
        let hand = Hand::of(&page, viewer, document);
        let page = page.titled("correspondence-leader-sign").under_register(folder);
        Self { page: page.under(document.content.subject.clone(), here.clone()), form, hand, here }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (folder, document) = to_sign(&house, &viewer, (&slug, id)).await?;
    if document.signed().is_some() || document.signed_at.is_some() {
        return Err(Halt::not_found());
    }
    let form = Form::new().with("version", document.version);
    html(&LeaderPage::of(page, &viewer, (&folder, &document), form))
}

pub(super) async fn leader_signs(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version", PRINTED, BLANKS, LIST])?;
    let (folder, document) = to_sign(&house, &viewer, (&slug, id)).await?;
    let version = form.value("version").parse().unwrap_or(0);
    let said = said(&form);
    match house.acts.perform(viewer.actor(), move |act| Box::pin(sign(act, id, version, said))).await {
        Ok(()) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-leader-signed"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&LeaderPage::of(page, &viewer, (&folder, &document), form))
        }
    }
}

async fn to_sign(house: &House, viewer: &Viewer, which: (&str, DocumentId)) -> Result<(Folder, Document), Halt> {
    let (folder, document) = document_in(&mut house.read().await?, viewer, which, Permission::DocumentRead).await?;
    viewer.allowed(Permission::DocumentSignOff, folder.place_of_rights())?;
    Ok((folder, document))
}
