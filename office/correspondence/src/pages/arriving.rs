//! *Nhận gói edXML*: a package is read and shown, then entered as a document that came; its files are
//! given out beside the document.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::fields::at_field;
use super::ways::UnderRegister;
use crate::arrivals::{Arrival, arrival_of};
use crate::document::KeptFile;
use crate::edxml::{Came, IncomingRefusal};
use crate::file::{carried, carry, serve_file};
use crate::folder::{Folder, document_in, folder};
use crate::press::number_and_day;
use crate::receiving::{enter, is_for_us, look};

#[derive(Template)]
#[template(path = "correspondence/arriving.html")]
struct ArrivingPage {
    page: Page,
    form: Form,
    folder: Folder,
    /// What the package says, and the package as the next form carries it.
    came: Option<(Came, String)>,
    /// Whether the package names others alone as its receivers.
    for_others: bool,
}

impl ArrivingPage {
    fn of(page: Page, folder: Folder, form: Form, came: Option<(Came, String)>) -> Self {
        let page = page.titled("correspondence-arriving").under_register(&folder);
        Self { page, form, folder, came, for_others: false }
    }

    /// `Quyết định 85/QĐ-BTC ngày 27/7/2020`
    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn bears(&self, came: &Came) -> String {
        format!("{} {}", came.content.kind, number_and_day(&came.number, came.date))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let folder = folder(&mut house.read().await?, &viewer, &slug, Permission::DocumentRegister).await?;
    html(&ArrivingPage::of(page, folder, Form::new(), None))
}

/// First what the package says; the second time, with the package carried along, it is entered.
pub(super) async fn take(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["kept"])?;
    let folder = folder(&mut house.read().await?, &viewer, &slug, Permission::DocumentRegister).await?;
    let package = carried(&house, posted.form.value("kept"));
    let done = match package {
        Some(package) => enter(&house, viewer.actor(), folder.edition, package).await.map(Taken::As),
        None => look_at(&house, &folder, &posted).await,
    };
    match done {
        Ok(Taken::As(id)) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-arrived"))
        }
        Ok(Taken::ToRead(came, package)) => {
            let carried = carry(&house, &package)?;
            let for_others = !is_for_us(&mut house.read().await?, folder.edition, &folder.issuer, &came).await?;
            let read = ArrivingPage::of(page, folder, Form::new(), Some((*came, carried)));
            html(&ArrivingPage { for_others, ..read })
        }
        Err(halt) => {
            let mut form = Form::new();
            form.keep_refusals(&page, at_field(halt, "file"))?;
            html(&ArrivingPage::of(page, folder, form, None))
        }
    }
}

/// What became of a sent package.
enum Taken {
    As(DocumentId),
    ToRead(Box<Came>, KeptFile),
}

async fn look_at(house: &House, folder: &Folder, posted: &Posted) -> Result<Taken, Halt> {
    let upload = posted.file("file").ok_or_else(|| IncomingRefusal::Missing.halt())?;
    let (came, package) = look(house, folder.edition, &upload.name, upload.bytes.clone()).await?;
    Ok(Taken::ToRead(Box::new(came), package))
}

async fn arrival(
    house: &House,
    viewer: &Viewer,
    which: (&str, DocumentId),
    permission: Permission,
) -> Result<Arrival, Halt> {
    let mut db = house.read().await?;
    let (_, document) = document_in(&mut db, viewer, which, permission).await?;
    arrival_of(&mut db, document.id).await?.ok_or_else(Halt::not_found)
}

/// The package as it came, for whoever keeps the register.
pub(super) async fn package(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let arrival = arrival(&house, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    serve_file(&house, &arrival.package).await
}

/// A file that came along, unless it is held back.
pub(super) async fn attached(
    State(house): State<House>,
    Path((slug, id, place)): Path<(String, DocumentId, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let arrival = arrival(&house, &viewer, (&slug, id), Permission::DocumentRead).await?;
    let attached = place.checked_sub(1).and_then(|place| arrival.attached.get(place));
    let open = attached.filter(|each| each.held.is_none()).ok_or_else(Halt::not_found)?;
    serve_file(&house, &open.file).await
}
