//! The book as a text that a committee can hold beside its own document.

use super::articles::{Article, articles, basis, basis_in, merit_article};
use super::{Part, RuleBook};

const FOREWORD: &str = "Bản diễn giải sổ thể lệ, để đối chiếu với văn bản đã ban hành; nếu hai bên khác nhau thì văn bản đã ban hành là đúng và phải sửa sổ thể lệ.";

/// What the program has understood, in Vietnamese, article by article; what is absent is said.
pub fn explain(book: &RuleBook) -> String {
    let mut paragraphs = vec![book.title().to_uppercase(), FOREWORD.to_owned()];
    let mut number = 0;
    for (index, part) in (1..).zip(Part::ALL) {
        let heading = format!("PHẦN {}. {}", super::roman(index), part.vietnamese().to_uppercase());
        let basis = basis(book, part).unwrap_or_else(|| absent(part).to_owned());
        paragraphs.push(format!("{heading}\n{basis}"));
        for article in articles(book, part) {
            number += 1;
            paragraphs.push(written(&article, number));
        }
    }
    if let Some(part) = book.merit() {
        paragraphs.push(format!("THI ĐUA CỦA ĐƠN VỊ\n{}", basis_in(&part.source)));
        paragraphs.push(written(&merit_article(part), number + 1));
    }
    paragraphs.push(lacks(book));
    paragraphs.join("\n\n") + "\n"
}

fn written(article: &Article, number: usize) -> String {
    let heading = format!("Điều {number}. {}", article.title);
    let lines = (1..).zip(&article.lines).map(|(n, line)| format!("{n}. {}.", line.printed()));
    std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n")
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
    let missing: Vec<_> = book.missing().into_iter().map(Part::vietnamese).collect();
    if missing.is_empty() {
        "Sổ thể lệ đã đủ các phần.".to_owned()
    } else {
        format!("Sổ thể lệ còn thiếu: {}.", missing.join(", "))
    }
}
