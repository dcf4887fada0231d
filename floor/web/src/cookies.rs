//! Cookies: `__Host-` and `Secure` over https, plain `HttpOnly` over http, never readable by a script.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

use crate::house::{House, Site};

/// The cookies of a request.
pub struct Cookies {
    found: Vec<(String, String)>,
    prefix: &'static str,
}

impl Cookies {
    /// Reads them.
    pub fn of(parts: &Parts, house: &House) -> Self {
        Self::of_headers(&parts.headers, &house.site)
    }

    /// Reads them from bare headers.
    pub fn of_headers(headers: &HeaderMap, site: &Site) -> Self {
        let found = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|text| Cookie::split_parse(text.to_owned()))
            .filter_map(Result::ok)
            .map(|cookie| (cookie.name().to_owned(), cookie.value().to_owned()))
            .collect();
        Self { found, prefix: prefix(site) }
    }

    /// The value of one of ours.
    pub fn get(&self, name: &str) -> Option<String> {
        let full = format!("{}hoithi-{name}", self.prefix);
        self.found.iter().find(|(found, _)| *found == full).map(|(_, value)| value.clone())
    }
}

/// How long a cookie lasts.
#[derive(Clone, Copy, Debug)]
pub enum CookieShape {
    /// Until the browser closes.
    Session,
    /// So many seconds; zero takes it away.
    Seconds(i64),
}

impl CookieShape {
    /// Adds the cookie to an answer.
    pub fn set(self, headers: &mut HeaderMap, site: &Site, name: &str, value: &str) {
        let mut cookie = Cookie::build((format!("{}hoithi-{name}", prefix(site)), value.to_owned()))
            .path("/")
            .http_only(true)
            .secure(site.is_https())
            .same_site(SameSite::Lax);
        if let Self::Seconds(seconds) = self {
            cookie = cookie.max_age(Duration::seconds(seconds));
        }
        if let Ok(value) = HeaderValue::from_str(&cookie.build().to_string()) {
            headers.append(SET_COOKIE, value);
        }
    }
}

fn prefix(site: &Site) -> &'static str {
    if site.is_https() { "__Host-" } else { "" }
}
