//! The papers: the *tờ trình* with its list, a unit's achievements, the sheet that a unit hangs up. Their
//! words are the office's, so they are Vietnamese whatever the interface.

use hoithi_correspondence::{Annex, Content, Lines, table_text};
use hoithi_documents::Qr;
use hoithi_documents::forms::{Block, Certificate, Column, Head, Report, Row, Signature, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::campaign::PublicityChannel;
use hoithi_rules::commendation::{Criterion, Group, Placed};
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::edition::Level;
use hoithi_units::Unit;
use hoithi_web::{House, day};

use crate::evidence::{Piece, UnitScore};
use crate::store::{Honour, Proposal};

impl Honour {
    /// In the words of the papers.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Provincial => "Bằng khen",
            Self::Agency => "Giấy khen",
            Self::Movement => "Giải phong trào",
        }
    }
}

const fn group_words(group: Group) -> &'static str {
    match group {
        Group::Localities => "Địa phương",
        Group::Departments => "Sở, ban, ngành, đoàn thể",
        Group::Schools => "Trường học",
        Group::Enterprises => "Doanh nghiệp",
        Group::Others => "Đơn vị khác",
    }
}

/// A criterion in the words of the papers.
pub(crate) const fn criterion_words(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Publicity(PublicityChannel::ComponentPortal) => "Tin, bài trên cổng thông tin điện tử thành phần",
        Criterion::Publicity(PublicityChannel::EmailSystem) => "Thư gửi qua hệ thống thư điện tử",
        Criterion::Publicity(PublicityChannel::Bulletin) => "Bản tin",
        Criterion::Publicity(PublicityChannel::Periodical) => "Tập san",
        Criterion::Publicity(PublicityChannel::Print) => "Ấn phẩm",
        Criterion::Publicity(PublicityChannel::RadioTelevision) => "Phát thanh, truyền hình",
        Criterion::Publicity(PublicityChannel::Meeting) => "Phổ biến tại hội nghị, cuộc họp",
        Criterion::Publicity(PublicityChannel::SocialNetwork) => "Tin trên mạng xã hội",
        Criterion::EntrySent => "Hồ sơ dự thi đã gửi",
        Criterion::EntryQualified => "Hồ sơ đủ điều kiện chấm",
        Criterion::Prize(1) => "Giải cao nhất",
        Criterion::Prize(2) => "Giải thứ hai",
        Criterion::Prize(3) => "Giải thứ ba",
        Criterion::Prize(_) => "Giải còn lại",
        Criterion::ReportOnTime => "Báo cáo đúng hạn",
    }
}

/// The *tờ trình*, ready to be worked on in the register.
pub(crate) fn draft(
    edition: &Edition,
    (honour, signatory): (Honour, Signatory),
    units: &[&Placed<UnitScore>],
) -> Content {
    let rules = edition.book.rules();
    let asked = format!(
        "Căn cứ kết quả tuyên truyền, vận động, tham gia {} của các đơn vị, được chấm theo công thức đã công bố, \
         {} kính trình xem xét, tặng {} cho {:02} đơn vị có thành tích xuất sắc (có danh sách và báo cáo thành tích \
         kèm theo).",
        edition.title(),
        rules.agency.name,
        honour.words(),
        units.len()
    );
    let text = [asked, "Kính trình xem xét, quyết định./.".to_owned()].join("\n");
    Content {
        kind: DocumentKind::Proposal,
        parent_body: String::new(),
        issuer: rules.agency.name.clone(),
        place: rules.agency.place.clone(),
        symbol: format!("TTr-{}", rules.agency.symbol.split('-').next().unwrap_or_default()),
        subject: format!("Về việc tặng {} cho các đơn vị có thành tích trong {}", honour.words(), edition.title()),
        text,
        addressees: Lines::parse(addressee(edition, honour)),
        recipients: Lines::parse("Như trên\nLưu: VT"),
        signatory: Some(signatory),
        annexes: vec![Annex {
            title: format!("Danh sách đơn vị đề nghị tặng {}\n{}", honour.words(), edition.title()),
            text: table_text(&list(units)),
        }],
        urgency: None,
        public: false,
    }
}

fn addressee(edition: &Edition, honour: Honour) -> &str {
    let rules = edition.book.rules();
    match (honour, rules.level) {
        (Honour::Provincial, Level::Province) => "Chủ tịch Ủy ban nhân dân tỉnh",
        (Honour::Agency, _) => &rules.agency.name,
        _ => &rules.committee,
    }
}

fn list(units: &[&Placed<UnitScore>]) -> Table {
    let columns = vec![
        Column::narrow("TT"),
        Column::wide("Đơn vị", 4),
        Column::wide("Nhóm", 3),
        Column::narrow("Thứ hạng\ntrong nhóm"),
        Column::amount("Điểm"),
    ];
    let row = |(index, placed): (usize, &&Placed<UnitScore>)| {
        Row::Cells(vec![
            (index + 1).to_string(),
            placed.what.unit.name.clone(),
            group_words(placed.what.group).to_owned(),
            placed.place.to_string(),
            placed.what.score.total().to_string(),
        ])
    };
    Table { title: None, columns, rows: units.iter().enumerate().map(row).collect() }
}

/// One unit's achievements with every piece that counts: the report that goes with a proposal.
pub(crate) async fn achievements(
    house: &House,
    edition: &Edition,
    placed: &Placed<UnitScore>,
    pieces: &[Piece],
) -> Result<Vec<u8>, Halt> {
    let rules = edition.book.rules();
    let unit = &placed.what.unit;
    let mut blocks = vec![Block::heading("I. KẾT QUẢ THEO CÔNG THỨC ĐÃ CÔNG BỐ"), Block::Table(lines(placed))];
    blocks.push(Block::heading("II. MINH CHỨNG"));
    blocks.extend(placed.what.score.lines.iter().map(|line| {
        let own = pieces.iter().filter(|piece| piece.criterion == line.criterion);
        let names: Vec<_> = own.map(named).collect();
        Block::led(format!("{}:", criterion_words(line.criterion)), format!("{}.", names.join("; ")))
    }));
    let report = Report {
        watermark: watermark(house),
        head: Head {
            parent: None,
            issuer: rules.agency.name.clone(),
            number: None,
            symbol: format!("BC-{}", rules.agency.symbol.split('-').next().unwrap_or_default()),
            place: rules.agency.place.clone(),
            date: None,
            urgency: None,
        },
        kind: "BÁO CÁO THÀNH TÍCH".to_owned(),
        subject: format!("{} trong {}", unit.name, edition.title()),
        addressees: Vec::new(),
        bases: Vec::new(),
        blocks,
        signature: Signature { capacity: vec!["THỦ TRƯỞNG CƠ QUAN".to_owned()], name: None, mark: None },
        recipients: vec!["Lưu: VT".to_owned()],
        annexes: Vec::new(),
        issuer_in_text: rules.agency.name.clone(),
    };
    house.printer.print_form(&report).await.map_err(Halt::fault)
}

fn named(piece: &Piece) -> String {
    if piece.name.is_empty() {
        return "01 hồ sơ".to_owned();
    }
    piece.day.map_or_else(|| piece.name.clone(), |on| format!("{} ({})", piece.name, day(on)))
}

fn lines(placed: &Placed<UnitScore>) -> Table {
    let columns = vec![
        Column::wide("Nội dung", 5),
        Column::amount("Số lượng"),
        Column::amount("Điểm một"),
        Column::amount("Điểm"),
    ];
    let row = |line: &hoithi_rules::commendation::Line| {
        let points = if line.cut { format!("{} (mức trần)", line.points) } else { line.points.to_string() };
        let name = criterion_words(line.criterion).to_owned();
        Row::Cells(vec![name, line.count.to_string(), line.each.to_string(), points])
    };
    let rank = format!("Cộng (xếp thứ {} trong nhóm)", placed.place);
    let total = vec![rank, String::new(), String::new(), placed.what.score.total().to_string()];
    let rows = placed.what.score.lines.iter().map(row).chain([Row::Total(total)]);
    Table { title: None, columns, rows: rows.collect() }
}

fn watermark(house: &House) -> Option<String> {
    house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned())
}

/// The sheet for a unit that was honoured; until the decision it is none.
pub(crate) async fn sheet(
    house: &House,
    edition: &Edition,
    proposal: &Proposal,
    unit: &Unit,
) -> Result<Option<Vec<u8>>, Halt> {
    let Some((number, on, body)) = &proposal.decided else { return Ok(None) };
    let rules = edition.book.rules();
    let place = proposal.lines.iter().position(|line| line.unit == unit.id).unwrap_or_default() + 1;
    let address = format!("{}/ky/{}", house.site.public_url, edition.slug);
    let sheet = Certificate {
        watermark: watermark(house),
        issuer: body.clone(),
        title: proposal.honour.words().to_uppercase(),
        verb: "Tặng".to_owned(),
        names: vec![unit.name.clone()],
        unit: None,
        prize: "Có thành tích xuất sắc".to_owned(),
        contest: edition.title(),
        solution_label: "Trong công tác".to_owned(),
        solution: "tuyên truyền, vận động và tham gia Hội thi".to_owned(),
        decision: format!("Theo Quyết định số {number} ngày {}", day(*on)),
        place: rules.agency.place.clone(),
        date: Some(*on),
        signature: Signature { capacity: vec!["THỦ TRƯỞNG CƠ QUAN".to_owned()], name: None, mark: None },
        register_number: format!("Số thứ tự trong danh sách: {place:02}"),
        qr: Qr::new(&address).map_err(Halt::fault)?,
        address,
    };
    house.printer.print_form(&sheet).await.map(Some).map_err(Halt::fault)
}
