//! Who must not judge what.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::edition::CategoryCode;
use crate::ids::{AccountId, EntryId, JudgeId, UnitId};
use crate::people::PersonName;

/// Why a judge must not judge an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Conflict {
    /// The judge belongs to a unit from which the entry or one of its authors comes.
    SameUnit(UnitId),
    /// The judge is one of its authors.
    IsAuthor,
    /// An author bears the judge's name, and is not the judge by the same account. People have more
    /// than one account, and dossiers are written for others; whether it is the same person cannot
    /// be known here, so somebody else judges.
    BearsAuthorsName,
    /// The judge said so.
    Declared,
}

/// What is asked about a judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgeFacts {
    /// The judge.
    pub id: JudgeId,
    /// The judge's account, where there is one.
    pub account: Option<AccountId>,
    /// The judge's name.
    pub name: PersonName,
    /// The units the judge belongs to.
    pub units: BTreeSet<UnitId>,
    /// The categories of the judge's panel; not asked in a plenary jury.
    pub categories: BTreeSet<CategoryCode>,
    /// The entries that the judge declared unable to judge.
    pub declared: BTreeSet<EntryId>,
}

/// What is asked about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFacts {
    /// The entry.
    pub id: EntryId,
    /// Its category.
    pub category: CategoryCode,
    /// The units from which it and its authors come.
    pub units: BTreeSet<UnitId>,
    /// Its authors: account where there is one, and name.
    pub authors: Vec<(Option<AccountId>, PersonName)>,
}

/// Every reason why this judge must not judge this entry; empty if none.
pub fn conflicts(judge: &JudgeFacts, entry: &EntryFacts) -> Vec<Conflict> {
    let shared = judge.units.intersection(&entry.units).map(|unit| Conflict::SameUnit(*unit));
    let authored = entry.authors.iter().filter_map(|(account, name)| match account {
        Some(account) if judge.account == Some(*account) => Some(Conflict::IsAuthor),
        _ => judge.name.is_written_like(name).then_some(Conflict::BearsAuthorsName),
    });
    let declared = judge.declared.contains(&entry.id).then_some(Conflict::Declared);
    let all: BTreeSet<Conflict> = shared.chain(authored).chain(declared).collect();
    all.into_iter().collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use uuid::Uuid;

    pub(in crate::judging) fn judge(id: u128, name: &str) -> JudgeFacts {
        JudgeFacts {
            id: JudgeId::new(Uuid::from_u128(id)),
            account: Some(AccountId::new(Uuid::from_u128(1000 + id))),
            name: name.parse().unwrap(),
            units: BTreeSet::new(),
            categories: [category()].into(),
            declared: BTreeSet::new(),
        }
    }

    pub(in crate::judging) fn entry(id: u128) -> EntryFacts {
        EntryFacts {
            id: EntryId::new(Uuid::from_u128(id)),
            category: category(),
            units: BTreeSet::new(),
            authors: vec![],
        }
    }

    pub(in crate::judging) fn category() -> CategoryCode {
        CategoryCode::parse("y-duoc").unwrap()
    }

    #[test]
    fn strangers_have_no_conflict() {
        let authors = vec![(Some(AccountId::new(Uuid::from_u128(1))), "Vũ Mậu".parse().unwrap())];
        let entry = EntryFacts { authors, ..entry(1) };
        assert_eq!(conflicts(&judge(1, "Vũ Mẫu"), &entry), []);
    }

    #[test]
    fn a_name_is_one_name_however_it_is_typed_and_whatever_account_it_has() {
        let author = |account, name: &str| EntryFacts { authors: vec![(account, name.parse().unwrap())], ..entry(1) };
        let other = Some(AccountId::new(Uuid::from_u128(1)));
        for typed in ["Lê Thị Hòa", "LÊ THỊ HOÀ", "lê thị hoà"] {
            for account in [None, other] {
                let found = conflicts(&judge(1, "Lê Thị Hoà"), &author(account, typed));
                assert_eq!(found, [Conflict::BearsAuthorsName], "{typed}");
            }
        }
        assert_eq!(conflicts(&judge(1, "Lê Thị Hoà"), &author(None, "Lê Thị Hoa")), []);
    }

    #[test]
    fn every_reason_is_told() {
        let unit = UnitId::new(Uuid::from_u128(5));
        let mut judge = judge(1, "Vũ Mẫu");
        judge.units.insert(unit);
        let mut entry = entry(1);
        judge.declared.insert(entry.id);
        entry.units.insert(unit);
        entry.authors = vec![(judge.account, judge.name.clone()), (None, judge.name.clone())];
        let expected = [Conflict::SameUnit(unit), Conflict::IsAuthor, Conflict::BearsAuthorsName, Conflict::Declared];
        assert_eq!(conflicts(&judge, &entry), expected);
    }
}
