//! Score sheets for programs: a judge's own, and nobody else's.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use hoithi_entries::{JudgeContent, JudgePart};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::ids::AssignmentId;
use hoithi_rules::judging::{Band, Criterion, CriterionCode, Marking, Points, Scale};
use hoithi_rules::people::Permission;
use hoithi_web::{House, Json, Path, Routes, Seen};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::assignments::{self, OwnAssignment, OwnLine};
use crate::operations::{LockSheet, SaveSheet, lock_sheet, save_sheet};
use crate::pages::{judges_file, own_of, parts_of};
use crate::rounds;
use crate::sheets::{Sheet, Written, own_sheet};

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .get("/api/v1/score-sheets", needs(Permission::SheetMark), list)
        .get("/api/v1/score-sheets/{sheet}", needs(Permission::SheetMark), show)
        .get("/api/v1/score-sheets/{sheet}/parts/{number}", needs(Permission::SheetMark), part)
        .put("/api/v1/score-sheets/{sheet}", needs(Permission::SheetMark), save)
        .post("/api/v1/score-sheets/{sheet}/lock", needs(Permission::SheetLock), lock)
}

/// What the API offers of judging.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list, show, part, save, lock))]
    struct Doc;
    Doc::openapi()
}

/// One of the judge's own sheets in the judge's own order.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetLine {
    /// Random, different for every judge.
    #[schema(value_type = String)]
    id: AssignmentId,
    /// The entry's blind code.
    blind_code: String,
    title: String,
    category: String,
    /// `open`, `begun` or `locked`.
    state: &'static str,
}

impl SheetLine {
    fn of(line: &OwnLine) -> Self {
        Self {
            id: line.id,
            blind_code: line.blind_code.to_string(),
            title: line.title.clone(),
            category: line.category.to_string(),
            state: line.state.code(),
        }
    }
}

/// A judge's own sheet.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetBody {
    #[schema(value_type = String)]
    id: AssignmentId,
    blind_code: String,
    title: String,
    category: String,
    /// `open`, `begun` or `locked`.
    state: &'static str,
    /// Send it back with the next change, as `If-Match`.
    version: i64,
    /// What is marked, in the order of the sheet, as frozen when the round began.
    criteria: Vec<CriterionBody>,
    /// What of the dossier judges read.
    parts: Vec<PartBody>,
    /// Hundredths of a point by criterion: 850 is 8,5.
    #[schema(value_type = BTreeMap<String, i64>)]
    marks: BTreeMap<CriterionCode, Points>,
    /// The place of the chosen band in its criterion, from 0.
    #[schema(value_type = BTreeMap<String, usize>)]
    bands: BTreeMap<CriterionCode, usize>,
    comment: String,
    /// The total of this sheet so far, hundredths.
    #[schema(value_type = i64)]
    total: Points,
    #[schema(value_type = Option<String>, format = DateTime)]
    saved_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    locked_at: Option<Timestamp>,
}

/// One criterion of a sheet.
#[derive(Serialize, ToSchema)]
pub(crate) struct CriterionBody {
    code: String,
    name: String,
    guidance: String,
    /// The most, hundredths of a point.
    #[schema(value_type = i64)]
    max: Points,
    /// A mark is a whole multiple of this, hundredths.
    #[schema(value_type = i64)]
    step: Points,
    /// Exactly one of them is chosen, where there are any.
    bands: Vec<BandBody>,
}

/// A band of a criterion, both ends included, hundredths of a point.
#[derive(Serialize, ToSchema)]
pub(crate) struct BandBody {
    name: String,
    #[schema(value_type = i64)]
    from: Points,
    #[schema(value_type = i64)]
    to: Points,
}

impl CriterionBody {
    fn of(criterion: &Criterion) -> Self {
        let band = |band: &Band| BandBody { name: band.name.clone(), from: band.from, to: band.to };
        Self {
            code: criterion.code.to_string(),
            name: criterion.name.clone(),
            guidance: criterion.guidance.clone(),
            max: criterion.max,
            step: criterion.step,
            bands: match &criterion.scale {
                Scale::Plain => Vec::new(),
                Scale::Bands(bands) => bands.iter().map(band).collect(),
            },
        }
    }
}

/// One part of the dossier: its words, or where its PDF is.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartBody {
    name: String,
    text: Option<String>,
    /// Where the PDF is.
    file: Option<String>,
}

impl PartBody {
    fn of(sheet: AssignmentId, index: usize, part: &JudgePart) -> Self {
        let (text, file) = match &part.content {
            JudgeContent::Text(text) => (Some(text.clone()), None),
            JudgeContent::Unshown => (None, None),
            JudgeContent::Pdf { .. } | JudgeContent::Video { .. } => {
                (None, Some(format!("/api/v1/score-sheets/{sheet}/parts/{}", index + 1)))
            }
        };
        Self { name: part.name.clone(), text, file }
    }
}

impl SheetBody {
    fn of(own: OwnAssignment, sheet: Sheet, marking: &Marking, parts: &[JudgePart]) -> Self {
        Self {
            criteria: marking.rubric.criteria.iter().map(CriterionBody::of).collect(),
            parts: parts.iter().enumerate().map(|(index, part)| PartBody::of(own.id, index, part)).collect(),
            id: own.id,
            blind_code: own.blind_code.to_string(),
            title: own.title,
            category: own.category.to_string(),
            state: own.state.code(),
            version: sheet.version,
            total: sheet.written.total(),
            marks: sheet.written.marks,
            bands: sheet.written.bands,
            comment: sheet.written.comment,
            saved_at: sheet.saved_at,
            locked_at: sheet.locked_at,
        }
    }
}

/// The whole content of a sheet; a criterion that is left out has no mark.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMarks {
    /// Hundredths of a point by criterion.
    #[schema(value_type = BTreeMap<String, i64>)]
    marks: BTreeMap<CriterionCode, Points>,
    /// The chosen bands, where the criterion has some; may be left out.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, usize>)]
    bands: BTreeMap<CriterionCode, usize>,
    #[serde(default)]
    comment: String,
}

/// What a save achieved.
#[derive(Serialize, ToSchema)]
pub(crate) struct SavedBody {
    version: i64,
    /// The total of this sheet, hundredths.
    #[schema(value_type = i64)]
    total: Points,
    #[schema(value_type = String, format = DateTime)]
    saved_at: Timestamp,
}

/// The asker's own sheets.
#[utoipa::path(get, path = "/api/v1/score-sheets", operation_id = "sheets_list", tag = "score-sheets", responses((status = 200, body = [SheetLine])))]
pub(crate) async fn list(State(house): State<House>, viewer: Viewer) -> Result<Json<Vec<SheetLine>>, Halt> {
    let account = viewer.signed_in()?.id;
    let own = assignments::own_list(&mut house.read().await?, account).await?;
    Ok(Json(own.iter().map(SheetLine::of).collect()))
}

/// One of the asker's own sheets.
#[utoipa::path(
    get, path = "/api/v1/score-sheets/{sheet}", operation_id = "sheet_show", tag = "score-sheets", params(("sheet" = String, Path, description = "Its id")),
    responses((status = 200, body = SheetBody), (status = 404, description = "no such sheet of the asker's"))
)]
pub(crate) async fn show(
    State(house): State<House>,
    Path(sheet): Path<AssignmentId>,
    viewer: Viewer,
) -> Result<Json<SheetBody>, Halt> {
    let mut db = house.read().await?;
    let own = own_of(&mut db, &viewer, sheet).await?;
    let written = own_sheet(&mut db, &own).await?;
    let marking = rounds::frozen(&mut db, own.round, own.book_version).await?;
    let parts = parts_of(&mut db, &own).await?;
    Ok(Json(SheetBody::of(own, written, &marking, &parts.all)))
}

/// The PDF of one part, as judges get it.
#[utoipa::path(
    get, path = "/api/v1/score-sheets/{sheet}/parts/{number}", operation_id = "sheet_part", tag = "score-sheets",
    params(("sheet" = String, Path, description = "Its id"), ("number" = usize, Path, description = "Its place, from 1")),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 404, description = "no such file"))
)]
pub(crate) async fn part(
    State(house): State<House>,
    Path((sheet, number)): Path<(AssignmentId, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    judges_file(&house, &viewer, (sheet, number), &HeaderMap::new()).await
}

/// Saves the asker's own sheet.
#[utoipa::path(
    put, path = "/api/v1/score-sheets/{sheet}", operation_id = "sheet_save", tag = "score-sheets", request_body = NewMarks,
    params(("sheet" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "the version that was seen; 0 for an empty sheet")),
    responses(
        (status = 200, body = SavedBody),
        (status = 404, description = "no such sheet of the asker's"),
        (status = 422, description = "every mark that is wrong, or a newer version, or locked")
    )
)]
pub(crate) async fn save(
    State(house): State<House>,
    Path(sheet): Path<AssignmentId>,
    viewer: Viewer,
    Seen(seen): Seen,
    Json(asked): Json<NewMarks>,
) -> Result<Json<SavedBody>, Halt> {
    let written = Written { marks: asked.marks, bands: asked.bands, comment: asked.comment };
    let command = SaveSheet { sheet, written, seen: i64::from(seen) };
    let saved = house.acts.perform(viewer.actor(), move |act| Box::pin(save_sheet(act, command.clone()))).await?;
    Ok(Json(SavedBody { version: saved.version, total: saved.total, saved_at: saved.at }))
}

/// Locks the asker's own sheet for good.
#[utoipa::path(
    post, path = "/api/v1/score-sheets/{sheet}/lock", operation_id = "sheet_lock", tag = "score-sheets",
    params(("sheet" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "the version that was read back")),
    responses(
        (status = 204, description = "locked"),
        (status = 404, description = "no such sheet of the asker's"),
        (status = 422, description = "marks are missing, or a newer version, or locked already")
    )
)]
pub(crate) async fn lock(
    State(house): State<House>,
    Path(sheet): Path<AssignmentId>,
    viewer: Viewer,
    Seen(seen): Seen,
) -> Result<StatusCode, Halt> {
    let command = LockSheet { sheet, seen: i64::from(seen) };
    house.acts.perform(viewer.actor(), move |act| Box::pin(lock_sheet(act, command))).await?;
    Ok(StatusCode::NO_CONTENT)
}
