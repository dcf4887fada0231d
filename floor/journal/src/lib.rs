//! The act and what it leaves behind: changed rows, journal lines, mail that waits to leave.
//!
//! An operation gets an [`Act`]: who does it, when, one transaction, a source of ids. It changes
//! rows through [`Act::db`], says what happened through [`Act::record`], and posts mail through
//! [`Act::post`] or a short message through [`Act::post_short`]. [`Acts::perform`] commits all of it together or none of it, and may run the
//! closure again after a serialization failure, so an operation has no effect outside its act.
//!
//! The journal is a Merkle tree (RFC 6962) over salted lines. Its signed head is kept outside the
//! database, in the data folder: cutting the journal's tail by SQL would otherwise go unseen.
//! Personal data never enters a line.

mod act;
mod clock;
mod fold;
mod halt;
mod head;
mod line;
mod mail;
mod merkle;
mod outbox;
mod search;
mod verify;

use hoithi_store::{Migration, migrations};

pub use act::{Act, ActingFor, Actor, Acts, Deed, Door};
pub use clock::{Clock, machine_now};
pub use fold::{fold, lower_first, upper_first};
pub use halt::{Denied, Fact, Fault, Halt, Halted, Refused};
pub use head::{Head, HeadError, HeadKeeper};
pub use line::{Event, Line};
pub use mail::{Channel, Mail, Short};
pub use merkle::{Hash, Tree, leaf_hash};
pub use outbox::{
    ChannelDown, Claimed, LEAVE, MailLine, MailSearch, OutboxMail, Try, call_back, channel_down, channels_down, claim,
    forget_recipient, given_up, keep_all, mail_lines, mail_lines_at, mails_by_state, mails_found, outbox_mail,
    outbox_mails, pause, release, settle, tries_of, try_again, try_all_again, up,
};
pub use search::{Search, count_lines, search_lines};
pub use verify::{Finding, lines_about, lines_of, recent_lines, verify};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221330_journal_lines",
    "202611230920_outbox_tries",
    "202611231220_outbox_forgets",
    "202611231223_outbox_folded",
    "202611241320_outbox_posted_by",
];
