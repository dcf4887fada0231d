//! The copy of a file that judges get: without what the writing program noted about its writer.
//!
//! Word processors put the author's and the company's name into a PDF where no page shows it, in
//! notes beside the pages, in files carried inside, often compressed. So the file is taken apart,
//! those things are left out, and the rest is put together again; the original is not touched.
//! What the pages themselves say is for whoever screens the dossier.

mod painted;

use lopdf::{Dictionary, Document, Object};
use painted::painted_over;

/// What a dictionary of any object may hold about the writer and not about the page.
const ABOUT_THE_WRITER: [&[u8]; 4] = [b"Metadata", b"PieceInfo", b"AF", b"EmbeddedFiles"];

/// The bytes of a PDF without the names that programs leave in it.
pub fn without_metadata(bytes: Vec<u8>) -> Vec<u8> {
    put_together_again(&bytes).unwrap_or_else(|| painted_over(bytes))
}

fn put_together_again(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(bytes).ok().filter(|document| !document.is_encrypted())?;
    document.trailer.remove(b"Info");
    document.objects.values_mut().for_each(leave_out);
    document.prune_objects();
    let mut copy = Vec::with_capacity(bytes.len());
    document.save_to(&mut copy).ok()?;
    Some(copy)
}

fn leave_out(object: &mut Object) {
    match object {
        Object::Dictionary(dictionary) => leave_out_of(dictionary),
        Object::Stream(stream) => leave_out_of(&mut stream.dict),
        Object::Array(objects) => objects.iter_mut().for_each(leave_out),
        _ => {}
    }
}

fn leave_out_of(dictionary: &mut Dictionary) {
    for key in ABOUT_THE_WRITER {
        dictionary.remove(key);
    }
    // The same letter names a form's field, and the person who wrote a note.
    let is_field = dictionary.has(b"FT")
        || dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Widget");
    if dictionary.has_type(b"Annot") && !is_field {
        dictionary.remove(b"T");
    }
    dictionary.iter_mut().for_each(|(_, inner)| leave_out(inner));
}
