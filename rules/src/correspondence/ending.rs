//! A later document ends an earlier one: it takes its place, or withdraws it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::DocumentNumber;
use crate::refusal::{Fact, Refusal};

/// How a document ends an earlier one. Nothing is deleted: both stay in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Thay thế: the later one stands in its place.
    Replaced,
    /// Thu hồi: it no longer stands.
    Withdrawn,
}

impl Ending {
    /// Either way.
    pub const ALL: [Self; 2] = [Self::Replaced, Self::Withdrawn];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The ending of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.code() == code)
    }
}

/// Number and day of a signed document.
pub type Bears = (DocumentNumber, Date);

/// Why a document cannot end another.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EndingRefusal {
    /// A document would end itself.
    #[error("a document does not end itself")]
    Itself,
    /// One of them bears no number yet.
    #[error("only a document with number and day ends another, or is ended")]
    Unsigned,
    /// The earlier one bears a later day.
    #[error("{number} bears {date}, later than the document that would end it")]
    Later {
        /// Number of the one that would end.
        number: DocumentNumber,
        /// Its day.
        date: Date,
    },
    /// It would end before the document that ends it was issued.
    #[error("it cannot end on {day}, before {issued}")]
    TooEarly {
        /// The day given.
        day: Date,
        /// The day of the document that ends it.
        issued: Date,
    },
    /// It has ended; the register knows.
    #[error("{number} has ended already")]
    Ended {
        /// Its number.
        number: DocumentNumber,
    },
}

impl Refusal for EndingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Itself => "correspondence.ends_itself",
            Self::Unsigned => "correspondence.ending_unsigned",
            Self::Later { .. } => "correspondence.ending_later",
            Self::TooEarly { .. } => "correspondence.ending_too_early",
            Self::Ended { .. } => "correspondence.ended_already",
        }
    }

    fn field(&self) -> Option<String> {
        Some(match self {
            Self::TooEarly { .. } => "date".into(),
            _ => "document".into(),
        })
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Itself | Self::Unsigned => Vec::new(),
            Self::Later { number, date } => vec![("number", Fact::text(number)), ("date", Fact::Day(*date))],
            Self::TooEarly { day, issued } => vec![("day", Fact::Day(*day)), ("issued", Fact::Day(*issued))],
            Self::Ended { number } => vec![("number", Fact::text(number))],
        }
    }
}

/// Whether a document may end an earlier one from that day on; both as they are signed.
pub fn may_end(earlier: Option<&Bears>, by: Option<&Bears>, day: Date) -> Result<(), EndingRefusal> {
    let (Some((number, date)), Some((_, issued))) = (earlier, by) else { return Err(EndingRefusal::Unsigned) };
    if date > issued {
        return Err(EndingRefusal::Later { number: number.clone(), date: *date });
    }
    if day < *issued {
        return Err(EndingRefusal::TooEarly { day, issued: *issued });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn bears(number: &str, day: i8) -> Bears {
        (DocumentNumber::parse(number, 2020).unwrap(), date(2020, 8, day))
    }

    #[test]
    fn only_what_came_later_and_is_signed_ends_a_document_and_not_before_its_own_day() {
        let (rules, plan) = (bears("85/QĐ-BTC", 3), bears("90/QĐ-BTC", 9));
        assert_eq!(may_end(Some(&rules), Some(&plan), date(2020, 8, 9)), Ok(()));
        assert_eq!(may_end(Some(&rules), Some(&plan), date(2020, 9, 1)), Ok(()));
        assert_eq!(may_end(None, Some(&plan), date(2020, 8, 9)), Err(EndingRefusal::Unsigned));
        assert_eq!(may_end(Some(&rules), None, date(2020, 8, 9)), Err(EndingRefusal::Unsigned));
        let later = EndingRefusal::Later { number: plan.0.clone(), date: plan.1 };
        assert_eq!(may_end(Some(&plan), Some(&rules), date(2020, 8, 9)), Err(later));
        let early = EndingRefusal::TooEarly { day: date(2020, 8, 8), issued: plan.1 };
        assert_eq!(may_end(Some(&rules), Some(&plan), date(2020, 8, 8)), Err(early));
    }
}
