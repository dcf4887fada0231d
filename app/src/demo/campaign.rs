//! The letter goes out; units confirm it, publicise and answer its five tasks.

use hoithi_campaign::{
    Acknowledge, AnswerTask, AskExtension, ConfirmPublicity, Dashes, DecideExtension, MailWords, NoteProgress,
    RecordPublicity, ReturnPublicity, SendBack, SendLetter, TaskAnswer, link_to_be, report_due,
};
use hoithi_journal::Halt;
use hoithi_rules::campaign::{Check, PublicityChannel, PublicityForm, PublicityItem, TaskKind};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{SendingId, TaskId};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::chance::Chance;
use super::island;
use super::papers::LETTER_DAY;
use super::people::DISTRICTS;
use super::story::{Agenda, PROVINCE, Story, missing};

/// Who confirmed when, by which way; some only after the moment `launched`. The last one did by its link.
const CONFIRMED: [(&str, Date, Channel); 12] = [
    ("halong", date(2020, 8, 19), Channel::InApp),
    ("campha", date(2020, 8, 19), Channel::InApp),
    ("uongbi", date(2020, 8, 20), Channel::DocumentAxis),
    ("dongtrieu", date(2020, 8, 20), Channel::InApp),
    ("tienyen", date(2020, 8, 21), Channel::InApp),
    ("mongcai", date(2020, 8, 21), Channel::Mail),
    ("vandon", date(2020, 8, 24), Channel::InApp),
    ("damha", date(2020, 8, 25), Channel::Zalo),
    ("binhlieu", date(2020, 8, 26), Channel::Telephone),
    ("quangyen", date(2020, 8, 28), Channel::InApp),
    ("haiha", date(2020, 9, 1), Channel::Paper),
    ("bache", date(2020, 9, 4), Channel::InApp),
];

/// The unit that has no account, does little and never reports.
pub(super) const SILENT: &str = "coto";

pub(super) fn plan(agenda: &mut Agenda, seed: u64, progress: fn(&str)) {
    agenda.at(LETTER_DAY.at(10, 0, 0, 0), "the letter goes out", move |story| {
        Box::pin(async move {
            progress("Gửi công văn tới 13 đơn vị, nhận xác nhận, tuyên truyền, trả lời");
            send(story).await
        })
    });
    for (place, (key, day, how)) in CONFIRMED.into_iter().enumerate() {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        let what = format!("{key} confirms the letter");
        agenda.at(day.at(14, minute, 0, 0), what, move |story| Box::pin(confirm(story, key, how)));
    }
    let mut chance = Chance::of(seed, "tuyên truyền");
    for (key, _) in DISTRICTS {
        publicity(agenda, key, &mut chance);
        answers(agenda, key, &mut chance);
    }
    steps(agenda);
    for day in LOOKED_THROUGH {
        agenda.at(day.at(15, 30, 0, 0), "the officer looks through the publicity", move |story| {
            Box::pin(look_through(story))
        });
    }
}

/// On these days the officer confirms what waits; what came later waits still.
const LOOKED_THROUGH: [Date; 6] =
    [date(2020, 10, 5), date(2020, 12, 7), date(2021, 2, 8), date(2021, 5, 10), date(2021, 7, 12), date(2021, 9, 20)];

/// A broadcast without any proof goes back once; everything else is confirmed.
async fn look_through(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    let recorded = hoithi_campaign::publicity_of(&mut story.read().await?, edition).await?;
    let waiting = recorded.into_iter().filter(|line| line.check == Check::Waiting);
    let (unproven, pieces): (Vec<_>, Vec<_>) =
        waiting.partition(|line| line.item.channel == PublicityChannel::RadioTelevision);
    for line in unproven {
        let command = ReturnPublicity {
            edition,
            id: line.id,
            seen: line.version,
            reason: "Đề nghị gửi kèm lịch phát sóng hoặc ảnh chụp, kịch bản đã phát.".to_owned(),
            mail: None,
        };
        story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::return_publicity(act, command.clone()))).await?;
    }
    let pieces: Vec<_> = pieces.iter().map(|line| (line.id, line.version)).collect();
    if pieces.is_empty() {
        return Ok(());
    }
    let command = ConfirmPublicity { edition, pieces };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::confirm_publicity(act, command.clone()))).await?;
    Ok(())
}

/// What happens to tasks before they are done: a note, an answer sent back, a later day.
fn steps(agenda: &mut Agenda) {
    agenda.at(date(2021, 3, 15).at(9, 5, 0, 0), "tienyen notes how far it is", |story| {
        Box::pin(async move {
            let task = task_of(story, "tienyen", TaskKind::LaunchMovement).await?;
            let words = "Đã họp các phòng, ban; đang chờ xã gửi danh sách sáng kiến.".to_owned();
            let command = NoteProgress { task, percent: Some(60), words };
            story.act("dv-tienyen", move |act| Box::pin(hoithi_campaign::note_progress(act, command.clone()))).await
        })
    });
    agenda.at(date(2021, 6, 23).at(8, 30, 0, 0), "an answer is sent back", |story| {
        Box::pin(async move {
            let task = task_of(story, "halong", TaskKind::PubliciseAndMobilise).await?;
            let reason = "Đề nghị ghi rõ số tin, bài và đường dẫn trên cổng thông tin.".to_owned();
            let command = SendBack { task, reason, mail: None };
            story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::send_back(act, command.clone()))).await
        })
    });
    agenda.at(date(2021, 6, 25).at(8, 40, 0, 0), "halong answers again", |story| {
        let words = "Đã đăng 4 tin, bài trên cổng thông tin điện tử thành phố; đường dẫn ở mục Tuyên truyền.";
        let answered = TaskAnswer::Done(words.to_owned());
        Box::pin(answer(story, "halong", TaskKind::PubliciseAndMobilise, answered))
    });
    agenda.at(date(2021, 3, 4).at(9, 20, 0, 0), "binhlieu asks for a later day", |story| {
        Box::pin(async move {
            let task = task_of(story, "binhlieu", TaskKind::LaunchMovement).await?;
            let reason = "Các xã biên giới họp giao ban theo quý, tháng 7 mới phát động được.".to_owned();
            let command = AskExtension { task, to: date(2021, 7, 9), reason };
            story.act("dv-binhlieu", move |act| Box::pin(hoithi_campaign::ask_extension(act, command.clone()))).await
        })
    });
    agenda.at(date(2021, 3, 5).at(8, 30, 0, 0), "binhlieu gets a later day", |story| {
        Box::pin(async move {
            let task = task_of(story, "binhlieu", TaskKind::LaunchMovement).await?;
            let command =
                DecideExtension { task, to: Some(date(2021, 7, 9)), words: "Đồng ý.".to_owned(), mail: None };
            story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::decide_extension(act, command.clone()))).await
        })
    });
}

/// What the letter asks of a unit.
pub(super) async fn task_of(story: &Story, key: &str, kind: TaskKind) -> Result<TaskId, Halt> {
    let sending = sending_of(story, key, "letter").await?;
    let tasks = hoithi_campaign::tasks_of_sending(&mut story.read().await?, sending).await?;
    tasks.iter().find(|task| task.kind == kind).map(|task| task.id).ok_or_else(|| missing("task", kind.code()))
}

async fn send(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let id = story.document("letter")?;
    let letter = hoithi_correspondence::document(&mut story.read().await?, id).await?;
    let letter = letter.ok_or_else(|| missing("document", "letter"))?;
    let units = DISTRICTS.iter().map(|(key, _)| story.unit(key)).collect::<Result<Vec<_>, _>>()?;
    let mail = MailWords {
        subject: "Công văn số 213/LHH-KHCN về tổ chức triển khai Hội thi".to_owned(),
        body: "Kính gửi đồng chí đầu mối,\n\nCông văn số 213/LHH-KHCN ngày 19/8/2020 đã được gửi tới đơn vị. Đề nghị \
               đồng chí xác nhận đã nhận và xem năm việc được giao.\n\nTrân trọng."
            .to_owned(),
        personal: Some(format!(
            "Kính gửi đồng chí đầu mối,\n\nCông văn số 213/LHH-KHCN ngày 19/8/2020 đã được gửi tới đơn vị. Đồng chí xem \
             và xác nhận tại:\n{}\n\nTrân trọng.",
            link_to_be(&story.house.site.public_url)
        )),
    };
    let command = SendLetter {
        edition: edition.id,
        document: id,
        units,
        on: LETTER_DAY,
        tasks: Dashes::of(&letter).orders(&edition),
        report_due: report_due(&edition),
        mail: Some(mail),
    };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::send_letter(act, command.clone()))).await?;
    island::read_mail(story).await
}

/// The mail that goes with a document; whoever has no account is led to a link of their own.
pub(super) fn mail(story: &Story, subject: &str, what: &str) -> MailWords {
    let link = link_to_be(&story.house.site.public_url);
    MailWords {
        subject: subject.to_owned(),
        body: format!("Kính gửi đồng chí đầu mối,\n\n{what}\n\nTrân trọng."),
        personal: Some(format!(
            "Kính gửi đồng chí đầu mối,\n\n{what} Đồng chí xem và xác nhận tại:\n{link}\n\nTrân trọng."
        )),
    }
}

async fn confirm(story: &mut Story, key: &str, how: Channel) -> Result<(), Halt> {
    let sending = sending_of(story, key, "letter").await?;
    let contact = format!("dv-{key}");
    if how == Channel::InApp {
        story.act(&contact, move |act| Box::pin(hoithi_campaign::open_letter(act, sending))).await?;
        let command = Acknowledge { sending, on_behalf: None };
        return story.act(&contact, move |act| Box::pin(hoithi_campaign::acknowledge(act, command.clone()))).await;
    }
    let account = hoithi_people::account(&mut story.read().await?, story.account(&contact)?).await?;
    let name = account.ok_or_else(|| missing("account", &contact))?.name;
    // Written down half an hour after the call.
    let at = story.house.clock().now().checked_sub(30.minutes()).map_err(Halt::fault)?;
    let command = Acknowledge { sending, on_behalf: Some((name, at, how)) };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::acknowledge(act, command.clone()))).await
}

/// A document on its way to a unit, by their short names.
pub(super) async fn sending_of(story: &Story, key: &str, document: &str) -> Result<SendingId, Halt> {
    let of = story.document(document)?;
    let sent = hoithi_campaign::sendings_to(&mut story.read().await?, story.unit(key)?).await?;
    let to = sent.iter().find(|sent| sent.sending.document == of);
    to.map(|sent| sent.sending.id).ok_or_else(|| missing("sending of the", document))
}

/// Channel, title, whether it has an address, how many it reached.
const PUBLICITY: [(&str, &str, bool, &str); 8] = [
    ("component_portal", "Phát động Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021", true, ""),
    ("component_portal", "Thể lệ Hội thi và mẫu phiếu đăng ký dự thi", true, "850"),
    ("email_system", "Thư gửi cán bộ, công chức, viên chức: kêu gọi gửi đề tài, giải pháp dự thi", false, "412"),
    ("meeting", "Phổ biến Thể lệ, Kế hoạch Hội thi tại hội nghị giao ban các phòng, ban và xã, phường", false, "96"),
    ("radio_television", "Chuyên mục “Sáng kiến quanh ta” trên hệ thống truyền thanh", false, "6000"),
    ("bulletin", "Bản tin: Những giải pháp đạt giải kỳ trước nay ra sao?", false, "300"),
    ("social_network", "Còn ba tháng để gửi hồ sơ dự thi Hội thi Sáng tạo kỹ thuật", true, "2300"),
    ("print", "Tờ gấp hướng dẫn lập hồ sơ dự thi", false, "500"),
];

fn publicity(agenda: &mut Agenda, key: &'static str, chance: &mut Chance) {
    // The island has little to show; the others between two and five pieces.
    let pieces = if key == SILENT { 1 } else { 2 + chance.below(4) };
    for piece in 0..pieces {
        let (channel, title, linked, reach) = PUBLICITY[(piece + chance.below(2)) % PUBLICITY.len()];
        let weeks = i64::try_from(2 + piece * 8 + chance.below(6)).unwrap_or(2);
        let day = LETTER_DAY.checked_add(weeks.weeks()).unwrap_or(LETTER_DAY);
        let link = if linked { format!("https://vidu.invalid/{key}/hoi-thi-{}", piece + 1) } else { String::new() };
        let recorded = day.checked_add(2.days()).unwrap_or(day).at(9, 20, 0, 0);
        let recorded = if key == SILENT { recorded.max(island::CONFIRMED.date().at(15, 20, 0, 0)) } else { recorded };
        agenda.at(recorded, format!("{key} records publicity"), move |story| {
            Box::pin(async move {
                let on = day.to_string();
                let form = PublicityForm { channel, on: &on, title, link: &link, reach };
                let item = PublicityItem::parse(form, day).map_err(|wrong| Halt::fault(format!("{wrong:?}")))?;
                if key == SILENT {
                    return island::show(story, item).await;
                }
                let (edition, unit) = (story.edition_id(PROVINCE)?, story.unit(key)?);
                let command = RecordPublicity { edition, unit, item, photo: None };
                let contact = format!("dv-{key}");
                story
                    .act(&contact, move |act| Box::pin(hoithi_campaign::record_publicity(act, command.clone())))
                    .await?;
                Ok(())
            })
        });
    }
}

const DONE: [(TaskKind, &[&str]); 3] = [
    (
        TaskKind::PubliciseAndMobilise,
        &[
            "Đã đăng Thể lệ, Kế hoạch trên cổng thông tin và phổ biến tại hội nghị giao ban; nhắc lại hai lần trước hạn nộp.",
            "Đã gửi văn bản tới các phòng, ban, xã, phường, trường học; truyền thanh phát liên tục một tuần.",
        ],
    ),
    (
        TaskKind::LaunchMovement,
        &[
            "Đã phát động phong trào thi đua sáng kiến gắn với xét danh hiệu cuối năm.",
            "Đã lồng ghép vào phong trào “Lao động giỏi, lao động sáng tạo” của công đoàn cơ sở.",
        ],
    ),
    (TaskKind::Commend, &["Đã khen thưởng các tập thể, cá nhân có thành tích trong tuyên truyền và tham gia Hội thi."]),
];

const NO_LOCAL_CONTEST: [&str; 3] = [
    "Địa phương chưa bố trí được kinh phí tổ chức hội thi riêng trong kỳ này; đã hướng dẫn tác giả gửi thẳng lên tỉnh.",
    "Số giải pháp của địa phương chưa đủ để tổ chức hội thi cấp huyện.",
    "Không tổ chức tập trung do phòng, chống dịch bệnh.",
];

/// The tasks are answered in June and July; the silent unit leaves most of them open.
fn answers(agenda: &mut Agenda, key: &'static str, chance: &mut Chance) {
    for (kind, words) in DONE {
        if key == SILENT && kind != TaskKind::PubliciseAndMobilise {
            continue;
        }
        let words = (*chance.one(words)).to_owned();
        let day = if kind == TaskKind::Commend { date(2021, 7, 9) } else { date(2021, 6, 21) };
        let day = day.at(10, i8::try_from(chance.below(50)).unwrap_or(0), 0, 0);
        agenda.at(day, format!("{key} answers a task"), move |story| {
            Box::pin(answer(story, key, kind, TaskAnswer::Done(words)))
        });
    }
    if key != SILENT {
        let reason = (*chance.one(&NO_LOCAL_CONTEST)).to_owned();
        let day = date(2021, 6, 28).at(15, i8::try_from(chance.below(50)).unwrap_or(0), 0, 0);
        agenda.at(day, format!("{key} holds no contest"), move |story| {
            Box::pin(answer(story, key, TaskKind::HoldLocalContest, TaskAnswer::Nothing(reason)))
        });
    }
}

async fn answer(story: &mut Story, key: &str, kind: TaskKind, answer: TaskAnswer) -> Result<(), Halt> {
    let task = task_of(story, key, kind).await?;
    if key == SILENT {
        return island::answer(story, task, answer).await;
    }
    let command = AnswerTask { task, answer };
    story.act(&format!("dv-{key}"), move |act| Box::pin(hoithi_campaign::answer_task(act, command.clone()))).await
}
