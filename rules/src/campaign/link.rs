//! The personal link by which a unit without an account answers: how long it opens the letter.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

use crate::code;
use crate::refusal::Refusal;

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

/// The word of a link that stands on paper or is read out: fifteen random letters of five bits and one
/// that checks them. It is typed in any case; spaces and hyphens do not count.
///
/// ```
/// use hoithi_rules::campaign::SlipCode;
/// let code = SlipCode::from_random([7; 10]);
/// let typed = code.to_string().to_lowercase().replace('-', " ");
/// assert_eq!(typed.parse::<SlipCode>(), Ok(code));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipCode(String);

/// So many letters are random.
const DRAWN: usize = 15;

impl SlipCode {
    /// A code from random bytes, which the act draws.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        let drawn = code::write(&bytes, DRAWN);
        let check = code::check_letter(&drawn);
        Self(format!("{drawn}{check}"))
    }

    /// Its letters without hyphens, as they stand in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&code::grouped(&self.0, 4))
    }
}

impl FromStr for SlipCode {
    type Err = SlipCodeError;

    fn from_str(text: &str) -> Result<Self, SlipCodeError> {
        let read = code::read(text, DRAWN + 1).ok_or(SlipCodeError)?;
        let checks = read.get(..DRAWN).is_some_and(|drawn| read.ends_with(code::check_letter(drawn)));
        if checks { Ok(Self(read)) } else { Err(SlipCodeError) }
    }
}

/// What was typed is no such code, or one with a slip of the finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no code of a slip")]
pub struct SlipCodeError;

impl Refusal for SlipCodeError {
    fn code(&self) -> &'static str {
        "campaign.slip_code"
    }

    fn field(&self) -> Option<String> {
        Some("code".to_owned())
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
        fn a_code_is_read_as_people_type_it(bytes: [u8; 10]) {
            let code = SlipCode::from_random(bytes);
            prop_assert_eq!(code.to_string().len(), 19);
            prop_assert_eq!(code.to_string().to_lowercase().parse::<SlipCode>(), Ok(code.clone()));
            prop_assert_eq!(code.as_str()[1..].parse::<SlipCode>(), Err(SlipCodeError));
        }

        #[test]
        fn what_was_taken_back_opens_on_no_day(today in days(), last_day in days()) {
            let times = LinkTimes { last_day, revoked_at: Some(Timestamp::UNIX_EPOCH) };
            prop_assert_eq!(times.opens_on(today), Err(LinkEnded::Revoked));
        }
    }
}
