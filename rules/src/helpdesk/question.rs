//! A question's way: new, in hand, answered, closed.

use thiserror::Error;

use crate::refusal::Refusal;

/// How far a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionState {
    /// Nobody has looked after it yet.
    New,
    /// Somebody looks after it.
    InHand,
    /// It has its answer.
    Answered,
    /// Nothing more is expected.
    Closed,
}

/// How a question came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionChannel {
    /// Written here by somebody who is signed in.
    Account,
    /// Written on the portal by somebody who is not.
    Portal,
    /// Told over the telephone and recorded.
    Telephone,
    /// Written in a chat and recorded.
    Chat,
    /// Asked at the office and recorded.
    Visit,
}

impl QuestionChannel {
    /// Those that an officer records.
    pub const RECORDED: [Self; 3] = [Self::Telephone, Self::Chat, Self::Visit];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Portal => "portal",
            Self::Telephone => "telephone",
            Self::Chat => "chat",
            Self::Visit => "visit",
        }
    }

    /// The channel of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Account, Self::Portal, Self::Telephone, Self::Chat, Self::Visit];
        all.into_iter().find(|channel| channel.code() == code)
    }
}

/// Why a question cannot take this step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QuestionRefusal {
    /// It is closed; only its asker opens it again.
    #[error("the question is closed; it opens again when its asker writes")]
    Closed,
    /// Nobody answered it.
    #[error("the question has no answer yet")]
    NotAnswered,
}

impl Refusal for QuestionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed => "helpdesk.closed",
            Self::NotAnswered => "helpdesk.not_answered",
        }
    }
}

impl QuestionState {
    /// Every one, in the order of a question's life.
    pub const ALL: [Self; 4] = [Self::New, Self::InHand, Self::Answered, Self::Closed];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InHand => "in_hand",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The state of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether somebody waits for an answer.
    pub const fn waits(self) -> bool {
        matches!(self, Self::New | Self::InHand)
    }

    /// Somebody takes it, or is given it. What is answered stays so.
    pub const fn taken(self) -> Result<Self, QuestionRefusal> {
        match self {
            Self::New | Self::InHand => Ok(Self::InHand),
            Self::Answered => Ok(Self::Answered),
            Self::Closed => Err(QuestionRefusal::Closed),
        }
    }

    /// An answer goes out; another may follow.
    pub const fn answered(self) -> Result<Self, QuestionRefusal> {
        match self {
            Self::New | Self::InHand | Self::Answered => Ok(Self::Answered),
            Self::Closed => Err(QuestionRefusal::Closed),
        }
    }

    /// Nothing more is expected. Without an answer nobody closes a question.
    pub const fn closed(self) -> Result<Self, QuestionRefusal> {
        match self {
            Self::Answered => Ok(Self::Closed),
            Self::New | Self::InHand => Err(QuestionRefusal::NotAnswered),
            Self::Closed => Err(QuestionRefusal::Closed),
        }
    }

    /// Its asker writes again, which opens it where it was closed or answered.
    #[must_use]
    pub const fn asked_again(self) -> Self {
        match self {
            Self::New => Self::New,
            Self::InHand | Self::Answered | Self::Closed => Self::InHand,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QuestionState::{Answered, Closed, InHand, New};
    use super::*;

    #[test]
    fn nobody_closes_what_has_no_answer() {
        assert_eq!(New.closed(), Err(QuestionRefusal::NotAnswered));
        assert_eq!(InHand.closed(), Err(QuestionRefusal::NotAnswered));
        assert_eq!(Answered.closed(), Ok(Closed));
    }

    #[test]
    fn only_the_asker_opens_it_again() {
        assert_eq!(Closed.taken(), Err(QuestionRefusal::Closed));
        assert_eq!(Closed.answered(), Err(QuestionRefusal::Closed));
        assert_eq!(Closed.asked_again(), InHand);
    }

    #[test]
    fn whoever_writes_again_waits_again() {
        assert!(QuestionState::ALL.into_iter().all(|state| state.asked_again().waits()));
    }

    #[test]
    fn codes_are_found_again() {
        for state in QuestionState::ALL {
            assert_eq!(QuestionState::from_code(state.code()), Some(state));
        }
        for channel in QuestionChannel::RECORDED {
            assert_eq!(QuestionChannel::from_code(channel.code()), Some(channel));
        }
    }
}
