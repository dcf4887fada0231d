//! A desk and the people who sit at it.

use hoithi_rules::helpdesk::{Hours, Member, on_duty};
use hoithi_rules::ids::{AccountId, DeskId, EditionId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is said of a desk.
#[derive(Clone, Debug)]
pub struct DeskWords {
    /// Its name: the office's department.
    pub name: String,
    /// What it answers; may be empty.
    pub about: String,
    /// When it is open.
    pub hours: Hours,
}

/// A desk with its people.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Its id.
    pub id: DeskId,
    /// Of which edition.
    pub edition: EditionId,
    /// What is said of it.
    pub words: DeskWords,
    /// Whether it takes questions no more.
    pub ended: bool,
    /// Changes with every change.
    pub version: i64,
    /// Its people, deputies last.
    pub members: Vec<DeskMember>,
}

/// Somebody of a desk, as the letter names them.
#[derive(Clone, Debug)]
pub struct DeskMember {
    /// The id of the membership.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Where mail about new questions goes; may be empty.
    pub email: String,
    /// Their post: *Phó trưởng Ban …*.
    pub post: String,
    /// The number under which they answer; may be empty.
    pub phone: String,
    /// Since when, until when, when away.
    pub member: Member,
}

impl Desk {
    /// Who sees its questions then.
    pub fn on_duty(&self, at: Timestamp) -> BTreeSet<AccountId> {
        let members: Vec<Member> = self.members.iter().map(|each| each.member.clone()).collect();
        on_duty(&members, &self.words.hours, at)
    }

    /// Whom the portal names on that day: who belongs to it, deputies last.
    pub fn named_on(&self, day: Date) -> Vec<&DeskMember> {
        self.members.iter().filter(|each| each.member.belongs_on(day)).collect()
    }

    /// Whether this person is away today.
    pub(crate) fn is_away(&self, account: AccountId, day: Date) -> bool {
        self.members.iter().any(|each| each.member.account == account && each.member.is_absent_on(day))
    }
}
