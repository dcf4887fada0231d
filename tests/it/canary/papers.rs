//! Files that tell more than their pages.

use hoithi_testkit::first_page;
use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, ImageReader, Luma, Rgb, RgbImage};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

fn text(words: &str) -> Object {
    Object::string_literal(words)
}

/// A PDF with a line on each page and a picture on the last one; where it is noted, a word processor, an adviser
/// and a camera left their words beside the pages.
pub(super) fn pdf(pages: &[&str], picture: Option<&[u8]>, noted: bool) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" });
    let mut resources = dictionary! { "Font" => dictionary! { "F1" => font } };
    if let Some(picture) = picture {
        let picture = document.add_object(image_of(picture));
        resources.set("XObject", dictionary! { "Photo" => picture });
    }
    let mut kids: Vec<Object> = Vec::new();
    for (place, words) in pages.iter().enumerate() {
        let last = picture.is_some() && place + 1 == pages.len();
        let drawn = if last { "q 200 0 0 200 50 300 cm /Photo Do Q" } else { "" };
        let content = format!("BT /F1 12 Tf 50 700 Td ({words}) Tj ET {drawn}");
        let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
        let mut page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content };
        if noted {
            page.set("Annots", vec![remark(&mut document)]);
        }
        kids.push(document.add_object(page).into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    let size: Vec<Object> = [0, 0, 595, 842].map(Object::from).to_vec();
    let all = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources, "MediaBox" => size,
    };
    document.objects.insert(tree, all.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    if noted {
        note(&mut document, catalog);
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn image_of(jpeg: &[u8]) -> Stream {
    let read = ImageReader::new(std::io::Cursor::new(jpeg)).with_guessed_format().unwrap().decode().unwrap();
    let colours = if read.color().has_color() { "DeviceRGB" } else { "DeviceGray" };
    let (width, height) = (i64::from(read.width()), i64::from(read.height()));
    let shape = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height,
        "ColorSpace" => colours, "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    Stream::new(shape, jpeg.to_vec())
}

/// What an adviser wrote beside the page.
fn remark(document: &mut Document) -> Object {
    let edges: Vec<Object> = [300, 300, 320, 320].map(Object::from).to_vec();
    let remark = dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Rect" => edges, "T" => text("Xlipmard"),
        "Contents" => text("Thay Thalvorn: sua lai"),
    };
    document.add_object(remark).into()
}

/// Properties, their packet, a bookmark.
fn note(document: &mut Document, catalog: ObjectId) {
    let info = document.add_object(dictionary! { "Author" => text("Dhoxpery"), "Title" => text("Mo ta") });
    document.trailer.set("Info", info);
    let packet = b"<?xpacket begin=\"\"?><dc:creator>Thwijkal</dc:creator><?xpacket end=\"w\"?>".to_vec();
    let packet = document.add_object(Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet));
    let outlines = document.new_object_id();
    let bookmark = document.add_object(dictionary! { "Title" => text("Phan cua Thalvorn"), "Parent" => outlines });
    let all = dictionary! { "Type" => "Outlines", "First" => bookmark, "Last" => bookmark, "Count" => 1 };
    document.objects.insert(outlines, all.into());
    let catalog = document.get_object_mut(catalog).unwrap().as_dict_mut().unwrap();
    catalog.set("Metadata", packet);
    catalog.set("Outlines", outlines);
}

/// A photograph in which its camera noted the owner.
pub(super) fn photograph(owner: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    let picture = RgbImage::from_pixel(40, 40, Rgb([30, 120, 60]));
    JpegEncoder::new_with_quality(&mut plain, 90).encode_image(&picture).unwrap();
    let notes = [b"Exif\0\0".as_slice(), owner.as_bytes()].concat();
    let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &notes, &plain[2..]].concat()
}

/// Words that are a picture, as a scanner gives them; a camera would note the same in it.
pub(super) fn scan_of(words: &str) -> Vec<u8> {
    let page = first_page(&pdf(&[words], None, false), 72).unwrap();
    let (width, height) = (u32::try_from(page.width).unwrap(), u32::try_from(page.height).unwrap());
    let picture = GrayImage::from_fn(width, height, |x, y| {
        Luma([page.at(usize::try_from(x).unwrap(), usize::try_from(y).unwrap())])
    });
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 90).encode_image(&picture).unwrap();
    let comment = words.as_bytes();
    let length = u16::try_from(comment.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xfe", &length, comment, &plain[2..]].concat()
}
