//! Who sees a desk's questions at an instant.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Hours;
use crate::day::day_in_vietnam;
use crate::ids::AccountId;

/// Days on which somebody is away, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// Somebody of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub account: AccountId,
    /// Whether they stand in for the others.
    pub deputy: bool,
    /// The first day.
    pub from: Date,
    /// The last day; none while nobody ended it.
    pub to: Option<Date>,
    /// When they are away.
    pub absent: Option<Absence>,
}

impl Member {
    /// Whether they belong to the desk on that day.
    pub fn belongs_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether they are away on that day.
    pub fn is_absent_on(&self, day: Date) -> bool {
        self.absent.is_some_and(|absence| (absence.from..=absence.to).contains(&day))
    }
}

/// Who sees the desk's questions then.
///
/// In the desk's hours its own people who are there; where none of them is, their deputies. Outside
/// the hours both. Where everybody is away, everybody who belongs to it: a question that nobody sees
/// is lost. Empty only when nobody belongs to the desk at all.
pub fn on_duty(members: &[Member], hours: &Hours, at: Timestamp) -> BTreeSet<AccountId> {
    let today = day_in_vietnam(at);
    let belong: Vec<&Member> = members.iter().filter(|member| member.belongs_on(today)).collect();
    let there = |deputy: bool| {
        let present = belong.iter().filter(move |each| each.deputy == deputy && !each.is_absent_on(today));
        present.map(|each| each.account).collect::<BTreeSet<_>>()
    };
    let mut seen_by = there(false);
    if seen_by.is_empty() || !hours.open_at(at) {
        seen_by.extend(there(true));
    }
    if seen_by.is_empty() { belong.into_iter().map(|each| each.account).collect() } else { seen_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::helpdesk::Weekdays;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn hours() -> Hours {
        Hours::parse(Weekdays::WORKING, "7:30-11:30, 13:30-17:00").unwrap()
    }

    fn who(number: u128) -> AccountId {
        AccountId::new(Uuid::from_u128(number))
    }

    fn member(number: u128, deputy: bool, absent: Option<Absence>) -> Member {
        Member { account: who(number), deputy, from: date(2020, 8, 1), to: None, absent }
    }

    fn seen_by(members: &[Member], at: &str) -> Vec<AccountId> {
        on_duty(members, &hours(), at.parse().unwrap()).into_iter().collect()
    }

    const MONDAY: &str = "2021-03-15T09:00:00+07:00";
    const SUNDAY: &str = "2021-03-14T09:00:00+07:00";

    #[test]
    fn a_deputy_sees_it_outside_the_hours_and_when_the_others_are_away() {
        let desk = [member(1, false, None), member(2, true, None)];
        assert_eq!(seen_by(&desk, MONDAY), [who(1)]);
        assert_eq!(seen_by(&desk, SUNDAY), [who(1), who(2)]);
        let away = Absence { from: date(2021, 3, 15), to: date(2021, 3, 19) };
        assert_eq!(seen_by(&[member(1, false, Some(away)), member(2, true, None)], MONDAY), [who(2)]);
    }

    #[test]
    fn whoever_left_sees_nothing_more() {
        let left = Member { to: Some(date(2021, 3, 14)), ..member(1, false, None) };
        assert_eq!(seen_by(&[left, member(2, true, None)], MONDAY), [who(2)]);
    }

    proptest! {
        /// As long as somebody belongs to the desk, somebody sees its questions, and nobody else does.
        #[test]
        fn no_question_is_without_a_reader(
            people in proptest::collection::vec((any::<bool>(), any::<bool>(), any::<bool>()), 1..5),
            hour in 0_i64..24 * 14,
        ) {
            let away = Absence { from: date(2021, 3, 1), to: date(2021, 3, 31) };
            let members: Vec<Member> = (1_u128..).zip(&people).map(|(number, (deputy, absent, left))| {
                let to = left.then_some(date(2021, 2, 28));
                Member { to, ..member(number, *deputy, absent.then_some(away)) }
            }).collect();
            let at = "2021-03-01T00:00:00+07:00".parse::<Timestamp>().unwrap() + hour.hours();
            let seen_by = on_duty(&members, &hours(), at);
            let belong: BTreeSet<_> = members.iter().filter(|each| each.to.is_none()).map(|each| each.account).collect();
            prop_assert_eq!(seen_by.is_empty(), belong.is_empty());
            prop_assert!(seen_by.is_subset(&belong));
        }
    }
}
