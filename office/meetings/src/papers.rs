//! What the papers of a meeting tell; their words are templates of the register.

use hoithi_correspondence::{ComposedPaper, Content, Lines, PaperFacts, PaperPlace, within_a_line};
use hoithi_edition::Edition;
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::edition::hour;
use hoithi_rules::meetings::{MeetingKind, Quorum, Reply};
use jiff::Timestamp;

use crate::meeting::{Duty, Invitee, Meeting, MeetingState, Plan, attendance};

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

/// Which template has the words of that paper.
pub(crate) const fn template(paper: Paper, kind: MeetingKind) -> ComposedPaper {
    match (paper, kind) {
        (Paper::Invitation, MeetingKind::Committee) => ComposedPaper::MeetingInvitation,
        (Paper::Invitation, MeetingKind::Launch) => ComposedPaper::LaunchInvitation,
        (Paper::Invitation, MeetingKind::Ceremony) => ComposedPaper::CeremonyInvitation,
        (Paper::Minutes, _) => ComposedPaper::MeetingMinutes,
        (Paper::Notice, _) => ComposedPaper::MeetingNotice,
    }
}

/// The committee's abbreviation in symbols.
const COMMITTEE: &str = "BTC";

/// Whose paper it is: what the committee's own meeting writes and concludes is the committee's, where the rule
/// book names one; people are asked to come by the agency, and of any other meeting all is the agency's. With the
/// abbreviation in its symbol.
pub(crate) fn issuer<'e>(edition: &'e Edition, paper: Paper, plan: &Plan) -> (&'e str, &'e str) {
    let rules = edition.book.rules();
    let of_committee = plan.kind == MeetingKind::Committee && plan.own_kind.is_empty();
    match paper {
        Paper::Minutes | Paper::Notice if of_committee && !rules.committee.is_empty() => {
            (rules.committee.as_str(), COMMITTEE)
        }
        _ => (rules.agency.name.as_str(), rules.agency.symbol.split('-').next().unwrap_or_default()),
    }
}

/// The paper before its words: the letterhead of whoever issues it, and who will sign.
pub(crate) fn sheet(
    edition: &Edition,
    (paper, plan): (Paper, &Plan),
    kind: DocumentKind,
    signatory: Signatory,
) -> Content {
    let (issuer, own) = issuer(edition, paper, plan);
    let short = kind.abbreviation().unwrap_or_default();
    Content {
        parent_body: String::new(),
        issuer: issuer.to_owned(),
        place: edition.book.rules().agency.place.clone(),
        symbol: format!("{short}-{own}"),
        subject: String::new(),
        text: String::new(),
        addressees: Lines::default(),
        recipients: Lines::default(),
        signatory: Some(signatory),
        annexes: Vec::new(),
        urgency: None,
        public: false,
        kind,
    }
}

/// What the papers of a meeting tell. An official text, so it is Vietnamese whatever the reader's screen is in.
pub(crate) fn facts(edition: &Edition, meeting: &Meeting, (invitees, duties): (&[Invitee], &[Duty])) -> PaperFacts {
    let plan = &meeting.plan;
    let names: Vec<&str> = invitees.iter().map(|each| each.name.as_str()).collect();
    let (came, away): (Vec<_>, Vec<_>) =
        invitees.iter().filter(|each| each.present.is_some()).partition(|each| each.present == Some(true));
    let ended = match meeting.state {
        MeetingState::Held { ended_at } => when(edition, ended_at),
        MeetingState::Planned | MeetingState::Postponed | MeetingState::CalledOff => String::new(),
    };
    PaperFacts::from([
        (PaperPlace::Title, plan.title.clone()),
        (PaperPlace::Meeting, within_a_line(&plan.title)),
        (PaperPlace::Time, when(edition, plan.starts_at)),
        (PaperPlace::Venue, plan.place.clone()),
        (PaperPlace::Chair, plan.chair.clone()),
        (PaperPlace::Secretary, plan.secretary.clone()),
        (PaperPlace::Agenda, items(&plan.agenda)),
        (PaperPlace::Invited, names.join("\n")),
        (PaperPlace::Attendance, attended(plan.quorum, invitees)),
        (PaperPlace::Present, listed(&came.into_iter().map(with_substitute).collect::<Vec<_>>())),
        (PaperPlace::Away, listed(&away.into_iter().map(with_reason).collect::<Vec<_>>())),
        (PaperPlace::Proceedings, written(&meeting.proceedings)),
        (PaperPlace::Conclusions, written(&meeting.conclusions)),
        (PaperPlace::Dissent, written(&meeting.dissent)),
        (PaperPlace::Ended, ended),
        (PaperPlace::Duties, listed(&duties.iter().map(duty).collect::<Vec<_>>())),
    ])
}

/// A paper's last line ends with its mark, and not with that of an item.
pub(crate) fn ended(mut text: String) -> String {
    let last = text.lines().last().unwrap_or_default();
    if last.ends_with("./.") || last.ends_with('|') || last.ends_with("**") {
        return text;
    }
    text.truncate(text.trim_end_matches([';', '.', ',', ' ']).len());
    text + "./."
}

/// `8 giờ 00, ngày 26/3/2021`
pub(crate) fn when(edition: &Edition, at: Timestamp) -> String {
    let there = at.to_zoned(edition.book.calendar().zone.clone());
    format!("{}, ngày {}", hour(there.time()), hoithi_web::day(there.date()))
}

fn items(text: &str) -> String {
    let bare = |line: &str| line.trim().trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.']).to_owned();
    let items = text.lines().map(bare).filter(|line| !line.is_empty()).map(|line| format!("- {line};"));
    items.collect::<Vec<_>>().join("\n")
}

/// A dash for each; the last ends the sentence.
fn listed(all: &[String]) -> String {
    let mark = |place: usize| if place == all.len() { '.' } else { ';' };
    let lines = (1..).zip(all).map(|(place, each)| format!("- {each}{}", mark(place)));
    lines.collect::<Vec<_>>().join("\n")
}

/// What people wrote, without its empty lines.
fn written(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// How many who count were there, and whether that is enough; where nobody counts, how many came.
fn attended(quorum: Quorum, invitees: &[Invitee]) -> String {
    let (present, members) = attendance(invitees);
    let came = invitees.iter().filter(|each| each.present == Some(true)).count();
    let enough = match quorum {
        _ if members == 0 && came == 0 => return String::new(),
        _ if members == 0 => return format!("{came} người"),
        Quorum::Anybody => "",
        quorum if quorum.is_reached(present, members) => ", đủ số người cần có mặt",
        _ => ", chưa đủ số người cần có mặt",
    };
    format!("{present}/{members} thành viên{enough}")
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

fn duty(duty: &Duty) -> String {
    match duty.due {
        Some(due) => format!("{}: {}, chậm nhất ngày {}", duty.who, duty.what, hoithi_web::day(due)),
        None => format!("{}: {}", duty.who, duty.what),
    }
}
