//! Originality: whether a dossier says what another one said before.
//!
//! Serves the article that asks for a solution which is new and was not entered before (usually Điều 5 of the
//! *Thể lệ*). Texts are compared by their syllables, five in a row at a time, without capitals and marks and
//! with the letters that scanners mistake taken for one. What is found is advice: a person says what it is.

mod likeness;
mod passages;
mod prints;
mod reading;
#[cfg(test)]
mod tests;

pub use likeness::{Likeness, LikenessNote, NoteRefusal};
pub use passages::{Comparison, Passage, compare};
pub use prints::{METHOD, Prints, Sample};
pub use reading::{Reading, TextPart};

/// From this share on, in percent of either text, two dossiers are shown as alike.
pub const ALIKE: u32 = 30;

/// From this share on somebody should look before anything is decided.
pub const VERY_ALIKE: u32 = 50;
