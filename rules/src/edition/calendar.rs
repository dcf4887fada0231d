//! The calendar part: the stages of an edition in their order, and the window of the intake.
//!
//! Serves the articles on time and progress (*thời gian, tiến độ*); every deadline, reminder and
//! the life line on every page follow this one calendar.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::words::{day, hour};
use super::{ChannelKind, Source};
use crate::refusal::{Fact, Refusal};

/// When what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Calendar {
    /// The document that brings this part into force.
    pub source: Source,
    /// The zone in which its days and hours are meant.
    pub zone: TimeZone,
    /// In the order of time; each kind at most once; the intake is always among them.
    pub stages: Vec<Stage>,
    /// From when to when dossiers are received.
    pub intake: Window,
    /// The day by which units report, where the plan names one.
    pub reports_due: Option<Date>,
}

/// One stage of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stage {
    /// Which.
    pub kind: StageKind,
    /// Its name in the words of the plan.
    pub name: String,
    /// Its first day.
    pub from: Date,
    /// Its last day; not before the first.
    pub to: Date,
}

/// The stages that the program knows, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StageKind {
    /// Phát động.
    Launch,
    /// Nhận hồ sơ.
    Intake,
    /// Kiểm tra hồ sơ.
    Screening,
    /// Chấm sơ khảo.
    Preliminary,
    /// Chấm chung khảo.
    Final,
    /// Xét giải.
    Deliberation,
    /// Công bố kết quả.
    Announcement,
    /// Trao giải.
    Ceremony,
}

impl StageKind {
    /// Every stage in the order of time.
    pub const ALL: [Self; 8] = [
        Self::Launch,
        Self::Intake,
        Self::Screening,
        Self::Preliminary,
        Self::Final,
        Self::Deliberation,
        Self::Announcement,
        Self::Ceremony,
    ];

    /// Its name in a rule book.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Intake => "intake",
            Self::Screening => "screening",
            Self::Preliminary => "preliminary",
            Self::Final => "final",
            Self::Deliberation => "deliberation",
            Self::Announcement => "announcement",
            Self::Ceremony => "ceremony",
        }
    }
}

/// From when to when dossiers are received: the opening instant counts, the closing one does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Window {
    /// The instant it opens.
    pub opens: Timestamp,
    /// The instant it closes; after `opens`.
    pub closes: Timestamp,
    /// The opening by the clock on the wall.
    pub opens_local: DateTime,
    /// The closing by the clock on the wall; midnight where the book names a day only.
    pub closes_local: DateTime,
    /// The last day on which dossiers are received.
    pub last_day: Date,
}

impl Window {
    /// Whether an act at this instant is inside.
    pub fn admits(&self, now: Timestamp) -> Result<(), WindowRefusal> {
        if now < self.opens {
            Err(WindowRefusal::NotOpen { opens_at: self.opens })
        } else if now >= self.closes {
            Err(WindowRefusal::Closed { closed_at: self.closes })
        } else {
            Ok(())
        }
    }

    /// The same window open until a later instant; an earlier one changes nothing.
    #[must_use]
    pub fn longer(self, until: Timestamp, zone: &TimeZone) -> Self {
        if until <= self.closes {
            return self;
        }
        let closes_local = until.to_zoned(zone.clone()).datetime();
        Self { closes: until, closes_local, last_day: closes_local.date(), ..self }
    }

    /// The last instant inside, to the second: what lies ready when the door closes arrives then.
    pub fn last_second(&self) -> Timestamp {
        Timestamp::from_second(self.closes.as_second() - 1).unwrap_or(self.opens)
    }

    /// Whether the book names the hour of closing, or the day only.
    pub fn names_the_hour(&self) -> bool {
        self.closes_local.date() == self.last_day
    }

    /// Until when, in words: "đến 17 giờ 00 ngày 30/6/2021", "đến hết ngày 30/6/2021".
    pub fn until(&self) -> String {
        let last = day(self.last_day);
        if self.names_the_hour() {
            format!("đến {} ngày {last}", hour(self.closes_local.time()))
        } else {
            format!("đến hết ngày {last}")
        }
    }
}

/// Where a stage stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum When {
    /// Over.
    Past,
    /// Today is one of its days.
    Today,
    /// Still to come.
    Coming,
}

/// One stop of the life line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which stage.
    pub kind: StageKind,
    /// Its name in the words of the plan.
    pub name: String,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Where it stands.
    pub when: When,
}

impl Calendar {
    /// The day in the contest's zone.
    pub fn day_of(&self, now: Timestamp) -> Date {
        now.to_zoned(self.zone.clone()).date()
    }

    /// The stage of that kind, where the edition has it.
    pub fn stage(&self, kind: StageKind) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.kind == kind)
    }

    /// From when to when dossiers are received.
    pub fn intake_window(&self) -> &Window {
        &self.intake
    }

    /// The same for an entry that was given more time, where it was.
    pub fn intake_until(&self, longer: Option<Timestamp>) -> Window {
        longer.map_or(self.intake, |until| self.intake.longer(until, &self.zone))
    }

    /// Every stage with where it stands, for the line under the header of every page.
    pub fn life_line(&self, now: Timestamp) -> Vec<Stop> {
        let today = self.day_of(now);
        self.stages.iter().map(|stage| stage.stop(today)).collect()
    }
}

impl Stage {
    /// Where it stands on that day.
    pub fn when(&self, today: Date) -> When {
        if today < self.from {
            When::Coming
        } else if today > self.to {
            When::Past
        } else {
            When::Today
        }
    }

    fn stop(&self, today: Date) -> Stop {
        let Self { kind, name, from, to } = self.clone();
        Stop { kind, name, from, to, when: self.when(today) }
    }
}

/// A dossier at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Submitted through this program.
    Online {
        /// When.
        at: Timestamp,
    },
    /// Handed in at the agency.
    ByHand {
        /// When.
        at: Timestamp,
    },
    /// Come by post.
    ByPost {
        /// The day of the postmark.
        postmark: Date,
        /// When it arrived.
        at: Timestamp,
    },
}

impl Arrival {
    /// The channel it took.
    pub const fn channel(self) -> ChannelKind {
        match self {
            Self::Online { .. } => ChannelKind::Online,
            Self::ByHand { .. } => ChannelKind::ByHand,
            Self::ByPost { .. } => ChannelKind::ByPost,
        }
    }
}

/// Why a dossier is not received now, or not this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WindowRefusal {
    /// The intake has not begun.
    #[error("the intake opens at {opens_at}")]
    NotOpen {
        /// When it begins.
        opens_at: Timestamp,
    },
    /// The intake is over.
    #[error("the intake closed at {closed_at}")]
    Closed {
        /// When it ended.
        closed_at: Timestamp,
    },
    /// The edition does not receive dossiers this way.
    #[error("dossiers are not received by the channel {}", channel.code())]
    NoSuchChannel {
        /// The way it came.
        channel: ChannelKind,
    },
    /// Posted after the last day.
    #[error("postmarked {postmark}, after the last day {last_day}")]
    PostmarkAfterClose {
        /// The day of the postmark.
        postmark: Date,
        /// The last day of the intake.
        last_day: Date,
    },
    /// A postmark of a day after the dossier lay on the table.
    #[error("postmarked {postmark}, after it arrived on {arrived}")]
    PostmarkAhead {
        /// The day of the postmark.
        postmark: Date,
        /// The day it arrived.
        arrived: Date,
    },
    /// Posted in time, arrived too late.
    #[error("arrived on {arrived}, after {latest}")]
    ArrivedTooLate {
        /// The day it arrived.
        arrived: Date,
        /// The last day for post to arrive.
        latest: Date,
    },
}

impl Refusal for WindowRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotOpen { .. } => "entries.window_not_open",
            Self::Closed { .. } => "entries.window_closed",
            Self::NoSuchChannel { .. } => "entries.no_such_channel",
            Self::PostmarkAfterClose { .. } => "entries.postmark_after_close",
            Self::PostmarkAhead { .. } => "entries.postmark_ahead",
            Self::ArrivedTooLate { .. } => "entries.arrived_too_late",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::PostmarkAfterClose { .. } | Self::PostmarkAhead { .. } => Some("postmark".to_owned()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match *self {
            Self::NotOpen { opens_at } => vec![("opens_at", Fact::Instant(opens_at))],
            Self::Closed { closed_at } => vec![("closed_at", Fact::Instant(closed_at))],
            Self::NoSuchChannel { channel } => {
                vec![("channel", Fact::Text(channel.code().to_owned()))]
            }
            Self::PostmarkAfterClose { postmark, last_day } => {
                vec![("postmark", Fact::Day(postmark)), ("last_day", Fact::Day(last_day))]
            }
            Self::PostmarkAhead { postmark, arrived } => {
                vec![("postmark", Fact::Day(postmark)), ("arrived", Fact::Day(arrived))]
            }
            Self::ArrivedTooLate { arrived, latest } => {
                vec![("arrived", Fact::Day(arrived)), ("latest", Fact::Day(latest))]
            }
        }
    }
}
