//! The proof that a letter went out: which letter, by its hash, to whom, when and by which way it
//! came and was confirmed. Its words are the office's, so they are Vietnamese whatever the interface.

use hoithi_correspondence::Document;
use hoithi_documents::forms::{Annex, Block, Column, Head, Report, Row, Signature, Table};
use hoithi_documents::{Printer, Sha256Hex};
use hoithi_edition::Edition;
use hoithi_journal::Fault;
use hoithi_rules::correspondence::{Acknowledgement, Channel};
use hoithi_rules::day::day_in_vietnam;
use hoithi_web::{Lang, instant};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::recall::Recalled;
use crate::recipients::{Recipient, Told};

/// What the proof is made from.
pub(crate) struct Proof {
    pub(crate) edition: Edition,
    pub(crate) letter: Document,
    /// The hash of what every unit reads.
    pub(crate) sheet: Sha256Hex,
    pub(crate) recipients: Vec<Recipient>,
    pub(crate) recalled: Option<Recalled>,
    /// Who makes it, and when.
    pub(crate) by: String,
    pub(crate) at: Timestamp,
    /// What stands across every sheet where all of it is invented.
    pub(crate) watermark: Option<String>,
}

impl Proof {
    /// Prints it with all recipients in its list.
    pub(crate) async fn print(&self, printer: &Printer) -> Result<Vec<u8>, Fault> {
        self.print_part(printer, 0, self.recipients.len()).await
    }

    /// Prints it with a part of the recipients in its list: behind so many, up to that one.
    pub(crate) async fn print_part(&self, printer: &Printer, behind: usize, last: usize) -> Result<Vec<u8>, Fault> {
        printer.print_form(&report(self, behind, last)).await.map_err(Fault::new)
    }
}

fn report(proof: &Proof, behind: usize, last: usize) -> Report {
    let rules = proof.edition.book.rules();
    Report {
        watermark: proof.watermark.clone(),
        head: Head {
            parent: None,
            issuer: rules.agency.name.clone(),
            number: None,
            symbol: rules.agency.symbol.clone(),
            place: rules.agency.place.clone(),
            date: None,
            urgency: None,
        },
        kind: "BẢNG KÊ GỬI VÀ NHẬN VĂN BẢN".to_owned(),
        subject: proof.letter.content.subject.clone(),
        addressees: Vec::new(),
        bases: Vec::new(),
        blocks: body(proof),
        signature: Signature {
            capacity: vec!["NGƯỜI LẬP BẢNG".to_owned()], name: Some(proof.by.clone()), mark: None
        },
        recipients: vec!["Lưu: VT".to_owned()],
        annexes: vec![annex(proof, behind, last)],
        issuer_in_text: rules.agency.name.clone(),
    }
}

fn clock(at: Timestamp) -> String {
    instant(Lang::Vi, &TimeZone::fixed(jiff::tz::offset(7)), at)
}

/// Of what the office was told and wrote down only the day is known.
fn when(said: &Acknowledgement) -> String {
    if said.how.is_first_hand() {
        return clock(said.at);
    }
    format!("ngày {}", hoithi_web::day(day_in_vietnam(said.at)))
}

fn body(proof: &Proof) -> Vec<Block> {
    let letter = &proof.letter;
    let number = letter.signed().map(|(number, day)| format!("{number} ngày {}", hoithi_web::day(day)));
    let confirmed = proof.recipients.iter().filter(|each| each.sent.is_acknowledged()).count();
    let opened = proof.recipients.iter().filter(|each| each.sent.opened_at.is_some()).count();
    let first = proof.recipients.iter().map(|each| each.sent.sending.sent_at()).min();
    let last = proof.recipients.iter().map(|each| each.sent.sending.sent_at()).max();
    let sent = match (first, last) {
        (Some(first), Some(last)) if first == last => clock(first),
        (Some(first), Some(last)) => format!("từ {} đến {}", clock(first), clock(last)),
        _ => "chưa gửi".to_owned(),
    };
    let mut blocks = vec![
        Block::led("Văn bản:", format!("{} số {}.", letter.content.kind, number.unwrap_or_default())),
        Block::led("Cơ quan ban hành:", format!("{}.", letter.content.issuer)),
        Block::led("Gửi đi:", sent),
        Block::led(
            "Nơi nhận:",
            format!("{} đơn vị; {opened} đã mở xem; {confirmed} đã xác nhận.", proof.recipients.len()),
        ),
        Block::led(
            "Mở xem:",
            "tính khi người của đơn vị đăng nhập đọc, bấm mở tệp hoặc xác nhận; phần mềm tự tải trang không tính.",
        ),
    ];
    if let Some(recalled) = &proof.recalled {
        blocks.push(Block::led("Đã thu hồi:", format!("{}. Lý do: {}", clock(recalled.at), recalled.reason)));
    }
    blocks.push(Block::led("Lập bảng:", format!("{}, lúc {}.", proof.by, clock(proof.at))));
    blocks.push(Block::paragraph("Danh sách nơi nhận nêu trong Phụ lục kèm theo./."));
    blocks
}

/// The hash of what was sent, under the list; that of the signed paper beside it only where it is another file.
fn notes(proof: &Proof) -> Vec<Block> {
    let sent = Block::led("Ghi chú: Mã kiểm tra (SHA-256) của tệp PDF đã gửi:", proof.sheet.to_string());
    let scan = proof.letter.file.as_ref().map(|scan| &scan.hash).filter(|hash| **hash != proof.sheet);
    let scan = scan.map(|hash| Block::led("Mã kiểm tra (SHA-256) của bản ký, đóng dấu:", hash.to_string()));
    std::iter::once(sent).chain(scan).collect()
}

fn annex(proof: &Proof, behind: usize, last: usize) -> Annex {
    let columns = vec![
        Column::narrow("TT"),
        Column::wide("Đơn vị", 3),
        Column::wide("Gửi lúc, cách gửi", 4),
        Column::wide("Mở xem", 2),
        Column::wide("Xác nhận", 4),
        Column::wide("Nhắc lần cuối", 2),
    ];
    let all = proof.recipients.len();
    let title = if last - behind == all {
        "Danh sách nơi nhận".to_owned()
    } else {
        format!("Danh sách nơi nhận, số {} đến số {last} trên {all}", behind + 1)
    };
    let places = proof.recipients.iter().enumerate().take(last).skip(behind);
    let rows = places.map(|(index, each)| Row::Cells(line(index + 1, each)));
    let table = Table { title: None, columns, rows: rows.collect() };
    let blocks = std::iter::once(Block::Table(table)).chain(notes(proof)).collect();
    Annex { title, landscape: true, blocks, signature: None }
}

fn line(place: usize, each: &Recipient) -> Vec<String> {
    vec![
        place.to_string(),
        each.unit.name.clone(),
        format!("{}\n{}", clock(each.sent.sending.sent_at()), ways(each)),
        each.sent.opened_at.map(clock).unwrap_or_default(),
        confirmation(each),
        each.reminded.map(|at| reminded(at, each.by_itself)).unwrap_or_default(),
    ]
}

fn reminded(at: Timestamp, by_itself: bool) -> String {
    if by_itself { format!("{}\nhệ thống tự nhắc", clock(at)) } else { clock(at) }
}

fn ways(each: &Recipient) -> String {
    let mut ways = Vec::new();
    if each.has_account {
        ways.push("tài khoản của đơn vị".to_owned());
    }
    ways.extend(each.mails.iter().map(|mail| format!("thư tới {} ({})", mail.recipient, state(mail))));
    if each.came_by_link() {
        ways.push("liên kết riêng của đơn vị (đã mở)".to_owned());
    }
    if let Some(sent) = each.on_axis() {
        ways.push(format!("gói edXML gửi trên trục liên thông văn bản {} ({} ghi)", clock(sent.at), sent.by));
    }
    if let Some(printed) = each.slip() {
        ways.push(format!("phiếu in ngày {}", hoithi_web::day(day_in_vietnam(printed))));
    }
    if ways.is_empty() {
        ways.push("ngoài hệ thống (bản giấy, điện thoại)".to_owned());
    }
    ways.join("; ")
}

fn state(mail: &Told) -> &'static str {
    match mail.state.as_str() {
        "sent" => "máy chủ thư đã nhận",
        "kept" => "giữ lại trong hệ thống, không gửi ra ngoài",
        "waiting" => "đang chờ gửi",
        "" => "không còn trong hộp thư đi",
        _ => "không gửi được",
    }
}

fn confirmation(each: &Recipient) -> String {
    let Some(said) = each.sent.sending.acknowledgement() else { return "chưa xác nhận".to_owned() };
    let position = each.origin.as_ref().map(|origin| origin.position.as_str()).filter(|text| !text.is_empty());
    let who = position.map_or_else(|| said.by_name.to_string(), |position| format!("{}, {position}", said.by_name));
    let way = match said.how {
        Channel::InApp => "qua tài khoản",
        Channel::Link => "qua liên kết riêng",
        Channel::Paper => "bằng giấy, cơ quan thường trực ghi",
        Channel::Mail => "qua thư điện tử, cơ quan thường trực ghi",
        Channel::Telephone => "qua điện thoại, cơ quan thường trực ghi",
        Channel::Zalo => "qua Zalo, cơ quan thường trực ghi",
        Channel::DocumentAxis => "qua trục liên thông văn bản, cơ quan thường trực ghi",
    };
    format!("{who}\n{}, {way}", when(said))
}
