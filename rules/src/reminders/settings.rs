//! What a house has chosen: which kinds, how many days, at what hour, when never.

use std::collections::BTreeMap;
use std::fmt;

use thiserror::Error;

use crate::refusal::Refusal;

/// What kind of thing is due, and so who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A letter that a unit has not confirmed: the unit's contact.
    Confirmation,
    /// A task that a unit has not answered: the unit's contact.
    Task,
    /// A report that a unit owes: the unit's contact.
    Report,
    /// A report or a piece of publicity that was given back: the unit's contact.
    Correction,
    /// Units that are late with tasks or reports: the agency's officer.
    Late,
    /// A dossier that is written and not handed in: its author.
    Draft,
    /// Sheets that are open: the judge.
    Sheets,
    /// A stage that ends: secretary and officer.
    Stage,
    /// Drafts that lie for signature: the leader.
    Signature,
    /// A meeting to come: whoever was invited.
    Meeting,
    /// Questions without an answer: the help desk.
    Question,
}

/// On which side of its day a thing is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// So many days before a deadline.
    Before,
    /// So many days after it happened.
    After,
}

impl Kind {
    /// In the order of the contest.
    pub const ALL: [Self; 11] = [
        Self::Confirmation,
        Self::Task,
        Self::Report,
        Self::Correction,
        Self::Late,
        Self::Draft,
        Self::Sheets,
        Self::Stage,
        Self::Signature,
        Self::Meeting,
        Self::Question,
    ];

    /// Stable name, in forms, in the store and in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Task => "task",
            Self::Report => "report",
            Self::Correction => "correction",
            Self::Late => "late",
            Self::Draft => "draft",
            Self::Sheets => "sheets",
            Self::Stage => "stage",
            Self::Signature => "signature",
            Self::Meeting => "meeting",
            Self::Question => "question",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// A letter waits from the day it was sent, what was given back from that day, a late unit from its
    /// deadline, a draft and a question from the day they came; all else counts down.
    pub const fn side(self) -> Side {
        match self {
            Self::Confirmation | Self::Correction | Self::Late | Self::Signature | Self::Question => Side::After,
            Self::Task | Self::Report | Self::Draft | Self::Sheets | Self::Stage | Self::Meeting => Side::Before,
        }
    }

    fn usual_days(self) -> &'static [u8] {
        match self {
            Self::Confirmation => &[3, 7],
            Self::Task | Self::Sheets => &[7, 2],
            Self::Report => &[14, 3],
            Self::Correction => &[1, 5],
            Self::Late => &[1, 7],
            Self::Draft => &[14, 3, 1],
            Self::Stage => &[3],
            Self::Signature | Self::Question => &[1, 3],
            Self::Meeting => &[1],
        }
    }
}

/// On which days a thing is told, counted from its own day: at most five, each within two months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days(Vec<u8>);

impl Days {
    const MOST: usize = 5;
    const FARTHEST: u8 = 60;

    /// Reads `7, 3, 1`; none where that is not what it says.
    pub fn read(text: &str) -> Option<Self> {
        let parts = text.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        let days: Option<Vec<u8>> = parts.map(|part| part.parse().ok().filter(|day| *day <= Self::FARTHEST)).collect();
        let mut days = days.filter(|days| (1..=Self::MOST).contains(&days.len()))?;
        days.sort_unstable();
        days.dedup();
        Some(Self(days))
    }

    /// Each number of days.
    pub fn iter(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.iter().copied()
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&words.join(", "))
    }
}

/// What was chosen for one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindSetting {
    /// Whether it is told at all.
    pub on: bool,
    /// On which days.
    pub days: Days,
}

/// From one hour to another nobody is written; it may go over midnight. The same hour twice is never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The first quiet hour.
    pub from: i8,
    /// The first hour that is not.
    pub to: i8,
}

impl Quiet {
    /// Whether an hour of the day is quiet.
    pub fn covers(self, hour: i8) -> bool {
        if self.from <= self.to { (self.from..self.to).contains(&hour) } else { hour >= self.from || hour < self.to }
    }
}

/// How many hours a mail may wait that does not leave before a telephone is told the same; 0 is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience(u8);

impl Patience {
    /// Half a working day.
    pub const USUAL: Self = Self(4);
    const LONGEST: u8 = 72;

    /// Reads a number of hours; none where it is no such number.
    pub fn read(text: &str) -> Option<Self> {
        text.trim().parse().ok().filter(|hours| *hours <= Self::LONGEST).map(Self)
    }

    /// So many hours; none where no telephone is told.
    pub fn hours(self) -> Option<i64> {
        (self.0 > 0).then(|| i64::from(self.0))
    }
}

impl fmt::Display for Patience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// What a house has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    kinds: BTreeMap<Kind, KindSetting>,
    quiet: Quiet,
    digest_hour: i8,
    patience: Patience,
}

/// Why settings cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingsRefusal {
    /// Not a list of days.
    #[error("write one to five numbers of days from 0 to 60, like 7, 3, 1")]
    Days {
        /// Of which kind.
        kind: Kind,
    },
    /// Not an hour of the day.
    #[error("an hour is a number from 0 to 23")]
    Hour {
        /// In which field.
        field: &'static str,
    },
    /// Not a number of hours that a mail may wait.
    #[error("write a number of hours from 0 to 72")]
    Patience,
    /// Nobody would ever be written.
    #[error("the hour of the digest lies in the quiet hours")]
    DigestIsQuiet,
}

impl Refusal for SettingsRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Days { .. } => "reminders.days",
            Self::Hour { .. } => "reminders.hour",
            Self::Patience => "reminders.patience",
            Self::DigestIsQuiet => "reminders.digest_is_quiet",
        }
    }

    fn field(&self) -> Option<String> {
        Some(match self {
            Self::Days { kind } => format!("days_{}", kind.code()),
            Self::Hour { field } => (*field).to_owned(),
            Self::Patience => "patience".to_owned(),
            Self::DigestIsQuiet => "digest".to_owned(),
        })
    }
}

impl Settings {
    /// What holds in a house that has chosen nothing: the mail of the morning, quiet from evening on.
    pub fn usual() -> Self {
        let usual = |kind: Kind| (kind, KindSetting { on: true, days: Days(kind.usual_days().to_vec()) });
        let kinds = Kind::ALL.into_iter().map(usual).collect();
        Self { kinds, quiet: Quiet { from: 20, to: 7 }, digest_hour: 7, patience: Patience::USUAL }
    }

    /// What a house chose. A kind that is not among them stays as usual.
    pub fn new(
        chosen: BTreeMap<Kind, KindSetting>,
        quiet: Quiet,
        digest_hour: i8,
    ) -> Result<Self, Vec<SettingsRefusal>> {
        let mut wrong = Vec::new();
        for (field, hour) in [("quiet_from", quiet.from), ("quiet_to", quiet.to), ("digest", digest_hour)] {
            if !(0..24).contains(&hour) {
                wrong.push(SettingsRefusal::Hour { field });
            }
        }
        if wrong.is_empty() && quiet.covers(digest_hour) {
            wrong.push(SettingsRefusal::DigestIsQuiet);
        }
        let mut settings = Self::usual();
        settings.kinds.extend(chosen);
        (settings.quiet, settings.digest_hour) = (quiet, digest_hour);
        if wrong.is_empty() { Ok(settings) } else { Err(wrong) }
    }

    /// The same with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// How long a mail may wait before a telephone is told.
    pub fn patience(&self) -> Patience {
        self.patience
    }

    /// What was chosen for a kind.
    pub fn of(&self, kind: Kind) -> KindSetting {
        let usual = || KindSetting { on: true, days: Days(kind.usual_days().to_vec()) };
        self.kinds.get(&kind).cloned().unwrap_or_else(usual)
    }

    /// The quiet hours.
    pub fn quiet(&self) -> Quiet {
        self.quiet
    }

    /// From which hour the day's mail goes out.
    pub fn digest_hour(&self) -> i8 {
        self.digest_hour
    }

    /// Whether anybody may be written in that hour.
    pub fn tells_at(&self, hour: i8) -> bool {
        hour >= self.digest_hour && !self.quiet.covers(hour)
    }
}
