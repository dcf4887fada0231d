//! What a book says of a part that is written under headings.

use super::spoilt;
use crate::edition::RuleBook;

const FROM: &str = "[[rules.channels]]\ncode = \"online\"";

/// A part with these lines behind its own, before the channels.
fn part(lines: &str) -> String {
    format!(
        "[[rules.dossier]]\ncode = \"theo-muc\"\nname = \"Theo mục\"\nkind = \"fields\"\nrequired = false\n\
         shown_to_judges = false\n{lines}\n\n{FROM}"
    )
}

fn video(limits: &str) -> String {
    format!(
        "[[rules.dossier]]\ncode = \"phim\"\nname = \"Phim\"\nkind = \"video\"\n{limits}\nrequired = false\n\
         shown_to_judges = true\n\n{FROM}"
    )
}

fn field(lines: &str) -> String {
    part(&format!("\n[[rules.dossier.fields]]\ncode = \"mot\"\nname = \"Một\"\nrequired = false\n{lines}"))
}

#[test]
fn a_part_has_fields_of_its_own_or_a_layout_that_is_shipped() {
    spoilt(FROM, &part("")).is_refused("book.empty", "kind = \"fields\"");
    spoilt(FROM, &part("layout = \"la\"")).is_refused("book.wrong_value", "layout = \"la\"");
    let both = part("layout = \"theo-muc\"\nfields = [{ code = \"mot\" }]");
    spoilt(FROM, &both).is_refused("book.contradiction", "layout = \"theo-muc\"");
}

#[test]
fn a_video_has_a_limit_of_size_and_one_of_length() {
    let book = RuleBook::parse(&spoilt(FROM, &video("max_megabytes = 200\nmax_minutes = 5")).text).unwrap();
    let kind = book.rules().dossier_part("phim").unwrap().kind;
    assert!(kind.is_video() && kind.max_megabytes().is_some_and(|most| most.get() == 200), "{kind:?}");
    let long = video("max_megabytes = 200\nmax_minutes = 61");
    spoilt(FROM, &long).is_refused("book.out_of_range", "max_minutes = 61");
    let heavy = video("max_megabytes = 501\nmax_minutes = 5");
    spoilt(FROM, &heavy).is_refused("book.out_of_range", "max_megabytes = 501");
}

#[test]
fn a_field_is_read_in_full_or_refused_at_its_line() {
    spoilt(FROM, &field("kind = \"picture\"")).is_refused("book.wrong_value", "kind = \"picture\"");
    spoilt(FROM, &field("kind = \"number\"\nmaximum = 3")).is_refused("book.unknown_key", "maximum = 3");
    let rows = field("kind = \"table\"\ncolumns = [\"Bước\"]\nrows = 0");
    spoilt(FROM, &rows).is_refused("book.out_of_range", "rows = 0");
    let same = field("kind = \"choice\"\nchoices = [{ code = \"a\", text = \"A\" }, { code = \"a\", text = \"B\" }]");
    spoilt(FROM, &same).is_refused("book.duplicate_code", "choices = [");
}

#[test]
fn a_condition_names_a_field_and_one_of_its_answers() {
    let second = "\n[[rules.dossier.fields]]\ncode = \"hai\"\nname = \"Hai\"\nkind = \"day\"\nrequired = false\n";
    for (when, is) in [("khong-co", "yes"), ("mot", "perhaps"), ("hai", "yes")] {
        let lines = format!("kind = \"yes_no\"\n{second}required_when = \"{when}\"\nrequired_is = \"{is}\"");
        spoilt(FROM, &field(&lines)).is_refused("book.unknown_code", &format!("required_when = \"{when}\""));
    }
}

#[test]
fn a_part_may_be_kept_secret_and_then_its_judges_too() {
    let from = "code = \"phieu-dang-ky\"";
    let told = |lines: &str| spoilt(from, &format!("{from}\n{lines}"));
    let book = told("secret = \"Có thông tin cá nhân\"").text;
    let book = crate::edition::RuleBook::parse(&book).unwrap();
    let part = book.rules().dossier_part("phieu-dang-ky").unwrap();
    assert_eq!((part.secret.as_deref(), part.secret_to_judges), (Some("Có thông tin cá nhân"), false));
    told("secret = \"\"").is_refused("book.empty", "secret = \"\"");
    told("secret_to_judges = true").is_refused("book.contradiction", "secret_to_judges = true");
    let shown = book.rules().dossier_part("ban-mo-ta").unwrap();
    assert!(shown.judges_read(false) && !shown.judges_read(true), "what is secret is not for judges by itself");
}
