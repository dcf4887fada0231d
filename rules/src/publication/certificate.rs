//! A certificate in its register.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::awards::{Award, AwardState};
use crate::code::random_code;
use crate::ids::{AuthorId, AwardId, CertificateId};
use crate::judging::Round;
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// A certificate (*giấy chứng nhận*); none of the kinds of Decree 30/2020, so it has a register
/// of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// The award it certifies.
    pub award: AwardId,
    /// Whose it is.
    pub holder: Holder,
    /// Its number in the register (*số vào sổ*).
    pub number: RegisterNumber,
    /// The code behind its square code.
    pub code: VerificationCode,
    /// Whether it counts.
    pub state: CertificateState,
}

/// Whose a certificate is; an edition gives one to each author or one for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Holder {
    /// One author.
    Author(AuthorId),
    /// All authors together.
    AllAuthors,
}

/// A number in the register of certificates, from 1 in each year; printed `042/2021`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegisterNumber {
    /// The year.
    pub year: i16,
    /// The running number of the year.
    pub number: u32,
}

impl fmt::Display for RegisterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}/{}", self.number, self.year)
    }
}

random_code! {
    /// The code by which anyone checks a certificate: `7KQM-2X0V-9DAB-4T3E-8PWR-5HC6-N1ZF`, 140
    /// random bits, so that none is found by trying, in groups that an eye can hold.
    VerificationCode, 28 letters from 18 bytes, groups of 4, VerificationCodeError, "publication.code_form", "code"
}

/// Whether a certificate counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CertificateState {
    /// It counts.
    Issued {
        /// Since when.
        at: Timestamp,
    },
    /// It is void; whoever checks it is told so.
    Revoked {
        /// Since when.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

/// Why a certificate is not issued or not revoked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CertificateRefusal {
    /// The round is not opened.
    #[error("the round is not opened")]
    RoundNotOpened,
    /// The award is not decided.
    #[error("the award is not decided")]
    AwardNotDecided,
    /// It is void already.
    #[error("the certificate is void since {at}")]
    AlreadyRevoked {
        /// Since when.
        at: Timestamp,
    },
    /// No reason was given.
    #[error("the reason is missing")]
    ReasonMissing,
    /// It counts, so nothing stands in its place.
    #[error("the certificate still counts")]
    StillCounts,
}

impl Refusal for CertificateRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RoundNotOpened => "publication.round_not_opened",
            Self::AwardNotDecided => "publication.award_not_decided",
            Self::AlreadyRevoked { .. } => "publication.certificate_already_revoked",
            Self::ReasonMissing => "publication.reason_missing",
            Self::StillCounts => "publication.certificate_counts",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::ReasonMissing).then(|| "reason".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyRevoked { at } => vec![("at", Fact::Instant(*at))],
            _ => vec![],
        }
    }
}

/// Whether anything about this award may be printed or published.
pub(super) fn may_print(award: &Award, round: &Round) -> Result<(), CertificateRefusal> {
    match (round.opened_at(), &award.state) {
        (None, _) => Err(CertificateRefusal::RoundNotOpened),
        (Some(_), AwardState::Proposed { .. }) => Err(CertificateRefusal::AwardNotDecided),
        (Some(_), AwardState::Decided { .. }) => Ok(()),
    }
}

impl Certificate {
    /// Issues it for a decided award of an opened round, and for nothing else.
    pub fn issue(
        id: CertificateId,
        award: &Award,
        round: &Round,
        holder: Holder,
        number: RegisterNumber,
        code: VerificationCode,
        at: Timestamp,
    ) -> Result<Self, CertificateRefusal> {
        may_print(award, round)?;
        let state = CertificateState::Issued { at };
        Ok(Self { id, award: award.id, holder, number, code, state })
    }

    /// Whether another may be issued in its place: only once it is void.
    pub fn replaceable(&self) -> Result<(), CertificateRefusal> {
        match self.state {
            CertificateState::Issued { .. } => Err(CertificateRefusal::StillCounts),
            CertificateState::Revoked { .. } => Ok(()),
        }
    }

    /// Declares it void. Its code stays and answers that it is void.
    pub fn revoke(self, reason: &str, at: Timestamp) -> Result<Self, CertificateRefusal> {
        if let CertificateState::Revoked { at, .. } = self.state {
            return Err(CertificateRefusal::AlreadyRevoked { at });
        }
        let reason = paragraphs(reason);
        if reason.is_empty() {
            return Err(CertificateRefusal::ReasonMissing);
        }
        Ok(Self { state: CertificateState::Revoked { at, reason }, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::awards::award::tests::{decided, proposed};
    use crate::judging::round::tests::{opened, sealed};
    use uuid::Uuid;

    fn issue(award: &Award, round: &Round) -> Result<Certificate, CertificateRefusal> {
        let id = CertificateId::new(Uuid::from_u128(1));
        let number = RegisterNumber { year: 2021, number: 42 };
        let code = VerificationCode::from_random([3; 18]);
        Certificate::issue(id, award, round, Holder::AllAuthors, number, code, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn nothing_prints_before_the_opening_and_the_decision() {
        assert_eq!(issue(&decided(), &sealed()), Err(CertificateRefusal::RoundNotOpened));
        assert_eq!(issue(&proposed(), &opened()), Err(CertificateRefusal::AwardNotDecided));
        assert!(matches!(issue(&decided(), &opened()).unwrap().state, CertificateState::Issued { .. }));
    }

    #[test]
    fn a_certificate_becomes_void_once_and_with_a_reason() {
        let at = Timestamp::UNIX_EPOCH;
        let certificate = issue(&decided(), &opened()).unwrap();
        assert_eq!(certificate.clone().revoke(" ", at), Err(CertificateRefusal::ReasonMissing));
        assert_eq!(certificate.replaceable(), Err(CertificateRefusal::StillCounts));
        let void = certificate.revoke("In sai tên tác giả", at).unwrap();
        assert_eq!(void.replaceable(), Ok(()));
        assert!(matches!(void.state, CertificateState::Revoked { .. }));
        assert_eq!(void.revoke("x", at), Err(CertificateRefusal::AlreadyRevoked { at }));
    }

    #[test]
    fn numbers_and_codes_are_printed_for_reading() {
        assert_eq!(RegisterNumber { year: 2021, number: 42 }.to_string(), "042/2021");
        let code = VerificationCode::from_random([3; 18]);
        assert_eq!(code.as_str().len(), 28);
        assert_eq!(code.to_string().split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
        assert_eq!(code.to_string().replace('-', " ").to_lowercase().parse(), Ok(code));
    }
}
