//! A unit's report: figures that agree with one another, and words.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::day::parse_count;
use crate::refusal::{Fact, Refusal};
use crate::text::{length, paragraphs};

/// A figure of the report, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Figure {
    /// Documents issued to direct the contest.
    DocumentsIssued,
    /// Pieces of publicity.
    PublicityItems,
    /// Persons reached by them.
    PeopleReached,
    /// Entries that the unit's people sent to the contest.
    EntriesMobilised,
    /// Entries in the unit's own contest.
    LocalEntries,
    /// Of these, sent on to the contest above.
    LocalForwarded,
    /// Initiatives recognised in the unit.
    Initiatives,
    /// Collectives and persons commended.
    Commendations,
}

impl Figure {
    /// Stable name; also the form's field.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DocumentsIssued => "documents_issued",
            Self::PublicityItems => "publicity_items",
            Self::PeopleReached => "people_reached",
            Self::EntriesMobilised => "entries_mobilised",
            Self::LocalEntries => "local_entries",
            Self::LocalForwarded => "local_forwarded",
            Self::Initiatives => "initiatives",
            Self::Commendations => "commendations",
        }
    }
}

/// What the form brings, as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportForm<'a> {
    /// Documents issued.
    pub documents_issued: &'a str,
    /// Pieces of publicity.
    pub publicity_items: &'a str,
    /// Persons reached.
    pub people_reached: &'a str,
    /// Entries sent to the contest.
    pub entries_mobilised: &'a str,
    /// Whether the unit held a contest of its own.
    pub local_contest_held: bool,
    /// Entries in it; empty without one.
    pub local_entries: &'a str,
    /// Of these, sent on; empty without one.
    pub local_forwarded: &'a str,
    /// Initiatives recognised.
    pub initiatives: &'a str,
    /// Commendations given.
    pub commendations: &'a str,
    /// Difficulties; may be empty.
    pub difficulties: &'a str,
    /// Proposals; may be empty.
    pub proposals: &'a str,
}

/// The figures of a report; zero is a figure, nothing is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Documents issued.
    pub documents_issued: u32,
    /// Pieces of publicity.
    pub publicity_items: u32,
    /// Persons reached.
    pub people_reached: u32,
    /// Entries sent to the contest.
    pub entries_mobilised: u32,
    /// The unit's own contest, if it held one.
    pub local_contest: Option<LocalContest>,
    /// Initiatives recognised.
    pub initiatives: u32,
    /// Commendations given.
    pub commendations: u32,
}

/// A unit's own contest in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalContest {
    /// Its entries.
    pub entries: u32,
    /// Of these, sent on.
    pub forwarded: u32,
}

/// A report whose figures agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The figures.
    pub figures: Figures,
    /// Difficulties.
    pub difficulties: String,
    /// Proposals.
    pub proposals: String,
}

impl Report {
    /// The longest text of difficulties or proposals, in letters.
    pub const MAX_TEXT: usize = 5000;

    /// Reads the form, or tells everything that is wrong with it.
    pub fn parse(form: ReportForm<'_>) -> Result<Self, Vec<ReportRefusal>> {
        let mut reader = Reader::default();
        let figures = Figures {
            documents_issued: reader.figure(Figure::DocumentsIssued, form.documents_issued),
            publicity_items: reader.figure(Figure::PublicityItems, form.publicity_items),
            people_reached: reader.figure(Figure::PeopleReached, form.people_reached),
            entries_mobilised: reader.figure(Figure::EntriesMobilised, form.entries_mobilised),
            local_contest: reader.local_contest(&form),
            initiatives: reader.figure(Figure::Initiatives, form.initiatives),
            commendations: reader.figure(Figure::Commendations, form.commendations),
        };
        if reader.refusals.is_empty() {
            reader.refusals.extend(figures.disagreements());
        }
        let difficulties = reader.text("difficulties", form.difficulties);
        let proposals = reader.text("proposals", form.proposals);
        if reader.refusals.is_empty() { Ok(Self { figures, difficulties, proposals }) } else { Err(reader.refusals) }
    }
}

impl Figures {
    /// Which figures contradict one another. Asked only of figures that were all read, or a
    /// missing one would be blamed twice.
    pub fn disagreements(&self) -> Vec<ReportRefusal> {
        let local = self.local_contest.unwrap_or_default();
        let more = |less, small: u32, great, large: u32| {
            let disagree = ReportRefusal::FiguresDisagree { less, small, great, large };
            (small > large).then_some(disagree)
        };
        let reached_by_nothing = self.people_reached > 0 && self.publicity_items == 0;
        [
            more(Figure::LocalForwarded, local.forwarded, Figure::LocalEntries, local.entries),
            more(Figure::LocalForwarded, local.forwarded, Figure::EntriesMobilised, self.entries_mobilised),
            reached_by_nothing.then_some(ReportRefusal::ReachedByNothing { people: self.people_reached }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[derive(Default)]
struct Reader {
    refusals: Vec<ReportRefusal>,
}

impl Reader {
    /// The figure; zero stands in for one that is refused, and the refusal keeps it from use.
    fn figure(&mut self, figure: Figure, text: &str) -> u32 {
        match parse_count(text) {
            Some(count) => return count,
            None if text.trim().is_empty() => {
                self.refusals.push(ReportRefusal::FigureMissing { figure });
            }
            None => {
                let given = text.to_owned();
                self.refusals.push(ReportRefusal::FigureNotACount { figure, given });
            }
        }
        0
    }

    fn local_contest(&mut self, form: &ReportForm<'_>) -> Option<LocalContest> {
        if form.local_contest_held {
            let entries = self.figure(Figure::LocalEntries, form.local_entries);
            let forwarded = self.figure(Figure::LocalForwarded, form.local_forwarded);
            return Some(LocalContest { entries, forwarded });
        }
        let typed = [(Figure::LocalEntries, form.local_entries), (Figure::LocalForwarded, form.local_forwarded)];
        let given = |text: &str| !text.trim().is_empty() && parse_count(text) != Some(0);
        let contradicting = typed.into_iter().filter(|(_, text)| given(text));
        self.refusals.extend(
            contradicting.map(|(figure, text)| ReportRefusal::NoLocalContest { figure, given: text.trim().to_owned() }),
        );
        None
    }

    fn text(&mut self, field: &'static str, text: &str) -> String {
        let text = paragraphs(text);
        let (length, max) = (length(&text), Report::MAX_TEXT);
        if length > max {
            self.refusals.push(ReportRefusal::TextTooLong { field, length, max });
        }
        text
    }
}

/// What is wrong with a report.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReportRefusal {
    /// A figure was left empty; nothing is not zero.
    #[error("the figure {} is missing; write 0 if there is none", figure.code())]
    FigureMissing {
        /// Which.
        figure: Figure,
    },
    /// Something else than a count.
    #[error("{given:?} is not a count for {}", figure.code())]
    FigureNotACount {
        /// Which.
        figure: Figure,
        /// What was written.
        given: String,
    },
    /// A part is greater than its whole.
    #[error("{} ({small}) cannot be more than {} ({large})", less.code(), great.code())]
    FiguresDisagree {
        /// The figure that should be the smaller one.
        less: Figure,
        /// Its value.
        small: u32,
        /// The figure that bounds it.
        great: Figure,
        /// Its value.
        large: u32,
    },
    /// People were reached, but nothing reached them.
    #[error("{people} persons were reached by no piece of publicity")]
    ReachedByNothing {
        /// How many.
        people: u32,
    },
    /// Figures of a local contest that was not held.
    #[error("no local contest was held, but {} is {given}", figure.code())]
    NoLocalContest {
        /// Which figure.
        figure: Figure,
        /// What was written.
        given: String,
    },
    /// A text is too long.
    #[error("the text {field} has {length} characters, more than {max}")]
    TextTooLong {
        /// Which text.
        field: &'static str,
        /// Characters given.
        length: usize,
        /// Characters allowed.
        max: usize,
    },
}

impl Refusal for ReportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::FigureMissing { .. } => "campaign.figure_missing",
            Self::FigureNotACount { .. } => "campaign.figure_not_a_count",
            Self::FiguresDisagree { .. } => "campaign.figures_disagree",
            Self::ReachedByNothing { .. } => "campaign.reached_by_nothing",
            Self::NoLocalContest { .. } => "campaign.no_local_contest",
            Self::TextTooLong { .. } => "campaign.text_too_long",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::FigureMissing { figure }
            | Self::FigureNotACount { figure, .. }
            | Self::FiguresDisagree { less: figure, .. }
            | Self::NoLocalContest { figure, .. } => figure.code(),
            Self::ReachedByNothing { .. } => Figure::PeopleReached.code(),
            Self::TextTooLong { field, .. } => field,
        };
        Some(field.into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::FigureMissing { figure } => vec![("figure", Fact::text(figure.code()))],
            Self::FigureNotACount { figure, given } | Self::NoLocalContest { figure, given } => {
                vec![("figure", Fact::text(figure.code())), ("given", Fact::text(given))]
            }
            Self::FiguresDisagree { less, small, great, large } => vec![
                ("less", Fact::text(less.code())),
                ("small", Fact::count(*small)),
                ("great", Fact::text(great.code())),
                ("large", Fact::count(*large)),
            ],
            Self::ReachedByNothing { people } => vec![("people", Fact::count(*people))],
            Self::TextTooLong { length, max, .. } => {
                vec![("length", Fact::count(*length)), ("max", Fact::count(*max))]
            }
        }
    }
}

#[cfg(test)]
mod tests;
