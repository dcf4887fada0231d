//! What a certificate says by one hash, which the journal holds from its issue on.

use std::collections::BTreeSet;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Halt, lines_of};
use hoithi_store::Conn;

use crate::certificate::Certificate;
use crate::store;

/// One hash over everything that was printed, whose it is, and by which decision.
pub(crate) fn hash_of(certificate: &Certificate) -> Result<Sha256Hex, Halt> {
    let Certificate { id, edition, award, author, document, number, code, says, issued_at, .. } = certificate;
    let all = serde_json::json!([
        "hoithi.certificate.1",
        [id.to_string(), edition.to_string(), award.to_string(), author.to_string(), document.to_string()],
        [number.to_string(), code.as_str().to_owned(), issued_at.as_microsecond().to_string()],
        [says.name, says.unit_name, says.title, says.category_name, says.prize, says.wording],
        [says.contest, says.decision, says.decided_on.to_string(), says.issuer],
    ]);
    Ok(Sha256Hex::of(&serde_json::to_vec(&all)?))
}

/// The codes of certificates that do not say what was issued, or count although they were declared
/// void, or the other way round.
pub async fn unproven_certificates(db: &mut Conn) -> Result<Vec<String>, Halt> {
    let mut issued = lines_of(db, "certificate.issued").await?;
    issued.extend(lines_of(db, "certificate.reissued").await?);
    let revoked: BTreeSet<String> =
        lines_of(db, "certificate.revoked").await?.into_iter().map(|line| line.subject).collect();
    let mut unproven = Vec::new();
    for each in store::all(db).await? {
        let (id, hash) = (each.id.to_string(), hash_of(&each)?);
        let line = issued.iter().find(|line| line.subject == id);
        let same = line.is_some_and(|line| line.text_fact("says").is_none_or(|told| told == hash.as_str()));
        if !same || each.counts() == revoked.contains(&id) {
            unproven.push(each.code.to_string());
        }
    }
    Ok(unproven)
}
