//! The personal link by which a unit without an account answers: how long it opens the letter.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// Days that a link goes on after the last thing that its letter asks: late answers are taken.
const DAYS_AFTER: i64 = 60;

/// The fewest days, where the letter asks nothing by a day.
const DAYS_AT_LEAST: i64 = 120;

/// The last day on which a link that is made today opens its letter.
///
/// ```
/// use hoithi_rules::campaign::last_day_of_link;
/// use jiff::civil::date;
/// let made = date(2020, 8, 19);
/// assert_eq!(last_day_of_link(made, Some(date(2021, 7, 15))), date(2021, 9, 13));
/// assert_eq!(last_day_of_link(made, None), date(2020, 12, 17));
/// ```
pub fn last_day_of_link(made: Date, last_due: Option<Date>) -> Date {
    let at_least = made.saturating_add(DAYS_AT_LEAST.days());
    last_due.map_or(at_least, |due| at_least.max(due.saturating_add(DAYS_AFTER.days())))
}

/// The times of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkTimes {
    /// The last day on which it opens.
    pub last_day: Date,
    /// When an officer took it back.
    pub revoked_at: Option<Timestamp>,
}

/// Why a link opens nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkEnded {
    /// An officer took it back, or made another in its place.
    Revoked,
    /// Its last day is over.
    Expired,
}

impl LinkTimes {
    /// Whether it opens its letter on that day.
    pub fn opens_on(&self, today: Date) -> Result<(), LinkEnded> {
        match self.revoked_at {
            Some(_) => Err(LinkEnded::Revoked),
            None if today > self.last_day => Err(LinkEnded::Expired),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn days() -> impl Strategy<Value = Date> {
        (2000_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        #[test]
        fn a_link_opens_until_all_that_is_asked_was_due(made in days(), due in proptest::option::of(days())) {
            let last_day = last_day_of_link(made, due);
            let times = LinkTimes { last_day, revoked_at: None };
            prop_assert!(times.opens_on(made).is_ok());
            prop_assert!(due.is_none_or(|due| times.opens_on(due.max(made)).is_ok()));
            prop_assert_eq!(times.opens_on(last_day.saturating_add(1.day())), Err(LinkEnded::Expired));
        }

        #[test]
        fn what_was_taken_back_opens_on_no_day(today in days(), last_day in days()) {
            let times = LinkTimes { last_day, revoked_at: Some(Timestamp::UNIX_EPOCH) };
            prop_assert_eq!(times.opens_on(today), Err(LinkEnded::Revoked));
        }
    }
}
