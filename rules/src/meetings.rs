//! Meetings and ceremonies: who was asked to come, who said what, whether enough came.

use jiff::Timestamp;
use thiserror::Error;

use crate::refusal::Refusal;

/// What people meet for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingKind {
    /// The committee, or another body, decides.
    Committee,
    /// The contest is launched.
    Launch,
    /// Prizes are handed over.
    Ceremony,
}

impl MeetingKind {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Committee, Self::Launch, Self::Ceremony];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Launch => "launch",
            Self::Ceremony => "ceremony",
        }
    }

    /// The kind of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How many of those who count must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// However many come.
    Anybody,
    /// More than half.
    Half,
    /// Two thirds or more.
    TwoThirds,
}

impl Quorum {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Anybody, Self::Half, Self::TwoThirds];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anybody => "anybody",
            Self::Half => "half",
            Self::TwoThirds => "two_thirds",
        }
    }

    /// The quorum of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quorum| quorum.code() == code)
    }

    /// Whether enough of those who count are there. Of a body without members nobody is enough.
    ///
    /// ```
    /// use hoithi_rules::meetings::Quorum;
    /// assert!(Quorum::TwoThirds.is_reached(10, 15));
    /// assert!(!Quorum::Half.is_reached(7, 14));
    /// ```
    pub const fn is_reached(self, present: usize, members: usize) -> bool {
        match self {
            Self::Anybody => true,
            Self::Half => present * 2 > members,
            Self::TwoThirds => members > 0 && present * 3 >= members * 2,
        }
    }
}

/// What somebody who was invited answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// They come.
    Comes,
    /// They do not, and say why.
    Excused {
        /// Why.
        reason: String,
    },
    /// Somebody comes in their place.
    Sends {
        /// Who, and with which post.
        who: String,
    },
}

impl Reply {
    /// Stable names, in the order of the form.
    pub const CODES: [&'static str; 3] = ["comes", "excused", "sends"];

    /// From what was chosen and what was written beside it.
    pub fn parse(code: &str, words: &str) -> Result<Self, ReplyRefusal> {
        let words = crate::text::one_line(words);
        match (code, words.is_empty()) {
            ("comes", _) => Ok(Self::Comes),
            ("excused", true) => Err(ReplyRefusal::Reason),
            ("excused", false) => Ok(Self::Excused { reason: words }),
            ("sends", true) => Err(ReplyRefusal::Who),
            ("sends", false) => Ok(Self::Sends { who: words }),
            _ => Err(ReplyRefusal::Choice),
        }
    }

    /// Stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Comes => "comes",
            Self::Excused { .. } => "excused",
            Self::Sends { .. } => "sends",
        }
    }

    /// What is written beside it.
    pub fn words(&self) -> &str {
        match self {
            Self::Comes => "",
            Self::Excused { reason } => reason,
            Self::Sends { who } => who,
        }
    }
}

/// Why a reply cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReplyRefusal {
    /// Nothing was chosen.
    #[error("nothing was chosen")]
    Choice,
    /// Away without a reason.
    #[error("whoever does not come says why")]
    Reason,
    /// A substitute without a name.
    #[error("whoever sends somebody says whom")]
    Who,
    /// A substitute without a post, or with one that nobody reads.
    #[error("whoever sends somebody says what they are")]
    Post,
    /// The meeting is over or called off.
    #[error("the meeting is over or called off")]
    Over,
    /// The meeting has begun: from then on the office notes who came.
    #[error("the meeting has begun")]
    Begun,
}

impl Refusal for ReplyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Choice => "meetings.reply",
            Self::Reason => "meetings.reply_reason",
            Self::Who => "meetings.reply_who",
            Self::Post => "meetings.reply_post",
            Self::Over => "meetings.over",
            Self::Begun => "meetings.begun",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Choice => Some("reply".to_owned()),
            Self::Reason | Self::Who => Some("reply_words".to_owned()),
            Self::Post => Some("post".to_owned()),
            Self::Over | Self::Begun => None,
        }
    }
}

/// What it hangs on whether a personal link to an invitation opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkFacts {
    /// An officer took it back, or made another in its place.
    pub revoked: bool,
    /// A signed invitation asks to come, and none withdrew it.
    pub invited: bool,
    /// The meeting was not called off.
    pub takes_place: bool,
    /// When the meeting begins.
    pub begins: Timestamp,
}

/// Why a link to an invitation opens nothing any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkEnded {
    /// An officer took it back, or made another in its place.
    Revoked,
    /// The meeting was called off.
    CalledOff,
    /// The invitation was withdrawn.
    Withdrawn,
    /// The meeting has begun.
    Begun,
}

impl LinkEnded {
    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::CalledOff => "called_off",
            Self::Withdrawn => "withdrawn",
            Self::Begun => "begun",
        }
    }
}

impl LinkFacts {
    /// Whether whoever holds the link reads and answers the invitation then.
    pub fn opens_at(&self, now: Timestamp) -> Result<(), LinkEnded> {
        match self {
            Self { revoked: true, .. } => Err(LinkEnded::Revoked),
            Self { takes_place: false, .. } => Err(LinkEnded::CalledOff),
            Self { invited: false, .. } => Err(LinkEnded::Withdrawn),
            Self { begins, .. } if now >= *begins => Err(LinkEnded::Begun),
            Self { .. } => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_link_opens_until_the_meeting_begins_and_no_longer() {
        let begins = Timestamp::from_second(1_000).unwrap();
        let opens = LinkFacts { revoked: false, invited: true, takes_place: true, begins };
        assert_eq!(opens.opens_at(Timestamp::from_second(999).unwrap()), Ok(()));
        assert_eq!(opens.opens_at(begins), Err(LinkEnded::Begun));
        let before = Timestamp::UNIX_EPOCH;
        assert_eq!(LinkFacts { revoked: true, ..opens }.opens_at(before), Err(LinkEnded::Revoked));
        assert_eq!(LinkFacts { invited: false, ..opens }.opens_at(before), Err(LinkEnded::Withdrawn));
        assert_eq!(LinkFacts { takes_place: false, ..opens }.opens_at(before), Err(LinkEnded::CalledOff));
    }

    #[test]
    fn whoever_stays_away_says_why() {
        assert_eq!(Reply::parse("excused", " "), Err(ReplyRefusal::Reason));
        assert_eq!(Reply::parse("sends", ""), Err(ReplyRefusal::Who));
        assert_eq!(Reply::parse("", "x"), Err(ReplyRefusal::Choice));
        assert_eq!(Reply::parse("comes", "ghi thừa"), Ok(Reply::Comes));
        for code in Reply::CODES {
            let reply = Reply::parse(code, "Ông Nam").unwrap();
            assert_eq!(Reply::parse(reply.code(), reply.words()), Ok(reply));
        }
    }

    proptest! {
        /// Another person at the table never undoes a quorum, and all together are always enough.
        #[test]
        fn more_people_are_never_fewer(members in 1_usize..200, present in 0_usize..200) {
            for quorum in Quorum::ALL {
                prop_assert!(!quorum.is_reached(present, members) || quorum.is_reached(present + 1, members));
                prop_assert!(quorum.is_reached(members, members));
                prop_assert_eq!(Quorum::from_code(quorum.code()), Some(quorum));
            }
            prop_assert!(!Quorum::TwoThirds.is_reached(present, members) || Quorum::Half.is_reached(present, members));
        }
    }
}
