//! The answered questions for programs: a component portal shows them as its own.

use axum::extract::State;
use hoithi_edition::asked_edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Json};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::question::Published;
use crate::store;

/// What the API offers of the help desk.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(answers), components(schemas(AnswerCard)))]
    struct Doc;
    Doc::openapi()
}

/// A question with its answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnswerCard {
    category: String,
    question: String,
    answer: String,
}

impl From<Published> for AnswerCard {
    fn from(Published { category, question, answer, .. }: Published) -> Self {
        Self { category, question, answer }
    }
}

/// What was asked and answered about an edition, for everybody, in the order of the portal.
#[utoipa::path(
    get, path = "/api/v1/answers", operation_id = "answers_list", tag = "helpdesk",
    params(
        ("edition" = String, Query, description = "its slug"),
        ("words" = Option<String>, Query, description = "words to look for; marks and capitals do not matter")
    ),
    responses((status = 200, body = Vec<AnswerCard>), (status = 404, description = "no such edition"))
)]
pub(crate) async fn answers(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<AnswerCard>>, Halt> {
    let asked = asked.only(&["edition", "words"])?;
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked).await?;
    if !edition.is_public() && !viewer.may(Permission::EditionView, edition.place()) {
        return Err(Halt::not_found());
    }
    let texts = store::published_of(&mut db, edition.id, asked.value("words")).await?;
    Ok(Json(texts.into_iter().map(AnswerCard::from).collect()))
}
