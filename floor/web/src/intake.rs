//! How much a request may bring, and how long it may take to bring it.
//!
//! Most requests are forms of words. A route that takes files says so, is for people who signed in
//! (or takes few and small ones of somebody who holds a personal link). What comes over a slow line lies
//! on the disk until all of it is there; only then does it take one of the few places where requests
//! with files are worked on, in the program's memory.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use hoithi_documents::{Aside, Files, FilesError};
use hoithi_journal::{Fact, Halt, Refused};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

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

/// How many of them may be on their way, or wait on the disk.
const LINES_AT_ONCE: usize = 200;

/// So many bytes are gathered before they go to the disk.
const PIECE: usize = 256 << 10;

/// All that a request may bring, bytes: for whoever finds out while reading that it is more.
#[derive(Clone, Copy)]
pub(crate) struct Largest(pub(crate) usize);

/// What one route takes.
#[derive(Clone)]
pub(crate) struct Intake {
    largest: usize,
    places: Option<Places>,
}

/// Where requests with files wait, and where they are worked on.
#[derive(Clone)]
struct Places {
    lines: Arc<Semaphore>,
    work: Arc<Semaphore>,
}

/// The turn of one large request: its place is taken once it is here, and left when it is answered.
#[derive(Clone)]
struct Turn {
    places: Places,
    taken: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
}

impl Turn {
    /// The whole body, from however slow a line, with its place to be worked on.
    async fn whole(&self, body: Body, files: &Files, largest: usize) -> Result<Bytes, Halt> {
        let line = Arc::clone(&self.places.lines).acquire_owned().await.map_err(Halt::fault)?;
        let came = in_time(TIME_FOR_FILES, gathered(body, files.clone(), largest)).await?;
        let place = Arc::clone(&self.places.work).acquire_owned().await.map_err(Halt::fault)?;
        let bytes = beside(move || came.take()).await?;
        self.hold(Some(place));
        drop(line);
        Ok(bytes.into())
    }

    fn hold(&self, place: Option<OwnedSemaphorePermit>) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }
}

impl Intake {
    pub(crate) fn of_words() -> Self {
        Self { largest: LARGEST_FORM, places: None }
    }

    /// What goes to the disk piece by piece takes none of the places of requests with files.
    pub(crate) fn of_pieces(largest: usize) -> Self {
        Self { largest, places: None }
    }

    /// All routes that take files share these places.
    pub(crate) fn of_files(largest: usize) -> Self {
        let [lines, work] = [LINES_AT_ONCE, FILES_AT_ONCE].map(|many| Arc::new(Semaphore::new(many)));
        Self { largest, places: Some(Places { lines, work }) }
    }

    /// The route behind these bounds.
    pub(crate) fn before(&self, route: MethodRouter<House>) -> MethodRouter<House> {
        route.route_layer(DefaultBodyLimit::max(self.largest)).route_layer(from_fn_with_state(self.clone(), bounded))
    }
}

/// Before anything of a body is read: too large is refused, and a large one is told where its place is.
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
    let turn = intake.places.filter(|_| !is_small).map(|places| Turn { places, taken: Arc::default() });
    if let Some(turn) = &turn {
        request.extensions_mut().insert(turn.clone());
    }
    let response = next.run(request).await;
    if let Some(turn) = turn {
        turn.hold(None);
    }
    Ok(response)
}

/// The request once all of it is here. A small one is read where it is.
pub(crate) async fn arrived(request: Request, files: &Files, largest: usize) -> Result<Request, Halt> {
    let Some(turn) = request.extensions().get::<Turn>().cloned() else { return Ok(request) };
    let (parts, body) = request.into_parts();
    let bytes = turn.whole(body, files, largest).await?;
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// The body on the disk.
async fn gathered(mut body: Body, files: Files, largest: usize) -> Result<Aside, Halt> {
    let mut came = beside(move || files.aside()).await?;
    let (mut piece, mut left) = (Vec::with_capacity(PIECE), largest);
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| cut_off())?.into_data() else { continue };
        left = left.checked_sub(data.len()).ok_or_else(|| too_large(largest))?;
        piece.extend_from_slice(&data);
        if piece.len() >= PIECE {
            came = added(came, std::mem::replace(&mut piece, Vec::with_capacity(PIECE))).await?;
        }
    }
    added(came, piece).await
}

async fn added(mut came: Aside, piece: Vec<u8>) -> Result<Aside, Halt> {
    beside(move || came.add(&piece).map(|()| came)).await
}

/// The disk is waited for beside the threads that answer requests.
pub(crate) async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FilesError> + Send + 'static,
) -> Result<T, Halt> {
    tokio::task::spawn_blocking(work).await.map_err(Halt::fault)?.map_err(Halt::fault)
}

fn cut_off() -> Halt {
    Halt::refused("web.malformed", None, "the request ended before all of it was here")
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
pub(crate) async fn file(request: Request, files: &Files, largest: usize) -> Result<Bytes, Halt> {
    let request = arrived(request, files, largest).await?;
    whole(request.into_body(), largest, TIME_FOR_FILES).await
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
