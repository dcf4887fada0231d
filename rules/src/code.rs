//! Codes that people read aloud and copy by hand: Crockford's base 32, from random bytes.
//!
//! Written in capitals without I, L, O, U; read in any case, with I and L for 1 and O for 0, so
//! that no two codes can be mistaken for each other. The bytes are a parameter: chance is not
//! the law's.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The first `letters` letters of the bytes, five bits each. Too few bytes give fewer letters.
pub(crate) fn write(bytes: &[u8], letters: usize) -> String {
    let bit = |index: usize| bytes[index / 8] >> (7 - index % 8) & 1;
    let five = |letter: usize| (0..5).fold(0, |value, each| value << 1 | bit(letter * 5 + each));
    let available = letters.min(bytes.len() * 8 / 5);
    (0..available).map(|letter| char::from(ALPHABET[usize::from(five(letter))])).collect()
}

/// Reads a code of that many letters; hyphens and spaces do not count.
pub(crate) fn read(text: &str, letters: usize) -> Option<String> {
    let plain = text.chars().filter(|c| !matches!(c, '-' | ' '));
    let code: String = plain.map(canonical).collect::<Option<String>>()?;
    (code.len() == letters).then_some(code)
}

fn canonical(letter: char) -> Option<char> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(letter).ok().filter(|byte| ALPHABET.contains(byte)).map(char::from)
}

/// The letter that checks the others (Luhn's sum to the base 32): one wrong letter never fits.
pub(crate) fn check_letter(code: &str) -> char {
    let value = |letter: char| ALPHABET.iter().position(|known| char::from(*known) == letter).unwrap_or_default();
    let twice = |value: usize| value * 2 / 32 + value * 2 % 32;
    let weighed = |(place, letter): (usize, char)| if place % 2 == 0 { twice(value(letter)) } else { value(letter) };
    let sum: usize = code.chars().rev().enumerate().map(weighed).sum();
    char::from(ALPHABET[(32 - sum % 32) % 32])
}

/// The code in groups of that size, with hyphens between.
pub(crate) fn grouped(code: &str, size: usize) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(size.max(1)).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// A type that holds such a code: made from random bytes, read from what people type.
macro_rules! random_code {
    ($(#[$doc:meta])* $name:ident, $letters:literal letters from $bytes:literal bytes, groups of $group:literal, $error:ident, $code:literal, $field:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// A code from random bytes, which the act draws.
            pub fn from_random(bytes: [u8; $bytes]) -> Self {
                Self(crate::code::write(&bytes, $letters))
            }

            /// Its letters without hyphens, as stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&crate::code::grouped(&self.0, $group))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                let refused = || $error { given: text.to_owned() };
                crate::code::read(text, $letters).map(Self).ok_or_else(refused)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }

        /// Why a text is not such a code.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        #[error("{given:?} is not a code of this kind")]
        pub struct $error {
            /// What was written.
            pub given: String,
        }

        impl crate::refusal::Refusal for $error {
            fn code(&self) -> &'static str {
                $code
            }

            fn field(&self) -> Option<String> {
                Some($field.to_owned())
            }

            fn facts(&self) -> Vec<(&'static str, crate::refusal::Fact)> {
                vec![("given", crate::refusal::Fact::text(&self.given))]
            }
        }
    };
}

pub(crate) use random_code;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn five_bits_make_a_letter() {
        assert_eq!(write(&[0b0000_0000, 0b0111_1110], 3), "01Z");
        assert_eq!(write(&[0xff], 9), "Z");
        assert_eq!(grouped("ABCDEFG", 3), "ABC-DEF-G");
    }

    #[test]
    fn letters_that_look_alike_are_read_alike() {
        assert_eq!(read("oO-iI lL", 6), Some("001111".into()));
        assert_eq!(read("U00000", 6), None);
        assert_eq!(read("12345", 6), None);
        assert_eq!(read("12345ế", 6), None);
    }

    proptest! {
        #[test]
        fn one_wrong_letter_is_noticed(bytes: [u8; 10], place in 0_usize..15, other in 0_usize..32) {
            let code = write(&bytes, 15);
            let mut wrong: Vec<char> = code.chars().collect();
            let given = wrong[place];
            wrong[place] = char::from(ALPHABET[other]);
            let wrong: String = wrong.into_iter().collect();
            prop_assert_eq!(check_letter(&wrong) == check_letter(&code), char::from(ALPHABET[other]) == given);
        }

        #[test]
        fn what_is_written_is_read_again(bytes: [u8; 10]) {
            let code = write(&bytes, 16);
            prop_assert_eq!(read(&grouped(&code, 4).to_lowercase(), 16), Some(code));
        }
    }
}
