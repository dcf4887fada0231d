//! Giving entries to judges: k sheets an entry, loads even, never against a conflict.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::{Edition, edition};
use hoithi_entries::entries_of;
use hoithi_journal::{Act, Event, Fact, Halt};
use hoithi_people::{permit, refused};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AssignmentId, EditionId, EntryId, RoundId};
use hoithi_rules::judging::{AssignRefusal, EntryFacts, Marking, Pairing, RoundRule, assign_beside};
use hoithi_rules::people::Permission;
use hoithi_screening::admitted;

use super::withdrawn::leave_out_withdrawn;
use crate::assignments::{self, AssignmentState, NewAssignment};
use crate::facts::{entry_facts, judge_facts};
use crate::jury::{self, Jury};
use crate::refusals::{marking_of, refuse};
use crate::rounds::{self, RoundCard, RoundEntry, RoundStep};
use crate::stopped;

/// Which round of which edition, and with which entries.
#[derive(Clone, Debug)]
pub struct Assign {
    /// The edition.
    pub edition: EditionId,
    /// The round's code in the rule book.
    pub round: String,
    /// The entries that go into this round; none for every admitted entry, which is the first
    /// round's way.
    pub only: Option<BTreeSet<EntryId>>,
}

/// What an assignment achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The round, prepared if it was not yet.
    pub round: RoundId,
    /// How many sheets were given out anew.
    pub new: usize,
}

/// Assigns a round that is being prepared, or finds judges for what recusals left open in one that
/// is being marked; whoever has an entry keeps it.
pub async fn assign(act: &mut Act, command: Assign) -> Result<Assigned, Halt> {
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::JudgeAssign, edition.place()).await?;
    let jury = jury::jury(act.db(), edition.id).await?;
    let jury = jury.ok_or_else(|| Halt::refused("judging.no_jury", None, "the jury has not been set up"))?;
    let card = prepared_or_marked(act, &edition, &command.round).await?;
    let frozen = match card.book_version {
        Some(version) => Some(rounds::frozen(act.db(), card.id, version).await?),
        None => None,
    };
    let marking = match &frozen {
        Some(frozen) => frozen.as_ref(),
        None => marking_of(&edition)?,
    };
    let entries = entries_of_round(act, &edition, &card, command.only.as_ref()).await?;
    let new = fill(act, &edition, (&card, &entries), (&jury, marking)).await?;
    act.record(
        Event::new("round.assigned", card.id)
            .fact("round", card.rule.code)
            .fact("entries", entries.len())
            .fact("new_sheets", new),
    );
    Ok(Assigned { round: card.id, new })
}

/// The round by its code: made where it is its turn.
async fn prepared_or_marked(act: &mut Act, edition: &Edition, code: &str) -> Result<RoundCard, Halt> {
    let known = rounds::rounds(act.db(), edition.id).await?;
    if let Some(card) = known.iter().find(|card| card.rule.code == code) {
        return match card.step {
            RoundStep::Prepared | RoundStep::Marking { .. } => Ok(card.clone()),
            RoundStep::Sealed { .. } | RoundStep::Opened { .. } => {
                Err(Halt::refused("judging.round_not_open", None, "the round is sealed or opened"))
            }
        };
    }
    let marking = marking_of(edition)?;
    let place = marking.rounds.iter().position(|rule| rule.code == code).ok_or_else(Halt::not_found)?;
    if known.len() != place || known.iter().any(|card| !card.step.is_opened()) {
        return Err(Halt::refused("judging.earlier_round_not_opened", None, "an earlier round has not been opened"));
    }
    prepare(act, edition.id, &marking.rounds[place], place).await
}

async fn prepare(act: &mut Act, edition: EditionId, rule: &RoundRule, place: usize) -> Result<RoundCard, Halt> {
    let id = RoundId::new(act.new_id());
    let card = RoundCard { id, edition, rule: rule.clone(), step: RoundStep::Prepared, book_version: None, version: 1 };
    let now = act.now();
    rounds::insert(act.db(), &card, i64::try_from(place).unwrap_or(i64::MAX), now).await?;
    Ok(card)
}

/// A prepared round takes its entries anew; one that is being marked keeps the ones it has.
async fn entries_of_round(
    act: &mut Act,
    edition: &Edition,
    card: &RoundCard,
    only: Option<&BTreeSet<EntryId>>,
) -> Result<Vec<RoundEntry>, Halt> {
    if card.step != RoundStep::Prepared {
        leave_out_withdrawn(act, card).await?;
        return Ok(rounds::entries(act.db(), card.id).await?);
    }
    let admitted = admitted(act.db(), edition.id).await?;
    let before = entries_before(act, card).await?;
    let in_all = |entry: &EntryId| [before.as_ref(), only].into_iter().flatten().all(|some| some.contains(entry));
    let chosen = admitted.into_iter().filter(|each| in_all(&each.entry));
    let entries: Vec<RoundEntry> = chosen
        .map(|each| RoundEntry {
            entry: each.entry,
            category: each.category,
            blind_code: each.blind_code,
            title: each.title,
        })
        .collect();
    if entries.is_empty() {
        return Err(Halt::refused("judging.nothing_admitted", None, "no entry has been admitted"));
    }
    assignments::clear(act.db(), card.id).await?;
    rounds::set_entries(act.db(), card.id, &entries).await?;
    Ok(entries)
}

/// What the round before had: only that can go on. None where this is the first.
async fn entries_before(act: &mut Act, card: &RoundCard) -> Result<Option<BTreeSet<EntryId>>, Halt> {
    let rounds = rounds::rounds(act.db(), card.edition).await?;
    let Some(before) = rounds.iter().take_while(|each| each.id != card.id).last() else { return Ok(None) };
    let entries = rounds::entries(act.db(), before.id).await?;
    Ok(Some(entries.into_iter().map(|each| each.entry).collect()))
}

async fn fill(
    act: &mut Act,
    edition: &Edition,
    (card, entries): (&RoundCard, &[RoundEntry]),
    (jury, marking): (&Jury, &Marking),
) -> Result<usize, Halt> {
    let today = day_in_vietnam(act.now());
    let mut judges = judge_facts(act.db(), edition.id, jury, today).await?;
    let gone = stopped::stopped(act.db(), card.id).await?;
    judges.retain(|judge| !gone.contains_key(&judge.id));
    let facts = facts_of(act, edition.id, entries).await?;
    let standing = assignments::assignments(act.db(), card.id).await?;
    let those = |wanted: fn(AssignmentState) -> bool| -> Vec<Pairing> {
        let pairs = standing.iter().filter(|each| wanted(each.state));
        pairs.map(|each| Pairing { entry: each.entry, judge: each.judge }).collect()
    };
    let open = those(AssignmentState::is_open);
    let locked = those(|state| state == AssignmentState::Locked);
    let ended = those(|state| state == AssignmentState::Recused);
    // Nobody gets back what was taken from them.
    for pair in &ended {
        if let Some(judge) = judges.iter_mut().find(|judge| judge.id == pair.judge) {
            judge.declared.insert(pair.entry);
        }
    }
    let pairings = assign_beside(&facts, &judges, marking.sheets_per_entry, marking.panels, &open, &locked)
        .map_err(|refusal| lacking(&refusal, entries))?;
    end_what_may_not_stand(act, card, &open, &pairings).await?;
    let new: Vec<Pairing> =
        pairings.into_iter().filter(|pair| !open.contains(pair) && !locked.contains(pair)).collect();
    hand_out(act, edition.id, card, &new).await?;
    Ok(new.len())
}

/// Whoever may not mark an entry any more, by a conflict that came up or a panel that was changed,
/// loses the open sheet to whoever was found in their place: an entry has the sheets it needs and
/// no more.
async fn end_what_may_not_stand(
    act: &mut Act,
    card: &RoundCard,
    open: &[Pairing],
    planned: &[Pairing],
) -> Result<(), Halt> {
    let now = act.now();
    for pair in open.iter().filter(|pair| !planned.contains(pair)) {
        assignments::end_unlocked(act.db(), card.id, (pair.entry, pair.judge), now).await?;
        act.record(Event::new("round.sheet_ended", card.id).fact("entry", pair.entry.to_string()));
    }
    Ok(())
}

async fn facts_of(act: &mut Act, edition: EditionId, entries: &[RoundEntry]) -> Result<Vec<EntryFacts>, Halt> {
    let cards = entries_of(act.db(), edition).await?;
    let cards: BTreeMap<EntryId, _> = cards.into_iter().map(|card| (card.id, card)).collect();
    let mut facts = Vec::with_capacity(entries.len());
    for each in entries {
        let card = cards.get(&each.entry).ok_or_else(Halt::not_found)?;
        facts.push(entry_facts(act.db(), card, each.category.clone()).await?);
    }
    Ok(facts)
}

/// The law counts the entries; people need to know which.
fn lacking(refusal: &AssignRefusal, entries: &[RoundEntry]) -> Halt {
    let AssignRefusal::JudgesLacking { lacking, .. } = refusal;
    let codes: Vec<String> = lacking
        .iter()
        .filter_map(|(entry, _)| entries.iter().find(|each| each.entry == *entry))
        .map(|each| each.blind_code.to_string())
        .collect();
    let mut refused = refused(refusal);
    refused.facts.push(("codes", Fact::Text(codes.join(", "))));
    Halt::Refused(vec![refused])
}

/// Every judge gets the new entries in an order of their own, behind those they have.
async fn hand_out(act: &mut Act, edition: EditionId, card: &RoundCard, new: &[Pairing]) -> Result<(), Halt> {
    let accounts = jury::judges(act.db(), edition).await?;
    let mut turns = assignments::turns(act.db(), card.id).await?;
    let mut shuffled = Vec::with_capacity(new.len());
    for pair in new {
        shuffled.push((act.random_bytes::<8>()?, *pair));
    }
    shuffled.sort_unstable_by_key(|(draw, _)| *draw);
    let mut rows = Vec::with_capacity(new.len());
    for (_, pair) in shuffled {
        let turn = turns.entry(pair.judge).or_default();
        let account = accounts.get(&pair.judge).copied().ok_or_else(Halt::not_found)?;
        let id = AssignmentId::new(act.random_id()?);
        rows.push(NewAssignment { id, entry: pair.entry, judge: pair.judge, account, turn: *turn });
        *turn += 1;
    }
    let now = act.now();
    assignments::insert(act.db(), card.id, &rows, now).await?;
    Ok(())
}

/// Which entries of a round have fewer standing assignments than the rules ask for.
pub(crate) fn short_of<'a>(
    entries: &'a [RoundEntry],
    standing: &[assignments::Assignment],
    need: usize,
) -> Vec<&'a RoundEntry> {
    let mut have: BTreeMap<EntryId, usize> = BTreeMap::new();
    for each in standing.iter().filter(|each| each.state != AssignmentState::Recused) {
        *have.entry(each.entry).or_default() += 1;
    }
    entries.iter().filter(|each| have.get(&each.entry).copied().unwrap_or_default() < need).collect()
}

/// Which entries of a round have more standing assignments than the rules ask for.
pub(crate) fn over_of<'a>(
    entries: &'a [RoundEntry],
    standing: &[assignments::Assignment],
    need: usize,
) -> Vec<&'a RoundEntry> {
    let have = |entry: &RoundEntry| {
        standing.iter().filter(|each| each.state != AssignmentState::Recused && each.entry == entry.entry).count()
    };
    entries.iter().filter(|each| have(each) > need).collect()
}

/// Refuses when an entry has more sheets than the rules count.
pub(super) fn refuse_over(
    entries: &[RoundEntry],
    standing: &[assignments::Assignment],
    need: usize,
) -> Result<(), Halt> {
    let over = over_of(entries, standing, need);
    if over.is_empty() {
        return Ok(());
    }
    let codes: Vec<String> = over.iter().map(|each| each.blind_code.to_string()).collect();
    let count = |number: usize| Fact::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let english = format!("{} entries have more than {need} judges", over.len());
    let facts = vec![("count", count(over.len())), ("need", count(need)), ("codes", Fact::Text(codes.join(", ")))];
    Err(refuse("judging.entries_over", facts, english))
}

/// A refusal that names the entries short of judges.
pub(crate) fn refuse_short(short: &[&RoundEntry], need: usize) -> Halt {
    let codes: Vec<String> = short.iter().map(|each| each.blind_code.to_string()).collect();
    let facts = vec![
        ("count", Fact::Count(i64::try_from(short.len()).unwrap_or(i64::MAX))),
        ("need", Fact::Count(i64::try_from(need).unwrap_or(i64::MAX))),
        ("codes", Fact::Text(codes.join(", "))),
    ];
    refuse("judging.entries_short", facts, format!("{} entries have fewer than {need} judges", short.len()))
}
