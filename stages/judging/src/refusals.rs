//! What this room refuses by its own standing; what the law refuses comes from the law.

use hoithi_edition::Edition;
use hoithi_journal::{Fact, Halt, Refused};
use hoithi_rules::judging::Marking;

/// A refusal of the form as a whole, with the facts of its sentence.
pub(crate) fn refuse(code: &'static str, facts: Vec<(&'static str, Fact)>, english: String) -> Halt {
    Halt::Refused(vec![Refused { code, field: None, facts, english }])
}

/// Two browsers met.
pub(crate) fn changed_meanwhile() -> Halt {
    Halt::refused("judging.changed_meanwhile", None, "somebody else changed it meanwhile")
}

/// The marking part of an edition's rule book, without which nobody can judge.
pub(crate) fn marking_of(edition: &Edition) -> Result<&Marking, Halt> {
    let part = edition.book.marking().map(|part| &part.marking);
    part.ok_or_else(|| Halt::refused("judging.no_marking_part", None, "the rule book has no marking part yet"))
}
