//! Reads a rule book from TOML and tells everything that is wrong with it, line by line.
//!
//! The sentences are Vietnamese, because the person who reads them is a clerk of the committee
//! with the *Thể lệ* in hand: each says what to write instead. Every key must be asked for by
//! some reader here; what nobody asked for is refused, so that no clause is parsed and ignored.

mod calendar;
mod clause;
mod findings;
mod marking;
mod not_carried_out;
mod prizes;
mod rules;
#[cfg(test)]
mod tests;

use toml_edit::Document;

use super::{Calendar, Channel, MarkingPart, MoneyPart, Part, PrizesPart, RuleBook, Rules};
use clause::Clause;
pub use findings::BookError;
use findings::Findings;

/// Reads a book, or tells everything that is wrong with it, in the order of its lines.
pub(super) fn read(text: &str) -> Result<RuleBook, Vec<BookError>> {
    let findings = Findings::in_text(text);
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return Err(vec![findings.syntax(&error)]),
    };
    let book = book(&Clause::root(document.as_table(), &findings));
    match (book, findings.in_order()) {
        (Some(book), errors) if errors.is_empty() => Ok(book),
        (_, errors) => Err(errors),
    }
}

/// The parts as far as each could be read by itself; a part that could not is `None` inside.
struct Parts {
    rules: Option<Rules>,
    calendar: Option<Calendar>,
    marking: Option<Option<MarkingPart>>,
    prizes: Option<Option<PrizesPart>>,
    money: Option<Option<MoneyPart>>,
}

fn book(root: &Clause<'_>) -> Option<RuleBook> {
    let parts = Parts {
        rules: root
            .section(Part::Rules.code())
            .and_then(|clause| rules::read(&clause)),
        calendar: root
            .section(Part::Calendar.code())
            .and_then(|clause| calendar::read(&clause)),
        marking: optional(root, Part::Marking, marking::read),
        prizes: optional(root, Part::Prizes, prizes::read),
        money: optional(root, Part::Money, prizes::read_money),
    };
    root.close();
    across(root, &parts);
    Some(RuleBook {
        rules: parts.rules?,
        calendar: parts.calendar?,
        marking: parts.marking?,
        prizes: parts.prizes?,
        money: parts.money?,
    })
}

/// A part that may be absent; `None` if it is there and wrong.
fn optional<T>(
    root: &Clause<'_>,
    part: Part,
    read: impl Fn(&Clause<'_>) -> Option<T>,
) -> Option<Option<T>> {
    if root.has(part.code()) {
        root.section(part.code())
            .and_then(|clause| read(&clause))
            .map(Some)
    } else {
        root.asked(part.code());
        Some(None)
    }
}

/// What one part says about another.
fn across(root: &Clause<'_>, parts: &Parts) {
    if let (Some(rules), Some(calendar)) = (&parts.rules, &parts.calendar) {
        post_after_close(root, rules, calendar);
    }
    if let (Some(rules), Some(Some(_))) = (&parts.rules, &parts.marking) {
        something_to_mark(root, rules);
    }
    if let (Some(prizes), Some(Some(money))) = (&parts.prizes, &parts.money) {
        prizes::money_fits(root, prizes.as_ref(), money);
    }
    if let (Some(Some(marking)), Some(Some(prizes))) = (&parts.marking, &parts.prizes) {
        prizes::thresholds_within_reach(root, marking, prizes);
    }
}

fn post_after_close(root: &Clause<'_>, rules: &Rules, calendar: &Calendar) {
    let last_day = calendar.intake.last_day;
    for (index, channel) in rules.channels.iter().enumerate() {
        if let Channel::ByPost {
            latest_arrival: Some(latest),
            ..
        } = channel
            && *latest < last_day
        {
            let line = root.line_of(&["rules", "channels", &index.to_string(), "latest_arrival"]);
            let last_day = super::day(last_day);
            root.findings().add(line, "book.contradiction", format!(
                "Ngày nhận chậm nhất qua bưu điện phải từ ngày hết hạn nhận hồ sơ trở đi; hãy viết ngày không sớm hơn {last_day}."
            ));
        }
    }
}

fn something_to_mark(root: &Clause<'_>, rules: &Rules) {
    if !rules.dossier.iter().any(|part| part.shown_to_judges) {
        root.findings().add(
            root.line_of(&["rules", "dossier"]),
            "book.contradiction",
            "Giám khảo không được đọc thành phần hồ sơ nào; hãy ghi `shown_to_judges = true` cho ít nhất một thành phần."
                .to_owned(),
        );
    }
}
