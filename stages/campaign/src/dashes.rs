//! What a letter's dashes ask, by their words: each is the task that it names first, wherever it stands.
//! A dash that names none is nobody's task until an officer says so.

use std::collections::BTreeMap;

use hoithi_correspondence::{Document, Piece, pieces};
use hoithi_edition::Edition;
use hoithi_rules::campaign::TaskKind;
use hoithi_rules::edition::Calendar;
use jiff::civil::Date;

use crate::letter::TaskOrder;

/// What a letter's dashes say, and which tasks that is.
pub struct Dashes {
    asked: BTreeMap<TaskKind, String>,
    unmatched: Vec<String>,
    report: bool,
    /// Whether the letter reminds of what another asked.
    reminds: bool,
}

impl Dashes {
    /// Of this letter. Two dashes of one task are its words together.
    pub fn of(document: &Document) -> Self {
        let reminds = hoithi_web::fold(&document.content.subject).contains(REMINDER);
        let mut dashes = Self { asked: BTreeMap::new(), unmatched: Vec::new(), report: false, reminds };
        for text in pieces(&document.content.text).into_iter().filter_map(dash) {
            let folded = hoithi_web::fold(&text);
            dashes.report |= folded.contains(REPORT);
            match named_first(&folded) {
                Some(Named::Task(kind)) => {
                    let words = dashes.asked.entry(kind).or_default();
                    *words = if words.is_empty() { text } else { format!("{words}; {text}") };
                }
                Some(Named::Report) => {}
                None => dashes.unmatched.push(text),
            }
        }
        dashes
    }

    /// Those of which nobody can say what task they are.
    pub(crate) fn unmatched(&self) -> &[String] {
        &self.unmatched
    }

    /// Whether the letter gives any task at all.
    pub(crate) fn give_tasks(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Whether one of them gives this task.
    pub(crate) fn give(&self, kind: TaskKind) -> bool {
        self.asked.contains_key(&kind)
    }

    /// Whether one of them asks for a report. Of what a reminder names the letter before it asked already: the same
    /// report would be asked for twice.
    pub(crate) fn ask_for_a_report(&self) -> bool {
        self.report && !self.reminds
    }

    /// Every task that may be given, with days from the edition's calendar: the letter's own words where
    /// it has some, else `words` says them.
    pub(crate) fn offered(&self, edition: &Edition, words: impl Fn(TaskKind) -> String) -> Vec<TaskOrder> {
        let order = |kind: TaskKind| TaskOrder {
            kind,
            title: String::new(),
            words: self.asked.get(&kind).cloned().unwrap_or_else(|| words(kind)),
            due: due(edition.book.calendar(), kind),
            counted: None,
        };
        TaskKind::OFFERED.into_iter().map(order).collect()
    }

    /// The tasks that the letter gives, in its own words.
    pub fn orders(&self, edition: &Edition) -> Vec<TaskOrder> {
        let offered = self.offered(edition, |_| String::new());
        offered.into_iter().filter(|order| self.give(order.kind)).collect()
    }
}

/// What a dash names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Task(TaskKind),
    /// The report, which has its own day and is no task.
    Report,
}

const REPORT: &str = "bao cao";

/// By which a reminder is known, without marks and capitals.
const REMINDER: &str = "don doc";

/// The words by which a task is named, without marks and capitals.
const NAMES: [(Named, &[&str]); 7] = [
    (Named::Task(TaskKind::NameContact), &["dau moi"]),
    (Named::Task(TaskKind::DirectAndReport), &["chi dao", "trien khai ke hoach", "trien khai the le"]),
    (Named::Task(TaskKind::PubliciseAndMobilise), &["tuyen truyen", "pho bien", "van dong"]),
    (Named::Task(TaskKind::LaunchMovement), &["phat dong"]),
    (Named::Task(TaskKind::Commend), &["khen thuong", "bieu duong"]),
    (
        Named::Task(TaskKind::HoldLocalContest),
        &["hoi thi cua dia phuong", "hoi thi cua don vi", "hoi thi cap huyen", "hoi thi cap xa", "hoi thi co so"],
    ),
    (Named::Report, &[REPORT]),
];

/// The task is in the verb, and the verb comes first: to commend whoever publicised is to commend.
fn named_first(folded: &str) -> Option<Named> {
    let places = NAMES.iter().flat_map(|(named, words)| words.iter().map(move |word| (folded.find(word), *named)));
    let places = places.filter_map(|(place, named)| Some((place?, named)));
    places.min_by_key(|(place, _)| *place).map(|(_, named)| named)
}

fn dash(piece: Piece) -> Option<String> {
    match piece {
        Piece::Item(text) => Some(text.trim_end_matches([';', '.', '/']).to_owned()),
        Piece::Heading(_) | Piece::Paragraph { .. } | Piece::Table(_) => None,
    }
}

/// What brings entries in must be done while they are taken in; what is told in the report, by
/// the report's day.
fn due(calendar: &Calendar, kind: TaskKind) -> Option<Date> {
    let intake = calendar.intake_window().last_day;
    match kind {
        TaskKind::DirectAndReport | TaskKind::Commend => calendar.reports_due,
        TaskKind::PubliciseAndMobilise | TaskKind::LaunchMovement | TaskKind::HoldLocalContest => Some(intake),
        TaskKind::NameContact | TaskKind::Other => None,
    }
}
