//! The consolidated report as a document: how far it is, the sums, what units wrote, the tables behind.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{Annex, Bars, Block, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::reporting::{Column as ReportColumn, Sums};
use hoithi_web::House;

use super::{Sheet, many, roman, signed_by};
use crate::summary::{Heap, Passage, Summary, UnitReport};
use crate::upward::{Chart, Upward, word};

/// Prints the draft of the report upward; number and day are left to be filled in.
pub(crate) async fn print_summary(house: &House, upward: &Upward) -> Result<Vec<u8>, Halt> {
    let report = sheet(upward).report(house, &upward.edition);
    house.printer.print_form(&report).await.map_err(Halt::fault)
}

/// The same draft as a Word file, to be worked on.
pub(crate) async fn word_summary(house: &House, upward: &Upward) -> Result<Vec<u8>, Halt> {
    let report = sheet(upward).report(house, &upward.edition);
    tokio::task::spawn_blocking(move || report.word()).await.map_err(Halt::fault)?.map_err(Halt::fault)
}

fn sheet(upward: &Upward) -> Sheet {
    let rules = upward.edition.book.rules();
    Sheet {
        issuer: rules.agency.name.clone(),
        symbol: symbol(&rules.agency.symbol),
        subject: format!("Tổng hợp kết quả triển khai {}", upward.edition.title()),
        addressees: addressees(&upward.edition),
        blocks: body(upward),
        annexes: annexes(&upward.summary, &upward.groups),
        signature: signed_by(upward.signatory.as_ref(), "THỦ TRƯỞNG CƠ QUAN"),
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
    blocks.extend(named("Báo cáo chưa duyệt, số liệu còn mở:", &summary.open(), |unit| unit.name.clone()));
    let unsigned: Vec<&UnitReport> = summary.units.iter().filter(|unit| unit.line.is_exception()).collect();
    blocks.extend(named("Báo cáo đã duyệt khi chưa có bản đã ký:", &unsigned, |unit| unit.name.clone()));
    blocks.push(Block::heading("II. KẾT QUẢ"));
    let results = results(summary);
    if results.rows.is_empty() {
        blocks.push(Block::paragraph("Chưa có số liệu báo cáo."));
    } else {
        blocks.push(Block::Table(results));
    }
    blocks.extend(chart.map(bars));
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
    span.chain(others).chain(beside).collect()
}

fn beside_words(unit: &UnitReport) -> String {
    format!("{} (hạn {}, {})", unit.name, hoithi_web::day(unit.line.request.due), word(unit))
}

fn bars(chart: &Chart) -> Block {
    let figures = chart.bars.iter().map(|(label, value)| (label.as_str(), *value));
    Block::Bars(Bars::of(format!("{} (đã duyệt)", chart.figure), figures, many))
}

/// Each figure with its sum, and beside it what is still open.
fn results(summary: &Summary) -> Table {
    let top = &summary.sum.top;
    let rows = summary.columns.iter().filter(|column| column.rolls_up).filter(|column| {
        let anywhere = |sums: &Sums| sums.figures.contains_key(&column.code);
        anywhere(&top.approved) || anywhere(&top.open)
    });
    let row = |(place, column): (usize, &ReportColumn)| {
        let none = top.open.having(&column.code) == 0 || (!column.asked && top.open.of(&column.code) == 0);
        let open = if none { "–".to_owned() } else { added(&top.open, column) };
        let label = if column.asked {
            format!("{} (số đơn vị trả lời Có)", column.label)
        } else {
            column.label.clone()
        };
        Row::Cells(vec![(place + 1).to_string(), label, added(&top.approved, column), open])
    };
    Table {
        title: None,
        columns: vec![
            Column::narrow("TT"),
            Column::wide("Nội dung", 1),
            Column::amount("Đã duyệt"),
            Column::amount("Còn mở\n(chưa duyệt)"),
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

/// A sheet of paper lying takes so many figures beside the unit's name.
const FIGURES_A_SHEET: usize = 9;

/// The figures by unit, and by group where they were grouped; many figures take several sheets.
fn annexes(summary: &Summary, groups: &[(String, Heap)]) -> Vec<Annex> {
    let used: Vec<_> = summary
        .columns
        .iter()
        .filter(|column| summary.units.iter().any(|unit| figure(unit, &column.code).is_some()))
        .collect();
    let sheet = |columns: &[&ReportColumn]| {
        let title = "Số liệu báo cáo của các đơn vị".to_owned();
        let table = Table { title: None, columns: heads(columns), rows: unit_rows(summary, columns) };
        Annex { title, landscape: true, blocks: vec![Block::Table(table)], signature: None }
    };
    let mut annexes: Vec<_> = used.chunks(FIGURES_A_SHEET).map(sheet).collect();
    if !groups.is_empty() {
        annexes.extend(used.chunks(FIGURES_A_SHEET).map(|columns| group_annex(summary, groups, columns)));
    }
    annexes
}

fn heads(columns: &[&ReportColumn]) -> Vec<Column> {
    let fixed = [Column::narrow("TT"), Column::wide("Đơn vị", 1), Column::narrow("Tình trạng")];
    fixed.into_iter().chain(columns.iter().map(|column| Column::amount(column.short.replacen(' ', "\n", 1)))).collect()
}

/// A sum, or how many said yes of how many answered.
fn added(sums: &Sums, column: &ReportColumn) -> String {
    let sum = many(sums.of(&column.code));
    if column.asked { format!("{sum}/{}", sums.having(&column.code)) } else { sum }
}

/// A unit's figure, or its yes or no.
fn told(column: &ReportColumn, value: u64) -> String {
    match (column.asked, value) {
        (false, value) => many(value),
        (true, 0) => "không".to_owned(),
        (true, _) => "có".to_owned(),
    }
}

fn figure(unit: &UnitReport, code: &str) -> Option<u64> {
    unit.line.answer()?.given.figures.get(code).copied()
}

fn unit_rows(summary: &Summary, columns: &[&ReportColumn]) -> Vec<Row> {
    let row = |(place, unit): (usize, &UnitReport)| {
        let shown = |column: &&ReportColumn| {
            figure(unit, &column.code).map_or_else(|| "–".to_owned(), |value| told(column, value))
        };
        let fixed = [(place + 1).to_string(), unit.name.clone(), word(unit).to_owned()];
        Row::Cells(fixed.into_iter().chain(columns.iter().map(shown)).collect())
    };
    let total = total(&summary.sum.top.approved, columns);
    summary.units.iter().enumerate().map(row).chain([total]).collect()
}

fn total(sums: &Sums, columns: &[&ReportColumn]) -> Row {
    let fixed = [String::new(), "Cộng các báo cáo đã duyệt".to_owned(), String::new()];
    let sum = |column: &&ReportColumn| {
        if column.rolls_up { added(sums, column) } else { "không cộng".to_owned() }
    };
    Row::Total(fixed.into_iter().chain(columns.iter().map(sum)).collect())
}

fn group_annex(summary: &Summary, groups: &[(String, Heap)], columns: &[&ReportColumn]) -> Annex {
    let row = |(place, (name, heap)): (usize, &(String, Heap))| {
        let group = summary.sum.groups.get(heap).cloned().unwrap_or_default();
        let fixed = [(place + 1).to_string(), name.clone(), format!("{}/{}", group.approved.reports, group.asked)];
        let sums =
            columns.iter().map(|column| if column.rolls_up { added(&group.approved, column) } else { "–".to_owned() });
        Row::Cells(fixed.into_iter().chain(sums).collect())
    };
    let rows = groups.iter().enumerate().map(row).chain([total(&summary.sum.top.approved, columns)]).collect();
    let mut columns = heads(columns);
    columns[1] = Column::wide("Nhóm", 1);
    columns[2] = Column::narrow("Đã duyệt\ntrên yêu cầu");
    let table = Table { title: None, columns, rows };
    let title = "Số liệu đã duyệt theo nhóm".to_owned();
    Annex { title, landscape: true, blocks: vec![Block::Table(table)], signature: None }
}
