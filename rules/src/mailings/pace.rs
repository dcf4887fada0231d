//! How many mails of lists leave on one day, and in which of its hours.

use super::MailingRefusal;

/// How many mails of lists leave the house on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota(usize);

impl Quota {
    /// A day's most: beyond it a mail server takes the house for a nuisance.
    pub const MOST: usize = 10_000;

    /// What is usual.
    pub const USUAL: Self = Self(200);

    /// As somebody typed it.
    pub fn parse(text: &str) -> Result<Self, MailingRefusal> {
        let count = text.trim().parse().ok().filter(|count| (1..=Self::MOST).contains(count));
        count.map(Self).ok_or(MailingRefusal::Quota { most: Self::MOST })
    }

    /// The number.
    pub fn count(self) -> usize {
        self.0
    }

    /// How many more may leave today.
    pub fn left(self, left_today: usize) -> usize {
        self.0.saturating_sub(left_today)
    }

    /// On how many days so many leave.
    pub fn days(self, mails: usize) -> usize {
        mails.div_ceil(self.0.max(1))
    }
}

/// The hours of a day in which mails of lists leave: from one full hour up to another of the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    first: i8,
    end: i8,
}

impl Hours {
    /// What is usual: nobody's telephone rings at night.
    pub const USUAL: Self = Self { first: 7, end: 20 };

    /// As somebody typed them.
    pub fn parse(first: &str, end: &str) -> Result<Self, MailingRefusal> {
        let hour = |text: &str| text.trim().parse::<i8>().ok().filter(|hour| (0..=24).contains(hour));
        let hours = hour(first).zip(hour(end)).filter(|(first, end)| first < end);
        hours.map(|(first, end)| Self { first, end }).ok_or(MailingRefusal::Hours)
    }

    /// The first hour.
    pub fn first(self) -> i8 {
        self.first
    }

    /// The first hour after them.
    pub fn end(self) -> i8 {
        self.end
    }

    /// Whether mail leaves in that hour.
    pub fn cover(self, hour: i8) -> bool {
        (self.first..self.end).contains(&hour)
    }
}

/// How fast mail to lists leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// So many a day.
    pub quota: Quota,
    /// In these hours.
    pub hours: Hours,
}

impl Pace {
    /// What holds in a house that has chosen nothing.
    pub const USUAL: Self = Self { quota: Quota::USUAL, hours: Hours::USUAL };

    /// How many may leave in that hour, after so many on the same day.
    pub fn takes(self, hour: i8, left_today: usize) -> usize {
        if self.hours.cover(hour) { self.quota.left(left_today) } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_lie_within_one_day() {
        for (first, end) in [("20", "7"), ("8", "8"), ("", "20"), ("7", "25"), ("-1", "5"), ("bảy", "20")] {
            assert_eq!(Hours::parse(first, end), Err(MailingRefusal::Hours), "{first}–{end}");
        }
        let all_day = Hours::parse("0", "24").unwrap();
        assert!((0..24).all(|hour| all_day.cover(hour)));
    }

    proptest! {
        /// However many wait, no hour of the night and no day takes more than the house chose, and nobody
        /// waits for ever.
        #[test]
        fn every_day_keeps_the_pace(quota in 1_usize..500, mails in 0_usize..2_000, first in 0_i8..24, long in 1_i8..24) {
            let quota = Quota::parse(&quota.to_string()).unwrap();
            let end = first.saturating_add(long).min(24);
            let pace = Pace { quota, hours: Hours::parse(&first.to_string(), &end.to_string()).unwrap() };
            let (mut waiting, mut days) = (mails, 0);
            while waiting > 0 {
                let mut today = 0;
                for hour in 0..24 {
                    let leaves = pace.takes(hour, today).min(waiting);
                    prop_assert!(leaves == 0 || (first..end).contains(&hour));
                    waiting -= leaves;
                    today += leaves;
                }
                prop_assert!((1..=quota.count()).contains(&today));
                days += 1;
            }
            prop_assert_eq!(days, quota.days(mails));
        }
    }
}
