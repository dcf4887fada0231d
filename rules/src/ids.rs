//! Every thing of the contest has an id of its own type, so that an entry is never taken for a unit.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Names a value made by the act's id source, or read back from the store.
            pub const fn new(value: Uuid) -> Self {
                Self(value)
            }

            /// The bare value, for the store.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person who can sign in.
    AccountId;
    /// An author of an entry: a natural person, with or without an account.
    AuthorId;
    /// One judge's duty to mark one entry in one round.
    AssignmentId;
    /// A prize given to one entry by one decision.
    AwardId;
    /// A help desk of an edition.
    DeskId;
    /// A mail to everybody on a list.
    MailingId;
    /// A list of people who want mail about something.
    MailingListId;
    /// Somebody on such a list.
    ReaderId;
    /// A certificate in the register of certificates.
    CertificateId;
    /// A person whom one reaches in a unit.
    ContactId;
    /// An official document: decision, plan, letter, minutes.
    DocumentId;
    /// One run of a contest, for instance the eighth.
    EditionId;
    /// A solution entered into an edition.
    EntryId;
    /// A file kept with a dossier, a document or an act.
    FileId;
    /// A role given to an account for a unit or an edition, with dates.
    GrantId;
    /// A meeting or ceremony.
    MeetingId;
    /// A member of a jury's panel.
    JudgeId;
    /// A jury's panel for one category or several.
    PanelId;
    /// One piece of evidence that a unit publicised the contest.
    PublicityId;
    /// A question to the help desk.
    QuestionId;
    /// A unit's answer to what a letter asked it to report.
    ReportId;
    /// A personal link by which a unit without an account answers.
    LinkId;
    /// One round of judging.
    RoundId;
    /// One judge's sheet for one entry in one round.
    ScoreSheetId;
    /// One letter on its way to one unit.
    SendingId;
    /// A task that a letter gives to a unit.
    TaskId;
    /// An organisation that takes part.
    UnitId;
}
