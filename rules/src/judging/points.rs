//! Points as the jury writes them: whole hundredths, never a float.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};

/// Points in whole hundredths: `8,5` is 850.
///
/// Parsed from a decimal comma or point with at most two decimals; printed with a comma and no
/// trailing zeros, as the score sheets of the office do.
///
/// ```
/// use hoithi_rules::judging::Points;
/// assert_eq!("8,5".parse::<Points>().unwrap(), Points::from_hundredths(850));
/// assert_eq!(Points::from_hundredths(850).to_string(), "8,5");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(i64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// From whole hundredths.
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// From whole points.
    pub const fn whole(points: i64) -> Self {
        Self(points * 100)
    }

    /// As whole hundredths.
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

impl std::ops::Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, |sum, each| sum + each)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{sign}{whole}"),
            (_, 0) => write!(f, "{sign}{whole},{}", rest / 10),
            _ => write!(f, "{sign}{whole},{rest:02}"),
        }
    }
}

/// Why a text is not points.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not a number of points with at most two decimals")]
pub struct PointsError {
    /// What was written.
    pub given: String,
}

impl Refusal for PointsError {
    fn code(&self) -> &'static str {
        "judging.points_form"
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        let refused = || PointsError { given: text.to_owned() };
        let (whole, rest) = match text.trim().split_once([',', '.']) {
            Some((whole, rest)) if (1..=2).contains(&rest.len()) => (whole, rest),
            Some(_) => return Err(refused()),
            None => (text.trim(), "0"),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || !digits(whole) || !digits(rest) {
            return Err(refused());
        }
        let whole: i64 = whole.parse().map_err(|_| refused())?;
        let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| refused())?;
        Ok(Self(whole * 100 + rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_and_a_point_mean_the_same() {
        assert_eq!("8,5".parse(), Ok(Points::from_hundredths(850)));
        assert_eq!("8.50".parse(), Ok(Points::from_hundredths(850)));
        assert_eq!(" 40 ".parse(), Ok(Points::whole(40)));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", ",5", "8,", "8,555", "-1", "8,5,1", "1e3", "９", "9999999999"] {
            assert!(text.parse::<Points>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn points_print_as_the_office_writes_them() {
        let print = |hundredths| Points::from_hundredths(hundredths).to_string();
        assert_eq!([print(4000), print(850), print(805), print(5)], ["40", "8,5", "8,05", "0,05"]);
    }
}
