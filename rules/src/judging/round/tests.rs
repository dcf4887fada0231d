//! Sealing and opening, by Quảng Ninh's rule book.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::edition::{RuleBook, books};

pub(crate) fn marking() -> Marking {
    let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    let marking = book.marking().unwrap().marking.clone();
    Marking { openers: [OpenerRole::JuryChair, OpenerRole::JurySecretary], ..marking }
}

pub(crate) fn prepared() -> Round {
    Round {
        id: RoundId::new(Uuid::from_u128(1)),
        edition: EditionId::new(Uuid::from_u128(8)),
        rule: RoundRule { code: "so-khao".into(), name: "Vòng sơ khảo".into() },
        state: RoundState::Prepared,
    }
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn open() -> Round {
    prepared().start(&marking(), 10, at("2021-08-01T00:00:00Z")).unwrap()
}

pub(crate) fn sealed() -> Round {
    open().seal(10, 0, at("2021-08-20T09:00:00Z")).unwrap()
}

fn opener(id: u128, role: OpenerRole) -> Opener {
    let account = AccountId::new(Uuid::from_u128(id));
    Opener { account, role, deputy: false, since: date(2021, 7, 1), given: None }
}

const NOW: &str = "2021-08-25T02:00:00Z";

/// The second person's word after the first's.
fn opened_by(first: Opener, second: Opener) -> Result<Round, RoundRefusal> {
    sealed().consent_to_open(first, at(NOW))?.consent_to_open(second, at(NOW))
}

pub(crate) fn opened() -> Round {
    opened_by(opener(1, OpenerRole::JuryChair), opener(2, OpenerRole::JurySecretary)).unwrap()
}

#[test]
fn a_round_is_started_once_and_not_without_assignments() {
    let nothing = prepared().start(&marking(), 0, at(NOW));
    assert_eq!(nothing, Err(RoundRefusal::NothingAssigned));
    assert_eq!(open().start(&marking(), 10, at(NOW)), Err(RoundRefusal::AlreadyStarted));
}

#[test]
fn a_first_round_waits_for_the_intake_unless_somebody_says_otherwise() {
    let over = Intake { over: true, waiting: 0 };
    assert_eq!(over.admit_start(false), Ok(()));
    for unfinished in [Intake { over: false, ..over }, Intake { waiting: 6, ..over }] {
        let waiting = unfinished.waiting;
        assert_eq!(unfinished.admit_start(false), Err(RoundRefusal::IntakeUnfinished { waiting }));
        assert_eq!(unfinished.admit_start(true), Ok(()));
    }
}

#[test]
fn only_an_open_round_whose_sheets_are_all_locked_is_sealed() {
    assert_eq!(open().seal(9, 1, at(NOW)), Err(RoundRefusal::SheetsUnlocked { count: 1 }));
    assert_eq!(open().seal(0, 0, at(NOW)), Err(RoundRefusal::NothingAssigned));
    assert_eq!(prepared().seal(10, 0, at(NOW)), Err(RoundRefusal::NotOpen));
    assert_eq!(sealed().seal(10, 0, at(NOW)), Err(RoundRefusal::NotOpen));
}

#[test]
fn two_persons_in_the_two_roles_open_it_in_either_order() {
    let (chair, secretary) = (opener(1, OpenerRole::JuryChair), opener(2, OpenerRole::JurySecretary));
    for pair in [[chair, secretary], [secretary, chair]] {
        let first = sealed().consent_to_open(pair[0], at(NOW)).unwrap();
        assert_eq!(first.opened_at(), None);
        let second = first.consent_to_open(pair[1], at(NOW)).unwrap();
        assert_eq!(second.opened_at(), Some(at(NOW)));
    }
}

#[test]
fn one_person_in_both_roles_does_not_open_it() {
    let chair = opener(1, OpenerRole::JuryChair);
    let also = opener(1, OpenerRole::JurySecretary);
    assert_eq!(opened_by(chair, also), Err(RoundRefusal::SamePerson));
}

#[test]
fn two_chairs_or_a_stranger_do_not_open_it() {
    let needed = [OpenerRole::JuryChair, OpenerRole::JurySecretary];
    let refused = Err(RoundRefusal::OpenerRoleMissing { needed });
    let (chair, deputy) = (opener(1, OpenerRole::JuryChair), opener(2, OpenerRole::JuryChair));
    assert_eq!(opened_by(chair, deputy), refused);
    let auditor = opener(3, OpenerRole::Auditor);
    assert_eq!(opened_by(chair, auditor), refused);
    assert_eq!(sealed().consent_to_open(auditor, at(NOW)), refused);
}

#[test]
fn a_deputy_named_after_the_sealing_does_not_open_it() {
    let late = Opener { since: date(2021, 8, 21), deputy: true, ..opener(2, OpenerRole::JurySecretary) };
    let refused = opened_by(opener(1, OpenerRole::JuryChair), late);
    let sealed_on = date(2021, 8, 20);
    assert_eq!(refused, Err(RoundRefusal::NamedAfterSealing { since: late.since, sealed_on }));
}

#[test]
fn an_open_round_has_nothing_to_open_and_an_opened_one_neither() {
    let chair = opener(1, OpenerRole::JuryChair);
    for round in [prepared(), open(), opened()] {
        assert_eq!(round.consent_to_open(chair, at(NOW)), Err(RoundRefusal::NotSealed));
    }
}

#[test]
fn no_result_before_the_opening() {
    for round in [prepared(), open(), sealed()] {
        assert_eq!(round.tally(&[]), Err(TallyRefusal::RoundNotOpened));
    }
    let need = marking().sheets_per_entry;
    assert_eq!(opened().tally(&[]), Err(TallyRefusal::SheetsLacking { have: 0, need }));
}

#[test]
fn a_role_given_half_an_hour_after_the_seal_opens_nothing() {
    let sealed_at = at("2021-08-20T09:00:00Z");
    let given = |text: &str| Opener { given: Some(at(text)), ..opener(1, OpenerRole::JuryChair) };
    let late = sealed().consent_to_open(given("2021-08-20T09:30:00Z"), at(NOW)).unwrap_err();
    assert_eq!(late, RoundRefusal::GivenAfterSealing { given: at("2021-08-20T09:30:00Z"), sealed: sealed_at });
    for early in ["2021-08-20T08:30:00Z", "2021-08-20T09:00:00Z"] {
        assert!(sealed().consent_to_open(given(early), at(NOW)).is_ok());
    }
}
