//! What of a piece of publicity is odd enough to be asked about. It is taken all the same when whoever
//! records it says that it is so.

use jiff::civil::Date;
use thiserror::Error;

use super::PublicityItem;
use crate::refusal::{Fact, Refusal};

/// More persons than these live in most provinces.
const MANY: u32 = 1_000_000;

/// One thing to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Doubt {
    /// It appeared before the contest was launched.
    #[error("{day} is before the launch on {launched}")]
    BeforeLaunch {
        /// The day given.
        day: Date,
        /// The day of the launch.
        launched: Date,
    },
    /// It reached more persons than live in a province.
    #[error("{reach} persons are more than live in most provinces")]
    ManyReached {
        /// The number given.
        reach: u32,
    },
    /// Nobody said that it is so.
    #[error("say that it is so, or correct it")]
    NotSaid,
}

impl Refusal for Doubt {
    fn code(&self) -> &'static str {
        match self {
            Self::BeforeLaunch { .. } => "campaign.publicity_before_launch",
            Self::ManyReached { .. } => "campaign.publicity_many_reached",
            Self::NotSaid => "campaign.publicity_not_said",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::BeforeLaunch { .. } => "on",
            Self::ManyReached { .. } => "reach",
            Self::NotSaid => "sure",
        };
        Some(field.into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::BeforeLaunch { day, launched } => {
                vec![("day", Fact::Day(*day)), ("launched", Fact::Day(*launched))]
            }
            Self::ManyReached { reach } => vec![("reach", Fact::count(*reach))],
            Self::NotSaid => Vec::new(),
        }
    }
}

/// Whether a piece may be recorded: it is plain, or somebody said that the odd things are so.
pub fn said_so(item: &PublicityItem, launched: Option<Date>, said: bool) -> Result<(), Vec<Doubt>> {
    let early = launched.filter(|launched| item.on < *launched);
    let early = early.map(|launched| Doubt::BeforeLaunch { day: item.on, launched });
    let many = item.reach.filter(|reach| *reach > MANY).map(|reach| Doubt::ManyReached { reach });
    let mut doubts: Vec<Doubt> = early.into_iter().chain(many).collect();
    if said || doubts.is_empty() {
        return Ok(());
    }
    doubts.push(Doubt::NotSaid);
    Err(doubts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::PublicityChannel;
    use jiff::civil::date;

    #[test]
    fn what_is_odd_is_asked_about_once_and_taken_when_it_is_so() {
        let launched = date(2020, 8, 19);
        let mut item = PublicityItem {
            channel: PublicityChannel::Meeting,
            on: launched,
            title: "Hội nghị".to_owned(),
            link: None,
            reach: Some(MANY),
        };
        assert_eq!(said_so(&item, Some(launched), false), Ok(()));
        item.on = date(2020, 8, 18);
        item.reach = Some(99_999_999);
        let doubts = said_so(&item, Some(launched), false).unwrap_err();
        let fields: Vec<_> = doubts.iter().filter_map(Refusal::field).collect();
        assert_eq!(fields, ["on", "reach", "sure"]);
        assert_eq!(said_so(&item, Some(launched), true), Ok(()));
        item.reach = None;
        assert_eq!(said_so(&item, None, false), Ok(()), "of a contest that is not launched nobody knows");
    }
}
