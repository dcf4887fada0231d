//! The book told in words, article by article: the one source of `explain` and of `differences`.
//!
//! Every field of the book appears in exactly one line here; a test changes the fields one by one
//! and fails when a change does not show.

use super::words::{day, hour};
use super::{
    Calendar, Channel, DossierPart, Eligibility, EntrantKind, Entrants, ForwardingRule, Level,
    MarkingPart, MoneyPart, Part, PartKind, PrizesPart, RuleBook, Rules, Stage, StageKind, Window,
};
use crate::awards::{Dong, PrizeScope, PrizeTier};
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
    /// The code in the book, for clauses that have one; it outlives a change of name.
    code: Option<String>,
    label: String,
    text: String,
}

impl Line {
    /// What makes it the same clause in two versions of a book.
    pub(super) fn key(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.label)
    }

    /// The whole clause as it is printed, without a full stop.
    pub(super) fn printed(&self) -> String {
        let code = self
            .code
            .as_ref()
            .map(|code| format!(" [{code}]"))
            .unwrap_or_default();
        let text = self.text.trim_end_matches('.');
        if text.is_empty() {
            format!("{}{code}", self.label)
        } else {
            format!("{}{code}: {text}", self.label)
        }
    }
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
            code: None,
            label: label.into(),
            text: text.into(),
        });
        self
    }

    fn lists(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.lines.extend(lines);
        self
    }
}

fn coded(code: &impl ToString, label: &str, text: impl Into<String>) -> Line {
    Line {
        code: Some(code.to_string()),
        label: label.to_owned(),
        text: text.into(),
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
        .says("Kỳ thi", run(rules))
        .says("Ban tổ chức", &rules.committee)
        .says("Cơ quan thường trực", &agency.name)
        .says("Ký hiệu công văn", &agency.symbol)
        .says("Địa danh trên văn bản", &agency.place)
        .says("Gọi công trình dự thi là", &rules.term)
        .says("Tên trong địa chỉ trang", rules.slug.as_str())
}

fn run(rules: &Rules) -> String {
    match rules.ordinal {
        Some(ordinal) => {
            format!(
                "lần thứ {}, năm {}",
                super::roman(ordinal.get()),
                rules.years
            )
        }
        None => format!("năm {} (không ghi lần thứ)", rules.years),
    }
}

fn bases(rules: &Rules) -> Article {
    let article = Article::new("Căn cứ");
    if rules.bases.is_empty() {
        return article.says("Văn bản", "sổ thể lệ không ghi căn cứ");
    }
    rules.bases.iter().fold(article, |article, basis| {
        let label = format!(
            "{} số {} ngày {}",
            basis.kind,
            basis.document,
            day(basis.issued)
        );
        article.says(label, format!("của {} {}", basis.issuer, basis.about))
    })
}

fn categories(rules: &Rules) -> Article {
    Article::new("Lĩnh vực dự thi").lists(rules.categories.iter().map(|category| {
        let upward = category.upward.as_ref();
        let upward = upward.map(|code| format!("gửi lên cấp trên vào lĩnh vực [{code}]"));
        coded(&category.code, &category.name, upward.unwrap_or_default())
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
    article.lists(
        eligibility
            .declarations
            .iter()
            .map(|declaration| coded(&declaration.code, "Tác giả cam kết", &declaration.text)),
    )
}

fn dossier(rules: &Rules) -> Article {
    Article::new("Hồ sơ dự thi").lists(
        rules
            .dossier
            .iter()
            .map(|part| coded(&part.code, &part.name, dossier_part(part))),
    )
}

fn dossier_part(part: &DossierPart) -> String {
    let kind = match part.kind {
        PartKind::Text { max_characters } => {
            format!(
                "viết trên trang, nhiều nhất {} ký tự",
                count(max_characters.get())
            )
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
        format!(". Hướng dẫn: {}", part.help)
    };
    format!("{kind}; {required}; {judges}{help}")
}

fn channels(rules: &Rules) -> Article {
    rules
        .channels
        .iter()
        .fold(
            Article::new("Cách nhận hồ sơ"),
            |article, channel| match channel {
                Channel::Online => article.says("Trực tuyến", "nộp trên hệ thống này"),
                Channel::ByHand { place } => article.says("Trực tiếp", format!("nộp tại {place}")),
                Channel::ByPost {
                    place,
                    latest_arrival,
                } => {
                    let latest = latest_arrival.map(|latest| {
                        format!("; hồ sơ đến sau ngày {} không được nhận", day(latest))
                    });
                    let latest = latest.unwrap_or_default();
                    article.says(
                        "Qua bưu điện",
                        format!("gửi về {place}, tính theo dấu bưu điện{latest}"),
                    )
                }
            },
        )
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
        .says(
            "Số lượng",
            format!("nhiều nhất {}", count(rule.limit.get())),
        )
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
            let text = match stage.kind {
                StageKind::Intake => intake(&calendar.intake),
                _ => days(stage),
            };
            coded(&stage.kind.code(), &stage.name, text)
        }))
        .says("Các đơn vị báo cáo kết quả", due)
        .says("Múi giờ", calendar.zone.iana_name().unwrap_or("UTC"))
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
    let criteria = marking.rubric.criteria.iter();
    Article::new("Tiêu chí và thang điểm")
        .lists(criteria.map(|each| coded(&each.code.0, &each.name, criterion(each))))
        .says(
            "Tổng điểm tối đa của một phiếu",
            marking.rubric.max().to_string(),
        )
}

fn criterion(criterion: &Criterion) -> String {
    let Criterion {
        guidance,
        max,
        step,
        minimum,
        scale,
        zero_ends_entry,
        ..
    } = criterion;
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
    let clauses: Vec<_> = [bounds, minimum, ends, bands]
        .into_iter()
        .flatten()
        .collect();
    let guidance = if guidance.is_empty() {
        String::new()
    } else {
        format!(". Xem xét: {guidance}")
    };
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
                .map(|round| coded(&round.code, &round.name, "")),
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
            coded(&tier.code, &tier.name, self::tier(tier, wording))
        }))
}

fn tier(tier: &PrizeTier, wording: &str) -> String {
    let most = count(tier.ceiling);
    let threshold = tier
        .threshold
        .map_or("không có điểm sàn".to_owned(), |least| {
            format!("từ {least} điểm")
        });
    format!("nhiều nhất {most} giải; {threshold}; giấy chứng nhận ghi \"{wording}\"")
}

fn money(book: &RuleBook, part: &MoneyPart) -> Article {
    let tiers = book
        .prizes()
        .map(|part| part.structure.tiers.as_slice())
        .unwrap_or_default();
    Article::new("Mức tiền thưởng").lists(tiers.iter().filter_map(|tier| {
        let amount = part.money.of(&tier.code)?;
        Some(coded(
            &tier.code,
            &tier.name,
            format!("{amount} đồng mỗi giải"),
        ))
    }))
}

/// A count with a point between thousands.
fn count(number: impl TryInto<u64>) -> String {
    Dong::new(number.try_into().unwrap_or(u64::MAX)).to_string()
}
