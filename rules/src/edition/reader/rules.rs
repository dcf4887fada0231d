//! Reads the rules part, and what every part begins with: its document.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use jiff::civil::Date;

use super::clause::{Clause, Read};
use super::fields;
use crate::correspondence::DocumentNumber;
use crate::edition::words::day;
use crate::edition::{
    Agency, Basis, Category, CategoryCode, Channel, ChannelKind, ChoiceRule, Declaration, DossierPart, Eligibility,
    EndorsementRule, EntrantKind, Entrants, ForwardingRule, Level, Listing, PartCode, PartKind, Reason, ReasonFor,
    Rules, ScreeningRule, Slug, Source, StampRule, TiesAtTheLine, Years,
};

/// The document that brings a part into force, written at the top of each part.
pub(super) fn source(clause: &Clause<'_>) -> Read<Source> {
    let by = clause.text("issuer");
    let on = clause.day("issued");
    let document = document(clause, on.map_or(2000, Date::year));
    let in_force = clause.day("in_force");
    let (issued, in_force) = (on?, in_force?);
    if in_force < issued {
        let sentence = "Ngày có hiệu lực `in_force` sớm hơn ngày ban hành `issued`; hãy viết ngày có hiệu lực từ ngày ban hành trở đi.";
        return Err(clause.wrong("in_force", "book.out_of_order", sentence));
    }
    Ok(Source { document: document?, issuer: by?, issued, in_force })
}

fn document(clause: &Clause<'_>, year: i16) -> Read<DocumentNumber> {
    let parse = |text: &str| DocumentNumber::parse(text, year).ok();
    clause.parsed("document", "85/QĐ-BTC", parse)
}

/// Reads a list whose elements have codes, refusing a code that stands twice; the second is told.
pub(super) fn coded<T>(
    clauses: &[Clause<'_>],
    read: impl Fn(&Clause<'_>) -> Read<T>,
    code: impl Fn(&T) -> String,
) -> Read<Vec<T>> {
    let mut seen = BTreeSet::new();
    let things: Vec<Read<T>> = clauses
        .iter()
        .map(|clause| {
            let thing = read(clause);
            clause.close();
            let thing = thing?;
            if seen.insert(code(&thing)) {
                return Ok(thing);
            }
            let sentence = format!("Mã \"{}\" đã dùng ở phía trên; hãy đặt mã khác hoặc bỏ mục này.", code(&thing));
            Err(clause.wrong("code", "book.duplicate_code", sentence))
        })
        .collect();
    things.into_iter().collect()
}

pub(super) fn read(clause: &Clause<'_>) -> Read<Rules> {
    let source = source(clause);
    let contest = clause.text("contest");
    let level = clause.choice("level", &Level::ALL.map(|level| (level.code(), level)));
    let slug = clause.parsed("slug", "quang-ninh-viii", Slug::parse);
    let ordinal = clause.if_any("ordinal", || clause.number::<u16>("ordinal", 1, 999));
    let years = years(clause);
    let agency = clause.section("agency").and_then(|agency| self::agency(&agency));
    let committee = clause.text("committee");
    let term = clause.text("term");
    let bases = bases(clause);
    let categories = categories(clause);
    let entrants = clause.section("entrants").and_then(|entrants| self::entrants(&entrants));
    let eligibility = eligibility(clause);
    let dossier = dossier(clause);
    let channels = channels(clause);
    let files_after = files_after(clause);
    let forwarding = forwarding(clause);
    let endorsement = endorsement(clause);
    let screening = screening(clause);
    let stamp = stamp(clause);
    clause.close();
    if let (Ok(dossier), Ok(Some(stamp))) = (&dossier, &stamp) {
        stamp_fits(clause, dossier, stamp);
    }
    if let (Ok(categories), Ok(forwarding)) = (&categories, &forwarding) {
        upward_fits(clause, categories, forwarding.as_ref());
    }
    Ok(Rules {
        source: source?,
        contest: contest?,
        level: level?,
        slug: slug?,
        ordinal: ordinal?.and_then(|ordinal| ordinal.try_into().ok()),
        years: years?,
        agency: agency?,
        committee: committee?,
        term: term?,
        bases: bases?,
        categories: categories?,
        entrants: entrants?,
        eligibility: eligibility?,
        dossier: dossier?,
        channels: channels?,
        files_after: files_after?,
        forwarding: forwarding?,
        endorsement: endorsement?,
        screening: screening?,
        stamp: stamp?,
    })
}

fn years(clause: &Clause<'_>) -> Read<Years> {
    let first = clause.number("first_year", 1900, 2200);
    let last = clause.number("last_year", 1900, 2200);
    let years = Years { first: first?, last: last? };
    if years.last < years.first {
        let sentence = format!("Năm cuối sớm hơn năm đầu; hãy viết `last_year` từ {} trở đi.", years.first);
        return Err(clause.wrong("last_year", "book.out_of_order", sentence));
    }
    Ok(years)
}

fn agency(clause: &Clause<'_>) -> Read<Agency> {
    let name = clause.text("name");
    let symbol = clause.text("symbol");
    let place = clause.text("place");
    let contact = clause.get("contact").map(|_| clause.text("contact")).transpose();
    clause.close();
    Ok(Agency { name: name?, symbol: symbol?, place: place?, contact: contact? })
}

fn bases(clause: &Clause<'_>) -> Read<Vec<Basis>> {
    let clauses = clause.list_if_any("bases")?;
    coded(&clauses, basis, |basis| format!("{} ngày {}", basis.document, day(basis.issued)))
}

fn basis(clause: &Clause<'_>) -> Read<Basis> {
    let kind = clause.text("kind");
    let on = clause.day("issued");
    let document = document(clause, on.map_or(2000, Date::year));
    let by = clause.text("issuer");
    let about = clause.text("about");
    let (document, issued) = (document?, on?);
    Ok(Basis { kind: kind?, document, issued, issuer: by?, about: about? })
}

fn categories(clause: &Clause<'_>) -> Read<Vec<Category>> {
    let clauses = clause.list("categories")?;
    coded(&clauses, category, |category| category.code.to_string())
}

fn category(clause: &Clause<'_>) -> Read<Category> {
    let code = clause.parsed("code", "y-duoc", CategoryCode::parse);
    let name = clause.text("name");
    let upward = || clause.parsed("upward", "y-duoc", CategoryCode::parse);
    let upward = clause.if_any("upward", upward);
    Ok(Category { code: code?, name: name?, upward: upward? })
}

fn upward_fits(clause: &Clause<'_>, categories: &[Category], forwarding: Option<&ForwardingRule>) {
    for (index, category) in categories.iter().enumerate() {
        let name = &category.name;
        let sentence = match (forwarding, &category.upward) {
            (Some(_), None) => format!(
                "Hội thi có chọn gửi lên cấp trên nhưng lĩnh vực \"{name}\" chưa có lĩnh vực tương ứng; hãy thêm `upward = \"…\"`."
            ),
            (None, Some(_)) => format!(
                "Lĩnh vực \"{name}\" có `upward` nhưng hội thi không chọn gửi lên cấp trên; hãy thêm mục [rules.forwarding] hoặc bỏ `upward`."
            ),
            (Some(_), Some(_)) | (None, None) => continue,
        };
        let line = clause.line_of(&["categories", &index.to_string(), "upward"]);
        clause.findings().add(line, "book.contradiction", sentence);
    }
}

fn entrants(clause: &Clause<'_>) -> Read<Entrants> {
    let kinds = clause.choices("kinds", &EntrantKind::ALL.map(|kind| (kind.code(), kind)));
    let age = clause.if_any("minimum_age", || clause.number::<u16>("minimum_age", 1, 100));
    let most = clause.if_any("max_authors", || clause.number::<u16>("max_authors", 1, 100));
    let authorisation = clause.if_any("authorisation", || clause.flag("authorisation"));
    clause.close();
    let (kinds, age, most, authorisation) = (kinds?, age?, most?, authorisation?);
    if most == Some(1) && kinds.contains(&EntrantKind::Group) {
        let sentence =
            "Cho phép nhóm tác giả (`group`) mà chỉ cho một tác giả; hãy tăng `max_authors` hoặc bỏ `group`.";
        return Err(clause.wrong("max_authors", "book.contradiction", sentence));
    }
    Ok(Entrants {
        kinds,
        minimum_age: age.and_then(|age| age.try_into().ok()),
        max_authors: most.and_then(|most| most.try_into().ok()),
        authorisation: authorisation.unwrap_or_default(),
    })
}

fn eligibility(clause: &Clause<'_>) -> Read<Eligibility> {
    let Some(clause) = clause.section_if_any("eligibility")? else {
        return Ok(Eligibility { created_from: None, declarations: Vec::new() });
    };
    let created_from = clause.if_any("created_from", || clause.day("created_from"));
    let declarations = clause
        .list_if_any("declarations")
        .and_then(|clauses| coded(&clauses, declaration, |declaration| declaration.code.to_string()));
    clause.close();
    Ok(Eligibility { created_from: created_from?, declarations: declarations? })
}

fn declaration(clause: &Clause<'_>) -> Read<Declaration> {
    let code = clause.parsed("code", "chua-doat-giai", PartCode::parse);
    let text = clause.text("text");
    Ok(Declaration { code: code?, text: text? })
}

fn dossier(clause: &Clause<'_>) -> Read<Vec<DossierPart>> {
    let clauses = clause.list("dossier")?;
    coded(&clauses, dossier_part, |part| part.code.to_string())
}

fn dossier_part(clause: &Clause<'_>) -> Read<DossierPart> {
    let code = clause.parsed("code", "ban-mo-ta", PartCode::parse);
    let name = clause.text("name");
    let help = clause.if_any("help", || clause.text("help"));
    let kind = part_kind(clause);
    let fields = if matches!(kind, Ok(PartKind::Fields)) { fields::of_part(clause) } else { Ok(Vec::new()) };
    let required = clause.flag("required");
    let shown_to_judges = clause.flag("shown_to_judges");
    let secret = clause.if_any("secret", || clause.text("secret"));
    let secret_to_judges = clause.if_any("secret_to_judges", || clause.flag("secret_to_judges"));
    if let (Ok(false), Ok(Some(true))) = (shown_to_judges, secret_to_judges) {
        let sentence = "Giám khảo không đọc phần này; hãy bỏ dòng `secret_to_judges = true`.";
        return Err(clause.wrong("secret_to_judges", "book.contradiction", sentence));
    }
    Ok(DossierPart {
        code: code?,
        name: name?,
        help: help?.unwrap_or_default(),
        kind: kind?,
        fields: fields?,
        required: required?,
        shown_to_judges: shown_to_judges?,
        secret: secret?,
        secret_to_judges: secret_to_judges?.unwrap_or_default(),
    })
}

fn part_kind(clause: &Clause<'_>) -> Read<PartKind> {
    let limits = ["max_characters", "max_megabytes", "max_minutes", "fields", "layout"];
    let kinds = [("text", "text"), ("pdf", "pdf"), ("video", "video"), ("fields", "fields")];
    let kind = clause.choice("kind", &kinds);
    match kind.inspect_err(|_| clause.asked_all(&limits))? {
        "text" => Ok(PartKind::Text { max_characters: limit(clause, "max_characters", 100_000)? }),
        "pdf" => Ok(PartKind::Pdf { max_megabytes: limit(clause, "max_megabytes", 50)? }),
        "video" => {
            let (megabytes, minutes) = (limit(clause, "max_megabytes", 500), limit(clause, "max_minutes", 60));
            Ok(PartKind::Video { max_megabytes: megabytes?, max_minutes: minutes? })
        }
        _ => Ok(PartKind::Fields),
    }
}

/// A whole number from one on.
pub(super) fn limit(clause: &Clause<'_>, key: &str, most: i64) -> Read<std::num::NonZeroU32> {
    let number: u32 = clause.number(key, 1, most)?;
    number.try_into().map_err(|_| clause.wrong_kind(key, &format!("{key} = 1")))
}

fn channels(clause: &Clause<'_>) -> Read<Vec<Channel>> {
    let clauses = clause.list("channels")?;
    coded(&clauses, channel, |channel| channel.kind().code().to_owned())
}

fn channel(clause: &Clause<'_>) -> Read<Channel> {
    let kind = clause.choice("code", &ChannelKind::ALL.map(|kind| (kind.code(), kind)));
    match kind.inspect_err(|_| clause.asked_all(&["place", "latest_arrival"]))? {
        ChannelKind::Online => Ok(Channel::Online),
        ChannelKind::ByHand => Ok(Channel::ByHand { place: clause.text("place")? }),
        ChannelKind::ByPost => {
            let place = clause.text("place");
            let latest = clause.if_any("latest_arrival", || clause.day("latest_arrival"));
            Ok(Channel::ByPost { place: place?, latest_arrival: latest? })
        }
    }
}

/// How long a file may follow its hash.
fn files_after(clause: &Clause<'_>) -> Read<Option<NonZeroU16>> {
    let Some(clause) = clause.section_if_any("arrival")? else {
        return Ok(None);
    };
    let hours = clause.number::<u16>("files_after_hours", 1, 240);
    clause.close();
    Ok(hours?.try_into().ok())
}

fn forwarding(clause: &Clause<'_>) -> Read<Option<ForwardingRule>> {
    let Some(clause) = clause.section_if_any("forwarding")? else {
        return Ok(None);
    };
    let to = clause.parsed("to", "quang-ninh-viii", Slug::parse);
    let limit = limit(&clause, "limit", 10_000);
    let least_points = clause.if_any("least_points", || clause.points("least_points"));
    let choice = choice(&clause);
    let shows_result = clause.if_any("shows_result", || clause.flag("shows_result"));
    clause.close();
    Ok(Some(ForwardingRule {
        to: to?,
        limit: limit?,
        least_points: least_points?,
        choice: choice?,
        shows_result: shows_result?.unwrap_or_default(),
    }))
}

/// Any key of the choice makes it one, and then ties are no matter of chance.
fn choice(clause: &Clause<'_>) -> Read<Option<ChoiceRule>> {
    let keys = ["per_category", "ties", "reserve"];
    if keys.iter().all(|key| clause.get(key).is_none()) {
        return Ok(None);
    }
    let per_category = clause.if_any("per_category", || limit(clause, "per_category", 10_000));
    let ties = clause.choice("ties", &TiesAtTheLine::ALL.map(|ties| (ties.code(), ties)));
    let reserve = clause.if_any("reserve", || clause.number::<u32>("reserve", 1, 10_000));
    Ok(Some(ChoiceRule { per_category: per_category?, ties: ties?, reserve: reserve?.unwrap_or_default() }))
}

fn endorsement(clause: &Clause<'_>) -> Read<Option<EndorsementRule>> {
    let Some(clause) = clause.section_if_any("endorsement")? else {
        return Ok(None);
    };
    let required = clause.flag("required");
    let per_unit = clause.if_any("per_unit", || limit(&clause, "per_unit", 10_000));
    clause.close();
    Ok(Some(EndorsementRule { required: required?, per_unit: per_unit? }))
}

fn screening(clause: &Clause<'_>) -> Read<Option<ScreeningRule>> {
    let Some(clause) = clause.section_if_any("screening")? else {
        return Ok(None);
    };
    let within = clause.if_any("complete_within", || clause.number::<u16>("complete_within", 1, 60));
    let reasons =
        clause.list_if_any("reasons").and_then(|clauses| coded(&clauses, reason, |reason| reason.code.to_string()));
    let listings = Listing::ALL.map(|listing| (listing.code(), listing));
    let publishes = clause.if_any("publishes", || clause.choice("publishes", &listings));
    clause.close();
    let within = within?.and_then(|days| days.try_into().ok());
    Ok(Some(ScreeningRule::or_shipped(within, reasons?, publishes?)))
}

fn reason(clause: &Clause<'_>) -> Read<Reason> {
    let code = clause.parsed("code", "thieu-dau", PartCode::parse);
    let text = clause.text("text");
    let used_for = clause.choices("for", &ReasonFor::ALL.map(|decision| (decision.code(), decision)));
    Ok(Reason { code: code?, text: text?, used_for: used_for? })
}

fn stamp(clause: &Clause<'_>) -> Read<Option<StampRule>> {
    let Some(clause) = clause.section_if_any("stamp")? else {
        return Ok(None);
    };
    let part = clause.parsed("part", "phieu-dang-ky", PartCode::parse);
    let follows = clause.if_any("follows_within", || clause.number::<u16>("follows_within", 1, 60));
    clause.close();
    let follows_within = follows?.and_then(|days| days.try_into().ok());
    Ok(Some(StampRule { part: part?, follows_within }))
}

/// The stamped form names the authors: it is a file of the dossier that judges never see.
fn stamp_fits(clause: &Clause<'_>, dossier: &[DossierPart], stamp: &StampRule) {
    let line = clause.line_of(&["stamp", "part"]);
    let Some(part) = dossier.iter().find(|part| part.code == stamp.part) else {
        let known: Vec<_> = dossier.iter().map(|part| part.code.as_str()).collect();
        let sentence = format!("Hồ sơ không có phần mang mã \"{}\"; hãy chọn trong: {}.", stamp.part, known.join(", "));
        clause.findings().add(line, "book.unknown_code", sentence);
        return;
    };
    if !matches!(part.kind, PartKind::Pdf { .. }) || part.shown_to_judges {
        let sentence = format!(
            "Phiếu có chữ ký và dấu phải là tệp PDF mà giám khảo không đọc; hãy ghi `kind = \"pdf\"` và `shown_to_judges = false` cho phần \"{}\".",
            part.name
        );
        clause.findings().add(line, "book.contradiction", sentence);
    }
}
