//! An award from proposal to decision.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Dong, TierCode};
use crate::correspondence::DocumentNumber;
use crate::day::day_in_vietnam;
use crate::ids::{AwardId, EntryId};
use crate::judging::Round;
use crate::refusal::{Fact, Refusal};

/// One prize for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// The entry.
    pub entry: EntryId,
    /// Which prize.
    pub tier: TierCode,
    /// What it is worth, where the money part says so.
    pub money: Option<Dong>,
    /// How far it is.
    pub state: AwardState,
}

/// How far an award is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AwardState {
    /// Proposed by the jury; known to nobody outside.
    Proposed {
        /// When.
        at: Timestamp,
    },
    /// Decided.
    Decided {
        /// The decision's number.
        decision: DocumentNumber,
        /// The day it bears.
        date: Date,
    },
}

/// Why an award is not decided.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AwardRefusal {
    /// The round it rests on is not opened.
    #[error("the round is not opened")]
    RoundNotOpened,
    /// It is decided already.
    #[error("it is decided already by {decision}")]
    AlreadyDecided {
        /// By which decision.
        decision: DocumentNumber,
    },
    /// The day has not come yet.
    #[error("{date} has not come yet")]
    DateInFuture {
        /// The day given.
        date: Date,
    },
    /// The decision would be older than what it rests on.
    #[error("{date} is before {earliest}")]
    DateTooEarly {
        /// The day given.
        date: Date,
        /// The day of the opening.
        earliest: Date,
    },
    /// Number and day are of different years.
    #[error("a number of {number_year} cannot bear {date}")]
    YearDiffers {
        /// The number's year.
        number_year: i16,
        /// The day given.
        date: Date,
    },
}

impl Refusal for AwardRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RoundNotOpened => "awards.round_not_opened",
            Self::AlreadyDecided { .. } => "awards.already_decided",
            Self::DateInFuture { .. } => "awards.date_in_future",
            Self::DateTooEarly { .. } => "awards.date_too_early",
            Self::YearDiffers { .. } => "awards.year_differs",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::DateInFuture { .. } | Self::DateTooEarly { .. } | Self::YearDiffers { .. } => Some("date".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyDecided { decision: number } => vec![("number", Fact::text(number))],
            Self::DateInFuture { date } => vec![("date", Fact::Day(*date))],
            Self::DateTooEarly { date, earliest } => {
                vec![("date", Fact::Day(*date)), ("earliest", Fact::Day(*earliest))]
            }
            Self::YearDiffers { number_year, date } => {
                vec![("number_year", Fact::text(number_year)), ("date", Fact::Day(*date))]
            }
            Self::RoundNotOpened => vec![],
        }
    }
}

impl Award {
    /// Records the decision that gives it; number and day are read off the signed paper.
    pub fn decide(
        self,
        decision: DocumentNumber,
        date: Date,
        round: &Round,
        today: Date,
    ) -> Result<Self, Vec<AwardRefusal>> {
        if let AwardState::Decided { decision, .. } = self.state {
            return Err(vec![AwardRefusal::AlreadyDecided { decision }]);
        }
        let Some(opened_at) = round.opened_at() else {
            return Err(vec![AwardRefusal::RoundNotOpened]);
        };
        let problems = date_problems(&decision, date, day_in_vietnam(opened_at), today);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { state: AwardState::Decided { decision, date }, ..self })
    }
}

fn date_problems(number: &DocumentNumber, date: Date, earliest: Date, today: Date) -> Vec<AwardRefusal> {
    let number_year = number.year();
    [
        (date > today).then_some(AwardRefusal::DateInFuture { date }),
        (date < earliest).then_some(AwardRefusal::DateTooEarly { date, earliest }),
        (number_year != date.year()).then_some(AwardRefusal::YearDiffers { number_year, date }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::judging::round::tests::{opened, sealed};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2021, 10, 1);

    fn number(text: &str) -> DocumentNumber {
        DocumentNumber::parse(text, 2021).unwrap()
    }

    pub(crate) fn proposed() -> Award {
        Award {
            id: AwardId::new(Uuid::from_u128(1)),
            entry: EntryId::new(Uuid::from_u128(2)),
            tier: TierCode("nhat".into()),
            money: Some(Dong::new(30_000_000)),
            state: AwardState::Proposed { at: Timestamp::UNIX_EPOCH },
        }
    }

    pub(crate) fn decided() -> Award {
        proposed().decide(number("90/QĐ-BTC"), date(2021, 9, 30), &opened(), TODAY).unwrap()
    }

    #[test]
    fn an_award_is_decided_once() {
        let again = decided().decide(number("91/QĐ-BTC"), TODAY, &opened(), TODAY).unwrap_err();
        assert_eq!(again[0].code(), "awards.already_decided");
    }

    #[test]
    fn nothing_is_decided_before_the_round_is_opened() {
        let early = proposed().decide(number("90/QĐ-BTC"), TODAY, &sealed(), TODAY);
        assert_eq!(early, Err(vec![AwardRefusal::RoundNotOpened]));
        let before = date(2021, 8, 24);
        let refused = proposed().decide(number("90/QĐ-BTC"), before, &opened(), TODAY);
        let earliest = date(2021, 8, 25);
        assert_eq!(refused, Err(vec![AwardRefusal::DateTooEarly { date: before, earliest }]));
    }

    #[test]
    fn a_decision_bears_a_day_that_can_be() {
        let refused = proposed().decide(number("95/QĐ-BTC"), date(2022, 1, 1), &opened(), TODAY).unwrap_err();
        let codes: Vec<_> = refused.iter().map(Refusal::code).collect();
        assert_eq!(codes, ["awards.date_in_future", "awards.year_differs"]);
    }
}
