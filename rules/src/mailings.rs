//! Mail to everybody on a list: who may still be written to, how fast it leaves, what became of each.

mod pace;

use std::fmt;

use thiserror::Error;

use crate::correspondence::{TemplateRefusal, fill_with};
use crate::refusal::{Fact, Refusal};
use crate::text::{length, one_line, paragraphs};

pub use pace::{Hours, Pace, Quota};

/// Why something of a mailing cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MailingRefusal {
    /// Words that are needed, or too many of them.
    #[error("the text has 1 to {most} letters")]
    Length {
        /// At most so many.
        most: usize,
    },
    /// Not a number of mails a day.
    #[error("a day takes 1 to {most} mails")]
    Quota {
        /// At most so many.
        most: usize,
    },
    /// Not two hours of one day, the earlier one first.
    #[error("mail leaves from one hour to a later one of the same day")]
    Hours,
    /// The mailing is at another point than this step needs.
    #[error("the mailing is {state}")]
    State {
        /// Where it is.
        state: MailingState,
    },
    /// Nobody is on the list.
    #[error("nobody is on the list")]
    NobodyThere,
    /// A place of the text that cannot be filled.
    #[error(transparent)]
    Place(#[from] TemplateRefusal),
}

impl Refusal for MailingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "mailings.length",
            Self::Quota { .. } => "mailings.quota",
            Self::Hours => "mailings.hours",
            Self::State { .. } => "mailings.state",
            Self::NobodyThere => "mailings.nobody_there",
            Self::Place(TemplateRefusal::Unknown { .. }) => "mailings.place_unknown",
            Self::Place(TemplateRefusal::Open) => "mailings.place_open",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let count = |most: usize| Fact::Count(i64::try_from(most).unwrap_or(i64::MAX));
        match self {
            Self::Length { most } | Self::Quota { most } => vec![("most", count(*most))],
            Self::Place(place) => place.facts(),
            Self::Hours | Self::State { .. } | Self::NobodyThere => Vec::new(),
        }
    }
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// As it is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The one of that code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.code())
            }
        }
    };
}

codes! {
    /// How somebody stands to a list.
    ReaderState {
        /// On the list, with a kept consent.
        Joined = "joined",
        /// Left it: nobody but they themselves puts them on it again.
        Left = "left",
        /// Their server knows nobody there: the address waits to be corrected.
        Bounced = "bounced",
        /// Forgotten on request.
        Erased = "erased",
    }
}

codes! {
    /// How far a mailing is.
    MailingState {
        /// Being written.
        Draft = "draft",
        /// Leaves, so many a day.
        Going = "going",
        /// Held for a while.
        Paused = "paused",
        /// Ended before everybody had it.
        Stopped = "stopped",
        /// Nobody is left to write to.
        Done = "done",
    }
}

codes! {
    /// What became of a mailing for one address.
    Outcome {
        /// Its day has not come.
        Waiting = "waiting",
        /// Handed to the outbox.
        Posted = "posted",
        /// A mail server took it.
        Sent = "sent",
        /// No mail server is set up: it can be read in the house.
        Kept = "kept",
        /// Refused or tried for days in vain, without a word against the address: it can be sent again.
        Refused = "refused",
        /// Nobody is at the address: it is not used again until it is corrected.
        Bounced = "bounced",
        /// Not sent: they are no longer on the list.
        Left = "left",
        /// Not sent: the mailing was stopped.
        Stopped = "stopped",
    }
}

/// What is done with a mailing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It begins to leave.
    Start,
    /// It is held.
    Pause,
    /// It goes on.
    Resume,
    /// It ends for good.
    Stop,
}

impl MailingState {
    /// Where a step leads.
    pub fn after(self, step: Step) -> Result<Self, MailingRefusal> {
        match (self, step) {
            (Self::Draft, Step::Start) | (Self::Paused, Step::Resume) => Ok(Self::Going),
            (Self::Going, Step::Pause) => Ok(Self::Paused),
            (Self::Going | Self::Paused, Step::Stop) => Ok(Self::Stopped),
            (state, _) => Err(MailingRefusal::State { state }),
        }
    }

    /// It goes, once more, to whom it did not reach.
    pub fn once_more(self) -> Result<Self, MailingRefusal> {
        match self {
            Self::Going | Self::Done => Ok(Self::Going),
            state => Err(MailingRefusal::State { state }),
        }
    }

    /// Its words may still change.
    pub fn still_written(self) -> Result<(), MailingRefusal> {
        if self == Self::Draft { Ok(()) } else { Err(MailingRefusal::State { state: self }) }
    }
}

/// One line that is needed: a list's name, a mail's subject.
pub fn line(text: &str) -> Result<String, MailingRefusal> {
    const MOST: usize = 150;
    let line = one_line(text);
    if (1..=MOST).contains(&length(&line)) { Ok(line) } else { Err(MailingRefusal::Length { most: MOST }) }
}

/// One line that may be missing: a person's name.
pub fn short(text: &str) -> Result<String, MailingRefusal> {
    if one_line(text).is_empty() { Ok(String::new()) } else { line(text) }
}

/// A mail's text in plain paragraphs.
pub fn text(text: &str) -> Result<String, MailingRefusal> {
    const MOST: usize = 20_000;
    let text = paragraphs(text);
    if (1..=MOST).contains(&length(&text)) { Ok(text) } else { Err(MailingRefusal::Length { most: MOST }) }
}

/// What a mail's places are filled with for one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The reader's name; whoever gave none is addressed all the same.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// The list's name.
    pub list: &'a str,
}

/// The text with its places filled: `{{ten}}`, `{{dia_chi}}`, `{{danh_sach}}`. What is filled in is
/// never read for places again.
pub fn filled(text: &str, facts: &Facts<'_>) -> Result<String, MailingRefusal> {
    let fact = |name: &str| match name {
        "ten" if facts.name.is_empty() => Some("Quý vị".to_owned()),
        "ten" => Some(facts.name.to_owned()),
        "dia_chi" => Some(facts.email.to_owned()),
        "danh_sach" => Some(facts.list.to_owned()),
        _ => None,
    };
    Ok(fill_with(text, fact)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: Facts<'_> = Facts { name: "", email: "a@vidu.invalid", list: "Tin hội thi" };

    #[test]
    fn a_place_is_filled_and_an_unknown_one_is_named() {
        assert_eq!(filled("Kính gửi {{ten}} ({{ dia_chi }})", &FACTS), Ok("Kính gửi Quý vị (a@vidu.invalid)".into()));
        let unknown = MailingRefusal::Place(TemplateRefusal::Unknown { name: "so_nha".into() });
        assert_eq!(filled("{{so_nha}}", &FACTS), Err(unknown));
    }

    #[test]
    fn only_what_was_not_broken_off_is_sent_once_more() {
        for state in MailingState::ALL.iter().copied() {
            let goes = matches!(state, MailingState::Going | MailingState::Done);
            assert_eq!(state.once_more().is_ok(), goes, "{state}");
        }
    }

    #[test]
    fn what_has_ended_does_not_go_on() {
        for ended in [MailingState::Stopped, MailingState::Done] {
            for step in [Step::Start, Step::Pause, Step::Resume, Step::Stop] {
                assert_eq!(ended.after(step), Err(MailingRefusal::State { state: ended }));
            }
        }
    }
}
