//! A unit's list of its people's entries: which places of its quota they take, and what its signed paper
//! must be.
//!
//! Serves the letters that ask units to choose: so many entries, in the unit's own order, behind which it
//! stands by a signature.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use jiff::civil::Date;
use thiserror::Error;

use crate::refusal::{Fact, Refusal};

/// Why a unit's list does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ListRefusal {
    /// More entries than the unit may send.
    #[error("{given} entries are on the list, {limit} may be")]
    QuotaFull {
        /// How many would be on it.
        given: usize,
        /// How many may be.
        limit: u32,
    },
    /// Every entry on the list is confirmed, or none is on it.
    #[error("nothing on the list waits to be confirmed")]
    NothingToConfirm,
    /// The signed list bears a day that has not come.
    #[error("the signed list bears {date}, which has not come yet")]
    FromFuture {
        /// The day it bears.
        date: Date,
    },
}

impl Refusal for ListRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::QuotaFull { .. } => "entries.unit_quota_full",
            Self::NothingToConfirm => "entries.nothing_to_confirm",
            Self::FromFuture { .. } => "entries.list_from_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::FromFuture { .. } => Some("signed_on".into()),
            Self::QuotaFull { .. } | Self::NothingToConfirm => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::QuotaFull { given, limit } => vec![("given", Fact::count(*given)), ("limit", Fact::count(*limit))],
            Self::NothingToConfirm => Vec::new(),
            Self::FromFuture { date } => vec![("date", Fact::Day(*date))],
        }
    }
}

/// The places of the quota that so many more entries take, the lowest free ones first.
pub fn free_slots(taken: &BTreeSet<u32>, wanted: usize, limit: Option<NonZeroU32>) -> Result<Vec<u32>, ListRefusal> {
    let given = taken.len() + wanted;
    match limit.map(NonZeroU32::get) {
        Some(limit) if u32::try_from(given).map_or(true, |given| given > limit) => {
            Err(ListRefusal::QuotaFull { given, limit })
        }
        _ => Ok((1..).filter(|slot| !taken.contains(slot)).take(wanted).collect()),
    }
}

/// Whether a list signed on that day confirms what waits on it.
pub fn check_signed_list(waiting: usize, signed_on: Date, today: Date) -> Result<(), Vec<ListRefusal>> {
    let problems: Vec<ListRefusal> = [
        (waiting == 0).then_some(ListRefusal::NothingToConfirm),
        (signed_on > today).then_some(ListRefusal::FromFuture { date: signed_on }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_place_is_taken_twice_and_none_lies_beyond_the_quota(
            taken in proptest::collection::btree_set(1_u32..20, 0..20),
            wanted in 0_usize..25,
            limit in proptest::option::of(20_u32..40),
        ) {
            match free_slots(&taken, wanted, limit.and_then(NonZeroU32::new)) {
                Ok(slots) => {
                    let all: BTreeSet<u32> = slots.iter().copied().chain(taken.iter().copied()).collect();
                    prop_assert_eq!(slots.len(), wanted);
                    prop_assert_eq!(all.len(), taken.len() + wanted);
                    prop_assert!(limit.is_none_or(|limit| all.iter().all(|slot| (1..=limit).contains(slot))));
                }
                Err(refused) => {
                    prop_assert!(limit.is_some_and(|limit| u32::try_from(taken.len() + wanted).unwrap() > limit), "{refused}");
                }
            }
        }
    }

    #[test]
    fn the_sixteenth_of_fifteen_is_refused_and_told() {
        let taken: BTreeSet<u32> = (1..=14).collect();
        let fifteen = NonZeroU32::new(15);
        assert_eq!(free_slots(&taken, 1, fifteen), Ok(vec![15]));
        let full = free_slots(&taken, 2, fifteen).unwrap_err();
        assert_eq!(full, ListRefusal::QuotaFull { given: 16, limit: 15 });
        assert_eq!(full.code(), "entries.unit_quota_full");
        assert_eq!(free_slots(&BTreeSet::from([1, 3]), 2, fifteen), Ok(vec![2, 4]), "a freed place is taken again");
    }

    #[test]
    fn an_empty_list_and_tomorrow_s_paper_confirm_nothing() {
        let today = date(2021, 6, 1);
        assert_eq!(check_signed_list(1, today, today), Ok(()));
        let problems = check_signed_list(0, date(2021, 6, 2), today).unwrap_err();
        let codes: Vec<_> = problems.iter().map(Refusal::code).collect();
        assert_eq!(codes, ["entries.nothing_to_confirm", "entries.list_from_future"]);
    }
}
