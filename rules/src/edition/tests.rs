//! The books that come with the program, read and told back.

use super::*;

fn book(text: &str) -> RuleBook {
    RuleBook::parse(text).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

#[test]
fn every_book_is_read_and_told_in_words() {
    for (name, text) in books::ALL {
        insta::assert_snapshot!(format!("explain-{name}"), explain(&book(text)));
    }
}
