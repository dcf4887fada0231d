//! A JPEG 2000 picture, as some scanners pack it, without what programs noted in it.

/// The boxes that a reader needs for the picture; notes, links and previews have others.
const NEEDED: [&[u8]; 4] = [b"jP  ", b"ftyp", b"rreq", b"jp2h"];

/// The box of the picture itself.
const PICTURE: &[u8] = b"jp2c";

const BEGIN: [u8; 2] = [0xFF, 0x4F];
const COMMENT: [u8; 2] = [0xFF, 0x64];
const FIRST_TILE: [u8; 2] = [0xFF, 0x90];

/// The picture as it was, in the boxes that it needs; none where this is no such picture, or it breaks off.
pub(super) fn without_boxes(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(&BEGIN) {
        return without_comments(bytes);
    }
    let (mut rest, mut clean, mut whole) = (bytes, Vec::with_capacity(bytes.len()), false);
    while !rest.is_empty() {
        let kind = rest.get(4..8)?;
        let (head, size) = measured(rest)?;
        let (one, behind) = rest.split_at_checked(size)?;
        if kind == PICTURE {
            let inside = without_comments(one.get(head..)?)?;
            // The last box may say that it goes on to the end: its size is written anew.
            clean.extend(u32::try_from(inside.len() + 8).ok()?.to_be_bytes());
            clean.extend(PICTURE);
            clean.extend(inside);
            whole = true;
        } else if NEEDED.contains(&kind) {
            clean.extend(one);
        }
        rest = behind;
    }
    whole.then_some(clean)
}

/// How long a box's head is, and all of it.
fn measured(bytes: &[u8]) -> Option<(usize, usize)> {
    let number = |from: usize, to: usize| {
        bytes.get(from..to).map(|part| part.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)))
    };
    let (head, size) = match number(0, 4)? {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(number(8, 16)?).ok()?),
        size => (8, usize::try_from(size).ok()?),
    };
    (size >= head).then_some((head, size))
}

/// The coded picture; comments stand before its first tile.
fn without_comments(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&BEGIN)?;
    let mut clean = BEGIN.to_vec();
    while !rest.starts_with(&FIRST_TILE) {
        let [mark, kind, high, low] = *rest.first_chunk::<4>()?;
        let length = usize::from(u16::from_be_bytes([high, low]));
        if mark != 0xFF || length < 2 {
            return None;
        }
        let (segment, behind) = rest.split_at_checked(length + 2)?;
        if [mark, kind] != COMMENT {
            clean.extend(segment);
        }
        rest = behind;
    }
    clean.extend(rest);
    Some(clean)
}
