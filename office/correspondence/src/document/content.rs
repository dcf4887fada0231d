//! What stands on a document, part by part.

use hoithi_rules::correspondence::{DocumentKind, Signatory, Urgency};
use hoithi_rules::text::{length, one_line, paragraphs};
use serde::{Deserialize, Serialize};

use super::ContentError;

/// The most letters of a subject, of a name of a body, of a text.
const MAX_SUBJECT: usize = 500;
const MAX_NAME: usize = 300;
const MAX_TEXT: usize = 60_000;

/// Lines of a list: addressees, recipients. Cleaned, without empty ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(Vec<String>);

impl Lines {
    /// One per line; a dash and the mark at the end are the template's to set.
    pub fn parse(text: &str) -> Self {
        let bare = |line: &str| {
            one_line(line).trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ' ']).to_owned()
        };
        Self(text.lines().map(bare).filter(|line| !line.is_empty()).collect())
    }

    /// The lines.
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// One per line again.
    pub fn text(&self) -> String {
        self.0.join("\n")
    }
}

/// Pages after the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// What stands on a document, apart from number and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its kind.
    pub kind: DocumentKind,
    /// The body above the issuer; mostly empty.
    pub parent_body: String,
    /// Who issues it.
    pub issuer: String,
    /// The place before the date.
    pub place: String,
    /// The symbol that its number will bear: `LHH-KHCN`.
    pub symbol: String,
    /// What it is about (*trích yếu*), without "V/v".
    pub subject: String,
    /// The text; see [`crate::pieces`].
    pub text: String,
    /// To whom (*Kính gửi*).
    pub addressees: Lines,
    /// Who receives it (*Nơi nhận*).
    pub recipients: Lines,
    /// Who signs; of another body's document it may be unknown.
    pub signatory: Option<Signatory>,
    /// What is attached to it, in its order; roman numbers count them when there are several.
    pub annexes: Vec<Annex>,
    /// The stamp of urgency, on the few documents that bear one.
    pub urgency: Option<Urgency>,
    /// Whether anybody may read it once it is signed.
    pub public: bool,
}

/// A subject: one line.
pub(crate) fn subject(text: &str) -> Result<String, ContentError> {
    let line = one_line(text);
    let bare = line.strip_prefix("V/v").map_or(line.as_str(), |rest| rest.trim_start_matches([':', ' ']));
    required("subject", bare.to_owned(), MAX_SUBJECT)
}

/// A name of a body or a place: one line, of this field.
pub(crate) fn name(part: &'static str, text: &str) -> Result<String, ContentError> {
    required(part, one_line(text), MAX_NAME)
}

/// The same where it may be empty.
pub(crate) fn name_if_any(text: &str) -> Result<String, ContentError> {
    within(one_line(text), MAX_NAME)
}

/// A text of paragraphs.
pub(crate) fn text(given: &str) -> Result<String, ContentError> {
    required("text", paragraphs(given), MAX_TEXT)
}

/// The same where it may be empty.
pub(crate) fn text_if_any(given: &str) -> Result<String, ContentError> {
    within(paragraphs(given), MAX_TEXT)
}

fn required(part: &'static str, text: String, max: usize) -> Result<String, ContentError> {
    if text.is_empty() { Err(ContentError::Missing { part }) } else { within(text, max) }
}

fn within(text: String, max: usize) -> Result<String, ContentError> {
    let length = length(&text);
    if length > max { Err(ContentError::TooLong { length, max }) } else { Ok(text) }
}
