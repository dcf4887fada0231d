//! Reads the rules part.

use std::collections::BTreeSet;

use super::clause::Clause;
use crate::edition::contest::is_code;
use crate::edition::{
    Agency, Basis, Category, CategoryCode, Channel, ChannelKind, Declaration, DossierPart,
    Eligibility, EntrantKind, Entrants, ForwardingRule, Level, PartCode, PartKind, Rules, Slug,
    Source, Years,
};

/// The document that brings a part into force, written at the top of each part.
pub(super) fn source(clause: &Clause<'_>) -> Option<Source> {
    let document = document(clause);
    let issuer = clause.text("issuer");
    let issued = clause.day("issued");
    let in_force = clause.day("in_force");
    if let (Some(issued), Some(in_force)) = (issued, in_force)
        && in_force < issued
    {
        let sentence = "Ngày có hiệu lực `in_force` sớm hơn ngày ban hành `issued`; hãy viết ngày có hiệu lực từ ngày ban hành trở đi.";
        clause.wrong("in_force", "book.out_of_order", sentence.to_owned());
    }
    Some(Source {
        document: document?,
        issuer: issuer?,
        issued: issued?,
        in_force: in_force?,
    })
}

fn document(clause: &Clause<'_>) -> Option<String> {
    clause.parsed("document", "85/QĐ-BTC", |text| {
        let (number, symbol) = text.split_once('/')?;
        let numbered = number.starts_with(|sign: char| sign.is_ascii_digit());
        (numbered && !symbol.trim().is_empty()).then(|| text.to_owned())
    })
}

/// A code, at a key named `code`.
pub(super) fn code(clause: &Clause<'_>, key: &str, example: &str) -> Option<String> {
    clause.parsed(key, example, |text| is_code(text).then(|| text.to_owned()))
}

/// Refuses a code that stands twice among its like; the second is told.
pub(super) fn each_once<'c>(codes: impl Iterator<Item = (&'c Clause<'c>, String)>) {
    let mut seen = BTreeSet::new();
    for (clause, code) in codes {
        if !seen.insert(code.clone()) {
            let sentence = format!("Mã \"{code}\" đã dùng ở phía trên; hãy đặt mã khác.");
            clause.wrong("code", "book.duplicate_code", sentence);
        }
    }
}

/// Reads a list whose elements have codes, refusing a code that stands twice; `None` if any
/// element is wrong.
pub(super) fn coded<T>(
    clauses: &[Clause<'_>],
    read: impl Fn(&Clause<'_>) -> Option<T>,
    code: impl Fn(&T) -> String,
) -> Option<Vec<T>> {
    let things: Vec<Option<T>> = clauses
        .iter()
        .map(|clause| {
            let thing = read(clause);
            clause.close();
            thing
        })
        .collect();
    let codes = clauses.iter().zip(&things);
    each_once(codes.filter_map(|(clause, thing)| Some((clause, code(thing.as_ref()?)))));
    things.into_iter().collect()
}

pub(super) fn read(clause: &Clause<'_>) -> Option<Rules> {
    let source = source(clause);
    let contest = clause.text("contest");
    let level = clause.choice("level", &Level::ALL.map(|level| (level.code(), level)));
    let slug = clause.parsed("slug", "quang-ninh-viii", Slug::parse);
    let ordinal = clause
        .number::<u16>("ordinal", 1, 999)
        .and_then(|ordinal| ordinal.try_into().ok());
    let years = years(clause);
    let agency = clause
        .section("agency")
        .and_then(|agency| self::agency(&agency));
    let committee = clause.text("committee");
    let term = clause.text("term");
    let bases = bases(clause);
    let categories = categories(clause);
    let entrants = clause
        .section("entrants")
        .and_then(|entrants| self::entrants(&entrants));
    let eligibility = eligibility(clause);
    let dossier = clause
        .list("dossier")
        .and_then(|parts| coded(&parts, dossier_part, |part| part.code.as_str().to_owned()));
    let channels = channels(clause);
    let forwarding = forwarding(clause);
    clause.close();
    if let (Some(categories), Some(forwarding)) = (&categories, &forwarding) {
        upward_fits(clause, categories, forwarding.as_ref());
    }
    Some(Rules {
        source: source?,
        contest: contest?,
        level: level?,
        slug: slug?,
        ordinal: ordinal?,
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
        forwarding: forwarding?,
    })
}

fn years(clause: &Clause<'_>) -> Option<Years> {
    let first = clause.number("first_year", 1900, 2200);
    let last = clause.number("last_year", 1900, 2200);
    let years = Years {
        first: first?,
        last: last?,
    };
    if years.last < years.first {
        let sentence = format!(
            "Năm cuối `last_year` sớm hơn năm đầu {}; hãy viết năm từ {} trở đi.",
            years.first, years.first
        );
        clause.wrong("last_year", "book.out_of_order", sentence);
        return None;
    }
    Some(years)
}

fn agency(clause: &Clause<'_>) -> Option<Agency> {
    let name = clause.text("name");
    let symbol = clause.text("symbol");
    let place = clause.text("place");
    clause.close();
    Some(Agency {
        name: name?,
        symbol: symbol?,
        place: place?,
    })
}

fn bases(clause: &Clause<'_>) -> Option<Vec<Basis>> {
    let clauses = clause.list_if_any("bases")?;
    clauses
        .iter()
        .map(basis)
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

fn basis(clause: &Clause<'_>) -> Option<Basis> {
    let kind = clause.text("kind");
    let document = document(clause);
    let issued = clause.day("issued");
    let issuer = clause.text("issuer");
    let about = clause.text("about");
    clause.close();
    Some(Basis {
        kind: kind?,
        document: document?,
        issued: issued?,
        issuer: issuer?,
        about: about?,
    })
}

fn categories(clause: &Clause<'_>) -> Option<Vec<Category>> {
    let clauses = clause.list("categories")?;
    coded(&clauses, category, |category| {
        category.code.as_str().to_owned()
    })
}

fn category(clause: &Clause<'_>) -> Option<Category> {
    let code = clause.parsed("code", "y-duoc", CategoryCode::parse);
    let name = clause.text("name");
    let upward = clause.parsed_if_any("upward", "y-duoc", CategoryCode::parse);
    Some(Category {
        code: code?,
        name: name?,
        upward: upward?,
    })
}

fn upward_fits(clause: &Clause<'_>, categories: &[Category], forwarding: Option<&ForwardingRule>) {
    for (index, category) in categories.iter().enumerate() {
        let line = clause.line_of(&["categories", &index.to_string(), "upward"]);
        match (forwarding, &category.upward) {
            (Some(_), None) => clause.findings().add(line, "book.contradiction", format!(
                "Hội thi có chọn gửi lên cấp trên nhưng lĩnh vực \"{}\" chưa có lĩnh vực tương ứng; hãy thêm `upward = \"…\"`.",
                category.name
            )),
            (None, Some(_)) => clause.findings().add(line, "book.contradiction", format!(
                "Lĩnh vực \"{}\" có `upward` nhưng hội thi không chọn gửi lên cấp trên; hãy thêm mục [rules.forwarding] hoặc bỏ `upward`.",
                category.name
            )),
            _ => {}
        }
    }
}

fn entrants(clause: &Clause<'_>) -> Option<Entrants> {
    let kinds = clause.choices("kinds", &EntrantKind::ALL.map(|kind| (kind.code(), kind)));
    let minimum_age = clause.number_if_any::<u16>("minimum_age", 1, 100);
    let max_authors = clause.number_if_any::<u16>("max_authors", 1, 100);
    clause.close();
    let alone = max_authors.flatten() == Some(1);
    if alone
        && kinds
            .as_ref()
            .is_some_and(|kinds| kinds.contains(&EntrantKind::Group))
    {
        let sentence = "Cho phép nhóm tác giả (`group`) mà chỉ cho một tác giả; hãy tăng `max_authors` hoặc bỏ `group`.";
        clause.wrong("max_authors", "book.contradiction", sentence.to_owned());
    }
    Some(Entrants {
        kinds: kinds?,
        minimum_age: minimum_age?.and_then(|age| age.try_into().ok()),
        max_authors: max_authors?.and_then(|most| most.try_into().ok()),
    })
}

fn eligibility(clause: &Clause<'_>) -> Option<Eligibility> {
    let Some(clause) = clause.section_if_any("eligibility")? else {
        return Some(Eligibility {
            created_from: None,
            declarations: Vec::new(),
        });
    };
    let created_from = clause.day_if_any("created_from");
    let declarations = clause.list_if_any("declarations").and_then(|declarations| {
        coded(&declarations, declaration, |declaration| {
            declaration.code.as_str().to_owned()
        })
    });
    clause.close();
    Some(Eligibility {
        created_from: created_from?,
        declarations: declarations?,
    })
}

fn declaration(clause: &Clause<'_>) -> Option<Declaration> {
    let code = clause.parsed("code", "chua-doat-giai", PartCode::parse);
    let text = clause.text("text");
    Some(Declaration {
        code: code?,
        text: text?,
    })
}

fn dossier_part(clause: &Clause<'_>) -> Option<DossierPart> {
    let code = clause.parsed("code", "ban-mo-ta", PartCode::parse);
    let name = clause.text("name");
    let help = clause.text_if_any("help");
    let kind = part_kind(clause);
    let required = clause.flag("required");
    let shown_to_judges = clause.flag("shown_to_judges");
    Some(DossierPart {
        code: code?,
        name: name?,
        help: help?.unwrap_or_default(),
        kind: kind?,
        required: required?,
        shown_to_judges: shown_to_judges?,
    })
}

fn part_kind(clause: &Clause<'_>) -> Option<PartKind> {
    if clause.choice("kind", &[("text", true), ("pdf", false)])? {
        let most = clause.number::<u32>("max_characters", 1, 100_000)?;
        Some(PartKind::Text {
            max_characters: most.try_into().ok()?,
        })
    } else {
        let most = clause.number::<u32>("max_megabytes", 1, 100)?;
        Some(PartKind::Pdf {
            max_megabytes: most.try_into().ok()?,
        })
    }
}

fn channels(clause: &Clause<'_>) -> Option<Vec<Channel>> {
    let clauses = clause.list("channels")?;
    coded(&clauses, channel, |channel| {
        channel.kind().code().to_owned()
    })
}

fn channel(clause: &Clause<'_>) -> Option<Channel> {
    match clause.choice("code", &ChannelKind::ALL.map(|kind| (kind.code(), kind)))? {
        ChannelKind::Online => Some(Channel::Online),
        ChannelKind::ByHand => Some(Channel::ByHand {
            place: clause.text("place")?,
        }),
        ChannelKind::ByPost => {
            let place = clause.text("place");
            let latest_arrival = clause.day_if_any("latest_arrival");
            Some(Channel::ByPost {
                place: place?,
                latest_arrival: latest_arrival?,
            })
        }
    }
}

fn forwarding(clause: &Clause<'_>) -> Option<Option<ForwardingRule>> {
    let Some(clause) = clause.section_if_any("forwarding")? else {
        return Some(None);
    };
    let to = clause.parsed("to", "quang-ninh-viii", Slug::parse);
    let limit = clause.number::<u32>("limit", 1, 10_000);
    let least_points = clause.points_if_any("least_points");
    clause.close();
    Some(Some(ForwardingRule {
        to: to?,
        limit: limit?.try_into().ok()?,
        least_points: least_points?,
    }))
}
