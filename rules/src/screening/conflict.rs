//! Who may not decide on an entry, although the office gave them the work.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::ids::{AccountId, UnitId};
use crate::refusal::Refusal;

/// Why somebody else decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScreenerConflict {
    /// It is their own.
    #[error("the screener is an author of the entry")]
    IsAuthor,
    /// It comes from where they work, or from a unit they answer for.
    #[error("the entry comes from the screener's unit")]
    SameUnit,
    /// They said so: kin, a friend, a common work.
    #[error("the screener declared that somebody else has to decide")]
    Declared,
}

impl Refusal for ScreenerConflict {
    fn code(&self) -> &'static str {
        match self {
            Self::IsAuthor => "screening.conflict_is_author",
            Self::SameUnit => "screening.conflict_same_unit",
            Self::Declared => "screening.conflict_declared",
        }
    }

    fn field(&self) -> Option<String> {
        Some("decision".to_owned())
    }
}

/// Whom and which units somebody, or an entry, is tied to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Accounts.
    pub accounts: BTreeSet<AccountId>,
    /// Units.
    pub units: BTreeSet<UnitId>,
}

/// What keeps a screener from deciding. `host` is the unit whose own contest it is: everybody there is
/// of that unit, so it ties nobody.
pub fn screener_conflict(
    screener: &Ties,
    entry: &Ties,
    host: Option<UnitId>,
    declared: bool,
) -> Option<ScreenerConflict> {
    if !screener.accounts.is_disjoint(&entry.accounts) {
        Some(ScreenerConflict::IsAuthor)
    } else if screener.units.intersection(&entry.units).any(|unit| Some(*unit) != host) {
        Some(ScreenerConflict::SameUnit)
    } else {
        declared.then_some(ScreenerConflict::Declared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn ties(account: u128, units: &[u128]) -> Ties {
        Ties {
            accounts: BTreeSet::from([AccountId::new(Uuid::from_u128(account))]),
            units: units.iter().map(|unit| UnitId::new(Uuid::from_u128(*unit))).collect(),
        }
    }

    #[test]
    fn nobody_decides_on_their_own_or_on_their_unit_s() {
        let screener = ties(1, &[10, 11]);
        let of = |entry, declared| screener_conflict(&screener, &entry, None, declared);
        assert_eq!(of(ties(1, &[10]), true), Some(ScreenerConflict::IsAuthor), "the plainest first");
        assert_eq!(of(ties(2, &[11, 12]), false), Some(ScreenerConflict::SameUnit));
        assert_eq!(of(ties(2, &[12]), true), Some(ScreenerConflict::Declared));
        assert_eq!(of(ties(2, &[12]), false), None);
    }

    #[test]
    fn in_a_unit_s_own_contest_that_unit_ties_nobody() {
        let host = Some(UnitId::new(Uuid::from_u128(10)));
        let screener = ties(1, &[10, 11]);
        assert_eq!(screener_conflict(&screener, &ties(2, &[10]), host, false), None);
        let other = screener_conflict(&screener, &ties(2, &[10, 11]), host, false);
        assert_eq!(other, Some(ScreenerConflict::SameUnit));
    }
}
