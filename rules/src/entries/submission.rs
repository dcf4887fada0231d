//! What the rule book asks of a submission, and everything that is wrong with one at once.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{
    Author, Content, DossierHash, EntryNumber, PartContent, Promise, ReceiptCode, Share, Stamped, SubmitRefusal,
};
use crate::edition::{
    Arrival, ChannelKind, DossierPart, EntrantKind, FieldProblem, FieldRule, PartCode, PartKind, RuleBook, Rules,
    Values, WindowRefusal,
};
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
    /// Whether it lies there on paper: then its files may be scanned afterwards.
    pub on_paper: bool,
    /// Files whose hash is there, and which may follow.
    pub promised: &'a [Promise],
    /// How the stamped form stands to the dossier.
    pub stamped: Stamped,
    /// Whether the stamped form may follow: then neither its absence nor what it says stands in the way.
    pub stamp_follows: bool,
}

impl<'a> Requirements<'a> {
    /// What this book asks of a dossier that arrives so.
    pub fn of(book: &'a RuleBook, arrival: Arrival, now: Timestamp) -> Self {
        Self::of_one(book, arrival, now, None)
    }

    /// The same of an entry that was given more time, where it was.
    pub fn of_one(book: &'a RuleBook, arrival: Arrival, now: Timestamp, longer: Option<Timestamp>) -> Self {
        let calendar = book.calendar();
        Self {
            rules: book.rules(),
            door: book.receives_until(arrival, longer),
            age_on: calendar.intake_window().last_day,
            today: calendar.day_of(now),
            on_paper: arrival.channel() != ChannelKind::Online,
            promised: &[],
            stamped: Stamped::NotAsked,
            stamp_follows: book.rules().stamp_follows().is_some(),
        }
    }

    /// The same where these files may follow, as far as the book lets a file follow at all.
    #[must_use]
    pub fn with_promised(self, promised: &'a [Promise]) -> Self {
        Self { promised, ..self }
    }

    /// Whether only the hash of this part's file is there.
    fn is_promised(&self, part: &DossierPart, content: &Content) -> bool {
        let may_follow = self.rules.files_after.is_some() && is_scanned_later(part, content);
        may_follow && self.promised.iter().any(|promise| promise.part == part.code)
    }

    /// The same of a dossier whose stamped form stands so to it.
    #[must_use]
    pub fn with_stamp(self, stamped: Stamped) -> Self {
        Self { stamped, ..self }
    }

    /// The same of a dossier that came back for completion: the day given on its return counts, and nothing
    /// follows after it.
    #[must_use]
    pub fn at_once(self) -> Self {
        Self { door: Ok(()), stamp_follows: false, ..self }
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
        let parts = self.rules.dossier.iter().filter(|part| !self.comes_later(part, content));
        let parts = parts.filter(|part| !self.is_promised(part, content));
        problems.extend(parts.flat_map(|part| part_problems(part, content)));
        problems.extend(self.stamp_problem());
        problems.extend(self.foreign_parts(content));
        problems.extend(self.declaration_problems(content));
        problems
    }

    fn category_problem(&self, content: &Content) -> Option<SubmitRefusal> {
        let Some(category) = &content.category else {
            return Some(SubmitRefusal::CategoryMissing);
        };
        let known = self.rules.category(category.as_str()).is_some();
        (!known).then(|| SubmitRefusal::CategoryUnknown { category: category.clone() })
    }

    fn entrant_problems(&self, content: &Content) -> Vec<SubmitRefusal> {
        let kind = content.entrant;
        let authors = content.authors.len();
        let mut problems = Vec::new();
        if !self.rules.entrants.kinds.contains(&kind) {
            problems.push(SubmitRefusal::EntrantNotAdmitted { kind });
        }
        let named = content.organisation.as_ref().is_some_and(|name| !name.trim().is_empty());
        match kind {
            EntrantKind::Organisation if !named => {
                problems.push(SubmitRefusal::OrganisationMissing);
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
            (Some(day), Some(from)) if day < from => Some(SubmitRefusal::NotCreatedInWindow { day, from }),
            (None, Some(from)) => Some(SubmitRefusal::CreationDayMissing { from }),
            _ => None,
        }
    }

    fn author_problems(&self, authors: &[Author]) -> Vec<SubmitRefusal> {
        if authors.is_empty() {
            return vec![SubmitRefusal::NoAuthor];
        }
        let mut problems = Vec::new();
        if let Some(max) = self.rules.entrants.max_authors.filter(|max| authors.len() > usize::from(max.get())) {
            problems.push(SubmitRefusal::TooManyAuthors { authors: authors.len(), max: max.get() });
        }
        problems.extend(share_problems(authors));
        match authors.iter().filter(|author| author.representative).count() {
            0 => problems.push(SubmitRefusal::RepresentativeMissing),
            1 => {}
            count => problems.push(SubmitRefusal::RepresentativeNotOne { count }),
        }
        for (index, author) in authors.iter().enumerate() {
            problems.extend(self.age_problem(index, author));
            if author.awaits_confirmation() {
                problems.push(SubmitRefusal::AuthorUnconfirmed { index, name: author.name.clone() });
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
        (!old_enough).then_some(SubmitRefusal::AuthorTooYoung { index, name, min, on: self.age_on })
    }

    fn comes_later(&self, part: &DossierPart, content: &Content) -> bool {
        let follows = self.stamp_follows && self.rules.stamped_part() == Some(part);
        (self.on_paper || follows) && is_scanned_later(part, content)
    }

    /// A form that the contest asks for says what the dossier says.
    fn stamp_problem(&self) -> Option<SubmitRefusal> {
        let part = self.rules.stamped_part().filter(|part| part.required && !self.stamp_follows)?;
        let differs = self.stamped == Stamped::Differs;
        differs.then(|| SubmitRefusal::StampDiffers { part: part.code.clone(), name: part.name.clone() })
    }

    fn foreign_parts(&self, content: &Content) -> Vec<SubmitRefusal> {
        let known = |code: &PartCode| self.rules.dossier_part(code.as_str()).is_some();
        let foreign = content.dossier.0.keys().filter(|code| !known(code));
        foreign.map(|part| SubmitRefusal::PartUnknown { part: part.clone() }).collect()
    }

    fn declaration_problems(&self, content: &Content) -> Vec<SubmitRefusal> {
        let open = self.rules.eligibility.declarations.iter();
        let open = open.filter(|declaration| !content.declarations.contains(&declaration.code));
        open.map(|each| SubmitRefusal::DeclarationMissing { declaration: each.code.clone() }).collect()
    }
}

fn share_problems(authors: &[Author]) -> Vec<SubmitRefusal> {
    let mut problems: Vec<_> = authors
        .iter()
        .enumerate()
        .filter(|(_, author)| author.share == Share::default())
        .map(|(index, author)| SubmitRefusal::ShareZero { index, name: author.name.clone() })
        .collect();
    let sum = Share::sum(authors.iter().map(|author| author.share));
    if !sum.is_whole() {
        problems.push(SubmitRefusal::SharesNot100 { sum });
    }
    problems
}

/// A file that the paper stands for until it is scanned.
pub(super) fn is_scanned_later(part: &DossierPart, content: &Content) -> bool {
    part.kind.max_megabytes().is_some() && !content.dossier.0.contains_key(&part.code)
}

fn part_problems(part: &DossierPart, content: &Content) -> Vec<SubmitRefusal> {
    match (part.kind, content.dossier.0.get(&part.code)) {
        (PartKind::Fields, Some(PartContent::Values(values))) => field_problems(part, values),
        _ => part_problem(part, content).into_iter().collect(),
    }
}

fn field_problems(part: &DossierPart, values: &Values) -> Vec<SubmitRefusal> {
    let problem = |field: &FieldRule| {
        let (code, name) = (part.code.clone(), field.name.clone());
        Some(match field.problem(values)? {
            FieldProblem::Missing => SubmitRefusal::FieldMissing { part: code, name },
            FieldProblem::Malformed => SubmitRefusal::FieldMalformed { part: code, name },
            FieldProblem::TooLong { length, max } => SubmitRefusal::PartTooLong { part: code, name, length, max },
        })
    };
    part.fields.iter().filter_map(problem).collect()
}

fn part_problem(part: &DossierPart, content: &Content) -> Option<SubmitRefusal> {
    let (code, name) = (part.code.clone(), part.name.clone());
    let missing = || part.required.then(|| SubmitRefusal::PartMissing { part: code.clone(), name: name.clone() });
    match (part.kind, content.dossier.0.get(&part.code)) {
        (_, None) => missing(),
        (PartKind::Text { .. }, Some(PartContent::Text(text))) if text.trim().is_empty() => missing(),
        (PartKind::Text { max_characters }, Some(PartContent::Text(text))) => {
            let (length, max) = (length(text), max_characters.get());
            let too_long = length as u64 > u64::from(max);
            too_long.then_some(SubmitRefusal::PartTooLong { part: code, name, length, max })
        }
        (PartKind::Pdf { max_megabytes } | PartKind::Video { max_megabytes, .. }, Some(PartContent::File(file))) => {
            let max = max_megabytes.get();
            let too_large = file.bytes > u64::from(max) * 1_000_000;
            too_large.then_some(SubmitRefusal::PartTooLarge { part: code, name, bytes: file.bytes, max })
        }
        (_, Some(_)) => Some(SubmitRefusal::PartOfOtherKind { part: code, name }),
    }
}
