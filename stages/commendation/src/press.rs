//! What is printed: a unit's achievements, the sheet that a unit hangs up, the decision and the sheets of
//! what a unit itself gives. Their words are the office's, so they are Vietnamese whatever the interface.

use hoithi_correspondence::{document, letterhead_on, usual_signatory};
use hoithi_documents::Qr;
use hoithi_documents::forms::{Article, Block, Certificate, Column, Decision, Head, Report, Row, Signature, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_reporting::unit_head;
use hoithi_rules::commendation::{OwnCommendation, Placed};
use hoithi_rules::day::day_in_vietnam;
use hoithi_units::{Unit, UnitLevel};
use hoithi_web::{House, day};
use jiff::civil::Date;

use crate::evidence::{Piece, UnitScore};
use crate::fallen::fallen;
use crate::store::{self, Honour, Paper, Proposal};

/// Who signs in a unit, and by which name it signs: a locality by its people's committee.
fn signs(unit: &Unit) -> (String, &'static str) {
    (unit.body(), if unit.level.is_administrative() { "CHỦ TỊCH" } else { "THỦ TRƯỞNG ĐƠN VỊ" })
}

/// One unit's achievements with every piece that counts, for the unit to sign: the report that goes with
/// a proposal, as things stood on the day of that, or of today.
pub(crate) async fn achievements(
    house: &House,
    edition: &Edition,
    (placed, pieces): (&Placed<UnitScore>, &[Piece]),
    as_of: Option<Date>,
) -> Result<Vec<u8>, Halt> {
    let agency = &edition.book.rules().agency;
    let unit = &placed.what.unit;
    let on = as_of.unwrap_or_else(|| day_in_vietnam(house.clock().now()));
    let (head, signature, body) = unit_head(&mut house.read().await?, edition, unit, on).await?;
    let mut blocks = vec![
        Block::heading("I. KẾT QUẢ THEO CÔNG THỨC ĐÃ CÔNG BỐ"),
        Block::Table(points_table(placed)),
        Block::paragraph(match as_of {
            Some(on) => format!("Số liệu do {} xác nhận, tính đến ngày {}.", agency.name, day(on)),
            None => format!("Số liệu do {} xác nhận.", agency.name),
        }),
        Block::heading("II. MINH CHỨNG"),
    ];
    blocks.extend(placed.what.score.lines.iter().map(|line| {
        let own = pieces.iter().filter(|piece| piece.criterion == line.criterion);
        let names: Vec<_> = own.map(named).collect();
        Block::led(format!("{}:", line.criterion.vietnamese()), format!("{}.", names.join("; ")))
    }));
    let report = Report {
        watermark: house.site.watermark(),
        head,
        kind: "BÁO CÁO THÀNH TÍCH".to_owned(),
        subject: format!("{} trong {}", unit.name, edition.title()),
        addressees: Vec::new(),
        bases: Vec::new(),
        blocks,
        signature,
        recipients: vec![agency.name.clone(), "Lưu: VT".to_owned()],
        annexes: Vec::new(),
        issuer_in_text: body,
    };
    house.printer.print_form(&report).await.map_err(Halt::fault)
}

fn named(piece: &Piece) -> String {
    if piece.name.is_empty() {
        return "01 hồ sơ".to_owned();
    }
    if piece.is_report() {
        let came = piece.day.map(|on| format!(", nhận ngày {}", day(on))).unwrap_or_default();
        return format!("báo cáo hạn {}{came}", piece.name);
    }
    piece.day.map_or_else(|| piece.name.clone(), |on| format!("{} ({})", piece.name, day(on)))
}

/// With an empty space above which the head of a body writes.
fn signed_by(capacity: &str) -> Signature {
    Signature { capacity: vec![capacity.to_owned()], name: None, mark: None }
}

/// What a unit has by each criterion, and their sum.
pub(crate) fn points_table(placed: &Placed<UnitScore>) -> Table {
    let columns = vec![
        Column::wide("Nội dung", 5),
        Column::amount("Số lượng"),
        Column::amount("Điểm một"),
        Column::amount("Điểm"),
    ];
    let row = |line: &hoithi_rules::commendation::Line| {
        let points = if line.cut { format!("{} (mức trần)", line.points) } else { line.points.to_string() };
        let name = line.criterion.vietnamese().to_owned();
        Row::Cells(vec![name, line.count.to_string(), line.each.to_string(), points])
    };
    let rank = format!("Cộng (xếp thứ {} trong nhóm)", placed.place);
    let total = vec![rank, String::new(), String::new(), placed.what.score.total().to_string()];
    let rows = placed.what.score.lines.iter().map(row).chain([Row::Total(total)]);
    Table { title: None, columns, rows: rows.collect() }
}

/// Shorter to read, and the code on a line of its own: it is what people type where no square code can be
/// read.
fn on_two_lines(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.rsplit_once('/').map_or_else(|| bare.to_owned(), |(place, code)| format!("{place}/\n{code}"))
}

/// The sheet for a unit that was honoured; until the decision, and once that holds no more, it is none.
pub(crate) async fn sheet(
    house: &House,
    edition: &Edition,
    proposal: &Proposal,
    unit: &Unit,
) -> Result<Option<Vec<u8>>, Halt> {
    let Some((number, on, body)) = proposal.decided() else { return Ok(None) };
    let mut numbered = (1..).zip(&proposal.lines);
    let Some((place, line)) = numbered.find(|(_, line)| line.unit == unit.id) else { return Ok(None) };
    let Some(code) = &line.code else { return Ok(None) };
    let mut db = house.read().await?;
    if fallen(&mut db, proposal).await?.is_some() {
        return Ok(None);
    }
    let letterhead = letterhead_on(&mut db, body, on).await?;
    drop(db);
    let place_of_it = letterhead.map_or_else(|| edition.book.rules().agency.place.clone(), |set| set.place);
    let address = format!("{}/xac-minh/{code}", house.site.public_url);
    let contest = edition.title();
    let (title, verb, prize, merit) = match proposal.honour {
        Honour::Movement => ("Giấy chứng nhận", "Chứng nhận", "Đạt giải phong trào", String::new()),
        honour => (honour.words(), "Tặng", "", merit_in(&contest)),
    };
    let sheet = Certificate {
        watermark: house.site.watermark(),
        issuer: body.to_owned(),
        title: title.to_owned(),
        verb: verb.to_owned(),
        names: vec![unit.name.clone()],
        unit: None,
        merit,
        prize: prize.to_owned(),
        contest,
        solution_label: String::new(),
        solution: String::new(),
        decision: format!("Theo Quyết định số {number} ngày {}\ncủa {body}", day(on)),
        place: place_of_it,
        date: Some(on),
        signature: signature_of(house, edition, proposal, (on, body)).await?,
        register_number: format!("Số thứ tự trong danh sách: {place:02}"),
        qr: Qr::new(&address).map_err(Halt::fault)?,
        address: on_two_lines(&address),
    };
    house.printer.print_form(&sheet).await.map(Some).map_err(Halt::fault)
}

/// For what a unit is honoured, as the sheet says it.
fn merit_in(contest: &str) -> String {
    format!("Đã có thành tích xuất sắc trong công tác tuyên truyền, vận động và tham gia {contest}")
}

/// Whoever signed the decision that was drafted here; else who signed for that body on that day. Where nobody
/// is known, the head's name is left to be filled in.
async fn signature_of(
    house: &House,
    edition: &Edition,
    proposal: &Proposal,
    (on, body): (Date, &str),
) -> Result<Signature, Halt> {
    let mut db = house.read().await?;
    let rules = edition.book.rules();
    let drafted = match store::papers_of(&mut db, proposal.id).await?.get(&Paper::Decision) {
        Some(id) => document(&mut db, *id).await?.filter(|decision| decision.signed().is_some()),
        None => None,
    };
    let mut known = drafted.and_then(|decision| decision.content.signatory);
    if known.is_none() {
        known = usual_signatory(&mut db, body, on).await?;
    }
    let ours = match proposal.honour {
        Honour::Agency => Some(&rules.agency.name),
        Honour::Movement => Some(&rules.committee),
        Honour::Provincial => None,
    };
    if known.is_none()
        && let Some(ours) = ours
    {
        known = usual_signatory(&mut db, ours, on).await?;
    }
    Ok(known.map_or_else(
        || signed_by("THỦ TRƯỞNG CƠ QUAN"),
        |known| Signature { capacity: known.lines(), name: Some(known.name.to_string()), mark: None },
    ))
}

/// The decision by which a unit commends, ready to be numbered; a recorded one bears its day.
pub(crate) async fn own_decision(
    house: &House,
    edition: &Edition,
    unit: &Unit,
    own: &OwnCommendation,
) -> Result<Decision, Halt> {
    let (body, head_of_it) = signs(unit);
    let on = own.day.unwrap_or_else(|| day_in_vietnam(house.clock().now()));
    let (head, ..) = unit_head(&mut house.read().await?, edition, unit, on).await?;
    let kind = if own.collective { "tập thể" } else { "cá nhân" };
    let plain = |text: String| Article { title: None, blocks: vec![Block::paragraph(text)] };
    let articles = vec![
        plain(format!("Tặng Giấy khen cho {kind}: {}. Thành tích: {}.", own.receiver, own.merit.trim_end_matches('.'))),
        plain("Quyết định này có hiệu lực kể từ ngày ký.".to_owned()),
        plain(format!("Các bộ phận liên quan của {body} và {kind} có tên tại Điều 1 thi hành Quyết định này./.")),
    ];
    let (number, symbol) = number_of(own, &head.symbol);
    Ok(Decision {
        watermark: house.site.watermark(),
        head: Head { number, symbol, date: own.day, ..head },
        kind: "Quyết định".to_owned(),
        orders: "QUYẾT ĐỊNH:".to_owned(),
        subject: format!("Về việc tặng Giấy khen cho {kind} có thành tích tham gia {}", edition.title()),
        authority: authority(unit, &body),
        bases: vec![format!("Căn cứ kết quả tuyên truyền, vận động và tham gia {}", edition.title())],
        articles,
        blocks: Vec::new(),
        signature: signed_by(head_of_it),
        recipients: vec!["Như Điều 3".to_owned(), "Lưu: VT".to_owned()],
        annexes: Vec::new(),
        issuer_in_text: body,
    })
}

/// In whose name a unit decides.
fn authority(unit: &Unit, body: &str) -> String {
    match unit.level {
        UnitLevel::District | UnitLevel::Commune => format!("CHỦ TỊCH {}", body.to_uppercase()),
        _ => format!("THỦ TRƯỞNG {}", body.to_uppercase()),
    }
}

/// Number and symbol of a recorded decision, as they stand before and behind its stroke; a draft has
/// the one of the unit's reports with its own kind.
fn number_of(own: &OwnCommendation, of_reports: &str) -> (Option<u32>, String) {
    let parts = own.decision.split_once('/').and_then(|(number, symbol)| Some((number.trim().parse().ok()?, symbol)));
    parts.map_or_else(
        || (None, of_reports.replacen("BC", "QĐ", 1)),
        |(number, symbol)| (Some(number), symbol.trim().to_owned()),
    )
}

/// The *giấy khen* that a unit gives; a draft leaves number and day open.
pub(crate) async fn own_sheet(
    house: &House,
    edition: &Edition,
    unit: &Unit,
    own: &OwnCommendation,
) -> Result<Vec<u8>, Halt> {
    let (body, head_of_it) = signs(unit);
    let address = format!("{}/ky/{}", house.site.public_url, edition.slug);
    let decided = own.day.map(|on| format!("Theo Quyết định số {} ngày {}", own.decision, day(on)));
    let sheet = Certificate {
        watermark: house.site.watermark(),
        issuer: authority(unit, &body),
        title: "GIẤY KHEN".to_owned(),
        verb: "Tặng".to_owned(),
        names: vec![own.receiver.clone()],
        unit: None,
        merit: format!("Đã có thành tích tham gia {}:\n{}", edition.title(), own.merit.trim_end_matches('.')),
        prize: String::new(),
        contest: String::new(),
        solution_label: String::new(),
        solution: String::new(),
        decision: decided.unwrap_or_else(|| "Theo Quyết định số ……/QĐ-…… ngày ……/……/……".to_owned()),
        place: unit.place().unwrap_or(&edition.book.rules().agency.place).to_owned(),
        date: own.day,
        signature: signed_by(head_of_it),
        register_number: "Vào sổ khen thưởng số: ……".to_owned(),
        qr: Qr::new(&address).map_err(Halt::fault)?,
        address,
    };
    house.printer.print_form(&sheet).await.map_err(Halt::fault)
}
