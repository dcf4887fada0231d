//! What stands in the way of a submission; everything at once.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::{Author, Content, DossierHash, EntryNumber, PartContent, ReceiptCode, Share, share};
use crate::edition::{
    Arrival, CategoryCode, DossierPart, EntrantKind, PartCode, PartKind, RuleBook, Rules,
    WindowRefusal,
};
use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};
use crate::text::length;

/// What a submission brings along that is not in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// When.
    pub at: Timestamp,
    /// How it came, and when.
    pub arrival: Arrival,
    /// The version of the draft that the submitter saw.
    pub seen: u32,
    /// The next number of the edition.
    pub number: EntryNumber,
    /// The receipt's code.
    pub receipt: ReceiptCode,
    /// The hash of the content as it is now.
    pub hash: DossierHash,
}

/// What the rule book asks of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Requirements<'a> {
    /// Categories, entrants, dossier, declarations.
    pub rules: &'a Rules,
    /// Whether a dossier is received now and this way.
    pub door: Result<(), WindowRefusal>,
    /// The day on which an author's age counts: the last of the intake.
    pub age_on: Date,
    /// The day of the act; nothing can have been created after it.
    pub today: Date,
}

impl<'a> Requirements<'a> {
    /// What this book asks of a dossier that arrives so.
    pub fn of(book: &'a RuleBook, arrival: Arrival, now: Timestamp) -> Self {
        let calendar = book.calendar();
        Self {
            rules: book.rules(),
            door: book.receives(arrival),
            age_on: calendar.intake_window().last_day,
            today: calendar.day_of(now),
        }
    }

    /// Everything that is wrong with the content, in the order of the form.
    pub fn problems(&self, content: &Content) -> Vec<SubmitRefusal> {
        let mut problems = Vec::new();
        if let Err(window) = self.door {
            problems.push(SubmitRefusal::Window(window));
        }
        if content.title.is_none() {
            problems.push(SubmitRefusal::TitleMissing);
        }
        problems.extend(self.category_problem(content));
        problems.extend(self.entrant_problems(content));
        problems.extend(self.creation_problem(content));
        problems.extend(self.author_problems(&content.authors));
        problems.extend(
            self.rules
                .dossier
                .iter()
                .filter_map(|part| part_problem(part, content)),
        );
        problems.extend(self.foreign_parts(content));
        problems.extend(self.declaration_problems(content));
        problems
    }

    fn category_problem(&self, content: &Content) -> Option<SubmitRefusal> {
        let Some(category) = &content.category else {
            return Some(SubmitRefusal::CategoryMissing);
        };
        let known = self.rules.category(category.as_str()).is_some();
        (!known).then(|| SubmitRefusal::CategoryUnknown {
            category: category.clone(),
        })
    }

    fn entrant_problems(&self, content: &Content) -> Vec<SubmitRefusal> {
        let kind = content.entrant;
        let authors = content.authors.len();
        let mut problems = Vec::new();
        if !self.rules.entrants.kinds.contains(&kind) {
            problems.push(SubmitRefusal::EntrantNotAdmitted { kind });
        }
        let named = content
            .organisation
            .as_ref()
            .is_some_and(|name| !name.trim().is_empty());
        match kind {
            EntrantKind::Organisation if !named => {
                problems.push(SubmitRefusal::OrganisationMissing)
            }
            EntrantKind::Individual if authors > 1 => {
                problems.push(SubmitRefusal::IndividualWithCoAuthors { authors });
            }
            EntrantKind::Group if authors == 1 => problems.push(SubmitRefusal::GroupOfOne),
            _ => {}
        }
        problems
    }

    fn creation_problem(&self, content: &Content) -> Option<SubmitRefusal> {
        let from = self.rules.eligibility.created_from;
        match (content.created_on, from) {
            (Some(day), _) if day > self.today => Some(SubmitRefusal::CreatedInFuture { day }),
            (Some(day), Some(from)) if day < from => {
                Some(SubmitRefusal::NotCreatedInWindow { day, from })
            }
            (None, Some(from)) => Some(SubmitRefusal::CreationDayMissing { from }),
            _ => None,
        }
    }

    fn author_problems(&self, authors: &[Author]) -> Vec<SubmitRefusal> {
        if authors.is_empty() {
            return vec![SubmitRefusal::NoAuthor];
        }
        let mut problems = Vec::new();
        if let Some(max) = self
            .rules
            .entrants
            .max_authors
            .filter(|max| authors.len() > usize::from(max.get()))
        {
            problems.push(SubmitRefusal::TooManyAuthors {
                authors: authors.len(),
                max: max.get(),
            });
        }
        problems.extend(share_problems(authors));
        match authors
            .iter()
            .filter(|author| author.representative)
            .count()
        {
            0 => problems.push(SubmitRefusal::RepresentativeMissing),
            1 => {}
            count => problems.push(SubmitRefusal::RepresentativeNotOne { count }),
        }
        for (index, author) in authors.iter().enumerate() {
            problems.extend(self.age_problem(index, author));
            if author.awaits_confirmation() {
                problems.push(SubmitRefusal::AuthorUnconfirmed {
                    index,
                    name: author.name.clone(),
                });
            }
        }
        problems
    }

    fn age_problem(&self, index: usize, author: &Author) -> Option<SubmitRefusal> {
        let min = self.rules.entrants.minimum_age?.get();
        let name = author.name.clone();
        if author.born.is_none() {
            return Some(SubmitRefusal::BirthDayMissing { index, name, min });
        }
        let old_enough = author.age_on(self.age_on).is_some_and(|age| age >= min);
        (!old_enough).then_some(SubmitRefusal::AuthorTooYoung {
            index,
            name,
            min,
            on: self.age_on,
        })
    }

    fn foreign_parts(&self, content: &Content) -> Vec<SubmitRefusal> {
        let known = |code: &PartCode| self.rules.dossier_part(code.as_str()).is_some();
        let foreign = content.dossier.0.keys().filter(|code| !known(code));
        foreign
            .map(|part| SubmitRefusal::PartUnknown { part: part.clone() })
            .collect()
    }

    fn declaration_problems(&self, content: &Content) -> Vec<SubmitRefusal> {
        let open = self.rules.eligibility.declarations.iter();
        let open = open.filter(|declaration| !content.declarations.contains(&declaration.code));
        open.map(|each| SubmitRefusal::DeclarationMissing {
            declaration: each.code.clone(),
        })
        .collect()
    }
}

fn share_problems(authors: &[Author]) -> Vec<SubmitRefusal> {
    let mut problems: Vec<_> = authors
        .iter()
        .enumerate()
        .filter(|(_, author)| author.share == Share::default())
        .map(|(index, author)| SubmitRefusal::ShareZero {
            index,
            name: author.name.clone(),
        })
        .collect();
    let sum = Share::sum(authors.iter().map(|author| author.share));
    if !sum.is_whole() {
        problems.push(SubmitRefusal::SharesNot100 { sum });
    }
    problems
}

fn part_problem(part: &DossierPart, content: &Content) -> Option<SubmitRefusal> {
    let (code, name) = (part.code.clone(), part.name.clone());
    let missing = || {
        part.required.then(|| SubmitRefusal::PartMissing {
            part: code.clone(),
            name: name.clone(),
        })
    };
    match (part.kind, content.dossier.0.get(&part.code)) {
        (_, None) => missing(),
        (PartKind::Text { .. }, Some(PartContent::Text(text))) if text.trim().is_empty() => {
            missing()
        }
        (PartKind::Text { max_characters }, Some(PartContent::Text(text))) => {
            let (length, max) = (length(text), max_characters.get());
            let too_long = length as u64 > u64::from(max);
            too_long.then_some(SubmitRefusal::PartTooLong {
                part: code,
                name,
                length,
                max,
            })
        }
        (PartKind::Pdf { max_megabytes }, Some(PartContent::File(file))) => {
            let max = max_megabytes.get();
            let too_large = file.bytes > u64::from(max) * 1_000_000;
            too_large.then_some(SubmitRefusal::PartTooLarge {
                part: code,
                name,
                bytes: file.bytes,
                max,
            })
        }
        (PartKind::Text { .. }, Some(PartContent::File(_)))
        | (PartKind::Pdf { .. }, Some(PartContent::Text(_))) => {
            Some(SubmitRefusal::PartOfOtherKind { part: code, name })
        }
    }
}

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
            Self::EntrantNotAdmitted { .. }
            | Self::IndividualWithCoAuthors { .. }
            | Self::GroupOfOne => Some("entrant".into()),
            Self::OrganisationMissing => Some("organisation".into()),
            Self::CreationDayMissing { .. }
            | Self::NotCreatedInWindow { .. }
            | Self::CreatedInFuture { .. } => Some("created_on".into()),
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
                vec![
                    ("authors", Fact::count(*authors)),
                    ("max", Fact::count(*max)),
                ]
            }
            Self::ShareZero { name, .. } | Self::AuthorUnconfirmed { name, .. } => {
                vec![("name", Fact::text(name))]
            }
            Self::SharesNot100 { sum } => vec![("sum", Fact::text(sum))],
            Self::RepresentativeNotOne { count } => vec![("count", Fact::count(*count))],
            Self::BirthDayMissing { name, min, .. } => {
                vec![("name", Fact::text(name)), ("min", Fact::count(*min))]
            }
            Self::AuthorTooYoung { name, min, on, .. } => vec![
                ("name", Fact::text(name)),
                ("min", Fact::count(*min)),
                ("on", Fact::Day(*on)),
            ],
            Self::PartMissing { name, .. } | Self::PartOfOtherKind { name, .. } => {
                vec![("part", Fact::text(name))]
            }
            Self::PartTooLong {
                name, length, max, ..
            } => vec![
                ("part", Fact::text(name)),
                ("length", Fact::count(*length)),
                ("max", Fact::count(*max)),
            ],
            Self::PartTooLarge {
                name, bytes, max, ..
            } => vec![
                ("part", Fact::text(name)),
                ("bytes", Fact::count(*bytes)),
                ("max", Fact::count(*max)),
            ],
            Self::PartUnknown { part } => vec![("part", Fact::text(part))],
            Self::DeclarationMissing { declaration } => {
                vec![("declaration", Fact::text(declaration))]
            }
            Self::ChangedMeanwhile { seen, current } => {
                vec![
                    ("seen", Fact::count(*seen)),
                    ("current", Fact::count(*current)),
                ]
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
