//! The books that come with the program, read, told in words, amended, and asked for the time.

mod amendment;
mod calendar;

use super::*;

fn read(text: &str) -> RuleBook {
    RuleBook::parse(text).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Quảng Ninh VIII with some texts put in the place of others.
fn quang_ninh(changes: &[(&str, &str)]) -> RuleBook {
    let change = |text: String, (from, to): &(&str, &str)| {
        assert!(text.contains(from), "the book has no {from:?}");
        text.replacen(from, to, 1)
    };
    read(&changes.iter().fold(books::QUANG_NINH_VIII.to_owned(), change))
}

#[test]
fn every_book_is_read_and_told_in_words() {
    for (name, text) in books::ALL {
        insta::assert_snapshot!(format!("explain-{name}"), explain(&read(text)));
    }
}

#[test]
fn a_book_may_be_written_in_any_shape_that_toml_knows() {
    let inline = quang_ninh(&[
        (
            "[rules.agency]\nname = \"Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh\"\nsymbol = \"LHH-KHCN\"\nplace = \"Quảng Ninh\"\n",
            "",
        ),
        (
            "term = ",
            "agency = { name = \"Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh\", symbol = \"LHH-KHCN\", place = \"Quảng Ninh\" }\nterm = ",
        ),
        ("[marking.tally]\naggregate = \"mean\"\nround_to = 0.01\n", ""),
        ("blind = true", "tally.aggregate = \"mean\"\ntally.round_to = \"0,01\"\nblind = true"),
        ("round_to = \"0,01\"", "'round_to' = '0.01'"),
    ]);
    assert_eq!(inline, quang_ninh(&[]));
    let windows = books::QUANG_NINH_VIII.replace('\n', "\r\n");
    assert_eq!(read(&windows), quang_ninh(&[]));
}

#[test]
fn two_keyboards_write_one_name() {
    let decomposed = quang_ninh(&[("name = \"Giải Ba\"", "name = \" Gia\u{309}i  Ba \"")]);
    assert_eq!(decomposed, quang_ninh(&[]));
}

#[test]
fn an_edition_may_launch_without_its_later_parts_and_says_which() {
    let (launch, _) = books::QUANG_NINH_VIII.split_once("[marking]").unwrap();
    let book = read(launch);
    assert_eq!(book.missing(), [Part::Marking, Part::Prizes, Part::Money]);
    assert!(explain(&book).ends_with("Sổ thể lệ còn thiếu: Chấm thi, Giải thưởng, Tiền thưởng.\n"));
    assert_eq!(quang_ninh(&[]).missing(), []);
}

#[test]
fn the_title_names_the_run_and_the_years() {
    let title = quang_ninh(&[]).title();
    assert_eq!(title, "Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021");
    let title = read(books::SON_LA_SANG_KIEN).title();
    assert_eq!(title, "Xét công nhận sáng kiến tỉnh Sơn La, năm 2024");
}

/// Every upward contest and category that a book names is there where both books come along.
#[test]
fn the_books_that_send_upward_name_what_the_upper_book_has() {
    let all: Vec<RuleBook> = books::ALL.iter().map(|(_, text)| read(text)).collect();
    let mut checked = 0;
    for lower in &all {
        let Some(rule) = &lower.rules().forwarding else {
            continue;
        };
        let upper = all.iter().find(|book| book.rules().slug == rule.to).expect("the upper book");
        for category in &lower.rules().categories {
            let code = category.upward.as_ref().expect("forwarding books map every category");
            assert!(upper.rules().category(code.as_str()).is_some(), "{code}");
            checked += 1;
        }
    }
    assert_eq!(checked, 9);
}
