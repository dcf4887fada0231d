//! A JPEG without what the camera or the editing program noted in it.

/// Picture data as it was, notes left out; none where this is no JPEG, or it breaks off.
pub(super) fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut clean = vec![0xFF, 0xD8];
    loop {
        let (marker, after) = next_marker(rest)?;
        if marker == END {
            clean.extend([0xFF, END]);
            return Some(clean);
        }
        let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
        let (segment, behind) = after.split_at_checked(length)?;
        if is_picture(marker, segment) {
            clean.extend([0xFF, marker]);
            clean.extend(segment);
        }
        rest = behind;
        if marker == SCAN {
            let scanned = scan(rest);
            clean.extend(&rest[..scanned]);
            rest = &rest[scanned..];
            // Old programs leave the end mark out; nothing is behind it then.
            if rest.is_empty() {
                return Some(clean);
            }
        }
    }
}

const SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// The marker, behind any filling.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let bytes = bytes.strip_prefix(&[0xFF])?;
    let filling = bytes.iter().take_while(|byte| **byte == 0xFF).count();
    let (marker, after) = bytes.get(filling..)?.split_first()?;
    Some((*marker, after))
}

/// Tables and scans, what a reader needs for size and colours; no notes, no comments, no previews.
fn is_picture(marker: u8, segment: &[u8]) -> bool {
    match marker {
        // JFIF, whose preview has a marker segment of its own, and the colours of Adobe's programs.
        0xE0 => segment.get(2..6) == Some(b"JFIF"),
        0xE2 => segment.get(2..13) == Some(b"ICC_PROFILE"),
        0xEE => segment.get(2..7) == Some(b"Adobe"),
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// How many bytes of picture data come before the next marker that is one.
fn scan(bytes: &[u8]) -> usize {
    let ends = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF | 0xD0..=0xD7);
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}
