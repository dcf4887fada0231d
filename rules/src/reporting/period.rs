//! Periods of reporting: what fell due in a closed one is changed no more.
//!
//! Late reports are taken and marked late until the officer closes the period. A period begins where
//! the one before it ended, so that every day is in one period at most.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::day::day_in_vietnam;
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// A period that was closed at least once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The last day of the period before; none for the first.
    pub after: Option<Date>,
    /// Its last day.
    pub last: Date,
    /// Whether it is closed.
    pub state: PeriodState,
}

/// Whether a period is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodState {
    /// Nothing of it is changed.
    Closed {
        /// When.
        at: Timestamp,
    },
    /// It was closed, and is open for changes again.
    Reopened {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

/// Why a step of a period, or of a report in it, is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PeriodRefusal {
    /// The report fell due in a closed period.
    #[error("the period until {last} is closed")]
    Closed {
        /// Its last day.
        last: Date,
    },
    /// The period's last day has not passed.
    #[error("{last} has not passed")]
    NotOver {
        /// The day given.
        last: Date,
    },
    /// A period ends after the one before it.
    #[error("a period until {before} is there already")]
    NotLater {
        /// The last day of the latest period.
        before: Date,
    },
    /// Only a closed period is opened again.
    #[error("the period is open")]
    Open,
    /// No reason.
    #[error("the reason is missing")]
    ReasonMissing,
}

impl Refusal for PeriodRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed { .. } => "reporting.period_closed",
            Self::NotOver { .. } => "reporting.period_not_over",
            Self::NotLater { .. } => "reporting.period_not_later",
            Self::Open => "reporting.period_open",
            Self::ReasonMissing => "reporting.reason_missing",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::NotOver { .. } | Self::NotLater { .. } => Some("last".into()),
            Self::ReasonMissing => Some("reason".into()),
            Self::Closed { .. } | Self::Open => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Closed { last } | Self::NotOver { last } => vec![("day", Fact::Day(*last))],
            Self::NotLater { before } => vec![("day", Fact::Day(*before))],
            Self::Open | Self::ReasonMissing => Vec::new(),
        }
    }
}

impl Period {
    /// Closes what fell due since the latest of these periods until that day, which has passed: nobody
    /// is shut out before their day is over.
    pub fn close(periods: &[Self], last: Date, at: Timestamp) -> Result<Self, PeriodRefusal> {
        if last >= day_in_vietnam(at) {
            return Err(PeriodRefusal::NotOver { last });
        }
        let after = periods.iter().map(|period| period.last).max();
        match after {
            Some(before) if before >= last => Err(PeriodRefusal::NotLater { before }),
            _ => Ok(Self { after, last, state: PeriodState::Closed { at } }),
        }
    }

    /// Opens it for changes again.
    pub fn reopen(self, reason: &str, at: Timestamp) -> Result<Self, PeriodRefusal> {
        let reason = paragraphs(reason);
        match self.state {
            PeriodState::Reopened { .. } => Err(PeriodRefusal::Open),
            PeriodState::Closed { .. } if reason.is_empty() => Err(PeriodRefusal::ReasonMissing),
            PeriodState::Closed { .. } => Ok(Self { state: PeriodState::Reopened { at, reason }, ..self }),
        }
    }

    /// Closes it again after it was opened.
    pub fn close_again(self, at: Timestamp) -> Result<Self, PeriodRefusal> {
        match self.state {
            PeriodState::Closed { .. } => Err(PeriodRefusal::Closed { last: self.last }),
            PeriodState::Reopened { .. } => Ok(Self { state: PeriodState::Closed { at }, ..self }),
        }
    }

    /// Whether it is closed now.
    pub const fn is_closed(&self) -> bool {
        matches!(self.state, PeriodState::Closed { .. })
    }

    /// Whether a report of that day is one of this period.
    pub fn holds(&self, due: Date) -> bool {
        self.after.is_none_or(|after| after < due) && due <= self.last
    }

    /// Refuses a change of a report of that day where its period is closed.
    pub fn may_change(periods: &[Self], due: Date) -> Result<(), PeriodRefusal> {
        match periods.iter().find(|period| period.is_closed() && period.holds(due)) {
            Some(period) => Err(PeriodRefusal::Closed { last: period.last }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_closed_after_its_day_and_opened_again_with_a_reason() {
        let now = at("2021-07-16T02:00:00Z");
        let today = date(2021, 7, 16);
        assert_eq!(Period::close(&[], today, now), Err(PeriodRefusal::NotOver { last: today }));
        let last = date(2021, 7, 15);
        let closed = Period::close(&[], last, now).unwrap();
        let all = std::slice::from_ref(&closed);
        assert_eq!(Period::may_change(all, last), Err(PeriodRefusal::Closed { last }));
        assert_eq!(Period::may_change(all, today), Ok(()), "what falls due later is of the next period");
        assert_eq!(Period::close(all, last, now), Err(PeriodRefusal::NotLater { before: last }));
        assert_eq!(closed.clone().close_again(now), Err(PeriodRefusal::Closed { last }));
        assert_eq!(closed.clone().reopen(" ", now), Err(PeriodRefusal::ReasonMissing));
        let open = closed.reopen("Một đơn vị gửi nhầm biểu.", now).unwrap();
        assert_eq!(Period::may_change(std::slice::from_ref(&open), last), Ok(()));
        assert_eq!(open.clone().reopen("Nữa", now), Err(PeriodRefusal::Open));
        assert!(open.close_again(now).unwrap().is_closed());
    }

    proptest! {
        #[test]
        fn every_day_is_in_one_period_at_most_and_opening_one_opens_no_other(
            days in proptest::collection::vec(0_i32..200, 1..12), opened in 0_usize..12, due in 0_i32..200,
        ) {
            let now = at("2022-01-01T00:00:00Z");
            let day = |days: i32| date(2021, 1, 1).saturating_add(jiff::Span::new().days(days));
            let mut periods: Vec<Period> = Vec::new();
            for last in days {
                periods.extend(Period::close(&periods, day(last), now));
            }
            let due = day(due);
            let holding: Vec<_> = (0..periods.len()).filter(|&place| periods[place].holds(due)).collect();
            prop_assert!(holding.len() <= 1);
            prop_assert_eq!(Period::may_change(&periods, due).is_err(), holding.len() == 1);
            let opened = opened % periods.len();
            periods[opened] = periods[opened].clone().reopen("Sai", now).unwrap();
            prop_assert_eq!(Period::may_change(&periods, due).is_err(), holding.len() == 1 && holding[0] != opened);
        }
    }
}
