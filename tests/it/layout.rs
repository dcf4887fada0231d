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
use crate::reporting::{SUMS, approved, fields, page_of_the_one};

/// What the decree's papers with a kind over them share.
const COMMON: &str = "Căn cứ Kế hoạch số 12/KH-BTC của Ban Tổ chức;\nĐiều 1. Các đơn vị thực hiện:\n**1. Tuyên truyền**\n- Phổ biến Thể lệ;\n| TT | Việc | Hạn |\n| :-: | ---- | -: |\n| 1 | Báo cáo | 30/6 |\n**Đầu mối:** Văn phòng.";

/// The text of a kind: its own where the paper has a form of its own.
fn text_of(kind: &DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Resolution => {
            "Căn cứ Quy chế hoạt động của Ban Tổ chức;\nXét đề nghị của Ban Thư ký,\nĐiều 1. Thông qua Thể lệ Hội thi lần thứ XII.\nĐiều 2. Ban Thư ký thi hành./."
        }
        DocumentKind::Minutes => {
            "**Thời gian bắt đầu:** 14 giờ 00, ngày 05 tháng 02 năm 2031.\n**Địa điểm:** Phòng họp số 2.\n**Chủ trì:** Bà Đặng Thị Ngọc Uyển, Phó Trưởng ban.\n**Thư ký:** Bà Đoàn Thị Ái Như, chuyên viên.\n**Nội dung:** Ban Tổ chức thống nhất dự thảo Thể lệ.\nCuộc họp kết thúc vào 15 giờ 20 cùng ngày, biên bản đã đọc lại cho mọi người cùng nghe./."
        }
        DocumentKind::Contract | DocumentKind::Memorandum | DocumentKind::Agreement => {
            "**Bên A:** Ban Tổ chức Hội thi Sáng tạo kỹ thuật.\n**Bên B:** Công ty cổ phần In Bến Sú.\n**Đại diện Bên B:** Ông Lưu Văn Ghềnh – chức vụ: Giám đốc.\n**Điều 1.** Bên B in 500 bản kỷ yếu Hội thi, giao trước ngày 30/9/2031.\n**Điều 2.** Văn bản này lập thành 04 bản, mỗi bên giữ 02 bản./."
        }
        DocumentKind::Telegram => {
            "Bão số 3 đi vào đất liền chiều 05/02; Ban Tổ chức yêu cầu các đơn vị dừng lễ phát động ngoài trời và báo cáo trước 17 giờ 00./."
        }
        DocumentKind::Invitation => {
            "Tới dự lễ phát động Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII.\n**Chủ trì:** Trưởng Ban Tổ chức.\n**Thời gian:** 8 giờ 00, ngày 20 tháng 02 năm 2031.\n**Địa điểm:** Hội trường số 1./."
        }
        DocumentKind::Introduction => {
            "Ban Tổ chức Hội thi Sáng tạo kỹ thuật trân trọng giới thiệu:\nÔng (bà): Đoàn Thị Ái Như\nChức vụ: Chuyên viên Ban Thư ký\nĐược cử đến: Trường Cao đẳng Hải Lam\nVề việc: phổ biến Thể lệ Hội thi.\nĐề nghị Quý cơ quan tạo điều kiện để bà có tên ở trên hoàn thành nhiệm vụ.\nGiấy này có giá trị đến hết ngày 28/02/2031./."
        }
        DocumentKind::LeavePermit => {
            "Xét Đơn đề nghị nghỉ phép ngày 01/02/2031 của bà Đoàn Thị Ái Như,\nBan Tổ chức Hội thi Sáng tạo kỹ thuật cấp cho:\nÔng (bà): Đoàn Thị Ái Như\nChức vụ: Chuyên viên Ban Thư ký\nNghỉ phép trong thời gian 05 ngày, kể từ ngày 10/02/2031 đến hết ngày 14/02/2031 tại xã Bãi Sậy./."
        }
        DocumentKind::PowerOfAttorney => {
            "**Người ủy quyền:** Bà Đặng Thị Ngọc Uyển, Phó Trưởng Ban Tổ chức.\n**Người được ủy quyền:** Ông Ngô Bá Quyền, Chánh Văn phòng.\n**Nội dung:** ký hợp đồng in kỷ yếu Hội thi.\n**Thời hạn:** đến hết ngày 30/6/2031./."
        }
        _ => COMMON,
    }
}

/// The decree's kinds, and two that are free.
pub(crate) fn every_kind() -> Vec<DocumentKind> {
    let free = ["other:Thể lệ", "other:Giấy chứng nhận"].map(|code| code.parse::<DocumentKind>().unwrap());
    DocumentKind::LISTED.into_iter().chain(free).collect()
}

/// A signed paper of that kind.
pub(crate) fn sample(kind: &DocumentKind) -> Document {
    let symbol = kind.abbreviation().map_or("LHH-KHCN".to_owned(), |short| format!("{short}-BTC"));
    let content = Content {
        kind: kind.clone(),
        parent_body: "UBND tỉnh Hải Lam".to_owned(),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật".to_owned(),
        place: "Hải Lam".to_owned(),
        symbol: symbol.clone(),
        subject: "tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII".to_owned(),
        text: text_of(kind).to_owned(),
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
    let mut all = String::new();
    for kind in every_kind() {
        let pdf = print_draft(house.house(), &sample(&kind), &[]).await.unwrap();
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

/// However many rows its last table has, a signature has some of them over it, under the table's head.
#[tokio::test]
async fn a_signature_under_a_table_never_stands_on_a_page_alone() {
    let house = TestHouse::on_sqlite().await;
    let plain = sample(&DocumentKind::Report);
    let mut pages = Vec::new();
    for count in (16..34).chain([55, 60, 65]) {
        let rows: Vec<String> = (1..=count).map(|row| format!("| {row} | Xã thứ {row} | {} |", row * 3)).collect();
        let text = format!("Kết quả như sau:\n| TT | Đơn vị | Đã gửi |\n| :-: | ---- | -: |\n{}", rows.join("\n"));
        let content = Content { text, ..plain.content.clone() };
        let pdf = print_draft(house.house(), &Document { content, ..plain.clone() }, &[]).await.unwrap();
        let whole = lines_of(&pdf, &[]);
        let all: Vec<&str> = whole.split("-- next page").collect();
        let last = all.last().unwrap();
        assert!(last.contains("Đặng Thị Ngọc Uyển"), "{count} rows:\n{whole}");
        assert!(last.matches("Xã thứ").count() >= 2 && last.contains("Đơn vị"), "{count} rows:\n{whole}");
        assert_eq!(whole.matches("Xã thứ").count(), count, "no row is lost or doubled:\n{whole}");
        pages.push(all.len());
    }
    assert!(pages.contains(&1) && pages.contains(&2), "the rows reach over a page's end: {pages:?}");
}

#[tokio::test]
async fn the_reports_stand_on_paper_as_they_did() {
    let house = TestHouse::on_sqlite().await;
    let sent = sent(&house).await;
    let own = format!("{}/bao-cao", sent.desk(&house).await);
    assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
    let of_unit = sent.contact.get(&format!("{own}/in")).await;
    insta::assert_snapshot!("report_of_a_unit", lines_of(of_unit.bytes(), &[]));
    let read = page_of_the_one(&house, sent.edition).await;
    assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
    let consolidated = sent.officer.get(&format!("{SUMS}/pdf?nhom=cap")).await;
    insta::assert_snapshot!("consolidated_report", lines_of(consolidated.bytes(), &[]));
}
