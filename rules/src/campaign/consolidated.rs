//! The reports of all units added up, for the committee and the People's Committee.

use serde::{Deserialize, Serialize};

use super::Figures;
use crate::ids::UnitId;

/// What one unit answered, or that it has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitAnswer {
    /// The unit.
    pub unit: UnitId,
    /// Its figures, if it answered.
    pub figures: Option<Figures>,
    /// Whether it answered after its day.
    pub late: bool,
}

/// All figures added up; computed, never typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consolidated {
    /// Units that were asked.
    pub asked: usize,
    /// Units that answered, late ones included.
    pub answered: usize,
    /// Units that answered late.
    pub late: usize,
    /// Units that have not answered, in the order of their ids.
    pub missing: Vec<UnitId>,
    /// Units that held a contest of their own.
    pub local_contests: usize,
    /// The sums.
    pub totals: Totals,
}

/// Sums over units; wide enough never to overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Documents issued.
    pub documents_issued: u64,
    /// Pieces of publicity.
    pub publicity_items: u64,
    /// Persons reached.
    pub people_reached: u64,
    /// Entries sent to the contest.
    pub entries_mobilised: u64,
    /// Entries in local contests.
    pub local_entries: u64,
    /// Of these, sent on.
    pub local_forwarded: u64,
    /// Initiatives recognised.
    pub initiatives: u64,
    /// Commendations given.
    pub commendations: u64,
}

impl Totals {
    fn add(&mut self, figures: &Figures) {
        let local = figures.local_contest.unwrap_or_default();
        self.documents_issued += u64::from(figures.documents_issued);
        self.publicity_items += u64::from(figures.publicity_items);
        self.people_reached += u64::from(figures.people_reached);
        self.entries_mobilised += u64::from(figures.entries_mobilised);
        self.local_entries += u64::from(local.entries);
        self.local_forwarded += u64::from(local.forwarded);
        self.initiatives += u64::from(figures.initiatives);
        self.commendations += u64::from(figures.commendations);
    }
}

impl Consolidated {
    /// Adds up; the order of the answers does not matter.
    pub fn of(answers: &[UnitAnswer]) -> Self {
        let mut sum = Self { asked: answers.len(), ..Self::default() };
        for answer in answers {
            match &answer.figures {
                Some(figures) => sum.add(figures, answer.late),
                None => sum.missing.push(answer.unit),
            }
        }
        sum.missing.sort_unstable();
        sum
    }

    fn add(&mut self, figures: &Figures, late: bool) {
        self.answered += 1;
        self.late += usize::from(late);
        self.local_contests += usize::from(figures.local_contest.is_some());
        self.totals.add(figures);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::LocalContest;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn answer() -> impl Strategy<Value = UnitAnswer> {
        let figures = (any::<[u32; 6]>(), any::<Option<(u32, u32)>>()).prop_map(|(n, local)| Figures {
            documents_issued: n[0],
            publicity_items: n[1],
            people_reached: n[2],
            entries_mobilised: n[3],
            initiatives: n[4],
            commendations: n[5],
            local_contest: local.map(|(entries, forwarded)| LocalContest { entries, forwarded }),
        });
        (any::<u128>(), proptest::option::of(figures), any::<bool>()).prop_map(|(id, figures, late)| UnitAnswer {
            unit: UnitId::new(Uuid::from_u128(id)),
            figures,
            late,
        })
    }

    proptest! {
        #[test]
        fn every_unit_answered_or_is_missing_in_any_order(mut answers in proptest::collection::vec(answer(), 0..20)) {
            let sum = Consolidated::of(&answers);
            prop_assert_eq!(sum.answered + sum.missing.len(), sum.asked);
            prop_assert!(sum.late <= sum.answered && sum.local_contests <= sum.answered);
            answers.reverse();
            prop_assert_eq!(Consolidated::of(&answers), sum);
        }
    }

    #[test]
    fn sums_are_sums() {
        let figures = Figures { people_reached: u32::MAX, ..Figures::default() };
        let unit = |id| UnitId::new(Uuid::from_u128(id));
        let answers = [
            UnitAnswer { unit: unit(1), figures: Some(figures), late: false },
            UnitAnswer { unit: unit(2), figures: Some(figures), late: true },
            UnitAnswer { unit: unit(3), figures: None, late: false },
        ];
        let sum = Consolidated::of(&answers);
        assert_eq!(sum.totals.people_reached, 2 * u64::from(u32::MAX));
        assert_eq!((sum.asked, sum.answered, sum.late, sum.missing), (3, 2, 1, vec![unit(3)]));
    }
}
