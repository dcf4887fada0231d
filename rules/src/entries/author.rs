//! The natural persons who made a solution.

use jiff::civil::Date;
use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};

use super::Share;
use crate::ids::{AccountId, AuthorId, UnitId};
use crate::people::PersonName;

/// A natural person who made a solution, alone or with others.
///
/// Only what a rule asks about; addresses and telephone numbers are the store's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Their id.
    pub id: AuthorId,
    /// Their account, where they have one.
    pub account: Option<AccountId>,
    /// Their name as on the certificate.
    pub name: PersonName,
    /// Their day of birth, where the edition asks for it.
    pub born: Option<Date>,
    /// Where they work or live, in words.
    pub workplace: String,
    /// The registered unit they belong to, where it is one; a judge of it cannot mark.
    pub unit: Option<UnitId>,
    /// Their share of the work.
    pub share: Share,
    /// Whether they speak for the authors; exactly one does.
    pub representative: bool,
    /// Whether they agreed to the entry and to their share.
    pub confirmation: Confirmation,
}

/// How an author agreed to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confirmation {
    /// Not yet.
    Pending,
    /// In this program.
    InApp {
        /// When.
        at: Timestamp,
    },
    /// By the signature on the registration form that lies in the dossier.
    OnForm {
        /// When it was recorded.
        at: Timestamp,
    },
}

impl Confirmation {
    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::InApp { .. } => "in_app",
            Self::OnForm { .. } => "on_form",
        }
    }
}

impl Author {
    /// Their age in whole years on a day; none without a day of birth or before it.
    pub fn age_on(&self, day: Date) -> Option<u16> {
        let span = self.born?.until((Unit::Year, day)).ok()?;
        u16::try_from(span.get_years()).ok()
    }

    /// This author after a change. What they agreed to was the share of then: with another one they are
    /// asked again, unless they made the change themselves or agreed anew in making it. A share that was
    /// only now written down for the first time is the one on the form that they signed.
    #[must_use]
    pub fn changed_from(self, before: &Self, by: Option<AccountId>) -> Self {
        let stands = [self.share, Share::default()].contains(&before.share);
        let stands = stands || self.confirmation != before.confirmation;
        let own = self.account.is_some() && self.account == by;
        if stands || own { self } else { Self { confirmation: Confirmation::Pending, ..self } }
    }

    /// Whether they still have to agree; the representative does so by submitting.
    pub fn awaits_confirmation(&self) -> bool {
        !self.representative && self.confirmation == Confirmation::Pending
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    pub(in crate::entries) fn author(name: &str, share: &str) -> Author {
        Author {
            id: AuthorId::new(Uuid::from_u128(7)),
            account: None,
            name: name.parse().unwrap(),
            born: Some(date(1990, 3, 1)),
            workplace: "Trường Cao đẳng Mẫu".into(),
            unit: None,
            share: share.parse().unwrap(),
            representative: false,
            confirmation: Confirmation::OnForm { at: Timestamp::UNIX_EPOCH },
        }
    }

    #[test]
    fn a_birthday_counts_on_the_day_itself() {
        let an = author("Nguyễn An", "100");
        assert_eq!(an.age_on(date(2008, 2, 29)), Some(17));
        assert_eq!(an.age_on(date(2008, 3, 1)), Some(18));
        assert_eq!(Author { born: None, ..an }.age_on(date(2008, 3, 1)), None);
    }

    #[test]
    fn another_share_is_agreed_to_anew() {
        let before = author("Nguyễn An", "60");
        let cut = Author { share: "40".parse().unwrap(), ..before.clone() };
        assert_eq!(before.clone().changed_from(&before, None), before);
        assert_eq!(cut.clone().changed_from(&before, None).confirmation, Confirmation::Pending);
        let unsaid = Author { share: Share::default(), ..before.clone() };
        assert_eq!(cut.clone().changed_from(&unsaid, None), cut);
        let own = Some(AccountId::new(Uuid::from_u128(8)));
        let (mine, mine_cut) = (Author { account: own, ..before.clone() }, Author { account: own, ..cut.clone() });
        assert_eq!(mine_cut.clone().changed_from(&mine, own), mine_cut);
        assert_eq!(mine_cut.changed_from(&mine, None).confirmation, Confirmation::Pending);
        let now = Confirmation::OnForm { at: Timestamp::MAX };
        assert_eq!(Author { confirmation: now, ..cut }.changed_from(&before, None).confirmation, now);
    }
}
