//! The laws of a tally, and examples in words.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::judging::{Criterion, Scale};

fn code(text: &str) -> CriterionCode {
    CriterionCode(text.into())
}

fn criterion(text: &str, max: i64) -> Criterion {
    Criterion {
        code: code(text),
        name: text.into(),
        guidance: String::new(),
        max: Points::whole(max),
        step: Points::from_hundredths(50),
        minimum: None,
        scale: Scale::Plain,
        zero_ends_entry: false,
    }
}

fn rubric() -> Rubric {
    let novelty = Criterion { minimum: Some(Points::whole(15)), zero_ends_entry: true, ..criterion("tinh-moi", 40) };
    Rubric { criteria: vec![novelty, criterion("kha-nang", 30), criterion("hieu-qua", 30)] }
}

fn rule(aggregate: Aggregate, from_sheets: Option<usize>) -> TallyRule {
    let trim = from_sheets.map(|from_sheets| Trim { from_sheets });
    TallyRule { aggregate, trim, rounding: Rounding { unit: Points::from_hundredths(1) } }
}

fn sheet(marks: [i64; 3]) -> Marks {
    let codes = ["tinh-moi", "kha-nang", "hieu-qua"].map(code);
    codes.into_iter().zip(marks.map(Points::from_hundredths)).collect()
}

fn of(sheets: &[Marks], rule: &TallyRule) -> Result<TallyResult, TallyRefusal> {
    let ids = (0_u128..).map(|id| ScoreSheetId::new(Uuid::from_u128(id)));
    tally(&ids.zip(sheets).collect::<Vec<_>>(), &rubric(), rule)
}

const MEAN: fn() -> TallyRule = || rule(Aggregate::Mean, None);

#[test]
fn a_third_stays_exact_until_the_rule_book_rounds_it() {
    let sheets = [[3000, 2000, 2000], [3500, 2500, 2000], [4000, 3000, 3000]].map(sheet);
    let result = of(&sheets, &MEAN()).unwrap();
    assert_eq!((result.exact.numerator(), result.exact.denominator()), (25_000, 3));
    assert_eq!(result.rounded, Points::from_hundredths(8333));
    assert_eq!(result.highest_sheet, Points::whole(100));
    let half = TallyRule { rounding: Rounding { unit: Points::from_hundredths(50) }, ..MEAN() };
    assert_eq!(of(&sheets, &half).unwrap().rounded, Points::from_hundredths(8350));
}

#[test]
fn sum_and_median_are_what_they_say() {
    let sheets = [[3000, 2000, 2000], [3500, 2500, 2000], [4000, 3000, 3000]].map(sheet);
    let rounded = |aggregate| of(&sheets, &rule(aggregate, None)).unwrap().rounded;
    assert_eq!(rounded(Aggregate::Sum), Points::whole(250));
    assert_eq!(rounded(Aggregate::Median), Points::whole(80));
}

#[test]
fn five_sheets_lose_the_highest_and_the_lowest_and_four_do_not() {
    let totals = [1000, 2000, 2100, 2200, 4000].map(|first| sheet([first, 0, 0]));
    let trimming = rule(Aggregate::Mean, Some(5));
    let five = of(&totals, &trimming).unwrap();
    assert_eq!((five.rounded, five.used.len(), five.dropped.len()), (Points::whole(21), 3, 2));
    assert_eq!(five.highest_sheet, Points::whole(22));
    let four = of(&totals[..4], &trimming).unwrap();
    assert_eq!((four.rounded, four.dropped), (Points::from_hundredths(1825), vec![]));
}

#[test]
fn a_criterion_below_its_minimum_bars_a_prize_and_exactly_at_it_does_not() {
    let below = of(&[sheet([1500, 3000, 3000]), sheet([1450, 3000, 3000])], &MEAN()).unwrap();
    assert_eq!(below.below_minimum, [code("tinh-moi")]);
    assert!(below.bars_prize() && !below.is_ended());
    let at = of(&[sheet([1550, 0, 0]), sheet([1450, 0, 0])], &MEAN()).unwrap();
    assert!(!at.bars_prize());
}

#[test]
fn zero_from_most_sheets_ends_the_entry_and_from_half_does_not() {
    let (zero, some) = (sheet([0, 3000, 3000]), sheet([4000, 3000, 3000]));
    let most = of(&[zero.clone(), zero.clone(), some.clone()], &MEAN()).unwrap();
    assert_eq!(most.ended_by_zero, [code("tinh-moi")]);
    let half = of(&[zero, some], &MEAN()).unwrap();
    assert!(!half.is_ended());
}

#[test]
fn without_sheets_or_with_a_gap_there_is_no_result() {
    assert_eq!(of(&[], &MEAN()), Err(TallyRefusal::SheetsLacking { have: 0, need: 1 }));
    let mut gap = sheet([1, 2, 3]);
    gap.remove(&code("kha-nang"));
    let refused = of(&[gap], &MEAN()).unwrap_err();
    assert_eq!(refused.code(), "judging.mark_missing");
}

fn marks() -> impl Strategy<Value = Marks> {
    [0_i64..=4000, 0_i64..=3000, 0_i64..=3000].prop_map(sheet)
}

fn any_rule() -> impl Strategy<Value = TallyRule> {
    let aggregate = prop_oneof![Just(Aggregate::Mean), Just(Aggregate::Sum), Just(Aggregate::Median)];
    (aggregate, proptest::option::of(3_usize..7)).prop_map(|(aggregate, from)| rule(aggregate, from))
}

type Identified = Vec<(ScoreSheetId, Marks)>;

fn shuffled() -> impl Strategy<Value = (Identified, Identified)> {
    let sheets = proptest::collection::vec(marks(), 1..9).prop_map(|sheets| {
        let ids = (0_u128..).map(|id| ScoreSheetId::new(Uuid::from_u128(id)));
        ids.zip(sheets).collect::<Identified>()
    });
    sheets.prop_flat_map(|sheets| (Just(sheets.clone()), Just(sheets).prop_shuffle()))
}

proptest! {
    #[test]
    fn the_order_of_the_sheets_does_not_matter((sheets, shuffled) in shuffled(), rule in any_rule()) {
        let of = |sheets: &Identified| {
            let borrowed: Vec<_> = sheets.iter().map(|(id, marks)| (*id, marks)).collect();
            tally(&borrowed, &rubric(), &rule)
        };
        prop_assert_eq!(of(&sheets), of(&shuffled));
    }

    #[test]
    fn which_id_a_sheet_has_does_not_matter((sheets, shuffled) in shuffled(), rule in any_rule()) {
        let of = |sheets: &Identified| {
            let marks: Vec<_> = sheets.iter().map(|(_, marks)| marks.clone()).collect();
            let result = of(&marks, &rule).unwrap();
            (result.exact, result.criteria, result.highest_sheet, result.ended_by_zero)
        };
        prop_assert_eq!(of(&sheets), of(&shuffled));
    }

    #[test]
    fn more_of_the_same_sheet_leaves_a_mean_and_a_median_as_they_are(marks in marks(), count in 1_usize..9) {
        for aggregate in [Aggregate::Mean, Aggregate::Median] {
            for trim in [None, Some(3)] {
                let result = of(&vec![marks.clone(); count], &rule(aggregate, trim)).unwrap();
                prop_assert_eq!(result.exact, of(std::slice::from_ref(&marks), &MEAN()).unwrap().exact);
            }
        }
    }

    #[test]
    fn a_result_lies_between_the_lowest_and_the_highest_sheet(sheets in proptest::collection::vec(marks(), 1..9), trim in proptest::option::of(3_usize..7)) {
        let totals: Vec<Points> = sheets.iter().map(|marks| marks.values().copied().sum()).collect();
        let (low, high) = (*totals.iter().min().unwrap(), *totals.iter().max().unwrap());
        for aggregate in [Aggregate::Mean, Aggregate::Median] {
            let exact = of(&sheets, &rule(aggregate, trim)).unwrap().exact;
            prop_assert!(Fraction::from(low) <= exact && exact <= Fraction::from(high));
        }
    }

    #[test]
    fn every_sheet_is_used_or_dropped_once(sheets in proptest::collection::vec(marks(), 1..9), rule in any_rule()) {
        let result = of(&sheets, &rule).unwrap();
        let mut all = [result.used, result.dropped].concat();
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), sheets.len());
    }
}
