//! What a winner says later: whether the solution is in use, where and since when, what it brings.

use hoithi_correspondence::KeptFile;
use hoithi_rules::day::parse_money;
use hoithi_rules::refusal::{Fact, Refusal};
use hoithi_rules::text::{length, one_line, paragraphs};
use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

const LONGEST_PLACE: usize = 300;
const LONGEST_OTHERS: usize = 1_000;
const LONGEST_REMARKS: usize = 2_000;
const FIRST_YEAR: i16 = 1980;

/// Whether a solution is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Used {
    /// It is.
    InUse,
    /// It was, and is no more.
    Stopped,
    /// It never was.
    NotYet,
}

impl Used {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::InUse, Self::Stopped, Self::NotYet];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InUse => "in_use",
            Self::Stopped => "stopped",
            Self::NotYet => "not_yet",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|used| used.code() == code)
    }

    /// The shape of its tag.
    pub(crate) const fn tone(self) -> &'static str {
        match self {
            Self::InUse => "done",
            Self::Stopped => "warn",
            Self::NotYet => "neutral",
        }
    }
}

/// Since when: a year, and its month where that is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Since {
    pub(crate) year: i16,
    pub(crate) month: Option<i8>,
}

impl Since {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (month, written) = match text.split_once(['/', '-', '.']) {
            Some((month, year)) => (Some(month.trim().parse::<i8>().ok()?), year.trim()),
            None => (None, text),
        };
        let fits = month.is_none_or(|month| (1..=12).contains(&month));
        year(written).filter(|_| fits).map(|year| Self { year, month })
    }

    fn begins_after(self, today: Date) -> bool {
        (self.year, self.month.unwrap_or(1)) > (today.year(), today.month())
    }

    /// `3/2022`, or `2022`.
    pub(crate) fn written(self) -> String {
        self.month.map_or_else(|| self.year.to_string(), |month| format!("{month}/{}", self.year))
    }
}

fn year(text: &str) -> Option<i16> {
    text.trim().parse::<i16>().ok().filter(|year| *year >= FIRST_YEAR)
}

/// What it brought in one year, in whole đồng.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Benefit {
    pub(crate) dong: i64,
    pub(crate) year: i16,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) used: Used,
    pub(crate) place: String,
    pub(crate) since: Option<Since>,
    pub(crate) benefit: Option<Benefit>,
    /// Who else took it up.
    pub(crate) others: String,
    pub(crate) remarks: String,
    /// Whether its giver lets everybody read it.
    pub(crate) may_publish: bool,
}

/// As it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReplyForm<'a> {
    pub(crate) used: &'a str,
    pub(crate) place: &'a str,
    pub(crate) since: &'a str,
    pub(crate) money: &'a str,
    pub(crate) money_year: &'a str,
    pub(crate) others: &'a str,
    pub(crate) remarks: &'a str,
    pub(crate) may_publish: bool,
}

impl Reply {
    /// Reads the form, or tells everything that is wrong with it.
    pub(crate) fn parse(form: ReplyForm<'_>, today: Date) -> Result<Self, Vec<ReplyRefusal>> {
        let mut wrong = Vec::new();
        let used = Used::from_code(form.used);
        wrong.extend(used.is_none().then_some(ReplyRefusal::UsedMissing));
        let ever = used.is_some_and(|used| used != Used::NotYet);
        let place = one_line(form.place);
        wrong.extend((ever && place.is_empty()).then_some(ReplyRefusal::PlaceMissing));
        let since = since(form.since, ever, today, &mut wrong);
        let benefit = benefit(form, today, &mut wrong);
        let brought_unused = used == Some(Used::NotYet) && benefit.is_some();
        wrong.extend(brought_unused.then_some(ReplyRefusal::UnusedBrings));
        let (others, remarks) = (paragraphs(form.others), paragraphs(form.remarks));
        let bounds = [
            ("place", &place, LONGEST_PLACE),
            ("others", &others, LONGEST_OTHERS),
            ("remarks", &remarks, LONGEST_REMARKS),
        ];
        let long = bounds.into_iter().filter(|(_, text, max)| length(text) > *max);
        wrong.extend(long.map(|(field, _, max)| ReplyRefusal::TooLong { field, max }));
        match used {
            Some(used) if wrong.is_empty() => {
                Ok(Self { used, place, since, benefit, others, remarks, may_publish: form.may_publish })
            }
            _ => Err(wrong),
        }
    }
}

fn since(text: &str, needed: bool, today: Date, wrong: &mut Vec<ReplyRefusal>) -> Option<Since> {
    if text.trim().is_empty() {
        wrong.extend(needed.then_some(ReplyRefusal::Since));
        return None;
    }
    let since = Since::read(text);
    match since {
        None => wrong.push(ReplyRefusal::Since),
        Some(since) if since.begins_after(today) => wrong.push(ReplyRefusal::SinceAhead),
        Some(_) => {}
    }
    since
}

/// An amount says nothing without its year, nor a year without an amount.
fn benefit(form: ReplyForm<'_>, today: Date, wrong: &mut Vec<ReplyRefusal>) -> Option<Benefit> {
    let (money, of) = (form.money.trim(), form.money_year.trim());
    if money.is_empty() && of.is_empty() {
        return None;
    }
    let dong = parse_money(money);
    wrong.extend(dong.is_none().then_some(ReplyRefusal::Money));
    let year = year(of).filter(|year| *year <= today.year());
    wrong.extend(year.is_none().then_some(ReplyRefusal::MoneyYear));
    dong.zip(year).map(|(dong, year)| Benefit { dong, year })
}

/// By which way an answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Account,
    Link,
    Telephone,
    Paper,
    Mail,
    Visit,
}

impl How {
    /// Those that a clerk writes down.
    pub(crate) const RECORDED: [Self; 4] = [Self::Telephone, Self::Paper, Self::Mail, Self::Visit];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Link => "link",
            Self::Telephone => "telephone",
            Self::Paper => "paper",
            Self::Mail => "mail",
            Self::Visit => "visit",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        let all = Self::RECORDED.into_iter().chain([Self::Account, Self::Link]);
        all.into_iter().find(|how| how.code() == code)
    }
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptReply {
    pub(crate) reply: Reply,
    pub(crate) file: Option<KeptFile>,
    pub(crate) how: How,
    pub(crate) came_on: Date,
    pub(crate) at: Timestamp,
    pub(crate) version: i64,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReplyRefusal {
    /// Nothing was chosen.
    #[error("say whether the solution is in use")]
    UsedMissing,
    /// It is used nowhere in particular.
    #[error("say where it is in use")]
    PlaceMissing,
    /// No month and no year.
    #[error("say since which month or year")]
    Since,
    /// A month to come.
    #[error("that month has not come")]
    SinceAhead,
    /// No amount.
    #[error("the amount is no number of đồng")]
    Money,
    /// No year that has begun.
    #[error("say of which year the amount is")]
    MoneyYear,
    /// An amount of what was never used.
    #[error("what was never used brought nothing")]
    UnusedBrings,
    /// Too many words.
    #[error("at most {max} characters")]
    TooLong {
        /// Where.
        field: &'static str,
        /// How many.
        max: usize,
    },
}

impl Refusal for ReplyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UsedMissing => "aftercare.used_missing",
            Self::PlaceMissing => "aftercare.place_missing",
            Self::Since => "aftercare.since",
            Self::SinceAhead => "aftercare.since_ahead",
            Self::Money => "aftercare.money",
            Self::MoneyYear => "aftercare.money_year",
            Self::UnusedBrings => "aftercare.unused_brings",
            Self::TooLong { .. } => "aftercare.too_long",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::UsedMissing => "used",
            Self::PlaceMissing => "place",
            Self::Since | Self::SinceAhead => "since",
            Self::Money | Self::UnusedBrings => "money",
            Self::MoneyYear => "money_year",
            Self::TooLong { field, .. } => *field,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooLong { max, .. } => vec![("max", Fact::count(*max))],
            _ => Vec::new(),
        }
    }
}
