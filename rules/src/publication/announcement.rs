//! The result, made public.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::CertificateRefusal;
use super::certificate::may_print;
use crate::awards::Award;
use crate::ids::{AwardId, EditionId};
use crate::judging::Round;
use crate::refusal::{Fact, Refusal};

/// The announcement of an edition's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The edition.
    pub edition: EditionId,
    /// Whether it is public.
    pub state: AnnouncementState,
}

/// Whether a result is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnnouncementState {
    /// Not yet.
    Awaited,
    /// Since then; a result once public is corrected by a new decision, never hidden again.
    Published {
        /// Since when.
        at: Timestamp,
    },
}

/// Why a result is not published.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnnouncementRefusal {
    /// It is public already.
    #[error("the result is public since {at}")]
    AlreadyPublished {
        /// Since when.
        at: Timestamp,
    },
    /// There is no award.
    #[error("there is no award to publish")]
    NoAward,
    /// An award may not be shown.
    #[error("the award {award} may not be shown: {because}")]
    AwardHeldBack {
        /// Which.
        award: AwardId,
        /// Why.
        because: CertificateRefusal,
    },
}

impl Refusal for AnnouncementRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyPublished { .. } => "publication.already_published",
            Self::NoAward => "publication.no_award",
            Self::AwardHeldBack { because, .. } => because.code(),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::AlreadyPublished { at } => vec![("at", Fact::Instant(*at))],
            Self::NoAward => vec![],
            Self::AwardHeldBack { award, .. } => vec![("award", Fact::text(award))],
        }
    }
}

impl Announcement {
    /// Publishes the result: every award decided, its round opened.
    pub fn publish(self, awards: &[Award], round: &Round, at: Timestamp) -> Result<Self, Vec<AnnouncementRefusal>> {
        if let AnnouncementState::Published { at } = self.state {
            return Err(vec![AnnouncementRefusal::AlreadyPublished { at }]);
        }
        if awards.is_empty() {
            return Err(vec![AnnouncementRefusal::NoAward]);
        }
        let held_back = |award: &Award| {
            let because = may_print(award, round).err()?;
            Some(AnnouncementRefusal::AwardHeldBack { award: award.id, because })
        };
        let problems: Vec<_> = awards.iter().filter_map(held_back).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { state: AnnouncementState::Published { at }, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::awards::award::tests::{decided, proposed};
    use crate::judging::round::tests::{opened, sealed};
    use uuid::Uuid;

    fn publish(awards: &[Award], round: &Round) -> Result<Announcement, Vec<AnnouncementRefusal>> {
        let edition = EditionId::new(Uuid::from_u128(8));
        let awaited = Announcement { edition, state: AnnouncementState::Awaited };
        awaited.publish(awards, round, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_result_is_published_whole_and_once() {
        let published = publish(&[decided()], &opened()).unwrap();
        let again = published.publish(&[decided()], &opened(), Timestamp::UNIX_EPOCH);
        let at = Timestamp::UNIX_EPOCH;
        assert_eq!(again, Err(vec![AnnouncementRefusal::AlreadyPublished { at }]));
        assert_eq!(publish(&[], &opened()), Err(vec![AnnouncementRefusal::NoAward]));
    }

    #[test]
    fn one_undecided_award_holds_the_result_back() {
        let refused = publish(&[decided(), proposed()], &opened()).unwrap_err();
        assert_eq!(refused.iter().map(Refusal::code).collect::<Vec<_>>(), ["publication.award_not_decided"]);
        let early = publish(&[decided()], &sealed()).unwrap_err();
        assert_eq!(early[0].code(), "publication.round_not_opened");
    }
}
