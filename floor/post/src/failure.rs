//! Why a message did not go, and what follows from that.

use std::fmt;

/// Why, as one of the few things somebody can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The address or number is none, or its server says that nobody is there.
    Address,
    /// The server will not take this message, now or later.
    Refused,
    /// The server asks to come again.
    Later,
    /// Nobody answers, or not in time.
    Unreachable,
    /// No safe connection.
    Secure,
    /// The server does not know us.
    SignIn,
    /// An answer that says neither yes nor no.
    Answer,
}

impl Reason {
    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Refused => "refused",
            Self::Later => "later",
            Self::Unreachable => "unreachable",
            Self::Secure => "secure",
            Self::SignIn => "signin",
            Self::Answer => "answer",
        }
    }

    /// Trying again would change nothing.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Address | Self::Refused)
    }

    /// It may be the channel and not the message.
    pub fn doubts_the_channel(self) -> bool {
        matches!(self, Self::Unreachable | Self::Secure | Self::SignIn | Self::Answer)
    }
}

/// A message that did not go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// In the words of whoever refused it, for the administrator.
    pub words: String,
}

/// What a server says is its own choice of length.
const MOST_LETTERS: usize = 200;

impl Failure {
    pub(crate) fn new(reason: Reason, words: impl fmt::Display) -> Self {
        let words = words.to_string();
        let one_line: Vec<_> = words.split_whitespace().collect();
        Self { reason, words: one_line.join(" ").chars().take(MOST_LETTERS).collect() }
    }

    /// The same without what nobody may read, should a server repeat it.
    pub(crate) fn without(mut self, secrets: &[String]) -> Self {
        for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
            self.words = self.words.replace(secret.as_str(), "…");
        }
        self
    }
}
