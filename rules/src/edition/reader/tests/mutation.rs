//! Whatever a hand or a broken disk does to a book, reading it ends, and always the same way.

use proptest::prelude::*;

use crate::edition::{RuleBook, books, explain};

/// A valid book with a few stretches cut out, doubled, or overwritten with pieces of TOML.
fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(String::new()),
        Just("\n".to_owned()),
        Just("= ".to_owned()),
        Just("[[".to_owned()),
        Just("\"".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("-1".to_owned()),
        Just("1e400".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("\n[rules.agency.name]\n".to_owned()),
        Just("\nrules.slug.x = 1\n".to_owned()),
        any::<String>(),
    ];
    let cut = (any::<prop::sample::Index>(), 0usize..40, piece);
    let book = prop::sample::select(books::ALL.map(|(_, text)| text).to_vec());
    (book, prop::collection::vec(cut, 1..4)).prop_map(|(book, cuts)| {
        let mut letters: Vec<char> = book.chars().collect();
        for (place, length, piece) in cuts {
            let from = place.index(letters.len().max(1)).min(letters.len());
            let to = (from + length).min(letters.len());
            letters.splice(from..to, piece.chars());
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn reading_never_panics_and_always_says_the_same(text in mutated()) {
        let first = RuleBook::parse(&text);
        prop_assert_eq!(&first, &RuleBook::parse(&text));
        match first {
            Ok(book) => prop_assert!(!explain(&book).is_empty()),
            Err(errors) => {
                let lines = text.matches('\n').count() + 1;
                prop_assert!(!errors.is_empty());
                prop_assert!(errors.iter().all(|error| (1..=lines).contains(&error.line)));
                prop_assert!(errors.is_sorted_by_key(|error| error.line));
            }
        }
    }

    #[test]
    fn a_text_of_anything_is_read_to_its_end(text in any::<String>()) {
        prop_assert!(RuleBook::parse(&text).is_err());
    }
}
