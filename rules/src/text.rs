//! Words that people type, brought to one form before anything is decided about them.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One line: composed (NFC), no control or invisible characters, single spaces, trimmed.
///
/// Two keyboards write `ế` in two ways; without this the same title would be two titles.
pub fn one_line(text: &str) -> String {
    let visible = text.nfc().filter(|&c| !is_invisible(c)).collect::<String>();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: composed, control characters other than line breaks removed, trimmed.
pub fn paragraphs(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = unix.nfc().filter(|&c| c == '\n' || c == '\t' || !is_invisible(c));
    kept.collect::<String>().trim().to_owned()
}

/// How many letters a reader counts (grapheme clusters), not bytes.
pub fn length(text: &str) -> usize {
    text.graphemes(true).count()
}

fn is_invisible(c: char) -> bool {
    let joiner = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    joiner || (c.is_control() && !c.is_whitespace())
}

/// Gives a newtype over `String` its parser as the only way in, for serde as well.
macro_rules! parsed_text {
    ($name:ident, $error:ty) => {
        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

pub(crate) use parsed_text;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_vowel_become_one() {
        assert_eq!(one_line("Ca\u{302}\u{309}m Pha\u{309}"), "Cẩm Phả");
        assert_eq!(length("Ca\u{302}\u{309}m"), 3);
    }

    #[test]
    fn spaces_are_single_and_invisible_characters_go() {
        assert_eq!(one_line("  Máy\u{200b}  rửa\u{a0}\n than\u{7} "), "Máy rửa than");
        assert_eq!(paragraphs("\n một\r\nhai\u{0}\rba \n"), "một\nhai\nba");
    }
}
