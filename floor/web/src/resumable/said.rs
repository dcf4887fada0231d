//! What a request of the protocol says, and how it is answered.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hoithi_journal::Halt;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::RESUMABLE;

/// More than a file's name and type need.
const LONGEST_METADATA: usize = 4_096;

/// Why a request of the protocol goes no further.
#[derive(Debug)]
pub(super) enum Stop {
    /// By the protocol: the status says all.
    Status(u16),
    /// For another reason.
    Halt(Halt),
}

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

/// What the protocol says is an answer like any other.
pub(super) fn told(done: Result<Response, Stop>) -> Result<Response, Halt> {
    match done {
        Ok(response) => Ok(response),
        Err(Stop::Status(412)) => Ok(answer(412, &[("tus-version", RESUMABLE.1.to_owned())])),
        Err(Stop::Status(status)) => Ok(answer(status, &[])),
        Err(Stop::Halt(halt)) => Err(halt),
    }
}

/// An answer without words.
pub(super) fn answer(status: u16, facts: &[(&'static str, String)]) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut response = (status, Body::empty()).into_response();
    let headers = response.headers_mut();
    headers.insert(RESUMABLE.0, HeaderValue::from_static(RESUMABLE.1));
    for &(name, ref value) in facts {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// No form of another site can bring this header: a browser asks first, and nobody answers it.
pub(super) fn speaks(headers: &HeaderMap) -> Result<(), Stop> {
    let version = headers.get(RESUMABLE.0);
    if version.is_some_and(|version| version == RESUMABLE.1) { Ok(()) } else { Err(Stop::Status(412)) }
}

pub(super) fn number(headers: &HeaderMap, name: &str) -> Result<u64, Stop> {
    let digits = headers.get(name).and_then(|value| value.to_str().ok());
    let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or(Stop::Status(400))
}

pub(super) fn instant(at: Timestamp) -> Result<String, Halt> {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&at).map_err(Halt::fault)
}

/// What stands beside the file, as it came: it is given back as it came.
pub(super) fn metadata(headers: &HeaderMap) -> Result<String, Stop> {
    let Some(value) = headers.get("upload-metadata") else { return Ok(String::new()) };
    let text = value.to_str().map_err(|_| Stop::Status(400))?;
    let readable = |pair: &str| pair.trim().split_once(' ').is_none_or(|(_, value)| STANDARD.decode(value).is_ok());
    let taken = text.len() <= LONGEST_METADATA && text.split(',').all(readable);
    if taken { Ok(text.to_owned()) } else { Err(Stop::Status(400)) }
}

/// One value of it, without the signs that no page shows.
pub(super) fn value_of(metadata: &str, key: &str) -> String {
    let pairs = metadata.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let value = pairs.filter(|(name, _)| *name == key).find_map(|(_, value)| STANDARD.decode(value).ok());
    let value = value.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    value.chars().filter(|sign| !sign.is_control()).collect()
}

/// Name and type of the file as whoever begins to send it calls them. The bytes decide later what it is.
pub fn announced_type(headers: &HeaderMap) -> (String, String) {
    let metadata = headers.get("upload-metadata").and_then(|value| value.to_str().ok()).unwrap_or_default();
    (value_of(metadata, "filename"), value_of(metadata, "filetype"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_file_is_read_by_its_key() {
        let metadata = "filename YuG6o24gdsOhCi5wZGY=,is_private, filetype YXBwbGljYXRpb24vcGRm";
        assert_eq!(value_of(metadata, "filename"), "bản vá.pdf");
        assert_eq!(value_of(metadata, "filetype"), "application/pdf");
        assert_eq!(value_of(metadata, "is_private"), "");
    }
}
