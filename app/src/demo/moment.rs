//! At which moment of the contest's life a demo stops.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use jiff::tz;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A moment of the contest's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// The letter is out; some units have confirmed it.
    Launched,
    /// Dossiers come in.
    Open,
    /// The intake is over.
    Closed,
    /// Every dossier is admitted or refused.
    Screened,
    /// The preliminary round is being marked.
    Judging,
    /// The final is sealed and waits for the two who open it.
    Sealed,
    /// The final is opened; two entries share a place that decides a prize.
    Opened,
    /// The jury has put them in order and prizes are proposed.
    Deliberated,
    /// The result is public and certificates are out.
    Announced,
}

/// Not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("must be launched, open, closed, screened, judging, sealed, opened, deliberated or announced")]
pub struct NoSuchMoment;

impl Moment {
    /// Every one, in the order of time.
    pub const ALL: [Self; 9] = [
        Self::Launched,
        Self::Open,
        Self::Closed,
        Self::Screened,
        Self::Judging,
        Self::Sealed,
        Self::Opened,
        Self::Deliberated,
        Self::Announced,
    ];

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Launched => "launched",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Screened => "screened",
            Self::Judging => "judging",
            Self::Sealed => "sealed",
            Self::Opened => "opened",
            Self::Deliberated => "deliberated",
            Self::Announced => "announced",
        }
    }

    /// Where the contest's clock stands then, as people read it in Vietnam.
    pub const fn clock(self) -> DateTime {
        match self {
            Self::Launched => date(2020, 8, 27).at(9, 0, 0, 0),
            Self::Open => date(2021, 3, 15).at(9, 0, 0, 0),
            Self::Closed => date(2021, 7, 5).at(8, 30, 0, 0),
            Self::Screened => date(2021, 7, 20).at(16, 0, 0, 0),
            Self::Judging => date(2021, 8, 3).at(9, 0, 0, 0),
            Self::Sealed => date(2021, 9, 9).at(16, 30, 0, 0),
            Self::Opened => date(2021, 9, 10).at(10, 0, 0, 0),
            Self::Deliberated => date(2021, 9, 24).at(10, 0, 0, 0),
            Self::Announced => date(2021, 10, 18).at(9, 0, 0, 0),
        }
    }

    /// The same as an instant.
    pub fn instant(self) -> Timestamp {
        in_vietnam(self.clock())
    }
}

/// What the clock on a wall in Vietnam shows, as an instant.
pub(super) fn in_vietnam(at: DateTime) -> Timestamp {
    tz::offset(7).to_timestamp(at).unwrap_or(Timestamp::UNIX_EPOCH)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Moment {
    type Err = NoSuchMoment;

    fn from_str(word: &str) -> Result<Self, NoSuchMoment> {
        Self::ALL.into_iter().find(|moment| moment.word() == word).ok_or(NoSuchMoment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_follow_one_another_and_are_found_by_their_word() {
        assert!(Moment::ALL.windows(2).all(|pair| pair[0].instant() < pair[1].instant()));
        for moment in Moment::ALL {
            assert_eq!(moment.word().parse(), Ok(moment));
        }
        assert_eq!("finished".parse::<Moment>(), Err(NoSuchMoment));
    }
}
