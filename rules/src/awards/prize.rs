//! What prizes there are: tiers, ceilings, thresholds, money.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::judging::Points;

/// The short name of a tier in the rule book: `nhat`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TierCode(pub String);

impl fmt::Display for TierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The prizes of an edition (*cơ cấu giải thưởng*).
///
/// Serves the article on prizes. A ceiling is never a quota to fill: the national contest left
/// places empty when entries were not good enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrizeStructure {
    /// Whether ceilings count over all entries or in each category.
    pub scope: PrizeScope,
    /// From the highest tier to the lowest; never empty, codes unique, thresholds not rising.
    pub tiers: Vec<PrizeTier>,
}

impl PrizeStructure {
    /// The tier of that name.
    pub fn tier(&self, code: &TierCode) -> Option<&PrizeTier> {
        self.tiers.iter().find(|tier| tier.code == *code)
    }
}

/// Where the ceilings of a prize structure count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PrizeScope {
    /// Over all entries of the edition.
    Overall,
    /// In each category by itself.
    PerCategory,
}

/// One tier: Nhất, Nhì, Ba, Khuyến khích.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrizeTier {
    /// Its short name.
    pub code: TierCode,
    /// Its name in the words of the *Thể lệ*: "Giải Nhất".
    pub name: String,
    /// At most this many prizes; at least one.
    pub ceiling: usize,
    /// The least rounded result that may receive it.
    pub threshold: Option<Points>,
}

/// What each tier is worth; a part of the rule book of its own, because another body decides it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PrizeMoney(pub BTreeMap<TierCode, Dong>);

impl PrizeMoney {
    /// What a prize of this tier is worth, once the money part says so.
    pub fn of(&self, tier: &TierCode) -> Option<Dong> {
        self.0.get(tier).copied()
    }
}

/// Money in whole đồng; printed with a point between thousands: `30.000.000`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dong(u64);

impl Dong {
    /// An amount of whole đồng.
    pub const fn new(amount: u64) -> Self {
        Self(amount)
    }

    /// The amount in whole đồng.
    pub const fn amount(self) -> u64 {
        self.0
    }
}

impl std::iter::Sum for Dong {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, each| sum.saturating_add(each.0)))
    }
}

impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}
