//! Pictures bound into a PDF: a page of A4 for each, lying where the picture lies. The same pictures always
//! give the same bytes.

use lopdf::{Document, Object, Stream, dictionary};

use super::upright::Reduced;

/// A4 in points of print.
const SHORT: u32 = 595;
const LONG: u32 = 842;

pub(super) fn bound(pictures: Vec<Reduced>) -> std::io::Result<Vec<u8>> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for picture in pictures {
        kids.push(page(&mut document, tree, picture).into());
    }
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

fn page(document: &mut Document, tree: lopdf::ObjectId, picture: Reduced) -> lopdf::ObjectId {
    let (wide, high) = if picture.width > picture.height { (LONG, SHORT) } else { (SHORT, LONG) };
    let (width, height) = fitted((picture.width, picture.height), (wide, high));
    let (left, below) = ((wide - width) / 2, (high - height) / 2);
    let drawn = format!("q {width} 0 0 {height} {left} {below} cm /Picture Do Q");
    let image = dictionary! {
        "Type" => "XObject", "Subtype" => "Image",
        "Width" => i64::from(picture.width), "Height" => i64::from(picture.height),
        "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8_i64, "Filter" => "DCTDecode",
    };
    let image = document.add_object(Stream::new(image, picture.jpeg));
    let drawn = document.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
    let sheet: Vec<Object> = vec![0_i64.into(), 0_i64.into(), i64::from(wide).into(), i64::from(high).into()];
    document.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "MediaBox" => sheet, "Contents" => drawn,
        "Resources" => dictionary! { "XObject" => dictionary! { "Picture" => image } },
    })
}

/// As large as the sheet lets it be, in its own proportion; never less than a point.
fn fitted((width, height): (u32, u32), (wide, high): (u32, u32)) -> (u32, u32) {
    let whole = |part: u64| u32::try_from(part).unwrap_or(u32::MAX).max(1);
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let (across, down) = (u64::from(wide), u64::from(high));
    if width * down >= height * across {
        (wide, whole(across * height / width).min(high))
    } else {
        (whole(down * width / height).min(wide), high)
    }
}
