//! What a unit typed into a form, read into figures that agree with one another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Figure, Question, ReportForm, Section, Sign};
use crate::day::parse_count;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, paragraphs};

/// What a report says. A figure that was not given is not there; zero is a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Figures by code; a question's yes is 1 and its no is 0, and one that nobody answered is not there.
    pub figures: BTreeMap<String, u64>,
    /// What the system knew of them when the report was written.
    pub known: BTreeMap<String, u64>,
    /// Texts by code; empty ones are not there.
    pub texts: BTreeMap<String, String>,
}

/// What is wrong with a report.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReportRefusal {
    /// A figure was left empty; nothing is not zero.
    #[error("the figure {field} is missing; write 0 if there is none")]
    Missing {
        /// Its code.
        field: String,
        /// What it counts.
        figure: String,
    },
    /// Something else than a count.
    #[error("{given:?} is not a count for {field}")]
    NotACount {
        /// Its code.
        field: String,
        /// What it counts.
        figure: String,
        /// What was written.
        given: String,
    },
    /// Figures that contradict one another.
    #[error("{left} must be {sign:?} {right}")]
    Disagree {
        /// The first figure.
        field: String,
        /// In words, with its value.
        left: String,
        /// How they should stand to one another.
        sign: Sign,
        /// In words, with its value.
        right: String,
        /// Whether it may be so all the same.
        warns: bool,
    },
    /// Figures that are seldom so, and nobody said that they are right.
    #[error("nobody said that the doubtful figures are right")]
    Doubtful,
    /// A figure of what the unit says there was not.
    #[error("{question} was answered with no, but {field} is {given}")]
    NotAsked {
        /// Its code.
        field: String,
        /// What it counts.
        figure: String,
        /// The question.
        question: String,
        /// What was written.
        given: String,
    },
    /// A question that must be answered, or one below which something was written.
    #[error("{question} was not answered")]
    Unanswered {
        /// Its code.
        field: String,
        /// The question.
        question: String,
    },
    /// Neither yes nor no.
    #[error("{given:?} is neither yes nor no to {question}")]
    NotYesOrNo {
        /// Its code.
        field: String,
        /// The question.
        question: String,
        /// What was written.
        given: String,
    },
    /// A text is too long.
    #[error("the text {field} has {length} characters, more than {max}")]
    TextTooLong {
        /// Its code.
        field: String,
        /// Its heading.
        heading: String,
        /// Characters given.
        length: usize,
        /// Characters allowed.
        max: usize,
    },
}

impl Refusal for ReportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "reporting.figure_missing",
            Self::NotACount { .. } => "reporting.figure_not_a_count",
            Self::Disagree { sign, warns: true, .. } => match sign {
                Sign::AtMost => "reporting.seldom_more",
                Sign::AtLeast => "reporting.seldom_less",
                Sign::Unlike => "reporting.seldom_equal",
                Sign::Equal => "reporting.seldom_unlike",
                Sign::Less => "reporting.seldom_at_least",
                Sign::More => "reporting.seldom_at_most",
            },
            Self::Doubtful => "reporting.doubtful",
            Self::Disagree { sign, .. } => match sign {
                Sign::AtMost => "reporting.must_be_at_most",
                Sign::AtLeast => "reporting.must_be_at_least",
                Sign::Unlike => "reporting.must_be_unlike",
                Sign::Equal => "reporting.must_be_equal",
                Sign::Less => "reporting.must_be_less",
                Sign::More => "reporting.must_be_more",
            },
            Self::NotAsked { .. } => "reporting.figure_not_asked",
            Self::Unanswered { .. } => "reporting.question_unanswered",
            Self::NotYesOrNo { .. } => "reporting.question_yes_or_no",
            Self::TextTooLong { .. } => "reporting.text_too_long",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Missing { field, .. }
            | Self::NotACount { field, .. }
            | Self::Disagree { field, .. }
            | Self::NotAsked { field, .. }
            | Self::Unanswered { field, .. }
            | Self::NotYesOrNo { field, .. }
            | Self::TextTooLong { field, .. } => Some(field.clone()),
            Self::Doubtful => Some(Given::SURE.to_owned()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Missing { figure, .. } => vec![("figure", Fact::text(figure))],
            Self::NotACount { figure, given, .. } => vec![("figure", Fact::text(figure)), ("given", Fact::text(given))],
            Self::Doubtful => Vec::new(),
            Self::Disagree { left, right, .. } => vec![("left", Fact::text(left)), ("right", Fact::text(right))],
            Self::NotAsked { figure, question, given, .. } => {
                vec![("figure", Fact::text(figure)), ("question", Fact::text(question)), ("given", Fact::text(given))]
            }
            Self::Unanswered { question, .. } => vec![("question", Fact::text(question))],
            Self::NotYesOrNo { question, given, .. } => {
                vec![("question", Fact::text(question)), ("given", Fact::text(given))]
            }
            Self::TextTooLong { heading, length, max, .. } => {
                vec![("heading", Fact::text(heading)), ("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
        }
    }
}

impl Given {
    /// The longest text, in letters.
    pub const MAX_TEXT: usize = 5000;

    /// The word of a yes in a question's field.
    pub const YES: &'static str = "co";

    /// The word of a no.
    pub const NO: &'static str = "khong";

    /// The field in which whoever reports says that doubtful figures are right.
    pub const SURE: &'static str = "sure";

    /// Reads what was typed, or tells everything that is wrong with it.
    pub fn read<'t>(
        form: &ReportForm,
        typed: impl Fn(&str) -> &'t str,
        known: BTreeMap<String, u64>,
    ) -> Result<Self, Vec<ReportRefusal>> {
        let mut reader = Reader { typed, given: Self { known, ..Self::default() }, refusals: Vec::new() };
        for section in &form.sections {
            reader.section(section);
        }
        for heading in &form.headings {
            reader.text(&heading.code, &heading.label);
        }
        // Asked only of figures that were all read, or a missing one would be blamed twice.
        if reader.refusals.is_empty() {
            let figures = &reader.given.figures;
            let checks = form.checks.iter().filter(|check| !check.warns);
            reader.refusals = checks.filter_map(|check| check.refusal(form, figures)).collect();
        }
        if reader.refusals.is_empty() { Ok(reader.given) } else { Err(reader.refusals) }
    }

    /// What the form doubts of the figures.
    pub fn doubts(&self, form: &ReportForm) -> Vec<ReportRefusal> {
        let warnings = form.checks.iter().filter(|check| check.warns);
        warnings.filter_map(|check| check.refusal(form, &self.figures)).collect()
    }

    /// Lets figures that the form doubts pass once whoever reports says that they are right.
    pub fn said_right(self, form: &ReportForm, sure: bool) -> Result<Self, Vec<ReportRefusal>> {
        let mut doubts = self.doubts(form);
        if sure || doubts.is_empty() {
            return Ok(self);
        }
        doubts.push(ReportRefusal::Doubtful);
        Err(doubts)
    }

    /// What the system knew, where the unit wrote another figure.
    pub fn changed(&self, code: &str) -> Option<u64> {
        self.known.get(code).copied().filter(|known| self.figures.get(code) != Some(known))
    }
}

struct Reader<F> {
    typed: F,
    given: Given,
    refusals: Vec<ReportRefusal>,
}

impl<'t, F: Fn(&str) -> &'t str> Reader<F> {
    fn section(&mut self, section: &Section) {
        let Some(question) = &section.question else {
            section.figures.iter().for_each(|figure| self.figure(figure));
            return;
        };
        match (self.typed)(&question.code).trim() {
            Given::YES => {
                self.given.figures.insert(question.code.clone(), 1);
                section.figures.iter().for_each(|figure| self.figure(figure));
            }
            Given::NO => {
                self.given.figures.insert(question.code.clone(), 0);
                section.figures.iter().for_each(|figure| self.not_asked(figure, question));
            }
            "" => self.unanswered(section, question),
            given => self.refusals.push(ReportRefusal::NotYesOrNo {
                field: question.code.clone(),
                question: question.label.clone(),
                given: given.to_owned(),
            }),
        }
    }

    /// Nothing is said of a question that is left open, unless it must be answered or its figures were written.
    fn unanswered(&mut self, section: &Section, question: &Question) {
        let written = section.figures.iter().any(|figure| !(self.typed)(&figure.code).trim().is_empty());
        if question.required || written {
            let (field, question) = (question.code.clone(), question.label.clone());
            self.refusals.push(ReportRefusal::Unanswered { field, question });
        }
    }

    fn not_asked(&mut self, figure: &Figure, question: &Question) {
        let typed = (self.typed)(&figure.code).trim();
        if !typed.is_empty() && parse_count(typed) != Some(0) {
            self.refusals.push(ReportRefusal::NotAsked {
                field: figure.code.clone(),
                figure: figure.label.clone(),
                question: question.label.clone(),
                given: typed.to_owned(),
            });
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let typed = (self.typed)(&figure.code).trim();
        let (field, named) = (figure.code.clone(), figure.label.clone());
        match parse_count(typed) {
            Some(count) => {
                self.given.figures.insert(field, u64::from(count));
            }
            None if typed.is_empty() && !figure.required => {}
            None if typed.is_empty() => self.refusals.push(ReportRefusal::Missing { field, figure: named }),
            None => self.refusals.push(ReportRefusal::NotACount { field, figure: named, given: typed.to_owned() }),
        }
    }

    fn text(&mut self, code: &str, label: &str) {
        let text = paragraphs((self.typed)(code));
        let (length, max) = (length(&text), Given::MAX_TEXT);
        if length > max {
            let (field, heading) = (code.to_owned(), label.to_owned());
            self.refusals.push(ReportRefusal::TextTooLong { field, heading, length, max });
        } else if !text.is_empty() {
            self.given.texts.insert(code.to_owned(), text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "biểu: Báo cáo\nmục: Chung\nsố: items | Tin, bài\nbắt buộc\nsố: people | Lượt người\nbắt buộc\nmục: Hội thi của đơn vị\nhỏi: held | Có tổ chức không?\nsố: entries | Giải pháp dự thi\nbắt buộc\nsố: forwarded | Giải pháp gửi lên\nbắt buộc\nchữ: words | Khó khăn\nkiểm: forwarded <= entries\nkiểm: items >= 1 khi people >= 1";

    fn read(typed: &[(&str, &str)]) -> Result<Given, Vec<(&'static str, String)>> {
        let form = ReportForm::parse(FORM).unwrap();
        let typed: BTreeMap<&str, &str> = typed.iter().copied().collect();
        let read = Given::read(&form, |code| typed.get(code).copied().unwrap_or(""), BTreeMap::new());
        read.map_err(|refusals| refusals.iter().map(|each| (each.code(), each.field().unwrap())).collect())
    }

    #[test]
    fn figures_that_agree_are_read() {
        let given = read(&[("items", "5"), ("people", "1.200"), ("held", "co"), ("entries", "12"), ("forwarded", "3")]);
        let given = given.unwrap().figures;
        assert_eq!((given["people"], given["held"], given["forwarded"]), (1200, 1, 3));
    }

    #[test]
    fn an_empty_field_is_not_zero() {
        let expected = vec![
            ("reporting.figure_missing", "items".to_owned()),
            ("reporting.figure_not_a_count", "people".to_owned()),
        ];
        assert_eq!(read(&[("items", " "), ("people", "vài")]), Err(expected));
    }

    #[test]
    fn what_the_unit_says_there_was_not_has_no_figures() {
        let typed = [("items", "0"), ("people", "0"), ("held", "khong"), ("entries", "4"), ("forwarded", "0")];
        assert_eq!(read(&typed), Err(vec![("reporting.figure_not_asked", "entries".to_owned())]));
        let none = read(&typed[..3]).unwrap();
        assert_eq!((none.figures.get("held"), none.figures.get("entries")), (Some(&0), None));
    }

    #[test]
    fn a_question_that_nobody_answered_has_no_answer() {
        let silent = [("items", "0"), ("people", "0")];
        let given = read(&silent).unwrap().figures;
        assert_eq!((given.get("held"), given.get("entries")), (None, None));
        let written = [&silent[..], &[("entries", "0")]].concat();
        assert_eq!(read(&written), Err(vec![("reporting.question_unanswered", "held".to_owned())]));
        let odd = [&silent[..], &[("held", "yes")]].concat();
        assert_eq!(read(&odd), Err(vec![("reporting.question_yes_or_no", "held".to_owned())]));
        let asked = FORM.replace("không?\n", "không?\nbắt buộc\n");
        let form = ReportForm::parse(&asked).unwrap();
        let refused = Given::read(&form, |code| if code == "held" { "" } else { "0" }, BTreeMap::new()).unwrap_err();
        let (field, question) = ("held".to_owned(), "Có tổ chức không?".to_owned());
        assert_eq!(refused, [ReportRefusal::Unanswered { field, question }]);
    }

    #[test]
    fn figures_that_contradict_are_named_in_words() {
        let form = ReportForm::parse(FORM).unwrap();
        let typed = |code: &str| match code {
            "held" => "co",
            "forwarded" => "13",
            "entries" => "12",
            _ => "0",
        };
        let refused = Given::read(&form, typed, BTreeMap::new()).unwrap_err();
        assert_eq!(
            refused,
            [ReportRefusal::Disagree {
                field: "forwarded".to_owned(),
                left: "Giải pháp gửi lên (13)".to_owned(),
                sign: Sign::AtMost,
                right: "Giải pháp dự thi (12)".to_owned(),
                warns: false,
            }]
        );
    }

    #[test]
    fn what_is_doubtful_passes_once_it_is_said_to_be_right() {
        let form = ReportForm::parse(&format!("{FORM}\nnhắc: items <= 10")).unwrap();
        let given = Given { figures: BTreeMap::from([("items".to_owned(), 11)]), ..Given::default() };
        let doubts = given.clone().said_right(&form, false).unwrap_err();
        let codes: Vec<_> = doubts.iter().map(|each| (each.code(), each.field().unwrap())).collect();
        let expected = [("reporting.seldom_more", "items"), ("reporting.doubtful", "sure")];
        assert_eq!(codes, expected.map(|(code, field)| (code, field.to_owned())));
        assert_eq!(given.clone().said_right(&form, true), Ok(given));
    }
}
