//! One part of the dossier: words, or a file.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{DocumentCard, public_documents};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::edition::{DossierPart, PartCode, PartKind};
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, Upload, html, redirect_with_flash};

use super::begin::limits;
use super::sheet::{Sheet, save, seen};
use super::tasks::saved;
use crate::change::Change;
use crate::given::keep_pdf_aside;
use crate::operations::{TakeScan, take_scan};
use crate::refusals::DossierRefusal;
use crate::words::megabytes;

#[derive(Template)]
#[template(path = "entries/part.html")]
struct PartPage {
    page: Page,
    form: Form,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    /// The part as the rule book asks for it; none for one that came from elsewhere.
    part: Option<DossierPart>,
    here: String,
    view: String,
    /// Name and size of the file that is there.
    file: Option<(String, String)>,
    file_label: String,
    given: bool,
    max: String,
    limits: String,
    /// Forms of the contest's register to be filled in, signed and sent back.
    forms: Vec<DocumentCard>,
}

impl PartPage {
    async fn of(house: &House, sheet: Sheet, code: &PartCode) -> Result<Self, Halt> {
        let mut forms = public_documents(&mut house.read().await?, sheet.edition.id).await?;
        forms.retain(DocumentCard::is_form);
        let part = sheet.edition.book.rules().dossier_part(code.as_str()).cloned();
        let content = sheet.kept.part(code);
        if part.is_none() && content.is_none() {
            return Err(Halt::not_found());
        }
        let file = match content {
            Some(PartContent::File(file)) => Some((file.name.clone(), megabytes(file.bytes))),
            _ => None,
        };
        let max = match part.as_ref().map(|part| part.kind) {
            Some(PartKind::Text { max_characters }) => max_characters.to_string(),
            _ => String::new(),
        };
        let name = part.as_ref().map_or_else(|| code.to_string(), |part| part.name.clone());
        Ok(Self {
            here: sheet.href(&format!("phan/{code}")),
            view: format!("/ho-so/{}/tep/{code}", sheet.kept.id()),
            file_label: sheet.page.t(if file.is_some() { "entries-file-replace" } else { "entries-file-choose" }),
            given: content.is_some(),
            now: vec![(name.clone(), shown(content))],
            limits: part.as_ref().map(|part| limits(&sheet.page, part.kind)).unwrap_or_default(),
            part,
            file,
            forms,
            max,
            page: sheet.page.named(name),
            form: sheet.form,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        })
    }
}

pub(super) fn shown(content: Option<&PartContent>) -> String {
    match content {
        Some(PartContent::Text(text)) => text.clone(),
        Some(PartContent::File(file)) => file.name.clone(),
        None => String::new(),
    }
}

fn code_of(part: &str) -> Result<PartCode, Halt> {
    PartCode::parse(part).ok_or_else(Halt::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let code = code_of(&part)?;
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_give(&house, &code)?;
    if let Some(PartContent::Text(text)) = sheet.kept.part(&code) {
        sheet.form = Form::new().with("text", text);
    }
    html(&PartPage::of(&house, sheet, &code).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let code = code_of(&part)?;
    let Posted { form, files } = posted;
    form.only(&["version", "text"])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    let change = change(&house, &sheet, &code, &form, files).await;
    let done = match change {
        Ok(Change::File(part, file)) if sheet.awaits_scan(&part) => {
            let command = TakeScan { entry: id, seen: seen(&form)?, part, file };
            house.acts.perform(viewer.actor(), move |act| Box::pin(take_scan(act, command.clone()))).await
        }
        change => save(&house, &viewer, id, &form, change.map(|change| vec![change])).await,
    };
    match done {
        Ok(_) => saved(&house, &viewer, sheet.page, id, |field| field == format!("parts.{part}")).await,
        Err(halt) => {
            let sheet = Sheet::open_anew(&house, &viewer, sheet, id).await?;
            html(&PartPage::of(&house, sheet.refused(form, halt)?, &code).await?)
        }
    }
}

async fn change(
    house: &House,
    sheet: &Sheet,
    code: &PartCode,
    form: &Form,
    files: Vec<Upload>,
) -> Result<Change, Halt> {
    let rules = sheet.edition.book.rules();
    match rules.dossier_part(code.as_str()).ok_or_else(Halt::not_found)?.kind {
        PartKind::Text { .. } => Ok(Change::Text(code.clone(), form.raw("text").to_owned())),
        PartKind::Pdf { max_megabytes } => {
            sheet.may_give(house, code)?;
            let upload = files.into_iter().find(|file| file.field == "file");
            let upload = upload.ok_or(DossierRefusal::FileMissing).or_refuse()?;
            let file = keep_pdf_aside(house, upload.name, upload.bytes, max_megabytes.get()).await?;
            Ok(Change::File(code.clone(), file))
        }
    }
}

/// What the page's script sends while somebody types: one sentence back, and the new version.
pub(super) async fn save_itself(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let code = code_of(&part)?;
    posted.form.only(&["version", "text"])?;
    let changes = Ok(vec![Change::Text(code, posted.form.raw("text").to_owned())]);
    let plain = (HeaderName::from_static("content-type"), "text/plain; charset=utf-8".to_owned());
    match save(&house, &viewer, id, &posted.form, changes).await {
        Ok(version) => {
            let at = house.clock().now().to_zoned(page.zone());
            let said = page.t1("entries-saved-at", "time", format!("{}:{:02}", at.hour(), at.minute()));
            Ok(([plain, (HeaderName::from_static("x-version"), version.to_string())], said).into_response())
        }
        Err(Halt::Refused(refused)) => {
            let said: Vec<String> = refused.iter().map(|each| page.refusal(each)).collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, [plain], said.join(" ")).into_response())
        }
        Err(halt) => Err(halt),
    }
}

pub(super) async fn take_away(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    let code = code_of(&part)?;
    posted.form.only(&["version"])?;
    save(&house, &viewer, id, &posted.form, Ok(vec![Change::WithoutPart(code)])).await?;
    Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-part-removed"))
}
