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

    /// The middle of the values; of an even number, the mean of the two in the middle.
    pub fn median(values: &[Points]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        if sorted.len().is_multiple_of(2) {
            let pair = sorted.get(middle.checked_sub(1)?..=middle)?;
            Self::mean(pair.iter().copied().sum(), 2)
        } else {
            sorted.get(middle).copied().map(Self::from)
        }
    }

    /// Above the line, in hundredths of a point; lowest terms.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Below the line; always positive.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(hundredths: i64) -> Points {
        Points::from_hundredths(hundredths)
    }

    #[test]
    fn halves_are_rounded_up() {
        let third = Fraction::mean(points(25_000), 3).unwrap();
        assert_eq!(third.round(points(1)), points(8333));
        assert_eq!(third.round(Points::whole(1)), Points::whole(83));
        let half = Fraction::mean(points(16_701), 2).unwrap();
        assert_eq!(half.round(points(1)), points(8351));
        assert_eq!(Fraction::mean(points(8450), 1).unwrap().round(Points::whole(1)), Points::whole(85));
    }

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        let median = |values: &[i64]| Fraction::median(&values.iter().copied().map(points).collect::<Vec<_>>());
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3, 1, 2]), Some(points(2).into()));
        assert_eq!(median(&[4, 1, 3, 2]), Fraction::mean(points(5), 2));
    }

    proptest! {
        #[test]
        fn fractions_are_ordered_as_numbers_are(a in -10_000_i64..10_000, b in 1_usize..30, c in -10_000_i64..10_000, d in 1_usize..30) {
            let (left, right) = (Fraction::mean(points(a), b).unwrap(), Fraction::mean(points(c), d).unwrap());
            let cross = (a * i64::try_from(d).unwrap()).cmp(&(c * i64::try_from(b).unwrap()));
            prop_assert_eq!(left.cmp(&right), cross);
            prop_assert_eq!(left == right, cross.is_eq());
        }

        #[test]
        fn rounding_moves_at_most_half_a_unit(sum in 0_i64..1_000_000, count in 1_usize..30, unit in 1_i64..200) {
            let exact = Fraction::mean(points(sum), count).unwrap();
            let rounded = exact.round(points(unit)).hundredths();
            prop_assert_eq!(rounded % unit, 0);
            let count = i64::try_from(count).unwrap();
            prop_assert!((2 * (rounded * count - sum)).abs() <= unit * count);
        }
    }
}
