//! What stands in the way of a submission.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::{EntryNumber, share};
use crate::edition::{CategoryCode, EntrantKind, PartCode, WindowRefusal};
use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};

/// What stands in the way of a submission.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SubmitRefusal {
    /// The dossier is not received now, or not this way.
    #[error(transparent)]
    Window(WindowRefusal),
    /// There is no title.
    #[error("the title is missing")]
    TitleMissing,
    /// No category was chosen.
    #[error("no category is chosen")]
    CategoryMissing,
    /// The edition has no such category.
    #[error("the edition has no category {category}")]
    CategoryUnknown {
        /// What was chosen.
        category: CategoryCode,
    },
    /// The edition does not admit entrants of this kind.
    #[error("the edition admits no entrant of the kind {}", kind.code())]
    EntrantNotAdmitted {
        /// The kind.
        kind: EntrantKind,
    },
    /// An organisation enters and is not named.
    #[error("the organisation is not named")]
    OrganisationMissing,
    /// One person enters, several are named.
    #[error("an individual enters, but {authors} authors are named")]
    IndividualWithCoAuthors {
        /// How many are named.
        authors: usize,
    },
    /// A group enters, one person is named.
    #[error("a group enters, but one author is named")]
    GroupOfOne,
    /// The edition asks when the solution was created.
    #[error("the day of creation is missing; it must not be before {from}")]
    CreationDayMissing {
        /// The first day that counts.
        from: Date,
    },
    /// The solution is older than the edition admits.
    #[error("created on {day}, before {from}")]
    NotCreatedInWindow {
        /// The day given.
        day: Date,
        /// The first day that counts.
        from: Date,
    },
    /// The solution does not exist yet.
    #[error("{day}, the day of creation, has not come yet")]
    CreatedInFuture {
        /// The day given.
        day: Date,
    },
    /// Nobody made it.
    #[error("no author is named")]
    NoAuthor,
    /// More authors than the edition admits.
    #[error("{authors} authors are more than {max}")]
    TooManyAuthors {
        /// How many are named.
        authors: usize,
        /// How many may be.
        max: u16,
    },
    /// An author without a share.
    #[error("the share of {name} is zero")]
    ShareZero {
        /// Which author, from 0.
        index: usize,
        /// The author's name.
        name: PersonName,
    },
    /// The shares are not a whole.
    #[error("the shares add up to {sum}, not to 100%")]
    SharesNot100 {
        /// What they add up to.
        sum: share::Sum,
    },
    /// Nobody speaks for the authors.
    #[error("no author represents the others")]
    RepresentativeMissing,
    /// Several speak for the authors.
    #[error("{count} authors are marked as the representative; one speaks for all")]
    RepresentativeNotOne {
        /// How many are marked.
        count: usize,
    },
    /// An author has not agreed yet.
    #[error("{name} has not confirmed yet")]
    AuthorUnconfirmed {
        /// Which author, from 0.
        index: usize,
        /// The author's name.
        name: PersonName,
    },
    /// The edition has a least age and the day of birth is missing.
    #[error("the day of birth of {name} is missing; the least age is {min}")]
    BirthDayMissing {
        /// Which author, from 0.
        index: usize,
        /// The author's name.
        name: PersonName,
        /// The least age in whole years.
        min: u16,
    },
    /// An author is too young.
    #[error("{name} is younger than {min} on {on}")]
    AuthorTooYoung {
        /// Which author, from 0.
        index: usize,
        /// The author's name.
        name: PersonName,
        /// The least age in whole years.
        min: u16,
        /// The day on which it counts.
        on: Date,
    },
    /// A part that the dossier needs is missing.
    #[error("the part {part} is missing")]
    PartMissing {
        /// The part.
        part: PartCode,
        /// Its name in the rule book.
        name: String,
    },
    /// A text is too long.
    #[error("the part {part} has {length} characters, more than {max}")]
    PartTooLong {
        /// The part.
        part: PartCode,
        /// Its name in the rule book.
        name: String,
        /// Characters given.
        length: usize,
        /// Characters allowed.
        max: u32,
    },
    /// A file is too large.
    #[error("the part {part} has {bytes} bytes, more than {max} MB")]
    PartTooLarge {
        /// The part.
        part: PartCode,
        /// Its name in the rule book.
        name: String,
        /// Bytes given.
        bytes: u64,
        /// Megabytes allowed.
        max: u32,
    },
    /// A text where a file belongs, or the other way round.
    #[error("the part {part} is not of the kind that the rule book asks for")]
    PartOfOtherKind {
        /// The part.
        part: PartCode,
        /// Its name in the rule book.
        name: String,
    },
    /// The rule book has no such part; it may have been amended meanwhile.
    #[error("the rule book asks for no part {part}")]
    PartUnknown {
        /// The part.
        part: PartCode,
    },
    /// A field that must be filled is empty.
    #[error("the field {name} of {part} is empty")]
    FieldMissing {
        /// The part.
        part: PartCode,
        /// The field's name.
        name: String,
    },
    /// What is written into a field is none of its kind.
    #[error("what is written into {name} of {part} does not fit")]
    FieldMalformed {
        /// The part.
        part: PartCode,
        /// The field's name.
        name: String,
    },
    /// The stamped form that the contest asks for says something else than the dossier.
    #[error("the stamped form in {part} shows another version of the dossier")]
    StampDiffers {
        /// The part.
        part: PartCode,
        /// Its name.
        name: String,
    },
    /// A declaration was not confirmed.
    #[error("the declaration {declaration} is not confirmed")]
    DeclarationMissing {
        /// The declaration.
        declaration: PartCode,
    },
    /// The draft was changed after the submitter last saw it.
    #[error("the draft is at version {current}, the submitter saw {seen}")]
    ChangedMeanwhile {
        /// The version seen.
        seen: u32,
        /// The version now.
        current: u32,
    },
    /// It is submitted already.
    #[error("it is submitted already as {number}")]
    AlreadySubmitted {
        /// Its number.
        number: EntryNumber,
    },
    /// It was withdrawn.
    #[error("it was withdrawn at {at}")]
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// It was returned for completion and the time for that is over.
    #[error("the time to complete it ended with {until}")]
    CompletionOver {
        /// The last day.
        until: Date,
    },
    /// It was not returned for completion.
    #[error("nothing was asked to be completed")]
    NotReturned,
}

impl SubmitRefusal {
    /// Whether it keeps out an entry that a contest below sends up, because nobody can mend it
    /// there.
    pub const fn bars_arrival(&self) -> bool {
        matches!(
            self,
            Self::Window(_)
                | Self::CategoryMissing
                | Self::CategoryUnknown { .. }
                | Self::EntrantNotAdmitted { .. }
                | Self::NotCreatedInWindow { .. }
                | Self::TooManyAuthors { .. }
                | Self::AuthorTooYoung { .. }
        )
    }
}

impl Refusal for SubmitRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Window(window) => window.code(),
            Self::TitleMissing => "entries.title_missing",
            Self::CategoryMissing => "entries.category_missing",
            Self::CategoryUnknown { .. } => "entries.category_unknown",
            Self::EntrantNotAdmitted { .. } => "entries.entrant_not_admitted",
            Self::OrganisationMissing => "entries.organisation_missing",
            Self::IndividualWithCoAuthors { .. } => "entries.individual_with_co_authors",
            Self::GroupOfOne => "entries.group_of_one",
            Self::CreationDayMissing { .. } => "entries.creation_day_missing",
            Self::NotCreatedInWindow { .. } => "entries.not_created_in_window",
            Self::CreatedInFuture { .. } => "entries.created_in_future",
            Self::NoAuthor => "entries.no_author",
            Self::TooManyAuthors { .. } => "entries.too_many_authors",
            Self::ShareZero { .. } => "entries.share_zero",
            Self::SharesNot100 { .. } => "entries.shares_not_100",
            Self::RepresentativeMissing => "entries.representative_missing",
            Self::RepresentativeNotOne { .. } => "entries.representative_not_one",
            Self::AuthorUnconfirmed { .. } => "entries.author_unconfirmed",
            Self::BirthDayMissing { .. } => "entries.birth_day_missing",
            Self::AuthorTooYoung { .. } => "entries.author_too_young",
            Self::PartMissing { .. } => "entries.part_missing",
            Self::PartTooLong { .. } => "entries.part_too_long",
            Self::PartTooLarge { .. } => "entries.part_too_large",
            Self::PartOfOtherKind { .. } => "entries.part_of_other_kind",
            Self::PartUnknown { .. } => "entries.part_unknown",
            Self::FieldMissing { .. } => "entries.field_missing",
            Self::FieldMalformed { .. } => "entries.field_malformed",
            Self::StampDiffers { .. } => "entries.stamp_differs",
            Self::DeclarationMissing { .. } => "entries.declaration_missing",
            Self::ChangedMeanwhile { .. } => "entries.changed_meanwhile",
            Self::AlreadySubmitted { .. } => "entries.already_submitted",
            Self::Withdrawn { .. } => "entries.withdrawn",
            Self::CompletionOver { .. } => "entries.completion_over",
            Self::NotReturned => "entries.not_returned",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Window(window) => window.field(),
            Self::TitleMissing => Some("title".into()),
            Self::CategoryMissing | Self::CategoryUnknown { .. } => Some("category".into()),
            Self::EntrantNotAdmitted { .. } | Self::IndividualWithCoAuthors { .. } | Self::GroupOfOne => {
                Some("entrant".into())
            }
            Self::OrganisationMissing => Some("organisation".into()),
            Self::CreationDayMissing { .. } | Self::NotCreatedInWindow { .. } | Self::CreatedInFuture { .. } => {
                Some("created_on".into())
            }
            Self::NoAuthor
            | Self::TooManyAuthors { .. }
            | Self::SharesNot100 { .. }
            | Self::RepresentativeMissing
            | Self::RepresentativeNotOne { .. } => Some("authors".into()),
            Self::ShareZero { index, .. } => Some(format!("authors.{index}.share")),
            Self::AuthorUnconfirmed { index, .. } => Some(format!("authors.{index}.confirmed")),
            Self::BirthDayMissing { index, .. } | Self::AuthorTooYoung { index, .. } => {
                Some(format!("authors.{index}.born"))
            }
            Self::PartMissing { part, .. }
            | Self::PartTooLong { part, .. }
            | Self::PartTooLarge { part, .. }
            | Self::PartOfOtherKind { part, .. }
            | Self::FieldMissing { part, .. }
            | Self::FieldMalformed { part, .. }
            | Self::StampDiffers { part, .. }
            | Self::PartUnknown { part } => Some(format!("parts.{part}")),
            Self::DeclarationMissing { declaration } => Some(format!("declarations.{declaration}")),
            Self::ChangedMeanwhile { .. }
            | Self::AlreadySubmitted { .. }
            | Self::Withdrawn { .. }
            | Self::CompletionOver { .. }
            | Self::NotReturned => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Window(window) => window.facts(),
            Self::CategoryUnknown { category } => vec![("category", Fact::text(category))],
            Self::EntrantNotAdmitted { kind } => vec![("kind", Fact::text(kind.code()))],
            Self::IndividualWithCoAuthors { authors } => vec![("authors", Fact::count(*authors))],
            Self::CreationDayMissing { from } => vec![("from", Fact::Day(*from))],
            Self::NotCreatedInWindow { day, from } => {
                vec![("day", Fact::Day(*day)), ("from", Fact::Day(*from))]
            }
            Self::CreatedInFuture { day } => vec![("day", Fact::Day(*day))],
            Self::TooManyAuthors { authors, max } => {
                vec![("authors", Fact::count(*authors)), ("max", Fact::count(*max))]
            }
            Self::ShareZero { name, .. } | Self::AuthorUnconfirmed { name, .. } => {
                vec![("name", Fact::text(name))]
            }
            Self::SharesNot100 { sum } => vec![("sum", Fact::text(sum))],
            Self::RepresentativeNotOne { count } => vec![("count", Fact::count(*count))],
            Self::BirthDayMissing { name, min, .. } => {
                vec![("name", Fact::text(name)), ("min", Fact::count(*min))]
            }
            Self::AuthorTooYoung { name, min, on, .. } => {
                vec![("name", Fact::text(name)), ("min", Fact::count(*min)), ("on", Fact::Day(*on))]
            }
            Self::PartMissing { name, .. }
            | Self::PartOfOtherKind { name, .. }
            | Self::FieldMissing { name, .. }
            | Self::FieldMalformed { name, .. }
            | Self::StampDiffers { name, .. } => vec![("part", Fact::text(name))],
            Self::PartTooLong { name, length, max, .. } => {
                vec![("part", Fact::text(name)), ("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
            Self::PartTooLarge { name, bytes, max, .. } => {
                vec![("part", Fact::text(name)), ("bytes", Fact::count(*bytes)), ("max", Fact::count(*max))]
            }
            Self::PartUnknown { part } => vec![("part", Fact::text(part))],
            Self::DeclarationMissing { declaration } => {
                vec![("declaration", Fact::text(declaration))]
            }
            Self::ChangedMeanwhile { seen, current } => {
                vec![("seen", Fact::count(*seen)), ("current", Fact::count(*current))]
            }
            Self::AlreadySubmitted { number } => vec![("number", Fact::text(number))],
            Self::Withdrawn { at } => vec![("at", Fact::Instant(*at))],
            Self::CompletionOver { until } => vec![("until", Fact::Day(*until))],
            Self::TitleMissing
            | Self::CategoryMissing
            | Self::OrganisationMissing
            | Self::GroupOfOne
            | Self::NoAuthor
            | Self::RepresentativeMissing
            | Self::NotReturned => vec![],
        }
    }
}
