use super::*;
use jiff::civil::date;
use uuid::Uuid;

fn request() -> ReportRequest {
    ReportRequest {
        id: ReportId::new(Uuid::from_u128(1)),
        unit: UnitId::new(Uuid::from_u128(2)),
        due: date(2021, 7, 15),
        asked: None,
        state: RequestState::Requested,
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn answered(when: &str) -> ReportRequest {
    request().answer(Given::default(), None, at(when)).unwrap()
}

#[test]
fn a_late_answer_is_taken_and_marked() {
    let answered = answered("2021-07-16T17:30:00Z");
    let answer = answered.answered().unwrap();
    assert!(answer.late());
    assert_eq!((answer.first_received, answer.days_late), (date(2021, 7, 17), 2));
}

#[test]
fn a_correction_after_the_day_makes_nobody_late() {
    let returned = answered("2021-07-15T16:59:00Z").give_back("Thiếu biểu.", at("2021-07-20T00:00:00Z")).unwrap();
    let second = returned.answer(Given::default(), None, at("2021-08-01T00:00:00Z")).unwrap();
    let answer = second.answered().unwrap();
    assert_eq!((answer.days_late, answer.version, &answer.stands), (0, 2, &Stands::Waiting));
}

#[test]
fn what_is_still_owed_passes_to_a_successor_and_what_counts_stays() {
    let to = UnitId::new(Uuid::from_u128(3));
    let came = answered("2021-07-10T00:00:00Z");
    let approved = came.clone().approve(Paper::There, at("2021-07-20T00:00:00Z")).unwrap();
    for owed in [request(), came] {
        assert!(owed.is_still_owed());
        assert_eq!(owed.clone().pass_to(to), Ok(ReportRequest { unit: to, ..owed }));
    }
    assert!(!approved.is_still_owed());
    assert_eq!(approved.pass_to(to), Err(AnswerRefusal::Approved { at: at("2021-07-20T00:00:00Z") }));
}

#[test]
fn a_paper_counts_from_the_day_it_arrived() {
    let entered = at("2021-07-20T02:00:00Z");
    let answered = request().answer(Given::default(), Some(date(2021, 7, 14)), entered).unwrap();
    assert!(!answered.answered().unwrap().late());
    let again = answered.answer(Given::default(), Some(date(2021, 7, 19)), entered).unwrap();
    let answer = again.answered().unwrap();
    assert_eq!((answer.first_received, answer.received), (date(2021, 7, 14), date(2021, 7, 19)));
    let tomorrow = date(2021, 7, 21);
    let refused = request().answer(Given::default(), Some(tomorrow), entered);
    assert_eq!(refused, Err(AnswerRefusal::ReceivedInFuture { day: tomorrow }));
}

#[test]
fn a_withdrawn_request_takes_no_answer_and_is_never_overdue() {
    let when = at("2021-07-01T00:00:00Z");
    assert_eq!(request().withdraw(" ", when), Err(AnswerRefusal::ReasonMissing));
    let withdrawn = request().withdraw("Công văn không yêu cầu báo cáo.", when).unwrap();
    assert!(!withdrawn.is_overdue(date(2022, 1, 1)));
    let refused = withdrawn.answer(Given::default(), None, at("2021-07-02T00:00:00Z"));
    assert_eq!(refused, Err(AnswerRefusal::RequestWithdrawn { at: when }));
    assert!(request().is_overdue(date(2021, 7, 16)) && !request().is_overdue(date(2021, 7, 15)));
}

#[test]
fn an_approved_report_is_locked_until_it_is_opened_again_with_a_reason() {
    let when = at("2021-07-20T00:00:00Z");
    let approved = answered("2021-07-10T00:00:00Z").approve(Paper::There, when).unwrap();
    let locked = Err(AnswerRefusal::Approved { at: when });
    assert_eq!(approved.clone().answer(Given::default(), None, when), locked);
    assert_eq!(approved.clone().give_back("Sai", when), locked);
    assert_eq!(approved.clone().reopen(" ", when), Err(AnswerRefusal::ReasonMissing));
    let open = approved.reopen("Thiếu một xã.", when).unwrap();
    assert_eq!(open.answered().unwrap().stands.reason(), Some("Thiếu một xã."));
    assert_eq!(
        open.clone().approve(Paper::There, when),
        Err(AnswerRefusal::GivenBack { at: when }),
        "it has not come again"
    );
    let again = open.answer(Given::default(), None, when).unwrap();
    assert!(again.approve(Paper::There, when).is_ok());
}

#[test]
fn nothing_is_said_of_what_did_not_come() {
    let when = at("2021-07-20T00:00:00Z");
    assert_eq!(request().approve(Paper::There, when), Err(AnswerRefusal::NotAnswered));
    assert_eq!(answered("2021-07-10T00:00:00Z").reopen("x", when), Err(AnswerRefusal::NotApproved));
}

#[test]
fn without_its_signed_paper_an_answer_is_approved_only_for_a_reason() {
    let when = at("2021-07-20T00:00:00Z");
    let came = answered("2021-07-10T00:00:00Z");
    assert_eq!(came.clone().approve(Paper::Missing, when), Err(AnswerRefusal::PaperMissing));
    assert_eq!(came.clone().approve(Paper::Waived(" \n"), when), Err(AnswerRefusal::ReasonMissing));
    let exception = |paper| came.clone().approve(paper, when).unwrap().answered().unwrap().stands.clone();
    assert_eq!(exception(Paper::There).exception(), None);
    assert_eq!(exception(Paper::Waived("Bão, bưu điện nghỉ.")).exception(), Some("Bão, bưu điện nghỉ."));
    let returned = came.give_back("Thiếu số.", when).unwrap();
    assert_eq!(returned.approve(Paper::Missing, when), Err(AnswerRefusal::GivenBack { at: when }), "that comes first");
}
