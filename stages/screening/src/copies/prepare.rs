//! The copies that would be released: made before the act that releases them, and let go again where it
//! is refused.

use hoithi_documents::Sha256Hex;
use hoithi_entries::{KeptEntry, ReducedVideo, kept_without_metadata, reduced_video};
use hoithi_journal::Halt;
use hoithi_rules::edition::RuleBook;
use hoithi_web::House;

use super::{Covered, ReleasedPart, Shown, covered_of, shown};

/// Copies of everything that judges are to read of an entry, kept by their hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared(pub(super) Vec<ReleasedPart>);

/// Makes the copies: the pages as the authors gave them, without what programs noted about whoever
/// wrote them, or as somebody covered them. Refused where a file cannot be taken apart.
pub async fn prepare(house: &House, kept: &KeptEntry, book: &RuleBook) -> Result<Prepared, Halt> {
    let covered = covered_of(&mut house.read().await?, kept.id()).await?;
    let mut parts = Vec::new();
    for part in shown(kept, book)? {
        house.refuse_put_apart(&part.given)?;
        match covered.get(&(part.part.to_string(), part.given.clone())) {
            Some(Covered { copy, bytes, .. }) => {
                let copy = Some(copy.clone());
                parts.push(ReleasedPart { part: part.part, given: part.given, copy, bytes: *bytes });
            }
            None => parts.push(prepare_part(house, part).await?),
        }
    }
    Ok(Prepared(parts))
}

async fn prepare_part(house: &House, part: Shown) -> Result<ReleasedPart, Halt> {
    let Shown { part: code, given, text, video, .. } = part;
    if text.is_some() {
        return Ok(ReleasedPart { part: code, given, copy: None, bytes: 0 });
    }
    let bytes = if video {
        match video_copy_of(house, &given).await? {
            Some(bytes) => bytes,
            None => return Ok(ReleasedPart { part: code, given, copy: None, bytes: 0 }),
        }
    } else {
        copy_of(house, given.clone()).await?
    };
    let length = bytes.len() as u64;
    let copy = house.keep_upload(bytes).await?;
    Ok(ReleasedPart { part: code, given, copy: Some(copy), bytes: length })
}

/// The bytes that judges would get of a video; none where no copy can be made of it. Refused while it is made.
pub(crate) async fn video_copy_of(house: &House, given: &Sha256Hex) -> Result<Option<Vec<u8>>, Halt> {
    match reduced_video(house, given).await? {
        ReducedVideo::Made(bytes) => Ok(Some(bytes)),
        ReducedVideo::Unmade => Ok(None),
        ReducedVideo::Waits => {
            Err(Halt::refused("screening.video_waits", None, "the small copy of a video is still being made"))
        }
    }
}

/// The bytes that judges would get of a file.
pub(crate) async fn copy_of(house: &House, given: Sha256Hex) -> Result<Vec<u8>, Halt> {
    let files = house.files.clone();
    let made = tokio::task::spawn_blocking(move || kept_without_metadata(&files, &given));
    let cleaned = made.await.map_err(Halt::fault)?.map_err(Halt::fault)?;
    let english = "this file cannot be taken apart, so there is no copy without names";
    cleaned.ok_or_else(|| Halt::refused("screening.no_copy", None, english))
}
