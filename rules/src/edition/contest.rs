//! The rules part: whose contest it is, who may enter, with what, and what a dossier holds.

use std::fmt;
use std::num::{NonZeroU16, NonZeroU32};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{FieldRule, ScreeningRule, StampRule};
use crate::correspondence::DocumentNumber;
use crate::judging::Points;

/// The document that brings a part of the book into force, and from which day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Number and symbol: `85/QĐ-BTC`.
    pub document: DocumentNumber,
    /// Who issued it; it differs by province and by edition.
    pub issuer: String,
    /// The day on the document.
    pub issued: Date,
    /// The day from which the part counts; never before `issued`.
    pub in_force: Date,
}

/// What every edition must say of itself before it may launch.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rules {
    /// The document that brings this part into force.
    pub source: Source,
    /// The standing contest's name, without the ordinal.
    pub contest: String,
    /// Whose contest it is.
    pub level: Level,
    /// Names the edition in addresses: `quang-ninh-viii`.
    pub slug: Slug,
    /// Which run it is: 8 is printed `VIII`. A yearly council may count none.
    pub ordinal: Option<NonZeroU16>,
    /// The years it covers.
    pub years: Years,
    /// Who runs it from day to day.
    pub agency: Agency,
    /// The committee's name as decisions print it: "Ban Tổ chức Hội thi …".
    pub committee: String,
    /// What an entry is called here: "giải pháp", or "đề tài, giải pháp".
    pub term: String,
    /// The documents that the edition rests on, in the order of a preamble.
    pub bases: Vec<Basis>,
    /// Never empty, codes unique.
    pub categories: Vec<Category>,
    /// Who may enter.
    pub entrants: Entrants,
    /// What a solution must satisfy.
    pub eligibility: Eligibility,
    /// What a dossier holds, in order; never empty, codes unique.
    pub dossier: Vec<DossierPart>,
    /// How a dossier may arrive; never empty, each kind once.
    pub channels: Vec<Channel>,
    /// So many hours after the submission a file may follow whose hash was given with it; none where every file
    /// comes with the dossier.
    pub files_after: Option<NonZeroU16>,
    /// How many entries go up to which contest, where they do.
    pub forwarding: Option<ForwardingRule>,
    /// How units stand behind their people's entries, where the contest asks for it.
    pub endorsement: Option<EndorsementRule>,
    /// How dossiers are screened, where the book says it.
    pub screening: Option<ScreeningRule>,
    /// How the registration form is printed here and comes back stamped, where it is.
    pub stamp: Option<StampRule>,
}

impl Rules {
    /// The edition's full name: "Hội thi … lần thứ VIII, năm 2020 - 2021".
    pub fn title(&self) -> String {
        let ordinal = self.ordinal.map(|ordinal| super::roman(ordinal.get()));
        let ordinal = ordinal.map_or_else(String::new, |ordinal| format!(" lần thứ {ordinal}"));
        format!("{}{ordinal}, năm {}", self.contest, self.years)
    }

    /// The category of that code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.code.as_str() == code)
    }

    /// The code, if it is one of a category of this contest.
    pub fn category_code(&self, code: &str) -> Option<CategoryCode> {
        self.category(code).map(|category| category.code.clone())
    }

    /// The dossier part of that code.
    pub fn dossier_part(&self, code: &str) -> Option<&DossierPart> {
        self.dossier.iter().find(|part| part.code.as_str() == code)
    }

    /// The channel of that kind, where the edition offers it.
    pub fn channel(&self, kind: ChannelKind) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.kind() == kind)
    }
}

/// Whose contest it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The national contest, fed by the provinces.
    Nation,
    /// A province's contest.
    Province,
    /// The contest of one unit: a district, a commune, a college, an enterprise.
    Unit,
}

impl Level {
    /// Every level, from the highest.
    pub const ALL: [Self; 3] = [Self::Nation, Self::Province, Self::Unit];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::Unit => "unit",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// One to sixty of `a-z`, `0-9` and single hyphens inside; made by the reader only.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the text if it is a code.
            pub fn parse(text: &str) -> Option<Self> {
                is_code(text).then(|| Self(text.to_owned()))
            }

            /// As it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

codes! {
    /// Names an edition in addresses: `quang-ninh-viii`.
    Slug;
    /// Names a category: `y-duoc`.
    CategoryCode;
    /// Names a part of the dossier: `ban-mo-ta`.
    PartCode;
}

/// Whether a text may be a code: `a-z`, `0-9`, single hyphens inside, at most sixty.
pub(super) fn is_code(text: &str) -> bool {
    let letters =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 60 && text.split('-').all(letters)
}

/// The years of an edition, printed `2020 - 2021`, or `2020` where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Years {
    /// The first.
    pub first: u16,
    /// The last; not before the first.
    pub last: u16,
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{} - {}", self.first, self.last) }
    }
}

/// The standing agency (*cơ quan thường trực*).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Agency {
    /// Its name, as on its letterhead.
    pub name: String,
    /// The symbol of its letters: `LHH-KHCN`.
    pub symbol: String,
    /// The place before the date on its letters: "Quảng Ninh".
    pub place: String,
    /// By which telephone or address people reach it, where the book says so.
    pub contact: Option<String>,
}

impl Agency {
    /// Its name, with how it is reached: for whoever needs help.
    pub fn reached(&self) -> String {
        match &self.contact {
            Some(contact) => format!("{} ({contact})", self.name),
            None => self.name.clone(),
        }
    }
}

/// A document that the edition rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Basis {
    /// What kind it is: "Quyết định", "Kế hoạch".
    pub kind: String,
    /// Number and symbol.
    pub document: DocumentNumber,
    /// The day on it.
    pub issued: Date,
    /// Who issued it.
    pub issuer: String,
    /// What it is about (*trích yếu*), from "về việc" on.
    pub about: String,
}

/// A field of technology (*lĩnh vực*).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Category {
    /// Its short name.
    pub code: CategoryCode,
    /// Its name in the words of the *Thể lệ*.
    pub name: String,
    /// The category of the upper contest that an entry goes to; set for all or for none.
    pub upward: Option<CategoryCode>,
}

/// Who may enter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entrants {
    /// Never empty, each once.
    pub kinds: Vec<EntrantKind>,
    /// The least age of an author in whole years on the day the intake closes.
    pub minimum_age: Option<NonZeroU16>,
    /// At most this many authors on one entry.
    pub max_authors: Option<NonZeroU16>,
    /// Whether others submit online for the authors only on their signed authorisation (*giấy ủy quyền*).
    pub authorisation: bool,
}

/// In what capacity one enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntrantKind {
    /// One author.
    Individual,
    /// Several authors (*nhóm tác giả*).
    Group,
    /// An organisation that names the natural persons who made the solution.
    Organisation,
}

impl EntrantKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Individual, Self::Group, Self::Organisation];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Group => "group",
            Self::Organisation => "organisation",
        }
    }
}

/// What a solution must satisfy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Eligibility {
    /// Created and applied from this day on (*khung thời gian tạo ra*).
    pub created_from: Option<Date>,
    /// What the author confirms one by one, and screening looks at; codes unique.
    pub declarations: Vec<Declaration>,
}

/// A sentence that the author confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declaration {
    /// Its short name.
    pub code: PartCode,
    /// The sentence.
    pub text: String,
}

/// One part of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DossierPart {
    /// Its short name.
    pub code: PartCode,
    /// Its name in the words of the *Thể lệ*.
    pub name: String,
    /// What helps the author to fill it; may be empty.
    pub help: String,
    /// Text, file or fields.
    pub kind: PartKind,
    /// What is written under headings, in order, codes unique; empty where the part is one text or one file.
    pub fields: Vec<FieldRule>,
    /// Without it the dossier cannot be submitted.
    pub required: bool,
    /// Whether judges read it; a part that names the authors is not for them where judging is
    /// blind.
    pub shown_to_judges: bool,
    /// Why it is kept secret (*thông tin cần bảo mật*); none where the rules keep it from nobody who reads the
    /// dossier. Its author may keep it secret all the same.
    pub secret: Option<String>,
    /// Whether judges read it also where it is kept secret.
    pub secret_to_judges: bool,
}

/// What an author gives for a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Text of at most so many characters, counted as a reader counts them.
    Text {
        /// The most characters.
        max_characters: NonZeroU32,
    },
    /// A PDF of at most so many MB (of 1,000,000 bytes).
    Pdf {
        /// The most megabytes.
        max_megabytes: NonZeroU32,
    },
    /// A video of at most so many MB and minutes; judges see a copy that was made small.
    Video {
        /// The most megabytes.
        max_megabytes: NonZeroU32,
        /// The most minutes.
        max_minutes: NonZeroU32,
    },
    /// What the part's fields ask for.
    Fields,
}

impl PartKind {
    /// How large a file may be, in MB, where the part is one.
    pub const fn max_megabytes(self) -> Option<NonZeroU32> {
        match self {
            Self::Pdf { max_megabytes } | Self::Video { max_megabytes, .. } => Some(max_megabytes),
            Self::Text { .. } | Self::Fields => None,
        }
    }

    /// Whether the part is a video.
    pub const fn is_video(self) -> bool {
        matches!(self, Self::Video { .. })
    }
}

/// How a dossier may arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Through this program.
    Online,
    /// Carried to the agency.
    ByHand {
        /// Where to.
        place: String,
    },
    /// By post; the day of the postmark counts.
    ByPost {
        /// Where to.
        place: String,
        /// A dossier that arrives after this day is not received whatever its postmark.
        latest_arrival: Option<Date>,
    },
}

/// The kind of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChannelKind {
    /// Through this program.
    Online,
    /// Carried to the agency.
    ByHand,
    /// By post.
    ByPost,
}

impl ChannelKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Online, Self::ByHand, Self::ByPost];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::ByHand => "by_hand",
            Self::ByPost => "by_post",
        }
    }
}

impl Channel {
    /// Its kind.
    pub const fn kind(&self) -> ChannelKind {
        match self {
            Self::Online => ChannelKind::Online,
            Self::ByHand { .. } => ChannelKind::ByHand,
            Self::ByPost { .. } => ChannelKind::ByPost,
        }
    }
}

/// How this contest sends its best to the one above.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ForwardingRule {
    /// The edition above.
    pub to: Slug,
    /// At most this many entries.
    pub limit: NonZeroU32,
    /// Only entries with at least this result.
    pub least_points: Option<Points>,
    /// Whom the rule itself chooses, where the book leaves it to a rule.
    pub choice: Option<ChoiceRule>,
    /// Whether those who take dossiers in above read place and result that an entry had here.
    pub shows_result: bool,
}

impl ForwardingRule {
    /// The rule of a contest without a book of its own: a number alone, chosen by hand.
    pub const fn by_number(to: Slug, limit: NonZeroU32) -> Self {
        Self { to, limit, least_points: None, choice: None, shows_result: false }
    }
}

/// Who of the ranking goes up, by rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChoiceRule {
    /// At most this many of each category.
    pub per_category: Option<NonZeroU32>,
    /// What becomes of those who share the last place.
    pub ties: TiesAtTheLine,
    /// How many after the line wait in reserve.
    pub reserve: u32,
}

/// What becomes of equal entries of which not all have room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TiesAtTheLine {
    /// All of a category's go up, beyond its number; never beyond the limit of all.
    Together,
    /// None goes up by rule: whoever sends chooses, with a reason.
    Wait,
}

impl TiesAtTheLine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Together, Self::Wait];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Together => "together",
            Self::Wait => "wait",
        }
    }
}

/// How units stand behind their people's entries: by a signed list, in the order that they give.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EndorsementRule {
    /// Whether an entry that names a unit is admitted only with that unit's word for it.
    pub required: bool,
    /// At most this many entries of one unit.
    pub per_unit: Option<NonZeroU32>,
}
