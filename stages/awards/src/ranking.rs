//! The ranking of an opened round with the prizes that follow from it.
//!
//! Opened sheets never change, so a ranking is worked out once and remembered; what can still
//! change is asked every time, in small queries: the book, what the jury settled, and who withdrew.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use hoithi_edition::Edition;
use hoithi_judging::RoundResults;
use hoithi_rules::awards::{
    Blocker, Candidate, Field, PrizeScope, PrizeStructure, Proposal, Standing, propose, rank_by_scope,
};
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{EntryId, RoundId};
use hoithi_store::{Conn, Remembered, StoreError};

use crate::rows::Rows;
use crate::store::{self, Settlement};

/// An opened round in order, with the prizes that its ranking carries.
#[derive(Debug)]
pub struct RankedRound {
    /// The results it was made from.
    pub results: Arc<RoundResults>,
    /// One over all, or one for each category, as the prizes' scope says.
    pub fields: Vec<RankedField>,
    /// Whether it is the last round of the rule book, which alone carries prizes.
    pub is_last: bool,
    pub(crate) settlements: Vec<Settlement>,
    /// Taken back by their authors since the round was opened; they take no place.
    pub(crate) withdrawn: BTreeSet<EntryId>,
    /// The rows of the page, rendered once for each language.
    pub(crate) rows: [OnceLock<Rows>; 2],
}

/// A ranking of its own.
#[derive(Debug)]
pub struct RankedField {
    /// The ranking, and of which category.
    pub field: Field,
    /// The prizes that it carries, and where people must decide first.
    pub proposal: Proposal,
}

impl RankedField {
    /// The category's code, or nothing where prizes are given over all.
    pub fn scope(&self) -> &str {
        self.field.category.as_ref().map_or("", CategoryCode::as_str)
    }

    /// The tie that keeps the rest from following.
    pub(crate) fn blocker(&self) -> Option<&Blocker> {
        self.proposal.blocker.as_ref()
    }
}

impl RankedRound {
    /// Where an entry stands, unless it was ended or never in the round.
    pub fn standing(&self, entry: EntryId) -> Option<&Standing> {
        self.fields.iter().find_map(|each| each.field.ranking.standing(entry))
    }

    /// How many entries it was made from.
    pub(crate) fn in_the_ranking(&self) -> usize {
        self.results.entries.iter().filter(|result| !self.withdrawn.contains(&result.entry)).count()
    }

    /// Whether zeros ended the entry.
    pub fn is_ended(&self, entry: EntryId) -> bool {
        self.fields.iter().any(|each| each.field.ranking.ended.contains(&entry))
    }

    /// The entries of the first tie that waits for the jury, if one does.
    pub fn tied(&self) -> Option<&[EntryId]> {
        let (_, Blocker::TieAtCeiling { entries, .. }) = self.blocked()?;
        Some(entries)
    }

    /// The first tie that waits for the jury.
    pub(crate) fn blocked(&self) -> Option<(&RankedField, &Blocker)> {
        self.fields.iter().find_map(|each| Some((each, each.blocker()?)))
    }
}

/// The ranking of the edition's last opened round; none before two persons opened it.
pub async fn ranked(db: &mut Conn, edition: &Edition) -> Result<Option<Arc<RankedRound>>, StoreError> {
    let Some(results) = hoithi_judging::results(db, edition.id).await? else { return Ok(None) };
    let settlements = store::settlements(db, results.round.id).await?;
    let withdrawn = hoithi_entries::withdrawn(db, edition.id).await?;
    let key = (results.round.id, edition.version);
    // Compared and not keyed: what an act that was rolled back had settled may never be shown.
    let same = |known: &Arc<RankedRound>| {
        Arc::ptr_eq(&known.results, &results) && known.settlements == settlements && known.withdrawn == withdrawn
    };
    if let Some(ranked) = KNOWN.get(&key).filter(same) {
        return Ok(Some(ranked));
    }
    let ranked = Arc::new(work_out(edition, results, settlements, withdrawn)?);
    KNOWN.keep(key, &ranked);
    Ok(Some(ranked))
}

/// By round and version of the book.
static KNOWN: Remembered<(RoundId, i64), Arc<RankedRound>> = Remembered::at_most(32);

fn work_out(
    edition: &Edition,
    results: Arc<RoundResults>,
    settlements: Vec<Settlement>,
    withdrawn: BTreeSet<EntryId>,
) -> Result<RankedRound, StoreError> {
    let structure = edition.book.prizes().map(|part| &part.structure);
    let scope = structure.map_or(PrizeScope::Overall, |structure| structure.scope);
    let candidates: Vec<Candidate> =
        results.entries.iter().filter(|result| !withdrawn.contains(&result.entry)).map(candidate).collect();
    let fields = rank_by_scope(&candidates, &results.marking.tie_breaks, scope);
    // A tie that lost one of its entries is no longer the tie that the jury settled.
    let standing = |each: &&Settlement| each.order.iter().all(|entry| !withdrawn.contains(entry));
    let valid: Vec<Settlement> = settlements.iter().filter(standing).cloned().collect();
    let fields = fields.into_iter().map(|field| settled(field, &valid, structure)).collect::<Result<_, _>>()?;
    let is_last = edition.book.is_last_round(&results.round.rule.code);
    Ok(RankedRound { results, fields, is_last, settlements, withdrawn, rows: [OnceLock::new(), OnceLock::new()] })
}

fn candidate(result: &hoithi_judging::EntryResult) -> Candidate {
    Candidate { entry: result.entry, category: result.category.clone(), tally: result.result.clone() }
}

fn settled(
    mut field: Field,
    settlements: &[Settlement],
    structure: Option<&PrizeStructure>,
) -> Result<RankedField, StoreError> {
    let scope = field.category.as_ref().map_or("", CategoryCode::as_str);
    for each in settlements.iter().filter(|each| each.scope == scope) {
        field.ranking = field.ranking.settle(&each.order, &each.minutes).map_err(|refusal| StoreError::Nonsense {
            column: "entries".to_owned(),
            value: refusal.to_string(),
            wanted: "entries of a shared place",
        })?;
    }
    let proposal = structure.map(|structure| propose(&field.ranking, structure)).unwrap_or_default();
    Ok(RankedField { field, proposal })
}
