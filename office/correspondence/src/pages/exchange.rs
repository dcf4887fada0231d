//! *Liên thông*: what goes to the province's document system, and what that needs to know.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::ways::UnderRegister;
use crate::arrivals::PACKAGE;
use crate::edxml::{Exchange, bodies_text, exchange, package, read_bodies, read_types, set_exchange, types_text};
use crate::file::answer_file;
use crate::folder::{Folder, document_in, folder};

#[derive(Template)]
#[template(path = "correspondence/exchange.html")]
struct ExchangePage {
    page: Page,
    form: Form,
    folder: Folder,
    /// The document for which something lacked.
    asked_for: Option<(String, String)>,
}

impl ExchangePage {
    fn of(page: Page, folder: Folder, form: Form) -> Self {
        let page = page.titled("correspondence-exchange").under_register(&folder);
        Self { page, form, folder, asked_for: None }
    }
}

fn filled(exchange: &Exchange) -> Form {
    Form::new().with("bodies", bodies_text(exchange)).with("types", types_text(exchange))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let form = filled(&exchange(&mut db, folder.edition).await?);
    html(&ExchangePage::of(page, folder, form))
}

pub(super) async fn save(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["bodies", "types"])?;
    let folder = folder(&mut house.read().await?, &viewer, &slug, Permission::DocumentRegister).await?;
    let (edition, mut no) = (folder.edition, Refusals::new());
    let given =
        Exchange { bodies: read_bodies(form.raw("bodies"), &mut no), types: read_types(form.raw("types"), &mut no) };
    let saved = match no.done() {
        Ok(()) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(set_exchange(act, edition, given.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => {
            let here = format!("{}/lien-thong", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-exchange-saved"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ExchangePage::of(page, folder, form))
        }
    }
}

/// The package of a signed document; where a setting lacks, the form that takes it.
pub(super) async fn download(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let settings = exchange(&mut db, folder.edition).await?;
    drop(db);
    if document.file.is_none() && !document.has_sheet() {
        return Err(Halt::not_found());
    }
    match package(&house, &document).await {
        Ok(bytes) => {
            let number = document.signed().map(|(number, _)| number.to_string()).unwrap_or_default();
            Ok(answer_file(bytes, PACKAGE, &format!("{number}.edxml")))
        }
        Err(halt) => {
            let mut form = filled(&settings);
            form.keep_refusals(&page, halt)?;
            let here = format!("{}/{id}", folder.address());
            let asked_for = Some((document.content.subject.clone(), here));
            html(&ExchangePage { asked_for, ..ExchangePage::of(page, folder, form) })
        }
    }
}
