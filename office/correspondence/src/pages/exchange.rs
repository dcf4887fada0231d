//! *Liên thông*: what goes to the province's document system, and what that needs to know.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::receivers::ReceiversPage;
use super::ways::UnderRegister;
use crate::edxml::{
    Exchange, ExchangeRefusal, RECEIVERS, bodies_text, exchange, lacking, package, read_bodies, read_types,
    set_exchange, types_text,
};
use crate::file::answer_package;
use crate::folder::{Folder, document_in, folder};

#[derive(Template)]
#[template(path = "correspondence/exchange.html")]
struct ExchangePage {
    page: Page,
    form: Form,
    folder: Folder,
    /// What the settings would need before every signed document could go out.
    lacks: Vec<String>,
    /// The document for which something lacked.
    asked_for: Option<(String, String)>,
}

impl ExchangePage {
    async fn load(db: &mut Conn, page: Page, folder: Folder, form: Form) -> Result<Self, Halt> {
        let settings = exchange(db, folder.edition).await?;
        let lacks = lacking(db, folder.edition, (&folder.issuer, &settings)).await?;
        let page = page.titled("correspondence-exchange").under_register(&folder);
        let lacks = lacks.iter().map(|lack| lack_words(&page, lack)).collect();
        Ok(Self { page, form, folder, lacks, asked_for: None })
    }
}

/// What a refusal asks for, where nobody was refused yet.
fn lack_words(page: &Page, lack: &ExchangeRefusal) -> String {
    match lack {
        ExchangeRefusal::Sender { body } => page.t1("correspondence-exchange-lacks-body", "body", body),
        ExchangeRefusal::Type { kind } => page.t1("correspondence-exchange-lacks-type", "kind", kind),
        _ => page.t("correspondence-exchange-lacks-receivers"),
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
    html(&ExchangePage::load(&mut db, page, folder, form).await?)
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
            html(&ExchangePage::load(&mut house.read().await?, page, folder, form).await?)
        }
    }
}

/// The package of a signed document; where a receiver or a setting lacks, the form that takes it.
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
        Ok(bytes) => Ok(answer_package(bytes, &document)),
        Err(halt) if is_about(&halt, RECEIVERS) => {
            let mut db = house.read().await?;
            let mut choice = ReceiversPage::load(&mut db, page, (folder, document)).await?;
            choice.refuse(halt)?;
            html(&choice)
        }
        Err(halt) => {
            let mut form = filled(&settings);
            form.keep_refusals(&page, halt)?;
            let asked_for = Some((document.content.subject.clone(), format!("{}/{id}", folder.address())));
            let settings = ExchangePage::load(&mut house.read().await?, page, folder, form).await?;
            html(&ExchangePage { asked_for, ..settings })
        }
    }
}

fn is_about(halt: &Halt, field: &str) -> bool {
    matches!(halt, Halt::Refused(all) if all.iter().any(|each| each.field.as_deref() == Some(field)))
}
