//! The formula of merit, which a book may have beside its parts.

use crate::commendation::{Criterion, Rule};
use crate::edition::{AmendmentRefusal, RuleBook, books, differences, explain, merit_stands};
use crate::judging::Points;

/// Quảng Ninh VIII with a formula at its end, and one text of it in the place of another.
fn with_formula(from: &str, to: &str) -> String {
    let points = Criterion::ALL.map(|criterion| format!("{criterion} = 2\n")).concat();
    let merit = format!(
        "\n[merit]\ndocument = \"86/KH-BTC\"\nissuer = \"Ban Tổ chức\"\nissued = 2020-07-27\nin_force = 2020-07-27\n\
         \n[merit.points]\n{points}\n[merit.ceilings]\nentry_sent = 10\n"
    );
    assert!(merit.contains(from), "the formula has no {from:?}");
    format!("{}{}", books::QUANG_NINH_VIII, merit.replacen(from, to, 1))
}

fn codes(text: &str) -> Vec<&'static str> {
    RuleBook::parse(text).unwrap_err().iter().map(|error| error.code).collect()
}

#[test]
fn a_formula_is_read_and_told_in_words() {
    let book = RuleBook::parse(&with_formula("", "")).unwrap();
    let rule = book.merit().unwrap().formula.rule(Criterion::EntrySent);
    assert_eq!(rule, Rule { each: Points::whole(2), ceiling: Some(Points::whole(10)) });
    let told = explain(&book);
    assert!(told.contains("Hồ sơ dự thi đã gửi [entry_sent]: 2 điểm, tối đa 10 điểm."), "{told}");
    assert_eq!(RuleBook::parse(books::QUANG_NINH_VIII).unwrap().merit(), None, "a book does without");
}

#[test]
fn an_amendment_tells_what_changes_of_it() {
    let read = |text: &str| RuleBook::parse(text).unwrap();
    let (none, first) = (read(books::QUANG_NINH_VIII), read(&with_formula("", "")));
    let second = read(&with_formula("report_on_time = 2", "report_on_time = 2.5"));
    let come = differences(&none, &first);
    assert_eq!(come.len(), 1);
    assert!(come[0].starts_with("Bổ sung cách tính điểm thi đua của đơn vị. Theo văn bản số 86/KH-BTC"), "{come:?}");
    let changed = differences(&first, &second);
    assert_eq!(changed.len(), 1);
    assert!(changed[0].contains("Báo cáo đúng hạn [report_on_time]: 2,5 điểm, không giới hạn"), "{changed:?}");
    assert_eq!(differences(&second, &none), ["Bỏ cách tính điểm thi đua của đơn vị."]);
}

#[test]
fn whatever_is_wrong_with_it_is_told() {
    assert_eq!(codes(&with_formula("prize_2 = 2\n", "")), ["book.missing_key"]);
    assert_eq!(codes(&with_formula("prize_2 = 2", "prize_2 = \"hai\"")), ["book.wrong_value"]);
    assert_eq!(codes(&with_formula("prize_2 = 2", "prize_2 = 10001")), ["book.out_of_range"]);
    assert_eq!(codes(&with_formula("entry_sent = 10", "entry_sent = 1")), ["book.out_of_order"]);
    assert_eq!(codes(&with_formula("entry_sent = 10", "khac = 1")), ["book.unknown_key"]);
}

#[test]
fn by_what_units_are_put_forward_stands_and_its_paper_may_be_put_right() {
    let read = |text: &str| RuleBook::parse(text).unwrap();
    let (none, first) = (read(books::QUANG_NINH_VIII), read(&with_formula("", "")));
    let more = read(&with_formula("report_on_time = 2", "report_on_time = 2.5"));
    let later = read(&with_formula("in_force = 2020-07-27", "in_force = 2020-09-01"));
    for changed in [&none, &more, &later] {
        assert_eq!(merit_stands(&first, changed), Err(AmendmentRefusal::MeritUsed));
    }
    assert_eq!(merit_stands(&none, &first), Err(AmendmentRefusal::MeritUsed), "another would count than before");
    assert_eq!(merit_stands(&first, &read(&with_formula("86/KH-BTC", "87/KH-BTC"))), Ok(()));
}
