//! Solutions of editions that were held before this program: what a list still says of them.

use jiff::civil::Date;
use thiserror::Error;

use super::{Title, TitleError};
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// No list goes back further.
const FIRST_YEAR: i16 = 1980;

/// The longest words of a cell, in letters.
const LONGEST: usize = 300;

/// A solution that was entered into an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierEntry {
    /// The last year of its edition.
    pub year: i16,
    /// Which edition, in the list's own words; may be empty.
    pub edition: String,
    /// What it was called.
    pub title: Title,
    /// Who made it, as the list names them; may be empty.
    pub authors: String,
    /// From which unit; may be empty.
    pub unit: String,
    /// What it won; empty where it won nothing.
    pub prize: String,
}

/// As it stands in a row of a workbook.
#[derive(Clone, Copy, Debug, Default)]
pub struct EarlierForm<'a> {
    /// `2019`, or `2018-2019`.
    pub year: &'a str,
    /// Which edition.
    pub edition: &'a str,
    /// What it was called.
    pub title: &'a str,
    /// Who made it.
    pub authors: &'a str,
    /// From which unit.
    pub unit: &'a str,
    /// What it won.
    pub prize: &'a str,
}

/// Why a row is no earlier entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EarlierRefusal {
    /// What the title lacks.
    #[error(transparent)]
    Title(#[from] TitleError),
    /// No year of an edition that is over.
    #[error("this is no year of an edition that is over, {last} at the latest")]
    Year {
        /// This year.
        last: i16,
    },
    /// More than a list says.
    #[error("{field} has more than {max} letters")]
    TooLong {
        /// Where.
        field: &'static str,
        /// The most letters.
        max: usize,
    },
}

impl Refusal for EarlierRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Title(error) => error.code(),
            Self::Year { .. } => "entries.earlier_year",
            Self::TooLong { .. } => "entries.earlier_too_long",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Title(error) => error.facts(),
            Self::Year { last } => vec![("first", Fact::text(FIRST_YEAR)), ("last", Fact::text(last))],
            Self::TooLong { max, .. } => vec![("max", Fact::count(*max))],
        }
    }
}

impl EarlierEntry {
    /// Reads a row, or tells everything that is wrong with it.
    pub fn parse(form: EarlierForm<'_>, today: Date) -> Result<Self, Vec<EarlierRefusal>> {
        let mut wrong: Vec<EarlierRefusal> = Vec::new();
        let title = form.title.parse::<Title>().map_err(|error| wrong.push(error.into())).ok();
        let year = year(form.year, today);
        wrong.extend(year.is_none().then(|| EarlierRefusal::Year { last: today.year() }));
        let mut words = |field: &'static str, text: &str| {
            let text = one_line(text);
            wrong.extend((length(&text) > LONGEST).then_some(EarlierRefusal::TooLong { field, max: LONGEST }));
            text
        };
        let (edition, authors) = (words("edition", form.edition), words("authors", form.authors));
        let (unit, prize) = (words("unit", form.unit), words("prize", form.prize));
        match (title, year) {
            (Some(title), Some(year)) if wrong.is_empty() => Ok(Self { year, edition, title, authors, unit, prize }),
            _ => Err(wrong),
        }
    }
}

/// The last year of what a cell says: `2018 - 2019` is 2019.
fn year(text: &str, today: Date) -> Option<i16> {
    let last = text.rsplit(['-', '–', '/']).next()?.trim();
    last.parse::<i16>().ok().filter(|year| (FIRST_YEAR..=today.year()).contains(year))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_row_says_title_and_year_and_may_leave_the_rest_out() {
        let today = date(2021, 6, 1);
        let form =
            EarlierForm { year: "2018 - 2019", title: " Máy  rửa than ", prize: "Ba", ..EarlierForm::default() };
        let read = EarlierEntry::parse(form, today).unwrap();
        assert_eq!((read.year, read.title.as_str(), read.prize.as_str()), (2019, "Máy rửa than", "Ba"));
        let codes = |form| EarlierEntry::parse(form, today).unwrap_err().iter().map(Refusal::code).collect::<Vec<_>>();
        assert_eq!(codes(EarlierForm::default()), ["entries.title_missing", "entries.earlier_year"]);
        for year in ["2022", "1899", "lần 7"] {
            assert_eq!(codes(EarlierForm { year, ..form }), ["entries.earlier_year"], "{year}");
        }
        let long = "a".repeat(301);
        assert_eq!(codes(EarlierForm { unit: &long, ..form }), ["entries.earlier_too_long"]);
    }
}
