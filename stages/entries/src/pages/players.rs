//! Videos for a player, which asks for one piece after the other: under a name of the house's own, and so that
//! nothing inside them can act on our pages.

use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, RANGE,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_documents::{Sha256Hex, VideoKind, video_kind};
use hoithi_journal::Halt;
use hoithi_web::House;

/// So many bytes go out at once, however many are asked for: the player asks again.
const A_PIECE: u64 = 2 << 20;

const SHUT: &str = "sandbox; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// What a player asks for: from a byte to another, or the last so many.
#[derive(Clone, Copy)]
enum Wanted {
    From(u64, Option<u64>),
    Last(u64),
}

impl Wanted {
    /// One range of bytes; anything else is as if nothing was asked.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let (from, to) = headers.get(RANGE)?.to_str().ok()?.strip_prefix("bytes=")?.split_once('-')?;
        match (from, to) {
            ("", last) => last.parse().ok().map(Self::Last),
            (from, "") => Some(Self::From(from.parse().ok()?, None)),
            (from, to) => Some(Self::From(from.parse().ok()?, Some(to.parse().ok()?))),
        }
    }

    /// Where the piece begins and how long it is; none where the file has nothing there.
    fn piece(self, all: u64) -> Option<(u64, u64)> {
        let (from, to) = match self {
            Self::From(from, to) => (from, to.map_or(all, |to| to.saturating_add(1).min(all))),
            Self::Last(last) => (all.saturating_sub(last), all),
        };
        (from < to).then(|| (from, (to - from).min(A_PIECE)))
    }
}

/// A kept video, whole or the piece that is asked for.
pub async fn video_response(house: &House, headers: &HeaderMap, hash: Sha256Hex, name: &str) -> Result<Response, Halt> {
    house.refuse_put_apart(&hash)?;
    let (files, of) = (house.files.clone(), hash.clone());
    let head = tokio::task::spawn_blocking(move || files.piece(&of, 0, 16)).await.map_err(Halt::fault)?;
    let (head, all) = head.map_err(Halt::fault)?;
    let kind = video_kind(&head).ok_or_else(Halt::not_found)?;
    let Some(wanted) = Wanted::of(headers) else {
        return Ok(played(kind, name, house.kept_file(hash).await?));
    };
    let Some((from, most)) = wanted.piece(all) else {
        return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{all}"))]).into_response());
    };
    let files = house.files.clone();
    let piece = tokio::task::spawn_blocking(move || files.piece(&hash, from, most)).await.map_err(Halt::fault)?;
    let (bytes, all) = piece.map_err(Halt::fault)?;
    let range = format!("bytes {from}-{}/{all}", (from + bytes.len() as u64).saturating_sub(1));
    Ok((StatusCode::PARTIAL_CONTENT, [(CONTENT_RANGE, range)], shut(kind, name), bytes).into_response())
}

/// A whole video.
pub fn played(kind: VideoKind, name: &str, bytes: Vec<u8>) -> Response {
    (shut(kind, name), bytes).into_response()
}

fn shut(kind: VideoKind, name: &str) -> [(HeaderName, String); 5] {
    [
        (CONTENT_TYPE, kind.media_type().to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}.{}\"", kind.extension())),
        (CONTENT_SECURITY_POLICY, SHUT.to_owned()),
        (ACCEPT_RANGES, "bytes".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ]
}
