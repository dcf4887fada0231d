//! Reads the prizes part and the money part.

use std::collections::BTreeMap;

use super::clause::Clause;
use super::rules;
use crate::awards::{Dong, PrizeMoney, PrizeScope, PrizeStructure, PrizeTier, TierCode};
use crate::edition::{MarkingPart, MoneyPart, PrizesPart};
use crate::judging::{Aggregate, Points};

/// More than any prize of any contest: a slip of the keyboard above it.
const MOST_MONEY: i64 = 100_000_000_000;

/// A tier with what its certificate says.
struct Worded {
    tier: PrizeTier,
    wording: String,
}

pub(super) fn read(clause: &Clause<'_>) -> Option<PrizesPart> {
    let source = rules::source(clause);
    let scope = clause.choice(
        "scope",
        &[
            ("overall", PrizeScope::Overall),
            ("per_category", PrizeScope::PerCategory),
        ],
    );
    let tiers = tiers(clause);
    clause.close();
    let worded = tiers?;
    let wordings = worded
        .iter()
        .map(|each| (each.tier.code.clone(), each.wording.clone()))
        .collect();
    let tiers = worded.into_iter().map(|each| each.tier).collect();
    let structure = PrizeStructure {
        scope: scope?,
        tiers,
    };
    Some(PrizesPart {
        source: source?,
        structure,
        wordings,
    })
}

fn tiers(clause: &Clause<'_>) -> Option<Vec<Worded>> {
    let clauses = clause.list("tiers")?;
    let tiers = rules::coded(&clauses, tier, |worded| worded.tier.code.0.clone())?;
    descending(&clauses, &tiers);
    Some(tiers)
}

fn tier(clause: &Clause<'_>) -> Option<Worded> {
    let code = rules::code(clause, "code", "nhat");
    let name = clause.text("name");
    let ceiling = clause.number("ceiling", 1, 100_000);
    let threshold = clause.points_if_any("threshold");
    let wording = clause.text("certificate");
    let tier = PrizeTier {
        code: TierCode(code?),
        name: name?,
        ceiling: ceiling?,
        threshold: threshold?,
    };
    Some(Worded {
        tier,
        wording: wording?,
    })
}

/// A lower prize asks fewer points; equal or rising thresholds would leave a tier no one reaches.
fn descending(clauses: &[Clause<'_>], tiers: &[Worded]) {
    let mut above: Option<&PrizeTier> = None;
    for (clause, Worded { tier, .. }) in clauses.iter().zip(tiers) {
        if let (Some(above), Some(threshold)) = (above, tier.threshold)
            && above.threshold.is_some_and(|higher| threshold >= higher)
        {
            let sentence = format!(
                "Điểm sàn của \"{}\" không thấp hơn điểm sàn của \"{}\" đứng trên; hãy xếp giải từ cao xuống thấp, điểm sàn giảm dần.",
                tier.name, above.name
            );
            clause.wrong("threshold", "book.out_of_order", sentence);
        }
        if tier.threshold.is_some() {
            above = Some(tier);
        }
    }
}

/// A threshold above what the sheets can reach is a slip: no entry would ever receive the prize.
pub(super) fn thresholds_within_reach(
    root: &Clause<'_>,
    marking: &MarkingPart,
    prizes: &PrizesPart,
) {
    let most = best_result(marking);
    for (index, tier) in prizes.structure.tiers.iter().enumerate() {
        if tier.threshold.is_some_and(|threshold| threshold > most) {
            let line = root.line_of(&["prizes", "tiers", &index.to_string(), "threshold"]);
            let sentence = format!(
                "Điểm sàn của \"{}\" cao hơn kết quả cao nhất có thể đạt là {most}; hãy viết số không quá {most}.",
                tier.name
            );
            root.findings().add(line, "book.contradiction", sentence);
        }
    }
}

fn best_result(part: &MarkingPart) -> Points {
    let marking = &part.marking;
    let sheet = marking.rubric.max();
    match marking.tally.aggregate {
        Aggregate::Mean | Aggregate::Median => sheet,
        Aggregate::Sum => std::iter::repeat_n(sheet, marking.sheets_per_entry).sum(),
    }
}

pub(super) fn read_money(clause: &Clause<'_>) -> Option<MoneyPart> {
    let source = rules::source(clause);
    let money = clause
        .section("amounts")
        .and_then(|amounts| amounts_of(&amounts));
    clause.close();
    Some(MoneyPart {
        source: source?,
        money: money?,
    })
}

fn amounts_of(clause: &Clause<'_>) -> Option<PrizeMoney> {
    let keys = clause.keys();
    let amounts: Vec<Option<(TierCode, Dong)>> = keys
        .into_iter()
        .map(|key| {
            let amount = clause.number(&key, 1, MOST_MONEY)?;
            Some((TierCode(key), Dong::new(amount)))
        })
        .collect();
    amounts
        .into_iter()
        .collect::<Option<BTreeMap<_, _>>>()
        .map(PrizeMoney)
}

/// Every tier has an amount, and every amount a tier.
pub(super) fn money_fits(root: &Clause<'_>, prizes: Option<&PrizesPart>, money: &MoneyPart) {
    let Some(prizes) = prizes else {
        let sentence = "Có mức tiền thưởng nhưng chưa có cơ cấu giải thưởng; hãy thêm mục [prizes] hoặc bỏ mục [money].";
        root.findings().add(
            root.line_of(&["money"]),
            "book.contradiction",
            sentence.to_owned(),
        );
        return;
    };
    for tier in money
        .money
        .0
        .keys()
        .filter(|tier| prizes.structure.tier(tier).is_none())
    {
        let line = root.line_of(&["money", "amounts", &tier.0]);
        let known: Vec<_> = prizes
            .structure
            .tiers
            .iter()
            .map(|tier| tier.code.0.as_str())
            .collect();
        let sentence = format!(
            "Không có giải mang mã \"{tier}\"; hãy viết một trong các mã: {}.",
            known.join(", ")
        );
        root.findings().add(line, "book.unknown_code", sentence);
    }
    for tier in prizes
        .structure
        .tiers
        .iter()
        .filter(|tier| money.money.of(&tier.code).is_none())
    {
        let line = root.line_of(&["money", "amounts"]);
        let sentence = format!(
            "Thiếu mức tiền của \"{}\"; hãy thêm dòng `{} = …`.",
            tier.name, tier.code
        );
        root.findings().add(line, "book.missing_key", sentence);
    }
}
