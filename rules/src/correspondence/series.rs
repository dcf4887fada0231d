//! Where a document's number comes from, and the series from which our register gives it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{DocumentKind, DocumentNumber};
use crate::refusal::{Fact, Refusal};

/// Where the numbers of a body's documents come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// From the body's own document system; typed off the signed paper. Gaps are none of ours.
    #[default]
    Typed,
    /// From our register, one series for all kinds.
    OneSeries,
    /// From our register, one series for each kind.
    SeriesPerKind,
}

impl Numbering {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Typed, Self::OneSeries, Self::SeriesPerKind];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::OneSeries => "one_series",
            Self::SeriesPerKind => "series_per_kind",
        }
    }

    /// The way of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|numbering| numbering.code() == code)
    }

    /// The name of the series to which a document of that kind belongs; none where its number is typed.
    pub fn series_of(self, kind: &DocumentKind) -> Option<String> {
        match self {
            Self::Typed => None,
            Self::OneSeries => Some(String::new()),
            Self::SeriesPerKind => Some(kind.code()),
        }
    }
}

/// How far a series of one body and one year is. It begins at 01 each year, or after the numbers
/// that were given before our register took it over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// The number given last; 0 before the first.
    pub last: u32,
    /// The day that the last one bears.
    pub last_day: Option<Date>,
}

/// Why a number of a series cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SeriesRefusal {
    /// A gap, or a number that is given already.
    #[error("the register gives number {next} next, not {number}")]
    NotNext {
        /// What was asked for.
        number: DocumentNumber,
        /// What the series gives.
        next: u32,
    },
    /// Numbers follow the days.
    #[error("number {last} bears {last_day}; the next one cannot bear {date}")]
    DayBefore {
        /// The day asked for.
        date: Date,
        /// The number given last.
        last: u32,
        /// Its day.
        last_day: Date,
    },
}

impl Refusal for SeriesRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNext { .. } => "correspondence.number_not_next",
            Self::DayBefore { .. } => "correspondence.day_before_last",
        }
    }

    fn field(&self) -> Option<String> {
        Some(match self {
            Self::NotNext { .. } => "number".into(),
            Self::DayBefore { .. } => "date".into(),
        })
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotNext { number, next } => vec![("number", Fact::text(number)), ("next", Fact::text(next))],
            Self::DayBefore { date, last, last_day } => {
                vec![("date", Fact::Day(*date)), ("last", Fact::text(last)), ("last_day", Fact::Day(*last_day))]
            }
        }
    }
}

impl Series {
    /// A series that goes on after a number which was given elsewhere.
    pub const fn after(last: u32) -> Self {
        Self { last, last_day: None }
    }

    /// The number that it gives next.
    pub const fn next(self) -> u32 {
        self.last.saturating_add(1)
    }

    /// Gives the number: only the next one, and not to a day before the last one's.
    pub fn give(self, number: &DocumentNumber, date: Date) -> Result<Self, SeriesRefusal> {
        if number.number() != self.next() {
            return Err(SeriesRefusal::NotNext { number: number.clone(), next: self.next() });
        }
        match self.last_day {
            Some(last_day) if date < last_day => Err(SeriesRefusal::DayBefore { date, last: self.last, last_day }),
            _ => Ok(Self { last: number.number(), last_day: Some(date) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn number(number: u32) -> DocumentNumber {
        DocumentNumber::new(number, "QĐ-BTC", 2026).unwrap()
    }

    #[test]
    fn a_series_begins_at_one_or_after_what_was_given_elsewhere() {
        assert_eq!(Series::default().next(), 1);
        assert_eq!(Series::after(57).next(), 58);
    }

    #[test]
    fn letters_and_decisions_share_a_series_or_have_their_own() {
        let kinds = [DocumentKind::OfficialLetter, DocumentKind::Decision];
        let of = |numbering: Numbering| kinds.clone().map(|kind| numbering.series_of(&kind));
        assert_eq!(of(Numbering::Typed), [None, None]);
        assert_eq!(of(Numbering::OneSeries), [Some(String::new()), Some(String::new())]);
        assert_ne!(of(Numbering::SeriesPerKind)[0], of(Numbering::SeriesPerKind)[1]);
    }

    proptest! {
        /// Whatever is asked for, in whatever order: what was given is 1, 2, 3 … and its days never go back.
        #[test]
        fn what_a_series_gives_has_no_gap_and_no_double(asked in prop::collection::vec((0_u32..12, 0_i32..30), 0..80)) {
            let (mut series, mut given) = (Series::default(), Vec::new());
            for (wish, later) in asked {
                let day = date(2026, 3, 1) + later.days();
                // Half of them ask for what is next, as the register's own form does.
                let wished = if wish < 6 { series.next() } else { wish - 5 };
                if let Ok(next) = series.give(&number(wished), day) {
                    given.push((wished, day));
                    series = next;
                }
            }
            let numbers: Vec<u32> = given.iter().map(|(number, _)| *number).collect();
            let all: Vec<u32> = (1..).take(numbers.len()).collect();
            prop_assert_eq!(numbers, all);
            prop_assert!(given.is_sorted_by_key(|(_, day)| *day));
        }
    }
}
