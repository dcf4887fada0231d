//! What stands in the way of an initiative or a movement.

use jiff::civil::Date;
use thiserror::Error;

use crate::entries::TitleError;
use crate::refusal::{Fact, Refusal};

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InitiativeRefusal {
    /// No title, or one that is too long.
    #[error(transparent)]
    Title(#[from] TitleError),
    /// Nobody made it.
    #[error("name its authors")]
    AuthorsMissing,
    /// Among the authors stands what is no name.
    #[error("{given:?} is no person's name")]
    AuthorName {
        /// What was written.
        given: String,
    },
    /// One person twice among the authors.
    #[error("{name} stands twice among the authors")]
    AuthorTwice {
        /// Who.
        name: String,
    },
    /// More authors than a solution has.
    #[error("more than {max} authors")]
    TooManyAuthors {
        /// How many there may be.
        max: usize,
    },
    /// Not a day.
    #[error("{field} is no day")]
    Day {
        /// Which field.
        field: &'static str,
    },
    /// A day that has not come.
    #[error("{day} has not come yet")]
    DayAhead {
        /// Which field.
        field: &'static str,
        /// The day given.
        day: Date,
    },
    /// A decision has a number and a day.
    #[error("a recognition has both number and day: {field} is missing")]
    HalfADecision {
        /// What is missing.
        field: &'static str,
    },
    /// Nothing is recognised before it was used.
    #[error("recognised before the first use on {used}")]
    RecognisedBeforeUse {
        /// The day of the first use.
        used: Date,
    },
    /// Not an amount.
    #[error("this is no amount in whole đồng")]
    Money,
    /// More words than fit.
    #[error("{field} is longer than {max}")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Letters allowed.
        max: usize,
    },
    /// A movement without a name.
    #[error("name the movement")]
    NameMissing,
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    EndsBefore,
    /// Not a whole number that a unit can be asked for.
    #[error("a target is a whole number up to {max}")]
    Target {
        /// The most.
        max: u32,
    },
}

impl Refusal for InitiativeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Title(error) => error.code(),
            Self::AuthorsMissing => "initiatives.authors_missing",
            Self::AuthorName { .. } => "initiatives.author_name",
            Self::AuthorTwice { .. } => "initiatives.author_twice",
            Self::TooManyAuthors { .. } => "initiatives.too_many_authors",
            Self::Day { .. } => "initiatives.day",
            Self::DayAhead { .. } => "initiatives.day_ahead",
            Self::HalfADecision { .. } => "initiatives.half_a_decision",
            Self::RecognisedBeforeUse { .. } => "initiatives.recognised_before_use",
            Self::Money => "initiatives.money",
            Self::TooLong { .. } => "initiatives.too_long",
            Self::NameMissing => "initiatives.name_missing",
            Self::EndsBefore => "initiatives.ends_before",
            Self::Target { .. } => "initiatives.target",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Title(error) => return error.field(),
            Self::AuthorsMissing | Self::AuthorName { .. } | Self::AuthorTwice { .. } | Self::TooManyAuthors { .. } => {
                "authors"
            }
            Self::Day { field }
            | Self::DayAhead { field, .. }
            | Self::HalfADecision { field }
            | Self::TooLong { field, .. } => field,
            Self::RecognisedBeforeUse { .. } => "decided_on",
            Self::Money => "money",
            Self::NameMissing => "name",
            Self::EndsBefore => "ends",
            Self::Target { .. } => "target",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Title(error) => error.facts(),
            Self::AuthorName { given } => vec![("given", Fact::text(given))],
            Self::AuthorTwice { name } => vec![("name", Fact::text(name))],
            Self::TooManyAuthors { max } | Self::TooLong { max, .. } => vec![("max", Fact::count(*max))],
            Self::DayAhead { day, .. } => vec![("day", Fact::Day(*day))],
            Self::RecognisedBeforeUse { used } => vec![("used", Fact::Day(*used))],
            Self::Target { max } => vec![("max", Fact::count(*max))],
            _ => Vec::new(),
        }
    }
}
