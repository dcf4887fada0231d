//! The rules part in words.

use super::{Article, Line, coded, count};
use crate::edition::words::{day, roman};
use crate::edition::{
    Asked, Channel, ChoiceRule, DossierPart, Eligibility, EndorsementRule, EntrantKind, Entrants, FieldKind, FieldRule,
    ForwardingRule, Level, Listing, PartKind, Reason, ReasonFor, Rules, ScreeningRule, StampRule, TiesAtTheLine,
};

pub(super) fn articles(rules: &Rules) -> Vec<Article> {
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
    articles.extend(rules.screening.as_ref().map(screening));
    articles
}

fn contest(rules: &Rules) -> Article {
    let agency = &rules.agency;
    let level = match rules.level {
        Level::Nation => "toàn quốc",
        Level::Province => "tỉnh, thành phố",
        Level::Unit => "đơn vị",
    };
    let article = Article::new("Hội thi")
        .says("Tên hội thi", &rules.contest)
        .says("Cấp", level)
        .says("Kỳ thi", run(rules))
        .says("Ban tổ chức", &rules.committee)
        .says("Cơ quan thường trực", &agency.name)
        .says("Ký hiệu công văn", &agency.symbol)
        .says("Địa danh trên văn bản", &agency.place)
        .says("Gọi công trình dự thi là", &rules.term)
        .says("Tên trong địa chỉ trang", rules.slug.as_str());
    match &agency.contact {
        Some(contact) => article.says("Liên hệ", contact),
        None => article,
    }
}

fn run(rules: &Rules) -> String {
    match rules.ordinal {
        Some(ordinal) => {
            format!("lần thứ {}, năm {}", roman(ordinal.get()), rules.years)
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
        let label = format!("{} số {} ngày {}", basis.kind, basis.document, day(basis.issued));
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
    let kinds: Vec<_> = entrants.kinds.iter().map(|kind| kind_of_entrant(*kind)).collect();
    let age = entrants.minimum_age.map_or("không giới hạn".to_owned(), |age| {
        format!("tác giả từ đủ {age} tuổi vào ngày hết hạn nhận hồ sơ")
    });
    let most = entrants.max_authors.map_or("không giới hạn".to_owned(), |most| format!("nhiều nhất {most} người"));
    let article = Article::new("Đối tượng dự thi")
        .says("Tư cách dự thi", kinds.join("; "))
        .says("Tuổi", age)
        .says("Số tác giả của một hồ sơ", most);
    if !entrants.authorisation {
        return article;
    }
    article.says("Nộp hộ qua mạng", "chỉ khi có giấy ủy quyền đã ký của tác giả")
}

const fn kind_of_entrant(kind: EntrantKind) -> &'static str {
    match kind {
        EntrantKind::Individual => "cá nhân",
        EntrantKind::Group => "nhóm tác giả",
        EntrantKind::Organisation => "tổ chức (phải kê khai tác giả)",
    }
}

fn eligibility(eligibility: &Eligibility, term: &str) -> Article {
    let from =
        eligibility.created_from.map_or("không giới hạn".to_owned(), |from| format!("từ ngày {}", day(from)));
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
    let article = Article::new("Hồ sơ dự thi").lists(rules.dossier.iter().flat_map(part_with_fields));
    match &rules.stamp {
        Some(rule) => article.says("Phiếu có chữ ký và dấu", stamp(rule)),
        None => article,
    }
}

fn stamp(rule: &StampRule) -> String {
    let follows = match rule.follows_within {
        Some(days) => format!("có thể nộp sau, trong {days} ngày làm việc kể từ ngày hết hạn nhận hồ sơ"),
        None => "nộp cùng hồ sơ".to_owned(),
    };
    format!("in từ hồ sơ trên hệ thống, ký và đóng dấu, nộp vào phần [{}]; {follows}", rule.part)
}

fn dossier_part(part: &DossierPart) -> String {
    let kind = match part.kind {
        PartKind::Text { max_characters } => {
            format!("viết trên trang, nhiều nhất {} ký tự", count(max_characters.get()))
        }
        PartKind::Pdf { max_megabytes } => format!("tệp PDF, nhiều nhất {max_megabytes} MB"),
        PartKind::Video { max_megabytes, max_minutes } => {
            format!("video MP4, MOV hoặc WebM, nhiều nhất {max_megabytes} MB và {max_minutes} phút")
        }
        PartKind::Fields => format!("điền trên trang theo {} mục dưới đây", part.fields.len()),
    };
    let required = if part.required { "bắt buộc" } else { "không bắt buộc" };
    let judges = if part.shown_to_judges { "giám khảo được đọc" } else { "giám khảo không đọc" };
    let help = if part.help.is_empty() { String::new() } else { format!(". Hướng dẫn: {}", part.help) };
    format!("{kind}; {required}; {judges}{}{help}", kept_secret(part))
}

/// Whether it is kept secret, why, and what that means for its judges.
fn kept_secret(part: &DossierPart) -> String {
    let why = part.secret.as_ref().map(|why| format!("; thông tin cần bảo mật: {why}")).unwrap_or_default();
    let judges = if part.secret_to_judges {
        "; giám khảo được phân công đọc cả khi cần bảo mật"
    } else {
        ""
    };
    format!("{why}{judges}")
}

/// The part's own clause, and one for each of its fields.
fn part_with_fields(part: &DossierPart) -> Vec<Line> {
    let own = coded(&part.code, &part.name, dossier_part(part));
    let fields = part.fields.iter().map(|field| {
        let code = format!("{}.{}", part.code, field.code);
        coded(&code, &field.name, self::field(part, field))
    });
    std::iter::once(own).chain(fields).collect()
}

fn field(part: &DossierPart, field: &FieldRule) -> String {
    let heading = field.heading.as_ref().map(|heading| format!("dưới tiêu đề «{heading}»; "));
    let kind = match &field.kind {
        FieldKind::Text { max_characters } => format!("nhiều nhất {} ký tự", count(max_characters.get())),
        FieldKind::Number => "một số".to_owned(),
        FieldKind::Day => "một ngày".to_owned(),
        FieldKind::Month => "một tháng của một năm".to_owned(),
        FieldKind::Money => "một số tiền, tính bằng đồng".to_owned(),
        FieldKind::YesNo => "có hoặc không".to_owned(),
        FieldKind::Choice(answers) => {
            let answers = answers.iter().map(|(code, words)| format!("{words} [{code}]"));
            format!("chọn một trong: {}", answers.collect::<Vec<_>>().join(", "))
        }
        FieldKind::Table { columns, rows } => format!("bảng nhiều nhất {rows} dòng, các cột: {}", columns.join(", ")),
    };
    let asked = match &field.asked {
        Asked::Always => "bắt buộc".to_owned(),
        Asked::Never => "không bắt buộc".to_owned(),
        Asked::When { field: other, is } => {
            let other = part.fields.iter().find(|each| each.code == *other);
            let name = other.map_or("", |other| other.name.as_str());
            let answer = other.map_or_else(|| is.clone(), |other| other.read(is));
            format!("bắt buộc khi mục «{name}» là «{answer}»")
        }
    };
    let judges = if field.shown_to_judges { "" } else { "; giám khảo không đọc mục này" };
    let compared = if field.compared { "; được so sánh để phát hiện trùng lặp" } else { "" };
    let help = if field.help.is_empty() { String::new() } else { format!(". Hướng dẫn: {}", field.help) };
    let example = if field.example.is_empty() { String::new() } else { format!(". Ví dụ: {}", field.example) };
    format!("{}{kind}; {asked}{judges}{compared}{help}{example}", heading.unwrap_or_default())
}

fn channels(rules: &Rules) -> Article {
    let article = rules.channels.iter().fold(Article::new("Cách nhận hồ sơ"), |article, channel| match channel {
        Channel::Online => article.says("Trực tuyến", "nộp trên hệ thống này"),
        Channel::ByHand { place } => article.says("Trực tiếp", format!("nộp tại {place}")),
        Channel::ByPost { place, latest_arrival } => {
            let latest = latest_arrival.map(|latest| format!("; hồ sơ đến sau ngày {} không được nhận", day(latest)));
            let latest = latest.unwrap_or_default();
            article.says("Qua bưu điện", format!("gửi về {place}, tính theo dấu bưu điện{latest}"))
        }
    });
    let article = match rules.files_after {
        Some(hours) => article.says(
            "Tệp gửi sau",
            format!("trong {hours} giờ kể từ lúc nộp, khi mã SHA-256 của tệp đã được ghi lúc nộp"),
        ),
        None => article,
    };
    match &rules.endorsement {
        Some(rule) => article.says("Đơn vị xác nhận", endorsement(rule)),
        None => article,
    }
}

fn endorsement(rule: &EndorsementRule) -> String {
    let required = if rule.required {
        "hồ sơ có ghi đơn vị chỉ đủ điều kiện khi đơn vị đã xác nhận bằng danh sách có chữ ký"
    } else {
        "đơn vị có thể xác nhận bằng danh sách có chữ ký, không bắt buộc"
    };
    let most = rule.per_unit.map(|most| format!("; mỗi đơn vị nhiều nhất {} hồ sơ", count(most.get())));
    format!("{required}{}", most.unwrap_or_default())
}

fn forwarding(rule: Option<&ForwardingRule>) -> Article {
    let article = Article::new("Chọn gửi lên hội thi cấp trên");
    let Some(rule) = rule else {
        return article.says("Chọn gửi", "hội thi này không chọn gửi lên cấp trên");
    };
    let least =
        rule.least_points.map_or("không đặt điểm sàn".to_owned(), |least| format!("kết quả từ {least} điểm"));
    let article = article
        .says("Gửi đến", format!("[{}]", rule.to))
        .says("Số lượng", format!("nhiều nhất {}", count(rule.limit.get())))
        .says("Điều kiện", least);
    let article = match &rule.choice {
        Some(choice) => article.says("Cách chọn", chosen(choice)),
        None => article,
    };
    if rule.shows_result {
        article.says("Kết quả gửi kèm", "nơi nhận hồ sơ cấp trên xem được thứ hạng và điểm; giám khảo thì không")
    } else {
        article
    }
}

fn chosen(choice: &ChoiceRule) -> String {
    let each = choice.per_category.map(|most| format!(", mỗi lĩnh vực nhiều nhất {}", count(most.get())));
    let ties = match choice.ties {
        TiesAtTheLine::Together => "các hồ sơ bằng nhau ở suất cuối của lĩnh vực cùng được gửi",
        TiesAtTheLine::Wait => "các hồ sơ bằng nhau ở suất cuối chờ người gửi quyết định, có ghi lý do",
    };
    let reserve = match choice.reserve {
        0 => "không có dự bị".to_owned(),
        reserve => format!("{} hồ sơ dự bị", count(reserve)),
    };
    format!("theo thứ tự xếp hạng{}; {ties}; {reserve}", each.unwrap_or_default())
}

fn screening(rule: &ScreeningRule) -> Article {
    Article::new("Kiểm tra hồ sơ")
        .says("Thời hạn bổ sung khi không ghi ngày", format!("{} ngày làm việc", rule.complete_within))
        .says("Công bố về hồ sơ hợp lệ trước khi có kết quả", listing(rule.publishes))
        .lists(rule.reasons.iter().map(|reason| coded(&reason.code, "Lý do", reason_in_words(reason))))
}

fn listing(most: Listing) -> &'static str {
    match most {
        Listing::Nothing => "không công bố",
        Listing::Counts => "nhiều nhất là số lượng theo lĩnh vực",
        Listing::Titles => "nhiều nhất là tên giải pháp theo lĩnh vực, không kèm tác giả và đơn vị",
    }
}

fn reason_in_words(reason: &Reason) -> String {
    let used_for = reason.used_for.iter().map(|decision| match decision {
        ReasonFor::Return => "đề nghị bổ sung",
        ReasonFor::Refuse => "kết luận không đủ điều kiện",
    });
    format!("{}; dùng khi {}", reason.text, used_for.collect::<Vec<_>>().join(", "))
}
