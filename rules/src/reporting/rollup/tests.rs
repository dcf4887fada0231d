//! The top is the sum of the approved reports, whatever happened to them and to their units.

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::ids::ReportId;
use crate::reporting::{Given, Paper, ReportRequest, RequestState};

fn unit(id: u128) -> UnitId {
    UnitId::new(Uuid::from_u128(id))
}

/// What happens to one unit's report, or to the unit.
#[derive(Clone, Debug)]
enum Deed {
    Submit([u32; 3]),
    GiveBack,
    Approve,
    Reopen,
    Withdraw,
    /// The unit ends; this one comes after it.
    Succeed(u128),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => any::<[u32; 3]>().prop_map(Deed::Submit),
        1 => Just(Deed::GiveBack),
        4 => Just(Deed::Approve),
        1 => Just(Deed::Reopen),
        1 => Just(Deed::Withdraw),
        1 => (0..UNITS).prop_map(Deed::Succeed),
    ]
}

/// Twelve are asked at first; any of the others may come after them, or stand above.
const ASKED: u128 = 12;
const UNITS: u128 = 24;

fn given(figures: [u32; 3]) -> Given {
    let figures = ["a", "b", "c"].into_iter().zip(figures).map(|(code, value)| (code.to_owned(), u64::from(value)));
    Given { figures: figures.collect(), ..Given::default() }
}

fn asked(id: u128) -> ReportRequest {
    ReportRequest {
        id: ReportId::new(Uuid::from_u128(id)),
        unit: unit(id),
        due: date(2021, 7, 15),
        asked: None,
        state: RequestState::Requested,
    }
}

/// The duties, which unit came after which, and what a clerk with a pencil counts: by unit, only what
/// is approved now.
struct Year {
    duties: BTreeMap<UnitId, ReportRequest>,
    successions: Vec<(UnitId, UnitId)>,
    pencil: BTreeMap<UnitId, [u64; 3]>,
    waiting: BTreeMap<UnitId, [u64; 3]>,
}

impl Year {
    fn new() -> Self {
        let duties = (0..ASKED).map(|id| (unit(id), asked(id))).collect();
        Self { duties, successions: Vec::new(), pencil: BTreeMap::new(), waiting: BTreeMap::new() }
    }

    /// A step that the law refuses changes nothing.
    fn happens(&mut self, of: UnitId, deed: &Deed) {
        let at = Timestamp::UNIX_EPOCH;
        let Some(duty) = self.duties.get(&of).cloned() else { return };
        let next = match deed {
            Deed::Submit(figures) => duty.answer(given(*figures), None, at),
            Deed::GiveBack => duty.give_back("Sai", at),
            Deed::Approve => duty.approve(Paper::There, at),
            Deed::Reopen => duty.reopen("Sai", at),
            Deed::Withdraw => duty.withdraw("Thôi", at),
            Deed::Succeed(to) => return self.succeed(of, unit(*to)),
        };
        let Ok(next) = next else { return };
        self.duties.insert(of, next);
        match deed {
            Deed::Submit(figures) => {
                self.waiting.insert(of, figures.map(u64::from));
            }
            Deed::Approve => {
                self.pencil.extend(self.waiting.get(&of).map(|figures| (of, *figures)));
            }
            Deed::Reopen => {
                self.pencil.remove(&of);
            }
            Deed::GiveBack | Deed::Withdraw | Deed::Succeed(_) => {}
        }
    }

    /// What the unit reported stays reported; what it still owes passes to whoever came after it.
    fn succeed(&mut self, of: UnitId, to: UnitId) {
        if of == to {
            return;
        }
        self.successions.push((of, to));
        let owed = self.duties.get(&of).filter(|duty| duty.is_open()).cloned();
        if let Some(duty) = owed {
            self.duties.insert(of, duty.withdraw("Đơn vị kết thúc", Timestamp::UNIX_EPOCH).unwrap());
            self.duties.entry(to).or_insert_with(|| ReportRequest { unit: to, ..asked(100) });
        }
    }

    fn leaves(&self) -> Vec<Leaf<'_>> {
        let standing = self.duties.values().filter(|duty| !matches!(duty.state, RequestState::Withdrawn { .. }));
        standing.map(leaf).collect()
    }
}

fn leaf(duty: &ReportRequest) -> Leaf<'_> {
    static NONE: BTreeMap<String, u64> = BTreeMap::new();
    let state = LeafState::of(duty);
    let figures = duty.answered().map_or(&NONE, |answer| &answer.given.figures);
    Leaf { unit: duty.unit, state, late: false, figures }
}

/// One way to tell where a unit's figures are put.
type Way = fn(&Kin, UnitId, &BTreeSet<UnitId>) -> Group;

proptest! {
    #[test]
    fn the_top_is_the_sum_of_the_approved_reports(
        deeds in proptest::collection::vec((0..UNITS, deed()), 0..160),
        parents in proptest::collection::vec((0..UNITS, 0..UNITS), 0..30),
        among in proptest::collection::btree_set(0..UNITS, 0..8),
    ) {
        let mut year = Year::new();
        for (of, deed) in &deeds {
            year.happens(unit(*of), deed);
        }
        let parents = parents.into_iter().map(|(below, above)| (unit(below), unit(above)));
        let kin = Kin::new(year.successions.iter().copied(), parents);
        let among: BTreeSet<_> = among.into_iter().map(unit).collect();
        let leaves = year.leaves();
        let ways: [(&str, Way); 3] =
            [("before", Kin::before), ("after", Kin::after), ("within", Kin::within)];
        for (way, put) in ways {
            let group = |unit| put(&kin, unit, &among);
            let sum = RollUp::of(leaves.iter().copied(), group);
            for (place, code) in ["a", "b", "c"].into_iter().enumerate() {
                let pencilled: u64 = year.pencil.values().map(|figures| figures[place]).sum();
                prop_assert_eq!(sum.top.approved.of(code), pencilled, "{} {}", way, code);
                let of_groups: u64 = sum.groups.values().map(|group| group.approved.of(code)).sum();
                prop_assert_eq!(of_groups, pencilled, "{} {}", way, code);
            }
            prop_assert_eq!(sum.top.approved.reports, year.pencil.len());
            let reported = year.duties.values().filter(|duty| duty.is_reported()).count();
            prop_assert_eq!(sum.top.answered(), reported, "what was given back was not reported");
            prop_assert_eq!(sum.top.answered() + sum.top.returned + sum.top.missing.len(), leaves.len());
            let reversed = RollUp::of(leaves.iter().copied().rev(), group);
            prop_assert_eq!(reversed, sum);
        }
    }
}

#[test]
fn a_commune_of_a_merged_province_stands_in_the_new_one_and_a_split_one_is_not_guessed() {
    let (old, new, other) = (unit(1), unit(2), unit(3));
    let (district, commune, split, school) = (unit(11), unit(12), unit(13), unit(14));
    let kin = Kin::new(
        [(old, new), (commune, unit(21)), (split, unit(22)), (split, unit(23))],
        [(district, old), (commune, district), (unit(21), new), (split, other), (unit(22), new), (unit(23), other)],
    );
    let provinces = BTreeSet::from([new, other]);
    assert_eq!(kin.within(commune, &provinces), Group::At(new));
    assert_eq!(kin.within(old, &provinces), Group::At(new));
    assert_eq!(kin.within(new, &provinces), Group::At(new));
    assert_eq!(kin.within(split, &provinces), Group::Several);
    assert_eq!(kin.within(school, &provinces), Group::Elsewhere);
}

#[test]
fn a_commune_that_crosses_two_districts_is_not_guessed() {
    let (district_a, district_b, old_a, old_b, crossing, plain, school) =
        (unit(1), unit(2), unit(11), unit(12), unit(21), unit(22), unit(31));
    let kin =
        Kin::new([(old_a, crossing), (old_b, crossing), (old_a, plain)], [(old_a, district_a), (old_b, district_b)]);
    let districts = BTreeSet::from([district_a, district_b]);
    assert_eq!(kin.before(crossing, &districts), Group::Several);
    assert_eq!(kin.before(plain, &districts), Group::At(district_a));
    assert_eq!(kin.before(district_b, &districts), Group::At(district_b));
    assert_eq!(kin.before(school, &districts), Group::Elsewhere);
    let communes = BTreeSet::from([crossing, plain]);
    assert_eq!(kin.after(old_a, &communes), Group::Several, "a split commune has no single successor");
    assert_eq!(kin.after(old_b, &communes), Group::At(crossing));
}

#[test]
fn a_district_that_was_split_among_communes_is_counted_under_none_of_them() {
    let (split, island, ended) = (unit(1), unit(2), unit(3));
    let (of_split, of_island, other) = (unit(11), unit(12), unit(13));
    let (kept, became_one, to_come, school) = (unit(21), unit(22), unit(23), unit(31));
    let kin = Kin::new(
        [
            (split, kept),
            (split, to_come),
            (of_island, became_one),
            (other, became_one),
            (ended, kept),
            (ended, to_come),
        ],
        [(of_split, split), (of_island, island), (other, island), (school, island)],
    );
    let today = BTreeSet::from([kept, became_one]);
    assert_eq!(kin.after(split, &today), Group::Several, "one of the communes it went to does not stand yet");
    assert_eq!(kin.after(ended, &today), Group::Several);
    assert_eq!(kin.after(island, &today), Group::At(became_one), "all that stood in it became one");
    assert_eq!(kin.after(school, &today), Group::Elsewhere);
    let before = BTreeSet::from([of_island, other]);
    assert_eq!(kin.after(island, &before), Group::Several, "it holds several");
}

#[test]
fn of_a_question_those_that_say_yes_are_told_of_how_many_answered() {
    let said = |yes: u64| BTreeMap::from([("held".to_owned(), yes)]);
    let (yes, no, none) = (said(1), said(0), BTreeMap::new());
    let leaf = |id, figures| Leaf { unit: unit(id), state: LeafState::Approved, late: false, figures };
    let leaves = [leaf(1, &yes), leaf(2, &no), leaf(3, &none), leaf(4, &yes)];
    let sum = RollUp::of(leaves, |unit| unit);
    let top = &sum.top.approved;
    assert_eq!((top.of("held"), top.having("held"), top.reports), (2, 3, 4));
}
