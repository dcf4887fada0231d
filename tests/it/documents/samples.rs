//! One sample of every form: invented persons and places of a contest that never was.

use hoithi_documents::forms::{
    Annex, Article, Block, Certificate, Column, Decision, Head, Letter, Minutes, Paper, Receipt, ReceiptFile, Report,
    Row, Signature, Table,
};
use hoithi_documents::{Qr, Sha256Hex};
use jiff::civil::{Date, date};

pub(super) const NOTICE: &str = "DỮ LIỆU MINH HỌA";

/// Exactly as long as a title may be, every letter of it Vietnamese.
pub(super) fn long_title() -> String {
    "Nghiên cứu, thiết kế, chế tạo hệ thống tự động giám sát nồng độ khí mê-tan và điều khiển quạt \
     thông gió cục bộ bằng năng lượng mặt trời phục vụ khai thác than hầm lò, kết hợp cảnh báo sớm \
     qua điện thoại di động cho công nhân làm ca đêm ở vỉa dốc, mỏng, nhiều bùn nước, dễ bục túi \
     khí và sụt lở nóc lò"
        .to_owned()
}

fn head(symbol: &str, number: Option<u32>, day: Option<Date>) -> Head {
    Head {
        parent: Some("UBND tỉnh Hải Lam".to_owned()),
        issuer: "Ban Tổ chức Hội thi\nSáng tạo kỹ thuật".to_owned(),
        number,
        symbol: symbol.to_owned(),
        place: "Hải Lam".to_owned(),
        date: day,
        urgency: None,
    }
}

fn signature(capacity: &[&str], name: &str) -> Signature {
    Signature {
        capacity: capacity.iter().map(|&line| line.to_owned()).collect(),
        name: Some(name.to_owned()),
        mark: None,
    }
}

fn all(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn pairs(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |&(label, value): &(&str, &str)| (label.to_owned(), value.to_owned());
    texts.iter().map(pair).collect()
}

pub(super) fn letter() -> Letter {
    Letter {
        watermark: Some(NOTICE.to_owned()),
        head: Head {
            parent: None,
            issuer: "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hải Lam".to_owned(),
            ..head("LHH-KHCN", Some(7), Some(date(2031, 2, 5)))
        },
        subject: "triển khai Hội thi Sáng tạo kỹ thuật tỉnh lần thứ XII, năm 2031 - 2032".to_owned(),
        addressees: all(&["Ủy ban nhân dân các huyện, thị xã, thành phố"]),
        bases: vec![],
        blocks: letter_body(),
        signature: signature(&["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Đặng Thị Ngọc Uyển"),
        recipients: all(&["Như trên", "Trưởng Ban Tổ chức (để báo cáo)", "Lưu: VT, KHCN"]),
        annexes: vec![],
        issuer_in_text: String::new(),
    }
}

fn letter_body() -> Vec<Block> {
    vec![
        Block::paragraph(
            "Thực hiện Kế hoạch số 12/KH-BTC ngày 20/01/2031 của Ban Tổ chức Hội thi, để việc tổ \
             chức đúng tiến độ, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh đề nghị Ủy ban nhân dân \
             các huyện, thị xã, thành phố quan tâm triển khai những nội dung sau:",
        ),
        Block::heading("1. Về tuyên truyền và vận động tham gia"),
        Block::item(
            "Đăng Thể lệ trên cổng thông tin điện tử của địa phương, giới thiệu trên hệ thống truyền thanh cơ sở;",
        ),
        Block::item(
            "Hướng dẫn tác giả là nông dân, công nhân viết hồ sơ; cử cán bộ giúp chụp ảnh, vẽ sơ đồ giải pháp;",
        ),
        Block::item("Biểu dương tập thể, cá nhân có nhiều giải pháp được áp dụng."),
        Block::heading("2. Về báo cáo"),
        Block::paragraph("Báo cáo gửi về cơ quan thường trực theo các mốc sau:"),
        Block::Table(Table {
            title: None,
            columns: vec![Column::narrow("TT"), Column::wide("Nội dung", 4), Column::narrow("Hạn gửi")],
            rows: [
                ("1", "Kế hoạch triển khai tại địa phương", "15/3/2031"),
                ("2", "Danh sách giải pháp dự kiến tham gia", "30/6/2031"),
                ("3", "Báo cáo kết quả và hồ sơ dự thi", "05/01/2032"),
            ]
            .map(|(at, what, due)| Row::Cells(all(&[at, what, due])))
            .into(),
        }),
        Block::led("3. Đầu mối liên hệ:", "Ban Khoa học công nghệ và Tư vấn phản biện, điện thoại 0203 000 0001."),
        Block::paragraph("Trân trọng đề nghị các đơn vị phối hợp thực hiện./."),
    ]
}

pub(super) fn decision() -> Decision {
    Decision {
        watermark: Some(NOTICE.to_owned()),
        head: head("QĐ-BTC", Some(15), Some(date(2032, 11, 5))),
        kind: "Quyết định".to_owned(),
        orders: "QUYẾT ĐỊNH:".to_owned(),
        subject: "Về việc tặng giải thưởng Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam\nlần thứ XII, năm 2031 - 2032"
            .to_owned(),
        authority: "Trưởng Ban Tổ chức Hội thi".to_owned(),
        bases: all(&[
            "Căn cứ Quyết định số 210/QĐ-UBND ngày 18/5/2030 của Ủy ban nhân dân tỉnh về việc ban hành Quy chế hoạt động của Ban Tổ chức Hội thi",
            "Căn cứ Quyết định số 11/QĐ-BTC ngày 20/01/2031 của Ban Tổ chức Hội thi về việc ban hành Thể lệ Hội thi lần thứ XII",
            "Xét biên bản họp Hội đồng giám khảo ngày 28/10/2032",
            "Theo đề nghị của Cơ quan thường trực Ban Tổ chức Hội thi;",
        ]),
        articles: vec![
            article("Tặng giải thưởng Hội thi lần thứ XII cho 05 giải pháp (có danh sách kèm theo)."),
            article(
                "Kinh phí khen thưởng là 62.000.000 đồng (sáu mươi hai triệu đồng), chi từ nguồn kinh phí của Hội thi.",
            ),
            article(
                "Cơ quan thường trực Ban Tổ chức, các đơn vị có liên quan và các tác giả có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký./.",
            ),
        ],
        blocks: Vec::new(),
        signature: signature(&["TM. BAN TỔ CHỨC", "TRƯỞNG BAN"], "Phạm Hữu Ước"),
        recipients: all(&["Như Điều 3", "Ủy ban nhân dân tỉnh (để báo cáo)", "Lưu: VT, BTC"]),
        annexes: vec![
            Annex {
                title: "Danh sách giải pháp đạt giải".to_owned(),
                landscape: false,
                blocks: vec![Block::Table(prizes())],
                signature: None,
            },
            Annex {
                title: "Tiền thưởng theo hạng giải".to_owned(),
                landscape: true,
                blocks: vec![Block::Table(money())],
                signature: None,
            },
        ],
        issuer_in_text: "Ban Tổ chức Hội thi".to_owned(),
    }
}

fn article(text: &str) -> Article {
    Article { title: None, blocks: vec![Block::paragraph(text)] }
}

fn prizes() -> Table {
    let row = |at: &str, title: &str, authors: &str, money: &str| Row::Cells(all(&[at, title, authors, money]));
    Table {
        title: None,
        columns: vec![
            Column::narrow("TT"),
            Column::wide("Tên giải pháp", 5),
            Column::wide("Tác giả, đơn vị", 3),
            Column::amount("Tiền thưởng (đồng)"),
        ],
        rows: vec![
            Row::Group("I. GIẢI NHẤT".to_owned()),
            row(
                "1",
                &long_title(),
                "Nguyễn Thị Ngoãn (chủ nhiệm), Trần Quốc Khuê; Công ty Than Đồng Vàng",
                "25.000.000",
            ),
            Row::Group("II. GIẢI NHÌ".to_owned()),
            row("2", "Máy bóc vỏ hàu đạp chân", "Lưu Văn Ghềnh; xã Bãi Sậy", "17.000.000"),
            Row::Group("III. GIẢI BA".to_owned()),
            row("3", "Phần mềm xếp lịch trực cho trạm y tế", "Hoàng Ỷ Lan; Trạm Y tế xã Đồng Nưa", "10.000.000"),
            row("4", "Bộ gá hàn ống áp lực xoay 360 độ", "Vũ Đức Huỳnh; Công ty Cơ khí Sông Nhuệ Giang", "10.000.000"),
            Row::Total(all(&["", "Cộng", "", "62.000.000"])),
        ],
    }
}

fn money() -> Table {
    Table {
        title: Some("Bảng 1. Mức chi".to_owned()),
        columns: vec![
            Column::narrow("TT"),
            Column::wide("Hạng giải", 3),
            Column::amount("Số giải"),
            Column::amount("Mức (đồng)"),
            Column::amount("Thành tiền (đồng)"),
        ],
        rows: vec![
            Row::Cells(all(&["1", "Giải Nhất", "1", "25.000.000", "25.000.000"])),
            Row::Cells(all(&["2", "Giải Nhì", "1", "17.000.000", "17.000.000"])),
            Row::Cells(all(&["3", "Giải Ba", "2", "10.000.000", "20.000.000"])),
            Row::Total(all(&["", "Cộng", "4", "", "62.000.000"])),
        ],
    }
}

pub(super) fn report() -> Report {
    Report {
        watermark: Some(NOTICE.to_owned()),
        // Not registered yet: number and day are left open.
        head: Head {
            parent: Some("UBND tỉnh Hải Lam".to_owned()),
            issuer: "UBND huyện Đồng Nưa".to_owned(),
            place: "Đồng Nưa".to_owned(),
            urgency: Some("Khẩn".to_owned()),
            ..head("BC-UBND", None, None)
        },
        kind: "Báo cáo".to_owned(),
        subject: "Kết quả triển khai Hội thi Sáng tạo kỹ thuật tỉnh lần thứ XII".to_owned(),
        addressees: all(&["Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"]),
        bases: vec![],
        blocks: vec![
            Block::heading("I. KẾT QUẢ"),
            Block::paragraph(
                "Toàn huyện có 23 cơ quan, đơn vị tổ chức phát động; 41 giải pháp đăng ký, trong đó 07 giải pháp của nông dân.",
            ),
            Block::heading("II. KHÓ KHĂN, KIẾN NGHỊ"),
            Block::paragraph(
                "Một số tác giả chưa quen trình bày hồ sơ; đề nghị Ban Tổ chức có bản mẫu đã điền để tham khảo./.",
            ),
        ],
        signature: signature(&["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Bùi Thị Khuyên"),
        recipients: all(&["Như trên", "Lưu: VT"]),
        annexes: vec![],
        issuer_in_text: "Ủy ban nhân dân huyện Đồng Nưa".to_owned(),
    }
}

pub(super) fn minutes() -> Minutes {
    Minutes {
        watermark: Some(NOTICE.to_owned()),
        head: Head {
            parent: Some("Ban Tổ chức Hội thi".to_owned()),
            issuer: "Hội đồng giám khảo".to_owned(),
            ..head("BB-HĐGK", Some(3), Some(date(2032, 10, 28)))
        },
        subject: "Mở niêm phong phiếu chấm vòng chung khảo".to_owned(),
        facts: pairs(&[
            ("Thời gian bắt đầu", "14 giờ 00, ngày 28 tháng 10 năm 2032"),
            ("Địa điểm", "Phòng họp số 2, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"),
            ("Chủ trì", "Ông Ngô Bá Quyền, Chủ tịch Hội đồng"),
            ("Thư ký", "Bà Đoàn Thị Ái Như"),
        ]),
        blocks: vec![
            Block::heading("1. Kiểm tra niêm phong"),
            Block::paragraph(
                "105 phiếu chấm của 35 giải pháp còn nguyên niêm phong; mã kiểm tra khớp với mã đã đọc khi niêm phong.",
            ),
            Block::heading("2. Kết luận"),
            Block::paragraph(
                "Hội đồng nhất trí kết quả tổng hợp. Cuộc họp kết thúc vào 15 giờ 20 cùng ngày, biên bản đã đọc lại cho mọi người cùng nghe./.",
            ),
        ],
        signatures: vec![signature(&["THƯ KÝ"], "Đoàn Thị Ái Như"), signature(&["CHỦ TỊCH HỘI ĐỒNG"], "Ngô Bá Quyền")],
        recipients: vec![],
        ..Minutes::default()
    }
}

pub(super) fn certificate(solution: &str) -> Certificate {
    Certificate {
        watermark: Some(NOTICE.to_owned()),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam\nlần thứ XII, năm 2031 - 2032".to_owned(),
        title: "Giấy chứng nhận".to_owned(),
        verb: "Chứng nhận".to_owned(),
        names: all(&["Ông Lưu Văn Ghềnh"]),
        unit: Some("Nông dân xã Bãi Sậy, huyện Đồng Nưa".to_owned()),
        merit: String::new(),
        prize: "Giải Nhì".to_owned(),
        contest: "Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII, năm 2031 - 2032".to_owned(),
        solution_label: "Giải pháp".to_owned(),
        solution: solution.to_owned(),
        decision: "Theo Quyết định số 15/QĐ-BTC ngày 05/11/2032\ncủa Ban Tổ chức Hội thi".to_owned(),
        place: "Hải Lam".to_owned(),
        date: Some(date(2032, 11, 5)),
        signature: signature(&["TM. BAN TỔ CHỨC", "TRƯỞNG BAN"], "Phạm Hữu Ước"),
        register_number: "Số vào sổ: 02/2032".to_owned(),
        qr: Qr::new("https://hoithi.example/xac-minh/7QKM-2X9D-V4TA").unwrap(),
        address: "hoithi.example/xac-minh/7QKM-2X9D-V4TA".to_owned(),
    }
}

/// A *giấy khen*: what was done stands in the place of a prize.
pub(super) fn commendation(name: &str) -> Certificate {
    Certificate {
        issuer: "Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hải Lam".to_owned(),
        title: "Giấy khen".to_owned(),
        verb: "Tặng".to_owned(),
        names: all(&[name]),
        unit: None,
        merit: "Đã có thành tích xuất sắc trong công tác tuyên truyền, vận động và tham gia Hội thi Sáng tạo kỹ thuật \
                tỉnh Hải Lam lần thứ XII, năm 2031 - 2032"
            .to_owned(),
        prize: String::new(),
        contest: String::new(),
        solution_label: String::new(),
        solution: String::new(),
        signature: signature(&["CHỦ TỊCH"], "Phạm Hữu Ước"),
        register_number: "Số thứ tự trong danh sách: 02".to_owned(),
        ..certificate("")
    }
}

pub(super) fn receipt() -> Receipt {
    let file = |name: &str, size: &str| ReceiptFile {
        name: name.to_owned(),
        size: size.to_owned(),
        sha256: Sha256Hex::of(name.as_bytes()).to_string(),
    };
    Receipt {
        watermark: Some(NOTICE.to_owned()),
        issuer: "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Hải Lam".to_owned(),
        title: "Giấy biên nhận hồ sơ dự thi".to_owned(),
        subtitle: "Hội thi Sáng tạo kỹ thuật tỉnh Hải Lam lần thứ XII, năm 2031 - 2032".to_owned(),
        code_label: "Mã số dự thi".to_owned(),
        code: "XII-CNTT-017".to_owned(),
        facts: vec![
            ("Giải pháp".to_owned(), long_title()),
            ("Tác giả".to_owned(), "Nguyễn Thị Ngoãn (60%), Trần Quốc Khuê (40%)".to_owned()),
            ("Lĩnh vực".to_owned(), "Vật liệu, hóa chất, năng lượng".to_owned()),
            ("Nộp lúc".to_owned(), "16 giờ 42 phút, thứ Tư, ngày 30/6/2032 (giờ Việt Nam, UTC+7)".to_owned()),
        ],
        files_label: "Tệp đã nhận".to_owned(),
        files: vec![file("ban-mo-ta-giai-phap.pdf", "1,2 MB"), file("phieu-dang-ky-co-xac-nhan.pdf", "640 KB")],
        next_label: "Việc tiếp theo".to_owned(),
        next: all(&[
            "Ban Thư ký kiểm tra hồ sơ trong 10 ngày làm việc; nếu cần bổ sung, anh chị nhận được thư nêu rõ phần còn thiếu.",
            "Hồ sơ hợp lệ được chấm sơ khảo từ ngày 15/8/2032.",
            "Đến hết ngày 30/6/2032, anh chị còn được rút hồ sơ để sửa và nộp lại.",
        ]),
        note: "Biên nhận này được lập tự động khi nộp hồ sơ; không cần chữ ký.".to_owned(),
        qr: Some(Qr::new("https://hoithi.example/bien-nhan/4T8P-QN2M").unwrap()),
        address: Some("hoithi.example/bien-nhan/4T8P-QN2M".to_owned()),
        date: Some(date(2032, 6, 30)),
    }
}

pub(super) fn paper() -> Paper {
    let text = "Khi mở máy, băng tải đưa hàu vào hai trục cao su quay ngược chiều; lực ép được chỉnh \
        bằng lò xo nên vỏ mỏng hay dày đều tách mà ruột không giập. Người đứng máy chỉ đạp chân, \
        hai tay còn rảnh để nhặt vỏ vụn.";
    Paper {
        watermark: Some(NOTICE.to_owned()),
        kind: "Bản mô tả giải pháp dự thi".to_owned(),
        title: "Máy bóc vỏ hàu đạp chân dùng trục ép cao su tự chỉnh".to_owned(),
        facts: pairs(&[
            ("Lĩnh vực", "Nông, lâm, ngư nghiệp, tài nguyên và môi trường"),
            ("Áp dụng từ", "tháng 3 năm 2030"),
        ]),
        blocks: ["1. Thực trạng", "2. Mô tả giải pháp", "3. Tính mới", "4. Khả năng áp dụng", "5. Hiệu quả"]
            .into_iter()
            .flat_map(|title| {
                [Block::heading(title), Block::paragraph(text), Block::paragraph(text), Block::paragraph(text)]
            })
            .collect(),
        date: Some(date(2032, 5, 20)),
    }
}
