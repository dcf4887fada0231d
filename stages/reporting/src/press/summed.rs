//! The consolidated report as a document: how far it is, the sums, what units wrote, the tables behind.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{Bars, Block, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::reporting::{Column as ReportColumn, GroupSum};
use hoithi_web::House;

use super::annexes::{added, annexes};
use super::{Sheet, Under, many, roman, unsigned};
use crate::summary::{Doubled, Passage, Requested, Summary, UnitReport, sum_of};
use crate::upward::{Chart, Upward};

/// Prints the draft of the report upward; number and day are left to be filled in.
pub(crate) async fn print_summary(house: &House, upward: &Upward) -> Result<Vec<u8>, Halt> {
    let report = sheet(upward).report(house);
    house.printer.print_form(&report).await.map_err(Halt::fault)
}

/// The same draft as a Word file, to be worked on.
pub(crate) async fn word_summary(house: &House, upward: &Upward) -> Result<Vec<u8>, Halt> {
    let report = sheet(upward).report(house);
    tokio::task::spawn_blocking(move || report.word()).await.map_err(Halt::fault)?.map_err(Halt::fault)
}

fn sheet(upward: &Upward) -> Sheet {
    let rules = upward.edition.book.rules();
    let known = Under {
        parent: None,
        issuer: rules.agency.name.clone(),
        symbol: symbol(&rules.agency.symbol),
        place: rules.agency.place.clone(),
        signature: unsigned(&["THỦ TRƯỞNG CƠ QUAN"]),
    };
    Sheet {
        under: Under::of(upward.letterhead.as_ref(), known),
        subject: format!("Tổng hợp kết quả triển khai {}", upward.edition.title()),
        addressees: addressees(&upward.edition),
        blocks: body(upward),
        annexes: annexes(&upward.summary, &upward.groups),
    }
}

/// The agency's letters bear `LHH-KHCN`, its reports `BC-LHH`.
fn symbol(of_letters: &str) -> String {
    format!("BC-{}", of_letters.split('-').next().unwrap_or(of_letters))
}

/// The committee, and whoever stands above it in the edition's bases.
fn addressees(edition: &Edition) -> Vec<String> {
    let rules = edition.book.rules();
    let mut all: Vec<String> = Vec::new();
    for body in rules.bases.iter().map(|basis| &basis.issuer).chain([&rules.committee]) {
        if !all.contains(body) {
            all.push(body.clone());
        }
    }
    all
}

fn body(upward: &Upward) -> Vec<Block> {
    let (summary, chart) = (&upward.summary, upward.chart.as_ref());
    let mut blocks = vec![Block::heading("I. TÌNH HÌNH BÁO CÁO"), Block::paragraph(so_far(&summary.sum.top))];
    blocks.extend(limits(upward));
    blocks.extend(named("Đơn vị gửi sau thời hạn:", &summary.late(), late_words));
    blocks.extend(named("Đơn vị chưa gửi báo cáo:", &summary.missing(), |unit| unit.name.clone()));
    blocks.extend(named("Số liệu chưa gồm báo cáo đang hoàn thiện của:", &summary.open(), |unit| {
        unit.name.clone()
    }));
    blocks.push(Block::heading("II. KẾT QUẢ"));
    let results = results(summary);
    if results.rows.is_empty() {
        blocks.push(Block::paragraph("Chưa có số liệu đã duyệt."));
    } else {
        blocks.push(Block::Table(results));
    }
    blocks.extend(chart.into_iter().flat_map(bars));
    let mut number = 2;
    for (code, words) in &summary.headings {
        let said = voices(code, &summary.texts);
        if !said.is_empty() {
            number += 1;
            blocks.push(Block::heading(format!("{}. {}", roman(number), words.to_uppercase())));
            blocks.extend(said);
        }
    }
    let end = "Số liệu của từng đơn vị nêu trong Phụ lục kèm theo; dấu “–” là chưa có số liệu đã duyệt./.";
    blocks.push(Block::paragraph(end));
    blocks
}

/// How many reported, how many of them late, and what the figures are of; nothing is said of what there is none of.
fn so_far(top: &GroupSum) -> String {
    if top.answered() == 0 {
        return format!("Đến nay chưa đơn vị nào trong {} đơn vị gửi báo cáo.", top.asked);
    }
    let late = if top.late > 0 {
        format!(", trong đó {} đơn vị gửi sau thời hạn", top.late)
    } else {
        String::new()
    };
    let of = match top.approved.reports {
        0 => "Chưa có báo cáo được duyệt.".to_owned(),
        approved => format!("Số liệu dưới đây tổng hợp từ {approved} báo cáo đã duyệt."),
    };
    format!("Đến nay {} trên {} đơn vị đã gửi báo cáo{late}. {of}", top.answered(), top.asked)
}

/// Of which reports this is the sum, where it is not of all that were asked, and where it may be too great.
fn limits(upward: &Upward) -> Vec<Block> {
    let summary = &upward.summary;
    let led = |lead: &str, words: Vec<String>| {
        (!words.is_empty()).then(|| Block::led(lead, format!("{}.", words.join("; "))))
    };
    let asked = |(name, request): &(String, Requested)| format!("{name} (hạn {})", hoithi_web::day(request.due));
    let others = summary.other_forms.iter().map(|sheet| format!("{} ({} báo cáo)", sheet.form.name, sheet.reports));
    let told = [
        led("Phạm vi tổng hợp:", upward.span.iter().cloned().collect()),
        led("Tổng hợp từ các lần yêu cầu:", upward.requests.iter().map(asked).collect()),
        led("Số liệu chưa gồm báo cáo theo biểu khác:", others.collect()),
        led("Số liệu của các đơn vị sau có thể trùng nhau:", summary.doubled.iter().map(doubled_words).collect()),
    ];
    told.into_iter().flatten().collect()
}

/// A request with how far it is.
pub(crate) fn request_words((name, request): &(String, Requested)) -> String {
    let (approved, open, missing) = (request.approved, request.open, request.missing);
    let due = hoithi_web::day(request.due);
    format!("{name} (hạn {due}: {approved} báo cáo đã duyệt, {open} chưa duyệt, {missing} đơn vị chưa gửi)")
}

/// Whose ground is added up once more, with the units that lie there.
pub(crate) fn doubled_words(doubled: &Doubled) -> String {
    format!("{} cùng với {}", doubled.above.name, doubled.below.join(", "))
}

fn bars(chart: &Chart) -> Vec<Block> {
    let figures = chart.bars.iter().map(|(label, value)| (label.as_str(), *value));
    let bars = Block::Bars(Bars::of(format!("{} (đã duyệt)", chart.figure), figures, many));
    let blank = (chart.blank > 0).then(|| Block::paragraph(chart.says_blank()));
    std::iter::once(bars).chain(blank).collect()
}

/// Each figure of which something is approved, with its sum.
fn results(summary: &Summary) -> Table {
    let approved = &summary.sum.top.approved;
    let columns = summary.columns.iter().filter(|column| column.rolls_up && sum_of(approved, column).is_some());
    let row = |(place, column): (usize, &ReportColumn)| {
        let label = if column.asked {
            let asked = column.label.trim_end_matches('?');
            format!("{} (số đơn vị trả lời Có)", asked.strip_suffix(" không").unwrap_or(asked))
        } else {
            column.label.clone()
        };
        Row::Cells(vec![place.to_string(), label, added(approved, column)])
    };
    Table {
        title: None,
        columns: vec![Column::narrow("TT"), Column::wide("Nội dung", 1), Column::amount("Kết quả")],
        rows: (1..).zip(columns).map(row).collect(),
    }
}

fn named(heading: &str, units: &[&UnitReport], words: impl Fn(&UnitReport) -> String) -> Option<Block> {
    let names: Vec<_> = units.iter().map(|unit| words(unit)).collect();
    (!names.is_empty()).then(|| Block::led(heading, format!("{}.", names.join("; "))))
}

fn late_words(unit: &UnitReport) -> String {
    let days = unit.line.answer().map_or(0, |answer| answer.days_late);
    format!("{} (chậm {days} ngày)", unit.name)
}

/// What units wrote under one heading, each by its name, without what the officer leaves out.
fn voices(code: &str, texts: &[Passage]) -> Vec<Block> {
    let said = texts.iter().filter(|passage| passage.key.heading == code && !passage.left_out);
    let said = said.filter(|passage| !says_nothing(&passage.words));
    said.map(|passage| Block::led(whose(passage), passage.words.replace('\n', " "))).collect()
}

/// Whether a unit wrote no more than that there is nothing.
fn says_nothing(words: &str) -> bool {
    let words = words.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    ["", "không", "không có", "không có gì", "chưa có"].contains(&words.as_str())
}

/// The unit's name, with whether its report is still open.
fn whose(passage: &Passage) -> String {
    if passage.approved { format!("{}:", passage.unit) } else { format!("{} (báo cáo chưa duyệt):", passage.unit) }
}
