//! Reads the prizes part and the money part.

use std::collections::BTreeMap;

use super::clause::{Clause, Read};
use super::rules;
use crate::awards::{Dong, PrizeMoney, PrizeScope, PrizeStructure, PrizeTier, TierCode};
use crate::edition::{MoneyPart, PrizesPart};

/// More than any prize of any contest: a slip of the keyboard above it.
const MOST_MONEY: i64 = 100_000_000_000;

/// A tier with what its certificate says.
struct Worded {
    tier: PrizeTier,
    wording: String,
}

pub(super) fn read(clause: &Clause<'_>) -> Read<PrizesPart> {
    let source = rules::source(clause);
    let scope = clause.choice("scope", &[("overall", PrizeScope::Overall), ("per_category", PrizeScope::PerCategory)]);
    let tiers = tiers(clause);
    clause.close();
    let worded = tiers?;
    let wordings = worded.iter().map(|each| (each.tier.code.clone(), each.wording.clone())).collect();
    let tiers = worded.into_iter().map(|each| each.tier).collect();
    let structure = PrizeStructure { scope: scope?, tiers };
    Ok(PrizesPart { source: source?, structure, wordings })
}

fn tiers(clause: &Clause<'_>) -> Read<Vec<Worded>> {
    let clauses = clause.list("tiers")?;
    let tiers = rules::coded(&clauses, tier, |worded| worded.tier.code.0.clone())?;
    descending(&clauses, &tiers);
    Ok(tiers)
}

fn tier(clause: &Clause<'_>) -> Read<Worded> {
    let code = clause.code("code", "nhat");
    let name = clause.text("name");
    let ceiling = clause.number("ceiling", 1, 100_000);
    let threshold = clause.if_any("threshold", || clause.points("threshold"));
    let wording = clause.text("certificate");
    let tier = PrizeTier { code: TierCode(code?), name: name?, ceiling: ceiling?, threshold: threshold? };
    Ok(Worded { tier, wording: wording? })
}

/// A lower prize asks fewer points; equal or rising thresholds would leave a tier no one reaches.
fn descending(clauses: &[Clause<'_>], tiers: &[Worded]) {
    let thresholds = clauses
        .iter()
        .zip(tiers)
        .filter_map(|(clause, Worded { tier, .. })| Some((clause, &tier.name, tier.threshold?)));
    let mut above = None;
    for (clause, name, threshold) in thresholds {
        if let Some((higher_name, higher)) = above
            && threshold >= higher
        {
            let sentence = format!(
                "Điểm sàn của \"{name}\" không thấp hơn điểm sàn của \"{higher_name}\" đứng trên; hãy xếp giải từ cao xuống thấp, điểm sàn giảm dần."
            );
            clause.wrong("threshold", "book.out_of_order", sentence);
        }
        above = Some((name, threshold));
    }
}

pub(super) fn read_money(clause: &Clause<'_>) -> Read<MoneyPart> {
    let source = rules::source(clause);
    let money = clause.section("amounts").and_then(|amounts| amounts_of(&amounts));
    clause.close();
    Ok(MoneyPart { source: source?, money: money? })
}

fn amounts_of(clause: &Clause<'_>) -> Read<PrizeMoney> {
    let amount = |key: &String| {
        let amount = clause.number(key, 1, MOST_MONEY)?;
        Ok((TierCode(key.clone()), Dong::new(amount)))
    };
    let amounts: Vec<Read<_>> = clause.keys().iter().map(amount).collect();
    Ok(PrizeMoney(amounts.into_iter().collect::<Read<BTreeMap<_, _>>>()?))
}
