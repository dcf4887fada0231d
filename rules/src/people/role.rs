//! The roles of a contest.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Permission;
use crate::judging::OpenerRole;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// What someone is in a contest. One account may hold several by several grants: a chair
        /// who also marks holds a judge's grant as well.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])* $name,)+ }

        impl Role {
            /// Every role, in the order of the permission matrix.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Stable name, in the store and the API.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

roles! {
    /// Keeps the program running; sees nothing of the contest's substance.
    SystemAdministrator = "system_administrator";
    /// Head of the standing agency: signs.
    AgencyHead = "agency_head";
    /// Officer of the standing agency: prepares, sends, receives, records.
    AgencyOfficer = "agency_officer";
    /// Secretary of the contest: intake, screening, tables.
    ContestSecretary = "contest_secretary";
    /// Member of the organizing committee.
    CommitteeMember = "committee_member";
    /// Answers for a unit.
    UnitContact = "unit_contact";
    /// Runs a unit's own contest and sends its best upward.
    UnitOrganiser = "unit_organiser";
    /// Author of entries.
    Author = "author";
    /// Chair of the jury.
    JuryChair = "jury_chair";
    /// Secretary of the jury.
    JurySecretary = "jury_secretary";
    /// Marks entries.
    Judge = "judge";
    /// Reads everything that was done, does nothing.
    Auditor = "auditor";
    /// Anyone, signed in or not.
    Public = "public";
}

/// How far a role reaches; which unit or edition is the grant's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everything.
    House,
    /// One edition.
    Edition,
    /// One unit.
    Unit,
}

impl Role {
    /// The role of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// What a grant of this role is given for. Nobody judges the whole house.
    pub const fn reach(self) -> Reach {
        match self {
            Self::SystemAdministrator
            | Self::AgencyHead
            | Self::AgencyOfficer
            | Self::Author
            | Self::Auditor
            | Self::Public => Reach::House,
            Self::ContestSecretary | Self::CommitteeMember | Self::JuryChair | Self::JurySecretary | Self::Judge => {
                Reach::Edition
            }
            Self::UnitContact | Self::UnitOrganiser => Reach::Unit,
        }
    }

    /// Whether the role itself carries the permission; what it covers is the grant's matter.
    pub fn may(self, permission: Permission) -> bool {
        let holders = permission.holders();
        holders.contains(&self) || holders.contains(&Self::Public)
    }

    /// Whether the role may record the act from a leader's signed paper.
    pub fn may_record_from_paper(self, permission: Permission) -> bool {
        self == Self::AgencyOfficer && permission.reserved_to_leader()
    }

    /// The role in which its holder can stand at the opening of a round, if any.
    pub fn as_opener(self) -> Option<OpenerRole> {
        OpenerRole::from_code(self.code())
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opener_of_a_rule_book_is_a_role() {
        for opener in OpenerRole::ALL {
            let role = Role::from_code(opener.code());
            assert_eq!(role.and_then(Role::as_opener), Some(opener));
        }
    }
}
