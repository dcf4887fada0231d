//! `GET /api/v1/documents`: the register for programs.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::document::DocumentCard;
use crate::store::{self, Filter};

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
    get, path = "/api/v1/documents", tag = "documents",
    params(
        ("edition" = String, Query, description = "the edition's id"),
        ("kind" = Option<String>, Query, description = "code of a kind"),
        ("q" = Option<String>, Query, description = "words, with or without marks"),
        ("after" = Option<i64>, Query, description = "how many to skip; a page has 200")
    ),
    responses((status = 200, body = DocumentsAnswer), (status = 422, description = "a parameter is wrong"))
)]
pub(crate) async fn documents(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let asked = asked.only(&["edition", "kind", "q", "after"])?;
    let malformed = |field: &'static str| Halt::refused("web.malformed", Some(field), "this parameter cannot be read");
    let edition: EditionId = asked.value("edition").parse().map_err(|_| malformed("edition"))?;
    let skip: i64 = asked.given("after").unwrap_or("0").parse().map_err(|_| malformed("after"))?;
    let filter = Filter {
        kind: asked.value("kind").to_owned(),
        words: asked.value("q").to_owned(),
        only_public: !viewer.may(Permission::DocumentRead, Place::edition(edition)),
    };
    let mut db = house.read().await?;
    let count = store::count(&mut db, edition, &filter).await?;
    let cards = store::page_of(&mut db, edition, &filter, MOST, skip.max(0)).await?;
    let documents = cards.into_iter().map(DocumentAnswer::from).collect();
    Ok(Json(DocumentsAnswer { count, documents }).into_response())
}

#[derive(OpenApi)]
#[openapi(paths(documents), components(schemas(DocumentAnswer, DocumentsAnswer)))]
struct Doc;

/// This room's part of the API's description.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Doc::openapi()
}
