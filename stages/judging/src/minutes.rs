//! *Biên bản mở niêm phong*: who opened what when, and what each entry's sheets came to.
//!
//! An official paper, so its words are Vietnamese whatever the reader's screen is in.

use std::collections::BTreeMap;

use hoithi_documents::forms::{Block, Column, Head, Minutes, Row, Signature, Table};
use hoithi_edition::Edition;
use hoithi_rules::edition::hour;
use hoithi_rules::ids::{AccountId, JudgeId};
use hoithi_rules::judging::{Aggregate, OpenerRole, Points, TallyRule};
use hoithi_rules::people::PersonName;
use jiff::Timestamp;

use crate::jury::Jury;
use crate::results::{EntryResult, RoundResults};
use crate::rounds::{Confirmed, RoundStep};

/// The persons of an opening.
pub(crate) struct Present {
    pub(crate) jury: Option<Jury>,
    pub(crate) openers: Vec<Confirmed>,
    pub(crate) names: BTreeMap<AccountId, PersonName>,
    pub(crate) judges: BTreeMap<JudgeId, String>,
}

/// The minutes of a round's opening; `role` gives the roles' names.
pub(crate) fn of(
    edition: &Edition,
    results: &RoundResults,
    present: &Present,
    role: impl Fn(OpenerRole) -> String,
    watermark: Option<String>,
) -> Minutes {
    let rules = edition.book.rules();
    let opened_on = match results.round.step {
        RoundStep::Opened { opened, .. } => Some(edition.book.calendar().day_of(opened)),
        _ => None,
    };
    Minutes {
        watermark,
        head: Head {
            parent: Some(rules.committee.clone()),
            issuer: "Hội đồng giám khảo".to_owned(),
            number: None,
            symbol: "BB-HĐGK".to_owned(),
            place: rules.agency.place.clone(),
            date: opened_on,
            urgency: None,
        },
        subject: format!("Mở niêm phong phiếu chấm {}", hoithi_web::lower_first(&results.round.rule.name)),
        facts: facts(edition, results, present),
        blocks: blocks(edition, results, present, &role),
        signatures: present.openers.iter().map(|each| signature(each, present, &role)).collect(),
        recipients: vec!["Ban Tổ chức".to_owned(), "Lưu: Hội đồng giám khảo".to_owned()],
        ..Minutes::default()
    }
}

fn facts(edition: &Edition, results: &RoundResults, present: &Present) -> Vec<(String, String)> {
    let mut facts = vec![("Kỳ thi".to_owned(), edition.title())];
    if let Some(jury) = &present.jury {
        let decision = format!("Quyết định số {} ngày {}", jury.decision, hoithi_web::day(jury.decided_on));
        facts.push(("Căn cứ thành lập Hội đồng giám khảo".to_owned(), decision));
    }
    if let RoundStep::Opened { sealed, opened, .. } = results.round.step {
        facts.push(("Thời điểm niêm phong".to_owned(), instant(edition, sealed)));
        facts.push(("Thời điểm mở niêm phong".to_owned(), instant(edition, opened)));
    }
    facts
}

fn instant(edition: &Edition, at: Timestamp) -> String {
    let there = at.to_zoned(edition.book.calendar().zone.clone());
    format!("{}, ngày {}", hour(there.time()), hoithi_web::day(there.date()))
}

fn blocks(
    edition: &Edition,
    results: &RoundResults,
    present: &Present,
    role: &impl Fn(OpenerRole) -> String,
) -> Vec<Block> {
    let mut blocks = vec![Block::heading("1. Người mở niêm phong")];
    blocks.extend(present.openers.iter().map(|each| Block::item(told(each, present, role, edition))));
    let sheets: usize = results.entries.iter().map(|entry| entry.sheets.len()).sum();
    blocks.push(Block::heading("2. Tình trạng phiếu chấm"));
    blocks.push(Block::paragraph(format!(
        "Toàn bộ {sheets} phiếu chấm của {} hồ sơ đã được giám khảo xác nhận và khóa trước khi niêm phong. \
         Từ lúc niêm phong đến lúc mở, không ai đọc hoặc sửa được phiếu chấm.",
        results.entries.len()
    )));
    blocks.push(Block::heading("3. Kết quả tổng hợp"));
    blocks.push(Block::paragraph(how(&results.marking.tally, results.marking.sheets_per_entry)));
    blocks.push(Block::Table(table(results)));
    blocks.push(Block::heading("4. Giám khảo tham gia chấm"));
    blocks.push(Block::paragraph(judges(results, present)));
    blocks
}

fn told(each: &Confirmed, present: &Present, role: &impl Fn(OpenerRole) -> String, edition: &Edition) -> String {
    let name = present.names.get(&each.opener.account).map_or_else(String::new, ToString::to_string);
    let deputy = if each.opener.deputy { ", là người thay thế đã được chỉ định trước" } else { "" };
    format!("{name}, {}{deputy}, xác nhận lúc {}", role(each.opener.role), instant(edition, each.at))
}

/// How sheets become a result, in words.
fn how(rule: &TallyRule, per_entry: usize) -> String {
    let aggregate = match rule.aggregate {
        Aggregate::Mean => "trung bình cộng",
        Aggregate::Sum => "tổng",
        Aggregate::Median => "trung vị",
    };
    let trim = rule.trim.map_or_else(String::new, |trim| {
        format!(" Khi có từ {} phiếu trở lên, bỏ một phiếu cao nhất và một phiếu thấp nhất.", trim.from_sheets)
    });
    let unit = rule.rounding.unit;
    format!(
        "Mỗi hồ sơ có đúng {per_entry} phiếu. Kết quả là {aggregate} tổng điểm các phiếu, làm tròn đến {unit} điểm.{trim}"
    )
}

fn table(results: &RoundResults) -> Table {
    let mut entries: Vec<&EntryResult> = results.entries.iter().collect();
    entries.sort_by(|a, b| b.result.exact.cmp(&a.result.exact).then_with(|| a.blind_code.cmp(&b.blind_code)));
    let row = |(index, entry): (usize, &&EntryResult)| {
        let totals: Vec<String> = entry.sheets.iter().map(|sheet| sheet.total.to_string()).collect();
        Row::Cells(vec![
            (index + 1).to_string(),
            entry.blind_code.to_string(),
            entry.title.clone(),
            totals.join("; "),
            most(entry).map_or_else(String::new, |(low, high)| format!("{low} – {high}")),
            entry.result.rounded.to_string(),
        ])
    };
    Table {
        title: None,
        columns: vec![
            Column::narrow("TT"),
            Column::narrow("Số phách"),
            Column::wide("Tên giải pháp", 4),
            Column::wide("Tổng điểm từng phiếu", 2),
            Column::narrow("Thấp – cao"),
            Column::amount("Kết quả"),
        ],
        rows: entries.iter().enumerate().map(row).collect(),
    }
}

fn most(entry: &EntryResult) -> Option<(Points, Points)> {
    let totals = || entry.sheets.iter().map(|sheet| sheet.total);
    Some((totals().min()?, totals().max()?))
}

fn judges(results: &RoundResults, present: &Present) -> String {
    let mut counts: BTreeMap<JudgeId, usize> = BTreeMap::new();
    for sheet in results.entries.iter().flat_map(|entry| &entry.sheets) {
        *counts.entry(sheet.judge).or_default() += 1;
    }
    let mut told: Vec<String> = counts
        .iter()
        .map(|(judge, count)| format!("{} ({count} phiếu)", present.judges.get(judge).map_or("", String::as_str)))
        .collect();
    told.sort();
    format!("{}.", told.join("; "))
}

fn signature(each: &Confirmed, present: &Present, role: &impl Fn(OpenerRole) -> String) -> Signature {
    let capacity = role(each.opener.role).to_uppercase();
    let deputy = each.opener.deputy.then(|| "NGƯỜI THAY THẾ".to_owned());
    Signature {
        capacity: deputy.into_iter().chain([capacity]).collect(),
        name: present.names.get(&each.opener.account).map(ToString::to_string),
        mark: None,
    }
}
