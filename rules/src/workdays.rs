//! Working days: weekends, public holidays, and Saturdays that are worked in a holiday's place.
//!
//! A paper that asks for something "within five working days" means days on which an office is
//! open. Which days those are is dated data: the Labour Code says how many days each holiday has,
//! the government's notice of the year says which, and a province may move a day. So the years that
//! are known stand here with their source, and an office writes its own days over them.

mod due;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::Refusal;
use crate::text::one_line;

pub use due::{CountedFrom, Due, DueError, Within};

/// What makes a day another than its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpecialKind {
    /// A public holiday, or a day off in a holiday's place.
    Off,
    /// A Saturday or Sunday that is worked in another day's place, or a holiday that is not kept.
    Working,
}

impl SpecialKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Off, Self::Working];

    /// Stable name, in the store and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Working => "working",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A day that is another than its weekday says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialDay {
    /// Which.
    pub day: Date,
    /// What it is.
    pub kind: SpecialKind,
    /// What it is called.
    pub name: String,
    /// The paper that says so.
    pub source: String,
}

/// Why a day cannot be written down as one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SpecialDayRefusal {
    /// It has no name.
    #[error("the day has no name")]
    NameMissing,
    /// Nothing says so.
    #[error("the paper that says so is missing")]
    SourceMissing,
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// Neither off nor working.
    #[error("choose whether the office is closed or open")]
    Kind,
}

impl Refusal for SpecialDayRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "edition.day_name_missing",
            Self::SourceMissing => "edition.day_source_missing",
            Self::Day => "edition.special_day_malformed",
            Self::Kind => "edition.day_kind_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NameMissing => "name",
            Self::SourceMissing => "source",
            Self::Day => "day",
            Self::Kind => "kind",
        };
        Some(field.to_owned())
    }
}

impl SpecialDay {
    /// With a name and the paper it stands on.
    pub fn new(day: Date, kind: SpecialKind, name: &str, source: &str) -> Result<Self, SpecialDayRefusal> {
        let (name, source) = (one_line(name), one_line(source));
        if name.is_empty() {
            return Err(SpecialDayRefusal::NameMissing);
        }
        if source.is_empty() {
            return Err(SpecialDayRefusal::SourceMissing);
        }
        Ok(Self { day, kind, name, source })
    }
}

/// What a day is for an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayIs<'a> {
    /// A weekday like others.
    Working,
    /// Worked in another day's place.
    WorkedInstead(&'a SpecialDay),
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, or a day off in its place.
    Off(&'a SpecialDay),
}

impl DayIs<'_> {
    /// Whether the office is open.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::WorkedInstead(_))
    }
}

/// The days on which offices are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workdays {
    special: BTreeMap<Date, SpecialDay>,
    years: BTreeSet<i16>,
}

impl Workdays {
    /// Of the years that ship with the program.
    pub fn of_vietnam() -> Self {
        Self { special: BTreeMap::new(), years: BTreeSet::new() }.with(shipped::days())
    }

    /// With these days written over what stood there: the house's over the shipped, an edition's
    /// over the house's.
    #[must_use]
    pub fn with(mut self, days: impl IntoIterator<Item = SpecialDay>) -> Self {
        for day in days {
            self.years.insert(day.day.year());
            self.special.insert(day.day, day);
        }
        self
    }

    /// What that day is.
    pub fn on(&self, day: Date) -> DayIs<'_> {
        match self.special.get(&day) {
            Some(special) if special.kind == SpecialKind::Off => DayIs::Off(special),
            Some(special) => DayIs::WorkedInstead(special),
            None if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) => DayIs::Weekend,
            None => DayIs::Working,
        }
    }

    /// Whether the holidays of that day's year are known; else only its weekends are.
    pub fn knows(&self, day: Date) -> bool {
        self.years.contains(&day.year())
    }

    /// Every special day of a year, in order.
    pub fn of_year(&self, year: i16) -> impl Iterator<Item = &SpecialDay> {
        self.special.values().filter(move |special| special.day.year() == year)
    }

    /// How many days of a year stand as they shipped, so that the office has still to check them.
    pub fn unchecked(&self, year: i16) -> usize {
        let shipped = shipped::days();
        self.of_year(year).filter(|special| shipped.contains(special)).count()
    }

    /// The years of which holidays are known.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().copied()
    }

    /// The last of `count` working days after that day, which itself does not count: what is asked
    /// on Friday within one working day is due on Monday. None where the calendar ends before.
    pub fn after(&self, day: Date, count: u16) -> Option<Date> {
        let (mut at, mut left) = (day, count);
        while left > 0 {
            at = at.tomorrow().ok()?;
            left -= u16::from(self.on(at).is_working());
        }
        Some(at)
    }

    /// How many working days lie after the first day, up to and with the last.
    pub fn between(&self, first: Date, last: Date) -> usize {
        first
            .series(jiff::Span::new().days(1))
            .skip(1)
            .take_while(|day| *day <= last)
            .filter(|day| self.on(*day).is_working())
            .count()
    }

    /// The first day from that one on, itself included, on which offices are open.
    pub fn first_working(&self, day: Date) -> Option<Date> {
        if self.on(day).is_working() { Some(day) } else { self.after(day, 1) }
    }
}
