//! The edge: answers go out, and what halted an act becomes a page or problem+json.

use std::any::Any;
use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hoithi_journal::{Denied, Fact, Halt, Halted, Refused};
use serde::Serialize;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::ToSchema;

use crate::cookies::CookieShape;
use crate::csrf;
use crate::halt_page::{HaltPage, not_saved, sentences};
use crate::house::{House, Site};
use crate::page::Page;
use crate::resumable::RESUMABLE;
use crate::summary::in_page_order;
use crate::typed::Typed;

/// A page.
pub fn html(template: &impl Template) -> Result<Response, Halt> {
    html_with(StatusCode::OK, template)
}

pub(crate) fn html_with(status: StatusCode, template: &impl Template) -> Result<Response, Halt> {
    let body = in_page_order(template.render().map_err(Halt::fault)?);
    Ok((status, [(CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// On to another page after an act.
pub fn redirect(to: &str) -> Response {
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(to) {
        headers.insert(LOCATION, value);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The same, and the next page says what was achieved. `key` is a text of the catalogue.
pub fn redirect_with_flash(site: &Site, to: &str, key: &str) -> Response {
    let mut response = redirect(to);
    set_flash(response.headers_mut(), site, key);
    response
}

/// The same for a text with values in it: of which thing something was achieved.
pub fn redirect_with_told_flash(site: &Site, to: &str, key: &str, facts: &[(&str, String)]) -> Response {
    let key = ("", key);
    let told = std::iter::once(key).chain(facts.iter().map(|(name, value)| (*name, value.as_str())));
    let told: Vec<_> = told.collect();
    redirect_with_flash(site, to, &serde_urlencoded::to_string(told).unwrap_or_default())
}

/// What the next page says once.
pub fn set_flash(headers: &mut HeaderMap, site: &Site, key: &str) {
    CookieShape::Seconds(60).set(headers, site, "flash", key);
}

/// Puts the routes behind the edge: headers, visits, halts.
///
/// `dress` adds the binary's own layers, which put visitor and frame into the request; they run
/// before halts are shown, so that a refusal's page has the frame of its visitor. What halts in those
/// layers themselves is shown without a frame.
pub fn secure(
    router: Router<House>,
    house: &House,
    dress: impl FnOnce(Router<House>) -> Router<House>,
) -> Router<House> {
    let halting = router
        .fallback(async || Halt::not_found())
        .method_not_allowed_fallback(wrong_method)
        .layer(CatchPanicLayer::custom(told_as_a_fault))
        .layer(from_fn_with_state(house.clone(), show_halts));
    dress(halting)
        .layer(from_fn_with_state(house.clone(), csrf::guard))
        .layer(CatchPanicLayer::custom(told_as_a_fault))
        .layer(from_fn_with_state(house.clone(), show_what_is_left))
        .layer(from_fn_with_state(house.clone(), headers))
}

/// Something is at this address, but not for this method.
async fn wrong_method(State(house): State<House>, request: Request) -> Result<Response, Halt> {
    let (mut parts, _) = request.into_parts();
    let status = StatusCode::METHOD_NOT_ALLOWED;
    if matches!(Asks::of(&parts).asker, Asker::Program) {
        return Ok(problem(status, "method not allowed", None, Vec::new()));
    }
    let page = Page::from_request_parts(&mut parts, &house).await?.titled("halt-wrong-method");
    let sentences = vec![page.t("halt-wrong-method-text")];
    Ok(HaltPage::told(status, page, sentences))
}

/// A page that panics is a fault like any other: a page with an incident number, one line in the log.
fn told_as_a_fault(panic: Box<dyn Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
    Halt::fault(format!("a page panicked: {words}")).into_response()
}

pub(crate) fn status_of(halt: &Halt) -> StatusCode {
    match halt {
        Halt::Refused(refused) if refused.iter().any(|each| each.code == "web.too_large") => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        Halt::Refused(refused) if refused.iter().any(|each| each.code == "web.too_slow") => StatusCode::REQUEST_TIMEOUT,
        Halt::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Halt::Denied(Denied::NotSignedIn) => StatusCode::UNAUTHORIZED,
        Halt::Denied(Denied::Forbidden) => StatusCode::FORBIDDEN,
        Halt::Denied(Denied::NotFound) => StatusCode::NOT_FOUND,
        Halt::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn show_halts(State(house): State<House>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let page = Page::from_request_parts(&mut parts, &house).await;
    let had_flash = page.as_ref().is_ok_and(|page| page.flash.is_some());
    let asks = Asks::of(&parts);
    let foreign = parts.extensions.remove::<csrf::Foreign>();
    let mut response = match foreign {
        Some(csrf::Foreign(refused)) => Halt::Refused(vec![refused]).into_response(),
        None => next.run(Request::from_parts(parts, body)).await,
    };
    let halted = response.extensions_mut().remove::<Halted>();
    let typed = response.extensions_mut().remove::<Typed>().unwrap_or_default();
    let mut response = match (halted, page) {
        (Some(Halted(halt)), Ok(page)) => asks.answer(&halt, page, typed),
        (Some(Halted(halt)), Err(_)) => status_of(&halt).into_response(),
        (None, _) => response,
    };
    if had_flash && response.status() == StatusCode::OK {
        CookieShape::Seconds(0).set(response.headers_mut(), &house.site, "flash", "");
    }
    response
}

/// Halts of the layers around the pages: who looks, or the frame, could not be found out.
async fn show_what_is_left(State(house): State<House>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let asks = Asks::of(&parts);
    let page = Page::from_request_parts(&mut parts, &house).await;
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let Some(Halted(halt)) = response.extensions_mut().remove() else { return response };
    match page {
        Ok(mut page) => {
            "/".clone_into(&mut page.frame.home);
            "hoithi".clone_into(&mut page.frame.brand);
            asks.answer(&halt, page, Typed::default())
        }
        Err(_) => status_of(&halt).into_response(),
    }
}

/// What the asker understands.
enum Asker {
    Program,
    /// A script that sends a file in pieces.
    Pieces,
    /// A page saves itself: its script shows one sentence and stays where it is.
    Itself,
    /// A browser that follows a link, and one that sends a form.
    Reader,
    Writer,
}

struct Asks {
    asker: Asker,
    path: String,
}

impl Asks {
    fn of(parts: &Parts) -> Self {
        let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let asker = match parts {
            _ if parts.uri.path().starts_with("/api/") => Asker::Program,
            _ if parts.headers.contains_key(RESUMABLE.0) => Asker::Pieces,
            _ if parts.headers.contains_key("x-autosave") => Asker::Itself,
            _ if parts.method == Method::GET => Asker::Reader,
            _ => Asker::Writer,
        };
        Self { asker, path }
    }

    fn answer(&self, halt: &Halt, page: Page, typed: Typed) -> Response {
        let incident = log_fault(halt);
        let plain = (CONTENT_TYPE, "text/plain; charset=utf-8");
        match self.asker {
            Asker::Program => api_problem(halt, incident.as_deref()),
            Asker::Pieces => {
                let headers = [(plain.0.as_str(), plain.1), RESUMABLE];
                (status_of(halt), headers, sentences(halt, &page, incident)).into_response()
            }
            Asker::Itself => (status_of(halt), [plain], not_saved(halt, &page, incident)).into_response(),
            Asker::Reader if matches!(halt, Halt::Denied(Denied::NotSignedIn)) => {
                let back: String = serde_urlencoded::to_string([("ve", &self.path)]).unwrap_or_default();
                redirect(&format!("/dang-nhap?{back}"))
            }
            Asker::Reader | Asker::Writer => HaltPage::of(halt, page, incident, typed),
        }
    }
}

/// Logged once, here and of a long job; the asker gets only the number.
pub(crate) fn log_fault(halt: &Halt) -> Option<String> {
    let Halt::Fault(fault) = halt else { return None };
    let mut bytes = [0; 6];
    let incident = match getrandom::fill(&mut bytes) {
        Ok(()) => URL_SAFE_NO_PAD.encode(bytes),
        Err(_) => "unknown".to_owned(),
    };
    tracing::error!(%incident, %fault, "an act or a page broke");
    tracing::debug!(%incident, ?fault, "in full");
    Some(incident)
}

/// RFC 9457, with the refusals' codes.
#[derive(Serialize, ToSchema)]
pub struct Problem<'a> {
    /// In a word or two, what kind of problem it is.
    title: &'static str,
    /// The answer's status.
    status: u16,
    /// The number under which a fault stands in the program's log.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<&'a str>,
    /// Everything that stands in the way, all at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refusals: Vec<ProblemRefusal<'a>>,
}

/// One thing that stands in the way.
#[derive(Serialize, ToSchema)]
pub struct ProblemRefusal<'a> {
    /// Stable: `entries.window_closed`.
    code: &'static str,
    /// The field or parameter that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    /// In English.
    detail: &'a str,
    /// What the sentence mentions.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    facts: BTreeMap<&'static str, &'a Fact>,
}

impl<'a> ProblemRefusal<'a> {
    fn of(refused: &'a Refused) -> Self {
        Self {
            code: refused.code,
            field: refused.field.as_deref(),
            detail: &refused.english,
            facts: refused.facts.iter().map(|(name, fact)| (*name, fact)).collect(),
        }
    }
}

/// A halt as the API tells it.
pub fn api_problem(halt: &Halt, incident: Option<&str>) -> Response {
    let status = status_of(halt);
    let (title, refusals) = match halt {
        Halt::Refused(refused) => ("refused", refused.iter().map(ProblemRefusal::of).collect()),
        Halt::Denied(Denied::NotSignedIn) => ("not signed in", Vec::new()),
        Halt::Denied(Denied::Forbidden) => ("forbidden", Vec::new()),
        Halt::Denied(Denied::NotFound) => ("not found", Vec::new()),
        Halt::Fault(_) => ("fault", Vec::new()),
    };
    problem(status, title, incident, refusals)
}

fn problem(
    status: StatusCode,
    title: &'static str,
    incident: Option<&str>,
    refusals: Vec<ProblemRefusal<'_>>,
) -> Response {
    let problem = Problem { title, status: status.as_u16(), incident, refusals };
    let body = serde_json::to_string(&problem).unwrap_or_default();
    (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
}

const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                              form-action 'self'; frame-ancestors 'none'";

/// A handler's own header stays: documents come with a stricter policy.
async fn headers(State(house): State<House>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let set = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", CONTENT_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        (CACHE_CONTROL.as_str(), "no-store"),
    ] {
        set.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if house.site.is_https() {
        set.insert("strict-transport-security", HeaderValue::from_static("max-age=31536000"));
    }
    response
}
