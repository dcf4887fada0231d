//! What a book says of the form that is printed here and comes back stamped.

use super::spoilt;
use crate::edition::{RuleBook, books, differences, explain};

const FROM: &str = "[rules.forwarding]";

fn section(lines: &str) -> String {
    format!("[rules.stamp]\n{lines}\n\n{FROM}")
}

fn with_stamp(lines: &str) -> RuleBook {
    RuleBook::parse(&books::QUANG_NINH_VIII.replacen(FROM, &section(lines), 1)).unwrap()
}

#[test]
fn the_stamped_form_is_read_and_told_in_words() {
    let at_once = with_stamp("part = \"phieu-dang-ky\"");
    assert_eq!(at_once.rules().stamp_follows(), None);
    assert_eq!(at_once.rules().stamped_part().map(|part| part.code.as_str()), Some("phieu-dang-ky"));
    let later = with_stamp("part = \"phieu-dang-ky\"\nfollows_within = 5");
    assert!(explain(&later).contains("trong 5 ngày làm việc"), "{}", explain(&later));
    let plain = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
    assert_eq!(plain.rules().stamp, None, "a book does without");
    for (old, new) in [(&plain, &at_once), (&at_once, &later), (&later, &plain)] {
        let told = differences(old, new);
        assert!(told.len() == 1 && told[0].contains("Phiếu có chữ ký và dấu"), "{told:?}");
    }
}

#[test]
fn the_stamped_form_is_a_file_that_judges_never_see() {
    spoilt(FROM, &section("follows_within = 5")).is_refused("book.missing_key", "[rules.stamp]");
    spoilt(FROM, &section("part = \"phieu\"")).is_refused("book.unknown_code", "part = \"phieu\"");
    spoilt(FROM, &section("part = \"tom-tat\"")).is_refused("book.contradiction", "part = \"tom-tat\"");
    spoilt(FROM, &section("part = \"ban-mo-ta\"")).is_refused("book.contradiction", "part = \"ban-mo-ta\"");
    let days = section("part = \"phieu-dang-ky\"\nfollows_within = 0");
    spoilt(FROM, &days).is_refused("book.out_of_range", "follows_within = 0");
}
