//! What anybody reads of admitted entries before the announcement: as much as the rule book allows, when a person
//! publishes it.

use thiserror::Error;

use crate::edition::{Listing, Rules};
use crate::refusal::Refusal;
use crate::text::one_line;

/// The most that may be published. Of a unit's own contest the address names the unit, so no title stands there
/// while a contest above judges blind.
pub fn most_published(rules: &Rules, judged_blind_above: bool) -> Listing {
    if judged_blind_above { rules.may_publish().min(Listing::Counts) } else { rules.may_publish() }
}

/// Why nothing is published, or why it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PublishRefusal {
    /// How much is not said.
    #[error("how much is published is not said")]
    NothingChosen,
    /// More than the rule book, or a contest above, allows.
    #[error("the rule book does not allow so much")]
    NotAllowed,
    /// No entry was admitted.
    #[error("no entry was admitted")]
    NothingAdmitted,
    /// From the announcement on the list with its prizes stands in its place.
    #[error("the result was announced")]
    Announced,
    /// What was read back is not the list any more.
    #[error("the list changed meanwhile")]
    ChangedMeanwhile,
    /// Why it is taken back.
    #[error("the reason is missing")]
    ReasonMissing,
    /// Nothing stands.
    #[error("nothing is published")]
    NothingPublished,
}

impl Refusal for PublishRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingChosen => "screening.publish_nothing_chosen",
            Self::NotAllowed => "screening.publish_not_allowed",
            Self::NothingAdmitted => "screening.publish_nothing_admitted",
            Self::Announced => "screening.publish_announced",
            Self::ChangedMeanwhile => "screening.publish_changed_meanwhile",
            Self::ReasonMissing => "screening.publish_reason_missing",
            Self::NothingPublished => "screening.publish_nothing_published",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NothingChosen | Self::NotAllowed => "how",
            Self::ReasonMissing => "because",
            _ => return None,
        };
        Some(field.to_owned())
    }
}

/// Whether so much may be published of so many entries.
pub fn may_be_published(how: Listing, most: Listing, admitted: usize) -> Result<(), PublishRefusal> {
    match how {
        Listing::Nothing => Err(PublishRefusal::NothingChosen),
        how if how > most => Err(PublishRefusal::NotAllowed),
        _ if admitted == 0 => Err(PublishRefusal::NothingAdmitted),
        _ => Ok(()),
    }
}

/// Why it is taken back, in one line.
pub fn reason_to_take_back(because: &str) -> Result<String, PublishRefusal> {
    Some(one_line(because)).filter(|because| !because.is_empty()).ok_or(PublishRefusal::ReasonMissing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books};

    #[test]
    fn no_more_is_published_than_book_and_blindness_allow() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        assert_eq!(most_published(book.rules(), false), Listing::Titles);
        assert_eq!(most_published(book.rules(), true), Listing::Counts);
        let publish = |how, most| may_be_published(how, most, 3);
        assert_eq!(publish(Listing::Titles, Listing::Titles), Ok(()));
        assert_eq!(publish(Listing::Titles, Listing::Counts), Err(PublishRefusal::NotAllowed));
        assert_eq!(publish(Listing::Counts, Listing::Nothing), Err(PublishRefusal::NotAllowed));
        assert_eq!(publish(Listing::Nothing, Listing::Titles), Err(PublishRefusal::NothingChosen));
        assert_eq!(may_be_published(Listing::Counts, Listing::Titles, 0), Err(PublishRefusal::NothingAdmitted));
        assert_eq!(reason_to_take_back("  "), Err(PublishRefusal::ReasonMissing));
        assert_eq!(reason_to_take_back(" Sai  tên "), Ok("Sai tên".to_owned()));
    }
}
