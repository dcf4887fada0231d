//! The register for programs.

/// What the API offers of units.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    utoipa::openapi::OpenApi::default()
}
