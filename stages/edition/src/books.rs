//! Rule-book texts: read once, kept by their hash, told with all their faults.

use std::sync::Arc;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Fact, Halt, Refused};
use hoithi_rules::edition::{BookError, RuleBook, assumed, explain};
use hoithi_store::Remembered;

/// Reads a rule book's text, or tells everything that is wrong with it, line by line.
pub fn check_text(text: &str) -> Result<RuleBook, Vec<BookError>> {
    RuleBook::parse(text)
}

/// What the program has understood of a rule book's text, in Vietnamese, and what its writer says
/// is assumed.
pub fn explain_text(text: &str) -> Result<String, Vec<BookError>> {
    let book = check_text(text)?;
    let parts = [Some(explain(&book)), assumed(text)];
    Ok(parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// The same for an operation: every fault is a refusal at the field `book`.
pub(crate) fn read(text: &str) -> Result<RuleBook, Halt> {
    check_text(text).map_err(|errors| Halt::Refused(errors.iter().map(refused).collect()))
}

/// The sentence is the reader's own: it knows what stands in the line.
fn refused(error: &BookError) -> Refused {
    let line = i64::try_from(error.line).unwrap_or(i64::MAX);
    Refused {
        code: "edition.book_line",
        field: Some("book".to_owned()),
        facts: vec![
            ("line", Fact::Count(line)),
            ("rule", Fact::Text(error.code.to_owned())),
            ("sentence", Fact::Text(error.sentence.clone())),
        ],
        english: error.to_string(),
    }
}

/// Parsed books by the hash of their text. Keyed by the text and not by edition and version, so
/// that an act that is rolled back leaves nothing wrong behind.
static BOOKS: Remembered<Sha256Hex, Arc<RuleBook>> = Remembered::at_most(256);

pub(crate) fn remembered(hash: &Sha256Hex) -> Option<Arc<RuleBook>> {
    BOOKS.get(hash)
}

/// Reads a stored text and remembers it. A text that was accepted once and is not any more is a
/// fault of the program.
pub(crate) fn remember(hash: Sha256Hex, text: &str) -> Result<Arc<RuleBook>, String> {
    let book = check_text(text).map_err(|errors| {
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        format!("a stored rule book does not parse: {}", told.join("; "))
    })?;
    let book = Arc::new(book);
    BOOKS.keep(hash, &book);
    Ok(book)
}
