//! Declaring a certificate void: the leader's act, with its reason.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit_with_paper};
use hoithi_rules::ids::CertificateId;
use hoithi_rules::people::{Permission, SignedPaper};
use hoithi_rules::publication::CertificateState;

use super::edition_of;
use crate::store;

/// What declaring a certificate void needs.
#[derive(Clone, Debug)]
pub struct Revoke {
    /// Which.
    pub certificate: CertificateId,
    /// The version that was read.
    pub seen: i64,
    /// Why; everybody who asks the register is told.
    pub reason: String,
    /// The leader's signed paper, when an officer records it.
    pub paper: Option<SignedPaper>,
}

/// Declares a certificate void. Its line stays in the register.
pub async fn revoke(act: &mut Act, command: Revoke) -> Result<(), Halt> {
    let certificate = store::certificate(act.db(), command.certificate).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, certificate.edition).await?;
    permit_with_paper(act, Permission::CertificateRevoke, edition.place(), command.paper.as_ref()).await?;
    let void = certificate.under_law().revoke(&command.reason, act.now()).or_refuse()?;
    let CertificateState::Revoked { at, reason } = void.state else {
        return Err(Halt::fault("a certificate declared void is not void"));
    };
    if !store::revoke(act.db(), certificate.id, command.seen, &reason, at).await? {
        let english = "the certificate was changed meanwhile";
        return Err(Halt::refused("publication.changed_meanwhile", None, english));
    }
    act.record(
        Event::new("certificate.revoked", certificate.id).fact("register_number", certificate.number.to_string()),
    );
    Ok(())
}
