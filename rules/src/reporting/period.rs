//! Periods of reporting: they have names, and what fell due in a closed one is changed no more.
//!
//! Late reports are taken and marked late until the officer closes the period. A period begins where
//! the one before it ended, so that every day is in one period at most; one that is named later with an
//! earlier day takes the beginning of the one after it, unless that is closed.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::day::day_in_vietnam;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, paragraphs};

/// A period of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// What it is called: *Quý I*, *6 tháng đầu năm*.
    pub name: String,
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
    /// It was never closed.
    Open,
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
    /// No two periods end on one day.
    #[error("a period until {last} is there already")]
    DayTaken {
        /// The day given.
        last: Date,
    },
    /// Only a closed period is opened again.
    #[error("the period is open")]
    Open,
    /// Only the last period is taken away, and only before it was ever closed.
    #[error("the period stays")]
    Stays,
    /// It has no name.
    #[error("the period has no name")]
    NameMissing,
    /// Nobody reads such a name in a list.
    #[error("the name has more than {max} letters")]
    NameTooLong {
        /// Letters allowed.
        max: usize,
    },
    /// Another period is called so.
    #[error("another period is called {name}")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// No reason.
    #[error("the reason is missing")]
    ReasonMissing,
}

impl Refusal for PeriodRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed { .. } => "reporting.period_closed",
            Self::NotOver { .. } => "reporting.period_not_over",
            Self::DayTaken { .. } => "reporting.period_day_taken",
            Self::Open => "reporting.period_open",
            Self::ReasonMissing => "reporting.reason_missing",
            Self::Stays => "reporting.period_stays",
            Self::NameMissing => "reporting.period_name_missing",
            Self::NameTooLong { .. } => "reporting.period_name_too_long",
            Self::NameTaken { .. } => "reporting.period_name_taken",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::DayTaken { .. } => Some("last".into()),
            Self::NameMissing | Self::NameTooLong { .. } | Self::NameTaken { .. } => Some("name".into()),
            Self::ReasonMissing => Some("reason".into()),
            Self::Closed { .. } | Self::NotOver { .. } | Self::Open | Self::Stays => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Closed { last } | Self::NotOver { last } | Self::DayTaken { last } => vec![("day", Fact::Day(*last))],
            Self::NameTooLong { max } => vec![("max", Fact::count(*max))],
            Self::NameTaken { name } => vec![("name", Fact::text(name))],
            Self::Open | Self::Stays | Self::NameMissing | Self::ReasonMissing => Vec::new(),
        }
    }
}

impl Period {
    /// The longest name, in letters.
    pub const MAX_NAME: usize = 80;

    /// Begins a period after the latest of these that ends before it: it holds what falls due until that day.
    /// Out of a closed period nothing is taken.
    pub fn begin(periods: &[Self], name: &str, last: Date) -> Result<Self, PeriodRefusal> {
        let name = one_line(name);
        let after = periods.iter().map(|period| period.last).filter(|before| *before < last).max();
        match Self::holding(periods, last) {
            _ if name.is_empty() => Err(PeriodRefusal::NameMissing),
            _ if length(&name) > Self::MAX_NAME => Err(PeriodRefusal::NameTooLong { max: Self::MAX_NAME }),
            _ if periods.iter().any(|period| period.name == name) => Err(PeriodRefusal::NameTaken { name }),
            Some(there) if there.last == last => Err(PeriodRefusal::DayTaken { last }),
            Some(there) if there.is_closed() => Err(PeriodRefusal::Closed { last: there.last }),
            _ => Ok(Self { name, after, last, state: PeriodState::Open }),
        }
    }

    /// Of these the one that holds what falls due on that day.
    pub fn holding(periods: &[Self], due: Date) -> Option<&Self> {
        periods.iter().find(|period| period.holds(due))
    }

    /// Closes it, once its last day has passed: nobody is shut out before their day is over.
    pub fn close(self, at: Timestamp) -> Result<Self, PeriodRefusal> {
        match self.state {
            PeriodState::Closed { .. } => Err(PeriodRefusal::Closed { last: self.last }),
            _ if self.last >= day_in_vietnam(at) => Err(PeriodRefusal::NotOver { last: self.last }),
            PeriodState::Open | PeriodState::Reopened { .. } => Ok(Self { state: PeriodState::Closed { at }, ..self }),
        }
    }

    /// Whether it may be taken away: a slip is put right as long as nothing stands on it.
    pub fn may_go(&self, periods: &[Self]) -> Result<(), PeriodRefusal> {
        let is_last = periods.iter().all(|period| period.last <= self.last);
        if is_last && self.state == PeriodState::Open { Ok(()) } else { Err(PeriodRefusal::Stays) }
    }

    /// Opens it for changes again.
    pub fn reopen(self, reason: &str, at: Timestamp) -> Result<Self, PeriodRefusal> {
        let reason = paragraphs(reason);
        match self.state {
            PeriodState::Open | PeriodState::Reopened { .. } => Err(PeriodRefusal::Open),
            PeriodState::Closed { .. } if reason.is_empty() => Err(PeriodRefusal::ReasonMissing),
            PeriodState::Closed { .. } => Ok(Self { state: PeriodState::Reopened { at, reason }, ..self }),
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
        match Self::holding(periods, due) {
            Some(period) if period.is_closed() => Err(PeriodRefusal::Closed { last: period.last }),
            _ => Ok(()),
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
        let open = Period::begin(&[], " Quý  II ", today).unwrap();
        assert_eq!(open.name, "Quý II");
        assert_eq!(open.close(now), Err(PeriodRefusal::NotOver { last: today }));
        let last = date(2021, 7, 15);
        let closed = Period::begin(&[], "Quý II", last).unwrap().close(now).unwrap();
        let all = std::slice::from_ref(&closed);
        assert_eq!(Period::may_change(all, last), Err(PeriodRefusal::Closed { last }));
        assert_eq!(Period::may_change(all, today), Ok(()), "what falls due later is of the next period");
        assert_eq!(Period::begin(all, "Quý III", last), Err(PeriodRefusal::DayTaken { last }));
        let first = date(2021, 3, 31);
        assert_eq!(
            Period::begin(all, "Quý I", first),
            Err(PeriodRefusal::Closed { last }),
            "nothing leaves a closed one"
        );
        assert_eq!(closed.clone().close(now), Err(PeriodRefusal::Closed { last }));
        assert_eq!(closed.clone().reopen(" ", now), Err(PeriodRefusal::ReasonMissing));
        let open = closed.reopen("Một đơn vị gửi nhầm biểu.", now).unwrap();
        assert_eq!(Period::may_change(std::slice::from_ref(&open), last), Ok(()));
        assert_eq!(open.clone().reopen("Nữa", now), Err(PeriodRefusal::Open));
        assert!(open.close(now).unwrap().is_closed());
    }

    #[test]
    fn a_period_has_a_name_of_its_own_and_a_slip_is_taken_away() {
        let first = Period::begin(&[], "Quý I", date(2021, 3, 31)).unwrap();
        let all = std::slice::from_ref(&first);
        assert_eq!(Period::begin(all, " ", date(2021, 6, 30)), Err(PeriodRefusal::NameMissing));
        let long = "Q".repeat(Period::MAX_NAME + 1);
        let too_long = Err(PeriodRefusal::NameTooLong { max: Period::MAX_NAME });
        assert_eq!(Period::begin(all, &long, date(2021, 6, 30)), too_long);
        let taken = Err(PeriodRefusal::NameTaken { name: "Quý I".to_owned() });
        assert_eq!(Period::begin(all, "Quý I", date(2021, 6, 30)), taken);
        let second = Period::begin(all, "Quý II", date(2031, 6, 30)).unwrap();
        let both = [first.clone(), second.clone()];
        assert_eq!((second.may_go(&both), first.may_go(&both)), (Ok(()), Err(PeriodRefusal::Stays)));
        let closed = first.close(at("2021-07-16T02:00:00Z")).unwrap();
        assert_eq!(closed.may_go(std::slice::from_ref(&closed)), Err(PeriodRefusal::Stays));
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
                let Ok(begun) = Period::begin(&periods, &format!("Kỳ {last}"), day(last)) else { continue };
                let next = periods.iter().position(|period| period.holds(begun.last));
                if let Some(next) = next {
                    periods[next].after = Some(begun.last);
                }
                periods.push(begun);
            }
            let mut ends: Vec<_> = periods.iter().map(|period| period.last).collect();
            ends.sort_unstable();
            let held_by = ends.into_iter().find(|last| *last >= day(due));
            prop_assert_eq!(Period::holding(&periods, day(due)).map(|period| period.last), held_by);
            let mut periods: Vec<_> = periods.into_iter().map(|period| period.close(now).unwrap()).collect();
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
