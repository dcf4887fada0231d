//! A photo as a small picture, so that a list of fifty does not carry fifty photos.

use std::io::Cursor;

use hoithi_journal::Halt;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use tokio::sync::Semaphore;

/// Its longest sides: enough to see what is on it.
const WIDTH: u32 = 160;
const HEIGHT: u32 = 120;

/// A photo may claim to be larger than any camera makes them: so many bytes its points may fill.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A list asks for fifty at once; one at a time fills the memory.
static SHRINKING: Semaphore = Semaphore::const_new(1);

/// The photo, small and upright, as a JPEG; none when it cannot be read.
pub(crate) async fn thumbnail(photo: Vec<u8>) -> Result<Option<Vec<u8>>, Halt> {
    let turn = SHRINKING.acquire().await.map_err(Halt::fault)?;
    let shrinking = move || {
        // Held by the thread and not by the visitor, who may go meanwhile.
        let _turn = turn;
        shrink(&photo)
    };
    tokio::task::spawn_blocking(shrinking).await.map_err(Halt::fault)
}

fn shrink(photo: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(photo)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // The reader's own limits bound what it needs beside the points, not the points themselves.
    if decoder.total_bytes() > MOST_MEMORY {
        return None;
    }
    let turned = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(turned);
    let mut small = Vec::new();
    let small_picture = picture.thumbnail(WIDTH, HEIGHT).to_rgb8();
    JpegEncoder::new_with_quality(&mut small, 70).encode_image(&small_picture).ok()?;
    Some(small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, RgbImage};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        RgbImage::new(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    /// The same picture, which says of itself that it is sixty thousand points wide and as high.
    fn flood() -> Vec<u8> {
        let mut bytes = png(1, 1);
        let large = 60_000_u32.to_be_bytes();
        bytes[16..20].copy_from_slice(&large);
        bytes[20..24].copy_from_slice(&large);
        let turned = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        let added = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| turned(sum));
        let sum = !bytes[12..29].iter().fold(u32::MAX, added);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    #[test]
    fn a_photo_that_claims_more_than_the_machine_holds_has_no_small_picture() {
        let small = shrink(&png(400, 300)).unwrap();
        let small = image::load_from_memory(&small).unwrap();
        assert_eq!((small.width(), small.height()), (160, 120));
        assert_eq!(shrink(&flood()), None);
        assert_eq!(shrink(b"\xff\xd8\xff no photo"), None);
    }
}
