//! One photograph: turned as it was held, reduced to what is read on a page, written anew.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgb, RgbImage};

/// Millions of points that are read: the large cameras of telephones have fewer.
pub(crate) const MOST_MILLIONS: u32 = 64;

/// A picture may claim to need more memory than its points.
const MOST_MEMORY: u64 = 256 << 20;

/// The longer side in points and the quality, tried one after the other until the page fits: about 190, 140
/// and 100 points an inch.
const STEPS: [(u32, u8); 3] = [(2_200, 82), (1_600, 75), (1_200, 65)];

/// What a page has beside its picture, bytes.
const AROUND: usize = 2_000;

/// A page's picture.
pub(super) struct Reduced {
    pub(super) jpeg: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotReduced {
    Damaged,
    TooManyPoints { most: u32 },
    TooLarge,
}

/// The photograph in at most so many bytes. Only its points are written: place, time, device and the small
/// picture that a telephone puts beside them are not.
pub(super) fn reduced(content: &[u8], turned: bool, room: usize) -> Result<Reduced, NotReduced> {
    let picture = upright(content, turned)?;
    for (side, quality) in STEPS {
        let page = on_white(&within(&picture, side));
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&page).map_err(|_| NotReduced::Damaged)?;
        if jpeg.len() + AROUND <= room {
            return Ok(Reduced { jpeg, width: page.width(), height: page.height() });
        }
    }
    Err(NotReduced::TooLarge)
}

fn upright(content: &[u8], turned: bool) -> Result<DynamicImage, NotReduced> {
    if content.starts_with(b"\xff\xd8") && !is_whole(content) {
        return Err(NotReduced::Damaged);
    }
    let reader = ImageReader::new(Cursor::new(content)).with_guessed_format();
    let mut reader = reader.map_err(|_| NotReduced::Damaged)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    // Finer colours take more memory for the same points, which the reader's own limits do not count.
    if points > u64::from(MOST_MILLIONS) * 1_000_000 || decoder.total_bytes() > MOST_MEMORY {
        return Err(NotReduced::TooManyPoints { most: MOST_MILLIONS });
    }
    let held = if turned { Orientation::NoTransforms } else { held(&mut decoder) };
    let mut picture = within(&DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?, STEPS[0].0);
    picture.apply_orientation(held);
    Ok(picture)
}

/// How the telephone was held; what cannot be read says nothing.
fn held(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn why(error: &ImageError) -> NotReduced {
    match error {
        ImageError::Limits(_) => NotReduced::TooManyPoints { most: MOST_MILLIONS },
        _ => NotReduced::Damaged,
    }
}

/// Whether a JPEG goes on to its end mark: a decoder fills what never came with grey. Telephones put things of
/// their own behind it, and a small picture with its own end before the large one.
fn is_whole(jpeg: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, mark]) = jpeg.get(at..at + 2) {
        if *mark == 0xda {
            return jpeg[at..].windows(2).any(|pair| pair == b"\xff\xd9");
        }
        let filling = *mark == 0xff;
        let Some([high, low]) = jpeg.get(at + 2..at + 4) else { return false };
        at += if filling { 1 } else { 2 + usize::from(u16::from_be_bytes([*high, *low])) };
    }
    false
}

/// At most so many points on its longer side; a smaller one stays as it is.
fn within(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > side { picture.thumbnail(side, side) } else { picture.clone() }
}

/// What can be seen through lies on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, cover] = seen.get_pixel(x, y).0.map(u16::from);
        let over = |part: u16| u8::try_from((part * cover + 255 * (255 - cover)) / 255).unwrap_or(u8::MAX);
        Rgb([over(red), over(green), over(blue)])
    })
}
