//! What a judge's copy of a PDF does not tell.

use hoithi_entries::without_metadata;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

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
        "Type" => "Annot", "Subtype" => "FreeText", "T" => Object::string_literal(name),
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
    let copy = without_metadata(&original).unwrap();
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
fn a_file_that_cannot_be_taken_apart_has_no_copy() {
    let original = pdf_of("Tác giả (và đồng nghiệp)");
    let copy = without_metadata(&original).unwrap();
    let text = String::from_utf8_lossy(&copy);
    assert!(!text.contains("Tác giả") && !text.contains("đồng nghiệp") && !text.contains("4141"), "{text}");
    let broken = [&original[..original.len() - 60], b"%%EOF\n"].concat();
    assert_eq!(without_metadata(&broken), None);
    assert_eq!(without_metadata(b"%PDF-1.7\nnothing"), None);
}

const NAME: &str = "Quach Thi Man";

/// One page with these notes beside it and these objects reached from its resources, as judges get it.
fn copied(notes: Vec<Dictionary>, kept: Vec<Object>) -> Option<String> {
    let mut document = Document::with_version("1.7");
    let notes: Vec<Object> = notes.into_iter().map(|note| document.add_object(note).into()).collect();
    let kept: Vec<Object> = kept.into_iter().map(|object| document.add_object(object).into()).collect();
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Annots" => notes, "Resources" => dictionary! { "Kept" => kept },
    });
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut original = Vec::new();
    document.save_to(&mut original).unwrap();
    let copy = without_metadata(&original)?;
    let copy = Document::load_mem(&copy).unwrap();
    Some(copy.objects.values().map(told).collect::<Vec<_>>().join("\n"))
}

fn text(words: &str) -> Object {
    Object::string_literal(words)
}

#[test]
fn whoever_signed_is_not_told() {
    let signature = dictionary! {
        "Type" => "Sig", "Name" => text(NAME), "Reason" => text(NAME), "Location" => text(NAME),
        "ContactInfo" => text(NAME), "Contents" => text(NAME), "ByteRange" => vec![0.into(), 1.into()],
    };
    let untyped = dictionary! { "ByteRange" => vec![0.into()], "Name" => text(NAME), "Contents" => text(NAME) };
    let field = dictionary! { "Subtype" => "Widget", "FT" => "Sig", "T" => text("o-ky"), "V" => signature };
    let told = copied(vec![field], vec![untyped.into()]).unwrap();
    assert!(!told.contains(NAME) && told.contains("o-ky"), "{told}");
}

#[test]
fn what_is_carried_inside_stays_outside() {
    let inside = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, NAME.as_bytes().to_vec());
    let carried = dictionary! {
        "Type" => "Filespec", "F" => text(NAME), "UF" => text(NAME), "Desc" => text(NAME),
        "EF" => dictionary! { "F" => Object::Dictionary(inside.dict.clone()) },
    };
    let note = dictionary! { "Subtype" => "FileAttachment", "T" => text(NAME), "Contents" => text(NAME), "FS" => carried.clone() };
    let untyped = dictionary! { "F" => text(NAME), "EF" => dictionary! { "F" => text(NAME) } };
    let told = copied(vec![note], vec![carried.into(), untyped.into()]).unwrap();
    assert!(!told.contains(NAME), "{told}");
}

#[test]
fn a_note_names_nobody_whatever_it_calls_itself() {
    let without_type = dictionary! { "Subtype" => "Highlight", "T" => text(NAME), "Contents" => text(NAME) };
    let of_a_kind_of_its_own = dictionary! { "Subtype" => "Custom", "T" => text(NAME), "Contents" => text(NAME) };
    let on_the_page = dictionary! { "Subtype" => "FreeText", "T" => text(NAME), "RC" => text(NAME), "Contents" => text("Xem hinh 3") };
    let elsewhere = dictionary! { "Subtype" => "Stamp", "T" => text(NAME) };
    let told = copied(vec![without_type, of_a_kind_of_its_own, on_the_page], vec![elsewhere.into()]).unwrap();
    assert!(!told.contains(NAME) && told.contains("Xem hinh 3"), "words on the page stay: {told}");
}

/// Nobody reads through what a reading program shows beside the pages, so judges do not get it.
#[test]
fn what_is_shown_beside_the_pages_is_left_out() {
    let bookmark = dictionary! { "Title" => text(NAME) };
    let heading = dictionary! { "Type" => "StructElem", "S" => "H1", "T" => text(NAME), "E" => text(NAME) };
    let picture = dictionary! { "S" => "Figure", "P" => "Root", "K" => 0, "T" => text(NAME), "Alt" => text(NAME), "ActualText" => text(NAME) };
    let listed = dictionary! { "Type" => "Catalog", "Outlines" => bookmark };
    let field = dictionary! { "Subtype" => "Widget", "FT" => "Tx", "T" => text("o-chu"), "TU" => text(NAME) };
    let to = |address: &str| dictionary! { "Subtype" => "Link", "A" => dictionary! { "S" => "URI", "URI" => text(address) } };
    let links = vec![field, to(&format!("mailto:{NAME}@vidu.invalid")), to(&format!("TEL:{NAME}"))];
    let told = copied(links, vec![heading.into(), picture.into(), listed.into()]).unwrap();
    assert!(!told.contains(NAME) && told.contains("o-chu") && told.contains("Figure"), "{told}");
}

#[test]
fn no_action_leads_to_somebodys_disk() {
    let disk = "C:/Users/QuachThiMan/mo-ta.docx";
    let link = |action| dictionary! { "Subtype" => "Link", "A" => action };
    let actions = vec![
        link(dictionary! { "S" => "Launch", "F" => text(disk) }),
        link(dictionary! { "S" => "GoToR", "F" => dictionary! { "Type" => "Filespec", "F" => text(disk) } }),
        link(dictionary! { "S" => "URI", "URI" => text(&format!("file:///{disk}")) }),
        link(dictionary! { "S" => "URI", "URI" => text(disk) }),
        link(dictionary! { "S" => "URI", "URI" => text("https://vidu.invalid/nguon") }),
    ];
    let base = dictionary! { "URI" => dictionary! { "Base" => text(&format!("file:///{disk}")) } };
    let told = copied(actions, vec![base.into()]).unwrap();
    assert!(!told.contains("QuachThiMan") && told.contains("https://vidu.invalid/nguon"), "{told}");
}

#[test]
fn a_layer_does_not_say_who_made_it() {
    let layer = dictionary! {
        "Type" => "OCG", "Name" => text("Lop 1"),
        "Usage" => dictionary! { "CreatorInfo" => dictionary! { "Creator" => text(NAME), "Subtype" => "Artwork" } },
    };
    let direct = dictionary! { "Type" => "OCProperties", "Creator" => text(NAME) };
    let told = copied(vec![], vec![layer.into(), direct.into()]).unwrap();
    assert!(!told.contains(NAME) && told.contains("Lop 1"), "{told}");
}

/// A JPEG's segment: its mark, its length, what is in it.
fn segment(marker: u8, inside: &[u8]) -> Vec<u8> {
    let length = u16::try_from(inside.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), inside].concat()
}

fn photograph() -> Vec<u8> {
    let noted = |before: &[u8]| [before, NAME.as_bytes()].concat();
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0rest"),
        segment(0xE1, &noted(b"Exif\0\0")),
        segment(0xE1, &noted(b"http://ns.adobe.com/xap/1.0/\0")),
        segment(0xED, &noted(b"Photoshop 3.0\0")),
        segment(0xFE, NAME.as_bytes()),
        segment(0xDB, b"table"),
        segment(0xDA, b"scan head"),
        b"picture\xFF\x00data\xFF\xD0more".to_vec(),
        segment(0xE1, &noted(b"between scans")),
        segment(0xDA, b"second"),
        b"rest of it\xFF\xD9".to_vec(),
        NAME.as_bytes().to_vec(),
    ]
    .concat()
}

#[test]
fn a_photograph_keeps_its_picture_and_loses_its_notes() {
    let picture = |filter: Object, bytes: Vec<u8>| {
        Object::Stream(Stream::new(dictionary! { "Subtype" => "Image", "Filter" => filter }, bytes))
    };
    let twice = vec![Object::Name(b"FlateDecode".to_vec()), Object::Name(b"DCTDecode".to_vec())];
    for image in [picture("DCTDecode".into(), photograph()), picture(twice.into(), deflated(&photograph()))] {
        let told = copied(vec![], vec![image]).unwrap();
        assert!(!told.contains(NAME), "{told}");
        for kept in ["JFIF", "table", "scan head", "picture", "data", "more", "second", "rest of it"] {
            assert!(told.contains(kept), "{kept}: {told}");
        }
    }
    assert_eq!(
        copied(vec![], vec![picture("DCTDecode".into(), NAME.as_bytes().to_vec())]),
        None,
        "no picture, no copy"
    );
}

/// Packed by stored blocks, which every reader unpacks.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap();
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    let head = [&[0x78, 0x01, 0x01][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
    [head, bytes.to_vec(), ((b << 16) | a).to_be_bytes().to_vec()].concat()
}

/// A box of a JPEG 2000 file.
fn boxed(kind: &[u8], inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
    [length.as_slice(), kind, inside].concat()
}

#[test]
fn a_scanner_s_picture_keeps_its_points_and_loses_its_notes() {
    let coded = |comment: &[u8]| {
        let note = segment(0x64, &[&[0, 1], comment].concat());
        [&[0xFF, 0x4F][..], &segment(0x51, b"size"), &note, b"\xFF\x90points"].concat()
    };
    let file = [
        boxed(b"jP  ", b"\r\n\x87\n"),
        boxed(b"ftyp", b"jp2 "),
        boxed(b"jp2h", b"colours"),
        boxed(b"xml ", NAME.as_bytes()),
        boxed(b"uuid", NAME.as_bytes()),
        boxed(b"asoc", NAME.as_bytes()),
        boxed(b"jp2c", &coded(NAME.as_bytes())),
    ];
    let picture = |filter: Object, bytes: Vec<u8>| {
        Object::Stream(Stream::new(dictionary! { "Subtype" => "Image", "Filter" => filter }, bytes))
    };
    let twice = vec![Object::Name(b"FlateDecode".to_vec()), Object::Name(b"JPXDecode".to_vec())];
    for (kind, image) in [
        ("file", picture("JPXDecode".into(), file.concat())),
        ("code", picture("JPXDecode".into(), coded(NAME.as_bytes()))),
        ("packed", picture(twice.into(), deflated(&file.concat()))),
    ] {
        let told = copied(vec![], vec![image]).unwrap();
        assert!(!told.contains(NAME) && told.contains("size") && told.contains("points"), "{kind}: {told}");
        assert!(kind == "code" || told.contains("colours"), "{kind}: {told}");
    }
    let cut = &file.concat()[..40];
    assert_eq!(copied(vec![], vec![picture("JPXDecode".into(), cut.to_vec())]), None, "cut short, no copy");
    assert_eq!(copied(vec![], vec![picture("JPXDecode".into(), NAME.as_bytes().to_vec())]), None);
}

/// The short word for a photograph's packing, which readers take as well.
#[test]
fn a_photograph_is_known_by_its_short_word_too() {
    let image = Stream::new(dictionary! { "Subtype" => "Image", "Filter" => "DCT" }, photograph());
    let told = copied(vec![], vec![image.into()]).unwrap();
    assert!(!told.contains(NAME) && told.contains("picture"), "{told}");
}

/// A few kilobytes that would unpack to more than the machine has make no copy.
#[test]
fn photographs_that_burst_make_no_copy() {
    let large = [&[0xFF, 0xD8][..], &segment(0xDA, b"scan head"), &vec![0; 60 << 20]].concat();
    let mut packed = Stream::new(dictionary! {}, large);
    packed.compress().unwrap();
    assert!(packed.content.len() < 1 << 20);
    let twice = vec![Object::Name(b"FlateDecode".to_vec()), Object::Name(b"DCTDecode".to_vec())];
    let bomb = Stream::new(dictionary! { "Subtype" => "Image", "Filter" => twice }, packed.content);
    assert_eq!(copied(vec![], vec![bomb.into(); 40]), None);
}
