//! Why a step of the campaign cannot be taken, beyond what the law of reports and tasks says.

use hoithi_rules::refusal::{Fact, Refusal};
use hoithi_rules::text::length;
use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

/// The most letters of what is asked, and of what shows that it was done.
pub(crate) const WORDS: usize = 2_000;

/// Whether the words of a field are no more than that.
pub(crate) fn fits(field: &'static str, words: &str, max: usize) -> Result<(), CampaignRefusal> {
    match length(words.trim()) {
        length if length > max => Err(CampaignRefusal::TextLong { field, length, max }),
        _ => Ok(()),
    }
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CampaignRefusal {
    /// A draft cannot be sent.
    #[error("the letter has no number and day yet; record its signature first")]
    LetterUnsigned,
    /// Its words speak of a list that is attached, and there is none.
    #[error("the letter speaks of a list that is attached; say that it goes by itself")]
    ListMissing,
    /// To nobody.
    #[error("choose at least one unit")]
    NoUnits,
    /// A unit that does not stand on that day.
    #[error("{count} of the chosen units do not exist on {day}")]
    UnitsNotStanding {
        /// How many.
        count: usize,
        /// The day asked about.
        day: Date,
    },
    /// The register knows no unit of that name.
    #[error("there is no unit {name:?} today")]
    UnitUnknown {
        /// As it was typed.
        name: String,
    },
    /// A part of a name that several units have.
    #[error("several units have {name:?} in their name: {units}")]
    UnitSeveral {
        /// As it was typed.
        name: String,
        /// The first of them.
        units: String,
    },
    /// Some have it already.
    #[error("{count} of the chosen units have this letter already")]
    SentAlready {
        /// How many.
        count: usize,
    },
    /// A list of recipients without a name, or with far too long a one.
    #[error("name the list, in at most 80 letters")]
    ListName,
    /// The letter, or what it asks, is another than was read back.
    #[error("the letter was changed since it was read back")]
    LetterChanged,
    /// A task without words.
    #[error("the task says nothing")]
    TaskWithoutWords,
    /// Words that nobody would read to their end.
    #[error("{length} letters where {max} fit")]
    TextLong {
        /// In which field.
        field: &'static str,
        /// How many there are.
        length: usize,
        /// How many fit.
        max: usize,
    },
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// Not a day, in one of several fields.
    #[error("{label} is no day")]
    DayOf {
        /// What the field is called.
        label: String,
    },
    /// Neither a day nor working days by which one of several tasks is due.
    #[error("{label} is due by neither a day nor 1 to 250 working days")]
    DueOf {
        /// What the task is called.
        label: String,
    },
    /// Not a day on which units could stand.
    #[error("the day on which the units must stand is no day")]
    UnitDay,
    /// Not a day, where there is one field for it.
    #[error("this is no due day")]
    DueDay,
    /// A new day that is the old one.
    #[error("it is asked by this day already")]
    SameDue,
    /// What a report or an answer counted is not taken back.
    #[error("a report or an answer that was sent counts this piece of publicity")]
    PublicityCounted,
    /// Publicity was recorded, so there was some.
    #[error("{count} pieces of publicity were recorded: there is something to report")]
    SomethingRecorded {
        /// How many.
        count: usize,
    },
    /// No such way.
    #[error("this is no way by which an answer comes")]
    Channel,
    /// The same page was recorded before.
    #[error("this page was recorded already for this unit: {title}, {day}")]
    LinkTwice {
        /// The first piece's title.
        title: String,
        /// Its day.
        day: Date,
    },
    /// Somebody changed it after it was looked at.
    #[error("{title:?} was changed since it was looked at")]
    PublicityChanged {
        /// The piece's title.
        title: String,
    },
    /// Nothing was ticked.
    #[error("choose at least one piece of publicity")]
    NoPublicity,
    /// Neither done nor nothing to report.
    #[error("choose whether it is done or there is nothing to report")]
    AnswerUnknown,
    /// A task whose day is that of a report.
    #[error("the report answers this task and has its day")]
    ByReport,
    /// Every unit has answered, or it is called off already.
    #[error("no unit has still to answer this")]
    NothingOpen,
    /// Nothing's day has passed.
    #[error("nothing is overdue")]
    NothingOverdue,
    /// Nobody of the unit was chosen.
    #[error("choose somebody who answers for the unit")]
    NoContact,
    /// The same person.
    #[error("whoever comes is whoever leaves")]
    SameContact,
    /// The unit stands, so nobody succeeds it.
    #[error("the unit has not ended")]
    UnitStands,
    /// Not a unit that came after it.
    #[error("choose a unit that came after it")]
    NoSuccessor,
    /// All were written today already.
    #[error("every unit that can be written was written within the day")]
    RemindedToday,
    /// None of them has an address.
    #[error("none of these units has a contact with an address")]
    NoAddress,
    /// Nobody knows yet who answers by this link.
    #[error("confirm first that the letter arrived")]
    ConfirmFirst,
    /// No position, or far too long a one.
    #[error("say what you are in the unit, in at most 200 letters")]
    Position,
    /// A paper that came before its letter, or tomorrow.
    #[error("an answer cannot have come on {day}")]
    DayOfPaper {
        /// The day given.
        day: Date,
    },
    /// Sent before it was made, or later than now.
    #[error("a package is sent after {made}, when it was made, and not later than now")]
    PackageSentWhen {
        /// When it was made.
        made: Timestamp,
    },
    /// Handed round by links more often than work is.
    #[error("a task is given on by links at most {most} times a day")]
    GivenTooOften {
        /// How often at most.
        most: usize,
    },
    /// Nothing to take back.
    #[error("no link of this unit opens the letter")]
    NoLink,
    /// Nothing went out.
    #[error("the letter was not sent")]
    NotSent,
    /// It is asked of nobody any longer.
    #[error("the letter was recalled")]
    Recalled,
    /// A recall without a reason.
    #[error("say in at most 500 letters why the letter is recalled")]
    RecallReason,
    /// A letter that cannot stand in the place of this one.
    #[error("choose another signed letter of this edition")]
    Replacement,
    /// Somebody else answered meanwhile.
    #[error("this was answered meanwhile")]
    ChangedMeanwhile,
}

impl Refusal for CampaignRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::LetterUnsigned => "campaign.letter_unsigned",
            Self::NoUnits => "campaign.no_units",
            Self::UnitsNotStanding { .. } => "campaign.units_not_standing",
            Self::UnitUnknown { .. } => "campaign.unit_unknown",
            Self::UnitSeveral { .. } => "campaign.unit_several",
            Self::ListMissing => "campaign.list_missing",
            Self::SentAlready { .. } => "campaign.sent_already",
            Self::ListName => "campaign.list_name",
            Self::LetterChanged => "campaign.letter_changed",
            Self::TaskWithoutWords => "campaign.task_without_words",
            Self::TextLong { .. } => "campaign.text_long",
            Self::Day | Self::DueDay => "campaign.day_malformed",
            Self::UnitDay => "campaign.unit_day",
            Self::DayOf { .. } => "campaign.day_of",
            Self::DueOf { .. } => "campaign.due_of",
            Self::SameDue => "campaign.same_due",
            Self::PublicityCounted => "campaign.publicity_counted",
            Self::SomethingRecorded { .. } => "campaign.something_recorded",
            Self::Channel => "campaign.way_unknown",
            Self::LinkTwice { .. } => "campaign.link_twice",
            Self::PublicityChanged { .. } => "campaign.publicity_changed",
            Self::NoPublicity => "campaign.no_publicity",
            Self::AnswerUnknown => "campaign.answer_unknown",
            Self::ByReport => "campaign.by_report",
            Self::NothingOpen => "campaign.nothing_open",
            Self::NothingOverdue => "campaign.nothing_overdue",
            Self::NoContact => "campaign.no_contact",
            Self::SameContact => "campaign.same_contact",
            Self::UnitStands => "campaign.unit_stands",
            Self::NoSuccessor => "campaign.no_successor",
            Self::RemindedToday => "campaign.reminded_today",
            Self::NoAddress => "campaign.no_address",
            Self::ConfirmFirst => "campaign.confirm_first",
            Self::Position => "campaign.position",
            Self::DayOfPaper { .. } => "campaign.day_of_paper",
            Self::PackageSentWhen { .. } => "campaign.package_sent_when",
            Self::GivenTooOften { .. } => "campaign.given_too_often",
            Self::NoLink => "campaign.no_link",
            Self::NotSent => "campaign.not_sent",
            Self::Recalled => "campaign.recalled",
            Self::RecallReason => "campaign.recall_reason",
            Self::Replacement => "campaign.replacement",
            Self::ChangedMeanwhile => "campaign.changed_meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::ListMissing => "list_elsewhere",
            Self::NoUnits | Self::UnitsNotStanding { .. } | Self::SentAlready { .. } => "units",
            Self::UnitUnknown { .. } | Self::UnitSeveral { .. } => "names",
            Self::ListName => "list_name",
            Self::UnitDay => "on",
            Self::TextLong { field, .. } => *field,
            Self::NoContact => "old",
            Self::SameContact => "known",
            Self::Channel => "how",
            Self::DueDay | Self::SameDue => "due",
            Self::LinkTwice { .. } => "link",
            Self::NoPublicity => "items",
            Self::AnswerUnknown | Self::SomethingRecorded { .. } => "answer",
            Self::Position => "position",
            Self::DayOfPaper { .. } | Self::PackageSentWhen { .. } => "day",
            Self::RecallReason => "reason",
            Self::Replacement => "replaced_by",
            Self::LetterUnsigned
            | Self::LetterChanged
            | Self::TaskWithoutWords
            | Self::Day
            | Self::DayOf { .. }
            | Self::DueOf { .. }
            | Self::PublicityCounted
            | Self::ByReport
            | Self::NothingOpen
            | Self::NothingOverdue
            | Self::UnitStands
            | Self::NoSuccessor
            | Self::RemindedToday
            | Self::NoAddress
            | Self::ConfirmFirst
            | Self::NoLink
            | Self::NotSent
            | Self::Recalled
            | Self::GivenTooOften { .. }
            | Self::PublicityChanged { .. }
            | Self::ChangedMeanwhile => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::UnitsNotStanding { count, day } => vec![("count", Fact::count(*count)), ("day", Fact::Day(*day))],
            Self::LinkTwice { title, day } => vec![("title", Fact::text(title)), ("day", Fact::Day(*day))],
            Self::PublicityChanged { title } => vec![("title", Fact::text(title))],
            Self::UnitUnknown { name } => vec![("name", Fact::text(name))],
            Self::UnitSeveral { name, units } => vec![("name", Fact::text(name)), ("units", Fact::text(units))],
            Self::SentAlready { count } | Self::SomethingRecorded { count } => vec![("count", Fact::count(*count))],
            Self::DayOfPaper { day } => vec![("day", Fact::Day(*day))],
            Self::DayOf { label } | Self::DueOf { label } => vec![("label", Fact::text(label))],
            Self::TextLong { length, max, .. } => vec![("length", Fact::count(*length)), ("max", Fact::count(*max))],
            Self::GivenTooOften { most } => vec![("count", Fact::count(*most))],
            Self::PackageSentWhen { made } => vec![("made", Fact::Instant(*made))],
            _ => Vec::new(),
        }
    }
}
