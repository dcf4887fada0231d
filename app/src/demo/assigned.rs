//! Plan 86 gives departments and schools their part in August, before the letter goes to the localities. A
//! department's answers come over the document axis, a school answers by its account.

use std::collections::BTreeSet;

use hoithi_campaign::{Acknowledge, AddAssignment, AnswerTask, GivePlan, OnBehalf, Origin, TaskAnswer, Told};
use hoithi_journal::Halt;
use hoithi_rules::campaign::{Assignment, TaskKind};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::TaskId;
use hoithi_rules::people::PersonName;
use hoithi_rules::workdays::Due;
use hoithi_units::UnitLevel;
use jiff::civil::{Date, date};

use super::campaign::{mail, sending_of};
use super::people::SCHOOLS;
use super::story::{Agenda, Story, missing};

/// What a line is called, what it says, and to whom it goes.
const LINES: [(&str, &str, UnitLevel); 2] = [
    (
        "Tuyên truyền trong ngành",
        "Tuyên truyền, phổ biến Thể lệ Hội thi trong ngành; vận động cán bộ, công chức, viên chức gửi giải pháp dự thi.",
        UnitLevel::Department,
    ),
    (
        "Hướng dẫn tác giả",
        "Hướng dẫn giảng viên, sinh viên viết bản mô tả giải pháp và xác nhận phiếu đăng ký dự thi.",
        UnitLevel::School,
    ),
];

const GIVEN: Date = date(2020, 8, 5);
const DUE: Date = date(2021, 5, 31);

/// Who confirms and answers for a department.
const DEPARTMENTS: [(&str, &str); 6] = [
    ("sonn", "Quách Văn Lâm"),
    ("soyte", "Đinh Thị Hằng Nga"),
    ("sogd", "Vi Văn Thạch"),
    ("sotttt", "Lã Thị Tơ"),
    ("sotnmt", "Khổng Minh Đạt"),
    ("sogtvt", "Giáp Văn Toại"),
];

const SPREAD: &str = "Đã gửi Thể lệ, Kế hoạch tới các phòng, đơn vị trực thuộc và đăng trên cổng thông tin của Sở.";
const GUIDED: &str = "Đã tổ chức hai buổi hướng dẫn viết bản mô tả giải pháp cho giảng viên và sinh viên.";

/// When two of each answer, while dossiers come in, and when the others do.
const EARLY: Date = date(2021, 3, 10);
const LATER: Date = date(2021, 5, 18);

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(GIVEN.at(9, 0, 0, 0), "plan 86 is given", |story| Box::pin(give(story)));
    for (place, (key, name)) in DEPARTMENTS.into_iter().enumerate() {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        let what = format!("{key} confirms the plan");
        agenda.at(date(2020, 8, 12).at(10, minute, 0, 0), what, move |story| Box::pin(noted(story, key, name)));
        let day = if place < 2 { EARLY } else { LATER };
        agenda.at(day.at(10, minute, 0, 0), format!("{key} answers"), move |story| {
            Box::pin(told(story, (key, name), day))
        });
    }
    for (place, key) in SCHOOLS.into_iter().enumerate() {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        let what = format!("{key} confirms the plan");
        agenda.at(date(2020, 8, 13).at(14, minute, 0, 0), what, move |story| Box::pin(confirm(story, key, "plan")));
        let day = if place < 2 { EARLY } else { LATER };
        agenda.at(day.at(15, minute, 0, 0), format!("{key} answers"), move |story| Box::pin(answer(story, key)));
    }
}

async fn give(story: &mut Story) -> Result<(), Halt> {
    let plan = story.document("plan")?;
    let mut lines = Vec::new();
    for (title, words, level) in LINES {
        let assignment = Assignment {
            kind: TaskKind::Other,
            title: title.to_owned(),
            words: words.to_owned(),
            due: Some(Due::Day(DUE)),
            groups: BTreeSet::from([level.code().to_owned()]),
            units: BTreeSet::new(),
        };
        let command = AddAssignment { plan, assignment };
        lines.push(
            story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::add_assignment(act, command.clone()))).await?,
        );
    }
    let what = "Kế hoạch số 86/KH-BTC ngày 27/7/2020 giao đơn vị một việc. Đề nghị đồng chí xác nhận đã nhận.";
    let mail = Some(mail(story, "Việc của đơn vị theo Kế hoạch số 86/KH-BTC", what));
    let command = GivePlan { plan, lines, mail };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::give_plan(act, command.clone()))).await?;
    Ok(())
}

/// A school's contact opens a document and confirms it.
pub(super) async fn confirm(story: &mut Story, key: &str, document: &str) -> Result<(), Halt> {
    let sending = sending_of(story, key, document).await?;
    let contact = format!("dv-{key}");
    story.act(&contact, move |act| Box::pin(hoithi_campaign::open_letter(act, sending))).await?;
    let command = Acknowledge { sending, on_behalf: None };
    story.act(&contact, move |act| Box::pin(hoithi_campaign::acknowledge(act, command.clone()))).await
}

/// The officer notes that a department confirmed over the document axis.
async fn noted(story: &mut Story, key: &str, name: &str) -> Result<(), Halt> {
    let sending = sending_of(story, key, "plan").await?;
    let (by, at) = (name.parse::<PersonName>().map_err(Halt::fault)?, story.house.clock().now());
    let command = Acknowledge { sending, on_behalf: Some((by, at, Channel::DocumentAxis)) };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::acknowledge(act, command.clone()))).await
}

/// The officer writes down what a department answered.
async fn told(story: &mut Story, (key, name): (&str, &str), day: Date) -> Result<(), Halt> {
    let sending = sending_of(story, key, "plan").await?;
    let told = Told::Task(task_of_plan(story, key).await?, TaskAnswer::Done(SPREAD.to_owned()));
    let by_name = name.parse::<PersonName>().map_err(Halt::fault)?;
    let origin = Origin { how: Channel::DocumentAxis, by_name, position: "Chuyên viên".to_owned(), day, file: None };
    let command = OnBehalf { sending, told, origin };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::record_on_behalf(act, command.clone()))).await
}

async fn answer(story: &mut Story, key: &str) -> Result<(), Halt> {
    let task = task_of_plan(story, key).await?;
    let command = AnswerTask { task, answer: TaskAnswer::Done(GUIDED.to_owned()) };
    story.act(&format!("dv-{key}"), move |act| Box::pin(hoithi_campaign::answer_task(act, command.clone()))).await
}

/// The one task that the plan gives a unit.
async fn task_of_plan(story: &Story, key: &str) -> Result<TaskId, Halt> {
    let sending = sending_of(story, key, "plan").await?;
    let tasks = hoithi_campaign::tasks_of_sending(&mut story.read().await?, sending).await?;
    tasks.first().map(|task| task.id).ok_or_else(|| missing("task of the plan", key))
}
