//! How much a request may bring, and how long it may take to bring it.
//!
//! Most requests are forms of words. A route that takes files says so, is for people who signed in
//! (or takes few and small ones of somebody who holds a personal link), and only so many of those are
//! in the program's memory at once.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use hoithi_journal::{Fact, Halt, Refused};
use tokio::sync::Semaphore;

use crate::house::House;
use crate::posted::{is_with_files, typed_in};
use crate::typed::Typed;

/// The words of a form, or the JSON of a program.
pub(crate) const LARGEST_FORM: usize = 1 << 20;

/// What is still read, and let fall, of a request that is too large: a browser shows the answer only
/// when it could send everything.
pub(crate) const MOST_LET_FALL: usize = 64 << 20;

/// All that a form with files brings of somebody who did not sign in, bytes.
pub const LARGEST_OF_STRANGERS: usize = 20 << 20;

const TIME_FOR_WORDS: Duration = Duration::from_mins(1);
const TIME_FOR_FILES: Duration = Duration::from_mins(10);

/// How many requests with files are worked on at once; the others wait.
const FILES_AT_ONCE: usize = 2;

/// All that a request may bring, bytes: for whoever finds out while reading that it is more.
#[derive(Clone, Copy)]
pub(crate) struct Largest(pub(crate) usize);

/// What one route takes.
#[derive(Clone)]
pub(crate) struct Intake {
    largest: usize,
    places: Option<Arc<Semaphore>>,
}

impl Intake {
    pub(crate) fn of_words() -> Self {
        Self { largest: LARGEST_FORM, places: None }
    }

    /// All routes that take files share these places.
    pub(crate) fn of_files(largest: usize) -> Self {
        Self { largest, places: Some(Arc::new(Semaphore::new(FILES_AT_ONCE))) }
    }

    /// The route behind these bounds.
    pub(crate) fn before(&self, route: MethodRouter<House>) -> MethodRouter<House> {
        route.route_layer(DefaultBodyLimit::max(self.largest)).route_layer(from_fn_with_state(self.clone(), bounded))
    }
}

/// Before anything of a body is read: too large is refused, and a large one waits for its place.
async fn bounded(State(intake): State<Intake>, mut request: Request, next: Next) -> Result<Response, Halt> {
    let announced = announced(&request);
    if announced.is_some_and(|length| length > intake.largest) {
        let time = if intake.places.is_some() { TIME_FOR_FILES } else { TIME_FOR_WORDS };
        // In a box: only a refusal needs the room that reading a form takes.
        let typed = Box::pin(in_time(time, async { Ok(words_of(request).await) })).await?;
        return Ok(typed.beside(too_large(intake.largest)));
    }
    request.extensions_mut().insert(Largest(intake.largest));
    let is_small = announced.is_some_and(|length| length <= LARGEST_FORM) || request.body().is_end_stream();
    let place = match intake.places.filter(|_| !is_small) {
        Some(places) => Some(places.acquire_owned().await.map_err(Halt::fault)?),
        None => None,
    };
    let response = next.run(request).await;
    drop(place);
    Ok(response)
}

fn announced(request: &Request) -> Option<usize> {
    request.headers().get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Files fall; what was typed beside them is shown again with the refusal.
async fn words_of(request: Request) -> Typed {
    if is_with_files(&request) {
        return typed_in(request).await;
    }
    let_fall(request.into_body()).await;
    Typed::default()
}

async fn let_fall(mut body: Body) {
    let mut left = MOST_LET_FALL;
    while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
        if left == 0 {
            return;
        }
    }
}

/// A body of words.
pub(crate) async fn words(body: Body) -> Result<Bytes, Halt> {
    whole(body, LARGEST_FORM, TIME_FOR_WORDS).await
}

/// A body that may be a file.
pub(crate) async fn file(body: Body, largest: usize) -> Result<Bytes, Halt> {
    whole(body, largest, TIME_FOR_FILES).await
}

async fn whole(body: Body, largest: usize, time: Duration) -> Result<Bytes, Halt> {
    in_time(time, async { axum::body::to_bytes(body, largest).await.map_err(|_| too_large(largest)) }).await
}

/// A form with files, however it is read.
pub(crate) async fn with_files<T>(reading: impl Future<Output = Result<T, Halt>>) -> Result<T, Halt> {
    in_time(TIME_FOR_FILES, reading).await
}

async fn in_time<T>(time: Duration, reading: impl Future<Output = Result<T, Halt>>) -> Result<T, Halt> {
    let late = || Halt::refused("web.too_slow", None, "the request took too long to arrive");
    tokio::time::timeout(time, reading).await.unwrap_or_else(|_| Err(late()))
}

/// More than so many bytes.
pub(crate) fn too_large(most: usize) -> Halt {
    let facts = vec![("most", Fact::Count(i64::try_from(most >> 20).unwrap_or(i64::MAX)))];
    let english = "the form or its file is too large".to_owned();
    Halt::Refused(vec![Refused { code: "web.too_large", field: None, facts, english }])
}
