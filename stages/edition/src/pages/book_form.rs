//! The rule book in a form: a file or a text field, and what is wrong with each line of it.

use hoithi_journal::Halt;
use hoithi_web::{Form, Posted};

use crate::books;

/// The largest file, bytes: as much as the text field takes, and some thirty times a real book.
const LARGEST: usize = 1 << 20;

/// One line that must be corrected.
pub(super) struct FaultyLine {
    pub(super) line: usize,
    pub(super) written: String,
    pub(super) sentence: String,
}

/// The form with the book's text in its field, whether it was typed or came as a file, so that
/// nothing is lost when something is refused.
pub(super) fn take_in(posted: &Posted, fields: &[&str]) -> (Form, Result<String, Halt>) {
    let text = text_of(posted);
    let shown = text.as_deref().unwrap_or_default();
    let others = fields.iter().filter(|field| **field != "book");
    let form = others.fold(Form::new().with("book", shown), |form, field| form.with(field, posted.form.value(field)));
    (form, text)
}

fn text_of(posted: &Posted) -> Result<String, Halt> {
    let text = match posted.file("book_file") {
        Some(file) if file.bytes.len() > LARGEST => {
            return Err(Halt::refused("edition.book_too_large", Some("book_file"), "no rule book is that large"));
        }
        Some(file) => String::from_utf8(file.bytes.clone())
            .map_err(|_| Halt::refused("edition.book_not_text", Some("book_file"), "the file is no UTF-8 text"))?,
        None => posted.form.raw("book").to_owned(),
    };
    if text.trim().is_empty() {
        return Err(Halt::refused("edition.book_missing", Some("book_file"), "choose a file or paste its text"));
    }
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

/// What the program says about each faulty line of the text in the form, beside the line itself.
pub(super) fn faulty_lines(form: &Form) -> Vec<FaultyLine> {
    let text = form.raw("book");
    let errors = if text.is_empty() || form.errors().is_empty() { None } else { books::check_text(text).err() };
    let written = |line: usize| text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().to_owned();
    let told = errors.into_iter().flatten();
    told.map(|error| FaultyLine { line: error.line, written: written(error.line), sentence: error.sentence }).collect()
}
