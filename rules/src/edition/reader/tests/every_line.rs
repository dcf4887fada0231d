//! The same question put to every line of every book.

use std::collections::BTreeSet;

use crate::edition::{RuleBook, books, differences, explain};

/// Every `key = value` line, with its number from 1.
fn fields(book: &str) -> Vec<(usize, &str)> {
    let lines = (1..).zip(book.lines());
    let is_field = |line: &str| line.contains(" = ") && !line.starts_with(['#', ' ']);
    lines.filter(|(_, line)| is_field(line)).collect()
}

/// The book with one line put in the place of another; several if the text has several.
fn with_line(book: &str, number: usize, text: &str) -> String {
    let line = |(n, line): (usize, &str)| {
        if n == number { text.to_owned() } else { line.to_owned() }
    };
    (1..).zip(book.lines()).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_line_written_twice_is_told_at_the_second() {
    for (name, book) in books::ALL {
        for (number, line) in fields(book).into_iter().filter(|(_, line)| !line.ends_with('[')) {
            let text = with_line(book, number, &format!("{line}\n{line}"));
            let errors = RuleBook::parse(&text).unwrap_err();
            let told: Vec<_> = errors.iter().map(|error| (error.code, error.line)).collect();
            assert_eq!(told, [("book.doubled", number + 1)], "{name}: {line}");
        }
    }
}

#[test]
fn a_line_left_out_is_told_unless_the_field_may_be_absent() {
    let mut may_be_absent = BTreeSet::new();
    for (name, book) in books::ALL {
        for (number, line) in fields(book).into_iter().filter(|(_, line)| !line.ends_with('[')) {
            match RuleBook::parse(&with_line(book, number, "")) {
                Ok(_) => {
                    may_be_absent.extend(line.split_once(" = ").map(|(key, _)| key));
                }
                Err(errors) => {
                    let known = |code| ["book.missing_key", "book.contradiction"].contains(&code);
                    assert!(errors.iter().any(|error| known(error.code)), "{name} {line} {errors:?}");
                    assert!(errors.iter().all(|error| error.line <= number), "{name} {line} {errors:?}");
                }
            }
        }
    }
    let known = [
        "created_from",
        "guidance",
        "help",
        "latest_arrival",
        "least_points",
        "max_authors",
        "minimum",
        "minimum_age",
        "ordinal",
        "reports_due",
        "threshold",
        "to",
        "trim_from_sheets",
        "zero_ends_entry",
    ];
    assert_eq!(may_be_absent, BTreeSet::from(known));
}

#[test]
fn a_line_with_a_table_for_its_value_is_told_at_that_line() {
    for (name, book) in books::ALL {
        for (number, line) in fields(book).into_iter().filter(|(_, line)| !line.ends_with('[')) {
            let (key, _) = line.split_once(" = ").unwrap();
            let errors = RuleBook::parse(&with_line(book, number, &format!("{key} = {{}}"))).unwrap_err();
            let told = errors.iter().map(|error| (error.code, error.line));
            assert!(told.clone().any(|error| error == ("book.wrong_kind", number)), "{name}: {line} {errors:#?}");
        }
    }
}

#[test]
fn a_key_that_nobody_asks_for_is_told_in_every_section() {
    for (name, book) in books::ALL {
        for (number, line) in (1..).zip(book.lines()).filter(|(_, line)| line.starts_with('[')) {
            let text = with_line(book, number, &format!("{line}\nkhong-biet = 1"));
            let errors = RuleBook::parse(&text).unwrap_err();
            // In the table of amounts every key is the code of a tier.
            let code = if line == "[money.amounts]" { "book.unknown_code" } else { "book.unknown_key" };
            let told: Vec<_> = errors.iter().map(|error| (error.code, error.line)).collect();
            assert_eq!(told, [(code, number + 1)], "{name}: {line}");
        }
    }
}

/// The line with another value of the same kind.
fn changed(line: &str) -> Option<String> {
    let (key, value) = line.split_once(" = ")?;
    let value = value.split(" # ").next()?;
    let new = if let Some(text) = value.strip_suffix('"') {
        format!("{text}x\"")
    } else if let Ok(number) = value.replace('_', "").parse::<i64>() {
        (number + 1).to_string()
    } else if let Ok(flag) = value.parse::<bool>() {
        (!flag).to_string()
    } else if let Ok(day) = value.parse::<jiff::civil::Date>() {
        day.tomorrow().ok()?.to_string()
    } else if value.contains('T') {
        value.replace("17:00", "16:30")
    } else {
        return None;
    };
    Some(format!("{key} = {new}"))
}

/// No field is parsed and ignored: whatever may be changed makes another book, and the change is
/// told in words.
#[test]
fn every_change_makes_another_book_and_shows_in_words() {
    let mut tried = 0;
    for (name, text) in books::ALL {
        let old = RuleBook::parse(text).unwrap();
        for (number, line) in fields(text) {
            let Some(line) = changed(line) else { continue };
            let Ok(new) = RuleBook::parse(&with_line(text, number, &line)) else {
                continue;
            };
            assert_ne!(old, new, "{name}: {line} is read and ignored");
            assert!(!differences(&old, &new).is_empty(), "{name}: {line} changes unseen");
            assert_ne!(explain(&old), explain(&new), "{name}: {line} is not explained");
            tried += 1;
        }
    }
    assert!(tried > 400, "only {tried} lines could be changed");
}
