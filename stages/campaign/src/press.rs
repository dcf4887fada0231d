//! The consolidated report as an official document. Its words are the office's, so they are
//! Vietnamese whatever the interface.

use hoithi_documents::forms::{Annex, Block, Column, Head, Report, Row, Signature, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::campaign::Answer;
use hoithi_web::{House, number};

use crate::pages::cells;
use crate::summary::{Summary, UnitReport};

/// Prints the draft of the report upward; number, day and signer are left to be filled in.
pub(crate) async fn print_summary(house: &House, edition: &Edition, summary: &Summary) -> Result<Vec<u8>, Halt> {
    let rules = edition.book.rules();
    let report = Report {
        watermark: house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned()),
        head: Head {
            parent: None,
            issuer: rules.agency.name.clone(),
            number: None,
            symbol: symbol(&rules.agency.symbol),
            place: rules.agency.place.clone(),
            date: None,
            urgency: None,
        },
        kind: "BÁO CÁO".to_owned(),
        subject: format!("Tổng hợp kết quả triển khai {}", edition.title()),
        addressees: addressees(edition),
        bases: Vec::new(),
        blocks: body(summary),
        signature: Signature { capacity: vec!["THỦ TRƯỞNG CƠ QUAN".to_owned()], name: None, mark: None },
        recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
        annexes: vec![annex(summary)],
        issuer_in_text: rules.agency.name.clone(),
    };
    house.printer.print_form(&report).await.map_err(Halt::fault)
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

fn body(summary: &Summary) -> Vec<Block> {
    let sum = &summary.sum;
    let mut blocks = vec![
        Block::heading("I. TÌNH HÌNH BÁO CÁO"),
        Block::paragraph(format!(
            "Đến nay {} trên {} đơn vị đã gửi báo cáo, trong đó {} đơn vị gửi sau thời hạn. Số liệu dưới đây là tổng cộng từ báo cáo của các đơn vị.",
            sum.answered, sum.asked, sum.late
        )),
    ];
    blocks.extend(named("Đơn vị gửi sau thời hạn:", &summary.late(), late_words));
    blocks.extend(named("Đơn vị chưa gửi báo cáo:", &summary.missing(), |unit| unit.name.clone()));
    blocks.push(Block::heading("II. KẾT QUẢ"));
    blocks.extend(results(summary).into_iter().map(Block::item));
    blocks.extend(voices("III. KHÓ KHĂN, VƯỚNG MẮC", summary, |answer| &answer.report.difficulties));
    blocks.extend(voices("IV. ĐỀ XUẤT, KIẾN NGHỊ", summary, |answer| &answer.report.proposals));
    blocks.push(Block::paragraph("Số liệu của từng đơn vị nêu trong Phụ lục kèm theo./."));
    blocks
}

fn many(value: u64) -> String {
    number(i64::try_from(value).unwrap_or(i64::MAX))
}

fn results(summary: &Summary) -> Vec<String> {
    let totals = summary.sum.totals;
    vec![
        format!("Văn bản chỉ đạo đã ban hành: {};", many(totals.documents_issued)),
        format!(
            "Tin, bài, hoạt động tuyên truyền: {}, đến với {} lượt người;",
            many(totals.publicity_items),
            many(totals.people_reached)
        ),
        format!("Đề tài, giải pháp đã vận động gửi dự thi: {};", many(totals.entries_mobilised)),
        format!(
            "Hội thi của địa phương, đơn vị: {} nơi tổ chức, {} giải pháp tham gia, {} giải pháp được chọn gửi lên;",
            summary.sum.local_contests,
            many(totals.local_entries),
            many(totals.local_forwarded)
        ),
        format!("Sáng kiến được công nhận: {};", many(totals.initiatives)),
        format!("Tập thể, cá nhân được khen thưởng: {}.", many(totals.commendations)),
    ]
}

fn named(heading: &str, units: &[&UnitReport], words: impl Fn(&UnitReport) -> String) -> Option<Block> {
    let names: Vec<_> = units.iter().map(|unit| words(unit)).collect();
    (!names.is_empty()).then(|| Block::led(heading, format!("{}.", names.join("; "))))
}

fn late_words(unit: &UnitReport) -> String {
    let days = unit.line.answer().map_or(0, |answer| answer.days_late);
    format!("{} (chậm {days} ngày)", unit.name)
}

/// What units wrote under one heading, each by its name.
fn voices(heading: &str, summary: &Summary, text: impl Fn(&Answer) -> &String) -> Vec<Block> {
    let said = summary.units.iter().filter_map(|unit| {
        let words = text(unit.line.answer()?);
        (!words.is_empty()).then(|| Block::led(format!("{}:", unit.name), words.replace('\n', " ")))
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return Vec::new();
    }
    std::iter::once(Block::heading(heading)).chain(said).collect()
}

fn annex(summary: &Summary) -> Annex {
    let title = "Số liệu báo cáo của các đơn vị";
    let rows = summary.units.iter().enumerate().map(|(index, unit)| Row::Cells(line(index + 1, unit)));
    let table = Table { title: None, columns: columns(), rows: rows.chain([total(summary)]).collect() };
    Annex { title: title.to_owned(), landscape: true, blocks: vec![Block::Table(table)], signature: None }
}

fn columns() -> Vec<Column> {
    let figures = [
        "Văn bản\nchỉ đạo",
        "Tuyên\ntruyền",
        "Lượt\nngười",
        "Gửi\ndự thi",
        "Hội thi\nđơn vị",
        "Chọn\ngửi lên",
        "Sáng\nkiến",
        "Khen\nthưởng",
    ];
    let mut columns = vec![Column::narrow("TT"), Column::wide("Đơn vị", 1), Column::narrow("Ngày nhận")];
    columns.extend(figures.map(Column::amount));
    columns
}

fn line(place: usize, unit: &UnitReport) -> Vec<String> {
    let mut row = vec![place.to_string(), unit.name.clone()];
    match unit.line.answer() {
        Some(answer) => {
            let day = hoithi_web::day(answer.first_received);
            row.push(if answer.late() { format!("{day}\n(chậm {})", answer.days_late) } else { day });
            row.extend(cells(&answer.report.figures, many));
        }
        None => row.push("chưa gửi".to_owned()),
    }
    row
}

fn total(summary: &Summary) -> Row {
    let totals = summary.sum.totals;
    let figures = [
        totals.documents_issued,
        totals.publicity_items,
        totals.people_reached,
        totals.entries_mobilised,
        totals.local_entries,
        totals.local_forwarded,
        totals.initiatives,
        totals.commendations,
    ];
    let figures = figures.map(many);
    Row::Total([String::new(), "Cộng".to_owned(), String::new()].into_iter().chain(figures).collect())
}
