//! The prizes that the ranking carries, put before the leader.

use std::collections::{BTreeMap, HashMap};

use hoithi_edition::Edition;
use hoithi_entries::EntryCard;
use hoithi_journal::{Act, Event, Fact, Halt, Refused};
use hoithi_people::{OrRefuse, permit, refused};
use hoithi_rules::awards::{Blocker, PrizeStructure, ProposedAward, TierCode, verify};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::Part;
use hoithi_rules::ids::{AwardId, EditionId, EntryId};
use hoithi_rules::people::Permission;

use super::{changed_meanwhile, edition_of, ranked_for_prizes, still_undecided};
use crate::award::{AwardAuthor, AwardLine, Proposal, Seat};
use crate::ranking::{RankedField, RankedRound};
use crate::{proof, store};

/// What proposing needs.
#[derive(Clone, Copy, Debug)]
pub struct Propose {
    /// The edition.
    pub edition: EditionId,
    /// The version of the proposal that was seen; 0 where there was none.
    pub seen: i64,
}

/// Puts the prizes that follow from the ranking before the leader. While nothing is decided, it
/// can be done anew.
pub async fn propose(act: &mut Act, command: Propose) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::AwardPropose, edition.place()).await?;
    still_undecided(act, edition.id).await?;
    let today = day_in_vietnam(act.now());
    for part in [Part::Prizes, Part::Money] {
        edition.book.counts(part, today).or_refuse()?;
    }
    let ranked = ranked_for_prizes(act, &edition).await?;
    let structure = structure_of(&edition)?;
    no_blocker(structure, &ranked)?;
    let lines = lines(act, &edition, structure, &ranked).await?;
    let proposal = Proposal {
        edition: edition.id,
        round: ranked.results.round.id,
        book_version: edition.version,
        version: command.seen + 1,
        proposed_at: act.now(),
        decided: None,
    };
    if !store::replace_proposal(act.db(), command.seen, &proposal, &lines).await? {
        return Err(changed_meanwhile());
    }
    act.record(
        Event::new("awards.proposed", edition.id)
            .fact("round", proposal.round.to_string())
            .fact("book_version", proposal.book_version)
            .fact("prizes", by_tier(&lines))
            .fact("list", proof::hash_of(&proposal, &lines)?.as_str()),
    );
    Ok(())
}

fn structure_of(edition: &Edition) -> Result<&PrizeStructure, Halt> {
    let part = edition.book.prizes().map(|part| &part.structure);
    part.ok_or_else(|| Halt::refused("awards.no_prizes_part", None, "the rule book has no prizes part yet"))
}

/// Tie by tie: what waits for the jury is told with the prize's own name.
fn no_blocker(structure: &PrizeStructure, ranked: &RankedRound) -> Result<(), Halt> {
    let refused = |field: &RankedField| {
        let Blocker::TieAtCeiling { tier, entries, room } = field.blocker()?;
        let name = structure.tier(tier).map_or_else(|| tier.to_string(), |tier| tier.name.clone());
        let count = |number: usize| Fact::Count(i64::try_from(number).unwrap_or(i64::MAX));
        let english = format!("{} entries share a place and {room} prizes {tier} are left", entries.len());
        let facts = vec![("tier", Fact::Text(name)), ("entries", count(entries.len())), ("room", count(*room))];
        Some(Refused { code: "awards.tie_at_ceiling", field: Some("order".to_owned()), facts, english })
    };
    let all: Vec<Refused> = ranked.fields.iter().filter_map(refused).collect();
    if all.is_empty() { Ok(()) } else { Err(Halt::Refused(all)) }
}

async fn lines(
    act: &mut Act,
    edition: &Edition,
    structure: &PrizeStructure,
    ranked: &RankedRound,
) -> Result<Vec<AwardLine>, Halt> {
    let cards = hoithi_entries::entries_of(act.db(), edition.id).await?;
    let cards: HashMap<EntryId, EntryCard> = cards.into_iter().map(|card| (card.id, card)).collect();
    let mut lines = Vec::new();
    for field in &ranked.fields {
        sound(field, structure)?;
        let mut seats: BTreeMap<&TierCode, i64> = BTreeMap::new();
        for award in &field.proposal.awards {
            let seat = seats.entry(&award.tier).or_default();
            *seat += 1;
            let card = cards.get(&award.entry).ok_or_else(Halt::not_found)?;
            lines.push(line(act, edition, field, award, (card, *seat))?);
        }
    }
    Ok(lines)
}

/// The law looks at the list once more as if people had made it.
fn sound(field: &RankedField, structure: &PrizeStructure) -> Result<(), Halt> {
    let problems = verify(&field.proposal.awards, &field.field.ranking, structure);
    if problems.is_empty() { Ok(()) } else { Err(Halt::Refused(problems.iter().map(refused).collect())) }
}

fn line(
    act: &Act,
    edition: &Edition,
    field: &RankedField,
    award: &ProposedAward,
    (card, seat): (&EntryCard, i64),
) -> Result<AwardLine, Halt> {
    let structure = structure_of(edition)?;
    let standing = field.field.ranking.standing(award.entry).ok_or_else(Halt::not_found)?;
    let tier_place = structure.tiers.iter().position(|tier| tier.code == award.tier).ok_or_else(Halt::not_found)?;
    let tier = &structure.tiers[tier_place];
    let category = card.category.as_ref().map_or("", |category| category.as_str());
    let whole = |number: usize| i64::try_from(number).map_err(Halt::fault);
    Ok(AwardLine {
        id: AwardId::new(act.new_id()),
        entry: award.entry,
        number: card.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        title: card.title.clone(),
        category: category.to_owned(),
        category_name: edition.book.rules().category(category).map_or("", |category| &category.name).to_owned(),
        unit_name: card.organisation.clone().unwrap_or_else(|| card.unit_name.clone()),
        tier: tier.code.clone(),
        tier_name: tier.name.clone(),
        tier_place: whole(tier_place + 1)?,
        seat: Seat { scope: field.scope().to_owned(), number: seat, ceiling: whole(tier.ceiling)? },
        place: whole(standing.place)?,
        points: standing.result,
        money: edition.book.amount(&award.tier),
        authors: card.authors.iter().map(author).collect(),
    })
}

fn author(author: &hoithi_entries::AuthorCard) -> AwardAuthor {
    AwardAuthor { author: author.id, name: author.name.to_string(), workplace: author.workplace.clone() }
}

/// How many of each tier, for the journal.
pub(super) fn by_tier(lines: &[AwardLine]) -> serde_json::Value {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(line.tier.0.as_str()).or_default() += 1;
    }
    serde_json::json!(counts)
}
