//! Reads the marking part.

use super::clause::Clause;
use super::{not_carried_out, rules};
use crate::edition::MarkingPart;
use crate::edition::contest::is_code;
use crate::judging::{
    Aggregate, Band, Criterion, CriterionCode, Marking, OpenerRole, PanelRule, Points, RoundRule,
    Rounding, Rubric, Scale, TallyRule, TieBreak, Trim,
};

/// Ways of bringing sheets together that a real *Thể lệ* may name and the program lacks.
const FOREIGN_AGGREGATES: [(&str, &str); 2] = [
    ("weighted_mean", "trung bình có hệ số"),
    ("vote", "biểu quyết của hội đồng"),
];

/// Ways of parting equals that a real *Thể lệ* may name and the program lacks.
const FOREIGN_TIE_BREAKS: [(&str, &str); 3] = [
    ("median", "so theo trung vị"),
    ("vote", "biểu quyết của hội đồng"),
    ("draw", "bốc thăm"),
];

pub(super) fn read(clause: &Clause<'_>) -> Option<MarkingPart> {
    let source = rules::source(clause);
    let blind = clause.flag("blind");
    let panels = clause.choice(
        "panels",
        &[
            ("per_category", PanelRule::PerCategory),
            ("plenary", PanelRule::Plenary),
        ],
    );
    let sheets_per_entry = clause.number("sheets_per_entry", 1, 50);
    let rubric = rubric(clause);
    let tally = tally(clause);
    let tie_breaks = tie_breaks(clause, rubric.as_ref());
    let rounds = rounds(clause);
    let openers = openers(clause);
    clause.close();
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
    Some(MarkingPart {
        source: source?,
        marking,
    })
}

fn rubric(clause: &Clause<'_>) -> Option<Rubric> {
    let clauses = clause.list("criteria")?;
    let criteria = rules::coded(&clauses, criterion, |criterion| criterion.code.0.clone())?;
    Some(Rubric { criteria })
}

fn criterion(clause: &Clause<'_>) -> Option<Criterion> {
    let code = rules::code(clause, "code", "tinh-moi");
    let name = clause.text("name");
    let guidance = clause.text_if_any("guidance");
    let max = clause.points("max");
    let step = clause.points("step");
    let minimum = clause.points_if_any("minimum");
    let zero_ends_entry = clause.flag_if_any("zero_ends_entry");
    let bands = clause.list_if_any("bands");
    let grid = grid(clause, max, step);
    let scale = bands.and_then(|bands| scale(clause, &bands, grid));
    if let (Some(grid), Some(Some(minimum))) = (grid, minimum) {
        minimum_fits(clause, minimum, grid);
    }
    Some(Criterion {
        code: CriterionCode(code?),
        name: name?,
        guidance: guidance?.unwrap_or_default(),
        max: max?,
        step: step?,
        minimum: minimum?,
        scale: scale?,
        zero_ends_entry: zero_ends_entry?,
    })
}

/// The marks that a criterion knows: from zero to the maximum in steps.
#[derive(Clone, Copy)]
struct Grid {
    max: Points,
    step: Points,
}

impl Grid {
    fn holds(self, points: Points) -> bool {
        points <= self.max && points.hundredths() % self.step.hundredths() == 0
    }
}

fn grid(clause: &Clause<'_>, max: Option<Points>, step: Option<Points>) -> Option<Grid> {
    let (max, step) = (max?, step?);
    if max == Points::ZERO {
        let sentence = "Điểm tối đa của tiêu chí bằng 0; hãy viết số lớn hơn 0, như `max = 30`.";
        clause.wrong("max", "book.out_of_range", sentence.to_owned());
        return None;
    }
    if step == Points::ZERO || max.hundredths() % step.hundredths() != 0 {
        let sentence = format!(
            "Bước điểm {step} không chia hết điểm tối đa {max}; hãy viết bước lớn hơn 0 và chia hết {max}, như `step = 0.5`."
        );
        clause.wrong("step", "book.contradiction", sentence);
        return None;
    }
    Some(Grid { max, step })
}

fn minimum_fits(clause: &Clause<'_>, minimum: Points, grid: Grid) {
    if minimum > grid.max || minimum == Points::ZERO {
        let sentence = format!(
            "Điểm sàn {minimum} của tiêu chí phải lớn hơn 0 và không quá điểm tối đa {}; hãy sửa hoặc bỏ `minimum`.",
            grid.max
        );
        clause.wrong("minimum", "book.contradiction", sentence);
    }
}

fn scale(clause: &Clause<'_>, clauses: &[Clause<'_>], grid: Option<Grid>) -> Option<Scale> {
    if clauses.is_empty() {
        return Some(Scale::Plain);
    }
    let bands: Vec<Option<Band>> = clauses.iter().map(band).collect();
    let bands = bands.into_iter().collect::<Option<Vec<Band>>>()?;
    let covered = bands_cover(clause, clauses, &bands, grid?);
    covered.then_some(Scale::Bands(bands))
}

fn band(clause: &Clause<'_>) -> Option<Band> {
    let name = clause.text("name");
    let from = clause.points("from");
    let to = clause.points("to");
    clause.close();
    Some(Band {
        name: name?,
        from: from?,
        to: to?,
    })
}

/// Whether the bands, from the lowest to the highest, cover every mark once. They may be written
/// from either end.
fn bands_cover(clause: &Clause<'_>, clauses: &[Clause<'_>], bands: &[Band], grid: Grid) -> bool {
    let mut rising: Vec<(&Clause<'_>, &Band)> = clauses.iter().zip(bands).collect();
    rising.sort_by_key(|(_, band)| (band.from, band.to));
    let mut next = Points::ZERO;
    for (at, band) in &rising {
        if let Some(trouble) = band_trouble(band, next, grid) {
            at.wrong("from", "book.contradiction", trouble);
            return false;
        }
        next = band.to + grid.step;
    }
    if next != grid.max + grid.step {
        let sentence = format!(
            "Các mức điểm chưa phủ đến điểm tối đa {}; hãy sửa mức cao nhất thành `to = {}`.",
            grid.max, grid.max
        );
        clause.wrong("bands", "book.contradiction", sentence);
        return false;
    }
    true
}

fn band_trouble(band: &Band, next: Points, grid: Grid) -> Option<String> {
    let Band { name, from, to } = band;
    if !grid.holds(*from) || !grid.holds(*to) {
        Some(format!(
            "Mức \"{name}\" có cận không nằm trên bước điểm {} hoặc vượt điểm tối đa {}; hãy sửa cận của mức này.",
            grid.step, grid.max
        ))
    } else if to < from {
        Some(format!(
            "Mức \"{name}\" có cận trên nhỏ hơn cận dưới; hãy đổi chỗ `from` và `to`."
        ))
    } else if *from < next {
        Some(format!(
            "Mức \"{name}\" chồng lên mức liền dưới; hãy viết `from = {next}`."
        ))
    } else if *from > next {
        Some(format!(
            "Giữa mức \"{name}\" và mức liền dưới bị hở; hãy viết `from = {next}`."
        ))
    } else {
        None
    }
}

fn tally(clause: &Clause<'_>) -> Option<TallyRule> {
    let clause = clause.section("tally")?;
    let aggregate = aggregate(&clause);
    let trim_from = clause.number_if_any("trim_from_sheets", 3, 50);
    let unit = clause.points("round_to");
    clause.close();
    let unit = unit?;
    if unit == Points::ZERO {
        let sentence = "Không thể làm tròn đến 0; hãy viết đơn vị làm tròn, như `round_to = 0.01`.";
        clause.wrong("round_to", "book.out_of_range", sentence.to_owned());
        return None;
    }
    Some(TallyRule {
        aggregate: aggregate?,
        trim: trim_from?.map(|from_sheets| Trim { from_sheets }),
        rounding: Rounding { unit },
    })
}

fn aggregate(clause: &Clause<'_>) -> Option<Aggregate> {
    let known = [
        ("mean", Aggregate::Mean),
        ("sum", Aggregate::Sum),
        ("median", Aggregate::Median),
    ];
    refuse_foreign(clause, "aggregate", &FOREIGN_AGGREGATES)?;
    clause.choice("aggregate", &known)
}

/// A word that a real *Thể lệ* may use and the program does not carry out.
fn refuse_foreign(clause: &Clause<'_>, key: &str, foreign: &[(&str, &str)]) -> Option<()> {
    let written = clause.peek(key);
    let about = foreign.iter().find(|(word, _)| written == Some(*word));
    if let Some((word, about)) = about {
        clause.asked(key);
        clause.wrong(
            key,
            "book.not_carried_out",
            not_carried_out::sentence(word, about),
        );
        return None;
    }
    Some(())
}

fn tie_breaks(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Option<Vec<TieBreak>> {
    let clauses = clause.list_if_any("tie_breaks")?;
    let read: Vec<Option<TieBreak>> = clauses
        .iter()
        .map(|tie_break| self::tie_break(tie_break, rubric))
        .collect();
    let tie_breaks: Vec<TieBreak> = read.into_iter().collect::<Option<_>>()?;
    let mut sound = true;
    for (index, (clause, tie_break)) in clauses.iter().zip(&tie_breaks).enumerate() {
        let above = tie_breaks.get(..index).unwrap_or_default();
        if above.contains(tie_break) {
            let sentence = "Cách phân định này đã ghi ở phía trên; hãy bỏ một chỗ.";
            clause.wrong("by", "book.duplicate_code", sentence.to_owned());
            sound = false;
        } else if above.contains(&TieBreak::SharedPlace) {
            let sentence = "Sau `shared_place` (đồng hạng) không còn gì để phân định; hãy đưa `shared_place` xuống cuối.";
            clause.wrong("by", "book.contradiction", sentence.to_owned());
            sound = false;
        }
    }
    sound.then_some(tie_breaks)
}

fn tie_break(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Option<TieBreak> {
    let tie_break = tie_break_by(clause, rubric);
    clause.close();
    tie_break
}

fn tie_break_by(clause: &Clause<'_>, rubric: Option<&Rubric>) -> Option<TieBreak> {
    refuse_foreign(clause, "by", &FOREIGN_TIE_BREAKS)?;
    match clause.choice(
        "by",
        &[
            ("criterion", None),
            ("highest_sheet", Some(false)),
            ("shared_place", Some(true)),
        ],
    )? {
        Some(true) => Some(TieBreak::SharedPlace),
        Some(false) => Some(TieBreak::HighestSheet),
        None => {
            let code = rules::code(clause, "criterion", "tinh-moi")?;
            known_criterion(clause, CriterionCode(code), rubric).map(TieBreak::Criterion)
        }
    }
}

fn known_criterion(
    clause: &Clause<'_>,
    code: CriterionCode,
    rubric: Option<&Rubric>,
) -> Option<CriterionCode> {
    let rubric = rubric?;
    if rubric.criterion(&code).is_some() {
        return Some(code);
    }
    let known: Vec<_> = rubric
        .criteria
        .iter()
        .map(|criterion| criterion.code.0.as_str())
        .collect();
    let sentence = format!(
        "Không có tiêu chí mang mã \"{}\"; hãy viết một trong các mã: {}.",
        code.0,
        known.join(", ")
    );
    clause.wrong("criterion", "book.unknown_code", sentence);
    None
}

fn rounds(clause: &Clause<'_>) -> Option<Vec<RoundRule>> {
    let clauses = clause.list("rounds")?;
    rules::coded(&clauses, round, |round| round.code.clone())
}

fn round(clause: &Clause<'_>) -> Option<RoundRule> {
    let code = clause.parsed("code", "so-khao", |text| {
        is_code(text).then(|| text.to_owned())
    });
    let name = clause.text("name");
    Some(RoundRule {
        code: code?,
        name: name?,
    })
}

fn openers(clause: &Clause<'_>) -> Option<[OpenerRole; 2]> {
    let roles = clause.choices("openers", &OpenerRole::ALL.map(|role| (role.code(), role)))?;
    let openers = <[OpenerRole; 2]>::try_from(roles).ok();
    if openers.is_none() {
        let sentence = "Phải có đúng hai vai trò cùng mở niêm phong; hãy viết như `openers = [\"jury_chair\", \"jury_secretary\"]`.";
        clause.wrong("openers", "book.out_of_range", sentence.to_owned());
    }
    openers
}
