//! A certificate that was void for a slip is issued anew, with the slip put right.
//!
//! Whose name stands on a certificate is the leader's word. An officer alone prints again what was
//! printed; another name or unit is the leader's act, as declaring void is, or recorded from the
//! leader's signed paper.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit, permit_with_paper};
use hoithi_rules::ids::CertificateId;
use hoithi_rules::people::{Permission, PersonName, SignedPaper};
use hoithi_rules::publication::{self as law, RegisterNumber, VerificationCode};

use super::{decision_of, edition_of};
use crate::certificate::{Certificate, Says};
use crate::{proof, store};

/// What issuing anew needs.
#[derive(Clone, Debug)]
pub struct Reissue {
    /// The void one.
    pub certificate: CertificateId,
    /// The author's name as it shall be printed.
    pub name: PersonName,
    /// The unit as it shall be printed; may be empty.
    pub unit_name: String,
    /// The leader's signed paper, when an officer records another name or unit.
    pub paper: Option<SignedPaper>,
}

/// Issues another in the place of a void one: its own number and code, the same prize by the same
/// decision.
pub async fn reissue(act: &mut Act, command: Reissue) -> Result<CertificateId, Halt> {
    let void = store::certificate(act.db(), command.certificate).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, void.edition).await?;
    permit(act, Permission::CertificateIssue, edition.place()).await?;
    let says = permitted_words(act, &edition, &void, &command).await?;
    let changed = says != void.says;
    not_replaced_yet(act, &void).await?;
    let old = void.under_law();
    let decision = decision_of(act, edition.id).await?;
    let line = decision.lines.iter().find(|line| line.id == void.award).ok_or_else(Halt::not_found)?;
    let year = decision.date.year();
    let number = RegisterNumber { year, number: store::last_number(act.db(), edition.id, year).await? + 1 };
    let (id, code) = (CertificateId::new(act.new_id()), VerificationCode::from_random(act.random_bytes()?));
    let award = decision.award(line);
    let lawful =
        law::Certificate::issue(id, &award, &decision.round, old.holder, number, code, act.now()).or_refuse()?;
    let said = proof::hash_of(&void)?;
    let replaces = Some(void.id);
    let (number, code, issued_at) = (lawful.number, lawful.code, act.now());
    let new = Certificate { id, number, code, says, issued_at, version: 1, revoked: None, replaces, ..void };
    let says = proof::hash_of(&new)?;
    store::insert(act.db(), &[new]).await?;
    act.record(
        Event::new("certificate.reissued", id)
            .fact("edition", edition.id.to_string())
            .fact("award", award.id.to_string())
            .fact("register_number", number.to_string())
            .fact("replaces", old.number.to_string())
            .fact("changed", changed)
            .fact("said", said.as_str())
            .fact("says", says.as_str()),
    );
    Ok(id)
}

/// What the new one says: what the void one said, or what the leader lets it say.
async fn permitted_words(
    act: &mut Act,
    edition: &Edition,
    void: &Certificate,
    command: &Reissue,
) -> Result<Says, Halt> {
    let says = void.says.naming(&command.name, &command.unit_name);
    if says != void.says {
        permit_with_paper(act, Permission::CertificateRevoke, edition.place(), command.paper.as_ref()).await?;
    }
    Ok(says)
}

async fn not_replaced_yet(act: &mut Act, void: &Certificate) -> Result<(), Halt> {
    void.under_law().replaceable().or_refuse()?;
    match store::replacement(act.db(), void.id).await? {
        Some(other) => {
            let english = format!("certificate {} was issued in its place", other.number);
            Err(Halt::refused("publication.replaced_already", None, &english))
        }
        None => Ok(()),
    }
}
