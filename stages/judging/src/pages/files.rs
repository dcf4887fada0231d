//! `/cham/{handle}/tep/{n}`: a file of the dossier, as judges get it; and the photographs of its models and samples.
//!
//! Its name is the blind code and its place among the parts; nothing of the author's file name,
//! its hash or its age goes with it, and nothing in it may run or load anything.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_documents::{Sha256Hex, VideoKind};
use hoithi_entries::{
    JudgeContent, ReducedVideo, judge_things, kept_without_metadata, played, reduced_video, video_response,
};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::AssignmentId;
use hoithi_web::{House, Path};

use super::sheet::{own_of, parts_of};

pub(super) async fn show(
    State(house): State<House>,
    Path((handle, number)): Path<(AssignmentId, usize)>,
    viewer: Viewer,
    headers: HeaderMap,
) -> Result<Response, Halt> {
    judges_file(&house, &viewer, (handle, number), &headers).await
}

/// The file of one part, for whoever marks by it.
pub(crate) async fn judges_file(
    house: &House,
    viewer: &Viewer,
    (handle, number): (AssignmentId, usize),
    headers: &HeaderMap,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let own = own_of(&mut db, viewer, handle).await?;
    let parts = parts_of(&mut db, &own).await?;
    drop(db);
    let place = number.checked_sub(1).ok_or_else(Halt::not_found)?;
    let part = parts.all.get(place).ok_or_else(Halt::not_found)?;
    let (sha256, video) = match &part.content {
        JudgeContent::Pdf { sha256, .. } => (sha256.clone(), false),
        JudgeContent::Video { sha256, .. } => (sha256.clone(), true),
        JudgeContent::Text(_) | JudgeContent::Unshown => return Err(Halt::not_found()),
    };
    // Nobody gets a copy either of what was found to be harmful.
    if let Some(Some(original)) = parts.originals.get(place) {
        house.refuse_put_apart(original)?;
    }
    let name = format!("{}-{number}", own.blind_code);
    if video && parts.released {
        return video_response(house, headers, sha256, &name).await;
    }
    if video {
        return unreleased_video(house, &sha256, &name).await;
    }
    let bytes = if parts.released { house.kept_file(sha256).await? } else { copy_of(house, sha256).await? };
    Ok(sent(&format!("{name}.pdf"), "application/pdf", bytes))
}

/// Where judges read names nothing is released; what they see of a video is its small copy all the same.
async fn unreleased_video(house: &House, given: &Sha256Hex, name: &str) -> Result<Response, Halt> {
    match reduced_video(house, given).await? {
        ReducedVideo::Made(bytes) => Ok(played(VideoKind::Mp4, name, bytes)),
        ReducedVideo::Waits | ReducedVideo::Unmade => {
            Err(Halt::refused("judging.no_video", None, "there is no copy of this video for judges yet"))
        }
    }
}

fn sent(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'self'".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// A photograph of a model or sample that somebody showed to judges, by both its places.
pub(super) async fn photo(
    State(house): State<House>,
    Path((handle, thing, number)): Path<(AssignmentId, usize, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let own = own_of(&mut db, &viewer, handle).await?;
    let things = judge_things(&mut db, own.entry).await?;
    drop(db);
    let shown = thing.checked_sub(1).and_then(|place| things.get(place)).ok_or_else(Halt::not_found)?;
    let photo = number.checked_sub(1).and_then(|place| shown.photos.get(place)).ok_or_else(Halt::not_found)?;
    let bytes = house.kept_file(photo.clone()).await?;
    Ok(sent(&format!("{}-hien-vat-{thing}-{number}.jpg", own.blind_code), "image/jpeg", bytes))
}

async fn copy_of(house: &House, hash: Sha256Hex) -> Result<Vec<u8>, Halt> {
    let files = house.files.clone();
    let read = tokio::task::spawn_blocking(move || kept_without_metadata(&files, &hash));
    let copy = read.await.map_err(Halt::fault)?.map_err(Halt::fault)?;
    let english = "this file cannot be taken apart, so there is no copy without names";
    copy.ok_or_else(|| Halt::refused("judging.no_copy", None, english))
}
