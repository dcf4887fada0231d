//! Reads the marking part, but for its criteria.

use super::clause::{Clause, Read};
use super::{criteria, not_carried_out, rules};
use crate::edition::MarkingPart;
use crate::judging::{
    Aggregate, CriterionCode, Marking, OpenerRole, PanelRule, RoundRule, Rounding, Rubric, TallyRule, TieBreak, Trim,
};

/// Ways of bringing sheets together that a real *Thể lệ* may name and the program lacks.
const FOREIGN_AGGREGATES: [(&str, &str); 2] =
    [("weighted_mean", "trung bình có hệ số"), ("vote", "biểu quyết của hội đồng")];

/// Ways of parting equals that a real *Thể lệ* may name and the program lacks.
const FOREIGN_TIE_BREAKS: [(&str, &str); 3] =
    [("median", "so theo trung vị"), ("vote", "biểu quyết của hội đồng"), ("draw", "bốc thăm")];

pub(super) fn read(clause: &Clause<'_>) -> Read<MarkingPart> {
    let source = rules::source(clause);
    let blind = clause.flag("blind");
    let panels = clause.choice("panels", &[("per_category", PanelRule::PerCategory), ("plenary", PanelRule::Plenary)]);
    let sheets_per_entry = clause.number("sheets_per_entry", 1, 50);
    let rubric = criteria::read(clause);
    let tally = clause.section("tally").and_then(|tally| self::tally(&tally));
    let tie_breaks = tie_breaks(clause, rubric.as_ref().ok());
    let rounds = rounds(clause);
    let openers = openers(clause);
    clause.close();
    if let (Ok(sheets), Ok(tally)) = (&sheets_per_entry, &tally) {
        trim_comes_about(clause, *sheets, tally);
    }
    let marking = Marking {
        blind: blind?,
        panels: panels?,
        sheets_per_entry: sheets_per_entry?,
        rubric: rubric?,
        tally: tally?,
        tie_breaks: tie_breaks?,
        rounds: rounds?,
        openers: openers?,
    };
    Ok(MarkingPart { source: source?, marking })
}

/// Every entry is tallied from exactly that many sheets, so a trim that waits for more never comes.
fn trim_comes_about(clause: &Clause<'_>, sheets: usize, tally: &TallyRule) {
    let Some(trim) = tally.trim.filter(|trim| trim.from_sheets > sheets) else { return };
    let sentence = format!(
        "Mỗi hồ sơ có {sheets} phiếu nên không bao giờ đủ {} phiếu để bỏ phiếu cao nhất và thấp nhất; hãy ghi số không quá \
         {sheets}, hoặc bỏ dòng này.",
        trim.from_sheets
    );
    clause.findings().add(clause.line_of(&["tally", "trim_from_sheets"]), "book.contradiction", sentence);
}

fn tally(clause: &Clause<'_>) -> Read<TallyRule> {
    let aggregate = aggregate(clause);
    let trim = clause.if_any("trim_from_sheets", || clause.number("trim_from_sheets", 3, 50));
    let unit = clause.points_above_zero("round_to");
    clause.close();
    Ok(TallyRule {
        aggregate: aggregate?,
        trim: trim?.map(|from_sheets| Trim { from_sheets }),
        rounding: Rounding { unit: unit? },
    })
}

fn aggregate(clause: &Clause<'_>) -> Read<Aggregate> {
    refuse_foreign(clause, "aggregate", &FOREIGN_AGGREGATES)?;
    clause.choice("aggregate", &[("mean", Aggregate::Mean), ("sum", Aggregate::Sum), ("median", Aggregate::Median)])
}

/// A word that a real *Thể lệ* may use and the program does not carry out.
fn refuse_foreign(clause: &Clause<'_>, key: &str, foreign: &[(&str, &str)]) -> Read<()> {
    let written = clause.peek(key);
    let Some((word, about)) = foreign.iter().find(|(word, _)| written == Some(*word)) else {
        return Ok(());
    };
    clause.asked(key);
    Err(clause.wrong(key, "book.not_carried_out", not_carried_out::sentence(word, about)))
}

fn tie_breaks(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Read<Vec<TieBreak>> {
    let clauses = clause.list_if_any("tie_breaks")?;
    let mut above: Vec<TieBreak> = Vec::new();
    let mut trouble = Ok(());
    for clause in &clauses {
        let tie_break = tie_break(clause, rubric);
        clause.close();
        match tie_break.and_then(|way| next_way(clause, way, &above)) {
            Ok(way) => above.push(way),
            Err(told) => trouble = Err(told),
        }
    }
    trouble.map(|()| above)
}

fn next_way(clause: &Clause<'_>, way: TieBreak, above: &[TieBreak]) -> Read<TieBreak> {
    if above.contains(&way) {
        let sentence = "Cách phân định này đã ghi ở phía trên; hãy bỏ một chỗ.";
        return Err(clause.wrong("by", "book.duplicate_code", sentence));
    }
    if above.contains(&TieBreak::SharedPlace) {
        let sentence = "Sau `shared_place` (đồng hạng) không còn gì để phân định; hãy đưa `shared_place` xuống cuối.";
        return Err(clause.wrong("by", "book.contradiction", sentence));
    }
    Ok(way)
}

/// The words for a tie break; the first needs a criterion with it.
#[derive(Clone, Copy)]
enum By {
    Criterion,
    HighestSheet,
    SharedPlace,
}

fn tie_break(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Read<TieBreak> {
    refuse_foreign(clause, "by", &FOREIGN_TIE_BREAKS)?;
    let words = [("criterion", By::Criterion), ("highest_sheet", By::HighestSheet), ("shared_place", By::SharedPlace)];
    match clause.choice("by", &words).inspect_err(|_| clause.asked("criterion"))? {
        By::Criterion => by_criterion(clause, rubric),
        By::HighestSheet => Ok(TieBreak::HighestSheet),
        By::SharedPlace => Ok(TieBreak::SharedPlace),
    }
}

fn by_criterion(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Read<TieBreak> {
    let code = CriterionCode(clause.code("criterion", "tinh-moi")?);
    // A rubric that could not be read has told its own trouble.
    let Some(rubric) = rubric else {
        return Ok(TieBreak::Criterion(code));
    };
    if rubric.criterion(&code).is_some() {
        return Ok(TieBreak::Criterion(code));
    }
    let known: Vec<_> = rubric.criteria.iter().map(|each| each.code.0.as_str()).collect();
    let known = known.join(", ");
    let sentence = format!("Không có tiêu chí mang mã \"{}\"; hãy chọn trong: {known}.", code.0);
    Err(clause.wrong("criterion", "book.unknown_code", sentence))
}

fn rounds(clause: &Clause<'_>) -> Read<Vec<RoundRule>> {
    let clauses = clause.list("rounds")?;
    rules::coded(&clauses, round, |round| round.code.clone())
}

fn round(clause: &Clause<'_>) -> Read<RoundRule> {
    let code = clause.code("code", "so-khao");
    let name = clause.text("name");
    Ok(RoundRule { code: code?, name: name? })
}

fn openers(clause: &Clause<'_>) -> Read<[OpenerRole; 2]> {
    let roles = clause.choices("openers", &OpenerRole::ALL.map(|role| (role.code(), role)))?;
    <[OpenerRole; 2]>::try_from(roles).map_err(|_| {
        let sentence = "Phải có đúng hai vai trò cùng mở niêm phong; hãy viết như `openers = [\"jury_chair\", \"jury_secretary\"]`.";
        clause.wrong("openers", "book.out_of_range", sentence)
    })
}
