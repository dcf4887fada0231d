//! Certificates are issued for everybody whom the decision names and who has none yet.

use std::collections::BTreeSet;

use hoithi_awards::{AwardAuthor, AwardLine};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{AuthorId, AwardId, CertificateId, EditionId};
use hoithi_rules::people::Permission;
use hoithi_rules::publication::{self as law, Holder, RegisterNumber, VerificationCode};
use hoithi_store::Conn;

use super::{Decision, decision_of, edition_of};
use crate::certificate::{Certificate, Says};
use crate::{proof, store};

/// Writes the missing certificates into the register, one for every author of every prize, in the
/// order of the decision. Doing it again issues nothing twice.
pub async fn issue_certificates(act: &mut Act, edition: EditionId) -> Result<Vec<CertificateId>, Halt> {
    let edition = edition_of(act, edition).await?;
    permit(act, Permission::CertificateIssue, edition.place()).await?;
    let decision = decision_of(act, edition.id).await?;
    let issued = missing(act, &edition, &decision).await?;
    if issued.is_empty() {
        return Err(Halt::refused("publication.nothing_to_issue", None, "every certificate is issued already"));
    }
    store::insert(act.db(), &issued).await?;
    hoithi_awards::note_relied_on(act, edition.id).await?;
    for each in &issued {
        act.record(
            Event::new("certificate.issued", each.id)
                .fact("edition", edition.id.to_string())
                .fact("award", each.award.to_string())
                .fact("register_number", each.number.to_string())
                .fact("says", proof::hash_of(each)?.as_str()),
        );
    }
    Ok(issued.into_iter().map(|each| each.id).collect())
}

async fn missing(act: &mut Act, edition: &Edition, decision: &Decision) -> Result<Vec<Certificate>, Halt> {
    let held = store::held(act.db(), edition.id).await?;
    let year = decision.date.year();
    let mut number = store::last_number(act.db(), edition.id, year).await?;
    let mut issued = Vec::new();
    for named in without_one(&decision.lines, &held) {
        number += 1;
        issued.push(certificate(act, edition, decision, named, RegisterNumber { year, number })?);
    }
    Ok(issued)
}

/// How many certificates are still to be issued by the decision; none before there is one.
pub async fn certificates_missing(db: &mut Conn, edition: EditionId) -> Result<usize, Halt> {
    let held = store::held(db, edition).await?;
    let lines = hoithi_awards::awards(db, edition).await?;
    Ok(without_one(&lines, &held).count())
}

/// Somebody who will receive a certificate.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) prize: String,
}

/// Who receives the certificates that are still to be issued, in the order of the decision.
pub(crate) async fn still_to_issue(db: &mut Conn, edition: EditionId) -> Result<Vec<Named>, Halt> {
    let held = store::held(db, edition).await?;
    let lines = hoithi_awards::awards(db, edition).await?;
    let named = |(award, author): (&AwardLine, &AwardAuthor)| Named {
        name: author.name.clone(),
        title: award.title.clone(),
        prize: award.tier_name.clone(),
    };
    Ok(without_one(&lines, &held).map(named).collect())
}

/// Whom the decision names and who has no certificate.
fn without_one<'a>(
    lines: &'a [AwardLine],
    held: &'a BTreeSet<(AwardId, AuthorId)>,
) -> impl Iterator<Item = (&'a AwardLine, &'a AwardAuthor)> {
    let named = lines.iter().flat_map(|award| award.authors.iter().map(move |author| (award, author)));
    named.filter(|(award, author)| !held.contains(&(award.id, author.author)))
}

fn certificate(
    act: &Act,
    edition: &Edition,
    decision: &Decision,
    (award, author): (&AwardLine, &AwardAuthor),
    number: RegisterNumber,
) -> Result<Certificate, Halt> {
    let id = CertificateId::new(act.new_id());
    let code = VerificationCode::from_random(act.random_bytes()?);
    let (under_law, holder) = (decision.award(award), Holder::Author(author.author));
    let lawful =
        law::Certificate::issue(id, &under_law, &decision.round, holder, number, code, act.now()).or_refuse()?;
    Ok(Certificate {
        id: lawful.id,
        edition: edition.id,
        award: lawful.award,
        author: author.author,
        document: decision.decided.document,
        number: lawful.number,
        code: lawful.code,
        says: says(edition, decision, award, author),
        issued_at: act.now(),
        version: 1,
        revoked: None,
        replaces: None,
    })
}

fn says(edition: &Edition, decision: &Decision, award: &AwardLine, author: &AwardAuthor) -> Says {
    Says {
        name: author.name.clone(),
        unit_name: award.unit_name.clone(),
        title: award.title.clone(),
        category_name: award.category_name.clone(),
        prize: award.tier_name.clone(),
        wording: edition.book.wording(&award.tier).unwrap_or(&award.tier_name).to_owned(),
        contest: edition.title(),
        decision: decision.number.to_string(),
        decided_on: decision.date,
        issuer: decision.document.content.issuer.clone(),
    }
}
