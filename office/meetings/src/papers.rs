//! The papers of a meeting, as drafts of the register.

use hoithi_correspondence::{Content, Lines};
use hoithi_edition::Edition;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::edition::hour;
use hoithi_rules::meetings::{MeetingKind, Quorum, Reply};
use jiff::Timestamp;

use crate::meeting::{Duty, Invitee, Meeting, MeetingState, attendance};

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Giấy mời.
    Invitation,
    /// Biên bản.
    Minutes,
    /// Thông báo kết luận.
    Notice,
}

impl Paper {
    /// Stable name, in addresses as well.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "giay-moi",
            Self::Minutes => "bien-ban",
            Self::Notice => "thong-bao",
        }
    }

    /// The paper of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Invitation, Self::Minutes, Self::Notice].into_iter().find(|paper| paper.code() == code)
    }
}

/// A draft of the paper. An official text, so its words are Vietnamese whatever the reader's screen is in.
pub(crate) fn content(
    edition: &Edition,
    meeting: &Meeting,
    (invitees, duties): (&[Invitee], &[Duty]),
    paper: Paper,
) -> Content {
    let agency = &edition.book.rules().agency;
    let (kind, subject, text) = match paper {
        Paper::Invitation => {
            (DocumentKind::Invitation, meeting.plan.title.clone(), invitation(edition, meeting, invitees))
        }
        Paper::Minutes => (DocumentKind::Minutes, meeting.plan.title.clone(), minutes(edition, meeting, invitees)),
        Paper::Notice => {
            let subject = format!("Kết luận {}", lowered(&meeting.plan.title));
            (DocumentKind::Notice, subject, notice(edition, meeting, duties))
        }
    };
    let names: Vec<&str> = invitees.iter().map(|each| each.name.as_str()).collect();
    let addressees = if paper == Paper::Invitation { names.join("\n") } else { String::new() };
    let recipients = match paper {
        Paper::Invitation => "Như trên;\nLưu: VT.",
        Paper::Minutes => "Ban Tổ chức Hội thi;\nLưu: VT.",
        Paper::Notice => "Thành phần dự họp;\nLưu: VT.",
    };
    let short = kind.abbreviation().unwrap_or_default();
    Content {
        kind,
        parent_body: String::new(),
        issuer: agency.name.clone(),
        place: agency.place.clone(),
        symbol: format!("{short}-{}", agency.symbol.split('-').next().unwrap_or_default()),
        subject,
        text: ended(text),
        addressees: Lines::parse(&addressees),
        recipients: Lines::parse(recipients),
        signatory: None,
        annexes: Vec::new(),
        urgency: None,
        public: false,
    }
}

/// A paper's last line ends with its mark, and not with that of an item.
fn ended(mut text: String) -> String {
    let last = text.lines().last().unwrap_or_default();
    if last.ends_with("./.") || last.ends_with('|') || last.ends_with("**") {
        return text;
    }
    text.truncate(text.trim_end_matches([';', '.', ',', ' ']).len());
    text + "./."
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `8 giờ 00, ngày 26/3/2021`
pub(crate) fn when(edition: &Edition, at: Timestamp) -> String {
    let there = at.to_zoned(edition.book.calendar().zone.clone());
    format!("{}, ngày {}", hour(there.time()), hoithi_web::day(there.date()))
}

fn items(text: &str) -> Vec<String> {
    let bare = |line: &str| line.trim().trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.']).to_owned();
    text.lines().map(bare).filter(|line| !line.is_empty()).map(|line| format!("- {line};")).collect()
}

/// The sheet itself says who invites whom, once somebody is on the list.
fn invitation(edition: &Edition, meeting: &Meeting, invitees: &[Invitee]) -> String {
    let plan = &meeting.plan;
    let what = match plan.kind {
        MeetingKind::Committee => "dự họp",
        MeetingKind::Launch => "dự lễ phát động",
        MeetingKind::Ceremony => "dự lễ tổng kết và trao giải",
    };
    let begins = if invitees.is_empty() {
        format!("{} trân trọng kính mời {what}", edition.book.rules().agency.name)
    } else {
        format!("Tới {what}")
    };
    let mut lines = vec![
        format!("{begins}: {}.", plan.title),
        format!("**Thời gian:** {}.", when(edition, plan.starts_at)),
        format!("**Địa điểm:** {}.", plan.place),
        format!("**Chủ trì:** {}.", plan.chair),
    ];
    let agenda = items(&plan.agenda);
    if !agenda.is_empty() {
        lines.push(if plan.kind == MeetingKind::Committee {
            "**Nội dung:**".to_owned()
        } else {
            "**Chương trình:**".to_owned()
        });
        lines.extend(agenda);
    }
    lines.push("Đề nghị các đồng chí đến dự đúng thành phần, thời gian; trường hợp vắng mặt hoặc cử người thay, xin báo lại trước cuộc họp.".to_owned());
    lines.join("\n")
}

/// A dash for each; the last ends the sentence.
fn listed(all: Vec<String>) -> impl Iterator<Item = String> {
    let last = all.len();
    (1..).zip(all).map(move |(place, each)| format!("- {each}{}", if place == last { '.' } else { ';' }))
}

fn minutes(edition: &Edition, meeting: &Meeting, invitees: &[Invitee]) -> String {
    let plan = &meeting.plan;
    let mut lines = vec![
        format!("**Bắt đầu:** {}.", when(edition, plan.starts_at)),
        format!("**Địa điểm:** {}.", plan.place),
        format!("**Chủ trì:** {}.", plan.chair),
        format!("**Thư ký:** {}.", plan.secretary),
    ];
    let (present, members) = attendance(invitees);
    if members > 0 {
        let enough = match plan.quorum {
            Quorum::Anybody => "",
            quorum if quorum.is_reached(present, members) => ", đủ số người cần có mặt",
            _ => ", chưa đủ số người cần có mặt",
        };
        lines.push(format!("**Có mặt:** {present}/{members} thành viên{enough}."));
    }
    let came = invitees.iter().filter(|each| each.present == Some(true));
    lines.extend(listed(came.map(with_substitute).collect()));
    let away: Vec<&Invitee> = invitees.iter().filter(|each| each.present == Some(false)).collect();
    if !away.is_empty() {
        lines.push("**Vắng mặt:**".to_owned());
        lines.extend(listed(away.into_iter().map(with_reason).collect()));
    }
    let mut part = |head: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("**{head}**"));
            lines.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        }
    };
    part("Nội dung", &meeting.proceedings);
    part("Kết luận", &meeting.conclusions);
    part("Ý kiến khác", &meeting.dissent);
    if let MeetingState::Held { ended_at } = meeting.state {
        lines.push(format!("Cuộc họp kết thúc lúc {}. Biên bản được đọc lại và thông qua.", when(edition, ended_at)));
    }
    lines.join("\n")
}

fn with_substitute(invitee: &Invitee) -> String {
    match &invitee.reply {
        Some(Reply::Sends { who }) => format!("{who} (thay {})", invitee.name),
        _ => invitee.name.clone(),
    }
}

fn with_reason(invitee: &Invitee) -> String {
    match &invitee.reply {
        Some(Reply::Excused { reason }) => format!("{} (có lý do: {reason})", invitee.name),
        _ => format!("{} (không báo)", invitee.name),
    }
}

fn notice(edition: &Edition, meeting: &Meeting, duties: &[Duty]) -> String {
    let plan = &meeting.plan;
    let mut lines = vec![format!(
        "{}, tại {}, {} chủ trì {}. Sau khi nghe báo cáo và ý kiến thảo luận, {} kết luận như sau:",
        capital(&when(edition, plan.starts_at)),
        plan.place,
        plan.chair,
        lowered(&plan.title),
        plan.chair,
    )];
    lines.extend(meeting.conclusions.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
    if !duties.is_empty() {
        lines.push("**Phân công thực hiện:**".to_owned());
        lines.extend(duties.iter().map(duty));
    }
    lines.join("\n")
}

fn duty(duty: &Duty) -> String {
    match duty.due {
        Some(due) => format!("- {}: {}, xong trước ngày {};", duty.who, duty.what, hoithi_web::day(due)),
        None => format!("- {}: {};", duty.who, duty.what),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
