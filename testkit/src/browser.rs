//! A browser without a screen: cookies, forms with their tokens, files.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request};
use http_body_util::{BodyExt, Full};
use serde_json::Value as Json;
use tower::ServiceExt;

use crate::answer::Answer;

/// One person's browser.
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    token: Option<String>,
    address: Option<SocketAddr>,
}

const BOUNDARY: &str = "----cau-chuyen-----";

/// The version of a thing that a program saw.
fn over(seen: u32) -> (&'static str, String) {
    ("if-match", format!("\"{seen}\""))
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: Mutex::default(), token: None, address: None }
    }

    pub(crate) fn at(router: Router, address: &str) -> Self {
        let address = SocketAddr::new(address.parse().expect("an address"), 49_152);
        Self { address: Some(address), ..Self::new(router) }
    }

    pub(crate) fn with_token(router: Router, token: &str) -> Self {
        Self { token: Some(format!("Bearer {token}")), ..Self::new(router) }
    }

    /// Opens a page. Redirects are not followed.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, None, Body::empty()).await
    }

    /// Asks for a piece of a file, as a player does.
    pub async fn get_piece(&self, path: &str, range: &str) -> Answer {
        self.ask_with(Method::GET, path, None, Body::empty(), &[("range", range.to_owned())]).await
    }

    /// Sends a form with the token that this visit's pages carry.
    ///
    /// # Panics
    /// When the fields cannot be written as a form.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let mut all = vec![("csrf", token.as_str())];
        all.extend_from_slice(fields);
        let body = serde_urlencoded::to_string(all).expect("a form");
        self.ask(Method::POST, path, Some("application/x-www-form-urlencoded"), body.into()).await
    }

    /// Sends a form as a page does that saves itself.
    ///
    /// # Panics
    /// When the fields cannot be written as a form.
    pub async fn send_by_itself(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let mut all = vec![("csrf", token.as_str())];
        all.extend_from_slice(fields);
        let body = serde_urlencoded::to_string(all).expect("a form");
        let (kind, mark) = (Some("application/x-www-form-urlencoded"), ("x-autosave", "1".to_owned()));
        self.ask_with(Method::POST, path, kind, body.into(), &[mark]).await
    }

    /// Sends a form with files: field, name, content.
    pub async fn send_files(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        let (kind, body) = self.with_files(fields, files).await;
        self.ask(Method::POST, path, Some(&kind), body.into()).await
    }

    /// Sends half of such a form, over a line that never gives the rest: nobody answers.
    pub async fn send_half(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        let (kind, mut body) = self.with_files(fields, files).await;
        body.truncate(body.len() / 2);
        let body = Full::<Bytes>::from(body).with_trailers(std::future::pending());
        self.ask(Method::POST, path, Some(&kind), Body::new(body)).await
    }

    /// The content type and the bytes of a form with files.
    async fn with_files(&self, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> (String, Vec<u8>) {
        let token = self.token().await;
        let mut body = Vec::new();
        for (name, value) in [("csrf", token.as_str())].iter().chain(fields) {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (field, name, content) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        (format!("multipart/form-data; boundary={BOUNDARY}"), body)
    }

    /// Sends JSON, as a program with this browser's cookies would.
    pub async fn json(&self, method: Method, path: &str, body: &Json) -> Answer {
        self.ask(method, path, Some("application/json"), body.to_string().into()).await
    }

    /// The same over the version of the thing that the program saw.
    pub async fn json_over(&self, method: Method, path: &str, seen: u32, body: &Json) -> Answer {
        let kind = Some("application/json");
        self.ask_with(method, path, kind, body.to_string().into(), &[over(seen)]).await
    }

    /// Puts a file over the version of the thing that the program saw.
    pub async fn file_over(&self, path: &str, seen: u32, (kind, bytes): (&str, &[u8])) -> Answer {
        self.ask_with(Method::PUT, path, Some(kind), bytes.to_vec().into(), &[over(seen)]).await
    }

    /// Sends whatever it is told to, as a broken program would.
    pub async fn raw(&self, method: Method, path: &str, kind: Option<&str>, body: &str) -> Answer {
        self.ask(method, path, kind, body.to_owned().into()).await
    }

    /// Asks by the protocol of resumable uploads.
    pub async fn tus(&self, method: Method, path: &str, headers: &[(&str, String)], bytes: &[u8]) -> Answer {
        self.tus_of(method, path, headers, bytes.to_vec().into()).await
    }

    /// The next piece of an upload, over a line that breaks behind these bytes.
    pub async fn tus_cut(&self, path: &str, headers: &[(&str, String)], bytes: &[u8]) -> Answer {
        let came = Full::<Bytes>::from(bytes.to_vec()).map_err(|never: Infallible| -> io::Error { match never {} });
        let broken: Result<HeaderMap, io::Error> = Err(io::Error::other("the line broke"));
        self.tus_of(Method::PATCH, path, headers, Body::new(came.with_trailers(async { Some(broken) }))).await
    }

    /// The same, over a line that falls silent behind them.
    pub async fn tus_silent(&self, path: &str, headers: &[(&str, String)], bytes: &[u8]) -> Answer {
        let silent = Full::<Bytes>::from(bytes.to_vec()).with_trailers(std::future::pending());
        self.tus_of(Method::PATCH, path, headers, Body::new(silent)).await
    }

    async fn tus_of(&self, method: Method, path: &str, headers: &[(&str, String)], body: Body) -> Answer {
        let kind = (method == Method::PATCH).then_some("application/offset+octet-stream");
        let mut all = vec![("tus-resumable", "1.0.0".to_owned())];
        all.extend_from_slice(headers);
        self.ask_with(method, path, kind, body, &all).await
    }

    /// Sends a form without a token, as another site would.
    pub async fn send_from_elsewhere(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.ask(Method::POST, path, Some("application/x-www-form-urlencoded"), body.into()).await
    }

    async fn token(&self) -> String {
        let page = self.get("/dang-nhap").await;
        page.attribute("input[name=csrf]", "value").expect("every page has a form token")
    }

    async fn ask(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Answer {
        self.ask_with(method, path, kind, body, &[]).await
    }

    async fn ask_with(
        &self,
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: Body,
        headers: &[(&str, String)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8080");
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        if let Some(length) = body.size_hint().exact() {
            request = request.header(CONTENT_LENGTH, length);
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, token);
        }
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies);
        }
        if let Some(address) = self.address {
            request = request.extension(ConnectInfo(address));
        }
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(SET_COOKIE) {
            self.keep_cookie(value.to_str().expect("a cookie"));
        }
        let body = to_bytes(body, usize::MAX).await.expect("the body arrives whole");
        Answer::new(parts, body.to_vec())
    }

    fn cookie_header(&self) -> String {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep_cookie(&self, text: &str) {
        let (pair, shape) = text.split_once(';').unwrap_or((text, ""));
        let Some((name, value)) = pair.split_once('=') else { return };
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        if shape.contains("Max-Age=0") {
            cookies.remove(name);
        } else {
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
