//! A message as an operation posts it: to one person, never to a list.

use std::collections::BTreeMap;

use uuid::Uuid;

/// Waits in the outbox until the job takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One address.
    pub to: String,
    /// One line; line breaks are taken out.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// A mail to one person on a list, with the address by which they leave it.
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) mail: Mail,
    pub(crate) leave: String,
}

/// A short message to one telephone, for who has no mail. It waits in the same outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// One telephone number, as people write it.
    pub to: String,
    /// What it is about, in a few words: for the outbox's list.
    pub subject: String,
    /// The text, where the gateway takes a text.
    pub text: String,
    /// What a gateway's own template is filled with, by name.
    pub facts: BTreeMap<String, String>,
}

/// By which way a message leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A mail server.
    Mail,
    /// A gateway for messages to telephones.
    Short,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 2] = [Self::Mail, Self::Short];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Short => "short",
        }
    }
}
