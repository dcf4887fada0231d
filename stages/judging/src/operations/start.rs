//! Starting a round: from here on its rules do not change any more, and judges mark.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_edition::{Edition, edition, note_round_opened};
use hoithi_entries::Standing;
use hoithi_journal::{Act, Event, Fact, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{CategoryCode, Part};
use hoithi_rules::ids::{EntryId, RoundId};
use hoithi_rules::judging::Intake;
use hoithi_rules::people::Permission;
use hoithi_screening::{admitted, released_entries};
use hoithi_store::{Conn, StoreError};
use jiff::Timestamp;

use super::assign::{refuse_over, refuse_short, short_of};
use super::withdrawn::leave_out_withdrawn;
use crate::assignments;
use crate::refusals::{changed_meanwhile, marking_of, refuse};
use crate::rounds::{self, RoundCard, RoundEntry};

/// What a person says who starts a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartRound {
    /// The round.
    pub round: RoundId,
    /// That it starts although entries may still come, which it will leave out.
    pub though_intake_unfinished: bool,
}

/// Opens a prepared round for marking and freezes the rule book's marking part in it.
pub async fn start_round(act: &mut Act, command: StartRound) -> Result<(), Halt> {
    let StartRound { round, though_intake_unfinished } = command;
    let card = rounds::round(act.db(), round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::RoundStart, edition.place()).await?;
    let marking = marking_of(&edition)?;
    let now = act.now();
    edition.book.counts(Part::Marking, day_in_vietnam(now)).or_refuse()?;
    let intake = intake(act.db(), &edition, &card, now).await?;
    intake.admit_start(though_intake_unfinished).or_refuse()?;
    leave_out_withdrawn(act, &card).await?;
    refuse_moved(act, &card).await?;
    let standing = assignments::assignments(act.db(), round).await?;
    let law = rounds::under_law(act.db(), &card).await?;
    let started = law.start(marking, standing.len(), now).or_refuse()?;
    let entries = rounds::entries(act.db(), round).await?;
    let short = short_of(&entries, &standing, marking.sheets_per_entry);
    if !short.is_empty() {
        return Err(refuse_short(&short, marking.sheets_per_entry));
    }
    refuse_over(&entries, &standing, marking.sheets_per_entry)?;
    refuse_unreleased(&unreleased(act.db(), &edition, &entries).await?)?;
    let frozen = serde_json::to_string(&started.frozen())?;
    let version = note_round_opened(act, edition.id, &card.rule.code).await?;
    if !rounds::start(act.db(), &card, (version, &frozen), now).await? {
        return Err(changed_meanwhile());
    }
    act.record(
        Event::new("round.started", round)
            .fact("round", card.rule.code)
            .fact("book_version", version)
            .fact("marking", Sha256Hex::of(frozen.as_bytes()).as_str())
            .fact("sheets", standing.len())
            .fact("intake_unfinished", intake.unfinished()),
    );
    Ok(())
}

/// An entry that screening moved to another category after it was given out lies with judges of the wrong panel.
async fn refuse_moved(act: &mut Act, card: &RoundCard) -> Result<(), Halt> {
    let counts: BTreeMap<EntryId, CategoryCode> =
        admitted(act.db(), card.edition).await?.into_iter().map(|each| (each.entry, each.category)).collect();
    let entries = rounds::entries(act.db(), card.id).await?;
    let moved = entries.iter().filter(|each| counts.get(&each.entry).is_some_and(|now| *now != each.category));
    let codes: Vec<String> = moved.map(|each| each.blind_code.to_string()).collect();
    if codes.is_empty() {
        return Ok(());
    }
    let codes = codes.join(", ");
    let english = format!("assign again: {codes} were moved to another category");
    Err(refuse("judging.category_moved", vec![("codes", Fact::Text(codes))], english))
}

/// The entries of a round whose copy nobody has released to judges who may not know whose it is.
pub(crate) async fn unreleased(
    db: &mut Conn,
    edition: &Edition,
    entries: &[RoundEntry],
) -> Result<Vec<RoundEntry>, StoreError> {
    if edition.book.marking().is_none_or(|part| !part.marking.blind) {
        return Ok(Vec::new());
    }
    let released = released_entries(db, edition.id, &edition.book).await?;
    Ok(entries.iter().filter(|each| !released.contains(&each.entry)).cloned().collect())
}

/// A refusal that names the entries whose copy still waits.
fn refuse_unreleased(waiting: &[RoundEntry]) -> Result<(), Halt> {
    if waiting.is_empty() {
        return Ok(());
    }
    let codes: Vec<String> = waiting.iter().map(|each| each.blind_code.to_string()).collect();
    let facts = vec![
        ("count", Fact::Count(i64::try_from(waiting.len()).unwrap_or(i64::MAX))),
        ("codes", Fact::Text(codes.join(", "))),
    ];
    Err(refuse("judging.copies_wait", facts, format!("the copies of {} entries are not released", waiting.len())))
}

/// Where the intake stands, as far as it concerns this round: later rounds take their entries from
/// the first one.
pub(crate) async fn intake(
    db: &mut Conn,
    edition: &Edition,
    card: &RoundCard,
    now: Timestamp,
) -> Result<Intake, StoreError> {
    let first = edition.book.marking().and_then(|part| part.marking.rounds.first());
    if first.is_none_or(|first| first.code != card.rule.code) {
        return Ok(Intake { over: true, waiting: 0 });
    }
    intake_of_the_first(db, edition, now).await
}

/// The same for the first round, prepared or not.
pub(crate) async fn intake_of_the_first(
    db: &mut Conn,
    edition: &Edition,
    now: Timestamp,
) -> Result<Intake, StoreError> {
    let counts = hoithi_entries::counts(db, edition.id).await?;
    let undecided = counts.iter().filter(|count| matches!(count.standing, Standing::Submitted | Standing::Returned));
    Ok(Intake { over: edition.book.intake_is_over(now), waiting: undecided.map(|count| count.entries).sum() })
}
