//! When a desk is open.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Timestamp, ToSpan, tz};
use thiserror::Error;

use crate::refusal::Refusal;

/// How far ahead somebody is told when a desk opens again.
const DAYS_AHEAD: i64 = 31;

/// Days of the week, Monday first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const WORKING: Self = Self(0b001_1111);

    /// From figures, 1 for Monday to 7 for Sunday; anything else is no day.
    pub fn of<'a>(figures: impl IntoIterator<Item = &'a str>) -> Result<Self, HoursRefusal> {
        let mut days = 0;
        for figure in figures {
            match figure.parse::<u8>() {
                Ok(day @ 1..=7) => days |= 1 << (day - 1),
                _ => return Err(HoursRefusal::Days),
            }
        }
        if days == 0 { Err(HoursRefusal::Days) } else { Ok(Self(days)) }
    }

    /// The figures of its days, in their order.
    pub fn figures(self) -> Vec<u8> {
        (1..=7).filter(|day| self.0 & (1 << (day - 1)) != 0).collect()
    }

    fn has(self, day: Weekday) -> bool {
        let place = day.to_monday_zero_offset();
        self.0 >> place & 1 == 1
    }
}

/// From a minute of the day up to, and without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    from: u16,
    to: u16,
}

/// The hours of a desk: days of the week and the spans of the day that hold on each of them.
///
/// Spans stand in the order of the day and do not overlap. Printed as `07:30–11:30, 13:30–17:00`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    days: Weekdays,
    spans: Vec<Span>,
}

/// Why hours cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HoursRefusal {
    /// No day, or one that there is not.
    #[error("no day of the week was chosen")]
    Days,
    /// Not hours.
    #[error("hours are written 7:30-11:30, 13:30-17:00, one after the other")]
    Times,
}

impl Refusal for HoursRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Days => "helpdesk.days",
            Self::Times => "helpdesk.hours",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Days => "days",
            Self::Times => "hours",
        };
        Some(field.to_owned())
    }
}

impl Hours {
    /// As people type it: `7h30 - 11h30; 13h30 - 17h`.
    ///
    /// ```
    /// use hoithi_rules::helpdesk::{Hours, Weekdays};
    /// let hours = Hours::parse(Weekdays::WORKING, "7h30 - 11h30; 13 giờ 30 – 17h").unwrap();
    /// assert_eq!(hours.times(), "07:30–11:30, 13:30–17:00");
    /// assert!(Hours::parse(Weekdays::WORKING, "17:00-8:00").is_err());
    /// ```
    pub fn parse(days: Weekdays, typed: &str) -> Result<Self, HoursRefusal> {
        let spans: Vec<Span> = typed.split([',', ';']).map(str::parse).collect::<Result<_, _>>()?;
        let in_order = spans.windows(2).all(|pair| pair[0].to <= pair[1].from);
        if in_order { Ok(Self { days, spans }) } else { Err(HoursRefusal::Times) }
    }

    /// On which days.
    pub fn days(&self) -> Weekdays {
        self.days
    }

    /// The spans of the day.
    pub fn times(&self) -> String {
        self.spans.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether the desk is open then, by Vietnam's time.
    pub fn open_at(&self, at: Timestamp) -> bool {
        let local = tz::offset(7).to_datetime(at);
        let time = local.time();
        let minute = u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
        self.days.has(local.date().weekday()) && self.spans.iter().any(|span| (span.from..span.to).contains(&minute))
    }

    /// When the desk opens again, by Vietnam's time, if it is shut then; on a day off it stays shut. None
    /// while it is open, and when it does not open within a month.
    pub fn opens_again(&self, at: Timestamp, is_off: impl Fn(Date) -> bool) -> Option<DateTime> {
        let local = tz::offset(7).to_datetime(at);
        let (today, time) = (local.date(), local.time());
        if self.open_at(at) && !is_off(today) {
            return None;
        }
        let days = (0..DAYS_AHEAD).filter_map(|ahead| today.checked_add(ahead.days()).ok());
        let open = days.filter(|day| self.days.has(day.weekday()) && !is_off(*day));
        let mut openings = open.flat_map(|day| self.spans.iter().filter_map(move |span| span.begins_on(day)));
        openings.find(|opens| opens.date() > today || opens.time() > time)
    }
}

impl Span {
    fn begins_on(self, day: Date) -> Option<DateTime> {
        let (hour, minute) = (i8::try_from(self.from / 60).ok()?, i8::try_from(self.from % 60).ok()?);
        Time::new(hour, minute, 0, 0).ok().map(|time| day.to_datetime(time))
    }
}

impl FromStr for Span {
    type Err = HoursRefusal;

    fn from_str(typed: &str) -> Result<Self, HoursRefusal> {
        let (from, to) = typed.split_once(['-', '–']).ok_or(HoursRefusal::Times)?;
        let (from, to) = (minute(from)?, minute(to)?);
        if from < to { Ok(Self { from, to }) } else { Err(HoursRefusal::Times) }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        write!(f, "{:02}:{:02}–{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

/// `7:30`, `7h30`, `7.30`, `7 giờ 30`, `17h`, `17`.
fn minute(typed: &str) -> Result<u16, HoursRefusal> {
    let plain: String = typed.replace("giờ", "h").chars().filter(|letter| !letter.is_whitespace()).collect();
    let (hour, minute) = plain.split_once([':', 'h', 'H', '.']).unwrap_or((&plain, ""));
    let number = |figures: &str| figures.parse::<u16>().map_err(|_| HoursRefusal::Times);
    let hour = number(hour)?;
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    let fits = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    if fits { Ok(hour * 60 + minute) } else { Err(HoursRefusal::Times) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn office() -> Hours {
        Hours::parse(Weekdays::WORKING, "7:30-11:30, 13:30-17:00").unwrap()
    }

    #[test]
    fn a_desk_is_open_in_its_spans_on_its_days() {
        let open = |at: &str| office().open_at(at.parse().unwrap());
        // A Monday.
        assert!(open("2021-03-15T07:30:00+07:00"));
        assert!(!open("2021-03-15T11:30:00+07:00"));
        assert!(open("2021-03-15T16:59:59+07:00"));
        assert!(!open("2021-03-15T17:00:00+07:00"));
        // The Sunday before it.
        assert!(!open("2021-03-14T09:00:00+07:00"));
    }

    #[test]
    fn a_desk_that_is_shut_says_when_it_opens_again() {
        let tet = |day: Date| day == jiff::civil::date(2021, 3, 16);
        let opens = |at: &str| office().opens_again(at.parse().unwrap(), tet).map(|when| when.to_string());
        assert_eq!(opens("2021-03-15T09:00:00+07:00"), None);
        let at = |when: &str| Some(when.to_owned());
        assert_eq!(opens("2021-03-15T06:00:00+07:00"), at("2021-03-15T07:30:00"));
        assert_eq!(opens("2021-03-15T12:00:00+07:00"), at("2021-03-15T13:30:00"));
        assert_eq!(opens("2021-03-15T17:00:00+07:00"), at("2021-03-17T07:30:00"), "the day between is off");
        assert_eq!(opens("2021-03-16T09:00:00+07:00"), at("2021-03-17T07:30:00"), "a day off is none of its hours");
        assert_eq!(opens("2021-03-19T18:00:00+07:00"), at("2021-03-22T07:30:00"), "over the weekend");
        assert_eq!(office().opens_again("2021-03-15T18:00:00+07:00".parse().unwrap(), |_| true), None);
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for typed in ["", "7:30", "7:30-7:30", "25:00-26:00", "8:60-9", "8-12, 11-17", "sáng-chiều"] {
            assert_eq!(Hours::parse(Weekdays::WORKING, typed), Err(HoursRefusal::Times), "{typed}");
        }
        assert_eq!(Weekdays::of(["8"]), Err(HoursRefusal::Days));
        assert_eq!(Weekdays::of([]), Err(HoursRefusal::Days));
    }

    proptest! {
        /// What is printed on the portal is what was meant: read again it is the same.
        #[test]
        fn printed_hours_are_read_back(cuts in proptest::collection::btree_set(0_u16..=1440, 2..9), days in 1_u8..128) {
            let cuts: Vec<u16> = cuts.into_iter().collect();
            let spans = cuts.chunks_exact(2).map(|pair| Span { from: pair[0], to: pair[1] }).collect();
            let hours = Hours { days: Weekdays(days), spans };
            prop_assert_eq!(Hours::parse(Weekdays(days), &hours.times()).unwrap(), hours);
            let figures: Vec<String> = Weekdays(days).figures().iter().map(ToString::to_string).collect();
            prop_assert_eq!(Weekdays::of(figures.iter().map(String::as_str)).unwrap(), Weekdays(days));
        }
    }
}
