//! Prizes proposed from a ranking: within ceilings, above thresholds, never cutting a tie.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::prize::Dong;
use super::{PrizeMoney, PrizeStructure, PrizeTier, Ranking, Standing, TierCode};
use crate::ids::EntryId;
use crate::judging::Points;
use crate::refusal::{Fact, Refusal};

/// What the jury may propose to the committee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// From the highest prize on.
    pub awards: Vec<ProposedAward>,
    /// What people must decide before the rest can follow.
    pub blocker: Option<Blocker>,
}

/// A prize for an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedAward {
    /// The entry.
    pub entry: EntryId,
    /// Which prize.
    pub tier: TierCode,
}

/// What people must decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blocker {
    /// More entries share a place than the tier has prizes left. The jury settles the tie
    /// ([`Ranking::settle`]); nothing below is proposed before that.
    TieAtCeiling {
        /// The tier.
        tier: TierCode,
        /// The entries that share the place.
        entries: Vec<EntryId>,
        /// How many prizes are left.
        room: usize,
    },
}

impl Proposal {
    /// What the prizes cost, as far as the money part names amounts.
    pub fn cost(&self, money: &PrizeMoney) -> Dong {
        self.awards.iter().filter_map(|award| money.of(&award.tier)).sum()
    }
}

/// Proposes prizes: place by place, each in the highest tier that has room and whose threshold it
/// reaches. Barred entries are passed over without taking room; places may stay empty.
pub fn propose(ranking: &Ranking, structure: &PrizeStructure) -> Proposal {
    let mut proposal = Proposal::default();
    let mut tiers = structure.tiers.iter();
    let mut current = tiers.next().map(|tier| (tier, tier.ceiling));
    for place in ranking.places() {
        let eligible: Vec<&Standing> = place.iter().filter(|standing| !standing.barred).collect();
        let Some(first) = eligible.first() else {
            continue;
        };
        // Later places reach no more than this one, so a tier once left is left for good.
        while current.is_some_and(|(tier, room)| room == 0 || !reaches(first.result, tier)) {
            current = tiers.next().map(|tier| (tier, tier.ceiling));
        }
        let Some((tier, room)) = current else { break };
        if eligible.len() > room {
            let entries = eligible.iter().map(|standing| standing.entry).collect();
            proposal.blocker = Some(Blocker::TieAtCeiling { tier: tier.code.clone(), entries, room });
            break;
        }
        current = Some((tier, room - eligible.len()));
        let award = |standing: &&Standing| ProposedAward { entry: standing.entry, tier: tier.code.clone() };
        proposal.awards.extend(eligible.iter().map(award));
    }
    proposal
}

fn reaches(result: Points, tier: &PrizeTier) -> bool {
    tier.threshold.is_none_or(|threshold| result >= threshold)
}

/// What is wrong with a list of prizes that people have changed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProposalRefusal {
    /// The rule book has no such prize.
    #[error("the rule book has no prize {tier}")]
    TierUnknown {
        /// What was given.
        tier: TierCode,
    },
    /// More prizes than the ceiling allows.
    #[error("{given} prizes {tier} are more than {ceiling}")]
    CeilingExceeded {
        /// The prize.
        tier: TierCode,
        /// How many were given.
        given: usize,
        /// How many there are.
        ceiling: usize,
    },
    /// The entry has no place.
    #[error("the entry {entry} has no place in the ranking")]
    NotRanked {
        /// The entry.
        entry: EntryId,
    },
    /// The entry has two prizes.
    #[error("the entry {entry} has more than one prize")]
    Doubled {
        /// The entry.
        entry: EntryId,
    },
    /// A criterion below its minimum bars the entry.
    #[error("the entry {entry} is below the minimum of a criterion")]
    Barred {
        /// The entry.
        entry: EntryId,
    },
    /// The result does not reach the prize's threshold.
    #[error("the entry {entry} has {result}, less than {threshold} for {tier}")]
    BelowThreshold {
        /// The entry.
        entry: EntryId,
        /// Its result.
        result: Points,
        /// The prize.
        tier: TierCode,
        /// What it asks.
        threshold: Points,
    },
    /// A worse place has a higher prize, or an equal place another one.
    #[error("the entry {entry} has a higher prize than its place allows beside {beside}")]
    OutOfOrder {
        /// The entry whose prize is too high.
        entry: EntryId,
        /// An entry of at least its place with a lower prize, or none.
        beside: EntryId,
    },
}

impl Refusal for ProposalRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TierUnknown { .. } => "awards.tier_unknown",
            Self::CeilingExceeded { .. } => "awards.ceiling_exceeded",
            Self::NotRanked { .. } => "awards.not_ranked",
            Self::Doubled { .. } => "awards.doubled",
            Self::Barred { .. } => "awards.barred",
            Self::BelowThreshold { .. } => "awards.below_threshold",
            Self::OutOfOrder { .. } => "awards.out_of_order",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::TierUnknown { tier } | Self::CeilingExceeded { tier, .. } => Some(format!("tiers.{tier}")),
            Self::NotRanked { entry }
            | Self::Doubled { entry }
            | Self::Barred { entry }
            | Self::BelowThreshold { entry, .. }
            | Self::OutOfOrder { entry, .. } => Some(format!("entries.{entry}")),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TierUnknown { tier } => vec![("tier", Fact::text(tier))],
            Self::CeilingExceeded { tier, given, ceiling } => {
                vec![("tier", Fact::text(tier)), ("given", Fact::count(*given)), ("ceiling", Fact::count(*ceiling))]
            }
            Self::NotRanked { entry } | Self::Doubled { entry } | Self::Barred { entry } => {
                vec![("entry", Fact::text(entry))]
            }
            Self::BelowThreshold { entry, result, tier, threshold } => vec![
                ("entry", Fact::text(entry)),
                ("result", Fact::Points(*result)),
                ("tier", Fact::text(tier)),
                ("threshold", Fact::Points(*threshold)),
            ],
            Self::OutOfOrder { entry, beside } => {
                vec![("entry", Fact::text(entry)), ("beside", Fact::text(beside))]
            }
        }
    }
}

/// Everything that is wrong with a list of prizes; empty if it may go to the committee.
///
/// A committee may give fewer prizes than a ranking would carry, never more and never in another
/// order.
pub fn verify(awards: &[ProposedAward], ranking: &Ranking, structure: &PrizeStructure) -> Vec<ProposalRefusal> {
    let mut problems = over_ceiling(awards, structure);
    for (index, award) in awards.iter().enumerate() {
        let entry = award.entry;
        if awards[..index].iter().any(|earlier| earlier.entry == entry) {
            problems.push(ProposalRefusal::Doubled { entry });
        }
        match (structure.tier(&award.tier), ranking.standing(entry)) {
            (None, _) => problems.push(ProposalRefusal::TierUnknown { tier: award.tier.clone() }),
            (_, None) => problems.push(ProposalRefusal::NotRanked { entry }),
            (Some(tier), Some(standing)) => problems.extend(unfit(standing, tier)),
        }
    }
    problems.extend(out_of_order(awards, ranking, structure));
    problems
}

fn over_ceiling(awards: &[ProposedAward], structure: &PrizeStructure) -> Vec<ProposalRefusal> {
    let over = structure.tiers.iter().filter_map(|tier| {
        let given = awards.iter().filter(|award| award.tier == tier.code).count();
        let (code, ceiling) = (tier.code.clone(), tier.ceiling);
        let exceeded = ProposalRefusal::CeilingExceeded { tier: code, given, ceiling };
        (given > ceiling).then_some(exceeded)
    });
    over.collect()
}

fn unfit(standing: &Standing, tier: &PrizeTier) -> Option<ProposalRefusal> {
    let entry = standing.entry;
    if standing.barred {
        return Some(ProposalRefusal::Barred { entry });
    }
    let threshold = tier.threshold.filter(|threshold| standing.result < *threshold)?;
    let (result, tier) = (standing.result, tier.code.clone());
    Some(ProposalRefusal::BelowThreshold { entry, result, tier, threshold })
}

/// Walks down the ranking; the height of the prizes may only fall, and within a place not change.
fn out_of_order(awards: &[ProposedAward], ranking: &Ranking, structure: &PrizeStructure) -> Vec<ProposalRefusal> {
    // Higher numbers are lower prizes; no prize at all is the lowest.
    let depth = |standing: &&Standing| {
        let award = awards.iter().find(|award| award.entry == standing.entry);
        let tier = |award: &ProposedAward| structure.tiers.iter().position(|tier| tier.code == award.tier);
        award.and_then(tier).unwrap_or(structure.tiers.len())
    };
    let mut problems = Vec::new();
    let mut lowest: Option<(usize, EntryId)> = None;
    for place in ranking.places() {
        let eligible: Vec<&Standing> = place.iter().filter(|standing| !standing.barred).collect();
        let Some(deepest) = eligible.iter().max_by_key(|standing| depth(standing)) else {
            continue;
        };
        let deepest = (depth(deepest), deepest.entry);
        let bound = lowest.filter(|before| before.0 > deepest.0).unwrap_or(deepest);
        let too_high = eligible.iter().filter(|standing| depth(standing) < bound.0);
        problems
            .extend(too_high.map(|standing| ProposalRefusal::OutOfOrder { entry: standing.entry, beside: bound.1 }));
        lowest = Some(bound);
    }
    problems
}

#[cfg(test)]
mod tests;
