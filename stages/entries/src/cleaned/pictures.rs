//! A PDF some of whose pages are pictures of themselves: what was painted over on them stands nowhere
//! else in the file.

use hoithi_documents::Picture;
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use crate::pdf::opened;

/// What tells the words of pages beside the pages.
const BESIDE_THE_PAGES: [&[u8]; 7] =
    [b"StructTreeRoot", b"MarkInfo", b"Outlines", b"Names", b"Dests", b"AcroForm", b"Threads"];

/// The file with these pages, counted from 1, as their pictures; none where one is not there.
pub fn with_pictures(pdf: &[u8], pictures: Vec<(usize, Picture)>) -> Option<Vec<u8>> {
    let mut document = opened(pdf).ok()?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for (number, picture) in pictures {
        let page = *pages.get(number.checked_sub(1)?)?;
        replace(&mut document, page, picture)?;
    }
    let catalog = document.catalog_mut().ok()?;
    for key in BESIDE_THE_PAGES {
        catalog.remove(key);
    }
    document.prune_objects();
    let mut copy = Vec::new();
    document.save_to(&mut copy).ok()?;
    Some(copy)
}

/// Nothing of the page stays but where it hangs in the tree of pages.
fn replace(document: &mut Document, page: ObjectId, picture: Picture) -> Option<()> {
    let parent = document.get_object(page).ok()?.as_dict().ok()?.get(b"Parent").ok()?.clone();
    let whole = |points: usize| i64::try_from(points).ok();
    let (across, down) = (whole(picture.width)?, whole(picture.height)?);
    let (width, height) = (across / 2, down / 2);
    let shape = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => across, "Height" => down,
        "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8,
    };
    let mut image = Stream::new(shape, picture.points);
    image.compress().ok()?;
    let image = document.add_object(image);
    let drawn = format!("q {width} 0 0 {height} 0 0 cm /Page Do Q");
    let drawn = document.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
    let edges: Vec<Object> = [0, 0, width, height].map(Object::from).to_vec();
    let covered = dictionary! {
        "Type" => "Page", "Parent" => parent, "MediaBox" => edges.clone(), "CropBox" => edges, "Rotate" => 0,
        "Resources" => dictionary! { "XObject" => dictionary! { "Page" => image } }, "Contents" => drawn,
    };
    document.objects.insert(page, covered.into());
    Some(())
}
