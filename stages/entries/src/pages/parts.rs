//! One part of the dossier: words, or a file.

use std::num::NonZeroU16;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{DocumentCard, public_documents};
use hoithi_journal::{Denied, Halt};
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::edition::{DossierPart, PartCode, PartKind};
use hoithi_rules::entries::{DossierHash, PartContent, PrintCode};
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, Upload, html, redirect, redirect_with_flash};

use super::begin::limits;
use super::fields::{FieldView, filled, names, typed, views};
use super::resumed;
use super::sheet::{Sheet, save, seen};
use super::tasks::saved;
use crate::change::Change;
use crate::given::{GivenFile, keep_pdf_aside};
use crate::operations::{PromiseFile, TakePromised, TakeScan, promise_file, take_promised, take_scan};
use crate::photographs::{MOST_PHOTOGRAPHS, is_photograph, keep_photographs};
use crate::picture_refusal::PictureRefusal;
use crate::receipt::follows;
use crate::refusals::DossierRefusal;
use crate::secret::secret_address;
use crate::standing::Standing;
use crate::store::{self, FileVerdict, PartFile};
use crate::videos::{VideoLimits, given_video};
use crate::words::megabytes;

/// Chosen where the form that came back was not printed here.
const ELSEWHERE: &str = "khong-in-tu-day";

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
    /// Where it is kept secret, and whether it is.
    secret: (String, bool),
    /// Every file that was ever given for it, the last one first.
    versions: Vec<PartFile>,
    /// Name and size of the file that is there.
    file: Option<(String, String)>,
    file_label: String,
    given: bool,
    max: String,
    limits: String,
    /// The hash that was given for a file that follows, and until when it may.
    promised: Option<(String, String)>,
    /// How many hours after the submission a file may follow its hash, where that is offered now.
    may_follow: Option<u16>,
    /// The largest form that is taken, bytes, and how it is told.
    most: (usize, String),
    /// Forms of the contest's register to be filled in, signed and sent back.
    forms: Vec<DocumentCard>,
    /// The prints that a stamped form may show, where this part is filled by one; the last one first.
    prints: Option<Vec<(String, String)>>,
    /// Where the form is printed.
    print_here: String,
    /// What is written under headings; empty where the part is one text or one file.
    fields: Vec<FieldView>,
    /// Whether the part is a video.
    video: bool,
}

impl PartPage {
    async fn of(house: &House, sheet: Sheet, code: &PartCode) -> Result<Self, Halt> {
        if sheet.holds_back(code) {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let mut db = house.read().await?;
        let mut forms = public_documents(&mut db, sheet.edition.id).await?;
        let versions = store::files_of_part(&mut db, sheet.kept.id(), code).await?;
        forms.retain(DocumentCard::is_form);
        let prints = prints(&mut db, &sheet, code).await?;
        drop(db);
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
        let fields = part.as_ref().map(|part| views(&sheet.page, part)).unwrap_or_default();
        let name = part.as_ref().map_or_else(|| code.to_string(), |part| part.name.clone());
        Ok(Self {
            here: sheet.href(&format!("phan/{code}")),
            view: format!("/ho-so/{}/tep/{code}", sheet.kept.id()),
            secret: (secret_address(sheet.kept.id(), code), sheet.kept.is_secret(code, sheet.edition.book.rules())),
            file_label: sheet.page.t(if file.is_some() { "entries-file-replace" } else { "entries-file-choose" }),
            given: content.is_some(),
            promised: promised(&sheet, code),
            may_follow: may_follow(&sheet, part.as_ref(), content.is_some()),
            now: vec![(name.clone(), shown(part.as_ref(), content))],
            limits: part.as_ref().map(|part| taken(&sheet.page, part.kind)).unwrap_or_default(),
            most: most(&sheet.page, house.site.largest_upload),
            video: part.as_ref().is_some_and(|part| part.kind.is_video()),
            part,
            versions,
            file,
            forms,
            prints,
            print_here: sheet.href("phieu"),
            fields,
            max,
            page: sheet.page.named(name),
            form: sheet.form,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        })
    }
}

/// What the part takes, with photographs where it takes a PDF.
pub(super) fn taken(page: &Page, kind: PartKind) -> String {
    match kind {
        PartKind::Text { .. } | PartKind::Video { .. } | PartKind::Fields => limits(page, kind),
        PartKind::Pdf { .. } => {
            let photographs = page.t1("entries-limit-photographs", "most", MOST_PHOTOGRAPHS);
            format!("{}. {photographs}", limits(page, kind))
        }
    }
}

fn most(page: &Page, bytes: usize) -> (usize, String) {
    (bytes, page.t1("entries-files-most", "max", bytes / 1_000_000))
}

impl PartPage {
    /// The last file that was given, where it was put apart.
    fn put_apart(&self) -> Option<&PartFile> {
        self.versions.first().filter(|last| last.verdict == FileVerdict::Infected)
    }

    /// What is known of the file that is there.
    fn verdict(&self) -> FileVerdict {
        self.versions.first().map_or(FileVerdict::NotScanned, |last| last.verdict)
    }
}

fn promised(sheet: &Sheet, code: &PartCode) -> Option<(String, String)> {
    let promise = sheet.kept.promise(code)?;
    Some((DossierHash(promise.sha256).to_string(), follows(&sheet.page, promise.until)))
}

/// Offered for a file that a draft still lacks.
fn may_follow(sheet: &Sheet, part: Option<&DossierPart>, given: bool) -> Option<u16> {
    let is_file = part.is_some_and(|part| part.kind.max_megabytes().is_some());
    let hours = sheet.edition.book.rules().files_after.filter(|_| is_file && !given);
    hours.filter(|_| sheet.kept.standing == Standing::Draft).map(NonZeroU16::get)
}

/// The prints that the stamped form may show, by code and instant; none where this part is no such form.
async fn prints(db: &mut Conn, sheet: &Sheet, code: &PartCode) -> Result<Option<Vec<(String, String)>>, Halt> {
    if !is_stamped(sheet, code) {
        return Ok(None);
    }
    let prints = store::prints(db, sheet.kept.id()).await?;
    let mut choices: Vec<(String, String)> = prints
        .iter()
        .map(|print| {
            let facts = [("code", print.code.to_string()), ("at", sheet.page.instant(print.at))];
            (print.code.to_string(), sheet.page.tx("entries-stamp-shows-print", &facts))
        })
        .collect();
    choices.push((ELSEWHERE.to_owned(), sheet.page.t("entries-stamp-shows-none")));
    Ok(Some(choices))
}

fn is_stamped(sheet: &Sheet, code: &PartCode) -> bool {
    sheet.edition.book.rules().stamped_part().is_some_and(|part| part.code == *code)
}

/// Which print the form shows that was just given; none where it was not printed here, or nobody says.
fn shows(form: &Form) -> Result<Option<PrintCode>, Halt> {
    match form.given("shows") {
        None | Some(ELSEWHERE) => Ok(None),
        Some(code) => code.parse().map(Some).or_refuse(),
    }
}

pub(super) fn shown(part: Option<&DossierPart>, content: Option<&PartContent>) -> String {
    match content {
        Some(PartContent::Values(values)) => part.map(|part| part.told(values, false)).unwrap_or_default(),
        Some(PartContent::Text(text)) => text.clone(),
        Some(PartContent::File(file)) => file.name.clone(),
        None => String::new(),
    }
}

pub(super) fn code_of(part: &str) -> Result<PartCode, Halt> {
    PartCode::parse(part).ok_or_else(Halt::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["phieu"])?;
    let code = code_of(&part)?;
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_give(&house, &code)?;
    if sheet.holds_back(&code) {
        return Ok(redirect(&secret_address(id, &code)));
    }
    if let Some(print) = asked.given("phieu") {
        sheet.form = Form::new().with("shows", print);
    }
    if let Some(PartContent::Text(text)) = sheet.kept.part(&code) {
        sheet.form = Form::new().with("text", text);
    }
    if let (Some(part), Some(PartContent::Values(values))) =
        (sheet.edition.book.rules().dossier_part(code.as_str()), sheet.kept.part(&code))
    {
        sheet.form = filled(&sheet.page, part, values, Form::new());
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
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    only_its_fields(&sheet, &code, &form)?;
    match brought(&house, &viewer, &sheet, (&code, &form), files).await {
        Ok(_) => saved(&house, &viewer, sheet.page, id, |field| field == format!("parts.{part}")).await,
        Err(halt) => {
            let sheet = Sheet::open_anew(&house, &viewer, sheet, id).await?;
            html(&PartPage::of(&house, sheet.refused(form, halt)?, &code).await?)
        }
    }
}

/// A form brings what its part asks for, and nothing else.
fn only_its_fields(sheet: &Sheet, code: &PartCode, form: &Form) -> Result<(), Halt> {
    let own = sheet.edition.book.rules().dossier_part(code.as_str()).map(names).unwrap_or_default();
    form.only(
        &own.iter().map(String::as_str).chain(["version", "text", "shows", "agreed", "upload"]).collect::<Vec<_>>(),
    )
}

/// The files come with the form, or came before it in pieces: they are taken alike.
async fn brought(
    house: &House,
    viewer: &Viewer,
    sheet: &Sheet,
    (code, form): (&PartCode, &Form),
    files: Vec<Upload>,
) -> Result<u32, Halt> {
    let uploads = form.values("upload");
    if uploads.is_empty() {
        return give(house, viewer, sheet, (code, form), files).await;
    }
    let mut before = resumed::Before::of(house, viewer, (sheet.kept.id(), code), &uploads).await?;
    let version = give(house, viewer, sheet, (code, form), before.files()).await?;
    before.let_go(house).await;
    Ok(version)
}

/// Writes what was given for a part of a draft, or takes in what comes beside what was received.
async fn give(
    house: &House,
    viewer: &Viewer,
    sheet: &Sheet,
    (code, form): (&PartCode, &Form),
    files: Vec<Upload>,
) -> Result<u32, Halt> {
    let id = sheet.kept.id();
    let stamped = is_stamped(sheet, code);
    match change(house, sheet, code, form, files).await {
        Ok(Change::File(part, file)) if sheet.awaits_scan(&part) => {
            let shows = if stamped { shows(form)? } else { None };
            let command = TakeScan { entry: id, seen: seen(form)?, part, file, shows };
            house.acts.perform(viewer.actor(), move |act| Box::pin(take_scan(act, command.clone()))).await
        }
        Ok(Change::File(part, file)) if sheet.awaits_promised(&part) => {
            let shows = if stamped { shows(form)? } else { None };
            let command = TakePromised { entry: id, part, file, shows };
            house.acts.perform(viewer.actor(), move |act| Box::pin(take_promised(act, command.clone()))).await
        }
        // Where nobody says, it shows the last print.
        Ok(change) if stamped && form.given("shows").is_some() => {
            let changes = shows(form).map(|print| vec![change, Change::Shows(code.clone(), print)]);
            save(house, viewer, id, form, changes).await
        }
        change => save(house, viewer, id, form, change.map(|change| vec![change])).await,
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
    let part = rules.dossier_part(code.as_str()).ok_or_else(Halt::not_found)?;
    match part.kind {
        PartKind::Fields => Ok(Change::Values(code.clone(), typed(part, form))),
        PartKind::Text { .. } => Ok(Change::Text(code.clone(), form.raw("text").to_owned())),
        PartKind::Pdf { max_megabytes } => {
            sheet.may_give(house, code)?;
            let file = given_file(house, &sheet.page, form, files, max_megabytes.get()).await?;
            Ok(Change::File(code.clone(), file))
        }
        PartKind::Video { max_megabytes: megabytes, max_minutes: minutes } => {
            sheet.may_give(house, code)?;
            let agreed = sheet.page.t("entries-video-agreed");
            let file = given_video(house, (form, agreed), files, VideoLimits { megabytes, minutes }).await?;
            Ok(Change::File(code.clone(), file))
        }
    }
}

/// The file that a form brings: a PDF, or the one that its photographs become.
pub(super) async fn given_file(
    house: &House,
    page: &Page,
    form: &Form,
    files: Vec<Upload>,
    max: u32,
) -> Result<GivenFile, Halt> {
    let uploads: Vec<Upload> = files.into_iter().filter(|file| file.field == "file").collect();
    if uploads.iter().any(|upload| is_photograph(&upload.bytes)) {
        return photographed(house, page, form, uploads, max).await;
    }
    let upload = only(uploads)?;
    keep_pdf_aside(house, upload.name, upload.bytes, max).await
}

/// Pages of one paper come as one file, unless they were photographed.
fn only(mut uploads: Vec<Upload>) -> Result<Upload, Halt> {
    let first = uploads.pop().ok_or(DossierRefusal::FileMissing).or_refuse()?;
    if uploads.is_empty() { Ok(first) } else { Err(PictureRefusal::SeveralFiles).or_refuse() }
}

/// Photographs are taken once their sender has looked for patients and children on them.
async fn photographed(
    house: &House,
    page: &Page,
    form: &Form,
    uploads: Vec<Upload>,
    max: u32,
) -> Result<GivenFile, Halt> {
    if !form.checked("agreed", "co") {
        return Err(PictureRefusal::Unagreed).or_refuse();
    }
    let name = page.t1("entries-photographs-name", "count", uploads.len());
    keep_photographs(house, (name, page.t("entries-photographs-agreed")), uploads, max).await
}

/// The hash of a file that follows.
pub(super) async fn promise(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let code = code_of(&part)?;
    posted.form.only(&["digest"])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    let digest = posted.form.value("digest").to_owned();
    let command = PromiseFile { entry: id, part: code.clone(), digest };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(promise_file(act, command.clone()))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-promised")),
        Err(halt) => {
            let sheet = Sheet::open_anew(&house, &viewer, sheet, id).await?;
            html(&PartPage::of(&house, sheet.refused(posted.form, halt)?, &code).await?)
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
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    only_its_fields(&sheet, &code, &posted.form)?;
    let changes = change(&house, &sheet, &code, &posted.form, Vec::new()).await.map(|change| vec![change]);
    let page = sheet.page;
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
