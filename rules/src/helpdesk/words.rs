//! What people write to a desk.

use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, paragraphs};

/// The most letters of a question or an answer, and of a line.
const LONG: usize = 4_000;
const SHORT: usize = 200;

/// Why words cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WordsRefusal {
    /// There are none.
    #[error("nothing is written here")]
    Missing,
    /// There are more than anybody reads.
    #[error("{length} letters are more than {max}")]
    TooLong {
        /// What was given.
        length: usize,
        /// What fits.
        max: usize,
    },
}

impl Refusal for WordsRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "helpdesk.words_missing",
            Self::TooLong { .. } => "helpdesk.words_too_long",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Missing => Vec::new(),
            Self::TooLong { length, max } => vec![("length", Fact::count(*length)), ("max", Fact::count(*max))],
        }
    }
}

/// A question or an answer.
pub fn long_words(typed: &str) -> Result<String, WordsRefusal> {
    within(paragraphs(typed), LONG)
}

/// A name, a post, a heading: one line.
pub fn short_words(typed: &str) -> Result<String, WordsRefusal> {
    within(one_line(typed), SHORT)
}

fn within(text: String, max: usize) -> Result<String, WordsRefusal> {
    match length(&text) {
        0 => Err(WordsRefusal::Missing),
        length if length > max => Err(WordsRefusal::TooLong { length, max }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_words_and_an_end() {
        assert_eq!(long_words(" \u{200b}\n "), Err(WordsRefusal::Missing));
        assert_eq!(long_words(&"a".repeat(4_001)), Err(WordsRefusal::TooLong { length: 4_001, max: 4_000 }));
        assert_eq!(long_words("Một\r\nhai"), Ok("Một\nhai".to_owned()));
        assert_eq!(short_words(" Ban  Khoa học "), Ok("Ban Khoa học".to_owned()));
    }
}
