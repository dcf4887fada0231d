//! Tie breaks one after the other; and the laws of every ranking.

use super::*;
use crate::judging::Fraction;
use proptest::prelude::*;
use uuid::Uuid;

pub(in crate::awards) fn id(number: u128) -> EntryId {
    EntryId::new(Uuid::from_u128(number))
}

pub(in crate::awards) fn code() -> CriterionCode {
    CriterionCode("tinh-moi".into())
}

pub(in crate::awards) fn candidate(number: u128, result: i64, novelty: i64, highest: i64) -> Candidate {
    let rounded = Points::whole(result);
    Candidate {
        entry: id(number),
        category: CategoryCode::parse("y-duoc").unwrap(),
        tally: TallyResult {
            exact: Fraction::from(rounded),
            rounded,
            criteria: [(code(), Fraction::from(Points::whole(novelty)))].into(),
            highest_sheet: Points::whole(highest),
            used: vec![],
            dropped: vec![],
            below_minimum: vec![],
            ended_by_zero: vec![],
        },
    }
}

fn breaks() -> Vec<TieBreak> {
    vec![TieBreak::Criterion(code()), TieBreak::HighestSheet]
}

fn places(ranking: &Ranking) -> Vec<(u128, usize)> {
    let place = |standing: &Standing| (standing.entry.uuid().as_u128(), standing.place);
    ranking.standings.iter().map(place).collect()
}

#[test]
fn each_rule_is_asked_only_where_the_one_before_leaves_a_tie() {
    let candidates = [
        candidate(1, 80, 30, 85),
        candidate(2, 90, 10, 91),
        candidate(3, 80, 35, 82),
        candidate(4, 80, 30, 88),
        candidate(5, 80, 30, 85),
        candidate(6, 70, 40, 99),
    ];
    let ranking = rank(&candidates, &breaks());
    assert_eq!(places(&ranking), [(2, 1), (3, 2), (4, 3), (1, 4), (5, 4), (6, 6)]);
    let by: Vec<_> = ranking.standings.into_iter().map(|each| each.decided_by).collect();
    let expected = [
        DecidedBy::Result,
        DecidedBy::Result,
        DecidedBy::Criterion(code()),
        DecidedBy::HighestSheet,
        DecidedBy::Shared,
        DecidedBy::Result,
    ];
    assert_eq!(by, expected);
}

#[test]
fn nothing_is_asked_after_a_shared_place() {
    let rules = [TieBreak::SharedPlace, TieBreak::HighestSheet];
    let ranking = rank(&[candidate(1, 80, 1, 85), candidate(2, 80, 2, 90)], &rules);
    assert_eq!(places(&ranking), [(1, 1), (2, 1)]);
}

#[test]
fn an_ended_entry_takes_no_place() {
    let mut ended = candidate(1, 99, 0, 99);
    ended.tally.ended_by_zero = vec![code()];
    let ranking = rank(&[ended, candidate(2, 50, 1, 50)], &breaks());
    assert_eq!((places(&ranking), ranking.ended), (vec![(2, 1)], vec![id(1)]));
}

#[test]
fn the_jury_settles_exactly_the_entries_of_a_shared_place() {
    let tied = [candidate(1, 80, 1, 85), candidate(2, 80, 1, 85), candidate(3, 70, 1, 70)];
    let ranking = rank(&tied, &breaks());
    let settled = ranking.clone().settle(&[id(2), id(1)], "Biên bản số 12 ngày 20/9/2021").unwrap();
    assert_eq!(places(&settled), [(2, 1), (1, 2), (3, 3)]);
    assert!(matches!(settled.standings[1].decided_by, DecidedBy::Deliberation { .. }));
    for order in [&[id(1)][..], &[id(1), id(3)], &[id(3)], &[id(1), id(2), id(3)], &[]] {
        let refused = ranking.clone().settle(order, "Biên bản").unwrap_err();
        assert_eq!(refused, RankingRefusal::NotATie { count: order.len() });
    }
    let unnamed = ranking.settle(&[id(2), id(1)], " ");
    assert_eq!(unnamed, Err(RankingRefusal::MinutesMissing));
}

#[test]
fn prizes_in_each_category_are_ranked_in_each() {
    let elsewhere = Candidate { category: CategoryCode::parse("nong-nghiep").unwrap(), ..candidate(2, 60, 1, 1) };
    let fields = rank_by_scope(&[candidate(1, 80, 1, 1), elsewhere], &[], PrizeScope::PerCategory);
    let firsts: Vec<_> = fields.iter().map(|field| places(&field.ranking)).collect();
    assert_eq!(firsts, [vec![(2, 1)], vec![(1, 1)]]);
}

/// Few values, so that ties abound.
pub(in crate::awards) fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let one = (55_i64..95, 0_i64..3, 0_i64..3, 0..12);
    proptest::collection::vec(one, 0..25).prop_map(|all| {
        let numbered = (1_u128..).zip(all);
        let made = numbered.map(|(number, (result, novelty, highest, barred))| {
            let mut made = candidate(number, result / 4 * 4, novelty, highest);
            if barred == 0 {
                made.tally.below_minimum = vec![code()];
            }
            made
        });
        made.collect()
    })
}

proptest! {
    #[test]
    fn ranking_is_total_and_does_not_depend_on_the_order_of_arrival(
        (all, shuffled) in candidates().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let ranking = rank(&all, &breaks());
        prop_assert_eq!(&rank(&shuffled, &breaks()), &ranking);
        prop_assert_eq!(ranking.standings.len(), all.len());
    }

    #[test]
    fn a_place_is_one_more_than_the_number_of_better_entries(all in candidates()) {
        let ranking = rank(&all, &breaks());
        for standing in &ranking.standings {
            let own = all.iter().find(|each| each.entry == standing.entry).unwrap();
            let better = all.iter().filter(|other| compare(other, own, &breaks()).0.is_lt()).count();
            prop_assert_eq!(standing.place, better + 1);
        }
    }
}
