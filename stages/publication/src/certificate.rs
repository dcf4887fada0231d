//! One line of the register of certificates.

use hoithi_rules::ids::{AuthorId, AwardId, CertificateId, DocumentId, EditionId};
use hoithi_rules::people::PersonName;
use hoithi_rules::publication::{self as law, CertificateState, Holder, RegisterNumber, VerificationCode};
use hoithi_rules::text::one_line;
use jiff::Timestamp;
use jiff::civil::Date;

/// A certificate as it was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// The edition.
    pub edition: EditionId,
    /// The prize.
    pub award: AwardId,
    /// Whose it is.
    pub author: AuthorId,
    /// The decision in the register of documents.
    pub document: DocumentId,
    /// Its line in the register.
    pub number: RegisterNumber,
    /// What the sheet bears and the public asks by.
    pub code: VerificationCode,
    /// What is printed on it.
    pub says: Says,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Changes with every change.
    pub version: i64,
    /// Why it does not count any more.
    pub revoked: Option<Revocation>,
    /// The void one in whose place it was issued.
    pub replaces: Option<CertificateId>,
}

impl Certificate {
    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.revoked.is_none()
    }

    /// As the law knows it.
    pub(crate) fn under_law(&self) -> law::Certificate {
        let state = match &self.revoked {
            Some(Revocation { at, reason }) => CertificateState::Revoked { at: *at, reason: reason.clone() },
            None => CertificateState::Issued { at: self.issued_at },
        };
        let (number, code, holder) = (self.number, self.code.clone(), Holder::Author(self.author));
        law::Certificate { id: self.id, award: self.award, holder, number, code, state }
    }
}

/// What a certificate says, in the words that were printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// The author.
    pub name: String,
    /// The unit of the entry.
    pub unit_name: String,
    /// The solution.
    pub title: String,
    /// Its category.
    pub category_name: String,
    /// The prize: "Giải Nhất".
    pub prize: String,
    /// What the rule book lets a certificate of that tier say: "Đạt Giải Nhất".
    pub wording: String,
    /// The edition's full name.
    pub contest: String,
    /// The decision's number: `15/QĐ-BTC`.
    pub decision: String,
    /// The decision's day.
    pub decided_on: Date,
    /// Who issued the decision.
    pub issuer: String,
}

impl Says {
    /// The same words about that person and unit: the same to the letter, where the unit is written
    /// as it was.
    pub(crate) fn naming(&self, name: &PersonName, unit_name: &str) -> Self {
        let unit_name = one_line(unit_name);
        let unit_name = if unit_name == one_line(&self.unit_name) { self.unit_name.clone() } else { unit_name };
        Self { name: name.to_string(), unit_name, ..self.clone() }
    }
}

/// A certificate was declared void.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}
