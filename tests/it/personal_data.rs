//! Every column of the tables, by the class of personal data that it holds, in one place.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::proof::columns;

const LABELS: &str = include_str!("../../docs/personal-data.md");
const CLASSES: [&str; 7] = ["person", "reach", "sensitive", "key", "words", "secret", "none"];

/// The class of every labelled column, with its table.
fn labels() -> BTreeMap<(String, String), String> {
    let line = Regex::new(r"(?m)^- `(\w+)`: (.+)$").unwrap();
    let (class, column) = (Regex::new(r"^\w+").unwrap(), Regex::new(r"`(\w+)`").unwrap());
    let mut labels = BTreeMap::new();
    for table in line.captures_iter(LABELS) {
        for group in table[2].split("; ") {
            let class = class.find(group).unwrap().as_str();
            assert!(CLASSES.contains(&class), "{class} in the line of {}", &table[1]);
            for named in column.captures_iter(group) {
                let before = labels.insert((table[1].to_owned(), named[1].to_owned()), class.to_owned());
                assert_eq!(before, None, "{}.{} stands there twice", &table[1], &named[1]);
            }
        }
    }
    labels
}

#[test]
fn every_column_has_its_class_of_personal_data() {
    let (labels, columns) = (labels(), columns());
    let labelled: BTreeSet<_> = labels.keys().cloned().collect();
    let bare: Vec<_> = columns.difference(&labelled).collect();
    assert_eq!(bare, Vec::<&(String, String)>::new(), "without a class in docs/personal-data.md");
    let gone: Vec<_> = labelled.difference(&columns).collect();
    assert_eq!(gone, Vec::<&(String, String)>::new(), "no such column");
}

/// What a column is called says the least that it can be.
#[test]
fn nobody_is_reached_or_known_by_a_column_of_nothing() {
    let least = [
        (r"^(email|phone|zalo|asker_email|asker_phone)$", "reach"),
        (r"^(token_hash|password_hash|secret_hash)$", "secret"),
        (r"^(account_id|author_id|owner_id|judge_id|reader_id|made_by|recorded_by)$", "key"),
        (r"^(born|guardian)$", "sensitive"),
    ];
    for (names, class) in least {
        let names = Regex::new(names).unwrap();
        let wrong: Vec<_> =
            labels().into_iter().filter(|((_, column), is)| names.is_match(column) && is != class).collect();
        assert_eq!(wrong, Vec::new(), "less than {class}");
    }
}
