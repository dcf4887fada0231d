//! `/api/v1/documents`: the register for programs.

pub(crate) mod arriving;
pub(crate) mod registering;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_edition::{asked_edition, edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::{DocumentKind, Ending, Urgency};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json, Path};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::document::{Document, DocumentCard, KeptFile};
use crate::file::answer_word;
use crate::store::{self, Filter};
use crate::word::word_file;

/// One document of the register.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentAnswer {
    /// Its id.
    #[schema(value_type = String)]
    id: DocumentId,
    /// Code of its kind: `decision`, `official_letter`, `other:Thể lệ`.
    kind: String,
    /// Who issues it.
    issuer: String,
    /// What it is about.
    subject: String,
    /// `draft` or `signed`.
    state: &'static str,
    /// Number and symbol, once signed.
    number: Option<String>,
    /// The day it bears, once signed.
    date: Option<String>,
    /// `draft`, `put_forward`, `signed`, `numbered`, `scanned`; who sent it tells what was sent.
    stage: &'static str,
    /// `replaced` or `withdrawn`, where a later document ended it.
    ended: Option<&'static str>,
    /// `urgent`, `very_urgent`, `express`, where that is stamped on it.
    urgency: Option<&'static str>,
    /// Whether anybody may read it.
    public: bool,
}

impl From<DocumentCard> for DocumentAnswer {
    fn from(card: DocumentCard) -> Self {
        Self {
            id: card.id,
            kind: card.kind.code(),
            issuer: card.issuer,
            subject: card.subject,
            state: if card.signed.is_some() { "signed" } else { "draft" },
            number: card.signed.as_ref().map(|(number, _)| number.to_string()),
            date: card.signed.as_ref().map(|(_, date)| date.to_string()),
            stage: card.stage.code(),
            ended: card.ended.map(Ending::code),
            urgency: card.urgency.map(Urgency::code),
            public: card.public,
        }
    }
}

/// Some documents of an edition.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentsAnswer {
    /// How many fit the question in all.
    count: usize,
    /// Those of this page.
    documents: Vec<DocumentAnswer>,
}

const MOST: i64 = 200;

/// Lists an edition's documents: all of them to whoever may read the register, else the public ones.
#[utoipa::path(
    get, path = "/api/v1/documents", operation_id = "documents_list", tag = "documents",
    params(
        ("edition" = String, Query, description = "the edition's slug"),
        ("kind" = Option<String>, Query, description = "code of a kind"),
        ("q" = Option<String>, Query, description = "words, with or without marks"),
        ("after" = Option<i64>, Query, description = "how many to skip; a page has 200")
    ),
    responses((status = 200, body = DocumentsAnswer), (status = 422, description = "a parameter is wrong"))
)]
pub(crate) async fn documents(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let asked = asked.only(&["edition", "kind", "q", "after"])?;
    let skip = asked.choice("after", |text| text.parse::<u32>().ok())?.unwrap_or(0);
    let kind = asked.choice("kind", |code| code.parse::<DocumentKind>().ok())?;
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked).await?;
    let reads_all = viewer.may(Permission::DocumentRead, edition.place());
    if !edition.is_public() && !reads_all {
        return Err(Halt::not_found());
    }
    let filter = Filter {
        kind: kind.map(|kind| kind.code()).unwrap_or_default(),
        words: asked.value("q").to_owned(),
        only_public: !reads_all,
        ..Filter::default()
    };
    let count = store::count(&mut db, edition.id, &filter).await?;
    let cards = store::page_of(&mut db, edition.id, &filter, MOST, i64::from(skip)).await?;
    let documents = cards.into_iter().map(DocumentAnswer::from).collect();
    Ok(Json(DocumentsAnswer { count, documents }).into_response())
}

/// One document with its words.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentView {
    #[serde(flatten)]
    card: DocumentAnswer,
    /// The slug of the edition in whose folder it lies.
    edition: String,
    /// The text of the sheet; empty where only a scan is kept.
    text: String,
    addressees: Vec<String>,
    recipients: Vec<String>,
    /// What it rests on, as far as the asker may read it.
    bases: Vec<DocumentAnswer>,
    file: Option<FileAnswer>,
    /// Changes with every change.
    version: i64,
}

/// The kept scan or signed file.
#[derive(Serialize, ToSchema)]
pub(crate) struct FileAnswer {
    sha256: String,
    media_type: String,
    bytes: i64,
}

impl From<KeptFile> for FileAnswer {
    fn from(file: KeptFile) -> Self {
        Self { sha256: file.hash.to_string(), media_type: file.media_type, bytes: file.size }
    }
}

/// One document: a public one for everybody, any for whoever may read the register.
#[utoipa::path(
    get, path = "/api/v1/documents/{document}", operation_id = "document_show", tag = "documents",
    params(("document" = String, Path, description = "its id")),
    responses((status = 200, body = DocumentView), (status = 404, description = "no such document, or not for the asker"))
)]
pub(crate) async fn document(
    State(house): State<House>,
    Path(id): Path<DocumentId>,
    viewer: Viewer,
) -> Result<Json<DocumentView>, Halt> {
    let mut db = house.read().await?;
    let document = store::document(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(&mut db, document.edition).await?.ok_or_else(Halt::not_found)?;
    let reads_all = viewer.may(Permission::DocumentRead, edition.place());
    // As in the list: of an edition that is not public yet, strangers are told nothing.
    let public = edition.is_public() && document.is_public();
    if !reads_all && !public {
        return Err(Halt::not_found());
    }
    let mut bases = store::bases_of(&mut db, id).await?;
    bases.retain(|card| reads_all || (card.public && card.signed.is_some()));
    let card = document.card().into();
    let Document { content, file, version, .. } = document;
    Ok(Json(DocumentView {
        card,
        edition: edition.slug.to_string(),
        addressees: content.addressees.all().to_vec(),
        recipients: content.recipients.all().to_vec(),
        text: content.text,
        bases: bases.into_iter().map(DocumentAnswer::from).collect(),
        file: file.map(FileAnswer::from),
        version,
    }))
}

/// One document as a Word file, for whoever may read the register.
#[utoipa::path(
    get, path = "/api/v1/documents/{document}/word", operation_id = "document_word", tag = "documents",
    params(("document" = String, Path, description = "its id")),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (status = 404, description = "no such document, or one without a text, or not for the asker")
    )
)]
pub(crate) async fn word(
    State(house): State<House>,
    Path(id): Path<DocumentId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let document = store::document(&mut db, id).await?.filter(Document::has_sheet).ok_or_else(Halt::not_found)?;
    if !viewer.may(Permission::DocumentRead, Place::edition(document.edition)) {
        return Err(Halt::not_found());
    }
    let bases = store::bases_of(&mut db, id).await?;
    drop(db);
    Ok(answer_word(word_file(&house, &document, &bases).await?, "van-ban.docx"))
}

#[derive(OpenApi)]
#[openapi(paths(
    documents,
    document,
    word,
    arriving::take_package,
    registering::register_document,
    registering::revise_document,
    registering::sign_document
))]
struct Doc;

/// This room's part of the API's description.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Doc::openapi()
}
