//! A list, who is on it, a mailing, what became of it for one address.

use hoithi_rules::ids::{AccountId, MailingId, MailingListId, ReaderId};
use hoithi_rules::mailings::{MailingState, Outcome, Pace, ReaderState};
use jiff::Timestamp;
use jiff::civil::Date;

/// A list of people who want mail about something.
#[derive(Clone, Debug)]
pub struct MailingList {
    /// Its id.
    pub id: MailingListId,
    /// Its name.
    pub name: String,
    /// What is written to it; may be empty.
    pub purpose: String,
    /// Whether everybody may join it.
    pub public: bool,
    /// How many are on it now.
    pub readers: usize,
    /// Counts its changes.
    pub version: i64,
}

/// Somebody on a list.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Its id.
    pub id: ReaderId,
    /// Which list.
    pub list: MailingListId,
    /// Where mail reaches them; empty once they are forgotten.
    pub email: String,
    /// Their name; may be empty.
    pub name: String,
    /// How they stand to the list.
    pub state: ReaderState,
    /// Where their consent came from, in words; empty where they joined by the page.
    pub source: String,
    /// The consent's words as they were shown.
    pub consent: String,
    /// Which wording that was.
    pub consent_version: String,
    /// The consent's day.
    pub consent_day: Option<Date>,
    /// When they left.
    pub left_at: Option<Timestamp>,
}

/// A mail to everybody on a list.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// Its id.
    pub id: MailingId,
    /// To which list.
    pub list: MailingListId,
    /// The list's name.
    pub list_name: String,
    /// Its subject, with places.
    pub subject: String,
    /// Its text, with places.
    pub body: String,
    /// How far it is.
    pub state: MailingState,
    /// Who wrote it.
    pub by: AccountId,
    /// When it was written.
    pub created_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// A mailing for one address.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Which mailing.
    pub mailing: MailingId,
    /// To whom.
    pub reader: ReaderId,
    /// Their address; empty once they are forgotten.
    pub email: String,
    /// Their name.
    pub name: String,
    /// How they stand to the list now.
    pub reader_state: ReaderState,
    /// What became of it.
    pub outcome: Outcome,
    /// Its message in the outbox.
    pub message: Option<String>,
    /// When it was handed there.
    pub posted_at: Option<Timestamp>,
    /// What the server said.
    pub words: String,
    /// How often it was posted before this time.
    pub earlier: usize,
}

/// How fast mail leaves, as it was chosen once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen {
    /// What was chosen.
    pub(crate) pace: Pace,
    /// Counts the choices.
    pub(crate) version: i64,
    /// When; not known of what was chosen before it was written down.
    pub(crate) at: Option<Timestamp>,
    /// By whom.
    pub(crate) by: Option<AccountId>,
}
