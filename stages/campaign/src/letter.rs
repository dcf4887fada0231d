//! A letter on its way to many units, with what it asks of each.

use hoithi_correspondence::{Document, DocumentCard};
use hoithi_edition::Edition;
pub use hoithi_reporting::MailWords;
use hoithi_rules::campaign::TaskKind;
use hoithi_rules::correspondence::Sending;
use hoithi_rules::ids::{DocumentId, EditionId, UnitId};
use jiff::Timestamp;
use jiff::civil::Date;

/// What sending a letter needs.
#[derive(Clone, Debug)]
pub struct SendLetter {
    /// In which edition.
    pub edition: EditionId,
    /// The signed letter.
    pub document: DocumentId,
    /// To whom.
    pub units: Vec<UnitId>,
    /// The day on which the units must stand; a code means nothing without one.
    pub on: Date,
    /// What it asks of each.
    pub tasks: Vec<TaskOrder>,
    /// By which day each reports; none when the letter asks for no report.
    pub report_due: Option<Date>,
    /// What the units' contacts are written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// A task as the letter gives it to every unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskOrder {
    /// What kind.
    pub kind: TaskKind,
    /// What it is called, where its kind has no name of its own; else empty.
    pub title: String,
    /// The letter's words.
    pub words: String,
    /// By which day, where there is one.
    pub due: Option<Date>,
    /// Or within how many working days from receipt.
    pub counted: Option<u16>,
}

/// Where the random part of a link stands in words that are written before it is made.
const PLACE: &str = "[[lien-ket]]";

/// The address of a link that is not made yet.
pub fn link_to_be(public_url: &str) -> String {
    format!("{public_url}/lien-ket/{PLACE}")
}

/// The mail for a person without an account, with this link in it.
pub(crate) fn with_link(words: &MailWords, token: &str) -> Option<String> {
    words.personal.as_ref().map(|body| body.replace(PLACE, token))
}

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentLetter {
    /// Units that have it now.
    pub units: usize,
    /// Contacts who were written a mail.
    pub mails: usize,
}

/// One letter at one unit, with who opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentTo {
    /// The sending.
    pub sending: Sending,
    /// In which edition.
    pub edition: EditionId,
    /// When somebody of the unit first read it.
    pub opened_at: Option<Timestamp>,
}

impl SentTo {
    /// Whether the unit confirmed that it has the letter.
    pub fn is_acknowledged(&self) -> bool {
        self.sending.acknowledgement().is_some()
    }
}

/// A letter that was sent, with its line of the register.
#[derive(Clone, Debug)]
pub struct LetterLine {
    /// The letter.
    pub card: DocumentCard,
    /// When it first went out.
    pub sent_at: Timestamp,
    /// To how many units.
    pub units: usize,
    /// Whether it was recalled since.
    pub recalled: bool,
}

/// What an office calls it: its kind and number; empty without one.
pub(crate) fn named(document: &Document) -> String {
    document.signed().map(|(number, _)| format!("{} {number}", document.content.kind)).unwrap_or_default()
}

/// One of the things that a letter asks of all its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// A task.
    Task(TaskKind),
    /// The report.
    Report,
}

impl Duty {
    /// Stable name, in forms and in the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Task(kind) => kind.code(),
            Self::Report => "report",
        }
    }

    /// The duty of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::Report.code() { Some(Self::Report) } else { TaskKind::from_code(code).map(Self::Task) }
    }
}

/// By which day units report, where the calendar says so.
pub fn report_due(edition: &Edition) -> Option<Date> {
    edition.book.calendar().reports_due
}
