//! The rule book of one edition: five parts, of which two must stand before the launch.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::calendar::{Arrival, Window, WindowRefusal};
use super::reader::{self, BookError};
use super::{Calendar, Channel, ChannelKind, Rules, Source};
use crate::awards::{Dong, PrizeMoney, PrizeStructure, TierCode};
use crate::commendation::Formula;
use crate::judging::{Marking, RoundRule};
use crate::refusal::{Fact, Refusal};

/// A contest's *Thể lệ* as data.
///
/// Guarantees: what its parts say agrees with itself and with the other parts, and every clause
/// in it is carried out. Only [`RuleBook::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleBook {
    pub(super) rules: Rules,
    pub(super) calendar: Calendar,
    pub(super) marking: Option<MarkingPart>,
    pub(super) prizes: Option<PrizesPart>,
    pub(super) money: Option<MoneyPart>,
    pub(super) merit: Option<MeritPart>,
}

/// How the edition is judged, and by which document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MarkingPart {
    /// The document that brings this part into force.
    pub source: Source,
    /// What a round freezes when it opens.
    pub marking: Marking,
}

/// Which prizes there are, and by which document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrizesPart {
    /// The document that brings this part into force.
    pub source: Source,
    /// Tiers, ceilings and thresholds.
    pub structure: PrizeStructure,
    /// What a certificate of each tier says the entry has received; one for every tier.
    pub wordings: BTreeMap<TierCode, String>,
}

/// What prizes are worth, and by which document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MoneyPart {
    /// The document that brings this part into force.
    pub source: Source,
    /// An amount for every tier.
    pub money: PrizeMoney,
}

/// What units earn for their part in the movement, and by which document. No stage of the contest needs
/// it, so it is none of the parts that an edition can lack.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MeritPart {
    /// The document that publishes it.
    pub source: Source,
    /// What each thing that counts is worth.
    pub formula: Formula,
}

/// A part of the rule book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Whose contest, who may enter, with what.
    Rules,
    /// When what happens.
    Calendar,
    /// How it is judged.
    Marking,
    /// Which prizes there are.
    Prizes,
    /// What they are worth.
    Money,
}

impl Part {
    /// Every part, in the order of a book.
    pub const ALL: [Self; 5] = [Self::Rules, Self::Calendar, Self::Marking, Self::Prizes, Self::Money];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Calendar => "calendar",
            Self::Marking => "marking",
            Self::Prizes => "prizes",
            Self::Money => "money",
        }
    }

    /// Its name in the texts that a committee reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Rules => "Thể lệ",
            Self::Calendar => "Thời gian",
            Self::Marking => "Chấm thi",
            Self::Prizes => "Giải thưởng",
            Self::Money => "Tiền thưởng",
        }
    }
}

impl RuleBook {
    /// Reads a book, or tells everything that is wrong with it, in the order of its lines.
    pub fn parse(text: &str) -> Result<Self, Vec<BookError>> {
        reader::read(text)
    }

    /// Whose contest, who may enter, with what.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// When what happens.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// How it is judged, once decided.
    pub fn marking(&self) -> Option<&MarkingPart> {
        self.marking.as_ref()
    }

    /// The round whose opening ends the judging, once decided.
    pub fn last_round(&self) -> Option<&RoundRule> {
        self.marking.as_ref()?.marking.rounds.last()
    }

    /// Whether the contest is judged once this round is opened.
    pub fn is_last_round(&self, code: &str) -> bool {
        self.last_round().is_some_and(|last| last.code == code)
    }

    /// Which prizes there are, once decided.
    pub fn prizes(&self) -> Option<&PrizesPart> {
        self.prizes.as_ref()
    }

    /// What prizes are worth, once decided.
    pub fn money(&self) -> Option<&MoneyPart> {
        self.money.as_ref()
    }

    /// What units earn, where the book says so.
    pub fn merit(&self) -> Option<&MeritPart> {
        self.merit.as_ref()
    }

    /// The edition's full name.
    pub fn title(&self) -> String {
        self.rules.title()
    }

    /// The document behind a part, where the part stands.
    pub fn source(&self, part: Part) -> Option<&Source> {
        match part {
            Part::Rules => Some(&self.rules.source),
            Part::Calendar => Some(&self.calendar.source),
            Part::Marking => self.marking.as_ref().map(|part| &part.source),
            Part::Prizes => self.prizes.as_ref().map(|part| &part.source),
            Part::Money => self.money.as_ref().map(|part| &part.source),
        }
    }

    /// Whether a part counts on that day. A part that is absent is told by whoever needs it.
    pub fn counts(&self, part: Part, day: Date) -> Result<(), PartNotInForce> {
        match self.source(part) {
            Some(source) if source.in_force > day => Err(PartNotInForce { part, from: source.in_force }),
            _ => Ok(()),
        }
    }

    /// The parts that the edition still lacks; it may launch without them.
    pub fn missing(&self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| self.source(*part).is_none()).collect()
    }

    /// Whether a dossier is received now and this way.
    ///
    /// *Thể lệ*, article on time and place: by post the day of the postmark counts.
    pub fn receives(&self, arrival: Arrival) -> Result<(), WindowRefusal> {
        self.receives_until(arrival, None)
    }

    /// The same for an entry that was given more time, where it was: its own day and hour count in the
    /// place of everybody's, by whichever way it comes.
    pub fn receives_until(&self, arrival: Arrival, longer: Option<Timestamp>) -> Result<(), WindowRefusal> {
        let kind = arrival.channel();
        let channel = self.rules.channel(kind).ok_or(WindowRefusal::NoSuchChannel { channel: kind })?;
        let window = self.calendar.intake_until(longer);
        match (arrival, channel) {
            (Arrival::ByPost { postmark, at }, Channel::ByPost { latest_arrival, .. }) => {
                let latest =
                    latest_arrival.map(|latest| if longer.is_some() { latest.max(window.last_day) } else { latest });
                self.receives_post(&window, postmark, at, latest)
            }
            (Arrival::Online { at } | Arrival::ByHand { at } | Arrival::ByPost { at, .. }, _) => window.admits(at),
        }
    }

    /// Whether nothing can arrive any more: the window is closed, and so is the way by post.
    pub fn intake_is_over(&self, now: Timestamp) -> bool {
        let by_post = self.rules.channel(ChannelKind::ByPost);
        let posted_late = matches!(by_post, Some(Channel::ByPost { latest_arrival: Some(latest), .. })
            if self.calendar.day_of(now) <= *latest);
        now >= self.calendar.intake_window().closes && !posted_late
    }

    fn receives_post(
        &self,
        window: &Window,
        postmark: Date,
        at: Timestamp,
        latest: Option<Date>,
    ) -> Result<(), WindowRefusal> {
        if at < window.opens {
            return Err(WindowRefusal::NotOpen { opens_at: window.opens });
        }
        if postmark > window.last_day {
            let last_day = window.last_day;
            return Err(WindowRefusal::PostmarkAfterClose { postmark, last_day });
        }
        let arrived = self.calendar.day_of(at);
        if postmark > arrived {
            return Err(WindowRefusal::PostmarkAhead { postmark, arrived });
        }
        match latest {
            Some(latest) if arrived > latest => Err(WindowRefusal::ArrivedTooLate { arrived, latest }),
            _ => Ok(()),
        }
    }

    /// What a certificate of this tier says the entry has received.
    pub fn wording(&self, tier: &TierCode) -> Option<&str> {
        self.prizes.as_ref()?.wordings.get(tier).map(String::as_str)
    }

    /// What a prize of this tier is worth.
    pub fn amount(&self, tier: &TierCode) -> Option<Dong> {
        self.money.as_ref()?.money.of(tier)
    }
}

/// A part of the rule book that does not count yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the part {} is in force from {from}", part.code())]
pub struct PartNotInForce {
    /// Which part.
    pub part: Part,
    /// Its first day.
    pub from: Date,
}

impl Refusal for PartNotInForce {
    fn code(&self) -> &'static str {
        "edition.part_not_in_force"
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("part", Fact::text(self.part.vietnamese())), ("day", Fact::Day(self.from))]
    }
}
