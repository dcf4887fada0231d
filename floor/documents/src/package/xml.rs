//! XML that declares nothing: no document type, no entities but XML's own five, no deep nests.
//!
//! Office programs write none of these. What declares entities wants to grow when it is read, or to
//! read a file of this machine; it is refused before anything of it is used.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::PackageError;

/// Deeper than any letter's tables in tables.
const DEEPEST: usize = 200;

/// The beginning of an element.
pub struct Element<'a, 'b>(&'a BytesStart<'b>);

impl Element<'_, '_> {
    /// Its name without a prefix.
    pub fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// An attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

/// What a reader meets.
pub enum Met<'a, 'b> {
    /// An element begins.
    Begin(Element<'a, 'b>),
    /// The element of that name ends; an empty one too.
    End(String),
    /// Words.
    Words(String),
}

/// A part's bytes as text.
pub fn text(bytes: &[u8]) -> Result<&str, PackageError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|_| PackageError::Hostile)
}

/// Reads a part through for its form alone.
pub fn checked(text: &str) -> Result<(), PackageError> {
    read(text, |_| Ok(()))
}

/// Meets every element of a part.
pub fn each_element(
    text: &str,
    mut meet: impl FnMut(Element<'_, '_>) -> Result<(), PackageError>,
) -> Result<(), PackageError> {
    read(text, |met| if let Met::Begin(element) = met { meet(element) } else { Ok(()) })
}

/// Reads a part from its beginning to its end.
pub fn read(text: &str, mut meet: impl FnMut(Met<'_, '_>) -> Result<(), PackageError>) -> Result<(), PackageError> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| PackageError::Broken)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(PackageError::Hostile);
                }
                meet(Met::Begin(Element(&element)))?;
            }
            Event::Empty(element) => {
                meet(Met::Begin(Element(&element)))?;
                meet(Met::End(element.local_name().as_ref().to_owned()))?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                meet(Met::End(element.local_name().as_ref().to_owned()))?;
            }
            Event::Text(words) => meet(Met::Words(words.xml10_content().into_owned()))?,
            Event::CData(words) => meet(Met::Words(words.xml10_content().into_owned()))?,
            Event::GeneralRef(name) => meet(Met::Words(letter(&name)?))?,
            Event::DocType(_) => return Err(PackageError::Hostile),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return if depth == 0 { Ok(()) } else { Err(PackageError::Broken) },
        }
    }
}

/// A letter by its number, or one of XML's own five names; any other name would have to be declared.
fn letter(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, PackageError> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| PackageError::Hostile)? {
        return Ok(letter.to_string());
    }
    let known = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content());
    known.map(str::to_owned).ok_or(PackageError::Hostile)
}

/// Without the signs of XML, and without those that XML cannot hold at all.
pub fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' => safe.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}
