//! What a book says of the levels: how a unit stands behind its people's entries.

use super::spoilt;
use crate::edition::{RuleBook, books, differences, explain};

/// Quảng Ninh VIII with that section before the one on forwarding.
fn with_section(section: &str) -> String {
    books::QUANG_NINH_VIII.replacen("[rules.forwarding]", &format!("{section}\n\n[rules.forwarding]"), 1)
}

#[test]
fn a_unit_s_word_is_read_and_told_in_words() {
    let text = with_section("[rules.endorsement]\nrequired = true\nper_unit = 15");
    let book = RuleBook::parse(&text).unwrap();
    let rule = book.rules().endorsement.as_ref().unwrap();
    assert_eq!((rule.required, rule.per_unit.map(std::num::NonZeroU32::get)), (true, Some(15)));
    assert!(explain(&book).contains("mỗi đơn vị nhiều nhất 15 hồ sơ"), "{}", explain(&book));
    let old = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    assert_eq!(old.rules().endorsement, None, "a book does without");
    let told = differences(&old, &book);
    assert!(told.len() == 1 && told[0].contains("Đơn vị xác nhận"), "{told:?}");
    let other = RuleBook::parse(&text.replace("required = true\nper", "required = false\nper")).unwrap();
    assert_eq!(differences(&book, &other).len(), 1);
}

#[test]
fn a_unit_s_word_is_read_in_full_or_refused_at_its_line() {
    let section = |lines: &str| format!("[rules.endorsement]\n{lines}\n\n[rules.forwarding]");
    let from = "[rules.forwarding]";
    spoilt(from, &section("per_unit = 15")).is_refused("book.missing_key", "[rules.endorsement]");
    spoilt(from, &section("required = true\nper_unit = 0")).is_refused("book.out_of_range", "per_unit = 0");
    spoilt(from, &section("required = true\nper_units = 3")).is_refused("book.unknown_key", "per_units = 3");
}
