//! A form as lines of text, as an officer writes it; every fault with its line.
//!
//! ```text
//! biểu: Báo cáo kết quả triển khai Hội thi
//! mục: Tuyên truyền
//! số: publicity_items | Tin, bài, hoạt động tuyên truyền
//!   cột: Tuyên truyền
//!   bắt buộc
//!   hệ thống biết: publicity
//! chữ: difficulties | Khó khăn, vướng mắc
//! tệp: 5
//! không cần bản ký
//! kiểm: publicity_items >= 1 khi people_reached >= 1
//! nhắc: people_reached <= 5000000
//! ```

use std::collections::BTreeSet;

use thiserror::Error;

use super::check::is_code;
use super::{Check, Figure, Given, Heading, Question, ReportForm, Section, is_source};
use crate::refusal::{Fact, Refusal};
use crate::text::one_line;

/// What is wrong with a line of a form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {fault:?} {given:?}")]
pub struct FormRefusal {
    /// The line, from 1; 0 where it is the form as a whole.
    pub line: usize,
    /// What is wrong.
    pub fault: FormFault,
    /// What stands there.
    pub given: String,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// No such word begins a line.
    Keyword,
    /// No line names the form.
    NameMissing,
    /// The form asks nothing.
    Empty,
    /// Not a code and a label with a bar between them.
    CodeAndLabel,
    /// Two things of one code.
    CodeTwice,
    /// It tells something of a figure, and no figure stands above it.
    NoFigure,
    /// A figure outside a section.
    NoSection,
    /// The system knows no such figure.
    Source,
    /// Not a count of attachments.
    Count,
    /// Not a comparison of sums.
    Check,
    /// A comparison with what is no figure of the form.
    CheckUnknown,
    /// More than a form may hold.
    TooLong,
}

impl Refusal for FormRefusal {
    fn code(&self) -> &'static str {
        match self.fault {
            FormFault::Keyword => "reporting.form_keyword",
            FormFault::NameMissing => "reporting.form_name_missing",
            FormFault::Empty => "reporting.form_empty",
            FormFault::CodeAndLabel => "reporting.form_code_and_label",
            FormFault::CodeTwice => "reporting.form_code_twice",
            FormFault::NoFigure => "reporting.form_no_figure",
            FormFault::NoSection => "reporting.form_no_section",
            FormFault::Source => "reporting.form_source",
            FormFault::Count => "reporting.form_count",
            FormFault::Check => "reporting.form_check",
            FormFault::CheckUnknown => "reporting.form_check_unknown",
            FormFault::TooLong => "reporting.form_too_long",
        }
    }

    fn field(&self) -> Option<String> {
        Some("body".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("line", Fact::count(self.line)), ("given", Fact::text(&self.given))]
    }
}

/// Fields of the page beside the figures; no figure may be called so.
const TAKEN: [&str; 8] = ["seen", "draft", "step", "file", "received_on", "how", "csrf", Given::SURE];

/// A report of more figures than this is answered by nobody.
const MAX_FIGURES: usize = 120;
const MAX_ATTACHMENTS: u32 = 20;

impl ReportForm {
    /// Reads the lines, or tells everything that is wrong with them.
    pub fn parse(text: &str) -> Result<Self, Vec<FormRefusal>> {
        let mut reader = Reader::default();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            reader.line = index + 1;
            if !line.is_empty() && !line.starts_with('#') {
                reader.read(line);
            }
        }
        reader.finish()
    }
}

#[derive(Default)]
struct Reader {
    line: usize,
    form: ReportForm,
    codes: BTreeSet<String>,
    checks: Vec<(usize, Check)>,
    last: Last,
    refusals: Vec<FormRefusal>,
}

/// What the lines beneath tell more of.
#[derive(Clone, Copy, Default)]
enum Last {
    #[default]
    Nothing,
    Figure,
    Question,
    Heading,
}

impl Reader {
    fn no(&mut self, fault: FormFault, given: &str) {
        self.refusals.push(FormRefusal { line: self.line, fault, given: given.to_owned() });
    }

    fn read(&mut self, line: &str) {
        let (word, rest) = line.split_once(':').unwrap_or((line, ""));
        let (word, rest) = (word.trim().to_lowercase(), one_line(rest));
        match word.as_str() {
            "biểu" => self.form.name = rest,
            "mục" => self.section(rest, false),
            "mục thêm" => self.section(rest, true),
            "hỏi" => self.question(&rest),
            "số" => self.figure(&rest),
            "chữ" => self.heading(&rest),
            "tệp" => match rest.parse() {
                Ok(count) if count <= MAX_ATTACHMENTS => self.form.attachments = count,
                _ => self.no(FormFault::Count, &rest),
            },
            "không cần bản ký" => self.form.without_paper = true,
            "kiểm" | "nhắc" => match Check::read(&rest) {
                Some(check) => self.checks.push((self.line, Check { warns: word == "nhắc", ..check })),
                None => self.no(FormFault::Check, &rest),
            },
            "giúp" => self.help(rest),
            "cột" | "bắt buộc" if matches!(self.last, Last::Question) => self.about_question(&word, rest),
            "cột" | "đơn vị" | "hệ thống biết" | "bắt buộc" | "theo lĩnh vực" | "không cộng lên" =>
            {
                self.about_figure(&word, rest);
            }
            _ => self.no(FormFault::Keyword, &word),
        }
    }

    fn section(&mut self, title: String, folded: bool) {
        self.last = Last::Nothing;
        self.form.sections.push(Section { title, folded, ..Section::default() });
    }

    /// `code | label`, of which the code is new.
    fn coded(&mut self, given: &str) -> Option<(String, String)> {
        let parts = given.split_once('|').map(|(code, label)| (code.trim(), label.trim()));
        let Some((code, label)) = parts.filter(|(code, label)| is_code(code) && !label.is_empty()) else {
            self.no(FormFault::CodeAndLabel, given);
            return None;
        };
        if TAKEN.contains(&code) || !self.codes.insert(code.to_owned()) {
            self.no(FormFault::CodeTwice, code);
            return None;
        }
        Some((code.to_owned(), label.to_owned()))
    }

    fn question(&mut self, given: &str) {
        self.last = Last::Nothing;
        let Some((code, label)) = self.coded(given) else { return };
        match self.form.sections.last_mut().filter(|section| section.question.is_none()) {
            Some(section) => {
                section.question = Some(Question { code, label, ..Question::default() });
                self.last = Last::Question;
            }
            None => self.no(FormFault::NoSection, &code),
        }
    }

    fn figure(&mut self, given: &str) {
        let coded = self.coded(given);
        // What stands beneath a wrong line is told of it all the same, not of the line before.
        let (code, label) = coded.unwrap_or_default();
        match self.form.sections.last_mut() {
            Some(section) => {
                section.figures.push(Figure { code, label, ..Figure::default() });
                self.last = Last::Figure;
            }
            None => self.no(FormFault::NoSection, given),
        }
    }

    fn heading(&mut self, given: &str) {
        let (code, label) = self.coded(given).unwrap_or_default();
        self.form.headings.push(Heading { code, label, help: String::new() });
        self.last = Last::Heading;
    }

    fn help(&mut self, words: String) {
        match self.last {
            Last::Figure => self.about_figure("giúp", words),
            Last::Heading => {
                if let Some(heading) = self.form.headings.last_mut() {
                    heading.help = words;
                }
            }
            Last::Nothing | Last::Question => self.no(FormFault::NoFigure, "giúp"),
        }
    }

    fn about_question(&mut self, word: &str, rest: String) {
        let Some(asked) = self.form.sections.last_mut().and_then(|section| section.question.as_mut()) else { return };
        if word == "cột" {
            asked.short = rest;
        } else {
            asked.required = true;
        }
    }

    fn about_figure(&mut self, word: &str, rest: String) {
        if word == "hệ thống biết" && !is_source(&rest) {
            return self.no(FormFault::Source, &rest);
        }
        let above = matches!(self.last, Last::Figure);
        let figure = self.form.sections.last_mut().and_then(|section| section.figures.last_mut());
        let Some(figure) = figure.filter(|_| above) else { return self.no(FormFault::NoFigure, word) };
        match word {
            "cột" => figure.short = rest,
            "đơn vị" => figure.unit = rest,
            "giúp" => figure.help = rest,
            "hệ thống biết" => figure.source = Some(rest),
            "bắt buộc" => figure.required = true,
            "theo lĩnh vực" => figure.by_field = true,
            _ => figure.rolls_up = false,
        }
    }

    fn finish(mut self) -> Result<ReportForm, Vec<FormRefusal>> {
        for (line, check) in std::mem::take(&mut self.checks) {
            self.line = line;
            let counted = |code: &str| {
                let question = self.form.sections.iter().filter_map(|section| section.question.as_ref());
                self.form.figures().any(|figure| figure.code == code) || question.clone().any(|each| each.code == code)
            };
            let unknown = check.codes().find(|code| !counted(code)).map(str::to_owned);
            match unknown {
                Some(unknown) => self.no(FormFault::CheckUnknown, &unknown),
                None => self.form.checks.push(check),
            }
        }
        self.line = 0;
        if self.form.name.is_empty() {
            self.no(FormFault::NameMissing, "");
        }
        match self.form.figures().count() {
            0 if self.form.headings.is_empty() => self.no(FormFault::Empty, ""),
            count if count > MAX_FIGURES => self.no(FormFault::TooLong, &count.to_string()),
            _ => {}
        }
        if self.refusals.is_empty() { Ok(self.form) } else { Err(self.refusals) }
    }
}

#[cfg(test)]
mod tests;
