//! The list of prizes by one hash, which the journal holds from the proposal on.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Halt, Line, lines_about};
use hoithi_rules::awards::Dong;
use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, params};

use crate::award::{AwardLine, Proposal};
use crate::store;

/// One hash over everything that a proposal says, in the order of the prizes' ids.
pub(crate) fn hash_of(proposal: &Proposal, lines: &[AwardLine]) -> Result<Sha256Hex, Halt> {
    let mut list: Vec<&AwardLine> = lines.iter().collect();
    list.sort_by_key(|line| line.id);
    let list: Vec<_> = list.into_iter().map(told).collect();
    let Proposal { edition, round, book_version, version, .. } = proposal;
    let all = serde_json::json!(["hoithi.awards.1", edition, round, book_version, version, list]);
    Ok(Sha256Hex::of(&serde_json::to_vec(&all)?))
}

fn told(line: &AwardLine) -> serde_json::Value {
    let authors = line.authors.iter().map(|each| serde_json::json!([each.author, each.name, each.workplace]));
    serde_json::json!([
        [line.id, line.entry, line.number, line.title, line.category, line.category_name, line.unit_name],
        [line.tier.0, line.tier_name, line.tier_place, line.seat.scope, line.seat.number, line.seat.ceiling],
        [line.place, line.points.hundredths(), line.money.map(Dong::amount)],
        authors.collect::<Vec<_>>(),
    ])
}

/// Whether the list is the one that was put before the leader.
pub(crate) async fn as_proposed(db: &mut Conn, proposal: &Proposal, lines: &[AwardLine]) -> Result<bool, Halt> {
    let journal = lines_about(db, &proposal.edition.to_string()).await?;
    Ok(fits(&journal, "awards.proposed", &hash_of(proposal, lines)?))
}

/// Lines from before there were hashes tell none, and nothing is claimed of them.
fn fits(journal: &[Line], event: &str, hash: &Sha256Hex) -> bool {
    let line = journal.iter().rev().find(|line| line.event == event);
    line.is_some_and(|line| line.text_fact("list").is_none_or(|told| told == hash.as_str()))
}

/// The editions whose list of prizes is not what the journal holds of it, and of its decision.
pub async fn unproven_awards(db: &mut Conn) -> Result<Vec<String>, Halt> {
    let rows = db
        .all(
            "SELECT p.edition_id, e.slug FROM award_proposals p JOIN editions e ON e.id = p.edition_id ORDER BY e.slug",
            params![],
        )
        .await?;
    let mut unproven = Vec::new();
    for row in rows {
        let edition: EditionId = row.parsed("edition_id")?;
        let Some(proposal) = store::proposal(db, edition).await? else { continue };
        let lines = store::proposed(db, edition).await?;
        let journal = lines_about(db, &edition.to_string()).await?;
        let hash = hash_of(&proposal, &lines)?;
        let decided = proposal.decided.is_none() || fits(&journal, "awards.decided", &hash);
        if !decided || !fits(&journal, "awards.proposed", &hash) {
            unproven.push(row.text("slug")?);
        }
    }
    Ok(unproven)
}
