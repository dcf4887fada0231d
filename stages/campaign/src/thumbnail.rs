//! A photo as a small picture, so that a list of fifty does not carry fifty photos.

use std::io::Cursor;

use hoithi_journal::Halt;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// Its longest sides: enough to see what is on it.
const WIDTH: u32 = 160;
const HEIGHT: u32 = 120;

/// A photo may claim to be larger than any camera makes them.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// The photo, small and upright, as a JPEG; none when it cannot be read.
pub(crate) async fn thumbnail(photo: Vec<u8>) -> Result<Option<Vec<u8>>, Halt> {
    tokio::task::spawn_blocking(move || shrink(&photo).ok()).await.map_err(Halt::fault)
}

fn shrink(photo: &[u8]) -> image::ImageResult<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(photo)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let turned = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turned);
    let mut small = Vec::new();
    let small_picture = picture.thumbnail(WIDTH, HEIGHT).to_rgb8();
    JpegEncoder::new_with_quality(&mut small, 70).encode_image(&small_picture)?;
    Ok(small)
}
