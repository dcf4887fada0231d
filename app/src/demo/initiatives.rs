//! What units made better at work: the movement of 2021, and three registers that were kept in it.

use hoithi_initiatives::{Launch, Record};
use hoithi_journal::Halt;
use hoithi_rules::initiatives::{Initiative, InitiativeForm, Movement};
use hoithi_units::UnitLevel;
use jiff::civil::{Date, date};

use super::story::{Agenda, Story};

const LAUNCHED: Date = date(2021, 1, 15);

/// For how many each unit is asked.
const TARGET: u32 = 2;

/// By which unit and when it was written down, and what.
const KEPT: [(&str, Date, InitiativeForm<'static>); 5] = [
    (
        "halong",
        date(2021, 3, 9),
        InitiativeForm {
            title: "Số hóa thẻ theo dõi rác thải tại các chợ dân sinh",
            authors: "Ỷ Vĩnh Ngàn Thông\nMẫn Tố Hồng Hạc",
            first_used: "18/1/2021",
            decision: "31/QĐ-UBND",
            decided_on: "5/3/2021",
            money: "46.000.000",
            benefit: "Bớt một lượt xe chạy không tải mỗi ngày.",
        },
    ),
    (
        "halong",
        date(2021, 4, 22),
        InitiativeForm {
            title: "Bảng phân loại hồ sơ một cửa theo màu",
            authors: "Ngạc Cẩm Nắng Mai",
            first_used: "1/2/2021",
            decision: "",
            decided_on: "",
            money: "",
            benefit: "Người dân chờ ít hơn ở quầy tiếp nhận.",
        },
    ),
    (
        "tienyen",
        date(2021, 4, 12),
        InitiativeForm {
            title: "Giá ươm cây quế nhiều tầng dùng tre tận dụng",
            authors: "Sầm Hữu Suối Mơ",
            first_used: "20/2/2021",
            decision: "18/QĐ-UBND",
            decided_on: "8/4/2021",
            money: "12.500.000",
            benefit: "",
        },
    ),
    (
        "cdmh",
        date(2021, 3, 25),
        InitiativeForm {
            title: "Mô hình dạy đấu dây tủ điện có báo lỗi bằng đèn",
            authors: "Ông Kỳ Phong Lữ\nViên Gia Tuệ Lâm\nLều Mỹ Sơn Ca",
            first_used: "22/2/2021",
            decision: "09/QĐ-CĐMH",
            decided_on: "22/3/2021",
            money: "",
            benefit: "Sinh viên tự tìm được lỗi, giảm một phần ba số buổi thực hành lại.",
        },
    ),
    (
        "cdmh",
        date(2021, 5, 6),
        InitiativeForm {
            title: "Kho học liệu quét mã cho xưởng cơ khí",
            authors: "Thạch Uyên Mùa Thu",
            first_used: "12/4/2021",
            decision: "",
            decided_on: "",
            money: "",
            benefit: "Tra bản vẽ ngay tại máy.",
        },
    ),
];

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(LAUNCHED.at(9, 0, 0, 0), "the movement of 2021", |story| Box::pin(launch(story)));
    for (key, day, form) in KEPT {
        let what = format!("{key} keeps an initiative");
        agenda.at(day.at(10, 0, 0, 0), what, move |story| Box::pin(keep(story, key, day, form)));
    }
}

async fn launch(story: &mut Story) -> Result<(), Halt> {
    let movement = Movement {
        name: "Đổi mới sáng tạo ở mỗi nơi làm việc, năm 2021".to_owned(),
        begins: date(2021, 1, 1),
        ends: date(2021, 12, 31),
    };
    let command = Launch { movement, levels: vec![UnitLevel::District, UnitLevel::School], target: TARGET };
    story.act("chuyenvien", move |act| Box::pin(hoithi_initiatives::launch(act, command.clone()))).await?;
    Ok(())
}

async fn keep(story: &mut Story, key: &str, day: Date, form: InitiativeForm<'static>) -> Result<(), Halt> {
    let what = Initiative::parse(form, day).map_err(|wrong| Halt::fault(format!("{wrong:?}")))?;
    let command = Record { id: None, unit: story.unit(key)?, what };
    let contact = format!("dv-{key}");
    story.act(&contact, move |act| Box::pin(hoithi_initiatives::record(act, command.clone()))).await?;
    Ok(())
}
