//! What an author consents to, one thing at a time, and who consents for a minor.

use jiff::civil::Date;
use thiserror::Error;

use super::Author;
use crate::refusal::Refusal;

/// One thing that an author may consent to, and take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConsentKind {
    /// The contest keeps and uses the author's data.
    Processing,
    /// The author's name is made public where the entry wins.
    PublishName,
}

impl ConsentKind {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 2] = [Self::Processing, Self::PublishName];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::PublishName => "publish_name",
        }
    }

    /// Reads a stable name.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// From this age on nobody consents for a person.
const OF_AGE: u16 = 18;

/// Why a consent does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ConsentRefusal {
    /// A minor's guardian has to consent.
    #[error("the guardian of a minor is not named")]
    GuardianMissing,
}

impl Refusal for ConsentRefusal {
    fn code(&self) -> &'static str {
        "entries.guardian_missing"
    }

    fn field(&self) -> Option<String> {
        Some("guardian".to_owned())
    }
}

impl Author {
    /// Whether somebody else has to consent for them on that day. Without a day of birth nobody knows of a
    /// minor.
    pub fn is_minor_on(&self, day: Date) -> bool {
        self.age_on(day).is_some_and(|age| age < OF_AGE)
    }

    /// Whether a consent that is given on that day counts: for a minor it names the guardian who gives it.
    pub fn may_consent(&self, guardian: &str, day: Date) -> Result<(), ConsentRefusal> {
        let named = !guardian.trim().is_empty();
        if named || !self.is_minor_on(day) { Ok(()) } else { Err(ConsentRefusal::GuardianMissing) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::author::tests::author;
    use jiff::civil::date;

    #[test]
    fn a_guardian_consents_until_the_birthday_that_makes_of_age() {
        let an = Author { born: Some(date(2003, 6, 15)), ..author("Nguyễn An", "100") };
        let eve = date(2021, 6, 14);
        assert_eq!(an.may_consent(" ", eve), Err(ConsentRefusal::GuardianMissing));
        assert_eq!(an.may_consent("Nguyễn Văn Cha", eve), Ok(()));
        assert_eq!(an.may_consent("", date(2021, 6, 15)), Ok(()));
        assert_eq!(Author { born: None, ..an }.may_consent("", eve), Ok(()));
    }

    #[test]
    fn every_kind_is_read_by_its_name() {
        assert!(ConsentKind::ALL.into_iter().all(|kind| ConsentKind::parse(kind.code()) == Some(kind)));
        assert_eq!(ConsentKind::parse("everything"), None);
    }
}
