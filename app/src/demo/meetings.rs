//! The committee meets in January on the marking, with papers, minutes and a notice of conclusions; the next
//! meeting is called for March, and the prizes are to be handed over in November.

use hoithi_journal::Halt;
use hoithi_meetings::{
    Attendance, Draft, Duty, Guest, Hold, Invite, NewMeeting, Paper, Plan, SayReply, draft, hold, invite, invitees_of,
    plan_meeting, put_paper, reply,
};
use hoithi_rules::meetings::{MeetingKind, Quorum, Reply};
use jiff::civil::{Date, DateTime, date};

use super::moment::in_vietnam;
use super::papers::sign_from_scan;
use super::register::deputy;
use super::story::{Agenda, PROVINCE, Story, missing};

const PROCEEDINGS: &str = include_str!("data/meeting-proceedings.txt");
const CONCLUSIONS: &str = include_str!("data/meeting-conclusions.txt");

/// A meeting that is called: its short name, what for, what it is about, when it begins, what is talked about,
/// number and day of its invitation, which documents lie before it.
#[derive(Clone, Copy)]
struct Call {
    key: &'static str,
    kind: MeetingKind,
    title: &'static str,
    begins: DateTime,
    agenda: &'static str,
    invitation: (&'static str, Date),
    papers: [&'static str; 2],
}

const MARKING: Call = Call {
    key: "marking",
    kind: MeetingKind::Committee,
    title: "Họp Ban Tổ chức Hội thi về Quy định chấm thi",
    begins: date(2021, 1, 14).at(14, 0, 0, 0),
    agenda: "Báo cáo công tác tuyên truyền, vận động\nDự thảo Quy định chấm thi và mức tiền thưởng\nThảo luận, kết luận",
    invitation: ("05/GM-LHH", date(2021, 1, 8)),
    papers: ["rules", "plan"],
};

const DOSSIERS: Call = Call {
    key: "dossiers",
    kind: MeetingKind::Committee,
    title: "Họp giao ban về công tác vận động, nhận hồ sơ dự thi",
    begins: date(2021, 3, 26).at(8, 0, 0, 0),
    agenda: "Tình hình hồ sơ theo đơn vị và lĩnh vực\nKhó khăn của các đơn vị\nViệc cần làm trước hạn nộp hồ sơ",
    invitation: ("21/GM-LHH", date(2021, 3, 10)),
    papers: ["plan", "letter"],
};

const CEREMONY: Call = Call {
    key: "ceremony",
    kind: MeetingKind::Ceremony,
    title: "Lễ tổng kết và trao giải Hội thi Sáng tạo kỹ thuật tỉnh lần thứ VIII",
    begins: date(2021, 11, 12).at(8, 0, 0, 0),
    agenda: "Văn nghệ chào mừng\nBáo cáo tổng kết Hội thi\nCông bố quyết định trao giải\nTrao giải, từ giải thấp đến giải cao\nPhát biểu của đại diện tác giả",
    invitation: ("64/GM-LHH", date(2021, 10, 15)),
    papers: ["rules", "plan"],
};

pub(super) fn plan(agenda: &mut Agenda) {
    for call in [MARKING, DOSSIERS, CEREMONY] {
        let day = call.invitation.1.at(9, 0, 0, 0);
        agenda.at(day, format!("a meeting is called: {}", call.key), move |story| Box::pin(call_in(story, call)));
    }
    agenda.at(date(2021, 1, 11).at(10, 20, 0, 0), "the guests answer", |story| Box::pin(answers(story)));
    agenda.at(date(2021, 1, 14).at(16, 40, 0, 0), "the meeting is recorded", |story| Box::pin(held(story)));
    agenda.at(date(2021, 1, 15).at(9, 0, 0, 0), "the conclusions are made known", |story| {
        Box::pin(async move { paper(story, MARKING.key, Paper::Notice, ("07/TB-BTC", date(2021, 1, 15))).await })
    });
    agenda.at(date(2021, 3, 11).at(8, 15, 0, 0), "the first guest of the next meeting answers", |story| {
        Box::pin(async move {
            let guest = Guest::Account(story.account("thuky")?);
            say(story, (DOSSIERS.key, guest), "thuky", Reply::Comes).await
        })
    });
}

/// Those who count, then those who are asked to come besides.
fn guests(story: &Story) -> Result<Vec<(Guest, bool)>, Halt> {
    Ok(vec![
        (Guest::Account(story.account("lanhdao")?), true),
        (Guest::Account(story.account("uyvien")?), true),
        (Guest::Account(story.account("thuky")?), true),
        (Guest::Unit(story.unit("halong")?), false),
        (Guest::Unit(story.unit("dhhl")?), false),
        (outsider(), false),
    ])
}

fn outsider() -> Guest {
    Guest::Name("Đại diện Ban Thường vụ Tỉnh đoàn".to_owned())
}

async fn call_in(story: &mut Story, call: Call) -> Result<(), Halt> {
    let plan = Plan {
        kind: call.kind,
        own_kind: String::new(),
        title: call.title.to_owned(),
        place: "Phòng họp Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh".to_owned(),
        starts_at: in_vietnam(call.begins),
        chair: "Phó Trưởng ban Thường trực Ban Tổ chức".to_owned(),
        secretary: "Bà Lưu Thị Khánh Ngân, Thư ký Hội thi".to_owned(),
        quorum: if call.kind == MeetingKind::Committee { Quorum::Half } else { Quorum::Anybody },
        agenda: call.agenda.to_owned(),
    };
    let new = NewMeeting { edition: story.edition_id(PROVINCE)?, plan, held: false };
    let meeting = story.act("chuyenvien", move |act| Box::pin(plan_meeting(act, new.clone()))).await?;
    story.meetings.insert(call.key, meeting);
    for (guest, member) in guests(story)? {
        let new = Invite { meeting, guest, member, email: String::new() };
        story.act("chuyenvien", move |act| Box::pin(invite(act, new.clone()))).await?;
    }
    for key in call.papers {
        let document = story.document(key)?;
        story.act("chuyenvien", move |act| Box::pin(put_paper(act, meeting, document))).await?;
    }
    paper(story, call.key, Paper::Invitation, call.invitation).await
}

/// Drafts a paper of the meeting; the leader signs it on paper.
async fn paper(story: &Story, key: &str, paper: Paper, signed: (&str, Date)) -> Result<(), Halt> {
    let signatory = match paper {
        Paper::Invitation => deputy(("", "Chủ tịch", "Phó Chủ tịch"))?,
        Paper::Minutes | Paper::Notice => deputy(("Ban Tổ chức", "Trưởng ban", "Phó Trưởng ban"))?,
    };
    let command = Draft { meeting: story.meeting(key)?, paper, signatory };
    let id = story.act("chuyenvien", move |act| Box::pin(draft(act, command.clone()))).await?;
    sign_from_scan(story, id, signed, &format!("{}.pdf", paper.code())).await
}

/// Members answer for themselves, a unit's contact for the unit; the office notes what it was told.
async fn answers(story: &mut Story) -> Result<(), Halt> {
    for login in ["lanhdao", "uyvien", "thuky"] {
        let guest = Guest::Account(story.account(login)?);
        say(story, (MARKING.key, guest), login, Reply::Comes).await?;
    }
    let substitute = Reply::Sends { who: "Phó Trưởng phòng Kinh tế".to_owned() };
    say(story, (MARKING.key, Guest::Unit(story.unit("halong")?)), "dv-halong", substitute).await?;
    say(story, (MARKING.key, Guest::Unit(story.unit("dhhl")?)), "dv-dhhl", Reply::Comes).await?;
    let away = Reply::Excused { reason: "trùng lịch họp Tỉnh đoàn".to_owned() };
    say(story, (MARKING.key, outsider()), "chuyenvien", away).await
}

async fn say(story: &Story, (key, guest): (&str, Guest), login: &str, answer: Reply) -> Result<(), Halt> {
    let meeting = story.meeting(key)?;
    let invitees = invitees_of(&mut story.read().await?, meeting).await?;
    let invitee = invitees.iter().find(|each| each.guest == guest).ok_or_else(|| missing("guest", login))?.id;
    let said = SayReply { meeting, invitee, reply: answer };
    story.act(login, move |act| Box::pin(reply(act, said.clone()))).await
}

async fn held(story: &mut Story) -> Result<(), Halt> {
    let meeting = story.meeting(MARKING.key)?;
    let invitees = invitees_of(&mut story.read().await?, meeting).await?;
    let came = |each: &hoithi_meetings::Invitee| !matches!(each.reply, Some(Reply::Excused { .. }));
    let duty = |who: &str, what: &str, due: Date| Duty { who: who.to_owned(), what: what.to_owned(), due: Some(due) };
    let command = Hold {
        meeting,
        version: 1,
        ended_at: in_vietnam(date(2021, 1, 14).at(16, 20, 0, 0)),
        attendance: invitees.iter().map(|each| Attendance { invitee: each.id, present: came(each) }).collect(),
        proceedings: PROCEEDINGS.trim().to_owned(),
        conclusions: CONCLUSIONS.trim().to_owned(),
        dissent: String::new(),
        duties: vec![
            duty("Cơ quan Thường trực", "hoàn thiện, trình ban hành Quy định chấm thi", date(2021, 1, 15)),
            duty("Ban Thư ký", "lập danh sách giám khảo theo lĩnh vực", date(2021, 6, 30)),
        ],
    };
    story.act("chuyenvien", move |act| Box::pin(hold(act, command.clone()))).await?;
    paper(story, MARKING.key, Paper::Minutes, ("06/BB-BTC", date(2021, 1, 14))).await
}
