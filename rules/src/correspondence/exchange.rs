//! What a body is called where documents go from system to system (QCVN 102:2016/BTTTT).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::DocumentNumber;
use crate::refusal::{Fact, Refusal};
use crate::text::{one_line, parsed_text};

/// The identifier of a body: `H49.12.3` of the new form, `000.00.12.H49` of the old one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganId(String);

parsed_text!(OrganId, OrganIdError);

/// Why a text is no body's identifier.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not the identifier of a body, as in H49.12")]
pub struct OrganIdError {
    /// What was written.
    pub given: String,
}

impl Refusal for OrganIdError {
    fn code(&self) -> &'static str {
        "correspondence.organ_id"
    }

    fn field(&self) -> Option<String> {
        Some("bodies".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl FromStr for OrganId {
    type Err = OrganIdError;

    /// Up to five steps between points: digits, or one capital and digits; one of them has the capital.
    fn from_str(text: &str) -> Result<Self, OrganIdError> {
        let id = one_line(text).to_uppercase();
        let steps: Vec<&str> = id.split('.').collect();
        let digits = |step: &str| (1..=4).contains(&step.len()) && step.bytes().all(|byte| byte.is_ascii_digit());
        let lettered = |step: &str| step.starts_with(|first: char| first.is_ascii_uppercase()) && digits(&step[1..]);
        let formed = steps.iter().all(|step| digits(step) || lettered(step));
        if formed && steps.len() <= 5 && steps.iter().any(|step| lettered(step)) {
            return Ok(Self(id));
        }
        Err(OrganIdError { given: text.to_owned() })
    }
}

/// What a document is called between systems: who issued it, the day it bears, its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeId {
    /// Who issued it.
    pub body: OrganId,
    /// The day it bears.
    pub date: Date,
    /// Its number.
    pub number: DocumentNumber,
}

impl ExchangeId {
    /// Reads `H49.88,2020/08/19,213/LHH-KHCN`; some systems write names of their own, which are none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ',');
        let (body, day, number) = (parts.next()?, parts.next()?, parts.next()?);
        let date = exchange_day(day)?;
        Some(Self { body: body.parse().ok()?, date, number: DocumentNumber::parse(number, date.year()).ok()? })
    }
}

impl fmt::Display for ExchangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{}", self.body, self.date.strftime("%Y/%m/%d"), self.number)
    }
}

/// A day as systems write it to each other: `2020/08/19`.
pub fn exchange_day(text: &str) -> Option<Date> {
    Date::strptime("%Y/%m/%d", text.trim()).ok()
}

/// What a package says of a document that went out before it; the codes are the regulation's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Business {
    /// The document is new.
    New,
    /// It withdraws an earlier one (*thu hồi*).
    Withdrawn,
    /// It changes what was sent (*cập nhật*).
    Changed,
    /// It takes an earlier one's place (*thay thế*).
    Replaced,
}

impl Business {
    /// In the order of their codes.
    pub const ALL: [Self; 4] = [Self::New, Self::Withdrawn, Self::Changed, Self::Replaced];

    /// `BussinessDocType`.
    pub const fn number(self) -> usize {
        match self {
            Self::New => 0,
            Self::Withdrawn => 1,
            Self::Changed => 2,
            Self::Replaced => 3,
        }
    }

    /// Stable name, in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Withdrawn => "withdrawn",
            Self::Changed => "changed",
            Self::Replaced => "replaced",
        }
    }

    /// The one of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_document_s_name_between_systems_is_read_as_it_is_written() {
        let name = "H49.88,2020/08/09,05/QĐ-BTC";
        let id = ExchangeId::parse(name).unwrap();
        assert_eq!((id.number.number(), id.number.year(), id.to_string().as_str()), (5, 2020, name));
        for no in ["", "000.00.01.H01,2018,10", "H49,2020/13/01,5/QĐ-BTC", "H49,2020/08/09", "tỉnh,2020/08/09,5/QĐ"]
        {
            assert_eq!(ExchangeId::parse(no), None, "{no}");
        }
    }

    #[test]
    fn the_codes_are_the_regulation_s() {
        for (place, business) in Business::ALL.into_iter().enumerate() {
            assert_eq!(business.number(), place);
            assert_eq!(Business::from_code(business.code()), Some(business));
        }
    }

    #[test]
    fn both_forms_are_taken_and_words_are_not() {
        for id in ["H49", "H49.12", "h49.12.3", "000.00.12.H49"] {
            assert!(id.parse::<OrganId>().is_ok(), "{id}");
        }
        for no in ["", "49", "000.00", "UBND tỉnh", "H49..2", "H49.1.2.3.4.5", "Ế49", "H49,12"] {
            assert!(no.parse::<OrganId>().is_err(), "{no}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_found_again(text in "\\PC{0,20}") {
            if let Ok(id) = text.parse::<OrganId>() {
                prop_assert_eq!(id.as_str().parse::<OrganId>(), Ok(id.clone()));
                prop_assert!(!id.as_str().contains(','));
            }
        }
    }
}
