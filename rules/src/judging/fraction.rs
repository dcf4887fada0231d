//! Exact fractions for everything between the sheets and the rounded result.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::Points;

/// An exact fraction of hundredths of a point, lowest terms, positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// `sum / count`; a count of zero gives nothing to divide.
    pub fn mean(sum: Points, count: usize) -> Option<Self> {
        let count = i128::try_from(count).ok()?;
        (count > 0).then(|| Self::reduced(i128::from(sum.hundredths()), count))
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        }
    }

    /// Rounded half up to a whole number of `unit`s (the rule book says which).
    pub fn round(self, unit: Points) -> Points {
        let unit = i128::from(unit.hundredths().max(1));
        let scaled = self.numerator * 2 + self.denominator * unit;
        let units = scaled.div_euclid(self.denominator * 2 * unit);
        Points::from_hundredths(i64::try_from(units * unit).unwrap_or(i64::MAX))
    }
}

impl From<Points> for Fraction {
    fn from(points: Points) -> Self {
        Self::reduced(i128::from(points.hundredths()), 1)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
