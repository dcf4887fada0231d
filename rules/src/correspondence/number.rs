//! The number of a document.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// A document's number, symbol and year: `85/QĐ-BTC` of 2020.
///
/// Numbers begin again each year. Prints as the office writes it, a number under ten with a
/// leading zero (Decree 30/2020/NĐ-CP, Phụ lục I); the year prints only where the symbol has it.
///
/// ```
/// use hoithi_rules::correspondence::DocumentNumber;
/// let number = DocumentNumber::parse("5/KH-BTC", 2020).unwrap();
/// assert_eq!(number.to_string(), "05/KH-BTC");
/// assert_eq!(number.line(), "Số: 05/KH-BTC");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct DocumentNumber {
    year: i16,
    symbol: String,
    number: u32,
}

#[derive(Serialize, Deserialize)]
struct Parts {
    number: u32,
    symbol: String,
    year: i16,
}

/// Why something is not a document's number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DocumentNumberError {
    /// Nothing was written, or the symbol alone.
    #[error("the document's number is missing")]
    Missing,
    /// There is no slash between number and symbol.
    #[error("{given:?} is not a number and a symbol with a slash between, as in 85/QĐ-BTC")]
    Form {
        /// What was written.
        given: String,
    },
    /// The number is none, or zero.
    #[error("{given:?} is not a number from 1 on")]
    Number {
        /// What was written before the slash.
        given: String,
    },
    /// The symbol has none or too many letters, or others than letters, digits, `-`, `/`, `.`.
    #[error("{given:?} is not a document's symbol, as in QĐ-BTC")]
    Symbol {
        /// What was written after the slash.
        given: String,
    },
    /// The year is far from any document's.
    #[error("{year} is not the year of a document")]
    Year {
        /// The year given.
        year: i16,
    },
}

impl Refusal for DocumentNumberError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "correspondence.number_missing",
            Self::Form { .. } => "correspondence.number_form",
            Self::Number { .. } => "correspondence.number_not_whole",
            Self::Symbol { .. } => "correspondence.number_symbol",
            Self::Year { .. } => "correspondence.number_year",
        }
    }

    fn field(&self) -> Option<String> {
        Some("number".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Form { given } | Self::Number { given } | Self::Symbol { given } => {
                vec![("given", Fact::text(given))]
            }
            Self::Year { year } => vec![("year", Fact::text(year))],
            Self::Missing => vec![],
        }
    }
}

impl DocumentNumber {
    /// A number from 1 on, a symbol, a year from 1945 to 2200.
    pub fn new(number: u32, symbol: &str, year: i16) -> Result<Self, DocumentNumberError> {
        let cleaned = one_line(symbol);
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.');
        let slashes_inside = !cleaned.starts_with('/') && !cleaned.ends_with('/');
        if !(1..=60).contains(&length(&cleaned)) || !cleaned.chars().all(fits) || !slashes_inside {
            return Err(DocumentNumberError::Symbol { given: symbol.to_owned() });
        }
        if number == 0 {
            return Err(DocumentNumberError::Number { given: "0".to_owned() });
        }
        if !(1945..=2200).contains(&year) {
            return Err(DocumentNumberError::Year { year });
        }
        Ok(Self { year, symbol: cleaned, number })
    }

    /// Reads `85/QĐ-BTC` or `Số: 05/KH-BTC`; also `165/2006/QĐ-TTg`, where the symbol holds a year.
    pub fn parse(text: &str, year: i16) -> Result<Self, DocumentNumberError> {
        let line = one_line(text);
        let bare = line.strip_prefix("Số").map_or(line.as_str(), |rest| rest.trim_start_matches([':', ' ']));
        if bare.is_empty() || bare.starts_with('/') {
            return Err(DocumentNumberError::Missing);
        }
        let Some((number, symbol)) = bare.split_once('/') else {
            return Err(DocumentNumberError::Form { given: text.to_owned() });
        };
        let number = number.trim();
        let refused = || DocumentNumberError::Number { given: number.to_owned() };
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused());
        }
        Self::new(u32::from_str(number).map_err(|_| refused())?, symbol.trim(), year)
    }

    /// The running number of the year.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The symbol: `QĐ-BTC`.
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// The year in which the number was given.
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The line under the issuer's name: `Số: 05/KH-BTC`.
    pub fn line(&self) -> String {
        format!("Số: {self}")
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{}", self.number, self.symbol)
    }
}

impl TryFrom<Parts> for DocumentNumber {
    type Error = DocumentNumberError;

    fn try_from(parts: Parts) -> Result<Self, DocumentNumberError> {
        Self::new(parts.number, &parts.symbol, parts.year)
    }
}

impl From<DocumentNumber> for Parts {
    fn from(number: DocumentNumber) -> Self {
        Self { number: number.number, symbol: number.symbol, year: number.year }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_letter_s_bases_are_read_and_printed_alike() {
        for text in ["1594/QĐ-UBND", "85/QĐ-BTC", "86/KH-BTC", "05/LHH-KHCN", "165/2006/QĐ-TTg"] {
            let number = DocumentNumber::parse(text, 2020).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(DocumentNumber::parse(&number.line(), 2020), Ok(number));
        }
    }

    #[test]
    fn each_mistake_has_its_own_refusal() {
        let parse = |text| DocumentNumber::parse(text, 2020).unwrap_err().code();
        assert_eq!(parse(" "), "correspondence.number_missing");
        assert_eq!(parse("Số: /QĐ-BTC"), "correspondence.number_missing");
        assert_eq!(parse("85"), "correspondence.number_form");
        assert_eq!(parse("0/QĐ-BTC"), "correspondence.number_not_whole");
        assert_eq!(parse("+5/QĐ-BTC"), "correspondence.number_not_whole");
        assert_eq!(parse("85/"), "correspondence.number_symbol");
        assert_eq!(parse("85/QĐ BTC"), "correspondence.number_symbol");
        let year = DocumentNumber::parse("85/QĐ-BTC", 20).unwrap_err();
        assert_eq!(year, DocumentNumberError::Year { year: 20 });
    }
}
