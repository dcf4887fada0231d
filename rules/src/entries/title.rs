//! The title of a solution.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, parsed_text};

/// A solution's title: one line, composed, single spaces, 1 to 300 letters as a reader counts.
///
/// It must be the same on form, description and certificate, so it has one form only.
///
/// ```
/// use hoithi_rules::entries::Title;
/// let title: Title = " Máy  rửa than ".parse().unwrap();
/// assert_eq!(title.as_str(), "Máy rửa than");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Title(String);

parsed_text!(Title, TitleError);

impl Title {
    /// The longest title, in letters.
    pub const MAX: usize = 300;
}

/// Why a text is not a title.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TitleError {
    /// Nothing was written.
    #[error("the title is missing")]
    Empty,
    /// Longer than any form can carry.
    #[error("a title of {length} letters is longer than {max}")]
    TooLong {
        /// Letters given.
        length: usize,
        /// Letters allowed.
        max: usize,
    },
}

impl Refusal for TitleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "entries.title_missing",
            Self::TooLong { .. } => "entries.title_too_long",
        }
    }

    fn field(&self) -> Option<String> {
        Some("title".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Empty => vec![],
            Self::TooLong { length, max } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
        }
    }
}

impl FromStr for Title {
    type Err = TitleError;

    fn from_str(text: &str) -> Result<Self, TitleError> {
        let title = one_line(text);
        match length(&title) {
            0 => Err(TitleError::Empty),
            length if length > Self::MAX => Err(TitleError::TooLong { length, max: Self::MAX }),
            _ => Ok(Self(title)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_letters_and_not_the_bytes_of_their_marks() {
        assert!("ế".repeat(300).parse::<Title>().is_ok());
        assert!("e\u{302}\u{301}".repeat(300).parse::<Title>().is_ok());
        let refused = TitleError::TooLong { length: 301, max: 300 };
        assert_eq!("ế".repeat(301).parse::<Title>(), Err(refused));
    }

    #[test]
    fn blanks_are_no_title() {
        assert_eq!(" \u{200b}\n ".parse::<Title>(), Err(TitleError::Empty));
    }
}
