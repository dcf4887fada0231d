//! A form as an officer edits it: row after row, then its checks.
//!
//! Its lines are written from the rows and read by the same reader as those of a file, so that a form has
//! one law, whichever way it is written.

use thiserror::Error;

use super::check::{Sum, Term};
use super::{Check, FormFault, FormRefusal, ReportForm, Section, Sign};
use crate::refusal::{Fact, Refusal};
use crate::text::one_line;

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// The title of what follows.
    Section,
    /// The same, folded away until wanted.
    Folded,
    /// A yes or no; without a yes none of the section's figures is asked.
    Question,
    /// A figure.
    #[default]
    Figure,
    /// A text.
    Text,
}

impl RowKind {
    /// In the order of the choice.
    pub const ALL: [Self; 5] = [Self::Section, Self::Folded, Self::Question, Self::Figure, Self::Text];

    /// Stable name, in fields of a page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Folded => "folded",
            Self::Question => "question",
            Self::Figure => "figure",
            Self::Text => "text",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is a title and asks nothing.
    pub const fn is_title(self) -> bool {
        matches!(self, Self::Section | Self::Folded)
    }
}

/// One row, as it was typed; what its kind has no use for is kept and says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Stable name; a title has none.
    pub code: String,
    /// The title, the question, what is counted, the heading.
    pub label: String,
    /// The head of its column.
    pub short: String,
    /// In what it is counted.
    pub unit: String,
    /// How to fill it in.
    pub help: String,
    /// From where the system knows it; empty where it does not.
    pub source: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// One for each field of the contest.
    pub by_field: bool,
    /// Shown at each unit and not added up.
    pub apart: bool,
}

/// One check: sum and sign and sum, where one of two figures on the left and one on the right are enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckRow {
    /// A figure.
    pub left: String,
    /// A figure that is added to it.
    pub plus: String,
    /// How both sides are compared.
    pub sign: Option<Sign>,
    /// A figure.
    pub right: String,
    /// A number, or a number that is added to the figure on the right.
    pub number: String,
    /// Only where there is any of this figure.
    pub when: String,
    /// The comparison in signs, where the fields are too few for it.
    pub written: String,
    /// Whether it only warns.
    pub warns: bool,
}

/// A whole form in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormRows {
    /// What the form is called.
    pub name: String,
    /// How many attachments may come with it.
    pub attachments: String,
    /// Whether a report is approved without its signed paper.
    pub without_paper: bool,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its checks.
    pub checks: Vec<CheckRow>,
}

/// What is wrong with a field of a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{field}: {fault:?} {given:?}")]
pub struct RowRefusal {
    /// The field: `label_3` of the row at place 3; empty where it is the form as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: FormFault,
    /// What stands there.
    pub given: String,
}

impl Refusal for RowRefusal {
    fn code(&self) -> &'static str {
        match self.fault {
            FormFault::NameMissing => "reporting.row_name_missing",
            FormFault::Empty => "reporting.row_empty",
            FormFault::CodeTwice => "reporting.row_code_twice",
            FormFault::NoSection | FormFault::NoFigure => "reporting.row_no_section",
            FormFault::Source => "reporting.row_source",
            FormFault::Count => "reporting.row_count",
            FormFault::Check => "reporting.row_check",
            FormFault::CheckUnknown => "reporting.row_check_unknown",
            FormFault::TooLong => "reporting.form_too_long",
            FormFault::CodeAndLabel | FormFault::Keyword => "reporting.row_code_and_label",
        }
    }

    fn field(&self) -> Option<String> {
        Some(self.field.clone()).filter(|field| !field.is_empty())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

/// Where a line was written from.
#[derive(Clone, Copy)]
enum Place {
    Name,
    Attachments,
    Row(usize),
    Check(usize),
}

impl FormRows {
    /// The rows of a form.
    pub fn of(form: &ReportForm) -> Self {
        let headings = form.headings.iter().map(|heading| Row {
            kind: RowKind::Text,
            code: heading.code.clone(),
            label: heading.label.clone(),
            help: heading.help.clone(),
            ..Row::default()
        });
        Self {
            name: form.name.clone(),
            attachments: form.attachments.to_string(),
            without_paper: form.without_paper,
            rows: form.sections.iter().flat_map(rows_of).chain(headings).collect(),
            checks: form.checks.iter().map(CheckRow::of).collect(),
        }
    }

    /// Its lines, as a file has them.
    pub fn body(&self) -> String {
        let lines = self.lines().into_iter().map(|(line, _)| line + "\n");
        lines.collect()
    }

    /// The form, or everything that is wrong with it at its field.
    pub fn read(&self) -> Result<ReportForm, Vec<RowRefusal>> {
        let untitled = |(at, row): (usize, &Row)| {
            let wrong = row.kind.is_title() && one_line(&row.label).is_empty();
            let fault = FormFault::CodeAndLabel;
            wrong.then(|| RowRefusal { field: format!("label_{at}"), fault, given: String::new() })
        };
        let mut refusals: Vec<_> = self.rows.iter().enumerate().filter_map(untitled).collect();
        match ReportForm::parse(&self.body()) {
            Ok(form) if refusals.is_empty() => return Ok(form),
            Ok(_) => {}
            Err(faults) => {
                let lines = self.lines();
                refusals.extend(faults.into_iter().map(|fault| self.placed(fault, &lines)));
            }
        }
        Err(refusals)
    }

    fn placed(&self, refusal: FormRefusal, lines: &[(String, Place)]) -> RowRefusal {
        let FormRefusal { line, fault, given } = refusal;
        let place = line.checked_sub(1).and_then(|line| lines.get(line)).map(|(_, place)| *place);
        let field = match (place, fault) {
            (Some(Place::Name), _) | (None, FormFault::NameMissing) => "name".to_owned(),
            (None, _) => String::new(),
            (Some(Place::Attachments), _) => "attachments".to_owned(),
            (Some(Place::Check(at)), _) if self.checks[at].written.is_empty() => format!("left_{at}"),
            (Some(Place::Check(at)), _) => format!("written_{at}"),
            (Some(Place::Row(at)), FormFault::Source) => format!("source_{at}"),
            (Some(Place::Row(at)), FormFault::CodeTwice) => format!("code_{at}"),
            (Some(Place::Row(at)), FormFault::CodeAndLabel) if !self.rows[at].label.trim().is_empty() => {
                format!("code_{at}")
            }
            (Some(Place::Row(at)), _) => format!("label_{at}"),
        };
        RowRefusal { field, fault, given }
    }

    fn lines(&self) -> Vec<(String, Place)> {
        let mut lines = vec![(format!("biểu: {}", one_line(&self.name)), Place::Name)];
        for (at, row) in self.rows.iter().enumerate() {
            lines.extend(row.lines().into_iter().map(|line| (line, Place::Row(at))));
        }
        let attachments = one_line(&self.attachments);
        if !attachments.is_empty() {
            lines.push((format!("tệp: {attachments}"), Place::Attachments));
        }
        if self.without_paper {
            lines.push(("không cần bản ký".to_owned(), Place::Attachments));
        }
        for (at, check) in self.checks.iter().enumerate() {
            let word = if check.warns { "nhắc" } else { "kiểm" };
            lines.extend(check.text().map(|text| (format!("{word}: {text}"), Place::Check(at))));
        }
        lines
    }
}

fn rows_of(section: &Section) -> Vec<Row> {
    let kind = if section.folded { RowKind::Folded } else { RowKind::Section };
    let title = Row { kind, label: section.title.clone(), ..Row::default() };
    let question = section.question.iter().map(|asked| Row {
        kind: RowKind::Question,
        code: asked.code.clone(),
        label: asked.label.clone(),
        short: asked.short.clone(),
        ..Row::default()
    });
    let figures = section.figures.iter().map(|figure| Row {
        kind: RowKind::Figure,
        code: figure.code.clone(),
        label: figure.label.clone(),
        short: figure.short.clone(),
        unit: figure.unit.clone(),
        help: figure.help.clone(),
        source: figure.source.clone().unwrap_or_default(),
        required: figure.required,
        by_field: figure.by_field,
        apart: !figure.rolls_up,
    });
    std::iter::once(title).chain(question).chain(figures).collect()
}

impl Row {
    fn lines(&self) -> Vec<String> {
        let (code, label) = (one_line(&self.code), one_line(&self.label));
        let coded = format!("{code} | {label}");
        let told = |word: &str, words: &str| {
            let words = one_line(words);
            (!words.is_empty()).then(|| format!("  {word}: {words}"))
        };
        let said = |word: &str, said: bool| said.then(|| format!("  {word}"));
        let (first, more) = match self.kind {
            RowKind::Section => (format!("mục: {label}"), Vec::new()),
            RowKind::Folded => (format!("mục thêm: {label}"), Vec::new()),
            RowKind::Question => (format!("hỏi: {coded}"), vec![told("cột", &self.short)]),
            RowKind::Text => (format!("chữ: {coded}"), vec![told("giúp", &self.help)]),
            RowKind::Figure => {
                let told = [
                    told("cột", &self.short),
                    told("đơn vị", &self.unit),
                    told("giúp", &self.help),
                    told("hệ thống biết", &self.source),
                ];
                let said = [
                    said("bắt buộc", self.required),
                    said("theo lĩnh vực", self.by_field),
                    said("không cộng lên", self.apart),
                ];
                (format!("số: {coded}"), told.into_iter().chain(said).collect())
            }
        };
        std::iter::once(first).chain(more.into_iter().flatten()).collect()
    }
}

impl CheckRow {
    fn of(check: &Check) -> Self {
        let row = Self::in_fields(check);
        let row = row.unwrap_or_else(|| Self { written: check.to_string(), ..Self::default() });
        Self { warns: check.warns, ..row }
    }

    fn in_fields(check: &Check) -> Option<Self> {
        let (left, plus) = match check.left.0.as_slice() {
            [Term::Figure(left)] => (left.clone(), String::new()),
            [Term::Figure(left), Term::Figure(plus)] => (left.clone(), plus.clone()),
            _ => return None,
        };
        let (right, number) = match check.right.0.as_slice() {
            [Term::Figure(right)] => (right.clone(), String::new()),
            [Term::Number(number)] => (String::new(), number.to_string()),
            [Term::Figure(right), Term::Number(number)] => (right.clone(), number.to_string()),
            _ => return None,
        };
        let when = match &check.when {
            None => String::new(),
            Some((Sum(of), Sign::AtLeast, Sum(bound))) => match (of.as_slice(), bound.as_slice()) {
                ([Term::Figure(code)], [Term::Number(1)]) => code.clone(),
                _ => return None,
            },
            Some(_) => return None,
        };
        Some(Self { left, plus, sign: Some(check.sign), right, number, when, ..Self::default() })
    }

    /// The comparison, as far as the row is one.
    pub fn read(&self) -> Option<Check> {
        let check = Check::read(&self.text()?)?;
        Some(Check { warns: self.warns, ..check })
    }

    /// The comparison in signs; only a row with nothing in it says nothing.
    fn text(&self) -> Option<String> {
        let [left, plus, right, number, when, written] =
            [&self.left, &self.plus, &self.right, &self.number, &self.when, &self.written].map(|each| one_line(each));
        if !written.is_empty() {
            return Some(written);
        }
        if self.sign.is_none() && [&left, &plus, &right, &number, &when].iter().all(|each| each.is_empty()) {
            return None;
        }
        let sum = |terms: [&String; 2]| {
            let terms = terms.into_iter().filter(|term| !term.is_empty());
            terms.map(String::as_str).collect::<Vec<_>>().join(" + ")
        };
        let (left, right) = (sum([&left, &plus]), sum([&right, &number]));
        let when = if when.is_empty() { String::new() } else { format!(" khi {when} >= 1") };
        Some(format!("{left} {} {right}{when}", self.sign.map_or("", Sign::written)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FORM: &str = "biểu: Báo cáo\nmục: Hội thi\nhỏi: held | Có tổ chức không?\n  cột: Tổ chức\nsố: sent | Giải pháp gửi lên\n  cột: Gửi lên\n  đơn vị: giải pháp\n  giúp: Cả năm.\n  bắt buộc\n  hệ thống biết: entries.sent\nmục thêm: Khác\nsố: helped | Giải pháp phối hợp\n  không cộng lên\nsố: by_field | Theo lĩnh vực\n  theo lĩnh vực\nchữ: words | Khó khăn\n  giúp: Viết ngắn gọn.\ntệp: 3\nkhông cần bản ký\nkiểm: sent + helped >= by_field\nkiểm: sent >= 1 khi held >= 1\nkiểm: sent <= helped + 5\nkiểm: sent + 1 <= helped + by_field khi held = 1\nnhắc: helped <= sent\n";

    #[test]
    fn a_form_is_the_same_after_it_went_through_rows() {
        let form = ReportForm::parse(FORM).unwrap();
        let rows = FormRows::of(&form);
        assert_eq!(rows.read(), Ok(form));
        assert_eq!(
            rows.body(),
            FORM.replace("  bắt buộc\n  hệ thống biết: entries.sent\n", "  hệ thống biết: entries.sent\n  bắt buộc\n")
        );
        let written: Vec<_> = rows.checks.iter().map(|check| check.written.as_str()).collect();
        assert_eq!(written, ["", "", "", "sent + 1 <= helped + by_field khi held = 1", ""]);
    }

    #[test]
    fn every_fault_stands_at_its_field() {
        let row = |kind, code: &str, label: &str| Row {
            kind,
            code: code.to_owned(),
            label: label.to_owned(),
            ..Row::default()
        };
        let check =
            CheckRow { left: "a".to_owned(), right: "z".to_owned(), sign: Some(Sign::Less), ..CheckRow::default() };
        let rows = FormRows {
            name: " ".to_owned(),
            attachments: "nhiều".to_owned(),
            without_paper: false,
            rows: vec![
                row(RowKind::Figure, "early", "Trước mọi phần"),
                row(RowKind::Section, "", " "),
                row(RowKind::Figure, "a", ""),
                row(RowKind::Figure, "A b", "Tên"),
                row(RowKind::Text, "early", "Hai lần"),
            ],
            checks: vec![CheckRow::default(), check, CheckRow { left: "a".to_owned(), ..CheckRow::default() }],
        };
        let fields: Vec<_> = rows.read().unwrap_err().into_iter().map(|each| (each.field, each.fault)).collect();
        let expected = [
            ("label_1", FormFault::CodeAndLabel),
            ("label_0", FormFault::NoSection),
            ("label_2", FormFault::CodeAndLabel),
            ("code_3", FormFault::CodeAndLabel),
            ("code_4", FormFault::CodeTwice),
            ("attachments", FormFault::Count),
            ("left_2", FormFault::Check),
            ("left_1", FormFault::CheckUnknown),
            ("name", FormFault::NameMissing),
        ];
        assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
    }

    #[test]
    fn a_check_that_was_begun_is_refused_at_its_row_and_an_empty_one_is_none() {
        let begun = [
            CheckRow { sign: Some(Sign::AtMost), ..CheckRow::default() },
            CheckRow { when: "held".to_owned(), ..CheckRow::default() },
            CheckRow { number: "5".to_owned(), ..CheckRow::default() },
            CheckRow { sign: Some(Sign::More), when: "held".to_owned(), ..CheckRow::default() },
            CheckRow { plus: "sent".to_owned(), right: "helped".to_owned(), ..CheckRow::default() },
        ];
        let mut rows = FormRows::of(&ReportForm::parse(FORM).unwrap());
        let ticked = CheckRow { warns: true, ..CheckRow::default() };
        rows.checks = vec![ticked, CheckRow::default()];
        assert!(rows.read().unwrap().checks.is_empty());
        rows.checks.extend(begun);
        let fields: Vec<_> = rows.read().unwrap_err().into_iter().map(|each| (each.field, each.fault)).collect();
        assert_eq!(fields, [2, 3, 4, 5, 6].map(|at| (format!("left_{at}"), FormFault::Check)));
    }

    proptest! {
        /// Whatever is typed into a field stays in that field.
        #[test]
        fn no_field_writes_a_line_of_its_own(label in "(\\PC|\n){0,30}", help in "(\\PC|\n|#|:){0,30}") {
            let title = Row { kind: RowKind::Section, label: "Chung".to_owned(), ..Row::default() };
            let figure = Row { code: "a".to_owned(), label, help, ..Row::default() };
            let rows = FormRows { name: "Báo cáo".to_owned(), rows: vec![title, figure], ..FormRows::default() };
            match rows.read() {
                Ok(form) => prop_assert_eq!((form.figures().count(), form.headings.len()), (1, 0)),
                Err(refusals) => prop_assert!(refusals.iter().all(|each| each.field.ends_with("_1"))),
            }
        }
    }
}
