//! Rule-book texts: read once, kept by their hash, told with all their faults.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Fact, Halt, Refused};
use hoithi_rules::edition::{BookError, RuleBook, explain};

/// Reads a rule book's text, or tells everything that is wrong with it, line by line.
pub fn check_text(text: &str) -> Result<RuleBook, Vec<BookError>> {
    RuleBook::parse(text)
}

/// What the program has understood of a rule book's text, in Vietnamese.
pub fn explain_text(text: &str) -> Result<String, Vec<BookError>> {
    check_text(text).map(|book| explain(&book))
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

/// More than any house has editions; beyond it the memory is simply begun anew.
const MOST_BOOKS: usize = 256;

/// Parsed books by the hash of their text. Keyed by the text and not by edition and version, so
/// that an act that is rolled back leaves nothing wrong behind.
static BOOKS: LazyLock<Mutex<HashMap<Sha256Hex, Arc<RuleBook>>>> = LazyLock::new(Mutex::default);

pub(crate) fn remembered(hash: &Sha256Hex) -> Option<Arc<RuleBook>> {
    BOOKS.lock().unwrap_or_else(PoisonError::into_inner).get(hash).cloned()
}

/// Reads a stored text and remembers it. A text that was accepted once and is not any more is a
/// fault of the program.
pub(crate) fn remember(hash: Sha256Hex, text: &str) -> Result<Arc<RuleBook>, String> {
    let book = check_text(text).map_err(|errors| {
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        format!("a stored rule book does not parse: {}", told.join("; "))
    })?;
    let book = Arc::new(book);
    let mut books = BOOKS.lock().unwrap_or_else(PoisonError::into_inner);
    if books.len() >= MOST_BOOKS {
        books.clear();
    }
    books.insert(hash, Arc::clone(&book));
    Ok(book)
}
