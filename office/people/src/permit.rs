//! By what right the actor of an act does what the operation does.

use hoithi_journal::{Act, ActingFor, Denied, Halt};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::people::{Authority, Denied as NotAllowed, Grant, Permission, Place, SignedPaper, authorize};
use uuid::Uuid;

use crate::refuse::refused;
use crate::store;

/// The actor's grants, read inside the act.
pub async fn grants_of(act: &mut Act) -> Result<Vec<Grant>, Halt> {
    match act.actor().account {
        Some(account) => Ok(store::grants(act.db(), account).await?),
        None => Ok(Vec::new()),
    }
}

/// Lets the act go on, or denies it.
pub async fn permit(act: &mut Act, permission: Permission, place: Place) -> Result<Authority, Halt> {
    permit_with_paper(act, permission, place, None).await
}

/// The id of a long job, for whoever may read what it prints.
pub async fn job_id(act: &mut Act, permission: Permission, place: Place) -> Result<Uuid, Halt> {
    permit(act, permission, place).await?;
    act.random_id()
}

/// Whether the actor may, without halting.
pub async fn may(act: &mut Act, permission: Permission, place: Place) -> Result<bool, Halt> {
    let grants = grants_of(act).await?;
    Ok(authorize(&grants, permission, place, day_in_vietnam(act.now()), None).is_ok())
}

/// The same for an act reserved to a leader, which an officer may record from the leader's signed
/// paper; the journal then shows both.
pub async fn permit_with_paper(
    act: &mut Act,
    permission: Permission,
    place: Place,
    paper: Option<&SignedPaper>,
) -> Result<Authority, Halt> {
    let grants = grants_of(act).await?;
    match authorize(&grants, permission, place, day_in_vietnam(act.now()), paper) {
        Ok(authority) => {
            if let Authority::ForLeader { paper, .. } = &authority {
                act.stand_for(acting_for(paper));
            }
            Ok(authority)
        }
        Err(NotAllowed::NotPermitted { .. }) if act.actor().account.is_none() => Err(Halt::Denied(Denied::NotSignedIn)),
        Err(NotAllowed::NotPermitted { .. }) => Err(Halt::Denied(Denied::Forbidden)),
        Err(other) => Err(Halt::Refused(vec![refused(&other)])),
    }
}

/// The leader's name stays out of the journal: the paper's number finds it.
fn acting_for(paper: &SignedPaper) -> ActingFor {
    ActingFor {
        role: "agency_head".to_owned(),
        paper: paper.number.to_string(),
        day: paper.date,
        scan: paper.scan.clone(),
    }
}
