//! A judge's sheet: the dossier left, the marks right; saving, reading back, locking.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_documents::Sha256Hex;
use hoithi_edition::book_of;
use hoithi_entries::{JudgeContent, JudgePart, JudgeThing, entry, judge_parts, judge_things, megabytes};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{AssignmentId, EntryId, RoundId};
use hoithi_rules::judging::Marking;
use hoithi_rules::people::{Permission, Place};
use hoithi_screening::as_released;
use hoithi_store::{Conn, Remembered};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};
use jiff::Timestamp;

use super::points;
use super::recusal::UnderDesk;
use super::sheet_form::{self, CriterionView};
use crate::assignments::{OwnAssignment, own};
use crate::operations::{LockSheet, SaveSheet, SavedSheet, lock_sheet, problems, save_sheet};
use crate::rounds;
use crate::sheets::{Sheet, own_sheet};

/// The visitor's own assignment; anybody else's is not there, and under the seal nobody's is read.
pub(crate) async fn own_of(db: &mut Conn, viewer: &Viewer, handle: AssignmentId) -> Result<OwnAssignment, Halt> {
    let account = viewer.signed_in()?.id;
    let own = own(db, account, handle).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::SheetMark, Place::edition(own.edition))?;
    if own.sealed {
        return Err(Halt::refused("judging.round_sealed", None, "the round is sealed: nobody reads a sheet"));
    }
    Ok(own)
}

/// What judges read of an entry in a round.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) all: Vec<JudgePart>,
    /// Whether the files among them are the released copies. What judges of names read, and of rounds
    /// that began before copies were released, is copied when it is asked for.
    pub(crate) released: bool,
    /// The files that the authors gave, in the same places.
    pub(crate) originals: Vec<Option<Sha256Hex>>,
}

/// The parts of dossiers in rounds. What a round marks was frozen before the round began, so each
/// is read once.
static PARTS: Remembered<(RoundId, EntryId), Arc<Parts>> = Remembered::at_most(500);

pub(crate) async fn parts_of(db: &mut Conn, own: &OwnAssignment) -> Result<Arc<Parts>, Halt> {
    let key = (own.round, own.entry);
    if let Some(parts) = PARTS.get(&key) {
        return Ok(parts);
    }
    let book = book_of(db, own.edition, own.book_version).await?.ok_or_else(Halt::not_found)?;
    let given = judge_parts(db, own.entry, &book).await?;
    let blind = rounds::frozen(db, own.round, own.book_version).await?.blind;
    let copies = if blind { as_released(db, own.entry, &given, own.started_at).await? } else { None };
    let originals = given.iter().map(original).collect();
    let parts = Arc::new(Parts { released: copies.is_some(), all: copies.unwrap_or(given), originals });
    PARTS.keep(key, &parts);
    Ok(parts)
}

fn original(part: &JudgePart) -> Option<Sha256Hex> {
    match &part.content {
        JudgeContent::Pdf { sha256, .. } | JudgeContent::Video { sha256, .. } => Some(sha256.clone()),
        JudgeContent::Text(_) | JudgeContent::Unshown => None,
    }
}

#[derive(Template)]
#[template(path = "judging/sheet.html")]
struct SheetPage {
    page: Page,
    form: Form,
    /// What was not done, where something was refused.
    deed: &'static str,
    own: OwnAssignment,
    parts: Vec<PartView>,
    things: Vec<ThingView>,
    criteria: Vec<CriterionView>,
    writable: bool,
    withdrawable: bool,
    total: String,
    max: String,
    saved: String,
    comment: String,
    /// Who made it and where: only where the rule book says that judging is not blind.
    authors: Option<String>,
    /// The newer sheet's marks, where another tab saved first.
    newer: Vec<String>,
}

struct PartView {
    name: String,
    text: Option<String>,
    file: Option<FileView>,
}

struct FileView {
    href: String,
    label: String,
    video: bool,
}

/// A model or sample of the entry that can be looked at.
struct ThingView {
    label: String,
    name: String,
    place: String,
    /// Where each of its photographs is.
    photos: Vec<String>,
}

/// Everything behind a sheet's page.
struct Loaded {
    own: OwnAssignment,
    marking: Arc<Marking>,
    sheet: Sheet,
    parts: Arc<Parts>,
    things: Vec<JudgeThing>,
    authors: Option<String>,
}

async fn load(house: &House, viewer: &Viewer, handle: AssignmentId) -> Result<Loaded, Halt> {
    let mut db = house.read().await?;
    let own = own_of(&mut db, viewer, handle).await?;
    let marking = rounds::frozen(&mut db, own.round, own.book_version).await?;
    let sheet = own_sheet(&mut db, &own).await?;
    let parts = parts_of(&mut db, &own).await?;
    let things = judge_things(&mut db, own.entry).await?;
    let authors = if marking.blind { None } else { authors_of(&mut db, &own).await? };
    Ok(Loaded { own, marking, sheet, parts, things, authors })
}

/// Some offices' own form shows the authors to the jury; their rule books say so.
async fn authors_of(db: &mut Conn, own: &OwnAssignment) -> Result<Option<String>, Halt> {
    let Some(card) = entry(db, own.entry).await? else { return Ok(None) };
    let names = card.authors.iter().map(|author| author.name.to_string());
    let unit = Some(card.unit_name).filter(|unit| !unit.is_empty());
    Ok(Some(names.chain(unit).collect::<Vec<_>>().join(", ")))
}

impl Loaded {
    fn writable(&self) -> bool {
        self.own.marking && self.own.state.is_open()
    }

    fn view(self, page: Page, form: Form) -> SheetPage {
        let page = page.named(format!("{} · {}", self.own.blind_code, self.own.title)).under_desk();
        let rubric = &self.marking.rubric;
        SheetPage {
            parts: self
                .parts
                .all
                .iter()
                .enumerate()
                .map(|(index, part)| part_view(&page, &self.own, index, part))
                .collect(),
            things: self.things.iter().zip(1..).map(|(thing, place)| thing_view(&self.own, thing, place)).collect(),
            criteria: sheet_form::criteria(&page, rubric, &self.sheet.written),
            writable: self.writable(),
            withdrawable: self.own.marking,
            total: points(&page, self.sheet.written.total()),
            max: points(&page, rubric.max()),
            saved: said(&page, &self.sheet),
            comment: self.sheet.written.comment,
            authors: self.authors,
            newer: Vec::new(),
            deed: "save",
            own: self.own,
            form,
            page,
        }
    }
}

fn part_view(page: &Page, own: &OwnAssignment, index: usize, part: &JudgePart) -> PartView {
    let name = part.name.clone();
    match &part.content {
        JudgeContent::Text(text) => PartView { name, text: Some(text.clone()), file: None },
        JudgeContent::Pdf { bytes, .. } => {
            let href = format!("/cham/{}/tep/{}", own.id, index + 1);
            let label = page.t1("judging-open-file", "size", megabytes(*bytes));
            PartView { name, text: None, file: Some(FileView { href, label, video: false }) }
        }
        JudgeContent::Video { .. } => {
            let href = format!("/cham/{}/tep/{}", own.id, index + 1);
            let label = page.t("judging-open-video");
            PartView { name, text: None, file: Some(FileView { href, label, video: true }) }
        }
        JudgeContent::Unshown => PartView { name, text: Some(page.t("judging-video-unshown")), file: None },
    }
}

fn thing_view(own: &OwnAssignment, thing: &JudgeThing, place: usize) -> ThingView {
    let photo = |number: usize| format!("/cham/{}/hien-vat/{place}/{number}", own.id);
    ThingView {
        label: thing.label.to_string(),
        name: thing.name.clone(),
        place: thing.place.clone(),
        photos: (1..=thing.photos.len()).map(photo).collect(),
    }
}

/// "Đã lưu lúc 10:32", or since when it is locked.
fn said(page: &Page, sheet: &Sheet) -> String {
    match (sheet.locked_at, sheet.saved_at) {
        (Some(at), _) => page.t1("judging-locked-at", "when", page.instant(at)),
        (None, Some(at)) => saved_at(page, at),
        (None, None) => page.t("judging-not-saved-yet"),
    }
}

fn saved_at(page: &Page, at: Timestamp) -> String {
    let there = at.to_zoned(page.zone());
    page.t1("judging-saved-at", "time", format!("{}:{:02}", there.hour(), there.minute()))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let loaded = load(&house, &viewer, handle).await?;
    let form = sheet_form::filled(&page, &loaded.marking.rubric, &loaded.sheet);
    html(&loaded.view(page, form))
}

/// What the form asks to be saved, or everything that is wrong with it.
fn command(loaded: &Loaded, form: &Form) -> Result<SaveSheet, Halt> {
    let rubric = &loaded.marking.rubric;
    sheet_form::only(form, rubric)?;
    let (written, mut refused) = sheet_form::read(form, rubric);
    if refused.is_empty() {
        let seen = form.value("version").parse().unwrap_or_default();
        return Ok(SaveSheet { sheet: loaded.own.id, written, seen });
    }
    refused.extend(problems(&loaded.own, &loaded.marking, &written));
    Err(Halt::Refused(refused))
}

async fn try_to_save(house: &House, viewer: &Viewer, loaded: &Loaded, form: &Form) -> Result<SavedSheet, Halt> {
    let command = command(loaded, form)?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(save_sheet(act, command.clone()))).await
}

pub(super) async fn save(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let loaded = load(&house, &viewer, handle).await?;
    match try_to_save(&house, &viewer, &loaded, &form).await {
        Ok(_) if form.checked("next", "doc-lai") => Ok(redirect(&format!("/cham/{handle}/doc-lai"))),
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/cham/{handle}#phieu"), "judging-saved")),
        Err(halt) => {
            let loaded = load(&house, &viewer, handle).await?;
            let met = met_another_tab(&halt);
            if met {
                form = sheet_form::on_version(&form, &loaded.marking.rubric, loaded.sheet.version);
            }
            form.keep_refusals(&page, halt)?;
            let newer = if met { read_aloud(&page, &loaded) } else { Vec::new() };
            html(&SheetPage { newer, saved: String::new(), ..loaded.view(page, form) })
        }
    }
}

fn met_another_tab(halt: &Halt) -> bool {
    matches!(halt, Halt::Refused(refused) if refused.iter().any(|each| each.code == "judging.changed_meanwhile"))
}

/// The newer sheet is kept and shown; what was typed stays in the form and may replace it knowingly.
fn read_aloud(page: &Page, loaded: &Loaded) -> Vec<String> {
    let criteria = sheet_form::criteria(page, &loaded.marking.rubric, &loaded.sheet.written);
    let mut lines: Vec<String> = criteria.iter().map(|each| format!("{}: {}", each.name, each.given)).collect();
    lines.insert(0, said(page, &loaded.sheet));
    lines
}

/// The script's save: one sentence back, and the version that the next save starts from.
pub(super) async fn save_itself(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let loaded = load(&house, &viewer, handle).await?;
    match try_to_save(&house, &viewer, &loaded, &posted.form).await {
        Ok(saved) => {
            let mut response = sentence(StatusCode::OK, saved_at(&page, saved.at));
            let version = HeaderValue::from(saved.version);
            response.headers_mut().insert(HeaderName::from_static("x-version"), version);
            Ok(response)
        }
        Err(Halt::Refused(refused)) => {
            let sentences: Vec<String> = refused.iter().map(|each| page.refusal(each)).collect();
            let text = page.t1("judging-not-saved", "why", sentences.join(" "));
            Ok(sentence(StatusCode::UNPROCESSABLE_ENTITY, text))
        }
        Err(other) => Err(other),
    }
}

fn sentence(status: StatusCode, text: String) -> Response {
    (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

#[derive(Template)]
#[template(path = "judging/read_back.html")]
struct ReadBackPage {
    page: Page,
    form: Form,
    own: OwnAssignment,
    criteria: Vec<CriterionView>,
    total: String,
    max: String,
    comment: String,
}

impl ReadBackPage {
    fn of(page: Page, form: Form, loaded: Loaded) -> Self {
        let page = page.titled("judging-read-back").under_desk();
        let page = page.under(loaded.own.blind_code.to_string(), format!("/cham/{}", loaded.own.id));
        let rubric = &loaded.marking.rubric;
        Self {
            criteria: sheet_form::criteria(&page, rubric, &loaded.sheet.written),
            total: points(&page, loaded.sheet.written.total()),
            max: points(&page, rubric.max()),
            comment: loaded.sheet.written.comment,
            own: loaded.own,
            form,
            page,
        }
    }
}

pub(super) async fn read_back(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let loaded = load(&house, &viewer, handle).await?;
    if !loaded.writable() {
        return Ok(redirect(&format!("/cham/{handle}#phieu")));
    }
    let form = Form::new().with("version", loaded.sheet.version);
    html(&ReadBackPage::of(page, form, loaded))
}

pub(super) async fn lock(
    State(house): State<House>,
    Path(handle): Path<AssignmentId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version"])?;
    let loaded = load(&house, &viewer, handle).await?;
    let command = LockSheet { sheet: handle, seen: form.value("version").parse().unwrap_or_default() };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(lock_sheet(act, command))).await {
        Ok(()) => {
            let to = loaded.own.next.map_or_else(|| "/cham".to_owned(), |next| format!("/cham/{next}"));
            Ok(redirect_with_flash(&house.site, &to, "judging-locked-flash"))
        }
        Err(halt) => {
            let loaded = load(&house, &viewer, handle).await?;
            // What is missing is written on the sheet, so that is where its faults lead.
            form = sheet_form::filled(&page, &loaded.marking.rubric, &loaded.sheet);
            form.keep_refusals(&page, halt)?;
            html(&SheetPage { deed: "lock", ..loaded.view(page, form) })
        }
    }
}
