//! One letter on its way to one unit, until the unit confirms it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{AccountId, DocumentId, SendingId, UnitId};
use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};

/// One letter on its way to one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Its id.
    pub id: SendingId,
    /// The letter.
    pub document: DocumentId,
    /// The addressee.
    pub unit: UnitId,
    /// How far it is.
    pub state: SendingState,
}

/// How far a sending is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SendingState {
    /// On its way.
    Sent {
        /// When it went out.
        at: Timestamp,
    },
    /// The unit confirmed that it has it.
    Acknowledged {
        /// When it went out.
        sent_at: Timestamp,
        /// The confirmation.
        acknowledgement: Acknowledgement,
    },
}

/// That a unit has a letter: who said so, when, how, and who wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// When the unit confirmed.
    pub at: Timestamp,
    /// Who confirmed for the unit.
    pub by_name: PersonName,
    /// By which way the confirmation came.
    pub how: Channel,
    /// The account that recorded it; on paper and by telephone an officer's.
    pub recorded_by: AccountId,
}

/// The ways by which a letter or a confirmation travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Signed in, in this program.
    InApp,
    /// By a personal link, without an account.
    Link,
    /// On paper.
    Paper,
    /// By electronic mail.
    Mail,
    /// By telephone.
    Telephone,
    /// By Zalo.
    Zalo,
    /// Over the document axis (*trục liên thông văn bản*).
    DocumentAxis,
}

impl Channel {
    /// Every way.
    pub const ALL: [Self; 7] =
        [Self::InApp, Self::Link, Self::Paper, Self::Mail, Self::Telephone, Self::Zalo, Self::DocumentAxis];

    /// The ways by which the agency is told and writes down what it was told.
    pub const TOLD: [Self; 5] = [Self::Paper, Self::Mail, Self::Telephone, Self::Zalo, Self::DocumentAxis];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InApp => "in_app",
            Self::Link => "link",
            Self::Paper => "paper",
            Self::Mail => "mail",
            Self::Telephone => "telephone",
            Self::Zalo => "zalo",
            Self::DocumentAxis => "document_axis",
        }
    }

    /// The way of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// The same among the ways by which the agency is told.
    pub fn told_from_code(code: &str) -> Option<Self> {
        Self::TOLD.into_iter().find(|channel| channel.code() == code)
    }

    /// Whether the unit itself spoke here, at this very instant, and nobody wrote it down for it.
    pub const fn is_first_hand(self) -> bool {
        matches!(self, Self::InApp | Self::Link)
    }
}

/// Why a confirmation cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SendingRefusal {
    /// It is confirmed already.
    #[error("{by_name} confirmed this letter already at {at}")]
    AlreadyAcknowledged {
        /// When.
        at: Timestamp,
        /// By whom.
        by_name: PersonName,
    },
    /// The confirmation would be older than the letter.
    #[error("a confirmation of {at} is older than the sending of {sent_at}")]
    AcknowledgedBeforeSent {
        /// The instant given.
        at: Timestamp,
        /// When the letter went out.
        sent_at: Timestamp,
    },
    /// The confirmation would lie in the future.
    #[error("{at} has not come yet")]
    AcknowledgedInFuture {
        /// The instant given.
        at: Timestamp,
    },
}

impl Refusal for SendingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyAcknowledged { .. } => "correspondence.already_acknowledged",
            Self::AcknowledgedBeforeSent { .. } => "correspondence.acknowledged_before_sent",
            Self::AcknowledgedInFuture { .. } => "correspondence.acknowledged_in_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::AlreadyAcknowledged { .. } => None,
            _ => Some("at".into()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyAcknowledged { at, by_name } => {
                vec![("at", Fact::Instant(*at)), ("by_name", Fact::text(by_name))]
            }
            Self::AcknowledgedBeforeSent { at, sent_at } => {
                vec![("at", Fact::Instant(*at)), ("sent_at", Fact::Instant(*sent_at))]
            }
            Self::AcknowledgedInFuture { at } => vec![("at", Fact::Instant(*at))],
        }
    }
}

impl Sending {
    /// Records that the unit has the letter; once, not before it was sent, not ahead of `now`.
    pub fn acknowledge(self, acknowledgement: Acknowledgement, now: Timestamp) -> Result<Self, SendingRefusal> {
        let at = acknowledgement.at;
        match self.state {
            SendingState::Acknowledged { acknowledgement, .. } => {
                let Acknowledgement { at, by_name, .. } = acknowledgement;
                Err(SendingRefusal::AlreadyAcknowledged { at, by_name })
            }
            SendingState::Sent { at: sent_at } if at < sent_at => {
                Err(SendingRefusal::AcknowledgedBeforeSent { at, sent_at })
            }
            SendingState::Sent { .. } if at > now => Err(SendingRefusal::AcknowledgedInFuture { at }),
            SendingState::Sent { at: sent_at } => {
                Ok(Self { state: SendingState::Acknowledged { sent_at, acknowledgement }, ..self })
            }
        }
    }

    /// When it went out.
    pub fn sent_at(&self) -> Timestamp {
        match &self.state {
            SendingState::Sent { at } => *at,
            SendingState::Acknowledged { sent_at, .. } => *sent_at,
        }
    }

    /// The confirmation, once there is one.
    pub fn acknowledgement(&self) -> Option<&Acknowledgement> {
        match &self.state {
            SendingState::Sent { .. } => None,
            SendingState::Acknowledged { acknowledgement, .. } => Some(acknowledgement),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn sent() -> Sending {
        Sending {
            id: SendingId::new(Uuid::from_u128(1)),
            document: DocumentId::new(Uuid::from_u128(2)),
            unit: UnitId::new(Uuid::from_u128(3)),
            state: SendingState::Sent { at: at("2020-08-19T02:00:00Z") },
        }
    }

    fn by_telephone(when: &str) -> Acknowledgement {
        let recorded_by = AccountId::new(Uuid::from_u128(4));
        let by_name = "Phạm Thị Mẫu".parse().unwrap();
        Acknowledgement { at: at(when), by_name, how: Channel::Telephone, recorded_by }
    }

    #[test]
    fn a_unit_confirms_once() {
        let now = at("2020-08-21T00:00:00Z");
        let confirmed = sent().acknowledge(by_telephone("2020-08-20T03:00:00Z"), now).unwrap();
        assert_eq!(confirmed.acknowledgement(), Some(&by_telephone("2020-08-20T03:00:00Z")));
        let again = confirmed.acknowledge(by_telephone("2020-08-20T04:00:00Z"), now).unwrap_err();
        assert_eq!(again.code(), "correspondence.already_acknowledged");
    }

    #[test]
    fn a_confirmation_lies_between_the_sending_and_now() {
        let now = at("2020-08-21T00:00:00Z");
        let tries = |when| sent().acknowledge(by_telephone(when), now).unwrap_err().code();
        assert_eq!(tries("2020-08-19T01:59:59Z"), "correspondence.acknowledged_before_sent");
        assert_eq!(tries("2020-08-21T00:00:01Z"), "correspondence.acknowledged_in_future");
    }
}
