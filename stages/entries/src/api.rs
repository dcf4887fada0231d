//! Entries for programs: the same operations, the same rights.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer, needs};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, PartKind};
use hoithi_rules::entries::Title;
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Asked, Body, Form, House, Json, Path, Routes};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use crate::change::{Change, Solution};
use crate::given::keep_pdf_aside;
use crate::operations::{Arriving, Begin, Submit, Write, begin, submit, write};
use crate::refusals::DossierRefusal;
use crate::store::{self, List};

mod views;

use views::{AuthorBody, Begun, EntryList, EntryView, ReceiptView, Written};

/// What the API offers of entries.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list, show, create, put, put_part, submission))]
    struct Doc;
    Doc::openapi()
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/api/v1/entries", needs(Permission::EntryViewAll), list)
        .post("/api/v1/entries", Access::SignedIn, create)
        .get("/api/v1/entries/{entry}", Access::SignedIn, show)
        .put("/api/v1/entries/{entry}", Access::SignedIn, put)
        .put("/api/v1/entries/{entry}/parts/{part}", Access::SignedIn, put_part)
        .post("/api/v1/entries/{entry}/submission", Access::SignedIn, submission)
}

/// The entries of an edition, by pages of 50.
#[utoipa::path(
    get, path = "/api/v1/entries", tag = "entries",
    params(
        ("edition" = String, Query, description = "the edition's short name"),
        ("q" = Option<String>, Query, description = "words of number, title, authors, unit; marks do not matter"),
        ("category" = Option<String>, Query), ("state" = Option<String>, Query), ("unit" = Option<String>, Query),
        ("page" = Option<i64>, Query, description = "from 1")
    ),
    responses((status = 200, body = EntryList))
)]
async fn list(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&["edition", "q", "category", "state", "unit", "page"])?;
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, form.value("edition")).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    let listing = store::list(&mut db, edition.id, &asked_for(&form, &edition)?).await?;
    Ok(Json(EntryList::of(listing)).into_response())
}

fn asked_for(form: &Form, edition: &Edition) -> Result<List, Halt> {
    let number = form.choice("page", |text| text.parse::<i64>().ok())?.unwrap_or(1).clamp(1, 1_000);
    Ok(List {
        standing: form.choice("state", |code| code.parse().ok())?,
        category: form.choice("category", |code| edition.book.rules().category_code(code))?,
        unit: form.choice("unit", |id| id.parse().ok())?,
        words: form.value("q").to_owned(),
        most: 50,
        skip: (number - 1) * 50,
        ..List::default()
    })
}

/// One entry. The answer's `ETag` is its version.
#[utoipa::path(
    get, path = "/api/v1/entries/{entry}", tag = "entries", params(("entry" = String, Path)),
    responses((status = 200, body = EntryView), (status = 404, description = "not there, or not for this reader"))
)]
async fn show(State(house): State<House>, Path(id): Path<EntryId>, viewer: Viewer) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let kept = store::dossier(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    if !crate::rights::Person::of(&viewer).may_read(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    let tag = format!("\"{}\"", kept.entry.version);
    Ok(([(ETAG, tag)], Json(EntryView::of(&kept))).into_response())
}

/// A dossier to begin.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewEntry {
    /// The edition's short name.
    edition: String,
    title: Option<String>,
    category: Option<String>,
    /// The unit where the solution was made or is in use.
    unit: Option<String>,
    /// Written for authors without an account.
    #[serde(default)]
    on_behalf: bool,
}

/// Begins a dossier.
#[utoipa::path(
    post, path = "/api/v1/entries", tag = "entries", request_body = NewEntry,
    responses((status = 201, body = Begun), (status = 422, description = "refused, with codes"))
)]
async fn create(State(house): State<House>, viewer: Viewer, Json(new): Json<NewEntry>) -> Result<Response, Halt> {
    let edition = edition_by_slug(&mut house.read().await?, &new.edition).await?.ok_or_else(Halt::not_found)?;
    let mut no = Refusals::new();
    let title = new.title.as_deref().and_then(|title| no.keep("title", title.parse::<Title>()));
    let unit = unit_of(&mut no, new.unit.as_deref());
    no.done()?;
    let category = new.category.as_deref().and_then(CategoryCode::parse);
    let command = Begin { edition: edition.id, title, category, unit, on_behalf: new.on_behalf };
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(begin(act, command.clone()))).await?;
    Ok((StatusCode::CREATED, Json(Begun { id, version: 1 })).into_response())
}

fn unit_of(no: &mut Refusals, given: Option<&str>) -> Option<UnitId> {
    let unit = given.filter(|id| !id.is_empty()).map(str::parse::<UnitId>).transpose();
    if unit.is_err() {
        no.add("entries.unit_unknown", "unit", "this is no unit of the register");
    }
    unit.ok().flatten()
}

/// Everything of a dossier but its parts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EntryBody {
    /// The version that the writer saw.
    version: u32,
    title: Option<String>,
    category: Option<String>,
    /// `individual`, `group` or `organisation`.
    entrant: String,
    organisation: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    created_on: Option<jiff::civil::Date>,
    unit: Option<String>,
    /// In the order of the certificate; an author who is not named here is taken out.
    authors: Vec<AuthorBody>,
    /// Codes of the declarations that are confirmed.
    declarations: Vec<String>,
}

/// Puts the head, the authors and the declarations of a draft in place of what was there.
#[utoipa::path(
    put, path = "/api/v1/entries/{entry}", tag = "entries", params(("entry" = String, Path)), request_body = EntryBody,
    responses((status = 200, body = Written), (status = 422, description = "refused, with codes"))
)]
async fn put(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    Json(body): Json<EntryBody>,
) -> Result<Response, Halt> {
    let kept = store::dossier(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    let named: BTreeSet<_> = body.authors.iter().filter_map(|author| author.id).collect();
    let gone = kept.entry.content.authors.iter().map(|author| author.id).filter(|id| !named.contains(id));
    let mut changes: Vec<Change> = gone.map(Change::WithoutAuthor).collect();
    changes.extend(changes_of(&body)?);
    save(&house, &viewer, Write { entry: id, seen: body.version, changes }).await
}

fn changes_of(body: &EntryBody) -> Result<Vec<Change>, Halt> {
    let mut no = Refusals::new();
    let title = body.title.as_deref().and_then(|title| no.keep("title", title.parse::<Title>()));
    let unit = unit_of(&mut no, body.unit.as_deref());
    let entrant = EntrantKind::ALL.into_iter().find(|kind| kind.code() == body.entrant);
    if entrant.is_none() {
        no.add("entries.entrant_unknown", "entrant", "an entrant is individual, group or organisation");
    }
    let authors: Vec<_> =
        body.authors.iter().enumerate().filter_map(|(index, author)| author.words(&mut no, index)).collect();
    no.done()?;
    let head = Solution {
        title,
        category: body.category.as_deref().and_then(CategoryCode::parse),
        entrant: entrant.unwrap_or(EntrantKind::Individual),
        organisation: body.organisation.clone(),
        created_on: body.created_on,
    };
    let mut changes = vec![Change::Solution(head), Change::Unit(unit)];
    changes.extend(authors.into_iter().map(Change::Author));
    changes.push(Change::Declarations(body.declarations.iter().filter_map(|code| PartCode::parse(code)).collect()));
    Ok(changes)
}

async fn save(house: &House, viewer: &Viewer, command: Write) -> Result<Response, Halt> {
    let version = house.acts.perform(viewer.actor(), move |act| Box::pin(write(act, command.clone()))).await?;
    Ok(([(ETAG, format!("\"{version}\""))], Json(Written { version })).into_response())
}

/// The words of a part.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TextBody {
    text: String,
}

/// Fills one part: JSON with its words, or `application/pdf` with the file itself. `If-Match` names
/// the version that the writer saw.
#[utoipa::path(
    put, path = "/api/v1/entries/{entry}/parts/{part}", tag = "entries",
    params(("entry" = String, Path), ("part" = String, Path), ("if-match" = String, Header)),
    request_body(content((TextBody = "application/json"), (Vec<u8> = "application/pdf"))),
    responses((status = 200, body = Written), (status = 422, description = "refused, with codes"))
)]
async fn put_part(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Halt> {
    let part = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let seen = text(IF_MATCH).trim_matches('"').parse().map_err(|_| DossierRefusal::NoVersion).or_refuse()?;
    let change = if text(CONTENT_TYPE).starts_with("application/pdf") {
        let max = largest(&house, &viewer, id, &part).await?;
        Change::File(part.clone(), keep_pdf_aside(&house, format!("{part}.pdf"), body.to_vec(), max).await?)
    } else {
        Change::Text(part, Json::<TextBody>::read(&body)?.0.text)
    };
    save(&house, &viewer, Write { entry: id, seen, changes: vec![change] }).await
}

/// How large a part's file may be; asked before the file is kept, and only by whoever may write.
async fn largest(house: &House, viewer: &Viewer, id: EntryId, part: &PartCode) -> Result<u32, Halt> {
    let mut db = house.read().await?;
    let kept = store::dossier(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    if !crate::rights::Person::of(viewer).may_write(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    match edition.book.rules().dossier_part(part.as_str()).map(|part| part.kind) {
        Some(PartKind::Pdf { max_megabytes }) => Ok(max_megabytes.get()),
        _ => Err(DossierRefusal::NoSuchPart { part: part.clone() }).or_refuse(),
    }
}

/// The version that the submitter read back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Submission {
    version: u32,
}

/// Submits a draft, or a returned dossier again. Sent twice, it answers with the same receipt.
#[utoipa::path(
    post, path = "/api/v1/entries/{entry}/submission", tag = "entries", params(("entry" = String, Path)),
    request_body = Submission,
    responses((status = 201, body = ReceiptView), (status = 422, description = "everything that stands in the way"))
)]
async fn submission(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    Json(asked): Json<Submission>,
) -> Result<Response, Halt> {
    let command = Submit { entry, seen: asked.version, arriving: Arriving::Online };
    let receipt = house.acts.perform(viewer.actor(), move |act| Box::pin(submit(act, command.clone()))).await?;
    Ok((StatusCode::CREATED, Json(ReceiptView::of(&receipt))).into_response())
}
