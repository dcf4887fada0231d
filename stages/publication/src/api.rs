//! `GET /api/v1/certificates/{code}`: what the register says of a code.

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::publication::VerificationCode;
use hoithi_web::{House, Json, Path};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::certificate::Certificate;
use crate::shown::is_kept_back;
use crate::store;

/// A line of the register of certificates.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApiCertificate {
    /// `valid` or `revoked`.
    state: &'static str,
    /// Its number in the register.
    register_number: String,
    /// Whose it is.
    name: String,
    /// The prize.
    prize: String,
    /// The solution; empty while a contest above judges it blind.
    title: String,
    /// Its category.
    category: String,
    /// The unit of the entry.
    unit: String,
    /// The edition's full name.
    contest: String,
    /// The decision's number.
    decision: String,
    /// The decision's day.
    decided_on: String,
    /// Who issued the decision.
    issuer: String,
    /// When the certificate was issued.
    issued_at: String,
    /// Why it does not count any more.
    revoked_reason: Option<String>,
    /// The number in the register of the one that was issued in its place.
    replaced_by: Option<String>,
}

impl ApiCertificate {
    fn of(certificate: Certificate, replacement: Option<&Certificate>) -> Self {
        let says = certificate.says;
        Self {
            state: if certificate.revoked.is_none() { "valid" } else { "revoked" },
            register_number: certificate.number.to_string(),
            name: says.name,
            prize: says.prize,
            title: says.title,
            category: says.category_name,
            unit: says.unit_name,
            contest: says.contest,
            decision: says.decision,
            decided_on: says.decided_on.to_string(),
            issuer: says.issuer,
            issued_at: certificate.issued_at.to_string(),
            replaced_by: replacement.map(|new| new.number.to_string()),
            revoked_reason: certificate.revoked.map(|revoked| revoked.reason),
        }
    }
}

/// What the register says of the code on a certificate.
#[utoipa::path(
    get, path = "/api/v1/certificates/{code}", operation_id = "certificate_show", tag = "certificates",
    params(("code" = String, Path, description = "the code on the sheet; hyphens and case do not matter")),
    responses(
        (status = 200, body = ApiCertificate),
        (status = 404, description = "not in the register"),
        (status = 422, description = "not a code")
    )
)]
pub(crate) async fn show(State(house): State<House>, Path(code): Path<String>) -> Result<Json<ApiCertificate>, Halt> {
    let code: VerificationCode = code.parse().or_refuse()?;
    let mut db = house.read().await?;
    let mut found = store::certificate_by_code(&mut db, &code).await?.ok_or_else(Halt::not_found)?;
    if is_kept_back(&mut db, &found).await? {
        found.says.title.clear();
    }
    let replacement = store::replacement(&mut db, found.id).await?;
    Ok(Json(ApiCertificate::of(found, replacement.as_ref())))
}

#[derive(OpenApi)]
#[openapi(paths(show))]
struct Api;

/// What the API offers of certificates.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
