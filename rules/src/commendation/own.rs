//! A commendation that a unit itself gave: which paper, to whom, for what.

use jiff::civil::Date;
use thiserror::Error;

use crate::correspondence::DocumentNumber;
use crate::day::parse_day;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// What the unit gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCommendation {
    /// Number and symbol of the decision; empty while it is a draft.
    pub decision: String,
    /// The decision's day; none while it is a draft.
    pub day: Option<Date>,
    /// Who was commended.
    pub receiver: String,
    /// Whether that is a collective.
    pub collective: bool,
    /// For what.
    pub merit: String,
}

/// As it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnForm<'a> {
    /// Number and symbol.
    pub decision: &'a str,
    /// The day.
    pub day: &'a str,
    /// Who.
    pub receiver: &'a str,
    /// `collective` or `person`.
    pub kind: &'a str,
    /// For what.
    pub merit: &'a str,
}

impl OwnCommendation {
    /// Reads the form, or tells everything that is wrong with it. A decision has both number and day; a
    /// draft has neither.
    pub fn parse(form: OwnForm<'_>, today: Date) -> Result<Self, Vec<OwnRefusal>> {
        let mut wrong = Vec::new();
        let decision = short(form.decision, "decision", 100, &mut wrong);
        let day = day(form.day, today, &mut wrong);
        let decision = numbered(decision, day.unwrap_or(today), &mut wrong);
        let receiver = short(form.receiver, "receiver", 300, &mut wrong);
        let merit = short(form.merit, "merit", 500, &mut wrong);
        wrong.extend(receiver.is_empty().then_some(OwnRefusal::Missing { field: "receiver" }));
        wrong.extend(merit.is_empty().then_some(OwnRefusal::Missing { field: "merit" }));
        let collective = match form.kind {
            "collective" => true,
            "person" => false,
            _ => {
                wrong.push(OwnRefusal::Missing { field: "kind" });
                false
            }
        };
        if decision.is_empty() && day.is_some() {
            wrong.push(OwnRefusal::Missing { field: "decision" });
        }
        if !decision.is_empty() && form.day.trim().is_empty() {
            wrong.push(OwnRefusal::Missing { field: "day" });
        }
        if wrong.is_empty() { Ok(Self { decision, day, receiver, collective, merit }) } else { Err(wrong) }
    }

    /// Whether it was decided; only then it counts.
    pub const fn is_decided(&self) -> bool {
        self.day.is_some()
    }
}

fn short(text: &str, field: &'static str, max: usize, wrong: &mut Vec<OwnRefusal>) -> String {
    let line = one_line(text);
    if length(&line) > max {
        wrong.push(OwnRefusal::TooLong { field, max });
    }
    line
}

/// Number and symbol as documents bear them.
fn numbered(decision: String, day: Date, wrong: &mut Vec<OwnRefusal>) -> String {
    if decision.is_empty() {
        return decision;
    }
    if let Ok(number) = DocumentNumber::parse(&decision, day.year()) {
        return number.to_string();
    }
    wrong.push(OwnRefusal::Number);
    decision
}

fn day(text: &str, today: Date, wrong: &mut Vec<OwnRefusal>) -> Option<Date> {
    if text.trim().is_empty() {
        return None;
    }
    let day = parse_day(text);
    match day {
        None => wrong.push(OwnRefusal::NotADay { given: text.trim().to_owned() }),
        Some(day) if day > today => wrong.push(OwnRefusal::DayInFuture { day }),
        Some(_) => {}
    }
    day
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OwnRefusal {
    /// Something is missing.
    #[error("{field} is missing")]
    Missing {
        /// Which field.
        field: &'static str,
    },
    /// No number and symbol of a document.
    #[error("a decision has a number and a symbol with a slash between")]
    Number,
    /// Too many words.
    #[error("{field} is longer than {max}")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Letters allowed.
        max: usize,
    },
    /// Not a day.
    #[error("{given:?} is not a day")]
    NotADay {
        /// What was written.
        given: String,
    },
    /// A decision is not of a day to come.
    #[error("{day} has not come yet")]
    DayInFuture {
        /// The day given.
        day: Date,
    },
}

impl Refusal for OwnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "commendation.missing",
            Self::Number => "commendation.number",
            Self::TooLong { .. } => "commendation.too_long",
            Self::NotADay { .. } => "commendation.not_a_day",
            Self::DayInFuture { .. } => "commendation.day_in_future",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Missing { field } | Self::TooLong { field, .. } => field,
            Self::NotADay { .. } | Self::DayInFuture { .. } => "day",
            Self::Number => "decision",
        };
        Some((*field).to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Missing { .. } | Self::Number => vec![],
            Self::TooLong { max, .. } => vec![("max", Fact::count(*max))],
            Self::NotADay { given } => vec![("given", Fact::text(given))],
            Self::DayInFuture { day } => vec![("day", Fact::Day(*day))],
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const FORM: OwnForm<'_> = OwnForm {
        decision: "215/QĐ-UBND",
        day: "9/7/2021",
        receiver: "Tổ nông vụ xã Hải Lạng",
        kind: "collective",
        merit: "Có ba giải pháp dự thi",
    };

    #[test]
    fn a_decision_s_number_is_one_that_documents_bear() {
        let decided = |decision| OwnCommendation::parse(OwnForm { decision, ..FORM }, date(2021, 7, 31));
        assert_eq!(decided("x"), Err(vec![OwnRefusal::Number]));
        assert_eq!(decided("5/QĐ-UBND").map(|own| own.decision), Ok("05/QĐ-UBND".to_owned()));
    }

    #[test]
    fn a_decision_has_number_and_day_and_a_draft_neither() {
        let given = OwnCommendation::parse(FORM, date(2021, 7, 10)).unwrap();
        assert!(given.is_decided() && given.collective);
        let draft = OwnForm { decision: "", day: "", ..FORM };
        assert!(!OwnCommendation::parse(draft, date(2021, 7, 10)).unwrap().is_decided());
        let half = OwnForm { day: " ", ..FORM };
        assert_eq!(OwnCommendation::parse(half, date(2021, 7, 10)), Err(vec![OwnRefusal::Missing { field: "day" }]));
    }

    #[test]
    fn everything_wrong_comes_at_once() {
        let form = OwnForm { decision: "", day: "10/7/2021", receiver: " ", kind: "", merit: "" };
        let fields: Vec<_> =
            OwnCommendation::parse(form, date(2021, 7, 9)).unwrap_err().iter().filter_map(Refusal::field).collect();
        assert_eq!(fields, ["day", "receiver", "merit", "kind", "decision"]);
    }
}
