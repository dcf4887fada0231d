//! A part's file in pieces, by the tus protocol. What is whole is given with the part's own form, through the
//! same door as a file that came with it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::edition::{PartCode, PartKind};
use hoithi_rules::ids::EntryId;
use hoithi_web::{
    FileSender, House, Page, Path, Streamed, Upload, Whole, announced_type, begin_resumable, end_resumable, let_go_of,
    look_at_resumable, offered_resumable, take_piece, whole_files,
};
use uuid::Uuid;

use super::parts::code_of;
use super::sheet::{Sheet, in_words};
use crate::given::plain_name;
use crate::refusals::DossierRefusal;

/// The field of the part's form.
const FIELD: &str = "file";

/// Files that came in pieces before the form that gives them.
pub(super) struct Before {
    ids: Vec<Uuid>,
    whole: Whole,
}

impl Before {
    /// What whoever writes the dossier sent for this part, all of it.
    pub(super) async fn of(
        house: &House,
        viewer: &Viewer,
        (entry, part): (EntryId, &PartCode),
        uploads: &[&str],
    ) -> Result<Self, Halt> {
        let ids: Result<Vec<_>, _> = uploads.iter().map(|id| id.parse::<Uuid>()).collect();
        let ids = ids.map_err(|_| Halt::not_found())?;
        let whole = whole_files(house, &sender(viewer, entry, part)?, &ids, FIELD).await?;
        Ok(Self { ids, whole })
    }

    /// As if they had come with the form.
    pub(super) fn files(&mut self) -> Vec<Upload> {
        std::mem::take(&mut self.whole.files)
    }

    /// They were taken. What cannot be let go now goes when its time is over.
    pub(super) async fn let_go(self, house: &House) {
        if let Err(halt) = let_go_of(house, &self.ids).await {
            tracing::warn!(?halt, "uploads that were taken stay for a while");
        }
    }
}

fn sender(viewer: &Viewer, entry: EntryId, part: &PartCode) -> Result<FileSender, Halt> {
    let by = viewer.signed_in()?.id.uuid();
    Ok(FileSender { by, target: format!("entry {entry} part {part}") })
}

/// The part of a dossier, for whoever writes it.
async fn open(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (id, part): (EntryId, &str),
) -> Result<(Sheet, FileSender), Halt> {
    let code = code_of(part)?;
    let sheet = Sheet::open_for_writing(house, viewer, page, id).await?;
    let sender = sender(viewer, id, &code)?;
    Ok((sheet, sender))
}

pub(super) async fn offer(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    open(&house, &viewer, page, (id, &part)).await?;
    Ok(offered_resumable(&house))
}

pub(super) async fn begin(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Halt> {
    let (sheet, sender) = open(&house, &viewer, page, (id, &part)).await?;
    let code = code_of(&part)?;
    let asked = sheet.edition.book.rules().dossier_part(code.as_str());
    let Some(PartKind::Pdf { max_megabytes }) = asked.map(|part| part.kind) else { return Err(Halt::not_found()) };
    sheet.may_give(&house, &code)?;
    if let Err(halt) = not_too_large(&headers, max_megabytes.get()) {
        return refused_before_it_begins(sheet, halt);
    }
    begin_resumable(&house, &sender, &headers, &sheet.href(&format!("phan/{code}/tai-len"))).await
}

/// A photograph may be larger than the PDF that is made of it. What it is called decides nothing later.
fn not_too_large(headers: &HeaderMap, max: u32) -> Result<(), Halt> {
    let (name, kind) = announced_type(headers);
    let bytes = headers.get("upload-length").and_then(|bytes| bytes.to_str().ok());
    let bytes: u64 = bytes.and_then(|bytes| bytes.parse().ok()).unwrap_or(0);
    if kind.starts_with("image/") || bytes <= u64::from(max) * 1_000_000 {
        return Ok(());
    }
    Err(DossierRefusal::TooLarge { name: plain_name(&name), bytes, max }).or_refuse()
}

/// The words of the form, before anybody waits for the file to go up.
fn refused_before_it_begins(sheet: Sheet, halt: Halt) -> Result<Response, Halt> {
    match in_words(&sheet.page, &sheet.edition, halt) {
        Halt::Refused(refused) => {
            let said: Vec<String> = refused.iter().map(|each| sheet.page.refusal(each)).collect();
            let plain = [("content-type", "text/plain; charset=utf-8"), ("tus-resumable", "1.0.0")];
            Ok((StatusCode::PAYLOAD_TOO_LARGE, plain, said.join(" ")).into_response())
        }
        other => Err(other),
    }
}

pub(super) async fn look_at(
    State(house): State<House>,
    Path((id, part, upload)): Path<(EntryId, String, Uuid)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Halt> {
    let (_, sender) = open(&house, &viewer, page, (id, &part)).await?;
    look_at_resumable(&house, &sender, upload, &headers).await
}

pub(super) async fn take(
    State(house): State<House>,
    Path((id, part, upload)): Path<(EntryId, String, Uuid)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
    piece: Streamed,
) -> Result<Response, Halt> {
    let (sheet, sender) = open(&house, &viewer, page, (id, &part)).await?;
    sheet.may_give(&house, &code_of(&part)?)?;
    // What is known of the dossier is not held while the piece comes.
    drop(sheet);
    take_piece(&house, &sender, upload, &headers, piece).await
}

pub(super) async fn end(
    State(house): State<House>,
    Path((id, part, upload)): Path<(EntryId, String, Uuid)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
) -> Result<Response, Halt> {
    let (_, sender) = open(&house, &viewer, page, (id, &part)).await?;
    end_resumable(&house, &sender, upload, &headers).await
}
