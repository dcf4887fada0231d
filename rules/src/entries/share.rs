//! An author's share of the work.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};

/// A share in hundredths of a percent, 0 to 100 %: a third is written `33,33`.
///
/// ```
/// use hoithi_rules::entries::Share;
/// let share: Share = "33,3 %".parse().unwrap();
/// assert_eq!((share.hundredths(), share.to_string()), (3330, "33,3%".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Share(u32);

/// Why something is not a share.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not a percentage from 0 to 100 with at most two decimals")]
pub struct ShareError {
    /// What was written.
    pub given: String,
}

impl Refusal for ShareError {
    fn code(&self) -> &'static str {
        "entries.share_not_a_percentage"
    }

    fn field(&self) -> Option<String> {
        Some("share".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl Share {
    /// Everything.
    pub const WHOLE: Self = Self(10_000);

    /// From hundredths of a percent, at most 10,000.
    pub fn from_hundredths(hundredths: u32) -> Result<Self, ShareError> {
        if hundredths > Self::WHOLE.0 {
            return Err(ShareError { given: Sum(u64::from(hundredths)).to_string() });
        }
        Ok(Self(hundredths))
    }

    /// In hundredths of a percent.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// What several shares come to, printed as a percentage; may exceed a whole.
    pub fn sum(shares: impl IntoIterator<Item = Self>) -> Sum {
        Sum(shares.into_iter().map(|share| u64::from(share.0)).sum())
    }
}

/// The sum of shares, in hundredths of a percent; unlike a share it may exceed a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sum(u64);

impl Sum {
    /// Whether it is exactly a hundred percent.
    pub const fn is_whole(self) -> bool {
        self.0 == Share::WHOLE.0 as u64
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}%"),
            (_, 0) => write!(f, "{whole},{}%", rest / 10),
            _ => write!(f, "{whole},{rest:02}%"),
        }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sum(u64::from(self.0)).fmt(f)
    }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let refused = || ShareError { given: text.to_owned() };
        let bare = text.trim().trim_end_matches('%').trim_end();
        let (whole, rest) = match bare.split_once([',', '.']) {
            Some((whole, rest)) if (1..=2).contains(&rest.len()) => (whole, rest),
            Some(_) => return Err(refused()),
            None => (bare, "0"),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || !digits(whole) || !digits(rest) {
            return Err(refused());
        }
        let hundredths: u32 = format!("{whole}{rest:0<2}").parse().map_err(|_| refused())?;
        Self::from_hundredths(hundredths).map_err(|_| refused())
    }
}

impl TryFrom<u32> for Share {
    type Error = ShareError;

    fn try_from(hundredths: u32) -> Result<Self, ShareError> {
        Self::from_hundredths(hundredths)
    }
}

impl From<Share> for u32 {
    fn from(share: Share) -> Self {
        share.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_authors_can_make_a_whole() {
        let shares = ["33,33", "33.33", "33,34%"].map(|text| text.parse::<Share>().unwrap());
        assert!(Share::sum(shares).is_whole());
        assert_eq!(Share::sum(shares[..2].iter().copied()).to_string(), "66,66%");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "%", "101", "100,01", "-1", "1,234", "1e1", "ba mươi"] {
            assert!(text.parse::<Share>().is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_share_is_read_as_it_is_printed(hundredths in 0_u32..=10_000) {
            let share = Share::from_hundredths(hundredths).unwrap();
            prop_assert_eq!(share.to_string().parse(), Ok(share));
        }

        #[test]
        fn a_whole_cut_anywhere_is_a_whole_and_one_hundredth_less_is_none(cut in 1_u32..10_000) {
            let two = [cut, 10_000 - cut].map(|part| Share::from_hundredths(part).unwrap());
            prop_assert!(Share::sum(two).is_whole());
            let short = [cut - 1, 10_000 - cut].map(|part| Share::from_hundredths(part).unwrap());
            prop_assert!(!Share::sum(short).is_whole());
        }
    }
}
