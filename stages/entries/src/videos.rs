//! Videos of a dossier: kept byte for byte as they came. What judges get is a copy that a tool of the machine makes
//! small and without notes, beside the requests; where there is no such tool they get none.

use std::num::NonZeroU32;

use hoithi_documents::{FilesError, Sha256Hex, Tool, VideoKind, VideoLook, look_at_video, video_kind};
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_web::{Form, House, Upload};

use crate::given::{GivenFile, plain_name};
use crate::photographs::Pictures;
use crate::refusals::DossierRefusal;
use crate::store;
use crate::video_refusal::VideoRefusal;

/// Under this name the small copies lie, and under the other what none can be made of.
const MAKER: &str = "video";
const IN_VAIN: &str = "video-in-vain";

/// What a video may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VideoLimits {
    pub(crate) megabytes: NonZeroU32,
    pub(crate) minutes: NonZeroU32,
}

/// The video that a form brings, once its sender has looked for patients and children in it; `agreed` is what was
/// ticked, as it was read.
pub(crate) async fn given_video(
    house: &House,
    (form, agreed): (&Form, String),
    files: Vec<Upload>,
    limits: VideoLimits,
) -> Result<GivenFile, Halt> {
    let mut uploads = files.into_iter().filter(|file| file.field == "file");
    let upload = uploads.next().ok_or(DossierRefusal::FileMissing).or_refuse()?;
    if uploads.next().is_some() {
        return Err(VideoRefusal::Several).or_refuse();
    }
    if !form.checked("agreed", "co") {
        return Err(VideoRefusal::Unagreed).or_refuse();
    }
    let (name, bytes, max) = (plain_name(&upload.name), upload.bytes.len() as u64, limits.megabytes.get());
    if bytes > u64::from(max) * 1_000_000 {
        return Err(DossierRefusal::TooLarge { name, bytes, max }).or_refuse();
    }
    let looking = move || (look_at_video(&upload.bytes), upload.bytes);
    let (look, content) = tokio::task::spawn_blocking(looking).await.map_err(Halt::fault)?;
    let kind = taken(look, &name, limits.minutes).or_refuse()?;
    let name = named(&name, kind);
    let sha256 = house.keep_upload(content).await?;
    if house.files.is_quarantined(&sha256) {
        return Err(DossierRefusal::Infected { name }).or_refuse();
    }
    Ok(GivenFile { name, bytes, sha256, pictures: Some(Pictures { originals: Vec::new(), agreed }) })
}

fn taken(look: VideoLook, name: &str, minutes: NonZeroU32) -> Result<VideoKind, VideoRefusal> {
    let (name, most) = (name.to_owned(), minutes.get());
    match look {
        VideoLook::Whole { kind, seconds } if seconds <= u64::from(most) * 60 => Ok(kind),
        VideoLook::Whole { .. } => Err(VideoRefusal::TooLong { name, most }),
        VideoLook::Other => Err(VideoRefusal::NotAVideo { name }),
        VideoLook::Broken => Err(VideoRefusal::Broken { name }),
        VideoLook::Endless => Err(VideoRefusal::Endless { name }),
    }
}

/// Its own name, ending with what it is.
fn named(name: &str, kind: VideoKind) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{}.{}", if stem.is_empty() { "video" } else { stem }, kind.extension())
}

/// The small copy of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReducedVideo {
    /// Its bytes.
    Made(Vec<u8>),
    /// It is still to be made.
    Waits,
    /// There is none: the machine lacks the tool, or the tool made nothing of the video.
    Unmade,
}

/// What judges would get of a video.
pub async fn reduced_video(house: &House, given: &Sha256Hex) -> Result<ReducedVideo, Halt> {
    house.refuse_put_apart(given)?;
    let (files, hash) = (house.files.clone(), given.clone());
    let looking = move || (files.made(MAKER, &hash), files.has_made(IN_VAIN, &hash));
    Ok(match tokio::task::spawn_blocking(looking).await.map_err(Halt::fault)? {
        (Some(bytes), _) => ReducedVideo::Made(bytes),
        (None, false) if house.reader.has(Tool::Video).await => ReducedVideo::Waits,
        (None, _) => ReducedVideo::Unmade,
    })
}

/// Makes the next small copy that is missing. Whether there was one to make.
pub async fn reduce_one(house: &House) -> Result<bool, Halt> {
    if !house.reader.has(Tool::Video).await {
        return Ok(false);
    }
    let received = store::videos_for_judges(&mut house.read().await?).await?;
    let files = house.files.clone();
    let missing = move |hash: &Sha256Hex| {
        !files.has_made(MAKER, hash) && !files.has_made(IN_VAIN, hash) && !files.is_quarantined(hash)
    };
    let next = tokio::task::spawn_blocking(move || received.into_iter().find(missing));
    let Some(hash) = next.await.map_err(Halt::fault)? else { return Ok(false) };
    let (files, of) = (house.files.clone(), hash.clone());
    let head = tokio::task::spawn_blocking(move || files.piece(&of, 0, 16)).await.map_err(Halt::fault)?;
    let (head, _) = head.map_err(Halt::fault)?;
    let made = match video_kind(&head) {
        Some(kind) => house.reader.reduced_video(&house.files.path(&hash), kind).await,
        None => None,
    };
    let files = house.files.clone();
    let keeping = move || match made {
        Some(bytes) => files.keep_made(MAKER, &hash, &bytes),
        None => files.keep_made(IN_VAIN, &hash, &[]),
    };
    let kept: Result<(), FilesError> = tokio::task::spawn_blocking(keeping).await.map_err(Halt::fault)?;
    kept.map_err(Halt::fault)?;
    Ok(true)
}
