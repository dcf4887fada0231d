//! A form of a report: sections with figures, texts by heading, attachments, checks.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use super::check::is_part;
use crate::campaign::PublicityChannel;

/// What a report asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportForm {
    /// What the form is called.
    pub name: String,
    /// Its figures, in sections.
    pub sections: Vec<Section>,
    /// Its texts.
    pub headings: Vec<Heading>,
    /// How many attachments may come with it.
    pub attachments: u32,
    /// Whether a report is approved without its signed paper.
    pub without_paper: bool,
    /// What must hold between its figures.
    pub checks: Vec<Check>,
}

/// Figures that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Folded away until wanted.
    pub folded: bool,
    /// Asked first; without a yes none of the figures is asked.
    pub question: Option<Question>,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// A yes or no; summed up it says how many units said yes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Stable name, also the field's.
    pub code: String,
    /// The question.
    pub label: String,
    /// The head of its column; the question itself where it has none.
    pub short: String,
    /// Whether it must be answered; silence is no no.
    pub required: bool,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Stable name, also the field's.
    pub code: String,
    /// What it counts.
    pub label: String,
    /// The head of its column; the label where it has none.
    pub short: String,
    /// In what it is counted; may be empty.
    pub unit: String,
    /// How to count it; may be empty.
    pub help: String,
    /// Whether it must be filled in; nothing is not zero.
    pub required: bool,
    /// From where the system knows it.
    pub source: Option<String>,
    /// One figure for each field of the contest.
    pub by_field: bool,
    /// Whether units' figures are added up. An entry is its sender's alone, so what a unit only
    /// helped with is shown below and not counted again above.
    pub rolls_up: bool,
}

impl Default for Figure {
    fn default() -> Self {
        Self {
            code: String::new(),
            label: String::new(),
            short: String::new(),
            unit: String::new(),
            help: String::new(),
            required: false,
            source: None,
            by_field: false,
            rolls_up: true,
        }
    }
}

/// A text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Stable name, also the field's.
    pub code: String,
    /// Its heading.
    pub label: String,
    /// What to write; may be empty.
    pub help: String,
}

/// One column of a table of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The figure or question.
    pub code: String,
    /// In full.
    pub label: String,
    /// For the head of a column.
    pub short: String,
    /// Whether it is added up.
    pub rolls_up: bool,
    /// Whether it is a yes or no, of which those that say yes are counted.
    pub asked: bool,
}

/// From where the system knows a figure, besides each channel of publicity.
const SOURCES: [&str; 10] = [
    "publicity",
    "publicity.reach",
    "entries.sent",
    "entries.assisted",
    "entries.local",
    "entries.forwarded",
    "entries.field",
    "commended",
    "initiatives",
    "initiatives.recognised",
];

/// Everything that the system knows, in the order of a choice.
pub fn sources() -> Vec<String> {
    let channels = PublicityChannel::ALL.iter().map(|channel| format!("publicity.{}", channel.code()));
    SOURCES.into_iter().map(str::to_owned).chain(channels).collect()
}

/// Whether the system knows such a figure.
pub fn is_source(word: &str) -> bool {
    let channel = word.strip_prefix("publicity.").and_then(PublicityChannel::from_code);
    SOURCES.contains(&word) || channel.is_some()
}

impl ReportForm {
    /// The form for a contest with these fields: a figure that is asked by field becomes one for
    /// each, named `code.field`.
    #[must_use]
    pub fn for_fields(mut self, fields: &[(String, String)]) -> Self {
        for section in &mut self.sections {
            let figures = std::mem::take(&mut section.figures);
            section.figures = figures.into_iter().flat_map(|figure| spread(figure, fields)).collect();
        }
        self
    }

    /// Every figure, in the form's order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections.iter().flat_map(|section| &section.figures)
    }

    /// Every column of a table of reports: questions and figures, in the form's order.
    pub fn columns(&self) -> Vec<Column> {
        let of_section = |section: &Section| {
            let question = section.question.as_ref().map(|asked| Column {
                code: asked.code.clone(),
                label: asked.label.clone(),
                short: if asked.short.is_empty() { asked.label.clone() } else { asked.short.clone() },
                rolls_up: true,
                asked: true,
            });
            let figures = section.figures.iter().map(|figure| Column {
                code: figure.code.clone(),
                label: figure.label.clone(),
                short: if figure.short.is_empty() { figure.label.clone() } else { figure.short.clone() },
                rolls_up: figure.rolls_up,
                asked: false,
            });
            question.into_iter().chain(figures).collect::<Vec<_>>()
        };
        self.sections.iter().flat_map(of_section).collect()
    }

    /// Whether a figure of one may be added to the same figure of the other: every code stands for the
    /// same in both.
    pub fn adds_up_with(&self, other: &Self) -> bool {
        self.meanings() == other.meanings()
    }

    fn meanings(&self) -> BTreeSet<(&str, &str, &str, bool)> {
        let questions = self.sections.iter().filter_map(|section| section.question.as_ref());
        let questions = questions.map(|asked| (asked.code.as_str(), asked.label.as_str(), "?", true));
        let figures = self.figures();
        let figures = figures.map(|each| (each.code.as_str(), each.label.as_str(), each.unit.as_str(), each.rolls_up));
        figures.chain(questions).collect()
    }

    /// What a code is called, whatever it stands for.
    pub fn label(&self, code: &str) -> Option<&str> {
        let figure = self.figures().find(|figure| figure.code == code).map(|figure| figure.label.as_str());
        let questions = self.sections.iter().filter_map(|section| section.question.as_ref());
        let question = || questions.clone().find(|asked| asked.code == code).map(|asked| asked.label.as_str());
        let heading = || self.headings.iter().find(|heading| heading.code == code).map(|each| each.label.as_str());
        figure.or_else(question).or_else(heading)
    }

    /// What a figure is called in a sentence. One that is asked by field is called as its parts are, with the
    /// section in which they stand.
    pub fn called(&self, code: &str) -> String {
        if let Some(label) = self.label(code) {
            return label.to_owned();
        }
        let mut parts =
            self.sections.iter().flat_map(|section| section.figures.iter().map(move |part| (section, part)));
        let found = parts.find(|(_, part)| is_part(&part.code, code));
        found.map_or_else(
            || code.to_owned(),
            |(section, part)| {
                let head = part.label.strip_suffix(&part.short).unwrap_or(&part.label);
                format!("{}: {}", section.title, head.trim_end_matches(": "))
            },
        )
    }

    /// The field at which something is said of a figure: of one that is asked by field its first.
    pub(super) fn field_of(&self, code: &str) -> String {
        let part = self.figures().find(|figure| is_part(&figure.code, code)).map(|part| part.code.as_str());
        part.filter(|_| self.label(code).is_none()).unwrap_or(code).to_owned()
    }

    /// What the system knows of this form's figures, by their codes.
    pub fn known(&self, sources: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
        let known = |figure: &Figure| {
            let value = sources.get(figure.source.as_deref()?)?;
            Some((figure.code.clone(), *value))
        };
        self.figures().filter_map(known).collect()
    }
}

fn spread(figure: Figure, fields: &[(String, String)]) -> Vec<Figure> {
    if !figure.by_field {
        return vec![figure];
    }
    let of_field = |(code, name): &(String, String)| Figure {
        code: format!("{}.{code}", figure.code),
        label: format!("{}: {name}", figure.label),
        short: name.clone(),
        source: figure.source.as_ref().map(|source| format!("{source}.{code}")),
        by_field: false,
        ..figure.clone()
    };
    fields.iter().map(of_field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> ReportForm {
        ReportForm::parse(&format!("biểu: Báo cáo\nmục: Chung\n{body}")).unwrap()
    }

    #[test]
    fn a_figure_by_field_is_called_by_its_words_at_its_first_field() {
        let fields = [("cntt".to_owned(), "Công nghệ thông tin".to_owned()), ("y".to_owned(), "Y dược".to_owned())];
        let asked = form("mục thêm: Theo lĩnh vực\nsố: by_field | Gửi dự thi\n  theo lĩnh vực\nsố: all | Tất cả");
        let asked = asked.for_fields(&fields);
        assert_eq!(
            (asked.called("by_field"), asked.field_of("by_field")),
            ("Theo lĩnh vực: Gửi dự thi".to_owned(), "by_field.cntt".to_owned(),)
        );
        assert_eq!((asked.called("all"), asked.field_of("all")), ("Tất cả".to_owned(), "all".to_owned()));
    }

    #[test]
    fn only_forms_whose_codes_mean_the_same_add_up() {
        let first = form("số: items | Tin, bài\nsố: money | Kinh phí\n  đơn vị: triệu đồng");
        let worded =
            form("số: money | Kinh phí\n  đơn vị: triệu đồng\n  giúp: Cả năm.\nsố: items | Tin, bài\nchữ: a | A");
        assert!(first.adds_up_with(&worded), "neither order nor hints change what a figure is");
        let thousands = form("số: items | Tin, bài\nsố: money | Kinh phí\n  đơn vị: nghìn đồng");
        let other = form("số: items | Tin đã đăng\nsố: money | Kinh phí\n  đơn vị: triệu đồng");
        let asked = form("hỏi: items | Tin, bài\nsố: money | Kinh phí\n  đơn vị: triệu đồng");
        for different in [thousands, other, asked] {
            assert!(!first.adds_up_with(&different), "{different:?}");
        }
    }
}
