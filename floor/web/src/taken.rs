//! What a handler may take of a request.
//!
//! Only what is named here: each of these answers nonsense in the house's own words, and says
//! whether it reads the parameters of the address. A route whose handler reads none takes none.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request, State};
use axum::http::header::{CONTENT_TYPE, IF_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::asked::Asked;
use crate::house::House;
use crate::intake;
use crate::page::Page;
use crate::posted::Posted;
use crate::signs::{typed_by_people, typed_throughout};

/// Something that a handler takes of a request.
pub trait Taken {
    /// Whether it reads the parameters of the address.
    const READS_PARAMETERS: bool = false;
}

impl<T> Taken for State<T> {}
impl<T: ?Sized> Taken for Extension<Arc<T>> {}
impl Taken for HeaderMap {}
impl Taken for Page {}
impl Taken for Posted {}
impl<T> Taken for Path<T> {}
impl<T> Taken for Json<T> {}
impl Taken for Body {}
impl Taken for Streamed {}
impl Taken for Seen {}
impl Taken for Asked {
    const READS_PARAMETERS: bool = true;
}

/// All that a handler takes; the first of the tuple is axum's own mark.
macro_rules! all_taken {
    ($($each:ident)*) => {
        impl<Mark, $($each: Taken),*> Taken for (Mark, $($each,)*) {
            const READS_PARAMETERS: bool = false $(|| $each::READS_PARAMETERS)*;
        }
    };
}

all_taken!();
all_taken!(A);
all_taken!(A B);
all_taken!(A B C);
all_taken!(A B C D);
all_taken!(A B C D E);
all_taken!(A B C D E F);
all_taken!(A B C D E F G);

/// The places of a path, read into their types. An address with nonsense in it leads nowhere.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<House> for Path<T> {
    type Rejection = Halt;

    #[expect(clippy::disallowed_types, reason = "the one place that words its refusals")]
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Halt> {
        if let Ok(places) = RawPathParams::from_request_parts(parts, house).await {
            places.iter().try_for_each(|(_, place)| typed_by_people(None, place))?;
        }
        match axum::extract::Path::<T>::from_request_parts(parts, house).await {
            Ok(axum::extract::Path(places)) => Ok(Self(places)),
            Err(PathRejection::FailedToDeserializePathParams(error)) if error.status().is_client_error() => {
                Err(Halt::not_found())
            }
            Err(other) => Err(Halt::fault(other)),
        }
    }
}

/// JSON, as it came or as it goes.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<House> for Json<T> {
    type Rejection = Halt;

    async fn from_request(request: Request, _house: &House) -> Result<Self, Halt> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !is_json(kind) {
            return Err(not_json("the body must be JSON: Content-Type: application/json"));
        }
        Self::read(&intake::words(request.into_body()).await?)
    }
}

impl<T: DeserializeOwned> Json<T> {
    /// From the bytes of a body.
    pub fn read(body: &[u8]) -> Result<Self, Halt> {
        let taken = serde_json::from_slice(body).map(Self);
        let taken = taken.map_err(|error| not_json(&format!("the JSON cannot be taken: {error}")))?;
        // In JSON such a sign stands only behind a backslash.
        if body.contains(&b'\\') {
            typed_throughout(&serde_json::from_slice(body)?)?;
        }
        Ok(taken)
    }
}

fn is_json(kind: &str) -> bool {
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn not_json(english: &str) -> Halt {
    Halt::refused("web.json", None, english)
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => (StatusCode::OK, [(CONTENT_TYPE, "application/json")], body).into_response(),
            Err(error) => Halt::fault(error).into_response(),
        }
    }
}

/// The version of the thing that a program saw, from `If-Match`: a newer one is not written over.
pub struct Seen(pub u32);

impl FromRequestParts<House> for Seen {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Halt> {
        let given = parts.headers.get(IF_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let missing = |_| Halt::refused("web.version_missing", Some("if-match"), "If-Match must name the version seen");
        given.trim().trim_matches('"').parse().map(Self).map_err(missing)
    }
}

/// The bytes of a body, up to the largest upload.
pub struct Body(pub Bytes);

impl FromRequest<House> for Body {
    type Rejection = Halt;

    async fn from_request(request: Request, house: &House) -> Result<Self, Halt> {
        intake::file(request, &house.files, house.site.largest_upload).await.map(Self)
    }
}

/// A body that is read while it comes, by whoever bounds what lies in the memory.
pub struct Streamed(pub(crate) axum::body::Body);

impl FromRequest<House> for Streamed {
    type Rejection = Halt;

    async fn from_request(request: Request, _house: &House) -> Result<Self, Halt> {
        Ok(Self(request.into_body()))
    }
}
