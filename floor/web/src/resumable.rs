//! Files that arrive in pieces and go on where they were cut: tus 1.0 with creation, checksum, expiration and
//! termination.
//!
//! A room says who may begin an upload, and for what; it is whole once all its bytes are here, and nothing is
//! known of what they are. The room then takes them through the door by which it takes every other file.
//! What arrived is told only after it is on the disk, so that nothing that was told is ever lost.

mod arrival;
mod checksum;
mod kept;
mod landing;
mod said;
mod whole;

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use hoithi_journal::Halt;
use uuid::Uuid;

use crate::house::House;
use crate::taken::Streamed;

pub use landing::Landing;
pub use said::announced_type;
pub use whole::{Whole, let_go_of, sweep_resumable, whole_files};

use arrival::{Arrival, Ended};
use checksum::Checksum;
use said::{Stop, answer, number, speaks, told};

/// The version of the protocol, and its header.
pub(crate) const RESUMABLE: (&str, &str) = ("tus-resumable", "1.0.0");

/// The type of a piece.
const PIECE_OF_A_FILE: &str = "application/offset+octet-stream";

/// Who sends a file, and for what: nobody else ever finds the upload.
#[derive(Clone, Debug)]
pub struct FileSender {
    /// Their account.
    pub by: Uuid,
    /// The thing that the file is for, in words of the room.
    pub target: String,
}

/// What this house can do.
pub fn offered_resumable(house: &House) -> Response {
    let facts = [
        ("tus-version", RESUMABLE.1.to_owned()),
        ("tus-extension", "creation,checksum,expiration,termination".to_owned()),
        ("tus-checksum-algorithm", Checksum::KNOWN.to_owned()),
        ("tus-max-size", house.site.largest_upload.to_string()),
        ("allow", "OPTIONS, POST, HEAD, PATCH, DELETE".to_owned()),
    ];
    answer(204, &facts)
}

/// Begins an upload. Its address lies below `at`.
pub async fn begin_resumable(
    house: &House,
    sender: &FileSender,
    headers: &HeaderMap,
    at: &str,
) -> Result<Response, Halt> {
    told(begun(house, sender, headers, at).await)
}

async fn begun(house: &House, sender: &FileSender, headers: &HeaderMap, at: &str) -> Result<Response, Stop> {
    speaks(headers)?;
    let bytes = number(headers, "upload-length")?;
    let metadata = said::metadata(headers)?;
    if bytes > house.site.largest_upload as u64 {
        return Err(Stop::Status(413));
    }
    let begun = kept::begin(house, sender, bytes, metadata).await?;
    let expires = said::instant(begun.expires)?;
    Ok(answer(201, &[("location", format!("{at}/{}", begun.id)), ("upload-expires", expires)]))
}

/// How far an upload came. A piece of it that is still on its way ends here: whoever asks has lost that line.
pub async fn look_at_resumable(
    house: &House,
    sender: &FileSender,
    id: Uuid,
    headers: &HeaderMap,
) -> Result<Response, Halt> {
    told(looked_at(house, sender, id, headers).await)
}

async fn looked_at(house: &House, sender: &FileSender, id: Uuid, headers: &HeaderMap) -> Result<Response, Stop> {
    speaks(headers)?;
    kept::found(house, sender, id).await?;
    let held = house.landing.hold(id).await;
    let upload = kept::found(house, sender, id).await?;
    let lies = upload.lies(house).await?;
    drop(held);
    let mut facts = vec![
        ("upload-offset", lies.to_string()),
        ("upload-length", upload.bytes.to_string()),
        ("upload-expires", said::instant(upload.expires)?),
        ("cache-control", "no-store".to_owned()),
    ];
    if !upload.metadata.is_empty() {
        facts.push(("upload-metadata", upload.metadata));
    }
    Ok(answer(200, &facts))
}

/// Takes the next piece of an upload, straight to the disk.
pub async fn take_piece(
    house: &House,
    sender: &FileSender,
    id: Uuid,
    headers: &HeaderMap,
    piece: Streamed,
) -> Result<Response, Halt> {
    told(taken(house, sender, id, headers, piece).await)
}

async fn taken(
    house: &House,
    sender: &FileSender,
    id: Uuid,
    headers: &HeaderMap,
    piece: Streamed,
) -> Result<Response, Stop> {
    speaks(headers)?;
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != PIECE_OF_A_FILE) {
        return Err(Stop::Status(415));
    }
    let from = number(headers, "upload-offset")?;
    let checksum = Checksum::of(headers)?;
    kept::found(house, sender, id).await?;
    let held = house.landing.hold(id).await;
    let upload = kept::found(house, sender, id).await?;
    let expires = said::instant(upload.expires)?;
    if from != upload.lies(house).await? {
        return Err(Stop::Status(409));
    }
    if headers.contains_key("content-length") && number(headers, "content-length")? > upload.bytes - from {
        return Err(Stop::Status(413));
    }
    // Who waits for a place gives the upload up as well to whoever comes again.
    let line = tokio::select! {
        line = house.landing.line(sender.by) => line?,
        () = held.taken_over() => return Err(Stop::Status(409)),
    };
    let arrival = Arrival::of(house, upload, (held, line), checksum).await?;
    // By itself: what came over a line that breaks is kept, although nobody waits for the answer any more.
    let (ended, lies) = tokio::spawn(arrival.receive(piece.0)).await.map_err(Halt::fault)??;
    match ended {
        Ended::Whole => Ok(answer(204, &[("upload-offset", lies.to_string()), ("upload-expires", expires)])),
        Ended::TooMuch => Err(Stop::Status(413)),
        Ended::OtherSum => Err(Stop::Status(460)),
        Ended::Cut => Err(Stop::Status(400)),
        Ended::TakenOver => Err(Stop::Status(409)),
        Ended::Slow => Err(Stop::Status(503)),
    }
}

/// Nobody sends the rest of it.
pub async fn end_resumable(
    house: &House,
    sender: &FileSender,
    id: Uuid,
    headers: &HeaderMap,
) -> Result<Response, Halt> {
    told(ended(house, sender, id, headers).await)
}

async fn ended(house: &House, sender: &FileSender, id: Uuid, headers: &HeaderMap) -> Result<Response, Stop> {
    speaks(headers)?;
    kept::found(house, sender, id).await?;
    kept::forget(house, id).await?;
    Ok(answer(204, &[]))
}
