//! `/cham/{handle}/tep/{n}`: a file of the dossier, as judges get it.
//!
//! Its name is the blind code and its place among the parts; nothing of the author's file name,
//! its hash or its age goes with it, and nothing in it may run or load anything.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_documents::{Files, FilesError, Sha256Hex};
use hoithi_entries::JudgeContent;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::AssignmentId;
use hoithi_web::{House, Path};

use super::sheet::{own_of, parts_of};
use crate::judge_copy::without_metadata;

/// Counted up with every change of what is left out: copies made before are not handed out any more.
const MAKER: &str = "judge-copy-1";

pub(super) async fn show(
    State(house): State<House>,
    Path((handle, number)): Path<(AssignmentId, usize)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    judges_file(&house, &viewer, handle, number).await
}

/// The file of one part, for whoever marks by it.
pub(crate) async fn judges_file(
    house: &House,
    viewer: &Viewer,
    handle: AssignmentId,
    number: usize,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let own = own_of(&mut db, viewer, handle).await?;
    let parts = parts_of(&mut db, &own).await?;
    drop(db);
    let part = number.checked_sub(1).and_then(|index| parts.get(index)).ok_or_else(Halt::not_found)?;
    let JudgeContent::Pdf { sha256, .. } = &part.content else {
        return Err(Halt::not_found());
    };
    let bytes = copy_of(house, sha256.clone()).await?;
    let name = format!("{}-{number}.pdf", own.blind_code);
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'self'".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

async fn copy_of(house: &House, hash: Sha256Hex) -> Result<Vec<u8>, Halt> {
    let files = house.files.clone();
    let read = tokio::task::spawn_blocking(move || kept_copy(&files, &hash));
    let copy = read.await.map_err(Halt::fault)?.map_err(Halt::fault)?;
    let english = "this file cannot be taken apart, so there is no copy without names";
    copy.ok_or_else(|| Halt::refused("judging.no_copy", None, english))
}

/// Made once, and found again by the hash of what it was made from.
fn kept_copy(files: &Files, hash: &Sha256Hex) -> Result<Option<Vec<u8>>, FilesError> {
    if let Some(copy) = files.made(MAKER, hash) {
        return Ok(Some(copy));
    }
    let original = match files.get(hash) {
        Err(FilesError::Quarantined(_)) => return Ok(None),
        read => read?,
    };
    let copy = without_metadata(&original);
    if let Some(copy) = &copy {
        files.keep_made(MAKER, hash, copy)?;
    }
    Ok(copy)
}
