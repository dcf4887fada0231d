//! Reads a rule book from TOML and tells everything that is wrong with it, line by line.
//!
//! The sentences are Vietnamese, because the person who reads them is a clerk of the committee
//! with the *Thể lệ* in hand: each says what to write instead. Every key must be asked for by
//! some reader here; what nobody asked for is refused, so that no clause is parsed and ignored.
//!
//! A reader asks for all its fields before it gives up on any, so that one reading tells all.

mod across;
mod calendar;
mod clause;
mod criteria;
mod fields;
mod findings;
mod marking;
mod meanings;
mod merit;
mod not_carried_out;
mod prizes;
mod rules;
#[cfg(test)]
mod tests;
mod values;

use toml_edit::Document;

use super::{Calendar, MarkingPart, MeritPart, MoneyPart, Part, PrizesPart, RuleBook, Rules};
use clause::{Clause, Read};
pub use findings::BookError;
use findings::Findings;

/// Reads a book, or tells everything that is wrong with it, in the order of its lines.
pub(super) fn read(text: &str) -> Result<RuleBook, Vec<BookError>> {
    let findings = Findings::in_text(text);
    let book = match Document::parse(text) {
        Ok(document) => book(&Clause::root(document.as_table(), &findings)),
        Err(error) => Err(findings.syntax(&error)),
    };
    match (book, findings.in_order()) {
        (Ok(book), errors) if errors.is_empty() => Ok(book),
        (_, errors) => Err(errors),
    }
}

/// The parts as far as each could be read by itself.
struct Parts {
    rules: Read<Rules>,
    calendar: Read<Calendar>,
    marking: Read<Option<MarkingPart>>,
    prizes: Read<Option<PrizesPart>>,
    money: Read<Option<MoneyPart>>,
}

fn book(root: &Clause<'_>) -> Read<RuleBook> {
    let parts = Parts {
        rules: root.section(Part::Rules.code()).and_then(|clause| rules::read(&clause)),
        calendar: root.section(Part::Calendar.code()).and_then(|clause| calendar::read(&clause)),
        marking: optional(root, Part::Marking, marking::read),
        prizes: optional(root, Part::Prizes, prizes::read),
        money: optional(root, Part::Money, prizes::read_money),
    };
    let merit = formula_of_merit(root);
    root.close();
    across::check(root, &parts);
    Ok(RuleBook {
        rules: parts.rules?,
        calendar: parts.calendar?,
        marking: parts.marking?,
        prizes: parts.prizes?,
        money: parts.money?,
        merit: merit?,
    })
}

/// What units earn stands beside the parts: no edition waits for it.
fn formula_of_merit(root: &Clause<'_>) -> Read<Option<MeritPart>> {
    root.section_if_any("merit")?.map(|clause| merit::read(&clause)).transpose()
}

/// A part that may be absent.
fn optional<T>(root: &Clause<'_>, part: Part, read: impl Fn(&Clause<'_>) -> Read<T>) -> Read<Option<T>> {
    root.section_if_any(part.code())?.map(|clause| read(&clause)).transpose()
}
