//! A meeting and those who were asked to come.

use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, MeetingId, UnitId};
use hoithi_rules::meetings::{MeetingKind, Quorum, Reply};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// What is set before people meet.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What for.
    pub kind: MeetingKind,
    /// What it is called where another body than the committee meets, or people are trained or briefed; else empty.
    pub own_kind: String,
    /// What it is about.
    pub title: String,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// Who presides.
    pub chair: String,
    /// Who writes the minutes.
    pub secretary: String,
    /// How many members must be there.
    pub quorum: Quorum,
    /// What is talked about; of a ceremony its programme. One item a line.
    pub agenda: String,
}

impl Plan {
    /// Stable name of what it is for.
    pub const fn kind_code(&self) -> &'static str {
        if self.own_kind.is_empty() { self.kind.code() } else { OTHER_KIND }
    }
}

/// The name of every kind that has a word of its own.
pub(crate) const OTHER_KIND: &str = "other";

/// How far a meeting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingState {
    /// It will take place.
    Planned,
    /// It took place.
    Held {
        /// When it ended.
        ended_at: Timestamp,
    },
    /// It will take place, on a day that is not set yet; the one that was set before still stands in the plan.
    Postponed,
    /// It will not take place.
    CalledOff,
}

impl MeetingState {
    /// Stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held { .. } => "held",
            Self::Postponed => "postponed",
            Self::CalledOff => "called_off",
        }
    }
}

/// A meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Of which edition.
    pub edition: EditionId,
    /// What was set.
    pub plan: Plan,
    /// How far it is.
    pub state: MeetingState,
    /// When it was to begin, before its day moved.
    pub moved_from: Option<Timestamp>,
    /// Why it was postponed or called off; else empty.
    pub reason: String,
    /// What was said.
    pub proceedings: String,
    /// What was concluded.
    pub conclusions: String,
    /// Who held another opinion.
    pub dissent: String,
    /// The draft or document of the invitation.
    pub invitation: Option<DocumentId>,
    /// That of the minutes.
    pub minutes: Option<DocumentId>,
    /// That of the notice of conclusions.
    pub notice: Option<DocumentId>,
    /// Changes with every change.
    pub version: i64,
}

impl Meeting {
    /// The day before it moved, where that is not its day by now.
    pub fn old_day(&self) -> Option<Date> {
        self.moved_from.map(day_in_vietnam).filter(|day| *day != day_in_vietnam(self.plan.starts_at))
    }

    /// Whether its hour has come.
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.plan.starts_at <= now
    }

    /// Whether people can still be asked to come.
    pub fn is_to_come(&self, now: Timestamp) -> bool {
        self.state == MeetingState::Planned && !self.has_begun(now)
    }

    /// How far it is by the clock: what has begun and was not recorded yet is no more to come.
    pub fn state_at(&self, now: Timestamp) -> &'static str {
        match self.state {
            MeetingState::Planned if self.has_begun(now) => "begun",
            _ => self.state.code(),
        }
    }
}

/// Who is asked to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guest {
    /// Somebody who signs in.
    Account(AccountId),
    /// A unit, for which its contact answers.
    Unit(UnitId),
    /// Anybody else, by name and post.
    Name(String),
}

/// Somebody who was asked to come.
#[derive(Clone, Debug)]
pub struct Invitee {
    /// The invitation's id.
    pub id: Uuid,
    /// Who.
    pub guest: Guest,
    /// Their name as the account, the register of units or the list says.
    pub name: String,
    /// The unit of whoever has an account; else empty.
    pub home: String,
    /// Whether they count for the quorum.
    pub member: bool,
    /// What they answered.
    pub reply: Option<Reply>,
    /// What they had answered before the day moved.
    pub earlier: Option<Reply>,
    /// Whether the office recorded the answer for them.
    pub recorded: bool,
    /// Where the office writes to them; empty for whom their account says it.
    pub email: String,
    /// Whether they were written to that the invitation is signed.
    pub told: bool,
    /// Whether they came; nobody knows before the meeting.
    pub present: Option<bool>,
}

impl Invitee {
    /// Whether they ever answered.
    pub const fn has_answered(&self) -> bool {
        self.reply.is_some() || self.earlier.is_some()
    }

    /// Whether they said that they do not come.
    pub const fn stays_away(&self) -> bool {
        matches!(self.reply, Some(Reply::Excused { .. }))
    }
}

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// By when, if a day was named.
    pub due: Option<Date>,
}

/// How many who count are there, and how many count.
pub(crate) fn attendance(invitees: &[Invitee]) -> (usize, usize) {
    let members = invitees.iter().filter(|each| each.member);
    let present = members.clone().filter(|each| each.present == Some(true)).count();
    (present, members.count())
}
