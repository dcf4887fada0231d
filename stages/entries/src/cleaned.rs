//! A copy of a PDF for readers who may not know its writer: without what the writing program noted
//! about whoever wrote it.
//!
//! Word processors put the author's and the company's name into a PDF where no page shows it, in
//! notes beside the pages, in signatures, in files carried inside, in photographs, often
//! compressed. So the file is taken apart, those things are left out, and the rest is put together
//! again; the original is not touched. A file that cannot be taken apart has no such copy. What the
//! pages themselves say is for people to read; what a reading program shows beside the pages, where
//! nobody looks for names, is left out: comments, bookmarks, the words for what is on a picture.

mod jpeg2000;
mod photograph;
mod pictures;

use std::collections::BTreeSet;

use hoithi_documents::{Files, FilesError, Sha256Hex};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use jpeg2000::without_boxes;
use photograph::without_notes;
pub use pictures::with_pictures;

use crate::pdf::opened;

/// Counted up with every change of what is left out: copies made before are not handed out any more.
const MAKER: &str = "judge-copy-2";

/// What a dictionary of any object may hold about the writer and not about the page.
const ABOUT_THE_WRITER: [&[u8]; 21] = [
    b"Metadata",
    b"PieceInfo",
    b"AF",
    b"EmbeddedFiles",
    b"EF",
    b"RF",
    b"Author",
    b"Creator",
    b"CreatorInfo",
    b"Producer",
    b"Company",
    b"Perms",
    b"DSS",
    b"JavaScript",
    b"OpenAction",
    b"AA",
    b"SpiderInfo",
    b"Outlines",
    b"Alt",
    b"ActualText",
    b"TU",
];

/// A photograph that was packed once more unpacks to no more, bytes, and all of a file together to no more.
const LARGEST_PHOTOGRAPH: usize = 64 << 20;
const ALL_PHOTOGRAPHS: usize = 128 << 20;

/// How a stream says that it is a photograph; readers take the short word, too.
const JPEG: [&[u8]; 2] = [b"DCTDecode", b"DCT"];
const JPEG_2000: [&[u8]; 1] = [b"JPXDecode"];

/// What names a file by its place on somebody's disk.
const PLACES_ON_A_DISK: [&[u8]; 6] = [b"F", b"UF", b"DOS", b"Mac", b"Unix", b"Desc"];

/// What a note beside the page says about who wrote it and when.
const ABOUT_A_NOTE: [&[u8]; 7] = [b"T", b"Subj", b"NM", b"M", b"CreationDate", b"FS", b"RC"];

/// Addresses of a person, and places on somebody's disk.
const TELLING_ADDRESSES: [&[u8]; 5] = [b"file:", b"mailto:", b"tel:", b"sms:", b"\\\\"];

/// Actions that lead out of the document, to somebody's disk or to whoever counts readers.
const LEADING_OUT: [&[u8]; 7] = [b"Launch", b"GoToR", b"GoToE", b"ImportData", b"SubmitForm", b"JavaScript", b"Thread"];

/// Notes by their kind; a form's field keeps its name, which the same key holds.
const NOTES: [&[u8]; 20] = [
    b"Text",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Caret",
    b"Stamp",
    b"Ink",
    b"Popup",
    b"FileAttachment",
    b"Sound",
    b"Movie",
    b"Redact",
    b"Projection",
];

/// The same of a kept file: made once, and found again by the hash of what it was made from.
pub fn kept_without_metadata(files: &Files, of: &Sha256Hex) -> Result<Option<Vec<u8>>, FilesError> {
    if let Some(copy) = files.made(MAKER, of) {
        return Ok(Some(copy));
    }
    let original = match files.get(of) {
        Err(FilesError::Quarantined(_)) => return Ok(None),
        read => read?,
    };
    let copy = without_metadata(&original);
    if let Some(copy) = &copy {
        files.keep_made(MAKER, of, copy)?;
    }
    Ok(copy)
}

/// The bytes of a PDF without the names that programs leave in it; none where it cannot be taken
/// apart.
pub fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document = opened(bytes).ok().filter(|document| !document.is_encrypted())?;
    document.trailer.remove(b"Info");
    document.trailer.remove(b"ID");
    let beside_pages = notes_beside_pages(&document);
    let (mut whole, mut room) = (true, ALL_PHOTOGRAPHS);
    for (id, object) in &mut document.objects {
        if let (true, Ok(note)) = (beside_pages.contains(id), object.as_dict_mut()) {
            clean_note(note);
        }
        whole &= leave_out(object, &mut room);
    }
    if !whole {
        return None;
    }
    document.prune_objects();
    let mut copy = Vec::with_capacity(bytes.len());
    document.save_to(&mut copy).ok()?;
    Some(copy)
}

/// What pages name as their notes, whatever the notes call themselves.
fn notes_beside_pages(document: &Document) -> BTreeSet<ObjectId> {
    let lists = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Annots").ok());
    let list = |object: &Object| match object {
        Object::Reference(id) => document.get_object(*id).ok().and_then(|there| there.as_array().ok()).cloned(),
        Object::Array(list) => Some(list.clone()),
        _ => None,
    };
    let notes = lists.filter_map(list).flatten();
    notes.filter_map(|note| note.as_reference().ok()).collect()
}

/// False where something cannot be cleaned; then there is no copy. Photographs unpack into the room that is left.
fn leave_out(object: &mut Object, room: &mut usize) -> bool {
    match object {
        Object::Dictionary(dictionary) => leave_out_of(dictionary, room),
        Object::Stream(stream) => leave_out_of(&mut stream.dict, room) && clean_photograph(stream, room),
        Object::Array(objects) => {
            // What follows one that cannot be cleaned is cleaned all the same.
            let cleaned: Vec<bool> = objects.iter_mut().map(|object| leave_out(object, room)).collect();
            !cleaned.contains(&false)
        }
        _ => true,
    }
}

fn leave_out_of(dictionary: &mut Dictionary, room: &mut usize) -> bool {
    if is_signature(dictionary) || leads_out(dictionary) {
        *dictionary = Dictionary::new();
        return true;
    }
    if dictionary.has(b"EF") || dictionary.has_type(b"Filespec") || dictionary.has_type(b"F") {
        remove_all(dictionary, &PLACES_ON_A_DISK);
    }
    remove_all(dictionary, &ABOUT_THE_WRITER);
    if is_of_the_structure(dictionary) {
        remove_all(dictionary, &[b"T", b"E", b"ID"]);
    }
    if is_note(dictionary) {
        clean_note(dictionary);
    }
    // Links are read against this place, which is a folder of the writer's.
    if dictionary.get(b"URI").is_ok_and(|base| base.as_dict().is_ok()) {
        dictionary.remove(b"URI");
    }
    dictionary.iter_mut().fold(true, |whole, (_, inner)| leave_out(inner, room) && whole)
}

fn remove_all(dictionary: &mut Dictionary, keys: &[&[u8]]) {
    for key in keys {
        dictionary.remove(key);
    }
}

/// A heading or a paragraph in the tree that tells programs how the pages are to be read aloud.
fn is_of_the_structure(dictionary: &Dictionary) -> bool {
    dictionary.has_type(b"StructElem") || (dictionary.has(b"S") && dictionary.has(b"P") && dictionary.has(b"K"))
}

/// Who signed, why, where, and the certificate.
fn is_signature(dictionary: &Dictionary) -> bool {
    dictionary.has(b"ByteRange") || dictionary.has_type(b"Sig") || dictionary.has_type(b"DocTimeStamp")
}

fn named<'a>(dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    dictionary.get(key).and_then(Object::as_name).ok()
}

fn leads_out(dictionary: &Dictionary) -> bool {
    let tells = || {
        let address = dictionary.get(b"URI").and_then(Object::as_str).unwrap_or_default();
        let address = address.trim_ascii_start().to_ascii_lowercase();
        address.get(1) == Some(&b':') || TELLING_ADDRESSES.iter().any(|begins| address.starts_with(begins))
    };
    match named(dictionary, b"S") {
        Some(b"URI") => tells(),
        Some(kind) => LEADING_OUT.contains(&kind),
        None => false,
    }
}

fn is_field(dictionary: &Dictionary) -> bool {
    dictionary.has(b"FT") || named(dictionary, b"Subtype") == Some(b"Widget")
}

fn is_note(dictionary: &Dictionary) -> bool {
    let kind = named(dictionary, b"Subtype");
    dictionary.has_type(b"Annot") || kind.is_some_and(|kind| NOTES.contains(&kind))
}

fn clean_note(note: &mut Dictionary) {
    if is_field(note) {
        return;
    }
    remove_all(note, &ABOUT_A_NOTE);
    // Words that lie on the page are read with it; those of every other note open beside it.
    if named(note, b"Subtype") != Some(b"FreeText") {
        note.remove(b"Contents");
    }
}

fn filters(stream: &Stream) -> Vec<Vec<u8>> {
    match stream.dict.get(b"Filter") {
        Ok(Object::Name(one)) => vec![one.clone()],
        Ok(Object::Array(all)) => all.iter().filter_map(|each| each.as_name().ok()).map(<[u8]>::to_vec).collect(),
        _ => Vec::new(),
    }
}

/// Cameras write owner and place into their photographs.
fn clean_photograph(stream: &mut Stream, room: &mut usize) -> bool {
    let filters = filters(stream);
    let is = |kinds: &[&[u8]], filter: &Vec<u8>| kinds.contains(&filter.as_slice());
    let is_photograph = |filter: &Vec<u8>| is(&JPEG, filter) || is(&JPEG_2000, filter);
    let Some((last, before)) = filters.split_last().filter(|(last, _)| is_photograph(last)) else {
        return !filters.iter().any(is_photograph);
    };
    if !before.is_empty() && !unpack(stream, before, last, room) {
        return false;
    }
    let cleaned = if is(&JPEG, last) { without_notes(&stream.content) } else { without_boxes(&stream.content) };
    let whole = cleaned.is_some();
    stream.set_content(cleaned.unwrap_or_default());
    whole
}

/// Takes off what a photograph was packed in once more; false where it does not fit into the room.
fn unpack(stream: &mut Stream, before: &[Vec<u8>], last: &[u8], room: &mut usize) -> bool {
    let mut packed = stream.clone();
    packed.dict.set("Filter", before.iter().map(|each| Object::Name(each.clone())).collect::<Vec<_>>());
    packed.dict.remove(b"DecodeParms");
    let Ok(unpacked) = packed.decompressed_content_with_limit(LARGEST_PHOTOGRAPH.min(*room)) else { return false };
    *room -= unpacked.len().min(*room);
    stream.set_content(unpacked);
    stream.dict.set("Filter", Object::Name(last.to_vec()));
    stream.dict.remove(b"DecodeParms");
    true
}
