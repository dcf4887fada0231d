//! What the journal holds against a change of marks and results past the program: hashes alone.
//!
//! A sheet's hash goes into the journal when it is locked, one hash over all of them when the round
//! is sealed, one over all results when it is opened. The journal's own head is signed and kept
//! outside the database, so whoever changes a row by SQL cannot change what stands here against it.
//! Lines from before the program made commitments carry none, and nothing is claimed of them.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Fact, Halt, Line, lines_about, lines_of};
use hoithi_rules::ids::{EntryId, RoundId};
use hoithi_store::{Conn, StoreError};

use crate::refusals::refuse;
use crate::results::hash_of_frozen;
use crate::rounds::{self, RoundCard, RoundStep};
use crate::sheets::{self, Committed};

/// One hash over a round's sheets as they stand; refused, naming the entries by their blind codes,
/// when a sheet is not what its judge locked.
pub(crate) async fn as_locked(db: &mut Conn, card: &RoundCard) -> Result<Sha256Hex, Halt> {
    let committed = sheets::committed(db, card.id).await?;
    let told = told_of_sheets(db).await?;
    let changed: Vec<EntryId> = changed(&committed, &told).map(|each| each.entry).collect();
    if changed.is_empty() {
        return over_all(card.id, &committed);
    }
    let codes = codes_of(db, card.id, &changed).await?.join(", ");
    let english = format!("the sheets of {codes} are not what their judges locked");
    Err(refuse("judging.sheets_changed", vec![("codes", Fact::Text(codes))], english))
}

/// Refuses when a sealed round is not what was sealed: a sheet, the set of sheets, or the rules.
pub(crate) async fn as_sealed(db: &mut Conn, card: &RoundCard) -> Result<(), Halt> {
    let commitments = as_locked(db, card).await?;
    let lines = lines_about(db, &card.id.to_string()).await?;
    let same = fits(&lines, "round.sealed", "commitments", &commitments) && rules_stand(db, card.id, &lines).await?;
    if same {
        return Ok(());
    }
    let english = "the round is not what was sealed".to_owned();
    Err(refuse("judging.sealed_round_changed", Vec::new(), english))
}

/// What was changed past the program, each as its round, and the blind code where there is one.
#[derive(Clone, Debug, Default)]
pub struct Unproven {
    /// Sheets that are not what their judges locked.
    pub sheets: Vec<String>,
    /// Sheets that are not what their history last kept.
    pub history: Vec<String>,
    /// Rounds whose rules or set of sheets are not what was started, sealed and opened.
    pub rounds: Vec<String>,
    /// Rounds whose results are not what was frozen at the opening.
    pub results: Vec<String>,
    /// Rounds whose minutes are not the ones that were printed then.
    pub minutes: Vec<String>,
}

/// Compares every round that has started with what the journal holds of it.
pub async fn unproven(db: &mut Conn) -> Result<Unproven, Halt> {
    let told = told_of_sheets(db).await?;
    let mut found = Unproven { history: sheets::off_their_history(db).await?, ..Unproven::default() };
    for card in rounds::all_started(db).await? {
        let committed = sheets::committed(db, card.id).await?;
        let changed: Vec<EntryId> = changed(&committed, &told).map(|each| each.entry).collect();
        let codes = codes_of(db, card.id, &changed).await?;
        found.sheets.extend(codes.into_iter().map(|code| format!("{}, {code}", card.rule.name)));
        let lines = lines_about(db, &card.id.to_string()).await?;
        if !rules_stand(db, card.id, &lines).await? || !sheets_stand(&card, &lines, &committed)? {
            found.rounds.push(card.rule.name.clone());
        }
        if let Some(kept) = rounds::minutes(db, card.id).await?
            && !fits(&lines, "minutes.kept", "minutes", &kept)
        {
            found.minutes.push(card.rule.name.clone());
        }
        if card.step.is_opened() && !fits(&lines, "round.opened", "results", &hash_of_frozen(db, card.id).await?) {
            found.results.push(card.rule.name);
        }
    }
    Ok(found)
}

fn sheets_stand(card: &RoundCard, lines: &[Line], committed: &[Committed]) -> Result<bool, Halt> {
    let event = match card.step {
        RoundStep::Prepared | RoundStep::Marking { .. } => return Ok(true),
        RoundStep::Sealed { .. } => "round.sealed",
        RoundStep::Opened { .. } => "round.opened",
    };
    Ok(fits(lines, event, "commitments", &over_all(card.id, committed)?))
}

async fn rules_stand(db: &mut Conn, round: RoundId, lines: &[Line]) -> Result<bool, StoreError> {
    let text = rounds::frozen_text(db, round).await?.unwrap_or_default();
    Ok(fits(lines, "round.started", "marking", &Sha256Hex::of(text.as_bytes())))
}

/// Whether the last line of that event tells this hash. No line at all fits nothing.
fn fits(lines: &[Line], event: &str, fact: &str, hash: &Sha256Hex) -> bool {
    let line = lines.iter().rev().find(|line| line.event == event);
    line.is_some_and(|line| line.text_fact(fact).is_none_or(|told| told == hash.as_str()))
}

/// What the journal holds of every locked sheet, by the sheet's id.
async fn told_of_sheets(db: &mut Conn) -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let lines = lines_of(db, "sheet.locked").await?;
    Ok(lines.into_iter().map(|line| (line.subject.clone(), line.text_fact("commitment"))).collect())
}

fn changed<'a>(
    committed: &'a [Committed],
    told: &'a BTreeMap<String, Option<String>>,
) -> impl Iterator<Item = &'a Committed> {
    committed.iter().filter(|each| match told.get(&each.sheet.to_string()) {
        None => true,
        Some(None) => false,
        Some(Some(told)) => each.commitment.as_ref().is_none_or(|now| now.as_str() != told),
    })
}

/// In the order of the sheets' ids.
fn over_all(round: RoundId, committed: &[Committed]) -> Result<Sha256Hex, Halt> {
    let all: BTreeMap<String, Option<&str>> = committed
        .iter()
        .map(|each| (each.sheet.to_string(), each.commitment.as_ref().map(Sha256Hex::as_str)))
        .collect();
    Ok(Sha256Hex::of(&serde_json::to_vec(&("hoithi.sealed_round.1", round, all))?))
}

async fn codes_of(db: &mut Conn, round: RoundId, wanted: &[EntryId]) -> Result<Vec<String>, StoreError> {
    let entries = rounds::entries(db, round).await?;
    let mut codes: Vec<String> = wanted
        .iter()
        .map(|entry| entries.iter().find(|each| each.entry == *entry))
        .map(|known| known.map_or_else(|| "–".to_owned(), |known| known.blind_code.to_string()))
        .collect();
    codes.sort();
    codes.dedup();
    Ok(codes)
}
