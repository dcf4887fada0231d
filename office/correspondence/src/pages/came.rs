//! A number of arrival for what is in the register already.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::fields::at_field;
use super::ways::{UnderRegister, cited_short};
use crate::document::{ContentError, Document};
use crate::folder::{Folder, document_in};
use crate::incoming::{can_arrive, number_afterwards};

#[derive(Template)]
#[template(path = "correspondence/came.html")]
struct CamePage {
    page: Page,
    form: Form,
    document: Document,
    here: String,
}

impl CamePage {
    fn of(page: Page, (folder, document): (Folder, Document), form: Form) -> Self {
        let here = format!("{}/{}", folder.address(), document.id);
        let page = page.titled("correspondence-came-late").under_register(&folder);
        Self { page: page.under(document.content.subject.clone(), here.clone()), form, document, here }
    }

    fn cited(&self) -> String {
        cited_short(&self.document.card())
    }
}

async fn received(db: &mut Conn, viewer: &Viewer, (slug, id): (&str, DocumentId)) -> Result<(Folder, Document), Halt> {
    let (folder, document) = document_in(db, viewer, (slug, id), Permission::DocumentRegister).await?;
    if can_arrive(&document) { Ok((folder, document)) } else { Err(Halt::not_found()) }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let document = received(&mut house.read().await?, &viewer, (&slug, id)).await?;
    html(&CamePage::of(page, document, Form::new()))
}

pub(super) async fn number(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["came"])?;
    let document = received(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let numbered = match parse_day(form.value("came")).ok_or(ContentError::Day).or_refuse() {
        Ok(day) => house.acts.perform(viewer.actor(), move |act| Box::pin(number_afterwards(act, id, day))).await,
        Err(halt) => Err(halt),
    };
    match numbered {
        Ok(()) => {
            let here = format!("{}/{id}", document.0.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-came-late-now"))
        }
        Err(halt) => {
            form.keep_refusals(&page, at_field(halt, "came"))?;
            html(&CamePage::of(page, document, form))
        }
    }
}
