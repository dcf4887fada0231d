//! Units report: most in July, three long before, one late and without its signed paper, one not at all. Two
//! reports come on paper; one unit has a later day; the officer gives one back, and three wait to be read until
//! units are put forward for what they did. Sums are also read by two clusters of units.

use std::collections::BTreeMap;

use hoithi_journal::Halt;
use hoithi_reporting::{
    AskLater, DecideLater, Judge, OnPaper, ReportFile, ReportLine, SaveDraft, SubmitReport, Verdict, ask_later,
    begin_period, decide_later, form_of, judge, print_report, put_into_clusters, reports_of, save_draft, submit_report,
};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::reporting::Given;
use hoithi_units::unit;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::campaign::SILENT;
use super::chance::Chance;
use super::moment::in_vietnam;
use super::papers::keep;
use super::people::DISTRICTS;
use super::story::{Agenda, PROVINCE, Story, missing};
use crate::known::FromLetters;

/// The unit that reports after the day.
const LATE: (&str, DateTime) = ("mongcai", date(2021, 7, 17).at(16, 40, 0, 0));

/// The unit that has a later day for its report, and which.
const LATER: (&str, Date) = ("damha", date(2021, 7, 20));

/// Reports that came on paper and were entered by the agency.
const ON_PAPER: [&str; 2] = ["haiha", "binhlieu"];

/// Reports that wait for somebody to read them until October.
const UNREAD: [&str; 3] = ["mongcai", "quangyen", "vandon"];

/// Who reports in March already, and when the officer says what of it.
const EARLY: [(&str, DateTime, DateTime, Said); 3] = [
    ("dongtrieu", date(2021, 3, 2).at(9, 30, 0, 0), date(2021, 3, 3).at(10, 5, 0, 0), Said::Good),
    ("bache", date(2021, 3, 8).at(14, 20, 0, 0), date(2021, 3, 12).at(8, 45, 0, 0), Said::Again),
    ("uongbi", date(2021, 3, 12).at(15, 10, 0, 0), date(2021, 3, 17).at(9, 15, 0, 0), Said::Good),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Good,
    Again,
}

pub(super) fn plan(agenda: &mut Agenda, seed: u64) {
    let mut chance = Chance::of(seed, "báo cáo");
    for (key, _) in DISTRICTS.into_iter().filter(|(key, _)| *key != SILENT) {
        report(agenda, key, &mut chance);
    }
    agenda.at(date(2021, 3, 1).at(8, 30, 0, 0), "the period of the reports has its name", |story| {
        Box::pin(name_period(story))
    });
    agenda.at(date(2021, 3, 1).at(8, 50, 0, 0), "two clusters of units", |story| Box::pin(cluster(story)));
    for (hour, key) in (8..).zip(UNREAD) {
        agenda.at(date(2021, 10, 14).at(hour, 0, 0, 0), format!("the officer read {key}"), move |story| {
            Box::pin(say(story, key, Said::Good))
        });
    }
    agenda.at(date(2021, 3, 10).at(10, 15, 0, 0), "a later day for a report is asked for", |story| {
        Box::pin(ask_for_later(story))
    });
    agenda.at(date(2021, 3, 11).at(8, 20, 0, 0), "a later day for a report is granted", |story| {
        Box::pin(grant_later(story))
    });
    agenda.at(date(2021, 3, 15).at(8, 40, 0, 0), "tienyen begins its report", |story| Box::pin(begin(story)));
}

fn report(agenda: &mut Agenda, key: &'static str, chance: &mut Chance) {
    let figures = Figures {
        documents: 1 + chance.below(4),
        publicity: 3 + chance.below(6),
        people: 300 + 50 * chance.below(80),
        initiatives: 4 + chance.below(40),
        commendations: 1 + chance.below(9),
        words: chance.below(DIFFICULTIES.len()),
    };
    let monday = date(2021, 7, 12);
    let day = monday.checked_add(i64::try_from(chance.below(4)).unwrap_or(0).days()).unwrap_or(monday);
    let day = day.at(9, i8::try_from(chance.below(59)).unwrap_or(0), 0, 0);
    let early = EARLY.into_iter().find(|(early, ..)| *early == key);
    if let Some((_, at, judged, said)) = early {
        agenda.at(at, format!("{key} reports early"), move |story| Box::pin(submit(story, key, figures, at)));
        agenda.at(judged, format!("the officer read {key}"), move |story| Box::pin(say(story, key, said)));
        if said == Said::Good {
            return;
        }
    }
    let day = if key == LATE.0 { LATE.1 } else { day };
    agenda.at(day, format!("{key} reports"), move |story| {
        Box::pin(async move {
            submit(story, key, figures, day).await?;
            if UNREAD.contains(&key) { Ok(()) } else { say(story, key, Said::Good).await }
        })
    });
}

#[derive(Clone, Copy)]
struct Figures {
    documents: usize,
    publicity: usize,
    people: usize,
    initiatives: usize,
    commendations: usize,
    words: usize,
}

const DIFFICULTIES: [(&str, &str); 4] = [
    (
        "Tác giả ở cơ sở còn lúng túng khi viết bản mô tả giải pháp.",
        "Đề nghị tỉnh tập huấn cách lập hồ sơ theo cụm huyện.",
    ),
    (
        "Dịch bệnh làm gián đoạn các buổi phổ biến trực tiếp.",
        "Đề nghị có tài liệu, phim ngắn để phát trên truyền thanh.",
    ),
    ("Kinh phí hỗ trợ tác giả làm mô hình còn ít.", ""),
    ("", ""),
];

async fn name_period(story: &mut Story) -> Result<(), Halt> {
    let (of, last) = (story.edition_id(PROVINCE)?, date(2021, 7, 15));
    let name = "Kết quả triển khai đến giữa năm 2021";
    story.act("chuyenvien", move |act| Box::pin(begin_period(act, of, name.to_owned(), last))).await
}

/// Those of the east; all others are in the west.
const EAST: [&str; 6] = ["mongcai", "haiha", "damha", "binhlieu", "tienyen", "bache"];

async fn cluster(story: &mut Story) -> Result<(), Halt> {
    let of = story.edition_id(PROVINCE)?;
    let mut named = BTreeMap::new();
    for (key, _) in DISTRICTS {
        let name = if EAST.contains(&key) { "Cụm miền Đông" } else { "Cụm miền Tây" };
        named.insert(story.unit(key)?, name.to_owned());
    }
    story.act("chuyenvien", move |act| Box::pin(put_into_clusters(act, of, named.clone()))).await
}

/// A unit's duty to report, as it stands.
async fn line_of(story: &Story, key: &str) -> Result<ReportLine, Halt> {
    let unit = story.unit(key)?;
    let lines = reports_of(&mut story.read().await?, story.edition_id(PROVINCE)?).await?;
    lines.into_iter().find(|line| line.request.unit == unit).ok_or_else(|| missing("report", key))
}

async fn submit(story: &mut Story, key: &str, figures: Figures, at: DateTime) -> Result<(), Halt> {
    let line = line_of(story, key).await?;
    let entries = story.invented.entries.iter().filter(|solution| solution.unit == key).count();
    let edition = story.edition(PROVINCE).await?;
    let form = form_of(&mut story.read().await?, &line.form, &edition).await?;
    let typed = typed(figures, entries);
    let value = |code: &str| typed.iter().find(|(field, _)| *field == code).map_or("", |(_, value)| value.as_str());
    let given = Given::read(&form, value, BTreeMap::new()).map_err(|wrong| Halt::fault(format!("{wrong:?}")))?;
    let on_paper = ON_PAPER.contains(&key);
    let received = hoithi_rules::day::day_in_vietnam(in_vietnam(at));
    let on_paper = on_paper.then_some(OnPaper { received, how: Channel::Paper });
    let login = if on_paper.is_some() { "chuyenvien".to_owned() } else { format!("dv-{key}") };
    let mut files = Vec::new();
    if on_paper.is_none() && key != LATE.0 {
        let unit = unit(&mut story.read().await?, line.request.unit).await?.ok_or_else(|| missing("unit", key))?;
        let paper = print_report(&story.house, &edition, &unit, &form, (&given, received), Some(line.occasion)).await?;
        files.push(ReportFile { file: keep(&story.house, "bao-cao-da-ky.pdf", &paper)?, signed: true });
    }
    let command = SubmitReport { request: line.request.id, seen: line.version(), given, on_paper, files };
    story
        .act(&login, move |act| {
            let command = command.clone();
            Box::pin(async move { submit_report(act, command, &FromLetters).await })
        })
        .await
}

/// What the officer says of the report that came last.
async fn say(story: &mut Story, key: &str, said: Said) -> Result<(), Halt> {
    let line = line_of(story, key).await?;
    let verdict = match said {
        Said::Good if line.has_paper() => Verdict::Approve,
        Said::Good => Verdict::ApproveUnsigned(
            "Bản giấy gửi bưu điện chưa đến; số liệu đã đối chiếu với đơn vị qua điện thoại.".to_owned(),
        ),
        Said::Again => Verdict::GiveBack(
            "Đề nghị kiểm tra lại số lượt người tiếp cận và ghi số, ngày của từng văn bản chỉ đạo.".to_owned(),
        ),
    };
    let command = Judge { request: line.request.id, seen: line.version(), verdict };
    story.act("chuyenvien", move |act| Box::pin(judge(act, command.clone()))).await
}

async fn ask_for_later(story: &mut Story) -> Result<(), Halt> {
    let (key, to) = LATER;
    let request = line_of(story, key).await?.request.id;
    let reason = "Các xã sơ kết phong trào vào giữa tháng 7, sau đó huyện mới đủ số liệu.".to_owned();
    let command = AskLater { request, to, reason };
    story
        .act(&format!("dv-{key}"), move |act| {
            let command = command.clone();
            Box::pin(async move { ask_later(act, command, &FromLetters).await })
        })
        .await
}

async fn grant_later(story: &mut Story) -> Result<(), Halt> {
    let (key, to) = LATER;
    let request = line_of(story, key).await?.request.id;
    let command = DecideLater { request, to: Some(to), words: "Đồng ý.".to_owned(), mail: None };
    story
        .act("chuyenvien", move |act| {
            let command = command.clone();
            Box::pin(async move { decide_later(act, command, &FromLetters).await })
        })
        .await
}

/// A report that somebody has begun and not sent.
async fn begin(story: &mut Story) -> Result<(), Halt> {
    let line = line_of(story, "tienyen").await?;
    let typed = [
        ("documents_issued", "2"),
        ("publicity_items", "3"),
        ("difficulties", "Một số xã chưa gửi danh sách sáng kiến; sẽ bổ sung số liệu sau."),
    ];
    let fields = typed.map(|(code, words)| (code.to_owned(), words.to_owned())).into();
    let command = SaveDraft { request: line.request.id, seen: 0, fields, on_behalf: false };
    story.act("dv-tienyen", move |act| Box::pin(save_draft(act, command.clone()))).await
}

fn typed(figures: Figures, entries: usize) -> Vec<(&'static str, String)> {
    let (difficulties, proposals) = DIFFICULTIES[figures.words];
    let counts = [
        ("documents_issued", figures.documents),
        ("publicity_items", figures.publicity),
        ("people_reached", figures.people),
        ("entries_mobilised", entries),
        ("initiatives", figures.initiatives),
        ("commendations", figures.commendations),
    ];
    let words = [("difficulties", difficulties), ("proposals", proposals), ("local_contest", "khong")];
    let counts = counts.map(|(code, count)| (code, count.to_string()));
    counts.into_iter().chain(words.map(|(code, words)| (code, words.to_owned()))).collect()
}
