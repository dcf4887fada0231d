//! Several files in one field, each kept by its hash; a photo small.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{ContentError, KeptFile};
use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::{Halt, Refused};
use hoithi_people::refused;
use hoithi_rules::text::one_line;
use hoithi_web::{House, Posted};

use crate::thumbnail::thumbnail;

/// All files of a field; one of another kind refuses them all, so that nobody believes it was taken.
pub(super) fn take_files(
    house: &House,
    posted: &Posted,
    field: &str,
    kinds: &[FileKind],
) -> Result<Vec<KeptFile>, Halt> {
    let uploads: Vec<_> = posted.files.iter().filter(|file| file.field == field).collect();
    if uploads.iter().any(|upload| !kinds.contains(&kind_of(&upload.bytes))) {
        let wrong = Refused { field: Some(field.to_owned()), ..refused(&ContentError::File) };
        return Err(Halt::Refused(vec![wrong]));
    }
    let keep = |upload: &&hoithi_web::Upload| {
        let media_type = kind_of(&upload.bytes).media_type().to_owned();
        let hash = house.take_upload(&upload.bytes)?;
        let name: String = one_line(&upload.name).chars().take(200).collect();
        let size = i64::try_from(upload.bytes.len()).map_err(Halt::fault)?;
        Ok(KeptFile { hash, name, media_type, size })
    };
    uploads.iter().map(keep).collect()
}

/// A photo small, for a list. Its address changes with every correction, so it may be kept.
pub(super) async fn small_picture(house: &House, photo: Option<KeptFile>) -> Result<Response, Halt> {
    let photo = photo.ok_or_else(Halt::not_found)?;
    let small = thumbnail(house.kept_file(photo.hash).await?).await?.ok_or_else(Halt::not_found)?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, max-age=86400")], small).into_response())
}
