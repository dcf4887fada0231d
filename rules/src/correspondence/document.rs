//! An official document from draft to signature.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{DocumentKind, DocumentNumber, Signatory};
use crate::ids::DocumentId;
use crate::refusal::{Fact, Refusal};

/// An official document: ours, or another body's that ours rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialDocument {
    /// Its id.
    pub id: DocumentId,
    /// Its kind.
    pub kind: DocumentKind,
    /// The body that issues it; differs by province and edition, so it is never assumed.
    pub issuer: String,
    /// What it is about (*trích yếu*).
    pub subject: String,
    /// Who signs it.
    pub signatory: Signatory,
    /// How far it is.
    pub state: DocumentState,
}

/// How far a document is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentState {
    /// Being written.
    Draft,
    /// Signed; number and day are typed from the signed paper, never given by the program.
    Signed {
        /// Its number.
        number: DocumentNumber,
        /// The day it bears.
        date: Date,
    },
}

/// A signed document on which another rests (*căn cứ*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Its number.
    pub number: DocumentNumber,
    /// The day it bears.
    pub date: Date,
}

/// Why a signature cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SignRefusal {
    /// It is signed already.
    #[error("the document is signed already as {number}")]
    AlreadySigned {
        /// Under this number.
        number: DocumentNumber,
    },
    /// The day has not come yet.
    #[error("{date} has not come yet")]
    DateInFuture {
        /// The day given.
        date: Date,
    },
    /// Number and day are of different years.
    #[error("a number of {number_year} cannot bear {date}")]
    YearDiffers {
        /// The number's year.
        number_year: i16,
        /// The day given.
        date: Date,
    },
    /// It rests on a document that bears a later day.
    #[error("it rests on {basis}, which bears {basis_date}, later than {date}")]
    BasisLater {
        /// The basis.
        basis: DocumentNumber,
        /// The basis's day.
        basis_date: Date,
        /// The day given.
        date: Date,
    },
    /// Another document of the issuer has this number; the operation knows.
    #[error("{number} of this year is given to another document already")]
    NumberTaken {
        /// The number.
        number: DocumentNumber,
    },
}

impl Refusal for SignRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadySigned { .. } => "correspondence.already_signed",
            Self::DateInFuture { .. } => "correspondence.date_in_future",
            Self::YearDiffers { .. } => "correspondence.year_differs",
            Self::BasisLater { .. } => "correspondence.basis_later",
            Self::NumberTaken { .. } => "correspondence.number_taken",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::AlreadySigned { .. } => None,
            Self::NumberTaken { .. } => Some("number".into()),
            _ => Some("date".into()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadySigned { number } | Self::NumberTaken { number } => {
                vec![("number", Fact::text(number))]
            }
            Self::DateInFuture { date } => vec![("date", Fact::Day(*date))],
            Self::YearDiffers { number_year, date } => {
                vec![("number_year", Fact::text(number_year)), ("date", Fact::Day(*date))]
            }
            Self::BasisLater { basis, basis_date, date } => {
                vec![("basis", Fact::text(basis)), ("basis_date", Fact::Day(*basis_date)), ("date", Fact::Day(*date))]
            }
        }
    }
}

impl OfficialDocument {
    /// Records the signature: the number and the day are read off the signed paper.
    ///
    /// Every refusal that applies is given. Whether the number is free is the register's to say.
    pub fn sign(
        self,
        number: DocumentNumber,
        date: Date,
        bases: &[Basis],
        today: Date,
    ) -> Result<Self, Vec<SignRefusal>> {
        if let DocumentState::Signed { number, .. } = self.state {
            return Err(vec![SignRefusal::AlreadySigned { number }]);
        }
        let mut refusals = Vec::new();
        if date > today {
            refusals.push(SignRefusal::DateInFuture { date });
        }
        if number.year() != date.year() {
            refusals.push(SignRefusal::YearDiffers { number_year: number.year(), date });
        }
        let later = bases.iter().filter(|basis| basis.date > date);
        refusals.extend(later.map(|basis| SignRefusal::BasisLater {
            basis: basis.number.clone(),
            basis_date: basis.date,
            date,
        }));
        if refusals.is_empty() {
            Ok(Self { state: DocumentState::Signed { number, date }, ..self })
        } else {
            Err(refusals)
        }
    }

    /// Its number and day, once signed.
    pub fn signed(&self) -> Option<(&DocumentNumber, Date)> {
        match &self.state {
            DocumentState::Draft => None,
            DocumentState::Signed { number, date } => Some((number, *date)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correspondence::SigningCapacity;
    use jiff::civil::date;
    use uuid::Uuid;

    fn plan() -> OfficialDocument {
        OfficialDocument {
            id: DocumentId::new(Uuid::from_u128(86)),
            kind: DocumentKind::Plan,
            issuer: "Ban Tổ chức".into(),
            subject: "Tổ chức Hội thi".into(),
            signatory: Signatory {
                capacity: SigningCapacity::OnBehalf,
                on_behalf_of: String::new(),
                in_place_of: "Ban Tổ chức".into(),
                position: "Trưởng ban".into(),
                name: "Lê Văn Thử".parse().unwrap(),
            },
            state: DocumentState::Draft,
        }
    }

    fn number(text: &str) -> DocumentNumber {
        DocumentNumber::parse(text, 2020).unwrap()
    }

    #[test]
    fn a_draft_is_signed_once() {
        let day = date(2020, 7, 27);
        let signed = plan().sign(number("86/KH-BTC"), day, &[], day).unwrap();
        assert_eq!(signed.signed(), Some((&number("86/KH-BTC"), day)));
        let again = signed.sign(number("87/KH-BTC"), day, &[], day);
        let refused = SignRefusal::AlreadySigned { number: number("86/KH-BTC") };
        assert_eq!(again, Err(vec![refused]));
    }

    #[test]
    fn nothing_rests_on_what_comes_later_and_all_problems_come_at_once() {
        let rules = Basis { number: number("85/QĐ-BTC"), date: date(2021, 1, 2) };
        let refused = plan().sign(number("86/KH-BTC"), date(2021, 1, 1), &[rules], date(2020, 12, 31));
        let codes: Vec<_> = refused.unwrap_err().iter().map(Refusal::code).collect();
        let expected = ["correspondence.date_in_future", "correspondence.year_differs", "correspondence.basis_later"];
        assert_eq!(codes, expected);
    }
}
