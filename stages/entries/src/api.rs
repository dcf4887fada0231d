//! Entries for programs: the same operations, the same rights.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer, needs};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, PartKind, Rules};
use hoithi_rules::entries::Title;
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Body, House, Json, Path, Routes, Seen};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use crate::change::{Change, Solution};
use crate::given::keep_pdf_aside;
use crate::kept::KeptEntry;
use crate::operations::{Arriving, Begin, Submit, Withdraw, Write, begin, submit, withdraw, write};
use crate::refusals::DossierRefusal;
use crate::secret::KeptBack;
use crate::store;

mod lists;
mod views;

use views::{AuthorBody, Begun, EntryView, ReceiptView, Written};

/// What the API offers of entries.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(lists::list, lists::search, show, create, put, put_part, remove_part, submission, withdrawal))]
    struct Doc;
    Doc::openapi()
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/api/v1/entries", needs(Permission::EntryViewAll), lists::list)
        .post("/api/v1/entries/search", needs(Permission::EntryViewAll), lists::search)
        .post("/api/v1/entries", Access::SignedIn, create)
        .get("/api/v1/entries/{entry}", Access::SignedIn, show)
        .put("/api/v1/entries/{entry}", Access::SignedIn, put)
        .put_file("/api/v1/entries/{entry}/parts/{part}", Access::SignedIn, put_part)
        .delete("/api/v1/entries/{entry}/parts/{part}", Access::SignedIn, remove_part)
        .post("/api/v1/entries/{entry}/submission", Access::SignedIn, submission)
        .post("/api/v1/entries/{entry}/withdrawal", Access::SignedIn, withdrawal)
}

/// One entry. The answer's `ETag` is its version.
#[utoipa::path(
    get, path = "/api/v1/entries/{entry}", operation_id = "entry_show", tag = "entries", params(("entry" = String, Path)),
    responses((status = 200, body = EntryView), (status = 404, description = "not there, or not for this reader"))
)]
async fn show(State(house): State<House>, Path(id): Path<EntryId>, viewer: Viewer) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let kept = store::dossier(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    if !crate::rights::Person::of(&viewer).may_read(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    let kept_back = KeptBack::of(&mut db, &viewer, &kept, &edition).await?;
    let tag = format!("\"{}\"", kept.entry.version);
    Ok(([(ETAG, tag)], Json(EntryView::of(&kept, &kept_back))).into_response())
}

/// A dossier to begin.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewEntry {
    /// The edition's slug.
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
    post, path = "/api/v1/entries", operation_id = "entry_begin", tag = "entries", request_body = NewEntry,
    responses((status = 201, body = Begun), (status = 422, description = "refused, with codes"))
)]
async fn create(State(house): State<House>, viewer: Viewer, Json(new): Json<NewEntry>) -> Result<Response, Halt> {
    let edition = edition_by_slug(&mut house.read().await?, &new.edition).await?.ok_or_else(Halt::not_found)?;
    let mut no = Refusals::new();
    let title = new.title.as_deref().and_then(|title| no.keep("title", title.parse::<Title>()));
    let unit = unit_of(&mut no, new.unit.as_deref());
    let category = category_of(&mut no, edition.book.rules(), new.category.as_deref());
    no.done()?;
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
    title: Option<String>,
    category: Option<String>,
    /// `individual`, `group` or `organisation`.
    entrant: String,
    organisation: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    created_on: Option<jiff::civil::Date>,
    unit: Option<String>,
    /// Units that helped; left out, they stay as they are.
    assisting: Option<Vec<String>>,
    /// In the order of the certificate; an author who is not named here is taken out.
    authors: Vec<AuthorBody>,
    /// Codes of the declarations that are confirmed.
    declarations: Vec<String>,
}

/// Puts the head, the authors and the declarations of a draft in place of what was there.
#[utoipa::path(
    put, path = "/api/v1/entries/{entry}", operation_id = "entry_write", tag = "entries", request_body = EntryBody,
    params(("entry" = String, Path), ("if-match" = String, Header, description = "the version that the writer saw")),
    responses((status = 200, body = Written), (status = 422, description = "refused, with codes"))
)]
async fn put(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(body): Json<EntryBody>,
) -> Result<Response, Halt> {
    let (kept, edition) = for_writing(&house, &viewer, id).await?;
    let named: BTreeSet<_> = body.authors.iter().filter_map(|author| author.id).collect();
    let gone = kept.entry.content.authors.iter().map(|author| author.id).filter(|id| !named.contains(id));
    let mut changes: Vec<Change> = gone.map(Change::WithoutAuthor).collect();
    changes.extend(changes_of(&body, edition.book.rules())?);
    save(&house, &viewer, Write { entry: id, seen, changes }).await
}

fn changes_of(body: &EntryBody, rules: &Rules) -> Result<Vec<Change>, Halt> {
    let mut no = Refusals::new();
    let title = body.title.as_deref().and_then(|title| no.keep("title", title.parse::<Title>()));
    let unit = unit_of(&mut no, body.unit.as_deref());
    let assisting = body.assisting.as_deref().map(|named| assisting_of(&mut no, named));
    let entrant = EntrantKind::ALL.into_iter().find(|kind| kind.code() == body.entrant);
    if entrant.is_none() {
        no.add("entries.entrant_unknown", "entrant", "an entrant is individual, group or organisation");
    }
    let authors: Vec<_> =
        body.authors.iter().enumerate().filter_map(|(index, author)| author.words(&mut no, index)).collect();
    let category = category_of(&mut no, rules, body.category.as_deref());
    let declarations = declarations_of(&mut no, rules, &body.declarations);
    no.done()?;
    let head = Solution {
        title,
        category,
        entrant: entrant.unwrap_or(EntrantKind::Individual),
        organisation: body.organisation.clone(),
        created_on: body.created_on,
    };
    let mut changes = vec![Change::Solution(head), Change::Unit(unit)];
    changes.extend(assisting.map(Change::Assisting));
    changes.extend(authors.into_iter().map(Change::Author));
    changes.push(Change::Declarations(declarations));
    Ok(changes)
}

fn assisting_of(no: &mut Refusals, named: &[String]) -> BTreeSet<UnitId> {
    let units: Vec<_> = named.iter().filter_map(|id| id.parse::<UnitId>().ok()).collect();
    if units.len() < named.len() {
        no.add("entries.assisting_unknown", "assisting", "this is no unit of the register");
    }
    units.into_iter().collect()
}

fn category_of(no: &mut Refusals, rules: &Rules, given: Option<&str>) -> Option<CategoryCode> {
    let category = given.and_then(|code| rules.category_code(code));
    if given.is_some() && category.is_none() {
        no.add("web.unknown_value", "category", "the rule book has no such category");
    }
    category
}

fn declarations_of(no: &mut Refusals, rules: &Rules, given: &[String]) -> BTreeSet<PartCode> {
    let known = |code: &String| rules.eligibility.declarations.iter().find(|known| known.code.as_str() == code);
    let found: BTreeSet<_> = given.iter().filter_map(known).map(|known| known.code.clone()).collect();
    if given.iter().any(|code| known(code).is_none()) {
        no.add("web.unknown_value", "declarations", "the rule book has no such declaration");
    }
    found
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
    put, path = "/api/v1/entries/{entry}/parts/{part}", operation_id = "part_write", tag = "entries",
    params(("entry" = String, Path), ("part" = String, Path), ("if-match" = String, Header)),
    request_body(content((TextBody = "application/json"), (Vec<u8> = "application/pdf"))),
    responses((status = 200, body = Written), (status = 422, description = "refused, with codes"))
)]
async fn put_part(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    Seen(seen): Seen,
    headers: HeaderMap,
    Body(body): Body,
) -> Result<Response, Halt> {
    let part = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let change = if kind.starts_with("application/pdf") {
        let max = largest(&house, &viewer, id, &part).await?;
        Change::File(part.clone(), keep_pdf_aside(&house, format!("{part}.pdf"), body.to_vec(), max).await?)
    } else {
        Change::Text(part, Json::<TextBody>::read(&body)?.0.text)
    };
    save(&house, &viewer, Write { entry: id, seen, changes: vec![change] }).await
}

/// Takes one part away.
#[utoipa::path(
    delete, path = "/api/v1/entries/{entry}/parts/{part}", operation_id = "part_remove", tag = "entries",
    params(("entry" = String, Path), ("part" = String, Path), ("if-match" = String, Header)),
    responses((status = 200, body = Written), (status = 422, description = "refused, with codes"))
)]
async fn remove_part(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    Seen(seen): Seen,
) -> Result<Response, Halt> {
    let (kept, _) = for_writing(&house, &viewer, id).await?;
    let part = PartCode::parse(&part).filter(|part| kept.part(part).is_some()).ok_or_else(Halt::not_found)?;
    save(&house, &viewer, Write { entry: id, seen, changes: vec![Change::WithoutPart(part)] }).await
}

/// A dossier that the asker may write; any other is not there.
async fn for_writing(house: &House, viewer: &Viewer, id: EntryId) -> Result<(KeptEntry, Edition), Halt> {
    let mut db = house.read().await?;
    let kept = store::dossier(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    if !crate::rights::Person::of(viewer).may_write(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    Ok((kept, edition))
}

/// How large a part's file may be; asked before the file is kept, and only by whoever may write.
async fn largest(house: &House, viewer: &Viewer, id: EntryId, part: &PartCode) -> Result<u32, Halt> {
    let (_, edition) = for_writing(house, viewer, id).await?;
    match edition.book.rules().dossier_part(part.as_str()).map(|part| part.kind) {
        Some(PartKind::Pdf { max_megabytes }) => Ok(max_megabytes.get()),
        _ => Err(DossierRefusal::NoSuchPart { part: part.clone() }).or_refuse(),
    }
}

/// Submits a draft, or a returned dossier again. Sent twice, it answers with the same receipt.
#[utoipa::path(
    post, path = "/api/v1/entries/{entry}/submission", operation_id = "entry_submit", tag = "entries",
    params(("entry" = String, Path), ("if-match" = String, Header, description = "the version that was read back")),
    responses((status = 201, body = ReceiptView), (status = 422, description = "everything that stands in the way"))
)]
async fn submission(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    Seen(seen): Seen,
) -> Result<Response, Halt> {
    let command = Submit { entry, seen, arriving: Arriving::Online };
    let receipt = house.acts.perform(viewer.actor(), move |act| Box::pin(submit(act, command.clone()))).await?;
    Ok((StatusCode::CREATED, Json(ReceiptView::of(&receipt))).into_response())
}

/// Why an entry is taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Withdrawal {
    /// In the authors' words.
    reason: String,
}

/// Takes an entry back. It stays in the register with its number and its reason.
#[utoipa::path(
    post, path = "/api/v1/entries/{entry}/withdrawal", operation_id = "entry_withdraw", tag = "entries", params(("entry" = String, Path)),
    request_body = Withdrawal,
    responses((status = 204, description = "withdrawn"), (status = 422, description = "refused, with codes"))
)]
async fn withdrawal(
    State(house): State<House>,
    Path(entry): Path<EntryId>,
    viewer: Viewer,
    Json(asked): Json<Withdrawal>,
) -> Result<StatusCode, Halt> {
    for_writing(&house, &viewer, entry).await?;
    let command = Withdraw { entry, reason: asked.reason, request: None };
    house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw(act, command.clone()))).await?;
    Ok(StatusCode::NO_CONTENT)
}
