//! *Thông tin cần bảo mật*: who opens a part of a dossier that is kept secret, and who keeps it so.

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line};

/// So long a part stays open to the officer who opened it; after that another act says why.
pub const OPEN_HOURS: i64 = 8;

/// The most characters of a reason.
pub const MOST_SECRET_REASON: usize = 500;

/// Somebody who reads the dossier, before a part that is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretReader {
    /// Its owner, one of its authors, or whoever typed it in for them.
    Own,
    /// Secretary or officer of the contest that holds the dossier, and when they opened it last.
    Officer {
        /// By an act that said why.
        opened: Option<Timestamp>,
    },
    /// Anybody else: the head, the audit, the unit that sends and the one above.
    Other,
}

/// How a part that is kept secret stands before somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretReading {
    /// They read it.
    Open,
    /// They read it once they said why.
    AfterAct,
    /// They do not read it.
    Shut,
}

impl SecretReader {
    /// Whether they read it now. An act opens it for a while, and to whoever acted alone.
    #[must_use]
    pub fn reads(self, now: Timestamp) -> SecretReading {
        let stands = |at: Timestamp| at <= now && now.duration_since(at) < SignedDuration::from_hours(OPEN_HOURS);
        match self {
            Self::Own => SecretReading::Open,
            Self::Officer { opened } if opened.is_some_and(stands) => SecretReading::Open,
            Self::Officer { .. } => SecretReading::AfterAct,
            Self::Other => SecretReading::Shut,
        }
    }
}

/// Who keeps a part secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptBy {
    /// Nobody.
    Nobody,
    /// Whoever writes the dossier.
    Writer,
    /// The rules of the contest.
    Rules,
}

/// Where the dossier lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DossierLies {
    /// With whoever writes it.
    WithItsWriter,
    /// It was received, and nobody decided on it.
    Received,
    /// It was decided on, or taken back.
    Decided,
}

/// Keeps a part secret; the reason as it is kept. What was admitted may lie before its judges: then it is too late.
pub fn keep_secret(reason: &str, kept: KeptBy, lies: DossierLies) -> Result<String, SecretRefusal> {
    match (kept, lies) {
        (_, DossierLies::Decided) => Err(SecretRefusal::TooLate),
        (KeptBy::Writer | KeptBy::Rules, _) => Err(SecretRefusal::KeptAlready),
        (KeptBy::Nobody, _) => opening_reason(reason),
    }
}

/// Keeps it secret no longer. What was received goes on as it was received: nobody reads more of it.
pub fn lift(kept: KeptBy, lies: DossierLies) -> Result<(), SecretRefusal> {
    match (kept, lies) {
        (KeptBy::Nobody, _) => Err(SecretRefusal::NotSecret),
        (KeptBy::Rules, _) => Err(SecretRefusal::ByTheRules),
        (KeptBy::Writer, DossierLies::WithItsWriter) => Ok(()),
        (KeptBy::Writer, DossierLies::Received | DossierLies::Decided) => Err(SecretRefusal::TooLate),
    }
}

/// Why a part is kept secret, or opened: one line that says something.
pub fn opening_reason(reason: &str) -> Result<String, SecretRefusal> {
    let reason = one_line(reason);
    if reason.is_empty() {
        return Err(SecretRefusal::ReasonMissing);
    }
    if length(&reason) > MOST_SECRET_REASON {
        return Err(SecretRefusal::ReasonTooLong { given: length(&reason) });
    }
    Ok(reason)
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SecretRefusal {
    /// Nobody said why.
    #[error("the reason is missing")]
    ReasonMissing,
    /// The reason is a text.
    #[error("the reason has {given} characters, more than {MOST_SECRET_REASON}")]
    ReasonTooLong {
        /// How many it has.
        given: usize,
    },
    /// It is kept secret already.
    #[error("the part is kept secret already")]
    KeptAlready,
    /// It is not kept secret.
    #[error("the part is not kept secret")]
    NotSecret,
    /// The rules keep it secret; whoever writes the dossier cannot lift that.
    #[error("the rules of the contest keep this part secret")]
    ByTheRules,
    /// The dossier is not where that could change any more.
    #[error("the dossier was received or decided on")]
    TooLate,
}

impl Refusal for SecretRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ReasonMissing => "entries.secret_reason_missing",
            Self::ReasonTooLong { .. } => "entries.secret_reason_too_long",
            Self::KeptAlready => "entries.secret_already",
            Self::NotSecret => "entries.not_secret",
            Self::ByTheRules => "entries.secret_by_the_rules",
            Self::TooLate => "entries.secret_too_late",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::ReasonMissing | Self::ReasonTooLong { .. }).then(|| "reason".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ReasonTooLong { given } => {
                vec![("given", Fact::count(*given)), ("most", Fact::count(MOST_SECRET_REASON))]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hour)
    }

    #[test]
    fn an_officer_reads_after_an_act_and_not_for_long() {
        let reads = |opened: Option<i64>, now| SecretReader::Officer { opened: opened.map(at) }.reads(at(now));
        assert_eq!(reads(None, 0), SecretReading::AfterAct);
        assert_eq!(reads(Some(0), OPEN_HOURS - 1), SecretReading::Open);
        assert_eq!(reads(Some(0), OPEN_HOURS), SecretReading::AfterAct);
        assert_eq!(reads(Some(1), 0), SecretReading::AfterAct, "nothing is opened in advance");
        assert_eq!(SecretReader::Own.reads(at(0)), SecretReading::Open);
        assert_eq!(SecretReader::Other.reads(at(0)), SecretReading::Shut);
    }

    #[test]
    fn what_was_received_may_become_secret_and_not_the_reverse() {
        let keep = |lies| keep_secret(" Bí quyết\n pha chế ", KeptBy::Nobody, lies);
        assert_eq!(keep(DossierLies::WithItsWriter), Ok("Bí quyết pha chế".to_owned()));
        assert_eq!(keep(DossierLies::Received), Ok("Bí quyết pha chế".to_owned()));
        assert_eq!(keep(DossierLies::Decided), Err(SecretRefusal::TooLate));
        assert_eq!(lift(KeptBy::Writer, DossierLies::WithItsWriter), Ok(()));
        assert_eq!(lift(KeptBy::Writer, DossierLies::Received), Err(SecretRefusal::TooLate));
        assert_eq!(lift(KeptBy::Rules, DossierLies::WithItsWriter), Err(SecretRefusal::ByTheRules));
        assert_eq!(lift(KeptBy::Nobody, DossierLies::WithItsWriter), Err(SecretRefusal::NotSecret));
        let again = keep_secret("vì", KeptBy::Rules, DossierLies::WithItsWriter);
        assert_eq!(again, Err(SecretRefusal::KeptAlready));
    }

    #[test]
    fn a_reason_says_something_and_is_no_text() {
        assert_eq!(opening_reason(" \n "), Err(SecretRefusal::ReasonMissing));
        let long = "à".repeat(MOST_SECRET_REASON + 1);
        assert_eq!(opening_reason(&long), Err(SecretRefusal::ReasonTooLong { given: MOST_SECRET_REASON + 1 }));
        assert_eq!(opening_reason(&long[2..]).map(|reason| length(&reason)), Ok(MOST_SECRET_REASON));
    }
}
