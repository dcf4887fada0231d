//! The book told in words, article by article: the one source of `explain` and of `differences`.
//!
//! Every field of the book appears in exactly one line here; a test changes the fields one by one
//! and fails when a change does not show.

use super::words::{day, hour};
use super::{
    Calendar, Channel, DossierPart, Eligibility, EntrantKind, Entrants, ForwardingRule, Level,
    MarkingPart, MoneyPart, Part, PartKind, PrizesPart, RuleBook, Rules, Stage, StageKind, Window,
};
use crate::awards::{PrizeScope, PrizeTier};
use crate::judging::{
    Aggregate, Band, Criterion, Marking, OpenerRole, PanelRule, Scale, TallyRule, TieBreak,
};

/// One article: a title and its clauses.
pub(super) struct Article {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

/// One clause: what it is about, and what it says.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) text: String,
}

impl Article {
    fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            lines: Vec::new(),
        }
    }

    fn says(mut self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.lines.push(Line {
            label: label.into(),
            text: text.into(),
        });
        self
    }

    fn lists(self, lines: impl IntoIterator<Item = (String, String)>) -> Self {
        lines
            .into_iter()
            .fold(self, |article, (label, text)| article.says(label, text))
    }
}

/// The name of a part on a page.
pub(super) const fn name(part: Part) -> &'static str {
    match part {
        Part::Rules => "Thể lệ",
        Part::Calendar => "Thời gian",
        Part::Marking => "Chấm thi",
        Part::Prizes => "Giải thưởng",
        Part::Money => "Tiền thưởng",
    }
}

/// The document behind a part, in one sentence.
pub(super) fn basis(book: &RuleBook, part: Part) -> Option<String> {
    let source = book.source(part)?;
    Some(format!(
        "Theo văn bản số {} ngày {} của {}, có hiệu lực từ ngày {}.",
        source.document,
        day(source.issued),
        source.issuer,
        day(source.in_force)
    ))
}

/// The articles of a part; none where the part is absent.
pub(super) fn articles(book: &RuleBook, part: Part) -> Vec<Article> {
    match part {
        Part::Rules => rules(book.rules()),
        Part::Calendar => vec![calendar(book.calendar())],
        Part::Marking => book.marking().map(marking).unwrap_or_default(),
        Part::Prizes => book.prizes().map(prizes).into_iter().collect(),
        Part::Money => book
            .money()
            .map(|part| money(book, part))
            .into_iter()
            .collect(),
    }
}

// Rules.

fn rules(rules: &Rules) -> Vec<Article> {
    let mut articles = vec![
        contest(rules),
        bases(rules),
        categories(rules),
        entrants(&rules.entrants),
        eligibility(&rules.eligibility, &rules.term),
        dossier(rules),
        channels(rules),
    ];
    articles.push(forwarding(rules.forwarding.as_ref()));
    articles
}

fn contest(rules: &Rules) -> Article {
    let agency = &rules.agency;
    let level = match rules.level {
        Level::Nation => "toàn quốc",
        Level::Province => "tỉnh, thành phố",
        Level::Unit => "đơn vị",
    };
    Article::new("Hội thi")
        .says("Tên hội thi", &rules.contest)
        .says("Cấp", level)
        .says(
            "Kỳ thi",
            format!(
                "lần thứ {}, năm {}",
                super::roman(rules.ordinal.get()),
                rules.years
            ),
        )
        .says("Ban tổ chức", &rules.committee)
        .says("Cơ quan thường trực", &agency.name)
        .says("Ký hiệu công văn", &agency.symbol)
        .says("Địa danh trên văn bản", &agency.place)
        .says("Gọi công trình dự thi là", &rules.term)
        .says("Tên trong địa chỉ trang", rules.slug.as_str())
}

fn bases(rules: &Rules) -> Article {
    let article = Article::new("Căn cứ");
    if rules.bases.is_empty() {
        return article.says("Văn bản", "sổ thể lệ không ghi căn cứ");
    }
    article.lists(rules.bases.iter().map(|basis| {
        let label = format!("{} số {}", basis.kind, basis.document);
        (
            label,
            format!(
                "ngày {} của {} {}",
                day(basis.issued),
                basis.issuer,
                basis.about
            ),
        )
    }))
}

fn categories(rules: &Rules) -> Article {
    Article::new("Lĩnh vực dự thi").lists(rules.categories.iter().map(|category| {
        let upward = category.upward.as_ref();
        let upward = upward.map(|code| format!("; gửi lên cấp trên vào lĩnh vực [{code}]"));
        let text = format!("{}{}", category.name, upward.unwrap_or_default());
        (format!("[{}]", category.code), text)
    }))
}

fn entrants(entrants: &Entrants) -> Article {
    let kinds: Vec<_> = entrants
        .kinds
        .iter()
        .map(|kind| kind_of_entrant(*kind))
        .collect();
    let age = entrants
        .minimum_age
        .map_or("không giới hạn".to_owned(), |age| {
            format!("tác giả từ đủ {age} tuổi vào ngày hết hạn nhận hồ sơ")
        });
    let most = entrants
        .max_authors
        .map_or("không giới hạn".to_owned(), |most| {
            format!("nhiều nhất {most} người")
        });
    Article::new("Đối tượng dự thi")
        .says("Tư cách dự thi", kinds.join("; "))
        .says("Tuổi", age)
        .says("Số tác giả của một hồ sơ", most)
}

const fn kind_of_entrant(kind: EntrantKind) -> &'static str {
    match kind {
        EntrantKind::Individual => "cá nhân",
        EntrantKind::Group => "nhóm tác giả",
        EntrantKind::Organisation => "tổ chức (phải kê khai tác giả)",
    }
}

fn eligibility(eligibility: &Eligibility, term: &str) -> Article {
    let from = eligibility
        .created_from
        .map_or("không giới hạn".to_owned(), |from| {
            format!("từ ngày {}", day(from))
        });
    let article = Article::new(format!("Điều kiện của {term}")).says("Tạo ra và áp dụng", from);
    if eligibility.declarations.is_empty() {
        return article.says("Tác giả cam kết", "không yêu cầu cam kết nào");
    }
    article.lists(eligibility.declarations.iter().map(|declaration| {
        (
            format!("Tác giả cam kết [{}]", declaration.code),
            declaration.text.clone(),
        )
    }))
}

fn dossier(rules: &Rules) -> Article {
    Article::new("Hồ sơ dự thi").lists(
        rules
            .dossier
            .iter()
            .map(|part| (format!("[{}]", part.code), dossier_part(part))),
    )
}

fn dossier_part(part: &DossierPart) -> String {
    let kind = match part.kind {
        PartKind::Text { max_characters } => {
            format!("viết trên trang, nhiều nhất {max_characters} ký tự")
        }
        PartKind::Pdf { max_megabytes } => format!("tệp PDF, nhiều nhất {max_megabytes} MB"),
    };
    let required = if part.required {
        "bắt buộc"
    } else {
        "không bắt buộc"
    };
    let judges = if part.shown_to_judges {
        "giám khảo được đọc"
    } else {
        "giám khảo không đọc"
    };
    let help = if part.help.is_empty() {
        String::new()
    } else {
        format!(". Hướng dẫn: {}", part.help.trim_end_matches('.'))
    };
    format!("{}; {kind}; {required}; {judges}{help}", part.name)
}

fn channels(rules: &Rules) -> Article {
    Article::new("Cách nhận hồ sơ").lists(rules.channels.iter().map(|channel| match channel {
        Channel::Online => ("Trực tuyến".to_owned(), "nộp trên hệ thống này".to_owned()),
        Channel::ByHand { place } => ("Trực tiếp".to_owned(), format!("nộp tại {place}")),
        Channel::ByPost {
            place,
            latest_arrival,
        } => {
            let latest = latest_arrival
                .map(|latest| format!("; hồ sơ đến sau ngày {} không được nhận", day(latest)));
            let text = format!(
                "gửi về {place}, tính theo dấu bưu điện{}",
                latest.unwrap_or_default()
            );
            ("Qua bưu điện".to_owned(), text)
        }
    }))
}

fn forwarding(rule: Option<&ForwardingRule>) -> Article {
    let article = Article::new("Chọn gửi lên hội thi cấp trên");
    let Some(rule) = rule else {
        return article.says("Chọn gửi", "hội thi này không chọn gửi lên cấp trên");
    };
    let least = rule
        .least_points
        .map_or("không đặt điểm sàn".to_owned(), |least| {
            format!("kết quả từ {least} điểm")
        });
    article
        .says("Gửi đến", format!("[{}]", rule.to))
        .says("Số lượng", format!("nhiều nhất {}", rule.limit))
        .says("Điều kiện", least)
}

// Calendar.

fn calendar(calendar: &Calendar) -> Article {
    let due = calendar
        .reports_due
        .map_or("không quy định".to_owned(), |due| {
            format!("chậm nhất ngày {}", day(due))
        });
    Article::new("Thời gian thực hiện")
        .lists(calendar.stages.iter().map(|stage| {
            let text = if stage.kind == StageKind::Intake {
                intake(&calendar.intake)
            } else {
                days(stage)
            };
            (stage_label(stage), text)
        }))
        .says("Các đơn vị báo cáo kết quả", due)
        .says("Múi giờ", calendar.zone.iana_name().unwrap_or("UTC"))
}

fn stage_label(stage: &Stage) -> String {
    format!("{} [{}]", stage.name, stage.kind.code())
}

fn days(stage: &Stage) -> String {
    if stage.from == stage.to {
        format!("ngày {}", day(stage.from))
    } else {
        format!("từ ngày {} đến hết ngày {}", day(stage.from), day(stage.to))
    }
}

fn intake(window: &Window) -> String {
    let opens = window.opens_local;
    let from = if opens.time() == jiff::civil::Time::midnight() {
        format!("từ ngày {}", day(opens.date()))
    } else {
        format!("từ {} ngày {}", hour(opens.time()), day(opens.date()))
    };
    let closes = window.closes_local;
    let to = if window.names_the_hour() {
        format!("đến {} ngày {}", hour(closes.time()), day(closes.date()))
    } else {
        format!("đến hết ngày {}", day(window.last_day))
    };
    format!("{from} {to}")
}

// Marking.

fn marking(part: &MarkingPart) -> Vec<Article> {
    let marking = &part.marking;
    vec![
        jury(marking),
        criteria(marking),
        tally(&marking.tally),
        tie_breaks(marking),
        rounds(marking),
    ]
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
        .says(
            "Số phiếu của mỗi hồ sơ",
            format!("ít nhất {} phiếu độc lập", marking.sheets_per_entry),
        )
}

fn criteria(marking: &Marking) -> Article {
    Article::new("Tiêu chí và thang điểm")
        .lists(marking.rubric.criteria.iter().map(|criterion| {
            (
                format!("[{}]", criterion.code.0),
                self::criterion(criterion),
            )
        }))
        .says(
            "Tổng điểm tối đa của một phiếu",
            marking.rubric.max().to_string(),
        )
}

fn criterion(criterion: &Criterion) -> String {
    let mut text = format!(
        "{}; tối đa {} điểm, bước {} điểm",
        criterion.name, criterion.max, criterion.step
    );
    if let Some(minimum) = criterion.minimum {
        text.push_str(&format!("; dưới {minimum} điểm thì không xét giải"));
    }
    if criterion.zero_ends_entry {
        text.push_str("; quá nửa số phiếu cho 0 điểm thì dừng xét");
    }
    if let Scale::Bands(bands) = &criterion.scale {
        let bands: Vec<_> = bands.iter().map(band).collect();
        text.push_str(&format!("; chọn đúng một mức: {}", bands.join(", ")));
    }
    if !criterion.guidance.is_empty() {
        text.push_str(&format!(
            ". Xem xét: {}",
            criterion.guidance.trim_end_matches('.')
        ));
    }
    text
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
        format!(
            "từ {} phiếu trở lên, bỏ một phiếu cao nhất và một phiếu thấp nhất",
            trim.from_sheets
        )
    });
    let unit = rule.rounding.unit;
    Article::new("Tính kết quả")
        .says("Kết quả của một hồ sơ", aggregate)
        .says("Bỏ phiếu", trim)
        .says(
            "Làm tròn",
            format!("đến {unit} điểm, từ một nửa trở lên thì tăng"),
        )
}

fn tie_breaks(marking: &Marking) -> Article {
    let article = Article::new("Khi bằng điểm");
    if marking.tie_breaks.is_empty() {
        return article.says("Phân định", "không quy định");
    }
    let ways: Vec<_> = marking
        .tie_breaks
        .iter()
        .map(|way| tie_break(way, marking))
        .collect();
    article.says("Lần lượt xét", ways.join("; sau đó "))
}

fn tie_break(way: &TieBreak, marking: &Marking) -> String {
    match way {
        TieBreak::Criterion(code) => {
            let name = marking
                .rubric
                .criterion(code)
                .map_or(&*code.0, |criterion| &*criterion.name);
            format!("điểm tiêu chí \"{name}\" [{}] cao hơn", code.0)
        }
        TieBreak::HighestSheet => "có phiếu cao nhất lớn hơn".to_owned(),
        TieBreak::SharedPlace => "xếp đồng hạng".to_owned(),
    }
}

fn rounds(marking: &Marking) -> Article {
    let openers = marking.openers.map(opener).join(" và ");
    Article::new("Vòng chấm và mở niêm phong")
        .lists(
            marking
                .rounds
                .iter()
                .map(|round| (format!("[{}]", round.code), round.name.clone())),
        )
        .says(
            "Mở niêm phong phiếu chấm",
            format!("phải có đủ hai người: {openers}"),
        )
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

// Prizes and money.

fn prizes(part: &PrizesPart) -> Article {
    let scope = match part.structure.scope {
        PrizeScope::Overall => "tính chung cả hội thi",
        PrizeScope::PerCategory => "tính riêng từng lĩnh vực",
    };
    Article::new("Cơ cấu giải thưởng")
        .says(
            "Phạm vi",
            format!("{scope}; số giải là tối đa, có thể không trao hết"),
        )
        .lists(part.structure.tiers.iter().map(|tier| {
            let wording = part
                .wordings
                .get(&tier.code)
                .map(String::as_str)
                .unwrap_or_default();
            (format!("[{}]", tier.code), self::tier(tier, wording))
        }))
}

fn tier(tier: &PrizeTier, wording: &str) -> String {
    let threshold = tier
        .threshold
        .map_or("không có điểm sàn".to_owned(), |least| {
            format!("từ {least} điểm")
        });
    format!(
        "{}; nhiều nhất {} giải; {threshold}; giấy chứng nhận ghi \"{wording}\"",
        tier.name, tier.ceiling
    )
}

fn money(book: &RuleBook, part: &MoneyPart) -> Article {
    let tiers = book
        .prizes()
        .map(|part| part.structure.tiers.as_slice())
        .unwrap_or_default();
    Article::new("Mức tiền thưởng").lists(tiers.iter().filter_map(|tier| {
        let amount = part.money.of(&tier.code)?;
        Some((
            format!("[{}]", tier.code),
            format!("{}: {amount} đồng mỗi giải", tier.name),
        ))
    }))
}
