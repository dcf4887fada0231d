//! The rules part in words.

use super::{Article, coded, count};
use crate::edition::words::{day, roman};
use crate::edition::{
    Channel, ChoiceRule, DossierPart, Eligibility, EndorsementRule, EntrantKind, Entrants, ForwardingRule, Level,
    Listing, PartKind, Reason, ReasonFor, Rules, ScreeningRule, TiesAtTheLine,
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
    Article::new("Hồ sơ dự thi")
        .lists(rules.dossier.iter().map(|part| coded(&part.code, &part.name, dossier_part(part))))
}

fn dossier_part(part: &DossierPart) -> String {
    let kind = match part.kind {
        PartKind::Text { max_characters } => {
            format!("viết trên trang, nhiều nhất {} ký tự", count(max_characters.get()))
        }
        PartKind::Pdf { max_megabytes } => format!("tệp PDF, nhiều nhất {max_megabytes} MB"),
    };
    let required = if part.required { "bắt buộc" } else { "không bắt buộc" };
    let judges = if part.shown_to_judges { "giám khảo được đọc" } else { "giám khảo không đọc" };
    let help = if part.help.is_empty() { String::new() } else { format!(". Hướng dẫn: {}", part.help) };
    format!("{kind}; {required}; {judges}{help}")
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
