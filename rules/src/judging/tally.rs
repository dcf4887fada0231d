//! How the sheets of one entry become its result.

use serde::{Deserialize, Serialize};

use super::Points;

/// How sheets are brought together. Only what the program carries out has a name here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregate {
    /// The mean of the sheets' totals.
    Mean,
    /// The sum of the sheets' totals.
    Sum,
    /// The median of the sheets' totals; of an even number, the mean of the two in the middle.
    Median,
}

/// Leaves out the highest and the lowest sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trim {
    /// Only from this many sheets on; at least three.
    pub from_sheets: usize,
}

/// Where the exact result is rounded, half up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    /// The result is a whole number of these: `0,01` for two decimals.
    pub unit: Points,
}

/// From sheets to result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyRule {
    /// Mean, sum or median.
    pub aggregate: Aggregate,
    /// Whether the outermost sheets are left out.
    pub trim: Option<Trim>,
    /// Where to round.
    pub rounding: Rounding,
}
