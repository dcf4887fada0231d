//! The marking part in words.

use super::{Article, coded};
use crate::edition::MarkingPart;
use crate::judging::{Aggregate, Band, Criterion, Marking, OpenerRole, PanelRule, Scale, TallyRule, TieBreak};

pub(super) fn articles(part: &MarkingPart) -> Vec<Article> {
    let marking = &part.marking;
    vec![jury(marking), criteria(marking), tally(&marking.tally), tie_breaks(marking), rounds(marking)]
}

fn jury(marking: &Marking) -> Article {
    let blind = if marking.blind {
        "chấm kín: giám khảo chỉ thấy số phách, không thấy tác giả và đơn vị"
    } else {
        "không chấm kín: giám khảo thấy tác giả và đơn vị"
    };
    let panels = match marking.panels {
        PanelRule::PerCategory => "tiểu ban chấm hồ sơ thuộc lĩnh vực của mình",
        PanelRule::Plenary => "cả hội đồng chấm mọi lĩnh vực",
    };
    Article::new("Cách chấm")
        .says("Số phách", blind)
        .says("Tiểu ban", panels)
        .says("Số phiếu của mỗi hồ sơ", format!("ít nhất {} phiếu độc lập", marking.sheets_per_entry))
}

fn criteria(marking: &Marking) -> Article {
    let criteria = marking.rubric.criteria.iter();
    Article::new("Tiêu chí và thang điểm")
        .lists(criteria.map(|each| coded(&each.code.0, &each.name, criterion(each))))
        .says("Tổng điểm tối đa của một phiếu", marking.rubric.max().to_string())
}

fn criterion(criterion: &Criterion) -> String {
    let Criterion { guidance, max, step, minimum, scale, zero_ends_entry, .. } = criterion;
    let bounds = Some(format!("tối đa {max} điểm, bước {step} điểm"));
    let minimum = minimum.map(|minimum| format!("dưới {minimum} điểm thì không xét giải"));
    let ends = zero_ends_entry.then(|| "quá nửa số phiếu cho 0 điểm thì dừng xét".to_owned());
    let bands = match scale {
        Scale::Plain => None,
        Scale::Bands(bands) => {
            let bands: Vec<_> = bands.iter().map(band).collect();
            Some(format!("chọn đúng một mức: {}", bands.join(", ")))
        }
    };
    let clauses: Vec<_> = [bounds, minimum, ends, bands].into_iter().flatten().collect();
    let guidance = if guidance.is_empty() { String::new() } else { format!(". Xem xét: {guidance}") };
    format!("{}{guidance}", clauses.join("; "))
}

fn band(band: &Band) -> String {
    if band.from == band.to {
        format!("{} {}", band.name, band.from)
    } else {
        format!("{} {} - {}", band.name, band.from, band.to)
    }
}

fn tally(rule: &TallyRule) -> Article {
    let aggregate = match rule.aggregate {
        Aggregate::Mean => "trung bình cộng tổng điểm các phiếu",
        Aggregate::Sum => "tổng điểm của tất cả các phiếu",
        Aggregate::Median => "trung vị tổng điểm các phiếu",
    };
    let trim = rule.trim.map_or("không bỏ phiếu nào".to_owned(), |trim| {
        format!("từ {} phiếu trở lên, bỏ một phiếu cao nhất và một phiếu thấp nhất", trim.from_sheets)
    });
    let unit = rule.rounding.unit;
    Article::new("Tính kết quả")
        .says("Kết quả của một hồ sơ", aggregate)
        .says("Bỏ phiếu", trim)
        .says("Làm tròn", format!("đến {unit} điểm, từ một nửa trở lên thì tăng"))
}

fn tie_breaks(marking: &Marking) -> Article {
    let article = Article::new("Khi bằng điểm");
    if marking.tie_breaks.is_empty() {
        return article.says("Phân định", "không quy định");
    }
    let ways: Vec<_> = marking.tie_breaks.iter().map(|way| tie_break(way, marking)).collect();
    article.says("Lần lượt xét", ways.join("; sau đó "))
}

fn tie_break(way: &TieBreak, marking: &Marking) -> String {
    match way {
        TieBreak::Criterion(code) => {
            let name = marking.rubric.criterion(code).map_or(&*code.0, |criterion| &*criterion.name);
            format!("điểm tiêu chí \"{name}\" [{}] cao hơn", code.0)
        }
        TieBreak::HighestSheet => "có phiếu cao nhất lớn hơn".to_owned(),
        TieBreak::SharedPlace => "xếp đồng hạng".to_owned(),
    }
}

fn rounds(marking: &Marking) -> Article {
    let openers = marking.openers.map(opener).join(" và ");
    Article::new("Vòng chấm và mở niêm phong")
        .lists(marking.rounds.iter().map(|round| coded(&round.code, &round.name, "")))
        .says("Mở niêm phong phiếu chấm", format!("phải có đủ hai người: {openers}"))
}

const fn opener(role: OpenerRole) -> &'static str {
    match role {
        OpenerRole::JuryChair => "chủ tịch hội đồng giám khảo",
        OpenerRole::JurySecretary => "thư ký hội đồng giám khảo",
        OpenerRole::CommitteeMember => "thành viên ban tổ chức",
        OpenerRole::ContestSecretary => "thư ký hội thi",
        OpenerRole::Auditor => "người giám sát",
    }
}
