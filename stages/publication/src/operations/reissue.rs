//! A certificate that was void for a slip is issued anew, with the slip put right.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::CertificateId;
use hoithi_rules::people::{Permission, PersonName};
use hoithi_rules::publication::{self as law, RegisterNumber, VerificationCode};
use hoithi_rules::text::one_line;

use super::{decision_of, edition_of};
use crate::certificate::{Certificate, Says};
use crate::store;

/// What issuing anew needs.
#[derive(Clone, Debug)]
pub struct Reissue {
    /// The void one.
    pub certificate: CertificateId,
    /// The author's name as it shall be printed.
    pub name: PersonName,
    /// The unit as it shall be printed; may be empty.
    pub unit_name: String,
}

/// Issues another in the place of a void one: its own number and code, the same prize by the same
/// decision.
pub async fn reissue(act: &mut Act, command: Reissue) -> Result<CertificateId, Halt> {
    let void = store::certificate(act.db(), command.certificate).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, void.edition).await?;
    permit(act, Permission::CertificateIssue, edition.place()).await?;
    let old = void.under_law();
    old.replaceable().or_refuse()?;
    if let Some(other) = store::replacement(act.db(), void.id).await? {
        let english = format!("certificate {} was issued in its place", other.number);
        return Err(Halt::refused("publication.replaced_already", None, &english));
    }
    let decision = decision_of(act, edition.id).await?;
    let line = decision.lines.iter().find(|line| line.id == void.award).ok_or_else(Halt::not_found)?;
    let year = decision.date.year();
    let number = RegisterNumber { year, number: store::last_number(act.db(), edition.id, year).await? + 1 };
    let (id, code) = (CertificateId::new(act.new_id()), VerificationCode::from_random(act.random_bytes()?));
    let award = decision.award(line);
    let lawful =
        law::Certificate::issue(id, &award, &decision.round, old.holder, number, code, act.now()).or_refuse()?;
    let says = Says { name: command.name.to_string(), unit_name: one_line(&command.unit_name), ..void.says.clone() };
    let replaces = Some(void.id);
    let (number, code, issued_at) = (lawful.number, lawful.code, act.now());
    let new = Certificate { id, number, code, says, issued_at, version: 1, revoked: None, replaces, ..void };
    store::insert(act.db(), &[new]).await?;
    act.record(
        Event::new("certificate.reissued", id)
            .fact("edition", edition.id.to_string())
            .fact("award", award.id.to_string())
            .fact("register_number", number.to_string())
            .fact("replaces", old.number.to_string()),
    );
    Ok(id)
}
