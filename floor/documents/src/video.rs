//! What a video is by its own boxes, whatever its name says, and how long it says that it lasts. Nothing of it is
//! decoded here: that is a child's work.

use std::time::Duration;

/// The kinds of video that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VideoKind {
    Mp4,
    /// As iPhones write it.
    Mov,
    Webm,
}

impl VideoKind {
    /// As it is served.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Webm => "video/webm",
        }
    }

    /// Behind the point of its name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Webm => "webm",
        }
    }
}

/// What looking at some bytes found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VideoLook {
    /// A whole video of so many seconds, begun ones counted.
    Whole { kind: VideoKind, seconds: u64 },
    /// Something else, whatever it is called.
    Other,
    /// A video that broke off.
    Broken,
    /// A video that does not say how long it is.
    Endless,
}

/// More boxes than a player's program writes side by side; a fragment is one.
const MOST_BOXES: usize = 100_000;

/// Brands of pictures and of sound in the same boxes.
const NO_FILMS: [&[u8; 4]; 10] =
    [b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis", b"M4A ", b"M4B "];

/// Looks at the boxes of a file.
pub fn look_at_video(bytes: &[u8]) -> VideoLook {
    if bytes.get(4..8) == Some(b"ftyp") {
        of_boxes(bytes)
    } else if bytes.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        of_elements(bytes)
    } else {
        VideoLook::Other
    }
}

/// What kind of video begins so; for bytes that were looked at when they came.
pub fn video_kind(head: &[u8]) -> Option<VideoKind> {
    match (head.get(4..8), head.get(8..12)) {
        (Some(b"ftyp"), Some(b"qt  ")) => Some(VideoKind::Mov),
        (Some(b"ftyp"), Some(brand)) => (!NO_FILMS.iter().any(|other| *other == brand)).then_some(VideoKind::Mp4),
        _ => head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]).then_some(VideoKind::Webm),
    }
}

// ---------------------------------------------------------------- MP4 and MOV

/// A box: its name and what is in it.
type Boxed<'a> = ([u8; 4], &'a [u8]);

/// The boxes that lie side by side; none where one reaches beyond the end.
fn boxes(mut rest: &[u8]) -> Option<Vec<Boxed<'_>>> {
    let mut found = Vec::new();
    while !rest.is_empty() {
        let size = u64::from(u32::from_be_bytes(*rest.first_chunk()?));
        let name: [u8; 4] = *rest.get(4..)?.first_chunk()?;
        let (head, size) = match size {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*rest.get(8..)?.first_chunk()?)).ok()?),
            size => (8, usize::try_from(size).ok()?),
        };
        found.push((name, rest.get(head..size)?));
        rest = rest.get(size..)?;
        if found.len() > MOST_BOXES {
            return None;
        }
    }
    Some(found)
}

fn within<'a>(boxed: &[Boxed<'a>], name: [u8; 4]) -> Option<&'a [u8]> {
    boxed.iter().find(|(each, _)| *each == name).map(|(_, inside)| *inside)
}

fn of_boxes(bytes: &[u8]) -> VideoLook {
    let Some(kind) = video_kind(bytes) else { return VideoLook::Other };
    let Some(outer) = boxes(bytes) else { return VideoLook::Broken };
    let film = outer.iter().any(|(name, _)| matches!(name, b"mdat" | b"moof"));
    let Some(inside) = within(&outer, *b"moov").filter(|_| film) else { return VideoLook::Broken };
    let Some(inside) = boxes(inside) else { return VideoLook::Broken };
    if !inside.iter().any(|(name, track)| name == b"trak" && shows_pictures(track)) {
        return VideoLook::Other;
    }
    match length_of(&inside) {
        Some(seconds) if seconds > 0 => VideoLook::Whole { kind, seconds },
        _ => VideoLook::Endless,
    }
}

/// Whether a track is one of moving pictures.
fn shows_pictures(track: &[u8]) -> bool {
    let handler = || {
        let media = within(&boxes(track)?, *b"mdia")?;
        within(&boxes(media)?, *b"hdlr")
    };
    handler().and_then(|handler| handler.get(8..12)) == Some(b"vide")
}

/// How many seconds the head of a film says that it lasts, or that all of its fragments do.
fn length_of(inside: &[Boxed<'_>]) -> Option<u64> {
    let head = within(inside, *b"mvhd")?;
    let (scale, length) = match head.first()? {
        1 => (number(head.get(20..24)?), number(head.get(24..32)?)),
        _ => (number(head.get(12..16)?), number(head.get(16..20)?)),
    };
    let fragments = || {
        let all = boxes(within(inside, *b"mvex")?)?;
        let head = within(&all, *b"mehd")?;
        Some(number(head.get(4..)?))
    };
    let length = if length == 0 { fragments()? } else { length };
    // A film that cannot say its length fills the number with ones.
    let known = scale > 0 && length != u64::from(u32::MAX) && length != u64::MAX;
    known.then(|| length.div_ceil(scale))
}

/// At most eight bytes as a number, the largest part first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

// ---------------------------------------------------------------- WebM

const DOC_TYPE: u64 = 0x4282;
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const SCALE: u64 = 0x2A_D7B1;
const DURATION: u64 = 0x4489;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK: u64 = 0xAE;
const TRACK_TYPE: u64 = 0x83;
const CLUSTER: u64 = 0x1F43_B675;

/// An element: its name, what is in it, and what lies behind it. One of unknown length has all the rest in it.
type Element<'a> = (u64, &'a [u8], &'a [u8]);

fn element(bytes: &[u8]) -> Option<Element<'_>> {
    let (name, rest) = spelled(bytes, false)?;
    let (size, rest) = spelled(rest, true)?;
    let Some(size) = size else { return Some((name?, rest, &[])) };
    let (inside, behind) = rest.split_at_checked(usize::try_from(size).ok()?)?;
    Some((name?, inside, behind))
}

/// A number that says by its first bits how many bytes it has; none where it says that it is not known.
fn spelled(bytes: &[u8], bare: bool) -> Option<(Option<u64>, &[u8])> {
    let first = *bytes.first()?;
    let length = usize::try_from(first.leading_zeros()).ok()? + 1;
    let (own, rest) = bytes.split_at_checked(length).filter(|_| length <= 8)?;
    let whole = number(own);
    let marker = 1_u64 << (7 * length);
    let value = if bare { whole & !marker } else { whole };
    Some(((!bare || value != marker - 1).then_some(value), rest))
}

/// The elements that lie side by side, as far as they are whole.
fn elements(bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (name, inside, behind) = element(rest)?;
        rest = behind;
        Some((name, inside))
    })
    .take(MOST_BOXES)
}

fn child(bytes: &[u8], name: u64) -> Option<&[u8]> {
    elements(bytes).find(|(each, _)| *each == name).map(|(_, inside)| inside)
}

fn of_elements(bytes: &[u8]) -> VideoLook {
    let Some((_, head, rest)) = element(bytes) else { return VideoLook::Broken };
    if child(head, DOC_TYPE).map(<[u8]>::trim_ascii_end) != Some(b"webm") {
        return VideoLook::Other;
    }
    let Some((SEGMENT, inside, _)) = element(rest) else { return VideoLook::Broken };
    let (info, tracks) = (child(inside, INFO), child(inside, TRACKS));
    let (Some(info), Some(tracks), Some(_)) = (info, tracks, child(inside, CLUSTER)) else { return VideoLook::Broken };
    let shows = |track: &[u8]| child(track, TRACK_TYPE) == Some(&[1]);
    if !elements(tracks).any(|(name, track)| name == TRACK && shows(track)) {
        return VideoLook::Other;
    }
    match seconds_of(info) {
        Some(seconds) if seconds > 0 => VideoLook::Whole { kind: VideoKind::Webm, seconds },
        _ => VideoLook::Endless,
    }
}

fn seconds_of(info: &[u8]) -> Option<u64> {
    let scale = child(info, SCALE).map_or(Some(1_000_000), |scale| u32::try_from(number(scale)).ok())?;
    let length = child(info, DURATION)?;
    let length = match length.len() {
        4 => f64::from(f32::from_be_bytes(*length.first_chunk()?)),
        _ => f64::from_be_bytes(*length.first_chunk()?),
    };
    let lasts = Duration::try_from_secs_f64(length * f64::from(scale) / 1e9).ok()?;
    Some(lasts.as_secs() + u64::from(lasts.subsec_nanos() > 0))
}
