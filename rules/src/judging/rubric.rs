//! The criteria of a round: what a judge marks, how far, in which steps.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Points;

/// The short name of a criterion in the rule book, unique in its rubric: `tinh-moi`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CriterionCode(pub String);

impl fmt::Display for CriterionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One criterion of a rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its short name.
    pub code: CriterionCode,
    /// Its name in the words of the *Thể lệ*.
    pub name: String,
    /// What the judge should look at, one or two sentences; may be empty.
    pub guidance: String,
    /// The most a judge may give.
    pub max: Points,
    /// A mark is a whole multiple of this.
    pub step: Points,
    /// Less than this in the tally bars the entry from any prize.
    pub minimum: Option<Points>,
    /// How the judge arrives at the number.
    pub scale: Scale,
    /// Zero from a majority of the sheets ends the entry (novelty, in Sơn La's form).
    pub zero_ends_entry: bool,
}

/// How a mark is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// Any number from zero to the maximum.
    Plain,
    /// Exactly one band, then a number inside it; the bands cover zero to the maximum in steps.
    Bands(Vec<Band>),
}

/// A band of a criterion, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its name: "Cải tiến khá".
    pub name: String,
    /// The lowest mark in it.
    pub from: Points,
    /// The highest mark in it.
    pub to: Points,
}

/// What a sheet asks, as frozen when the round opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// In the order of the sheet; codes are unique; never empty.
    pub criteria: Vec<Criterion>,
}

impl Rubric {
    /// The criterion of that name.
    pub fn criterion(&self, code: &CriterionCode) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.code == *code)
    }

    /// The most a whole sheet can reach.
    pub fn max(&self) -> Points {
        self.criteria.iter().map(|criterion| criterion.max).sum()
    }
}
