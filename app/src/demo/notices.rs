//! A notice to the schools names a wrong day: it is recalled, and another stands in its place.

use hoithi_campaign::{Recall, SendLetter};
use hoithi_correspondence::{Content, Lines, NewDocument, register};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::DocumentKind;
use jiff::civil::{Date, date};

use super::assigned::confirm;
use super::campaign::mail;
use super::papers::{AGENCY, content, sign_from_scan};
use super::people::SCHOOLS;
use super::register::deputy;
use super::story::{Agenda, PROVINCE, Story};

/// A notice by its short name, its number and day, and the day that it names.
#[derive(Clone, Copy)]
struct Notice {
    key: &'static str,
    number: (&'static str, Date),
    names: &'static str,
    file: &'static str,
}

const WRONG: Notice = Notice {
    key: "notice",
    number: ("09/TB-LHH", date(2020, 8, 6)),
    names: "15/8/2020 (thứ Bảy)",
    file: "thong-bao-09-TB-LHH.pdf",
};
const RIGHT: Notice = Notice {
    key: "notice in its place",
    number: ("10/TB-LHH", date(2020, 8, 10)),
    names: "14/8/2020 (thứ Sáu)",
    file: "thong-bao-10-TB-LHH.pdf",
};

const SUBJECT: &str = "Tập huấn cách lập hồ sơ dự thi Hội thi Sáng tạo kỹ thuật tỉnh lần thứ VIII";

/// How many schools had confirmed the wrong one.
const HAD_CONFIRMED: usize = 3;

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(date(2020, 8, 6).at(9, 0, 0, 0), "a notice goes to the schools", |story| Box::pin(send(story, WRONG)));
    agenda.at(date(2020, 8, 10).at(9, 0, 0, 0), "another notice goes out", |story| Box::pin(send(story, RIGHT)));
    agenda.at(date(2020, 8, 10).at(9, 30, 0, 0), "the first notice is recalled", |story| Box::pin(recall(story)));
    for (place, key) in SCHOOLS.into_iter().enumerate() {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        if place < HAD_CONFIRMED {
            let what = format!("{key} confirms the first notice");
            let at = date(2020, 8, 7).at(14, minute, 0, 0);
            agenda.at(at, what, move |story| Box::pin(confirm(story, key, WRONG.key)));
        }
        let what = format!("{key} confirms the notice");
        let at = date(2020, 8, 11).at(8, minute, 0, 0);
        agenda.at(at, what, move |story| Box::pin(confirm(story, key, RIGHT.key)));
    }
}

async fn send(story: &mut Story, notice: Notice) -> Result<(), Halt> {
    let (number, day) = notice.number;
    let text = format!(
        "Thực hiện Kế hoạch số 86/KH-BTC ngày 27/7/2020, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh thông báo:\n\
         **Thời gian:** 8 giờ 00, ngày {}.\n\
         **Địa điểm:** Phòng họp Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh.\n\
         **Thành phần:** mỗi trường cử 02 cán bộ phụ trách hướng dẫn tác giả.\n\
         Đề nghị các trường cử cán bộ dự đúng thành phần, thời gian./.",
        notice.names
    );
    let content = Content {
        symbol: "TB-LHH".to_owned(),
        text,
        addressees: Lines::parse("Các trường cao đẳng, đại học trên địa bàn tỉnh"),
        recipients: Lines::parse("Như trên;\nLưu: VT, KHCN."),
        signatory: Some(deputy(("", "Chủ tịch", "Phó Chủ tịch"))?),
        public: false,
        ..content(DocumentKind::Notice, AGENCY, SUBJECT)
    };
    let edition = story.edition_id(PROVINCE)?;
    let new = NewDocument { edition, content, bases: vec![story.document("plan")?], signed: None };
    let document = story.act("chuyenvien", move |act| Box::pin(register(act, new.clone()))).await?;
    story.documents.insert(notice.key, document);
    sign_from_scan(story, document, notice.number, notice.file).await?;
    let what = format!("Thông báo số {number} về tập huấn cách lập hồ sơ dự thi đã được gửi tới trường.");
    let command = SendLetter {
        edition,
        document,
        units: SCHOOLS.iter().map(|key| story.unit(key)).collect::<Result<Vec<_>, _>>()?,
        on: day,
        tasks: Vec::new(),
        report_due: None,
        mail: Some(mail(story, &format!("Thông báo số {number}"), &what)),
    };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::send_letter(act, command.clone()))).await?;
    Ok(())
}

async fn recall(story: &mut Story) -> Result<(), Halt> {
    let what = "Thông báo số 09/TB-LHH được thu hồi vì ghi sai ngày tập huấn; Thông báo số 10/TB-LHH thay thế.";
    let command = Recall {
        document: story.document(WRONG.key)?,
        reason: "Ghi sai ngày tập huấn: ngày 14/8/2020, không phải ngày 15/8/2020.".to_owned(),
        replaced_by: Some(story.document(RIGHT.key)?),
        mail: Some(mail(story, "Thu hồi Thông báo số 09/TB-LHH", what)),
    };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::recall_letter(act, command.clone()))).await?;
    Ok(())
}
