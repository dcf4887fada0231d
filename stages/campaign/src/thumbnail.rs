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
