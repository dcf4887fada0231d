//! The consolidated report as a document: how far it is, the sums, what units wrote, the tables behind.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{Bars, Block, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::reporting::{Column as ReportColumn, Sums};
use hoithi_web::House;

use super::annexes::{added, annexes};
use super::{Sheet, Under, many, roman, unsigned};
use crate::summary::{Doubled, Passage, Requested, Summary, UnitReport};
use crate::upward::{Chart, Upward, why_open, word};

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
    let top = &summary.sum.top;
    let mut blocks = vec![
        Block::heading("I. TÌNH HÌNH BÁO CÁO"),
        Block::paragraph(format!(
            "Đến nay {} trên {} đơn vị đã gửi báo cáo, trong đó {} đơn vị gửi sau thời hạn; {} báo cáo đã được duyệt. Số liệu dưới đây là tổng cộng từ các báo cáo đã duyệt.",
            top.answered(),
            top.asked,
            top.late,
            top.approved.reports
        )),
    ];
    blocks.extend(named(
        "Báo cáo đã trả lại hoặc mở lại để sửa, chưa tính là đã gửi:",
        &summary.returned(),
        |unit| unit.name.clone(),
    ));
    blocks.extend(limits(upward));
    blocks.extend(named("Đơn vị gửi sau thời hạn:", &summary.late(), late_words));
    blocks.extend(named("Đơn vị chưa gửi báo cáo:", &summary.missing(), |unit| unit.name.clone()));
    blocks.extend(named("Báo cáo chưa duyệt, số liệu còn mở:", &summary.open(), open_words));
    let unsigned: Vec<&UnitReport> = summary.units.iter().filter(|unit| unit.line.is_exception()).collect();
    blocks.extend(named("Báo cáo đã duyệt khi chưa có bản đã ký:", &unsigned, |unit| unit.name.clone()));
    blocks.push(Block::heading("II. KẾT QUẢ"));
    let results = results(summary);
    if results.rows.is_empty() {
        blocks.push(Block::paragraph("Chưa có số liệu báo cáo."));
    } else {
        blocks.push(Block::Table(results));
        blocks.extend(unwritten(summary));
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
    blocks.push(Block::paragraph("Số liệu của từng đơn vị nêu trong Phụ lục kèm theo./."));
    blocks
}

/// Of which reports this is the sum, where it is not of all that were asked.
fn limits(upward: &Upward) -> Vec<Block> {
    let summary = &upward.summary;
    let span = upward.span.iter().map(|span| Block::led("Phạm vi tổng hợp:", format!("{span}.")));
    let others = summary.other_forms.iter().map(|sheet| format!("{} ({} báo cáo)", sheet.form.name, sheet.reports));
    let others: Vec<_> = others.collect();
    let others = (!others.is_empty()).then(|| {
        Block::led("Báo cáo theo biểu khác, không cộng vào số liệu dưới đây:", format!("{}.", others.join("; ")))
    });
    let beside = named(
        "Đơn vị có thêm báo cáo không tính vào tổng, mỗi đơn vị chỉ tính một báo cáo:",
        &summary.beside.iter().collect::<Vec<_>>(),
        beside_words,
    );
    let doubled: Vec<_> = summary.doubled.iter().map(doubled_words).collect();
    let doubled = (!doubled.is_empty())
        .then(|| Block::led("Đơn vị có số liệu có thể cộng hai lần:", format!("{}.", doubled.join("; "))));
    let requests: Vec<_> = upward.requests.iter().map(request_words).collect();
    let requests =
        (!requests.is_empty()).then(|| Block::led("Cộng chung các lần yêu cầu:", format!("{}.", requests.join("; "))));
    span.chain(requests).chain(others).chain(beside).chain(doubled).collect()
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

/// Of which request, and what it waits for.
fn open_words(unit: &UnitReport) -> String {
    format!("{} (hạn {}, {})", unit.name, hoithi_web::day(unit.line.request.due), why_open(unit))
}

fn beside_words(unit: &UnitReport) -> String {
    format!("{} (hạn {}, {})", unit.name, hoithi_web::day(unit.line.request.due), word(unit))
}

fn bars(chart: &Chart) -> Vec<Block> {
    let figures = chart.bars.iter().map(|(label, value)| (label.as_str(), *value));
    let bars = Block::Bars(Bars::of(format!("{} (đã duyệt)", chart.figure), figures, many));
    let blank = (chart.blank > 0).then(|| Block::paragraph(chart.says_blank()));
    std::iter::once(bars).chain(blank).collect()
}

/// What a dash stands for, and which figures nobody wrote.
fn unwritten(summary: &Summary) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph("Dấu “–”: chưa có số liệu; số 0 là đơn vị đã báo cáo bằng 0.")];
    let labels: Vec<_> = summary.unwritten().into_iter().map(|column| column.label.as_str()).collect();
    if !labels.is_empty() {
        blocks.push(Block::led("Nội dung chưa có số liệu ở báo cáo nào:", format!("{}.", labels.join("; "))));
    }
    blocks
}

/// Each figure with its sum, beside it what is still open, and in how many approved reports it is blank.
fn results(summary: &Summary) -> Table {
    let top = &summary.sum.top;
    let rows = summary.columns.iter().filter(|column| column.rolls_up).filter(|column| {
        let anywhere = |sums: &Sums| sums.figures.contains_key(&column.code);
        anywhere(&top.approved) || anywhere(&top.open)
    });
    let row = |(place, column): (usize, &ReportColumn)| {
        let blank = summary.blank(column, None).to_string();
        let label = if column.asked {
            format!("{} (số đơn vị trả lời Có)", column.label)
        } else {
            column.label.clone()
        };
        let sums = [added(&top.approved, column), added(&top.open, column), blank];
        Row::Cells([(place + 1).to_string(), label].into_iter().chain(sums).collect())
    };
    Table {
        title: None,
        columns: vec![
            Column::narrow("TT"),
            Column::wide("Nội dung", 1),
            Column::amount("Đã duyệt"),
            Column::amount("Còn mở\n(chưa duyệt)"),
            Column::amount("Báo cáo\nđể trống"),
        ],
        rows: rows.enumerate().map(row).collect(),
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
    said.map(|passage| Block::led(whose(passage), passage.words.replace('\n', " "))).collect()
}

/// The unit's name, with whether its report is still open.
fn whose(passage: &Passage) -> String {
    if passage.approved { format!("{}:", passage.unit) } else { format!("{} (báo cáo chưa duyệt):", passage.unit) }
}
