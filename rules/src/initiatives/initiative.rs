//! An initiative as its unit keeps it.

use jiff::civil::Date;

use super::InitiativeRefusal;
use crate::day::{parse_day, parse_money};
use crate::entries::Title;
use crate::people::PersonName;
use crate::text::{length, one_line, paragraphs};

/// The most authors.
const MOST_AUTHORS: usize = 20;
/// The longest number of a decision.
const LONGEST_DECISION: usize = 100;
/// The longest words about the benefit.
const LONGEST_BENEFIT: usize = 2_000;

/// What was made better, by whom, since when; and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    /// What it is called.
    pub title: Title,
    /// Who made it, in the order in which they are named.
    pub authors: Vec<PersonName>,
    /// The day of its first use, the trial included.
    pub first_used: Date,
    /// The unit's decision; none while there is none.
    pub recognition: Option<Recognition>,
    /// What it brought, in whole đồng, where that can be said in money.
    pub money: Option<i64>,
    /// What it brought, in words; may be empty.
    pub benefit: String,
}

/// The decision by which it became a recognised initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// Number and symbol.
    pub decision: String,
    /// Its day.
    pub day: Date,
}

/// As it was typed or stood in a row of a workbook.
#[derive(Clone, Copy, Debug, Default)]
pub struct InitiativeForm<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Who made it: one in a line, or behind a comma or a semicolon.
    pub authors: &'a str,
    /// The day of its first use.
    pub first_used: &'a str,
    /// Number and symbol of the decision.
    pub decision: &'a str,
    /// The decision's day.
    pub decided_on: &'a str,
    /// What it brought, in đồng.
    pub money: &'a str,
    /// What it brought, in words.
    pub benefit: &'a str,
}

impl Initiative {
    /// Reads the form, or tells everything that is wrong with it.
    pub fn parse(form: InitiativeForm<'_>, today: Date) -> Result<Self, Vec<InitiativeRefusal>> {
        let mut wrong: Vec<InitiativeRefusal> = Vec::new();
        let title = form.title.parse::<Title>().map_err(|error| wrong.push(error.into())).ok();
        let authors = authors(form.authors, &mut wrong);
        let first_used = day(form.first_used, "first_used", today, &mut wrong);
        let recognition = recognition(form, first_used, today, &mut wrong);
        let money = match form.money.trim() {
            "" => None,
            text => {
                let money = parse_money(text);
                wrong.extend(money.is_none().then_some(InitiativeRefusal::Money));
                money
            }
        };
        let benefit = paragraphs(form.benefit);
        if length(&benefit) > LONGEST_BENEFIT {
            wrong.push(InitiativeRefusal::TooLong { field: "benefit", max: LONGEST_BENEFIT });
        }
        match (title, first_used) {
            (Some(title), Some(first_used)) if wrong.is_empty() => {
                Ok(Self { title, authors, first_used, recognition, money, benefit })
            }
            _ => Err(wrong),
        }
    }

    /// All authors in one line.
    pub fn byline(&self) -> String {
        self.authors.iter().map(PersonName::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Whether it was first used in these days, the last included.
    pub fn used_within(&self, from: Date, to: Date) -> bool {
        from <= self.first_used && self.first_used <= to
    }

    /// Whether it was recognised in these days, the last included.
    pub fn recognised_within(&self, from: Date, to: Date) -> bool {
        self.recognition.as_ref().is_some_and(|recognition| from <= recognition.day && recognition.day <= to)
    }
}

fn authors(text: &str, wrong: &mut Vec<InitiativeRefusal>) -> Vec<PersonName> {
    let mut authors: Vec<PersonName> = Vec::new();
    for given in text.split(['\n', '\r', ';', ',']).map(one_line).filter(|given| !given.is_empty()) {
        match given.parse::<PersonName>() {
            Ok(name) if authors.iter().any(|other| other.is_written_like(&name)) => {
                wrong.push(InitiativeRefusal::AuthorTwice { name: name.to_string() });
            }
            Ok(name) => authors.push(name),
            Err(_) => wrong.push(InitiativeRefusal::AuthorName { given }),
        }
    }
    let named = wrong.iter().any(|each| matches!(each, InitiativeRefusal::AuthorName { .. }));
    if authors.is_empty() && !named {
        wrong.push(InitiativeRefusal::AuthorsMissing);
    }
    if authors.len() > MOST_AUTHORS {
        wrong.push(InitiativeRefusal::TooManyAuthors { max: MOST_AUTHORS });
    }
    authors
}

/// A decision has both number and day, and none was made before the first use.
fn recognition(
    form: InitiativeForm<'_>,
    first_used: Option<Date>,
    today: Date,
    wrong: &mut Vec<InitiativeRefusal>,
) -> Option<Recognition> {
    let decision = one_line(form.decision);
    if length(&decision) > LONGEST_DECISION {
        wrong.push(InitiativeRefusal::TooLong { field: "decision", max: LONGEST_DECISION });
    }
    let day = match (decision.is_empty(), form.decided_on.trim().is_empty()) {
        (true, true) => return None,
        (true, false) => {
            wrong.push(InitiativeRefusal::HalfADecision { field: "decision" });
            return None;
        }
        (false, true) => {
            wrong.push(InitiativeRefusal::HalfADecision { field: "decided_on" });
            return None;
        }
        (false, false) => day(form.decided_on, "decided_on", today, wrong)?,
    };
    if let Some(used) = first_used.filter(|used| day < *used) {
        wrong.push(InitiativeRefusal::RecognisedBeforeUse { used });
    }
    Some(Recognition { decision, day })
}

fn day(text: &str, field: &'static str, today: Date, wrong: &mut Vec<InitiativeRefusal>) -> Option<Date> {
    let day = parse_day(text);
    match day {
        None => wrong.push(InitiativeRefusal::Day { field }),
        Some(day) if day > today => wrong.push(InitiativeRefusal::DayAhead { field, day }),
        Some(_) => {}
    }
    day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::refusal::Refusal;

    const WHOLE: InitiativeForm<'static> = InitiativeForm {
        title: "Giá  đỡ máy khoan",
        authors: "Vũ Đình Tú\nLê Thị Hòa; Bế Văn Chắt",
        first_used: "5/3/2021",
        decision: "12/QĐ-TCN",
        decided_on: "20/4/2021",
        money: "120.000.000",
        benefit: "Giảm nửa giờ mỗi ca.",
    };

    fn read(form: InitiativeForm<'_>) -> Result<Initiative, Vec<InitiativeRefusal>> {
        Initiative::parse(form, date(2021, 6, 1))
    }

    fn fields(form: InitiativeForm<'_>) -> Vec<String> {
        read(form).unwrap_err().iter().filter_map(Refusal::field).collect()
    }

    #[test]
    fn it_is_read_with_its_decision_and_its_benefit() {
        let kept = read(WHOLE).unwrap();
        assert_eq!(kept.title.as_str(), "Giá đỡ máy khoan");
        assert_eq!(kept.byline(), "Vũ Đình Tú, Lê Thị Hòa, Bế Văn Chắt");
        assert_eq!(kept.recognition, Some(Recognition { decision: "12/QĐ-TCN".to_owned(), day: date(2021, 4, 20) }));
        assert_eq!(kept.money, Some(120_000_000));
        let bare = InitiativeForm { decision: "", decided_on: " ", money: "", benefit: "", ..WHOLE };
        assert_eq!(read(bare).unwrap().recognition, None);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        assert_eq!(fields(InitiativeForm::default()), ["title", "authors", "first_used"]);
        let wrong = InitiativeForm { authors: "An1", first_used: "2/6/2021", money: "nhiều", ..WHOLE };
        assert_eq!(fields(wrong), ["authors", "first_used", "decided_on", "money"]);
        assert_eq!(fields(InitiativeForm { authors: "Lê Thị Hòa, LÊ THỊ HOÀ", ..WHOLE }), ["authors"]);
        let many = (0..21).map(|at| "x".repeat(at + 1)).collect::<Vec<_>>().join(";");
        assert_eq!(fields(InitiativeForm { authors: &many, ..WHOLE }), ["authors"]);
    }

    #[test]
    fn a_decision_has_number_and_day_and_comes_after_the_first_use() {
        assert_eq!(fields(InitiativeForm { decision: "", ..WHOLE }), ["decision"]);
        assert_eq!(fields(InitiativeForm { decided_on: "", ..WHOLE }), ["decided_on"]);
        assert_eq!(fields(InitiativeForm { decided_on: "4/3/2021", ..WHOLE }), ["decided_on"]);
        assert!(read(InitiativeForm { decided_on: "5/3/2021", ..WHOLE }).is_ok());
    }

    #[test]
    fn its_days_place_it_in_a_movement() {
        let kept = read(WHOLE).unwrap();
        assert!(kept.used_within(date(2021, 3, 5), date(2021, 3, 5)));
        assert!(!kept.used_within(date(2021, 3, 6), date(2021, 12, 31)));
        assert!(kept.recognised_within(date(2021, 4, 1), date(2021, 4, 20)));
        assert!(!kept.recognised_within(date(2021, 4, 21), date(2021, 12, 31)));
    }
}
