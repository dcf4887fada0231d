//! The editions for programs.

/// What the API offers of editions.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    utoipa::openapi::OpenApi::default()
}
