//! The fields of a part that is written under headings: their kinds, their limits, when they are asked for.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use jiff::civil::Date;

use super::{DossierPart, PartCode};
use crate::awards::Dong;
use crate::day::{parse_day, parse_money};
use crate::text::{length, one_line, paragraphs};

/// What is written into the fields of one part, by their codes; a draft may hold anything.
pub type Values = BTreeMap<PartCode, String>;

/// The most characters of one cell of a table.
pub const LONGEST_CELL: u32 = 500;

/// Written for yes and no.
const YES: &str = "yes";
const NO: &str = "no";

/// One field of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldRule {
    /// Its short name.
    pub code: PartCode,
    /// The heading that begins with it, where one does.
    pub heading: Option<String>,
    /// Its name in the words of the *Thể lệ*.
    pub name: String,
    /// What helps to fill it; may be empty.
    pub help: String,
    /// How somebody else filled it; may be empty.
    pub example: String,
    /// What is written into it.
    pub kind: FieldKind,
    /// Whether it must be filled.
    pub asked: Asked,
    /// Whether judges read it, where they read its part.
    pub shown_to_judges: bool,
    /// Whether what is written is compared with other entries.
    pub compared: bool,
}

/// What is written into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words, counted as a reader counts them.
    Text {
        /// The most characters.
        max_characters: NonZeroU32,
    },
    /// A number that is not negative: `1.200`, `0,5`.
    Number,
    /// A day.
    Day,
    /// A month of a year.
    Month,
    /// An amount in đồng.
    Money,
    /// One of several answers, by code and words.
    Choice(Vec<(PartCode, String)>),
    /// Yes or no.
    YesNo,
    /// Rows of cells.
    Table {
        /// What stands over each column.
        columns: Vec<String>,
        /// The most rows.
        rows: NonZeroU16,
    },
}

/// When a field must be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Always.
    Always,
    /// Never.
    Never,
    /// Where another field of the part has that answer.
    When {
        /// The other field: a choice, or yes or no.
        field: PartCode,
        /// The code of its answer.
        is: String,
    },
}

/// What is wrong with what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// It must be filled and is empty.
    Missing,
    /// It is none of its kind.
    Malformed,
    /// It is longer than it may be.
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        max: u32,
    },
}

impl FieldRule {
    /// What is wrong with what was written into it among these.
    pub fn problem(&self, values: &Values) -> Option<FieldProblem> {
        let Some(value) = values.get(&self.code).filter(|value| !value.trim().is_empty()) else {
            return self.is_asked(values).then_some(FieldProblem::Missing);
        };
        match &self.kind {
            FieldKind::Text { max_characters } => too_long(value, max_characters.get()),
            FieldKind::Number => (!is_number(value)).then_some(FieldProblem::Malformed),
            FieldKind::Day => value.parse::<Date>().is_err().then_some(FieldProblem::Malformed),
            FieldKind::Month => first_day_of(value).is_none().then_some(FieldProblem::Malformed),
            FieldKind::Money => parse_money(value).is_none().then_some(FieldProblem::Malformed),
            FieldKind::Choice(_) | FieldKind::YesNo => {
                let known = self.answers().iter().any(|(code, _)| code == value);
                (!known).then_some(FieldProblem::Malformed)
            }
            FieldKind::Table { columns, rows } => {
                let table = cells(value);
                let fits = table.len() <= usize::from(rows.get()) && table.iter().all(|row| row.len() <= columns.len());
                let long = table.iter().flatten().find_map(|cell| too_long(cell, LONGEST_CELL));
                if fits { long } else { Some(FieldProblem::Malformed) }
            }
        }
    }

    fn is_asked(&self, values: &Values) -> bool {
        match &self.asked {
            Asked::Always => true,
            Asked::Never => false,
            Asked::When { field, is } => values.get(field) == Some(is),
        }
    }

    /// The answers to choose from, by code and words; none where it is no choice.
    pub fn answers(&self) -> Vec<(String, String)> {
        match &self.kind {
            FieldKind::Choice(choices) => {
                choices.iter().map(|(code, words)| (code.to_string(), words.clone())).collect()
            }
            FieldKind::YesNo => vec![(YES.to_owned(), "Có".to_owned()), (NO.to_owned(), "Không".to_owned())],
            _ => Vec::new(),
        }
    }

    /// What was typed, as it is kept: a day, a month and an amount in one form, words composed, a table by rows.
    pub fn kept(&self, typed: &str) -> String {
        match &self.kind {
            FieldKind::Text { .. } => paragraphs(typed),
            FieldKind::Day => parse_day(typed).map_or_else(|| one_line(typed), |day| day.to_string()),
            FieldKind::Month => parse_day(&format!("1/{}", typed.trim()))
                .map_or_else(|| one_line(typed), |first| first.strftime("%Y-%m").to_string()),
            FieldKind::Money => {
                let amount = typed.trim().trim_end_matches("đồng");
                parse_money(amount).map_or_else(|| one_line(typed), |dong| dong.to_string())
            }
            FieldKind::Number | FieldKind::Choice(_) | FieldKind::YesNo => one_line(typed),
            FieldKind::Table { .. } => kept_table(&cells(typed)),
        }
    }

    /// What is kept, as it is typed again: a month as `6/2021`, an amount by thousands.
    pub fn typed_again(&self, value: &str) -> String {
        match &self.kind {
            FieldKind::Month => first_day_of(value)
                .map_or_else(|| value.to_owned(), |first| format!("{}/{}", first.month(), first.year())),
            FieldKind::Money => {
                parse_money(value).map_or_else(|| value.to_owned(), |dong| Dong::new(dong.unsigned_abs()).to_string())
            }
            _ => value.to_owned(),
        }
    }

    /// What is kept, as people read it.
    pub fn read(&self, value: &str) -> String {
        match &self.kind {
            FieldKind::Day => value.parse::<Date>().map_or_else(|_| value.to_owned(), super::day),
            FieldKind::Month if first_day_of(value).is_some() => format!("tháng {}", self.typed_again(value)),
            FieldKind::Money if parse_money(value).is_some() => format!("{} đồng", self.typed_again(value)),
            FieldKind::Text { .. } | FieldKind::Number | FieldKind::Month | FieldKind::Money => value.to_owned(),
            FieldKind::Choice(_) | FieldKind::YesNo => {
                let known = self.answers().into_iter().find(|(code, _)| code == value);
                known.map_or_else(|| value.to_owned(), |(_, words)| words)
            }
            FieldKind::Table { columns, .. } => {
                let rows = cells(value).into_iter().map(|row| row.join(" | "));
                std::iter::once(columns.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// The rows and cells of a table as it is kept or typed: a row a line, tabs between the cells.
pub fn cells(value: &str) -> Vec<Vec<String>> {
    value.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Every cell in one line, rows without a word left out.
pub fn kept_table(rows: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| row.iter().map(|cell| one_line(cell)).collect::<Vec<_>>().join("\t");
    let rows = rows.iter().map(row).filter(|row| !row.trim().is_empty());
    rows.collect::<Vec<_>>().join("\n")
}

/// The first day of a month as it is kept: `2021-06`.
fn first_day_of(month: &str) -> Option<Date> {
    (month.len() == 7).then(|| format!("{month}-01").parse().ok()).flatten()
}

fn too_long(text: &str, max: u32) -> Option<FieldProblem> {
    let length = length(text);
    (length as u64 > u64::from(max)).then_some(FieldProblem::TooLong { length, max })
}

fn is_number(text: &str) -> bool {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, "0"));
    let digits = (1..=6).contains(&decimals.len()) && decimals.bytes().all(|byte| byte.is_ascii_digit());
    digits && parse_money(whole).is_some()
}

impl DossierPart {
    /// Whether judges read it, as it is kept secret or not.
    #[must_use]
    pub const fn judges_read(&self, secret: bool) -> bool {
        self.shown_to_judges && (!secret || self.secret_to_judges)
    }

    /// What was written into its fields, under their headings, as people read it; for judges without what is not
    /// theirs.
    pub fn told(&self, values: &Values, to_judges: bool) -> String {
        let mut told = Vec::new();
        let mut heading = None;
        for field in &self.fields {
            heading = field.heading.as_ref().or(heading);
            let value = values.get(&field.code).filter(|_| field.shown_to_judges || !to_judges);
            let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
            told.extend(heading.take().cloned());
            told.push(format!("{}:\n{}", field.name, field.read(value)));
        }
        told.join("\n\n")
    }

    /// What of it is compared with other entries: the answers alone, because headings are everybody's.
    pub fn compared(&self, values: &Values) -> String {
        let compared = self.fields.iter().filter(|field| field.compared).filter_map(|field| values.get(&field.code));
        compared.map(String::as_str).collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books, differences, explain};

    /// Quảng Ninh with its description written under the headings of a shipped layout.
    fn book(layout: &str) -> RuleBook {
        let part = format!(
            "[[rules.dossier]]\ncode = \"mo-ta-theo-muc\"\nname = \"Bản mô tả theo mục\"\nkind = \"fields\"\n\
             layout = \"{layout}\"\nrequired = true\nshown_to_judges = true\n\n[[rules.channels]]"
        );
        RuleBook::parse(&books::QUANG_NINH_VIII.replacen("[[rules.channels]]", &part, 1)).unwrap()
    }

    fn part(book: &RuleBook) -> DossierPart {
        book.rules().dossier_part("mo-ta-theo-muc").unwrap().clone()
    }

    fn code(text: &str) -> PartCode {
        PartCode::parse(text).unwrap()
    }

    /// Something fitting in every field.
    fn filled(part: &DossierPart) -> Values {
        let value = |field: &FieldRule| match &field.kind {
            FieldKind::Text { .. } => format!("Viết về {}", field.name),
            FieldKind::Number => "1.200,5".to_owned(),
            FieldKind::Day => field.kept("1/5/2018"),
            FieldKind::Month => field.kept("5/2018"),
            FieldKind::Money => field.kept("1.250.000"),
            FieldKind::Choice(choices) => choices[0].0.to_string(),
            FieldKind::YesNo => YES.to_owned(),
            FieldKind::Table { columns, .. } => vec!["x"; columns.len()].join("\t"),
        };
        part.fields.iter().map(|field| (field.code.clone(), value(field))).collect()
    }

    #[test]
    fn every_shipped_layout_is_read_filled_and_told() {
        for (layout, _) in books::LAYOUTS {
            let book = book(layout);
            let part = part(&book);
            assert!(part.fields.len() >= 10, "{layout}");
            assert!(part.fields.iter().any(|field| field.compared), "{layout}");
            let values = filled(&part);
            for field in &part.fields {
                assert_eq!(field.problem(&values), None, "{layout}: {}", field.name);
                assert!(explain(&book).contains(&field.name), "{layout}: {}", field.name);
                assert!(part.told(&values, true).contains(&field.name), "{layout}: {}", field.name);
            }
        }
    }

    #[test]
    fn a_field_is_asked_where_another_has_that_answer() {
        let part = part(&book("toan-quoc"));
        let day = part.fields.iter().find(|field| field.code == code("ngay-ap-dung")).unwrap();
        let mut values = filled(&part);
        values.remove(&day.code);
        assert_eq!(day.problem(&values), Some(FieldProblem::Missing));
        values.insert(code("da-ap-dung"), NO.to_owned());
        assert_eq!(day.problem(&values), None);
        values.insert(day.code.clone(), "năm ngoái".to_owned());
        assert_eq!(day.problem(&values), Some(FieldProblem::Malformed));
    }

    #[test]
    fn what_is_written_fits_its_field() {
        let part = part(&book("toan-quoc"));
        let problem = |name: &str, value: &str| {
            let field = part.fields.iter().find(|field| field.code == code(name)).unwrap();
            field.problem(&Values::from([(field.code.clone(), value.to_owned())]))
        };
        for (number, fits) in [("1.200", true), ("0,5", true), ("-1", false), ("nhiều", false), ("1,", false)] {
            assert_eq!(problem("lam-loi", number), (!fits).then_some(FieldProblem::Malformed), "{number}");
        }
        assert_eq!(problem("muc-do-moi", "vu-tru"), Some(FieldProblem::Malformed));
        assert_eq!(problem("cac-buoc", "a\tb\tc\td"), Some(FieldProblem::Malformed), "a cell too many");
        let decomposed = "e\u{302}\u{301}".repeat(6000);
        assert_eq!(problem("da-biet", &decomposed), None, "a letter with its marks is one");
        let long = Some(FieldProblem::TooLong { length: 6001, max: 6000 });
        assert_eq!(problem("da-biet", &format!("{decomposed}x")), long);
    }

    /// A field of that kind, of a part of its own.
    fn field_of(kind: &str) -> FieldRule {
        let part = format!(
            "[[rules.dossier]]\ncode = \"mo-ta-theo-muc\"\nname = \"Theo mục\"\nkind = \"fields\"\nrequired = false\n\
             shown_to_judges = true\n\n[[rules.dossier.fields]]\ncode = \"mot\"\nname = \"Một\"\nkind = \"{kind}\"\n\
             required = false\n\n[[rules.channels]]"
        );
        let book = RuleBook::parse(&books::QUANG_NINH_VIII.replacen("[[rules.channels]]", &part, 1)).unwrap();
        book.rules().dossier_part("mo-ta-theo-muc").unwrap().fields[0].clone()
    }

    #[test]
    fn a_month_and_an_amount_are_kept_in_one_form_and_read_in_the_office_s() {
        let told = |field: &FieldRule, typed: &str| {
            let kept = field.kept(typed);
            let fits = field.problem(&Values::from([(field.code.clone(), kept.clone())])).is_none();
            fits.then(|| (field.read(&kept), field.typed_again(&kept)))
        };
        let month = field_of("month");
        let june = Some(("tháng 6/2021".to_owned(), "6/2021".to_owned()));
        assert_eq!((told(&month, "6/2021"), told(&month, " 06-2021 ")), (june.clone(), june));
        for wrong in ["13/2021", "6/21", "2021", "tháng sáu"] {
            assert_eq!(told(&month, wrong), None, "{wrong}");
        }
        let money = field_of("money");
        let much = Some(("1.250.000.000 đồng".to_owned(), "1.250.000.000".to_owned()));
        assert_eq!((told(&money, "1.250.000.000 đồng"), told(&money, "1250000000")), (much.clone(), much));
        for wrong in ["-5", "1,5", "1,2 tỷ", "1.25.000"] {
            assert_eq!(told(&money, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_change_of_the_layout_is_told_field_by_field() {
        let (one, other) = (book("toan-quoc"), book("theo-muc"));
        let told = differences(&one, &other).join(" ");
        assert!(told.contains("bỏ «II.2. Bản chất của giải pháp") && told.contains("thêm «3. Đặt vấn đề"), "{told}");
    }

    #[test]
    fn what_is_not_for_judges_is_not_told_to_them() {
        let mut part = part(&book("toan-quoc"));
        let values = filled(&part);
        part.fields.iter_mut().filter(|field| field.code == code("lam-loi")).for_each(|field| {
            field.shown_to_judges = false;
        });
        assert!(part.told(&values, false).contains("1.200,5"));
        assert!(!part.told(&values, true).contains("1.200,5"));
    }
}
