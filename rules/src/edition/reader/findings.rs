//! What is wrong with a book: the line, a stable code, one sentence.

use std::cell::RefCell;
use std::ops::Range;

use toml_edit::TomlError;

/// One thing that is wrong with a rule book.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {code}: {sentence}")]
pub struct BookError {
    /// The line, counted from 1.
    pub line: usize,
    /// Stable: `book.unknown_key`.
    pub code: &'static str,
    /// What to write instead, in Vietnamese, one sentence.
    pub sentence: String,
}

/// Marks that something was wrong; what it was is in the findings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told;

/// Collects what is wrong; knows the text so that a place in it can be told as a line.
pub(super) struct Findings<'t> {
    text: &'t str,
    line_ends: Vec<usize>,
    errors: RefCell<Vec<BookError>>,
}

impl<'t> Findings<'t> {
    pub(super) fn in_text(text: &'t str) -> Self {
        let line_ends = text.match_indices('\n').map(|(byte, _)| byte).collect();
        Self { text, line_ends, errors: RefCell::default() }
    }

    /// The line of a byte of the text; the last line for a byte behind its end.
    pub(super) fn line_at(&self, byte: usize) -> usize {
        self.line_ends.partition_point(|end| *end < byte) + 1
    }

    /// What stands there in the text.
    pub(super) fn written(&self, place: Range<usize>) -> &'t str {
        self.text.get(place).unwrap_or_default()
    }

    pub(super) fn add(&self, line: usize, code: &'static str, sentence: impl Into<String>) -> Told {
        let error = BookError { line, code, sentence: sentence.into() };
        let mut errors = self.errors.borrow_mut();
        if !errors.contains(&error) {
            errors.push(error);
        }
        Told
    }

    /// Everything found, in the order of the lines.
    pub(super) fn in_order(self) -> Vec<BookError> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| error.line);
        errors
    }

    /// A text that is not TOML at all. The parser speaks English and of tokens, so only the place
    /// and the commonest case are taken from it.
    pub(super) fn syntax(&self, error: &TomlError) -> Told {
        let line = self.line_at(error.span().map_or(0, |span| span.start));
        if error.message().contains("duplicate") {
            let sentence = "Khóa hoặc mục ở dòng này đã được ghi ở phía trên; hãy giữ một chỗ và xóa chỗ kia.";
            return self.add(line, "book.doubled", sentence);
        }
        let sentence = "Dòng này không đúng cách viết TOML; hãy viết `khóa = giá trị`, chữ đặt trong ngoặc kép \"…\", ngày viết dạng 2021-06-30, tên mục đặt trong [ ].";
        self.add(line, "book.syntax", sentence)
    }
}
