//! The book told in words, article by article: the one source of `explain` and of `differences`.
//!
//! Every field of the book appears in exactly one line here; a test changes the fields one by one
//! and fails when a change does not show.

mod calendar;
mod marking;
mod merit;
mod prizes;
mod rules;

use super::words::day;
use super::{MeritPart, Part, RuleBook, Source};
use crate::awards::Dong;

/// One article: a title and its clauses.
pub(in crate::edition) struct Article {
    pub(in crate::edition) title: String,
    pub(in crate::edition) lines: Vec<Line>,
}

/// One clause: what it is about, and what it says.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::edition) struct Line {
    /// The code in the book, for clauses that have one; it outlives a change of name.
    code: Option<String>,
    label: String,
    text: String,
}

impl Line {
    /// What makes it the same clause in two versions of a book.
    pub(in crate::edition) fn key(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.label)
    }

    /// The whole clause as it is printed, without a full stop.
    pub(in crate::edition) fn printed(&self) -> String {
        let code = self.code.as_ref().map(|code| format!(" [{code}]")).unwrap_or_default();
        let text = self.text.trim_end_matches('.');
        if text.is_empty() { format!("{}{code}", self.label) } else { format!("{}{code}: {text}", self.label) }
    }
}

impl Article {
    fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), lines: Vec::new() }
    }

    fn says(mut self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.lines.push(Line { code: None, label: label.into(), text: text.into() });
        self
    }

    fn lists(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.lines.extend(lines);
        self
    }
}

fn coded(code: &impl ToString, label: &str, text: impl Into<String>) -> Line {
    Line { code: Some(code.to_string()), label: label.to_owned(), text: text.into() }
}

/// The document behind a part, in one sentence.
pub(in crate::edition) fn basis(book: &RuleBook, part: Part) -> Option<String> {
    book.source(part).map(basis_in)
}

/// That document in one sentence.
pub(in crate::edition) fn basis_in(source: &Source) -> String {
    format!(
        "Theo văn bản số {} ngày {} của {}, có hiệu lực từ ngày {}.",
        source.document,
        day(source.issued),
        source.issuer,
        day(source.in_force)
    )
}

/// The formula of merit as an article.
pub(in crate::edition) fn merit_article(part: &MeritPart) -> Article {
    merit::article(part)
}

/// The articles of a part; none where the part is absent.
pub(in crate::edition) fn articles(book: &RuleBook, part: Part) -> Vec<Article> {
    match part {
        Part::Rules => rules::articles(book.rules()),
        Part::Calendar => vec![calendar::article(book.calendar())],
        Part::Marking => book.marking().map(marking::articles).unwrap_or_default(),
        Part::Prizes => book.prizes().map(prizes::article).into_iter().collect(),
        Part::Money => book.money().map(|part| prizes::money(book, part)).into_iter().collect(),
    }
}

/// A count with a point between thousands.
fn count(number: impl TryInto<u64>) -> String {
    Dong::new(number.try_into().unwrap_or(u64::MAX)).to_string()
}
