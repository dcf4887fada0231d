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

#[test]
fn a_choice_by_rule_is_read_and_told_in_words() {
    let keys = "least_points = 80\nper_category = 3\nties = \"wait\"\nreserve = 2";
    let book = RuleBook::parse(&books::QUANG_NINH_VIII.replacen("least_points = 80", keys, 1)).unwrap();
    let rule = book.rules().forwarding.as_ref().unwrap();
    let choice = rule.choice.as_ref().unwrap();
    assert_eq!((choice.per_category.map(std::num::NonZeroU32::get), choice.reserve), (Some(3), 2));
    assert!(explain(&book).contains("mỗi lĩnh vực nhiều nhất 3"), "{}", explain(&book));
    let old = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    assert_eq!(old.rules().forwarding.as_ref().unwrap().choice, None, "a book leaves it to persons");
    assert_eq!(differences(&old, &book).len(), 1);
    for (from, to) in
        [("per_category = 3", "per_category = 4"), ("\"wait\"", "\"together\""), ("reserve = 2", "reserve = 1")]
    {
        let text = books::QUANG_NINH_VIII.replacen("least_points = 80", &keys.replace(from, to), 1);
        assert_eq!(differences(&book, &RuleBook::parse(&text).unwrap()).len(), 1, "{to} changes unseen");
    }
    let from = "least_points = 80";
    spoilt(from, "least_points = 80\nreserve = 2").is_refused("book.missing_key", "[rules.forwarding]");
    spoilt(from, "least_points = 80\nties = \"lot\"").is_refused("book.wrong_value", "ties = \"lot\"");
}

#[test]
fn whether_the_result_may_be_read_above_is_told_in_words() {
    let text = books::QUANG_NINH_VIII.replacen("least_points = 80", "least_points = 80\nshows_result = true", 1);
    let book = RuleBook::parse(&text).unwrap();
    let old = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    let shows = |book: &RuleBook| book.rules().forwarding.as_ref().unwrap().shows_result;
    assert!(shows(&book) && !shows(&old), "hidden where the book says nothing");
    assert_eq!(differences(&old, &book).len(), 1);
    assert!(explain(&book).contains("Kết quả gửi kèm"), "{}", explain(&book));
}

#[test]
fn how_long_a_file_may_follow_is_read_and_told_in_words() {
    let book = RuleBook::parse(&with_section("[rules.arrival]\nfiles_after_hours = 24")).unwrap();
    assert_eq!(book.rules().files_after.map(std::num::NonZeroU16::get), Some(24));
    assert!(explain(&book).contains("trong 24 giờ kể từ lúc nộp"), "{}", explain(&book));
    let old = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    assert_eq!(old.rules().files_after, None, "every file comes with the dossier");
    assert_eq!(differences(&old, &book).len(), 1);
    let section = |lines: &str| format!("[rules.arrival]\n{lines}\n\n[rules.forwarding]");
    let from = "[rules.forwarding]";
    spoilt(from, &section("files_after_hours = 0")).is_refused("book.out_of_range", "files_after_hours = 0");
    spoilt(from, &section("")).is_refused("book.missing_key", "[rules.arrival]");
}

#[test]
fn whether_others_submit_on_an_authorisation_alone_is_told_in_words() {
    let text = books::QUANG_NINH_VIII.replacen("[rules.entrants]", "[rules.entrants]\nauthorisation = true", 1);
    let (old, book) = (RuleBook::parse(books::QUANG_NINH_VIII).unwrap(), RuleBook::parse(&text).unwrap());
    assert!(book.rules().entrants.authorisation && !old.rules().entrants.authorisation);
    assert!(explain(&book).contains("giấy ủy quyền"), "{}", explain(&book));
    let told = differences(&old, &book);
    assert!(told.len() == 1 && told[0].contains("Nộp hộ qua mạng"), "{told:?}");
    spoilt("[rules.entrants]", "[rules.entrants]\nauthorisation = 1")
        .is_refused("book.wrong_kind", "authorisation = 1");
}
