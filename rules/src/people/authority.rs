//! By what right somebody acts: an own role, or a leader's signed paper.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Grant, Permission, PersonName, Place, Role};
use crate::correspondence::DocumentNumber;
use crate::refusal::{Fact, Refusal};

/// The paper by which a leader decided something away from the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedPaper {
    /// Who signed.
    pub leader: PersonName,
    /// Its number.
    pub number: DocumentNumber,
    /// The day it bears.
    pub date: Date,
    /// SHA-256 of the scan, by which the file is kept.
    pub scan: String,
}

/// By what right an act is done; the journal shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Authority {
    /// By an own role.
    Own {
        /// The role that carried the permission.
        role: Role,
        /// Whether it was held as a deputy.
        deputy: bool,
    },
    /// Recorded by an officer from a leader's signed paper.
    ForLeader {
        /// The officer's role.
        recorder: Role,
        /// The paper.
        paper: SignedPaper,
    },
}

/// Why somebody may not do it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Denied {
    /// No active grant that covers the place carries the permission.
    #[error("no active grant allows {permission} here")]
    NotPermitted {
        /// What was tried.
        permission: Permission,
    },
    /// An officer may record this, with the leader's signed paper.
    #[error("{permission} is a leader's act; recording it needs the signed paper")]
    PaperMissing {
        /// What was tried.
        permission: Permission,
    },
    /// The paper bears a day that has not come yet.
    #[error("the signed paper bears {date}, which has not come yet")]
    PaperFromFuture {
        /// The day on the paper.
        date: Date,
    },
}

impl Refusal for Denied {
    fn code(&self) -> &'static str {
        match self {
            Self::NotPermitted { .. } => "people.not_permitted",
            Self::PaperMissing { .. } => "people.paper_missing",
            Self::PaperFromFuture { .. } => "people.paper_from_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::NotPermitted { .. } => None,
            Self::PaperMissing { .. } => Some("paper".into()),
            Self::PaperFromFuture { .. } => Some("paper_date".into()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotPermitted { permission } | Self::PaperMissing { permission } => {
                vec![("permission", Fact::text(permission))]
            }
            Self::PaperFromFuture { date } => vec![("date", Fact::Day(*date))],
        }
    }
}

/// By what right the holder of these grants does this, here, today.
///
/// An own role goes before a paper. Anyone may do what the public may.
pub fn authorize(
    grants: &[Grant],
    permission: Permission,
    place: Place,
    today: Date,
    paper: Option<&SignedPaper>,
) -> Result<Authority, Denied> {
    if Role::Public.may(permission) {
        return Ok(Authority::Own { role: Role::Public, deputy: false });
    }
    if let Some(grant) = grants.iter().find(|grant| grant.allows(permission, place, today)) {
        return Ok(Authority::Own { role: grant.role, deputy: grant.deputy });
    }
    let records = |grant: &&Grant| {
        let covers = grant.active_on(today) && grant.scope.covers(place);
        covers && grant.role.may_record_from_paper(permission)
    };
    let Some(recorder) = grants.iter().find(records) else {
        return Err(Denied::NotPermitted { permission });
    };
    let paper = paper.ok_or(Denied::PaperMissing { permission })?;
    if paper.date > today {
        return Err(Denied::PaperFromFuture { date: paper.date });
    }
    Ok(Authority::ForLeader { recorder: recorder.role, paper: paper.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Scope;
    use jiff::civil::date;

    const TODAY: Date = date(2021, 9, 1);

    fn grant(role: Role) -> Grant {
        Grant { role, scope: Scope::Whole, from: date(2020, 1, 1), to: None, deputy: false }
    }

    fn paper(day: Date) -> SignedPaper {
        SignedPaper {
            leader: "Lê Văn Thử".parse().unwrap(),
            number: DocumentNumber::parse("12/QĐ-BTC", 2021).unwrap(),
            date: day,
            scan: "ab".repeat(32),
        }
    }

    fn tries(role: Role, permission: Permission, paper: Option<&SignedPaper>) -> Result<Authority, Denied> {
        authorize(&[grant(role)], permission, Place::HOUSE, TODAY, paper)
    }

    #[test]
    fn a_leader_acts_by_the_own_role() {
        let own = Authority::Own { role: Role::AgencyHead, deputy: false };
        assert_eq!(tries(Role::AgencyHead, Permission::AwardDecide, None), Ok(own));
    }

    #[test]
    fn an_officer_records_a_leader_s_act_only_with_the_paper() {
        let permission = Permission::AwardDecide;
        let missing = Denied::PaperMissing { permission };
        assert_eq!(tries(Role::AgencyOfficer, permission, None), Err(missing));
        let signed = paper(TODAY);
        let recorded = Authority::ForLeader { recorder: Role::AgencyOfficer, paper: signed.clone() };
        assert_eq!(tries(Role::AgencyOfficer, permission, Some(&signed)), Ok(recorded));
        let early = Denied::PaperFromFuture { date: date(2021, 9, 2) };
        assert_eq!(tries(Role::AgencyOfficer, permission, Some(&paper(date(2021, 9, 2)))), Err(early));
    }

    #[test]
    fn no_paper_opens_or_seals_a_round() {
        for permission in [Permission::RoundSeal, Permission::RoundOpen] {
            let refused = Err(Denied::NotPermitted { permission });
            assert_eq!(tries(Role::AgencyOfficer, permission, Some(&paper(TODAY))), refused);
        }
    }

    #[test]
    fn anyone_may_do_what_the_public_may() {
        let own = Authority::Own { role: Role::Public, deputy: false };
        assert_eq!(authorize(&[], Permission::PortalRead, Place::HOUSE, TODAY, None), Ok(own));
    }
}
