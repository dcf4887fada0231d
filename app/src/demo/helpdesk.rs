//! The two officers of the letter's last clause, and what they were asked.

use std::sync::Arc;

use hoithi_helpdesk::{
    Answer, Ask, Asked, Asker, DeskWords, Join, NewDesk, Publish, Record, answer, ask, close, join, open_desk, publish,
    record,
};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Contact, OrRefuse};
use hoithi_rules::helpdesk::{Hours, QuestionChannel, Weekdays};
use hoithi_rules::ids::{DeskId, QuestionId};
use hoithi_rules::people::PersonName;
use jiff::civil::{Date, date};

use super::story::{Agenda, PROVINCE, Story};
use crate::known::FromEntries;

const OPENED: Date = date(2020, 8, 20);

/// A desk: its name, what it answers, its officer, who stands in, the public telephone.
const DESKS: [[&str; 5]; 2] = [
    [
        "Ban Khoa học công nghệ và Tư vấn phản biện",
        "Thể lệ, lĩnh vực dự thi, cách lập hồ sơ",
        "chuyenvien",
        "thuky",
        "0203 000 0101",
    ],
    [
        "Ban Thông tin, Phổ biến kiến thức và Hội viên",
        "Tuyên truyền, báo cáo, tài khoản",
        "thuky",
        "chuyenvien",
        "0203 000 0102",
    ],
];

const SHARED: [&str; 2] = [
    "Ba giáo viên cùng làm một giải pháp thì hồ sơ ghi tên ai, tỷ lệ đóng góp tính thế nào?",
    "Hồ sơ ghi đủ họ tên cả ba đồng tác giả.\nTỷ lệ đóng góp do nhóm tự thỏa thuận, cộng lại đủ 100%.",
];

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    agenda.at(OPENED.at(8, 0, 0, 0), "the help desks", move |story| {
        Box::pin(async move {
            progress("Lập đầu mối trả lời câu hỏi");
            desks(story).await
        })
    });
    agenda.at(date(2020, 10, 5).at(9, 10, 0, 0), "a unit's question", |story| Box::pin(a_unit_asks(story)));
    agenda.at(date(2021, 1, 12).at(14, 5, 0, 0), "a telephone call", |story| Box::pin(a_call(story)));
    agenda.at(date(2021, 3, 11).at(10, 15, 0, 0), "a message", |story| Box::pin(a_message(story)));
    agenda.at(date(2021, 3, 12).at(15, 40, 0, 0), "a stranger's question", |story| Box::pin(a_stranger_asks(story)));
}

async fn desks(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    for [name, about, officer, deputy, phone] in DESKS {
        let hours = Hours::parse(Weekdays::WORKING, "7:30-11:30, 13:30-17:00").or_refuse()?;
        let words = DeskWords { name: name.to_owned(), about: about.to_owned(), hours };
        let new = NewDesk { edition, words };
        let desk: DeskId = story.act("chuyenvien", move |act| Box::pin(open_desk(act, new.clone()))).await?;
        let post = format!("Phó trưởng {name}");
        for (login, post, deputy) in [(officer, post, false), (deputy, String::new(), true)] {
            let account = story.account(login)?;
            let phone = if deputy { String::new() } else { phone.to_owned() };
            let new = Join { edition, desk, account, post, phone, deputy, from: OPENED };
            story.act("chuyenvien", move |act| Box::pin(join(act, new.clone()))).await?;
        }
    }
    Ok(())
}

/// Asks, is answered, and the answer is published for all.
async fn a_unit_asks(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    let asker = Asker::Account(story.account("dv-tienyen")?);
    let Asked { question, .. } = put(story, "dv-tienyen", (asker, SHARED[0])).await?;
    answered(story, question, SHARED[1]).await?;
    let [asked, given] = SHARED.map(str::to_owned);
    let known = Arc::new(FromEntries);
    let text = Publish {
        edition,
        from: Some(question),
        category: "Tác giả".to_owned(),
        place: 1,
        question: asked,
        answer: given,
        known,
    };
    story.act("thuky", move |act| Box::pin(publish(act, text.clone()))).await.map(|_| ())
}

async fn put(story: &Story, login: &str, (asker, words): (Asker, &str)) -> Result<Asked, Halt> {
    let (edition, portal) = (story.edition_id(PROVINCE)?, story.house.site.public_url.clone());
    let new = Ask { edition, desk: None, asker, words: words.to_owned(), from: String::new(), portal };
    story.act(login, move |act| Box::pin(ask(act, new.clone()))).await
}

async fn answered(story: &Story, question: QuestionId, words: &str) -> Result<(), Halt> {
    let portal = story.house.site.public_url.clone();
    let given = Answer { question, version: 1, words: words.to_owned(), portal };
    story.act("chuyenvien", move |act| Box::pin(answer(act, given.clone()))).await
}

async fn a_call(story: &mut Story) -> Result<(), Halt> {
    let told = Record {
        edition: story.edition_id(PROVINCE)?,
        desk: None,
        channel: QuestionChannel::Telephone,
        who: "Cán bộ văn hóa, UBND huyện Đầm Hà".to_owned(),
        contact: Contact { email: String::new(), phone: "0203 000 0021".to_owned() },
        words: "Giải pháp đã đạt giải cấp huyện năm ngoái có được gửi dự thi tỉnh không?".to_owned(),
        answer: Some("Được, nếu giải pháp chưa đạt giải ở Hội thi cấp tỉnh hoặc toàn quốc.".to_owned()),
        portal: story.house.site.public_url.clone(),
    };
    let question = story.act("chuyenvien", move |act| Box::pin(record(act, told.clone()))).await?;
    story.act("chuyenvien", move |act| Box::pin(close(act, question, 1))).await
}

async fn a_message(story: &mut Story) -> Result<(), Halt> {
    let told = Record {
        edition: story.edition_id(PROVINCE)?,
        desk: None,
        channel: QuestionChannel::Chat,
        who: "Đầu mối Trường Cao đẳng Y tế".to_owned(),
        contact: Contact { email: String::new(), phone: String::new() },
        words: "Mô hình lớn, không gửi được, thì nộp ảnh và phim có được không?".to_owned(),
        answer: None,
        portal: story.house.site.public_url.clone(),
    };
    story.act("chuyenvien", move |act| Box::pin(record(act, told.clone()))).await.map(|_| ())
}

async fn a_stranger_asks(story: &mut Story) -> Result<(), Halt> {
    let asker = Asker::Stranger {
        name: "Trịnh Thị Sáng".parse::<PersonName>().or_refuse()?,
        contact: Contact { email: "ban.doc@vidu.invalid".to_owned(), phone: String::new() },
        unit: "Hợp tác xã Minh Họa".to_owned(),
    };
    let words = "Người ngoài tỉnh làm việc tại Quảng Ninh có được dự thi không, và nộp hồ sơ ở đâu?";
    let (edition, portal) = (story.edition_id(PROVINCE)?, story.house.site.public_url.clone());
    let new = Ask { edition, desk: None, asker, words: words.to_owned(), from: String::new(), portal };
    let nobody = Actor::nobody(Door::Page);
    story.house.acts.perform(nobody, move |act| Box::pin(ask(act, new.clone()))).await.map(|_| ())
}
