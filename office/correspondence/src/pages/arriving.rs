//! *Nhận gói edXML*: a package is read and shown, then entered as a document that came; its files are
//! given out beside the document.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::fields::at_field;
use super::show::UnderRegister;
use crate::arrivals::{Arrival, Attached, PACKAGE, Sender, TakeIn, arrival_of, take_in};
use crate::document::{Document, KeptFile};
use crate::edxml::{Came, IncomingRefusal, exchange, read_package};
use crate::file::{carried, carry, serve_file};
use crate::folder::{Folder, document_in, folder};
use crate::operations::would_bear;
use crate::press::number_and_day;
use crate::signatures::check_what_came;

#[derive(Template)]
#[template(path = "correspondence/arriving.html")]
struct ArrivingPage {
    page: Page,
    form: Form,
    folder: Folder,
    /// What the package says, and the package as the next form carries it.
    came: Option<(Came, String)>,
}

impl ArrivingPage {
    fn of(page: Page, folder: Folder, form: Form, came: Option<(Came, String)>) -> Self {
        let page = page.titled("correspondence-arriving").under_register(&folder);
        Self { page, form, folder, came }
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
        Some(package) => enter(&house, &viewer, &folder, package).await.map(Taken::As),
        None => look(&house, &folder, &posted).await,
    };
    match done {
        Ok(Taken::As(id)) => {
            check_what_came(&house, viewer.actor(), id).await;
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-arrived"))
        }
        Ok(Taken::ToRead(came, package)) => {
            let carried = carry(&house, &package)?;
            html(&ArrivingPage::of(page, folder, Form::new(), Some((*came, carried))))
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

/// Reads the package and asks the law whether it could be entered.
async fn look(house: &House, folder: &Folder, posted: &Posted) -> Result<Taken, Halt> {
    let upload = posted.file("file").ok_or_else(|| IncomingRefusal::Missing.halt())?;
    let came = read(house, folder, upload.bytes.clone()).await?;
    let nobody_yet = Document::draft(DocumentId::new(uuid::Uuid::nil()), folder.edition, came.content.clone());
    let now = house.clock().now();
    would_bear(&mut house.read().await?, &nobody_yet, (&came.number, came.date), &[], now).await?;
    let package = keep(house, &upload.name, PACKAGE, upload.bytes.clone()).await?;
    Ok(Taken::ToRead(Box::new(came), package))
}

async fn enter(house: &House, viewer: &Viewer, folder: &Folder, package: KeptFile) -> Result<DocumentId, Halt> {
    let came = read(house, folder, house.kept_file(package.hash.clone()).await?).await?;
    let Came { content, number, date, organ_id, exchange_id, business, reason, ended, files } = came;
    let (mut sheet, mut attached) = (None, Vec::new());
    for file in files {
        let is_sheet = sheet.is_none() && file.is_sheet();
        let file_kept = keep(house, &file.name, file.opens.unwrap_or_default(), file.bytes).await?;
        if is_sheet {
            sheet = Some(file_kept);
        } else {
            attached.push(Attached { file: file_kept, description: file.description, held: file.opens.err() });
        }
    }
    let sender = Sender { organ_id, exchange_id, business, reason, ended };
    let edition = folder.edition;
    let command = TakeIn { edition, content, number, date, sheet, attached, sender, package };
    house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await
}

/// Away from the threads that answer requests: a package may be large.
async fn read(house: &House, folder: &Folder, bytes: Vec<u8>) -> Result<Came, Halt> {
    let settings = exchange(&mut house.read().await?, folder.edition).await?;
    let read = tokio::task::spawn_blocking(move || read_package(&bytes, &settings)).await.map_err(Halt::fault)?;
    read.map_err(|refusal| refusal.halt())
}

async fn keep(house: &House, name: &str, media_type: &str, bytes: Vec<u8>) -> Result<KeptFile, Halt> {
    let size = i64::try_from(bytes.len()).map_err(Halt::fault)?;
    let name = one_line(name).chars().take(200).collect();
    Ok(KeptFile { hash: house.keep_file(bytes).await?, name, media_type: media_type.to_owned(), size })
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
