//! `/api/v1/sessions`: a token for programs, and its end.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_journal::{Door, Halt};
use hoithi_web::{House, Json, NetworkAddress};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::sessions::{self, sign_in};
use crate::viewer::Viewer;

#[derive(utoipa::OpenApi)]
#[openapi(paths(open_session, end_session))]
struct Doc;

/// This room's part of the API.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Doc::openapi()
}

/// Name and password of an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenSession {
    /// The login name.
    login: String,
    /// The password.
    password: String,
}

/// A token for `Authorization: Bearer`.
#[derive(Serialize, ToSchema)]
pub(crate) struct Session {
    /// The secret; it is shown once.
    token: String,
    /// How long it lasts, seconds.
    seconds: i64,
}

/// Opens a session for a program.
#[utoipa::path(
    post, path = "/api/v1/sessions", operation_id = "session_open", tag = "sessions", request_body = OpenSession,
    responses((status = 201, body = Session), (status = 422, description = "name or password is wrong"))
)]
pub(crate) async fn open_session(
    State(house): State<House>,
    from: NetworkAddress,
    Json(asked): Json<OpenSession>,
) -> Result<Response, Halt> {
    let session = sign_in(&house, (Door::Api, &from), &asked.login, asked.password).await?;
    Ok((StatusCode::CREATED, Json(Session { token: session.token, seconds: session.seconds })).into_response())
}

/// Ends the session whose token was sent.
#[utoipa::path(
    delete, path = "/api/v1/sessions", operation_id = "session_end", tag = "sessions",
    responses((status = 204, description = "the token opens nothing any more"))
)]
pub(crate) async fn end_session(State(house): State<House>, viewer: Viewer) -> Result<StatusCode, Halt> {
    if let Some(token) = viewer.token.clone() {
        house.acts.perform(viewer.actor(), move |act| Box::pin(sessions::end_session(act, token.clone()))).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
