//! To whom a document's package goes: asked where the document itself does not say, and kept.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::OrganId;
use hoithi_rules::ids::DocumentId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::ends::signed;
use super::ways::UnderRegister;
use crate::document::Document;
use crate::edxml::{RECEIVERS, choose_receivers, exchange, offered, receivers_of};
use crate::folder::Folder;

#[derive(Template)]
#[template(path = "correspondence/receivers.html")]
pub(super) struct ReceiversPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    /// The bodies that can be chosen, by their identifiers.
    offered: Vec<(String, String)>,
    here: String,
}

impl ReceiversPage {
    /// With whom the package goes to as things stand.
    pub(super) async fn load(db: &mut Conn, page: Page, (folder, document): (Folder, Document)) -> Result<Self, Halt> {
        let settings = exchange(db, folder.edition).await?;
        let chosen = receivers_of(db, &settings, &document).await?;
        let form = chosen.iter().fold(Form::new(), |form, id| form.with(RECEIVERS, id));
        let offered = offered(&settings, &document.content.issuer);
        let here = format!("{}/{}", folder.address(), document.id);
        let page = page.titled("correspondence-receivers").under_register(&folder);
        Ok(Self {
            page: page.under(document.content.subject.clone(), here.clone()),
            form,
            folder,
            document,
            offered: offered.into_iter().map(|(id, name)| (id.to_string(), format!("{name} ({id})"))).collect(),
            here,
        })
    }

    /// The same with what stands in the way.
    pub(super) fn refuse(&mut self, halt: Halt) -> Result<(), Halt> {
        self.form.keep_refusals(&self.page, halt)
    }

    fn is_chosen(&self) -> bool {
        self.form.errors().is_empty() && self.form.given(RECEIVERS).is_some()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let document = signed(&mut db, &viewer, (&slug, id)).await?;
    html(&ReceiversPage::load(&mut db, page, document).await?)
}

pub(super) async fn choose(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[RECEIVERS])?;
    let (folder, document) = signed(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let chosen: Result<Vec<OrganId>, _> = posted.form.values(RECEIVERS).into_iter().map(str::parse).collect();
    let chosen = chosen.map_err(|_| Halt::not_found())?;
    match house.acts.perform(viewer.actor(), move |act| Box::pin(choose_receivers(act, id, chosen.clone()))).await {
        Ok(()) => {
            let here = format!("{}/{id}/nhan-goi", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-receivers-saved"))
        }
        Err(halt) => {
            let mut choice = ReceiversPage::load(&mut house.read().await?, page, (folder, document)).await?;
            choice.form = posted.form;
            choice.refuse(halt)?;
            html(&choice)
        }
    }
}
