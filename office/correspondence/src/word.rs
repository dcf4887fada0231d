//! A document as a Word file: out in the decree's layout, and back with what somebody corrected.
//!
//! What comes back is compared with the very file that would go out now, read by the same reader: so
//! only what a person changed shows as a difference, and a part that nobody touched keeps the words
//! and marks it has in the register.

mod difference;
mod refusal;
mod taking;
mod text;

use hoithi_documents::docx::read::word_text;
use hoithi_journal::Halt;
use hoithi_web::House;

use crate::document::{Document, DocumentCard};
use crate::sheet::Sheet;

pub(crate) use difference::{Change, Line, changes};
pub(crate) use refusal::WordRefusal;
pub use taking::{TakeBack, take_back};
pub(crate) use taking::{Taken, taken_back};
pub(crate) use text::{Parts, Untaken};

/// Labels of a Word file for whoever downloads it.
pub(crate) const MEDIA_TYPE: &str = hoithi_documents::FileKind::Docx.media_type();

/// The document as a Word file. Made anew each time: it is there to be worked on.
pub async fn word_file(house: &House, document: &Document, bases: &[DocumentCard]) -> Result<Vec<u8>, Halt> {
    let sheet = Sheet::of(document, bases);
    let watermark = house.site.watermark();
    tokio::task::spawn_blocking(move || sheet.word(watermark)).await.map_err(Halt::fault)?
}

/// What a file that came back says, beside what went out.
#[derive(Clone, Debug)]
pub(crate) struct Returned {
    /// What went out, as the same reader reads it.
    pub(crate) sent: Parts,
    /// What came back.
    pub(crate) came: Parts,
    /// What was changed in it and is not taken from it.
    pub(crate) untaken: Vec<Untaken>,
    /// Pictures, boxes, notes that are not read.
    pub(crate) left_out: usize,
}

/// Reads a corrected file beside the draft, away from the threads that answer requests.
pub(crate) async fn returned(
    house: &House,
    document: &Document,
    bases: &[DocumentCard],
    bytes: Vec<u8>,
) -> Result<Returned, Halt> {
    let sent = word_file(house, document, bases).await?;
    let read = tokio::task::spawn_blocking(move || (word_text(&sent), word_text(&bytes))).await.map_err(Halt::fault)?;
    let (sent, came) = (read.0.map_err(Halt::fault)?, read.1.map_err(|error| WordRefusal::Package(error).halt())?);
    let frame = text::frame_words(&sent);
    let (left_out, ours) = (came.left_out, text::bears_our_styles(&came));
    let untaken = if ours { text::untaken(&sent, &came) } else { Vec::new() };
    let (sent, mut came) = (Parts::of(&sent, &frame), Parts::of(&came, &frame));
    if came.is_empty() {
        return Err(WordRefusal::Empty.halt());
    }
    let own_bases = !crate::text::own_preamble(&document.content.text).0.is_empty();
    came.keep_unsaid(&sent, ours && own_bases);
    Ok(Returned { sent, came, untaken, left_out })
}
