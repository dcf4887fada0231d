//! Marking and locking.

use uuid::Uuid;

use super::*;
use crate::ids::UnitId;
use crate::judging::round::tests::{at, open, opened, prepared, sealed};
use crate::judging::{RoundState, TallyRefusal};

fn sheet() -> ScoreSheet {
    ScoreSheet {
        id: ScoreSheetId::new(Uuid::from_u128(1)),
        round: RoundId::new(Uuid::from_u128(1)),
        judge: JudgeId::new(Uuid::from_u128(2)),
        entry: EntryId::new(Uuid::from_u128(3)),
        version: 1,
        marks: Marks::new(),
        state: SheetState::Open,
    }
}

fn given(criterion: &str, hundredths: i64) -> GivenMark {
    let (criterion, points) = (CriterionCode(criterion.into()), Points::from_hundredths(hundredths));
    GivenMark { criterion, points, band: None }
}

/// The rubric of the round, all criteria at their maximum.
fn full_marks() -> Vec<GivenMark> {
    let rubric = open().frozen().unwrap().rubric.clone();
    let full = |each: &Criterion| given(&each.code.0, each.max.hundredths());
    rubric.criteria.iter().map(full).collect()
}

fn banded() -> Round {
    let mut round = open();
    let RoundState::Open { frozen, .. } = &mut round.state else { panic!("open") };
    let band = |name: &str, from, to| Band { name: name.into(), from: Points::whole(from), to: Points::whole(to) };
    let novelty = &mut frozen.rubric.criteria[0];
    novelty.code = CriterionCode("tinh-moi".into());
    (novelty.max, novelty.step) = (Points::whole(30), Points::whole(1));
    novelty.scale =
        Scale::Bands(vec![band("Hoàn toàn mới", 27, 30), band("Cải tiến khá", 21, 26), band("Còn lại", 0, 20)]);
    round
}

#[test]
fn marks_are_kept_until_they_are_complete_and_then_locked() {
    let marks = full_marks();
    let partly = sheet().mark(&open(), &[], &marks[..1], 1).unwrap();
    assert_eq!((partly.version, partly.marks.len()), (2, 1));
    let missing = partly.clone().lock(&open(), &[], 2, at("2021-08-02T00:00:00Z")).unwrap_err();
    assert_eq!(missing.len(), marks.len() - 1);
    assert!(missing.iter().all(|each| each.code() == "judging.mark_missing"));
    let complete = partly.mark(&open(), &[], &marks, 2).unwrap();
    let locked = complete.lock(&open(), &[], 3, at("2021-08-02T00:00:00Z")).unwrap();
    assert!(locked.is_locked());
    let again = locked.mark(&open(), &[], &marks, 4).unwrap_err();
    assert_eq!(again, [MarkRefusal::SheetLocked { at: at("2021-08-02T00:00:00Z") }]);
}

#[test]
fn every_wrong_mark_is_told_at_once() {
    let marks = full_marks();
    let first = &marks[0];
    let above = GivenMark { points: first.points + Points::from_hundredths(1), ..first.clone() };
    let below = GivenMark { points: Points::from_hundredths(-50), ..marks[1].clone() };
    let stranger = given("may-man", 100);
    let refused = sheet().mark(&open(), &[], &[above, below, stranger], 1).unwrap_err();
    let codes: Vec<_> = refused.iter().map(Refusal::code).collect();
    assert_eq!(codes, ["judging.mark_above_max", "judging.mark_above_max", "judging.unknown_criterion"]);
}

#[test]
fn a_mark_is_a_multiple_of_its_step() {
    let refused = sheet().mark(&banded(), &[], &[given("tinh-moi", 2750)], 1).unwrap_err();
    assert_eq!(refused[0].code(), "judging.mark_off_step");
    assert!(refused[0].facts().contains(&("step", Fact::Points(Points::whole(1)))));
}

#[test]
fn a_number_lies_in_the_band_that_was_picked() {
    let fair = GivenMark { band: Some(1), ..given("tinh-moi", 2600) };
    assert!(sheet().mark(&banded(), &[], std::slice::from_ref(&fair), 1).is_ok());
    let outside = GivenMark { points: Points::whole(27), ..fair };
    let refused = sheet().mark(&banded(), &[], &[outside], 1).unwrap_err();
    let expected = MarkRefusal::MarkOutsideBand {
        criterion: CriterionCode("tinh-moi".into()),
        given: Points::whole(27),
        band: "Cải tiến khá".into(),
        from: Points::whole(21),
        to: Points::whole(26),
    };
    assert_eq!(refused, [expected]);
    let unknown = GivenMark { band: Some(9), ..given("tinh-moi", 2700) };
    assert!(sheet().mark(&banded(), &[], &[unknown], 1).is_err());
    assert!(sheet().mark(&banded(), &[], &[given("tinh-moi", 2700)], 1).is_ok());
}

#[test]
fn only_an_open_round_of_one_s_own_takes_marks() {
    for round in [prepared(), sealed(), opened()] {
        let refused = sheet().mark(&round, &[], &full_marks(), 1);
        assert_eq!(refused, Err(vec![MarkRefusal::RoundNotOpen]));
    }
    let elsewhere = ScoreSheet { round: RoundId::new(Uuid::from_u128(9)), ..sheet() };
    assert!(elsewhere.mark(&open(), &[], &full_marks(), 1).is_err());
}

#[test]
fn a_conflict_or_a_stale_form_changes_nothing() {
    let conflict = Conflict::SameUnit(UnitId::new(Uuid::from_u128(5)));
    let refused = sheet().mark(&open(), std::slice::from_ref(&conflict), &full_marks(), 1);
    assert_eq!(refused, Err(vec![MarkRefusal::Conflicted { conflict }]));
    let stale = sheet().mark(&open(), &[], &full_marks(), 0).unwrap_err();
    assert_eq!(stale, [MarkRefusal::ChangedMeanwhile { seen: 0, current: 1 }]);
}

#[test]
fn an_opened_round_counts_locked_sheets_only() {
    let need = opened().frozen().unwrap().sheets_per_entry;
    let marked = sheet().mark(&open(), &[], &full_marks(), 1).unwrap();
    let refused = opened().tally(&vec![&marked; need]);
    assert_eq!(refused, Err(TallyRefusal::SheetOpen { sheet: marked.id }));
    let locked = marked.lock(&open(), &[], 2, at("2021-08-02T00:00:00Z")).unwrap();
    let result = opened().tally(&vec![&locked; need]).unwrap();
    assert_eq!(result.rounded, open().frozen().unwrap().rubric.max());
}
