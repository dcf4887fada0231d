//! The name of a person, as it will stand on a certificate.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, parsed_text};

/// A person's full name, family name first: composed, single spaces, 1 to 100 letters.
///
/// Any script is a name; digits and marks that only a form's mistake would bring are not.
///
/// ```
/// use hoithi_rules::people::PersonName;
/// let name: PersonName = "  Đặng Thị  Hạ ".parse().unwrap();
/// assert_eq!(name.as_str(), "Đặng Thị Hạ");
/// assert_eq!(name.given(), "Hạ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

parsed_text!(PersonName, PersonNameError);

impl PersonName {
    /// The longest name, in letters.
    pub const MAX: usize = 100;

    /// The given name, by which Vietnamese lists are sorted.
    pub fn given(&self) -> &str {
        self.0.rsplit(' ').next().unwrap_or(&self.0)
    }

    /// Whether both are one name as people write it: capitals do not matter, nor on which vowel of
    /// a syllable the tone mark is put (*hòa*, *hoà*). Another tone is another name.
    ///
    /// ```
    /// use hoithi_rules::people::PersonName;
    /// let name = |text: &str| text.parse::<PersonName>().unwrap();
    /// assert!(name("Lê Thị Hoà").is_written_like(&name("LÊ THỊ HÒA")));
    /// assert!(!name("Lê Thị Hòa").is_written_like(&name("Lê Thị Hoa")));
    /// ```
    pub fn is_written_like(&self, other: &Self) -> bool {
        self.spelt() == other.spelt()
    }

    /// In small letters, each syllable's tone mark behind it.
    fn spelt(&self) -> Vec<String> {
        self.0.to_lowercase().split([' ', '-', '.']).filter(|part| !part.is_empty()).map(tone_last).collect()
    }
}

/// Grave, acute, tilde, hook above, dot below: the marks that are tones and not letters.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

fn tone_last(syllable: &str) -> String {
    let (tones, letters): (Vec<char>, Vec<char>) = syllable.nfd().partition(|letter| TONES.contains(letter));
    letters.into_iter().chain(tones).collect()
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(text: &str) -> Result<Self, PersonNameError> {
        let name = one_line(text);
        let length = length(&name);
        if name.is_empty() {
            return Err(PersonNameError::Empty);
        }
        if length > Self::MAX {
            return Err(PersonNameError::TooLong { length, max: Self::MAX });
        }
        match name.chars().find(|&c| !may_stand_in_a_name(c)) {
            Some(character) => Err(PersonNameError::Character { character }),
            None => Ok(Self(name)),
        }
    }
}

fn may_stand_in_a_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.')
}

/// Why a text is not a person's name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PersonNameError {
    /// Nothing was written.
    #[error("a person's name is missing")]
    Empty,
    /// Longer than a certificate can carry.
    #[error("a name of {length} letters is longer than {max}")]
    TooLong {
        /// Letters given.
        length: usize,
        /// Letters allowed.
        max: usize,
    },
    /// A character that no name has.
    #[error("{character:?} cannot stand in a person's name")]
    Character {
        /// The first such character.
        character: char,
    },
}

impl Refusal for PersonNameError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "people.name_missing",
            Self::TooLong { .. } => "people.name_too_long",
            Self::Character { .. } => "people.name_character",
        }
    }

    fn field(&self) -> Option<String> {
        Some("name".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Empty => vec![],
            Self::TooLong { length, max } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
            Self::Character { character } => vec![("character", Fact::text(character))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_peoples_are_names() {
        for name in ["Nguyễn Thị Ánh", "H'Hen Niê", "Jean-Pierre", "Sìn Lỷ Pả", "O’Brien Jr."] {
            assert!(name.parse::<PersonName>().is_ok(), "{name}");
        }
    }

    #[test]
    fn a_form_s_mistake_is_not_a_name() {
        assert_eq!("  ".parse::<PersonName>(), Err(PersonNameError::Empty));
        let at = PersonNameError::Character { character: '@' };
        assert_eq!("an@vi.du".parse::<PersonName>(), Err(at));
        let long = "a".repeat(101);
        let refused = PersonNameError::TooLong { length: 101, max: 100 };
        assert_eq!(long.parse::<PersonName>(), Err(refused));
    }

    #[test]
    fn serde_goes_through_the_same_gate() {
        let given = serde::de::value::StrDeserializer::<serde::de::value::Error>::new("A1");
        assert!(PersonName::deserialize(given).is_err());
    }
}
