//! The directory of contacts, as an agency has it: most units with one person, one with two, some
//! without a mail address, one with nobody.

use hoithi_contacts::{NewContact, Person, PersonForm};
use hoithi_journal::Halt;
use jiff::civil::{Date, date};

use super::island::{ADDRESS, CLERK};
use super::story::{Agenda, Story};

/// When the list of the year before was entered.
const ENTERED: Date = date(2020, 8, 4);

/// Unit, name, position, telephone, mail, whether asked first. Nobody of them is a real person.
const PERSONS: [(&str, &str, &str, &str, &str, bool); 15] = [
    ("halong", "Ngô Thị Bạch Dương", "Chuyên viên Văn phòng", "0203 000 0101", "halong@vidu.invalid", true),
    ("halong", "Phùng Văn Khải", "Phó Chánh Văn phòng", "0203 000 0102", "khai.halong@vidu.invalid", false),
    ("mongcai", "Lương Văn Đại", "Chuyên viên Phòng Kinh tế", "0203 000 0103", "mongcai@vidu.invalid", true),
    ("campha", "Trịnh Thị Lụa", "Chuyên viên Văn phòng", "0203 000 0104", "campha@vidu.invalid", true),
    ("uongbi", "Cao Văn Tuyển", "Phó Trưởng phòng Kinh tế", "0203 000 0105", "uongbi@vidu.invalid", true),
    ("binhlieu", "Lô Thị Nụ", "Chuyên viên Văn phòng", "0203 000 0106", "", true),
    ("tienyen", "Hà Văn Chiêm", "Chuyên viên Phòng Kinh tế và Hạ tầng", "0203 000 0107", "tienyen@vidu.invalid", true),
    ("damha", "Tô Thị Quế", "Chuyên viên Văn phòng", "0203 000 0108", "damha@vidu.invalid", true),
    ("haiha", "Nông Văn Thạch", "Văn thư", "0203 000 0109", "", true),
    ("bache", "Triệu Thị Mùi", "Chuyên viên Văn phòng", "0203 000 0110", "bache@vidu.invalid", true),
    ("vandon", "Bế Văn Kha", "Phó Chánh Văn phòng", "0203 000 0111", "vandon@vidu.invalid", true),
    ("dongtrieu", "Mạc Thị Thu", "Chuyên viên Phòng Kinh tế", "0203 000 0112", "dongtrieu@vidu.invalid", true),
    ("coto", CLERK.0, CLERK.1, "0203 000 0115", ADDRESS, true),
    ("sonn", "Quách Văn Lâm", "Chuyên viên Văn phòng Sở", "0203 000 0113", "sonn@vidu.invalid", true),
    ("soyte", "Đinh Thị Hằng Nga", "Chuyên viên Phòng Nghiệp vụ", "0203 000 0114", "soyte@vidu.invalid", true),
];

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(ENTERED.at(9, 30, 0, 0), "the directory of contacts", |story| Box::pin(enter(story)));
}

async fn enter(story: &mut Story) -> Result<(), Halt> {
    for (key, name, position, phone, email, main) in PERSONS {
        let form = PersonForm { name, position, phone, email, zalo: phone, ..PersonForm::default() };
        let person = Person::parse(form).map_err(|wrong| Halt::fault(format!("{wrong:?}")))?;
        let source = "Danh sách đầu mối của kỳ trước".to_owned();
        let new = NewContact { unit: story.unit(key)?, person, main, from: ENTERED, source };
        story.act("chuyenvien", move |act| Box::pin(hoithi_contacts::add_contact(act, new.clone()))).await?;
    }
    Ok(())
}
