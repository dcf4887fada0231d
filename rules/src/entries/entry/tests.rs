//! Submission against Quảng Ninh's own rule book.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::edition::{Arrival, CategoryCode, EntrantKind, RuleBook, books};
use crate::entries::author::tests::author;
use crate::entries::dossier::tests::{complete, part, pdf};
use crate::entries::{PartContent, Share, Stamped};

const IN_TIME: &str = "2021-06-30T03:00:00Z";

fn book() -> RuleBook {
    RuleBook::parse(books::QUANG_NINH_VIII).unwrap()
}

fn draft(content: Content) -> Entry {
    Entry {
        id: EntryId::new(Uuid::from_u128(1)),
        edition: EditionId::new(Uuid::from_u128(8)),
        unit: None,
        version: 3,
        content,
        state: EntryState::Draft,
    }
}

fn submission(at: &str) -> Submission {
    let at: Timestamp = at.parse().unwrap();
    Submission {
        at,
        arrival: Arrival::Online { at },
        seen: 3,
        number: EntryNumber::new("QN8", 42).unwrap(),
        receipt: ReceiptCode::from_random([9; 7]),
        hash: DossierHash([1; 32]),
    }
}

fn submit(entry: Entry, at: &str) -> Result<Entry, Vec<SubmitRefusal>> {
    let (book, submission) = (book(), submission(at));
    let required = Requirements::of(&book, submission.arrival, submission.at);
    entry.submit(submission, &required)
}

fn codes(content: Content) -> Vec<&'static str> {
    let refusals = submit(draft(content), IN_TIME).unwrap_err();
    refusals.iter().map(Refusal::code).collect()
}

#[test]
fn a_complete_draft_is_submitted_and_then_does_not_change() {
    let entry = submit(draft(complete()), IN_TIME).unwrap();
    assert_eq!(entry.version, 4);
    let receipt = entry.receipt().unwrap();
    assert_eq!(receipt.number.to_string(), "QN8-0042");
    let edited = entry.clone().edit(complete(), 4, date(2021, 6, 30)).unwrap_err();
    assert_eq!(edited.code(), "entries.frozen");
    let again = submit(entry, IN_TIME).unwrap_err();
    assert_eq!(again[0].code(), "entries.already_submitted");
}

fn arrive(content: Content, at: &str) -> Result<Entry, Vec<SubmitRefusal>> {
    let (book, submission) = (book(), submission(at));
    let required = Requirements::of(&book, submission.arrival, submission.at);
    Entry { version: 0, ..draft(content) }.arrive_from_below(submission, &required)
}

#[test]
fn what_a_contest_below_sends_up_may_lack_parts_but_not_the_right_to_take_part() {
    let bare = Content { dossier: crate::entries::Dossier::default(), ..complete() };
    let arrived = arrive(bare, IN_TIME).unwrap();
    assert_eq!(
        (arrived.version, arrived.receipt().map(|receipt| receipt.number.to_string())),
        (1, Some("QN8-0042".into()))
    );
    let old = Content { category: CategoryCode::parse("khong-co"), created_on: Some(date(2009, 5, 1)), ..complete() };
    let barred: Vec<_> = arrive(old, "2021-07-20T03:00:00Z").unwrap_err().iter().map(Refusal::code).collect();
    assert_eq!(barred, ["entries.window_closed", "entries.category_unknown", "entries.not_created_in_window"]);
}

#[test]
fn a_contest_below_corrects_what_it_sent_up_under_the_old_number() {
    let (book, late): (_, Timestamp) = (book(), "2021-07-20T03:00:00Z".parse().unwrap());
    let required = Requirements::of(&book, Arrival::Online { at: late }, late);
    let corrected = |entry: Entry, content| entry.correct_from_below(content, DossierHash([2; 32]), late, &required);
    let title: crate::entries::Title = "Máy rửa than bằng nước tuần hoàn".parse().unwrap();
    let content = Content { title: Some(title), ..complete() };
    let entry = corrected(arrive(complete(), IN_TIME).unwrap(), content.clone()).unwrap();
    let receipt = entry.receipt().unwrap();
    assert_eq!((receipt.number.to_string(), receipt.hash), ("QN8-0042".to_owned(), DossierHash([2; 32])));
    assert_eq!((entry.version, receipt.supplemented_at, &entry.content), (2, Some(late), &content));
    let old = Content { created_on: Some(date(2009, 5, 1)), ..complete() };
    let barred = corrected(entry.clone(), old).unwrap_err();
    assert_eq!(barred.iter().map(Refusal::code).collect::<Vec<_>>(), ["entries.not_created_in_window"]);
    let gone = corrected(entry.withdraw("Tác giả xin rút.", late).unwrap(), content.clone()).unwrap_err();
    assert!(matches!(gone[..], [SubmitRefusal::Withdrawn { .. }]));
    assert_eq!(corrected(draft(complete()), content).unwrap_err(), [SubmitRefusal::NotReturned]);
}

#[test]
fn an_empty_draft_is_told_everything_at_once() {
    let empty = Content {
        title: None,
        category: None,
        entrant: EntrantKind::Organisation,
        organisation: Some("  ".into()),
        created_on: None,
        authors: vec![],
        dossier: crate::entries::Dossier::default(),
        declarations: std::collections::BTreeSet::new(),
    };
    let expected = [
        "entries.title_missing",
        "entries.category_missing",
        "entries.organisation_missing",
        "entries.creation_day_missing",
        "entries.no_author",
        "entries.part_missing",
        "entries.part_missing",
        "entries.part_missing",
        "entries.declaration_missing",
        "entries.declaration_missing",
        "entries.declaration_missing",
        "entries.declaration_missing",
    ];
    assert_eq!(codes(empty), expected);
}

#[test]
fn a_dossier_after_the_hour_is_refused_and_nothing_else_is_held_against_it() {
    let refusals = submit(draft(complete()), "2021-06-30T10:00:00Z").unwrap_err();
    let codes: Vec<_> = refusals.iter().map(Refusal::code).collect();
    assert_eq!(codes, ["entries.window_closed"]);
}

#[test]
fn shares_are_a_whole_and_nobody_has_none() {
    let mut content = complete();
    content.authors[1].share = "39,99".parse().unwrap();
    assert_eq!(codes(content.clone()), ["entries.shares_not_100"]);
    content.authors[1].share = Share::default();
    assert_eq!(codes(content), ["entries.share_zero", "entries.shares_not_100"]);
}

#[test]
fn exactly_one_author_represents_and_every_other_has_agreed() {
    let mut content = complete();
    content.authors[0].representative = false;
    assert_eq!(codes(content.clone()), ["entries.representative_missing"]);
    content.authors.iter_mut().for_each(|author| author.representative = true);
    assert_eq!(codes(content), ["entries.representative_not_one"]);
    let mut content = complete();
    content.authors[1].confirmation = crate::entries::Confirmation::Pending;
    assert_eq!(codes(content), ["entries.author_unconfirmed"]);
}

#[test]
fn the_capacity_agrees_with_the_number_of_authors() {
    let individual = Content { entrant: EntrantKind::Individual, ..complete() };
    assert_eq!(codes(individual), ["entries.individual_with_co_authors"]);
    let mut alone = author("Nguyễn An", "100");
    alone.representative = true;
    let group = Content { authors: vec![alone], ..complete() };
    assert_eq!(codes(group), ["entries.group_of_one"]);
}

#[test]
fn the_solution_was_created_in_the_edition_s_window() {
    let old = Content { created_on: Some(date(2014, 12, 31)), ..complete() };
    assert_eq!(codes(old), ["entries.not_created_in_window"]);
    let unborn = Content { created_on: Some(date(2021, 7, 1)), ..complete() };
    assert_eq!(codes(unborn), ["entries.created_in_future"]);
}

#[test]
fn each_part_is_of_its_kind_and_size() {
    let mut content = complete();
    let parts = &mut content.dossier.0;
    parts.insert(part("tom-tat"), PartContent::Text("ế".repeat(3001)));
    parts.insert(part("ban-mo-ta"), pdf(20_000_001));
    parts.insert(part("toan-van"), PartContent::Text("xem bản mô tả".into()));
    parts.insert(part("phim"), pdf(1));
    let expected =
        ["entries.part_too_long", "entries.part_too_large", "entries.part_of_other_kind", "entries.part_unknown"];
    assert_eq!(codes(content), expected);
}

#[test]
fn an_unknown_category_and_a_stale_form_are_refused() {
    let elsewhere = Content { category: CategoryCode::parse("thien-van"), ..complete() };
    assert_eq!(codes(elsewhere), ["entries.category_unknown"]);
    let newer = Entry { version: 4, ..draft(complete()) };
    let refused = submit(newer, IN_TIME).unwrap_err();
    assert_eq!(refused, [SubmitRefusal::ChangedMeanwhile { seen: 3, current: 4 }]);
}

#[test]
fn a_returned_entry_is_completed_after_the_window_under_its_old_number() {
    let until = date(2021, 7, 20);
    let at: Timestamp = "2021-07-18T02:00:00Z".parse().unwrap();
    let entry = submit(draft(complete()), IN_TIME).unwrap();
    let returned = entry.return_for_completion(until, at).unwrap();
    assert!(returned.may_edit(until).is_ok());
    let book = book();
    let required = Requirements::of(&book, Arrival::Online { at }, at);
    let late = Requirements { today: date(2021, 7, 21), ..required };
    let refused = returned.clone().supplement(5, DossierHash([2; 32]), at, &late);
    assert_eq!(refused, Err(vec![SubmitRefusal::CompletionOver { until }]));
    let completed = returned.supplement(5, DossierHash([2; 32]), at, &required).unwrap();
    let receipt = completed.receipt().unwrap();
    assert_eq!((receipt.number.sequence(), receipt.hash), (42, DossierHash([2; 32])));
    assert_eq!(receipt.supplemented_at, Some(at));
}

#[test]
fn a_withdrawal_needs_a_reason_and_happens_once() {
    let at: Timestamp = IN_TIME.parse().unwrap();
    let entry = submit(draft(complete()), IN_TIME).unwrap();
    assert_eq!(entry.clone().withdraw(" \n", at), Err(WithdrawRefusal::ReasonMissing));
    let withdrawn = entry.withdraw("Nộp đơn sáng chế trước", at).unwrap();
    assert!(withdrawn.receipt().is_some());
    let again = withdrawn.withdraw("lần nữa", at);
    assert_eq!(again, Err(WithdrawRefusal::AlreadyWithdrawn { at }));
}

/// Quảng Ninh's rules, with the registration form printed here.
fn stamped_book(follows: &str) -> RuleBook {
    let section = format!("[rules.stamp]\npart = \"phieu-dang-ky\"\n{follows}\n[rules.forwarding]");
    RuleBook::parse(&books::QUANG_NINH_VIII.replacen("[rules.forwarding]", &section, 1)).unwrap()
}

#[test]
fn a_stamped_form_that_is_asked_for_at_once_must_be_there_and_say_what_the_dossier_says() {
    let book = stamped_book("");
    let at: Timestamp = IN_TIME.parse().unwrap();
    let required = Requirements::of(&book, Arrival::Online { at }, at);
    let told = |stamped, content: &Content| -> Vec<&'static str> {
        required.with_stamp(stamped).problems(content).iter().map(Refusal::code).collect()
    };
    for whole in [Stamped::Stands, Stamped::NotPrintedHere] {
        assert!(told(whole, &complete()).is_empty());
    }
    assert_eq!(told(Stamped::Differs, &complete()), ["entries.stamp_differs"]);
    let mut without = complete();
    without.dossier.0.remove(&part("phieu-dang-ky"));
    assert_eq!(told(Stamped::Missing, &without), ["entries.part_missing"]);
}

#[test]
fn a_stamped_form_that_may_follow_stands_in_nobody_s_way_until_its_last_day() {
    let book = stamped_book("follows_within = 5\n");
    let mut without = complete();
    without.dossier.0.remove(&part("phieu-dang-ky"));
    let submission = submission(IN_TIME);
    let required = Requirements::of(&book, submission.arrival, submission.at).with_stamp(Stamped::Missing);
    let entry = draft(without).submit(submission, &required).unwrap();
    let at: Timestamp = "2021-07-05T02:00:00Z".parse().unwrap();
    let scan = || {
        let PartContent::File(file) = pdf(9_000) else { panic!("a file") };
        Scan { part: part("phieu-dang-ky"), file, seen: 4, at }
    };
    let (until, today) = (date(2021, 7, 7), date(2021, 7, 7));
    let follows = Following { rules: book.rules(), stamped: Stamped::Missing, until, today };
    let late = Following { today: date(2021, 7, 8), ..follows };
    let over = entry.clone().take_stamped(scan(), &late, |_| DossierHash([2; 32]));
    assert_eq!(over, Err(EditRefusal::StampOver { until }));
    let nothing_open = Following { stamped: Stamped::Stands, ..follows };
    let frozen = entry.clone().take_stamped(scan(), &nothing_open, |_| DossierHash([2; 32])).unwrap_err();
    assert_eq!(frozen.code(), "entries.frozen");
    let taken = entry.clone().take_stamped(scan(), &follows, |_| DossierHash([2; 32])).unwrap();
    let receipt = taken.receipt().unwrap();
    assert_eq!((receipt.hash, receipt.supplemented_at), (DossierHash([2; 32]), Some(at)));
    let returned = entry.return_for_completion(date(2021, 7, 20), at).unwrap();
    let missing = returned.supplement(5, DossierHash([3; 32]), at, &required).unwrap_err();
    assert_eq!(missing.iter().map(Refusal::code).collect::<Vec<_>>(), ["entries.part_missing"]);
}
