//! A PDF is taken apart within bounds. A small file can hold a hundred thousand pages, or unpack to more than
//! the machine has; such a file is turned away before, or while, it is read.

use std::cell::Cell;

use lopdf::{Document, LoadOptions, Object, ObjectId};

/// A dossier's part has some hundred pages at most.
pub(crate) const MOST_PAGES: usize = 2_000;

/// So much one packed bundle of objects may hold, bytes. Programs put some hundred objects into one.
const LARGEST_BUNDLE: usize = 4 << 20;

/// So many values all objects may hold together: some hundred megabytes of the program's memory.
const MOST_VALUES: usize = 1_000_000;

/// So many words a file may hold unpacked, and so many more for each of its bytes: what is packed looks like
/// words now and then.
const MOST_WORDS: usize = 1_000_000;
const BYTES_FOR_A_WORD: usize = 15;

/// Why a PDF is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// It holds more than is read.
    TooMuch,
    /// It cannot be taken apart.
    Damaged,
}

thread_local! {
    /// How many values the file that this thread reads may still hold; none once it held too many.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// The file taken apart, if it holds no more than a dossier's part does.
pub fn opened(bytes: &[u8]) -> Result<Document, NotOpened> {
    if words(bytes) > MOST_WORDS + bytes.len() / BYTES_FOR_A_WORD {
        return Err(NotOpened::TooMuch);
    }
    LEFT.set(Some(MOST_VALUES));
    let options =
        LoadOptions { filter: Some(counted), max_decompressed_size: Some(LARGEST_BUNDLE), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options);
    if LEFT.get().is_none() {
        return Err(NotOpened::TooMuch);
    }
    let document = document.map_err(|_| NotOpened::Damaged)?;
    if document.page_iter().take(MOST_PAGES + 1).count() > MOST_PAGES {
        return Err(NotOpened::TooMuch);
    }
    Ok(document)
}

/// Lets an object pass while there is room; what comes after is not even unpacked.
fn counted(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let left = LEFT.get().and_then(|left| left.checked_sub(values(object)));
    LEFT.set(left);
    left?;
    // The reader takes back what comes out of a bundle only, and a bundle holds no streams.
    Some((id, if object.as_stream().is_ok() { Object::Null } else { object.clone() }))
}

/// How many values an object is, with those inside; the reader bounds how deep they lie in each other.
fn values(object: &Object) -> usize {
    let inside: usize = match object {
        Object::Array(all) => all.iter().map(values).sum(),
        Object::Dictionary(named) => named.iter().map(|(_, each)| values(each)).sum(),
        Object::Stream(stream) => stream.dict.iter().map(|(_, each)| values(each)).sum(),
        _ => 0,
    };
    1 + inside
}

/// How often something begins behind a space or a bracket, and how many brackets open.
fn words(bytes: &[u8]) -> usize {
    let parts = |byte: u8| byte.is_ascii_whitespace() || b"\0()<>[]{}/%".contains(&byte);
    let begins = |pair: &[u8]| parts(pair[0]) && !parts(pair[1]);
    let brackets = bytes.iter().filter(|byte| b"[<(".contains(byte)).count();
    bytes.windows(2).filter(|pair| begins(pair)).count() + brackets
}
