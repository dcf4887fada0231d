//! A form as an officer edits it: row after row, then its checks.
//!
//! Its lines are written from the rows and read by the same reader as those of a file, so that a form has
//! one law, whichever way it is written.

mod check_row;

use thiserror::Error;

use super::{FormFault, FormRefusal, ReportForm, Section};
use crate::refusal::{Fact, Refusal};
use crate::text::one_line;

pub use check_row::CheckRow;

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
        required: asked.required,
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
            RowKind::Question => {
                (format!("hỏi: {coded}"), vec![told("cột", &self.short), said("bắt buộc", self.required)])
            }
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

#[cfg(test)]
mod tests;
