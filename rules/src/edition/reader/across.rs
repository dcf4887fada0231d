//! What one part of a book says about another.

use super::Parts;
use super::clause::Clause;
use crate::edition::words::day;
use crate::edition::{Calendar, Channel, MarkingPart, MoneyPart, PrizesPart, Rules, StageKind};
use crate::judging::{Aggregate, Points};

pub(super) fn check(root: &Clause<'_>, parts: &Parts) {
    if let (Ok(rules), Ok(calendar)) = (&parts.rules, &parts.calendar) {
        post_after_close(root, rules, calendar);
    }
    if let (Ok(rules), Ok(Some(_))) = (&parts.rules, &parts.marking) {
        something_to_mark(root, rules);
    }
    if let (Ok(calendar), Ok(Some(_))) = (&parts.calendar, &parts.marking) {
        days_to_mark(root, calendar);
    }
    if let (Ok(prizes), Ok(Some(money))) = (&parts.prizes, &parts.money) {
        match prizes {
            Some(prizes) => money_fits(root, prizes, money),
            None => money_without_prizes(root),
        }
    }
    if let (Ok(Some(marking)), Ok(Some(prizes))) = (&parts.marking, &parts.prizes) {
        thresholds_within_reach(root, marking, prizes);
    }
    if let (Ok(rules), Ok(Some(marking))) = (&parts.rules, &parts.marking) {
        least_points_within_reach(root, rules, marking);
    }
}

fn post_after_close(root: &Clause<'_>, rules: &Rules, calendar: &Calendar) {
    let last_day = calendar.intake.last_day;
    for (index, channel) in rules.channels.iter().enumerate() {
        if let Channel::ByPost { latest_arrival: Some(latest), .. } = channel
            && *latest < last_day
        {
            let line = root.line_of(&["rules", "channels", &index.to_string(), "latest_arrival"]);
            let sentence = format!(
                "Ngày nhận chậm nhất qua bưu điện sớm hơn ngày hết hạn nhận hồ sơ; hãy viết ngày từ {} trở đi.",
                day(last_day)
            );
            root.findings().add(line, "book.contradiction", sentence);
        }
    }
}

fn something_to_mark(root: &Clause<'_>, rules: &Rules) {
    if !rules.dossier.iter().any(|part| part.judges_read(part.secret.is_some())) {
        let line = root.line_of(&["rules", "dossier"]);
        let sentence = "Giám khảo không được đọc thành phần hồ sơ nào; hãy ghi `shown_to_judges = true` cho ít nhất một thành phần.";
        root.findings().add(line, "book.contradiction", sentence);
    }
}

fn days_to_mark(root: &Clause<'_>, calendar: &Calendar) {
    let marks = [StageKind::Preliminary, StageKind::Final];
    if !marks.into_iter().any(|kind| calendar.stage(kind).is_some()) {
        let line = root.line_of(&["calendar", "stages"]);
        let sentence = "Có quy định chấm thi nhưng lịch không có giai đoạn chấm; hãy thêm giai đoạn có `code = \"preliminary\"` hoặc `code = \"final\"`.";
        root.findings().add(line, "book.contradiction", sentence);
    }
}

/// A threshold above what the sheets can reach is a slip: no entry would ever receive the prize.
fn thresholds_within_reach(root: &Clause<'_>, marking: &MarkingPart, prizes: &PrizesPart) {
    let most = best_result(marking);
    for (index, tier) in prizes.structure.tiers.iter().enumerate() {
        if tier.threshold.is_some_and(|threshold| threshold > most) {
            let line = root.line_of(&["prizes", "tiers", &index.to_string(), "threshold"]);
            let sentence = format!(
                "Điểm sàn của \"{}\" cao hơn kết quả cao nhất có thể đạt; hãy viết số không quá {most}.",
                tier.name
            );
            root.findings().add(line, "book.contradiction", sentence);
        }
    }
}

fn least_points_within_reach(root: &Clause<'_>, rules: &Rules, marking: &MarkingPart) {
    let most = best_result(marking);
    let least = rules.forwarding.as_ref().and_then(|rule| rule.least_points);
    if least.is_some_and(|least| least > most) {
        let line = root.line_of(&["rules", "forwarding", "least_points"]);
        let sentence =
            format!("Điểm để gửi lên cấp trên cao hơn kết quả cao nhất có thể đạt; hãy viết số không quá {most}.");
        root.findings().add(line, "book.contradiction", sentence);
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

fn money_without_prizes(root: &Clause<'_>) {
    let sentence = "Có mức tiền thưởng nhưng chưa có cơ cấu giải thưởng; hãy thêm mục [prizes] hoặc bỏ mục [money].";
    root.findings().add(root.line_of(&["money"]), "book.contradiction", sentence);
}

/// Every tier has an amount, and every amount a tier.
fn money_fits(root: &Clause<'_>, prizes: &PrizesPart, money: &MoneyPart) {
    let tiers = &prizes.structure.tiers;
    let known: Vec<_> = tiers.iter().map(|tier| tier.code.0.as_str()).collect();
    for code in money.money.0.keys().filter(|code| prizes.structure.tier(code).is_none()) {
        let line = root.line_of(&["money", "amounts", &code.0]);
        let sentence = format!("Không có giải mang mã \"{code}\"; hãy chọn trong: {}.", known.join(", "));
        root.findings().add(line, "book.unknown_code", sentence);
    }
    for tier in tiers.iter().filter(|tier| money.money.of(&tier.code).is_none()) {
        let line = root.line_of(&["money", "amounts"]);
        let sentence = format!("Thiếu mức tiền của \"{}\"; hãy thêm dòng `{} = …`.", tier.name, tier.code);
        root.findings().add(line, "book.missing_key", sentence);
    }
}
