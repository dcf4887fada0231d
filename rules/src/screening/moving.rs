//! An entry in the wrong category: the secretary moves it, the authors read why.

use thiserror::Error;

use crate::edition::{CategoryCode, Rules};
use crate::refusal::Refusal;
use crate::text::one_line;

/// What the secretary wants.
#[derive(Clone, Copy, Debug)]
pub struct Moving<'a> {
    /// The category by which it counts now.
    pub from: Option<&'a CategoryCode>,
    /// The code of the category where it belongs.
    pub to: &'a str,
    /// Why, for its authors.
    pub why: &'a str,
    /// Whether a round was opened for marking: judges have their dossiers by category.
    pub judging_began: bool,
}

/// A move that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Where it counts from now on.
    pub to: CategoryCode,
    /// Why, in one line.
    pub why: String,
}

/// Why it stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoveRefusal {
    /// Marking goes by category.
    #[error("judging has begun")]
    JudgingBegan,
    /// No category of the rule book.
    #[error("the rule book has no such category")]
    UnknownCategory,
    /// It counts there already.
    #[error("the entry is in this category already")]
    SameCategory,
    /// The authors read why.
    #[error("the reason is missing")]
    ReasonMissing,
}

impl Refusal for MoveRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::JudgingBegan => "screening.move_too_late",
            Self::UnknownCategory => "screening.move_unknown_category",
            Self::SameCategory => "screening.move_same_category",
            Self::ReasonMissing => "screening.move_reason_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::JudgingBegan => return None,
            Self::UnknownCategory | Self::SameCategory => "to",
            Self::ReasonMissing => "why",
        };
        Some(field.to_owned())
    }
}

/// Moves an entry to another category of its rule book, or tells everything that stands in the way.
pub fn move_entry(rules: &Rules, moving: Moving<'_>) -> Result<Moved, Vec<MoveRefusal>> {
    if moving.judging_began {
        return Err(vec![MoveRefusal::JudgingBegan]);
    }
    let to = rules.category_code(moving.to).ok_or(MoveRefusal::UnknownCategory);
    let to = to.and_then(|to| if Some(&to) == moving.from { Err(MoveRefusal::SameCategory) } else { Ok(to) });
    let why = Some(one_line(moving.why)).filter(|why| !why.is_empty()).ok_or(MoveRefusal::ReasonMissing);
    match (to, why) {
        (Ok(to), Ok(why)) => Ok(Moved { to, why }),
        (to, why) => Err(to.err().into_iter().chain(why.err()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books};

    #[test]
    fn an_entry_moves_to_another_category_with_a_reason_before_judging() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let from = book.rules().category_code("y-duoc");
        let moving =
            Moving { from: from.as_ref(), to: "cong-nghiep-xay-dung", why: " Máy  móc ", judging_began: false };
        let moved = move_entry(book.rules(), moving).unwrap();
        assert_eq!((moved.to.as_str(), moved.why.as_str()), ("cong-nghiep-xay-dung", "Máy móc"));
        let wrong = move_entry(book.rules(), Moving { to: "y-duoc", why: " ", ..moving }).unwrap_err();
        assert_eq!(wrong, [MoveRefusal::SameCategory, MoveRefusal::ReasonMissing]);
        let nowhere = move_entry(book.rules(), Moving { to: "khac", ..moving }).unwrap_err();
        assert_eq!(nowhere, [MoveRefusal::UnknownCategory]);
        let late = move_entry(book.rules(), Moving { judging_began: true, ..moving }).unwrap_err();
        assert_eq!(late, [MoveRefusal::JudgingBegan]);
    }
}
