//! Books with any field wrong, missing, doubled or contradictory.

mod contradictions;
mod every_line;
mod fields;
mod levels;
mod merit;
mod mutation;
mod parts;
mod stamp;

use crate::edition::{BookError, RuleBook, books};

/// A book spoilt in one place.
struct Spoilt {
    text: String,
}

/// Quảng Ninh VIII with one text put in the place of another, once.
fn spoilt(from: &str, to: &str) -> Spoilt {
    Spoilt::of(books::QUANG_NINH_VIII, from, to)
}

impl Spoilt {
    fn of(book: &str, from: &str, to: &str) -> Self {
        assert!(book.contains(from), "the book has no {from:?}");
        Self { text: book.replacen(from, to, 1) }
    }

    fn and(self, from: &str, to: &str) -> Self {
        Self::of(&self.text, from, to)
    }

    /// The line, from 1, that contains the mark; the mark stands there once.
    fn line(&self, mark: &str) -> usize {
        let mut lines = self.text.lines().zip(1..).filter(|(line, _)| line.contains(mark));
        let (_, line) = lines.next().unwrap_or_else(|| panic!("no line has {mark:?}"));
        assert_eq!(lines.next(), None, "{mark:?} stands on several lines");
        line
    }

    fn errors(&self) -> Vec<BookError> {
        RuleBook::parse(&self.text).expect_err("the book is spoilt")
    }

    /// Exactly this is told, and at the line of the mark.
    #[track_caller]
    fn is_refused(&self, code: &str, mark: &str) {
        let errors = self.errors();
        let told: Vec<_> = errors.iter().map(|error| (error.code, error.line)).collect();
        assert_eq!(told, [(code, self.line(mark))], "{errors:#?}");
    }
}

#[test]
fn everything_wrong_is_told_at_once_in_the_order_of_the_lines() {
    let errors = RuleBook::parse(include_str!("all-wrong.toml")).unwrap_err();
    let told: Vec<_> =
        errors.iter().map(|BookError { line, code, sentence }| format!("{line} {code}\n  {sentence}")).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_text_that_is_no_book_lacks_its_two_parts() {
    let errors = RuleBook::parse("").unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| (error.line, error.code)).collect();
    assert_eq!(told, [(1, "book.missing_part"); 2]);
}
