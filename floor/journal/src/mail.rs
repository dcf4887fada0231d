//! A mail as an operation posts it: to one person, never to a list.

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
