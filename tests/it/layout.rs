//! The first page of every kind of document, annexes, and the reports on paper: where each line stands, so that
//! a change of layout is seen. Places are whole millimetres from the page's left and upper edge.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use hoithi_correspondence::{Annex, Content, Document, Lines, print_draft};
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, DocumentState, Signatory, SigningCapacity, Urgency};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_testkit::TestHouse;
use jiff::civil::date;

use crate::campaign::sent;
use crate::reporting::{SUMS, fields};

fn sample(kind: &DocumentKind) -> Document {
    let symbol = kind.abbreviation().map_or("LHH-KHCN".to_owned(), |short| format!("{short}-BTC"));
    let content = Content {
        kind: kind.clone(),
        parent_body: "UBND tỉnh Hải Lam".to_owned(),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật".to_owned(),
        place: "Hải Lam".to_owned(),
        symbol: symbol.clone(),
        subject: "tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII".to_owned(),
        text: "Căn cứ Kế hoạch số 12/KH-BTC của Ban Tổ chức;\nĐiều 1. Các đơn vị thực hiện:\n**1. Tuyên truyền**\n- Phổ biến Thể lệ;\n| TT | Việc | Hạn |\n| :-: | ---- | -: |\n| 1 | Báo cáo | 30/6 |\n**Đầu mối:** Văn phòng.".to_owned(),
        addressees: Lines::parse("Ủy ban nhân dân các xã\nCác sở, ban, ngành"),
        recipients: Lines::parse("Như trên\nLưu: VT"),
        signatory: Some(Signatory {
            capacity: SigningCapacity::ForHead,
            on_behalf_of: "Ban Tổ chức".to_owned(),
            in_place_of: "Trưởng ban".to_owned(),
            position: "Phó Trưởng ban".to_owned(),
            name: "Đặng Thị Ngọc Uyển".parse().unwrap(),
        }),
        annexes: Vec::new(),
        urgency: None,
        public: false,
    };
    let nobody = "00000000-0000-0000-0000-000000000000";
    let (id, edition): (DocumentId, EditionId) = (nobody.parse().unwrap(), nobody.parse().unwrap());
    let draft = Document::draft(id, edition, content);
    let number = DocumentNumber::new(7, &symbol, 2031).unwrap();
    Document { state: DocumentState::Signed { number, date: date(2031, 2, 5) }, ..draft }
}

/// Every line of the first page: left, top, words.
fn lines(pdf: &[u8]) -> String {
    lines_of(pdf, &["-f", "1", "-l", "1"])
}

/// The same for the pages that were asked for, with a rule between two of them.
fn lines_of(pdf: &[u8], pages: &[&str]) -> String {
    let mut reader = Command::new("pdftotext")
        .arg("-bbox-layout")
        .args(pages)
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap();
    let line = regex::Regex::new(r#"(?s)<page |<line xMin="([\d.]+)" yMin="([\d.]+)".*?</line>"#).unwrap();
    let word = regex::Regex::new("(?s)<word[^>]*>(.*?)</word>").unwrap();
    let mut page = String::new();
    for found in line.captures_iter(&text) {
        let mm = |points: &str| (points.parse::<f64>().unwrap() * 25.4 / 72.0).round();
        let words: Vec<&str> = word.captures_iter(&found[0]).map(|one| one.get(1).unwrap().as_str()).collect();
        match (found.get(1), found.get(2)) {
            (Some(left), Some(top)) => {
                writeln!(page, "{:>3} {:>3}  {}", mm(left.as_str()), mm(top.as_str()), words.join(" ")).unwrap();
            }
            _ if page.is_empty() => {}
            _ => writeln!(page, "-- next page").unwrap(),
        }
    }
    page
}

#[tokio::test]
async fn the_first_page_of_every_kind_stands_as_it_did() {
    let house = TestHouse::on_sqlite().await;
    let free = ["other:Thể lệ", "other:Giấy chứng nhận"].map(|code| code.parse::<DocumentKind>().unwrap());
    let mut all = String::new();
    for kind in DocumentKind::LISTED.iter().chain(&free) {
        let pdf = print_draft(house.house(), &sample(kind), &[]).await.unwrap();
        writeln!(all, "## {kind}\n{}", lines(&pdf)).unwrap();
    }
    insta::assert_snapshot!("first_pages", all);
}

/// What few documents have: a stamp, a body above with a long name, two annexes of which one lies across.
#[tokio::test]
async fn a_stamp_long_names_and_annexes_stand_as_they_did() {
    let house = TestHouse::on_sqlite().await;
    let wide = "| TT | Đơn vị | Đã gửi | Đạt | Giải | Ghi chú |\n| :-: | --- | -: | -: | -: | --- |\n| 1 | Xã Hải Lam | 12 | 7 | 2 | Có hội thi riêng |";
    let annex = |title: &str, text: &str| Annex { title: title.to_owned(), text: text.to_owned() };
    let plain = sample(&DocumentKind::OfficialLetter);
    let content = Content {
        parent_body: "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam".to_owned(),
        issuer: "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hải Lam".to_owned(),
        urgency: Some(Urgency::VeryUrgent),
        annexes: vec![
            annex("Biểu tổng hợp", wide),
            annex("Danh sách đầu mối", "- Văn phòng;\n- Ban Khoa học công nghệ."),
        ],
        ..plain.content.clone()
    };
    let pdf = print_draft(house.house(), &Document { content, ..plain }, &[]).await.unwrap();
    insta::assert_snapshot!("stamp_and_annexes", lines_of(&pdf, &[]));
}

#[tokio::test]
async fn the_reports_stand_on_paper_as_they_did() {
    let house = TestHouse::on_sqlite().await;
    let sent = sent(&house).await;
    let own = format!("{}/bao-cao", sent.desk(&house).await);
    assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
    let of_unit = sent.contact.get(&format!("{own}/in")).await;
    insta::assert_snapshot!("report_of_a_unit", lines_of(of_unit.bytes(), &[]));
    let consolidated = sent.officer.get(&format!("{SUMS}/pdf?nhom=cap")).await;
    insta::assert_snapshot!("consolidated_report", lines_of(consolidated.bytes(), &[]));
}
