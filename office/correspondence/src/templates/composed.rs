//! Papers that other rooms write into the register: the room hands in facts, and the words around them are
//! a template's, the office's own where it made one.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::str::FromStr;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::correspondence::{DocumentKind, Placeholder, TemplateRefusal, fill_with};
use hoithi_store::Conn;
use jiff::Timestamp;

use super::{facts, storing, wording};
use crate::document::{Content, Lines};

macro_rules! coded {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $code:literal, $about:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $type {
            $(#[doc = $about] $variant,)+
        }

        impl $type {
            /// Every one, in the order in which a page shows them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Stable name.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

coded! {
    /// A paper that the program composes.
    ComposedPaper {
        MeetingInvitation = "giay-moi-hop", "Giấy mời to a meeting of the committee.";
        LaunchInvitation = "giay-moi-phat-dong", "Giấy mời to the launch.";
        CeremonyInvitation = "giay-moi-trao-giai", "Giấy mời to the award ceremony.";
        MeetingMinutes = "bien-ban-hop", "Biên bản of a meeting.";
        MeetingNotice = "thong-bao-ket-luan", "Thông báo kết luận of a meeting.";
        MeritSubmission = "to-trinh-khen-thuong", "Tờ trình by which units are put forward.";
        MeritMinutes = "bien-ban-khen-thuong", "Biên bản of whoever weighed them.";
        MeritDecision = "quyet-dinh-khen-thuong", "Quyết định by which they are honoured.";
    }
}

coded! {
    /// A place that only the room knows how to fill; a list fills it with one line for each.
    PaperPlace {
        Title = "ten_cuoc_hop", "What the meeting is called, as it begins a line.";
        Meeting = "cuoc_hop", "The same within a sentence.";
        Time = "thoi_gian", "When it begins.";
        Venue = "dia_diem", "Where it is.";
        Chair = "chu_tri", "Who presides.";
        Secretary = "thu_ky", "Who writes the minutes.";
        Agenda = "chuong_trinh", "What is talked about, a list.";
        Invited = "nguoi_duoc_moi", "Who is asked to come, a list.";
        Attendance = "co_mat", "How many members were there.";
        Present = "nguoi_co_mat", "Who was there, a list.";
        Away = "nguoi_vang", "Who was not, a list.";
        Proceedings = "dien_bien", "What was said.";
        Conclusions = "ket_luan", "What was concluded.";
        Dissent = "y_kien_khac", "Who held another opinion.";
        Ended = "ket_thuc", "When it ended.";
        Duties = "phan_cong", "Who does what by when, a list.";
        Honour = "hinh_thuc", "What units are honoured with.";
        Count = "so_luong", "How many units.";
        From = "don_vi_trinh", "Who puts them forward.";
        To = "noi_nhan_trinh", "Who is asked.";
        AsOf = "tinh_den", "The day on which the points stood so.";
        Bases = "can_cu", "The documents on which it rests, a list.";
    }
}

/// What a room knows; a place that it leaves out is filled with nothing.
pub type PaperFacts = BTreeMap<PaperPlace, String>;

const OF_AN_INVITATION: &[PaperPlace] = &[
    PaperPlace::Title,
    PaperPlace::Meeting,
    PaperPlace::Time,
    PaperPlace::Venue,
    PaperPlace::Chair,
    PaperPlace::Secretary,
    PaperPlace::Agenda,
    PaperPlace::Invited,
];

const OF_THE_MINUTES: &[PaperPlace] = &[
    PaperPlace::Title,
    PaperPlace::Meeting,
    PaperPlace::Time,
    PaperPlace::Venue,
    PaperPlace::Chair,
    PaperPlace::Secretary,
    PaperPlace::Agenda,
    PaperPlace::Attendance,
    PaperPlace::Present,
    PaperPlace::Away,
    PaperPlace::Proceedings,
    PaperPlace::Conclusions,
    PaperPlace::Duties,
    PaperPlace::Dissent,
    PaperPlace::Ended,
];

const OF_A_NOTICE: &[PaperPlace] = &[
    PaperPlace::Title,
    PaperPlace::Meeting,
    PaperPlace::Time,
    PaperPlace::Venue,
    PaperPlace::Chair,
    PaperPlace::Secretary,
    PaperPlace::Conclusions,
    PaperPlace::Duties,
];

impl ComposedPaper {
    /// Of which kind it is, whatever its words.
    pub const fn kind(self) -> DocumentKind {
        match self {
            Self::MeetingInvitation | Self::LaunchInvitation | Self::CeremonyInvitation => DocumentKind::Invitation,
            Self::MeetingMinutes | Self::MeritMinutes => DocumentKind::Minutes,
            Self::MeetingNotice => DocumentKind::Notice,
            Self::MeritSubmission => DocumentKind::Proposal,
            Self::MeritDecision => DocumentKind::Decision,
        }
    }

    /// Which places its template may have, beside those of every template.
    pub(crate) const fn places(self) -> &'static [PaperPlace] {
        match self {
            Self::MeetingInvitation | Self::LaunchInvitation | Self::CeremonyInvitation => OF_AN_INVITATION,
            Self::MeetingMinutes => OF_THE_MINUTES,
            Self::MeetingNotice => OF_A_NOTICE,
            Self::MeritSubmission => &[PaperPlace::Honour, PaperPlace::Count, PaperPlace::From, PaperPlace::To],
            Self::MeritMinutes => &[PaperPlace::Honour, PaperPlace::Count, PaperPlace::AsOf],
            Self::MeritDecision => &[PaperPlace::Bases, PaperPlace::From, PaperPlace::Honour, PaperPlace::Count],
        }
    }

    /// These words of its template with every place filled. A line of whose places none has a fact is left
    /// out, and with it the heading above, unless another item stands under that.
    pub(crate) fn fill(
        self,
        text: &str,
        general: &BTreeMap<Placeholder, String>,
        own: &PaperFacts,
    ) -> Result<String, TemplateRefusal> {
        let fact = |name: &str| {
            if let Some(place) = self.places().iter().find(|place| place.code() == name) {
                return Some(own.get(place).cloned().unwrap_or_default());
            }
            let place = Placeholder::ALL.iter().find(|place| place.name() == name)?;
            Some(general.get(place).cloned().unwrap_or_else(|| format!("{{{{{name}}}}}")))
        };
        let (mut filled, mut heading): (Vec<String>, Option<Heading>) = (Vec::new(), None);
        for line in text.lines() {
            match fill_line(line, fact)? {
                Some(words) if is_heading(line) => {
                    leave_out_bare(&mut filled, heading);
                    heading = Some(Heading { place: filled.len(), is_bare: false });
                    filled.push(words);
                }
                Some(words) => {
                    if ends_its_items(line) {
                        leave_out_bare(&mut filled, heading);
                    }
                    heading = heading.filter(|_| line.trim().is_empty());
                    filled.push(words);
                }
                None => heading = heading.map(|above| Heading { is_bare: true, ..above }),
            }
        }
        leave_out_bare(&mut filled, heading);
        Ok(filled.join("\n"))
    }
}

impl FromStr for ComposedPaper {
    type Err = TemplateRefusal;

    fn from_str(code: &str) -> Result<Self, TemplateRefusal> {
        let paper = Self::ALL.iter().copied().find(|paper| paper.code() == code);
        paper.ok_or_else(|| TemplateRefusal::Unknown { name: code.to_owned() })
    }
}

/// None where the line has places and every one of them is filled with nothing.
fn fill_line(line: &str, fact: impl Fn(&str) -> Option<String>) -> Result<Option<String>, TemplateRefusal> {
    let (asks, told) = (Cell::new(false), Cell::new(false));
    let words = fill_with(line, |name| {
        let fact = fact(name)?;
        asks.set(true);
        told.set(told.get() || !fact.is_empty());
        Some(fact)
    })?;
    Ok((told.get() || !asks.get()).then_some(words))
}

/// A heading under which nothing stands yet.
#[derive(Clone, Copy)]
struct Heading {
    place: usize,
    /// Whether a line under it was left out.
    is_bare: bool,
}

fn leave_out_bare(filled: &mut Vec<String>, heading: Option<Heading>) {
    if let Some(bare) = heading.filter(|heading| heading.is_bare) {
        filled.remove(bare.place);
    }
}

/// Whether it goes on after a heading's items: those are places alone on their line, and lines with a dash.
fn ends_its_items(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', ';', ',']);
    let is_item = line.starts_with(['-', '–']) || (line.starts_with("{{") && line.ends_with("}}"));
    !line.is_empty() && !is_item
}

fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4 && line.starts_with("**") && line.ends_with("**")
}

/// The sheet with the words of that paper on it: the office's own template, else the one that comes with the
/// program.
pub async fn compose(
    db: &mut Conn,
    edition: &Edition,
    (paper, own): (ComposedPaper, &PaperFacts),
    sheet: Content,
    now: Timestamp,
) -> Result<Content, Halt> {
    let general = facts(db, edition, now).await?;
    let words = match storing::own_of_paper(db, edition.id, paper).await? {
        Some(listed) => listed.template,
        None => wording::shipped(paper),
    };
    let fill = |text: &str| paper.fill(text, &general, own).or_refuse();
    Ok(Content {
        subject: fill(&words.subject)?,
        addressees: Lines::parse(&fill(&words.addressees)?),
        text: fill(&words.text)?,
        recipients: Lines::parse(&fill(&words.recipients)?),
        ..sheet
    })
}
