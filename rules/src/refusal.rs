//! A refusal says what stands in the way, with a stable code and the facts of the case.
//!
//! `Display` of a refusal is English, for logs and the API; the Vietnamese sentence that people
//! read is in the message catalogue under the code.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::judging::Points;

/// A value that a refusal's sentence mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Words as they were given.
    Text(String),
    /// A count.
    Count(i64),
    /// Points, printed with a decimal comma.
    Points(Points),
    /// A day.
    Day(Date),
    /// An instant, printed in the contest's zone.
    Instant(Timestamp),
}

impl Fact {
    /// Words, from anything that prints.
    pub fn text(value: impl std::fmt::Display) -> Self {
        Self::Text(value.to_string())
    }

    /// A count, from any whole number that fits.
    pub fn count(value: impl TryInto<i64>) -> Self {
        Self::Count(value.try_into().unwrap_or(i64::MAX))
    }
}

/// What every refusal of the law can tell the door.
pub trait Refusal: std::error::Error {
    /// Stable, `room.noun`: `entries.window_closed`. The API promises it.
    fn code(&self) -> &'static str;

    /// The form field it belongs to, where there is one.
    fn field(&self) -> Option<String> {
        None
    }

    /// The values that the sentence mentions, by name.
    fn facts(&self) -> Vec<(&'static str, Fact)> {
        Vec::new()
    }
}
