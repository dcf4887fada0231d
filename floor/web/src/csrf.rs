//! A form is taken only from our own pages: same site by the browser's word, and a token that
//! belongs to this visit.

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hoithi_journal::{Fault, Halt, Refused};
use subtle::ConstantTimeEq;

use crate::cookies::{CookieShape, Cookies};
use crate::house::{House, Site};

/// One browser's visit: a random value in a cookie, there before anybody signs in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visit(String);

pub(crate) fn token(house: &House, visit: &Visit) -> Result<String, Fault> {
    Ok(URL_SAFE_NO_PAD.encode(house.site.key.tag("form", &visit.0)?))
}

pub(crate) fn check_token(house: &House, visit: &Visit, given: &str) -> Result<(), Halt> {
    let wanted = token(house, visit).map_err(Halt::Fault)?;
    let same: bool = wanted.as_bytes().ct_eq(given.as_bytes()).into();
    if same && !visit.0.is_empty() { Ok(()) } else { Err(Halt::Refused(vec![stale()])) }
}

fn stale() -> Refused {
    let english = "the form was not made by a page of this visit".to_owned();
    Refused { code: "web.form_stale", field: None, facts: Vec::new(), english }
}

/// Sent from elsewhere. Shown further in, where the page has its frame.
#[derive(Clone)]
pub(crate) struct Foreign(pub(crate) Refused);

/// Gives each browser its visit, and turns away changes that another site sends.
pub(crate) async fn guard(State(house): State<House>, mut request: Request, next: Next) -> Result<Response, Halt> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && let Err(refused) = same_site(request.headers()) {
        request.extensions_mut().insert(Foreign(refused));
    }
    let known = Cookies::of_headers(request.headers(), &house.site).get("visit");
    let visit = match &known {
        Some(value) => value.clone(),
        None => new_visit()?,
    };
    request.extensions_mut().insert(Visit(visit.clone()));
    let mut response = next.run(request).await;
    let cookieless = response.extensions().get::<WithoutCookies>().is_some();
    if known.is_none() && !cookieless {
        CookieShape::Session.set(response.headers_mut(), &house.site, "visit", &visit);
    }
    Ok(response)
}

/// An answer that leaves nothing behind in a browser.
#[derive(Clone)]
struct WithoutCookies;

/// For what another site shows or reads: no visit begins with it.
pub fn without_cookies(mut response: Response) -> Response {
    response.extensions_mut().insert(WithoutCookies);
    response
}

/// Whoever signs in or out begins another visit: no form made before is taken after.
pub fn begin_visit_anew(headers: &mut HeaderMap, site: &Site) -> Result<(), Halt> {
    CookieShape::Session.set(headers, site, "visit", &new_visit()?);
    Ok(())
}

fn new_visit() -> Result<String, Halt> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Halt::fault(error.to_string()))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// By `Sec-Fetch-Site` where the browser sends it, else by `Origin`. Programs send neither; they
/// carry no cookies of a person's browser.
fn same_site(headers: &HeaderMap) -> Result<(), Refused> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return if matches!(site, "same-origin" | "none") { Ok(()) } else { Err(stale()) };
    }
    match (text(ORIGIN.as_str()), text(HOST.as_str())) {
        (Some(origin), Some(host)) if origin.split_once("://").is_some_and(|(_, from)| from == host) => Ok(()),
        (Some(_), _) => Err(stale()),
        (None, _) => Ok(()),
    }
}
