//! Ceilings, thresholds, ties; and the laws that hold for every ranking.

use proptest::prelude::*;

use super::*;
use crate::awards::ranking::tests::{candidate, candidates, id};
use crate::awards::{PrizeScope, rank};
use crate::edition::{RuleBook, books};
use crate::judging::TieBreak;

fn quang_ninh() -> PrizeStructure {
    RuleBook::parse(books::QUANG_NINH_VIII).unwrap().prizes().unwrap().structure.clone()
}

fn tier(code: &str, ceiling: usize, threshold: Option<i64>) -> PrizeTier {
    let threshold = threshold.map(Points::whole);
    PrizeTier { code: TierCode(code.into()), name: code.into(), ceiling, threshold }
}

fn small() -> PrizeStructure {
    let tiers = vec![tier("nhat", 1, Some(90)), tier("nhi", 2, Some(80)), tier("ba", 2, None)];
    PrizeStructure { scope: PrizeScope::Overall, tiers }
}

fn ranking(results: &[i64]) -> Ranking {
    let all: Vec<_> = (1..).zip(results).map(|(number, result)| candidate(number, *result, 0, 0)).collect();
    rank(&all, &[])
}

fn won(proposal: &Proposal) -> Vec<(u128, &str)> {
    let won = |award: &'_ ProposedAward| award.entry.uuid().as_u128();
    proposal.awards.iter().map(|award| (won(award), award.tier.0.as_str())).collect()
}

fn given(list: &[(u128, &str)]) -> Vec<ProposedAward> {
    let award = |(entry, tier): &(u128, &str)| ProposedAward { entry: id(*entry), tier: TierCode((*tier).into()) };
    list.iter().map(award).collect()
}

fn codes(list: &[(u128, &str)], results: &[i64]) -> Vec<&'static str> {
    let problems = verify(&given(list), &ranking(results), &small());
    problems.iter().map(Refusal::code).collect()
}

#[test]
fn a_place_nobody_deserves_stays_empty() {
    let proposal = propose(&ranking(&[89, 85, 84, 70, 60, 50]), &small());
    assert_eq!(won(&proposal), [(1, "nhi"), (2, "nhi"), (3, "ba"), (4, "ba")]);
    assert_eq!(proposal.blocker, None);
}

#[test]
fn a_tie_that_a_ceiling_would_cut_is_left_to_the_jury() {
    let tied = ranking(&[95, 85, 82, 82, 70]);
    let proposal = propose(&tied, &small());
    assert_eq!(won(&proposal), [(1, "nhat"), (2, "nhi")]);
    let (nhi, entries) = (TierCode("nhi".into()), vec![id(3), id(4)]);
    assert_eq!(proposal.blocker, Some(Blocker::TieAtCeiling { tier: nhi, entries, room: 1 }));
    let settled = tied.settle(&[id(4), id(3)], "Biên bản họp Hội đồng giám khảo").unwrap();
    let proposal = propose(&settled, &small());
    assert_eq!(won(&proposal), [(1, "nhat"), (2, "nhi"), (4, "nhi"), (3, "ba"), (5, "ba")]);
}

#[test]
fn a_barred_entry_takes_no_room() {
    let mut best = candidate(1, 95, 0, 0);
    best.tally.below_minimum = vec![crate::awards::ranking::tests::code()];
    let proposal = propose(&rank(&[best, candidate(2, 94, 0, 0)], &[]), &small());
    assert_eq!(won(&proposal), [(2, "nhat")]);
}

#[test]
fn quang_ninh_s_ceilings_and_thresholds_hold_on_sixty_three_entries() {
    let results: Vec<i64> = (0..63).map(|each| 95 - each).collect();
    let structure = quang_ninh();
    let proposal = propose(&ranking(&results), &structure);
    let count = |tier: &PrizeTier| proposal.awards.iter().filter(|award| award.tier == tier.code).count();
    let counts: Vec<_> = structure.tiers.iter().map(count).collect();
    assert_eq!(counts, [1, 3, 6, 10]);
    let money = RuleBook::parse(books::QUANG_NINH_VIII).unwrap().money().map(|part| part.money.clone());
    let expected: u64 = structure
        .tiers
        .iter()
        .zip(counts)
        .filter_map(|(tier, count)| Some(money.as_ref()?.of(&tier.code)?.amount() * count as u64))
        .sum();
    assert_eq!(money.map_or(0, |money| proposal.cost(&money).amount()), expected);
}

#[test]
fn a_list_changed_by_hand_is_measured_by_the_same_rules() {
    let results = [95, 85, 82, 79];
    assert_eq!(codes(&[(1, "nhat"), (2, "nhi"), (3, "nhi"), (4, "ba")], &results), [""; 0]);
    // Fewer prizes, and a best entry that receives a lower one with everybody below it.
    assert_eq!(codes(&[(1, "nhi"), (2, "nhi"), (3, "ba")], &results), [""; 0]);
    assert_eq!(codes(&[(1, "nhat"), (2, "nhat")], &results), ["awards.ceiling_exceeded", "awards.below_threshold"]);
    assert_eq!(codes(&[(1, "nhat"), (3, "nhi")], &results), ["awards.out_of_order"]);
    assert_eq!(codes(&[(1, "nhi"), (2, "ba"), (3, "nhi")], &results), ["awards.out_of_order"]);
    assert_eq!(codes(&[(1, "nhat"), (1, "ba")], &results), ["awards.doubled"]);
    assert_eq!(codes(&[(1, "vang"), (9, "ba")], &results), ["awards.tier_unknown", "awards.not_ranked"]);
}

#[test]
fn entries_of_one_place_receive_the_same() {
    let problems = codes(&[(1, "nhat"), (2, "nhi")], &[95, 85, 85]);
    assert_eq!(problems, ["awards.out_of_order"]);
}

proptest! {
    #[test]
    fn a_proposal_never_breaks_a_rule(all in candidates(), breaks in 0_usize..3) {
        let rules = [TieBreak::Criterion(crate::awards::ranking::tests::code()), TieBreak::HighestSheet];
        let ranking = rank(&all, &rules[..breaks]);
        for structure in [small(), quang_ninh()] {
            let proposal = propose(&ranking, &structure);
            // A blocker stops in the middle, where the entries after it have no prize yet.
            prop_assert_eq!(verify(&proposal.awards, &ranking, &structure), []);
        }
    }

    #[test]
    fn nobody_who_reaches_a_tier_with_room_goes_without(all in candidates()) {
        let ranking = rank(&all, &[]);
        let structure = small();
        let proposal = propose(&ranking, &structure);
        prop_assume!(proposal.blocker.is_none());
        let last = structure.tiers.last().unwrap();
        let used = proposal.awards.iter().filter(|award| award.tier == last.code).count();
        for standing in ranking.standings.iter().filter(|standing| !standing.barred) {
            let wins = proposal.awards.iter().any(|award| award.entry == standing.entry);
            prop_assert!(wins || used == last.ceiling || !reaches(standing.result, last));
        }
    }
}
