//! The book as a text that a committee can hold beside its own document.

use std::fmt::Write as _;

use super::articles::{Article, articles, basis, name};
use super::{Part, RuleBook};

/// What the program has understood, in Vietnamese, article by article; what is absent is said.
pub fn explain(book: &RuleBook) -> String {
    let mut text = format!(
        "{}\n\nBản diễn giải sổ thể lệ, để đối chiếu với văn bản đã ban hành; khi khác nhau thì văn bản đã ban hành là đúng và phải sửa sổ thể lệ.\n",
        book.title().to_uppercase()
    );
    let mut number = 0;
    for (index, part) in (1..).zip(Part::ALL) {
        let heading = format!(
            "PHẦN {}. {}",
            super::roman(index),
            name(part).to_uppercase()
        );
        let basis = basis(book, part).unwrap_or_else(|| absent(part).to_owned());
        push(&mut text, &format!("\n{heading}\n{basis}\n"));
        for article in articles(book, part) {
            number += 1;
            push(&mut text, &written(&article, number));
        }
    }
    push(&mut text, &format!("\n{}\n", lacks(book)));
    text
}

fn push(text: &mut String, more: &str) {
    // Writing to a String cannot fail; the sink is not the office's printer.
    let _ = text.write_str(more);
}

fn written(article: &Article, number: usize) -> String {
    let mut text = format!("\nĐiều {number}. {}\n", article.title);
    for (index, line) in article.lines.iter().enumerate() {
        push(
            &mut text,
            &format!("{}. {}: {}.\n", index + 1, line.label, line.text),
        );
    }
    text
}

const fn absent(part: Part) -> &'static str {
    match part {
        Part::Rules | Part::Calendar => "Chưa có.",
        Part::Marking => "Chưa có: chưa mở được vòng chấm nào cho đến khi bổ sung phần này.",
        Part::Prizes => "Chưa có: chấm và xếp hạng được, chưa xét giải được.",
        Part::Money => "Chưa có: xét giải được, quyết định khen thưởng không ghi mức tiền.",
    }
}

fn lacks(book: &RuleBook) -> String {
    let missing: Vec<_> = book.missing().into_iter().map(name).collect();
    if missing.is_empty() {
        "Sổ thể lệ đã đủ các phần.".to_owned()
    } else {
        format!("Sổ thể lệ còn thiếu: {}.", missing.join(", "))
    }
}
