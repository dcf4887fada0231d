//! What a judge's copy of a PDF does not tell.

use hoithi_judging::without_metadata;
use lopdf::{Document, Object, Stream, dictionary};

use super::judging::pdf_of;

#[test]
fn a_judges_copy_has_no_names_wherever_they_hide() {
    let mut document = Document::with_version("1.7");
    let name = "Quach Thi Man";
    let info = document.add_object(dictionary! { "Author" => Object::string_literal(name) });
    let packet = Stream::new(dictionary! { "Type" => "Metadata" }, format!("<dc:creator>{name}</dc:creator>").into());
    let packet = document.add_object(packet);
    let inside = document.add_object(Stream::new(dictionary! {}, name.as_bytes().to_vec()));
    let note = document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "T" => Object::string_literal(name),
        "Contents" => Object::string_literal("Xem hinh 3"),
    });
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Annots" => vec![note.into()] });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "Metadata" => packet,
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![inside.into()] } },
    });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document.compress();
    let mut original = Vec::new();
    document.save_modern(&mut original).unwrap();
    let everything = |bytes: &[u8]| {
        let document = Document::load_mem(bytes).unwrap();
        document.objects.values().map(told).collect::<Vec<_>>().join("\n")
    };
    assert!(everything(&original).matches(name).count() >= 4);
    let lies_open = |bytes: &[u8]| bytes.windows(7).any(|part| part == b"/Author");
    assert!(!lies_open(&original), "the names are in compressed objects");
    let copy = without_metadata(original);
    let told = everything(&copy);
    assert!(!told.contains(name) && told.contains("Xem hinh 3"), "{told}");
    let copy = Document::load_mem(&copy).unwrap();
    assert_eq!((copy.get_pages().len(), copy.trailer.has(b"Info")), (1, false));
}

/// Everything that an object says, its streams unpacked.
fn told(object: &Object) -> String {
    let Object::Stream(stream) = object else {
        return format!("{object:?}");
    };
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    format!("{:?} {}", stream.dict, String::from_utf8_lossy(&content))
}

#[test]
fn in_a_file_that_cannot_be_taken_apart_names_are_painted_over() {
    let original = pdf_of("Tác giả (và đồng nghiệp)");
    let copy = without_metadata(original.clone());
    let text = String::from_utf8_lossy(&copy);
    assert!(!text.contains("Tác giả") && !text.contains("đồng nghiệp") && !text.contains("4141"), "{text}");
    let broken = [&original[..original.len() - 60], b"%%EOF\n"].concat();
    let copy = without_metadata(broken.clone());
    assert_eq!(copy.len(), broken.len());
    let text = String::from_utf8_lossy(&copy);
    assert!(!text.contains("Tác giả") && !text.contains("4141") && text.contains("/Title (Mo ta)"), "{text}");
}
