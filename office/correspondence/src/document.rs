//! A document of the register and its parts, parsed once.

mod content;

use hoithi_documents::Sha256Hex;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, DocumentState, Ending, Known, Stage, Urgency};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_web::fold;
use jiff::Timestamp;
use jiff::civil::Date;

pub use crate::content_error::ContentError;
pub use content::{Annex, Content, Lines};
pub(crate) use content::{name, name_if_any, subject, text, text_if_any};

/// A document with everything that is on it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The edition in whose folder it lies.
    pub edition: EditionId,
    /// What stands on it.
    pub content: Content,
    /// Drafted here, or come to us signed.
    pub origin: Origin,
    /// How far it is.
    pub state: DocumentState,
    /// Its scan or signed file.
    pub file: Option<KeptFile>,
    /// Since when the draft lies with the leader.
    pub put_forward_at: Option<Timestamp>,
    /// When the leader signed it in the program, before it had its number.
    pub signed_at: Option<Timestamp>,
    /// What took its place, or withdrew it.
    pub ended: Option<Ended>,
    /// Its sheet as it was printed when it was signed, by the hash under which it is kept.
    pub print: Option<Sha256Hex>,
    /// Whether our register gave its number, which then stands for good.
    pub number_given: bool,
    /// Changes with every change.
    pub version: i64,
}

impl Document {
    /// A draft of ours that nobody has read yet.
    pub fn draft(id: DocumentId, edition: EditionId, content: Content) -> Self {
        let (origin, state) = (Origin::Drafted, DocumentState::Draft);
        Self {
            id,
            edition,
            content,
            origin,
            state,
            file: None,
            put_forward_at: None,
            signed_at: None,
            ended: None,
            print: None,
            number_given: false,
            version: 1,
        }
    }

    /// As it was before number and day were read off it, to bear another number.
    #[must_use]
    pub fn unsigned(self, number: &DocumentNumber) -> Self {
        let content = Content { symbol: number.symbol().to_owned(), ..self.content };
        Self { content, state: DocumentState::Draft, print: None, ..self }
    }

    /// Number and day, once signed.
    pub fn signed(&self) -> Option<(&DocumentNumber, Date)> {
        match &self.state {
            DocumentState::Signed { number, date } => Some((number, *date)),
            DocumentState::Draft => None,
        }
    }

    /// Whether anybody may read it.
    pub fn is_public(&self) -> bool {
        self.content.public && self.signed().is_some()
    }

    /// What its file is called on a reader's own machine: `du-thao-Công văn.docx`.
    pub(crate) fn file_name(&self, ending: &str) -> String {
        match self.signed() {
            Some((number, _)) => format!("{}-{number}.{ending}", self.content.kind),
            None => format!("du-thao-{}.{ending}", self.content.kind),
        }
    }

    /// Whether there is enough of it to print the sheet.
    pub fn has_sheet(&self) -> bool {
        !self.content.text.is_empty()
    }

    /// How far it is, as this register knows: that it went out is the campaign's to say.
    pub fn stage(&self) -> Stage {
        Stage::of(Known {
            put_forward: self.put_forward_at.is_some(),
            signed: self.signed_at.is_some(),
            numbered: self.signed().is_some(),
            scanned: self.file.is_some(),
            sent: false,
        })
    }

    /// As one line of a list.
    pub fn card(&self) -> DocumentCard {
        DocumentCard {
            id: self.id,
            edition: self.edition,
            kind: self.content.kind.clone(),
            issuer: self.content.issuer.clone(),
            subject: self.content.subject.clone(),
            signed: self.signed().map(|(number, date)| (number.clone(), date)),
            urgency: self.content.urgency,
            stage: self.stage(),
            ended: self.ended.as_ref().map(|ended| ended.ending),
            public: self.content.public,
            file_size: self.file.as_ref().map(|file| file.size),
        }
    }
}

/// Where a document was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Here: its sheet is ours to print.
    Drafted,
    /// Elsewhere, or here before the program: the register has what it says of itself, and its scan. Whether
    /// it came to the agency is told by its number of arrival.
    Received,
}

impl Origin {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Received => "received",
        }
    }
}

/// One line of a list of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCard {
    /// Its id.
    pub id: DocumentId,
    /// In whose folder it lies.
    pub edition: EditionId,
    /// Its kind.
    pub kind: DocumentKind,
    /// Who issues it.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
    /// Number and day, once signed.
    pub signed: Option<(DocumentNumber, Date)>,
    /// How fast it has to arrive, where that is stamped on it.
    pub urgency: Option<Urgency>,
    /// How far it is; that it went out is the campaign's to say.
    pub stage: Stage,
    /// How a later document ended it, if one did.
    pub ended: Option<Ending>,
    /// Whether it is meant for everybody.
    pub public: bool,
    /// How large its file is, bytes.
    pub file_size: Option<i64>,
}

impl DocumentCard {
    /// Whether it is a form to be filled in: of the free kind that offices call *Biểu mẫu*.
    pub fn is_form(&self) -> bool {
        fold(self.kind.name()).trim() == "bieu mau"
    }
}

/// That a later document took a document's place, or withdrew it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub ending: Ending,
    /// The later document.
    pub by: DocumentCard,
    /// From which day.
    pub day: Date,
    /// Why.
    pub reason: String,
}

/// A scan or a signed PDF, kept by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// By which it is kept.
    pub hash: Sha256Hex,
    /// The name it came with.
    pub name: String,
    /// `application/pdf` and the like, by its bytes.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
}

/// A document's sheet as it was printed for its signature's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// The hash of the facts that are on it.
    pub(crate) facts: Sha256Hex,
    /// By which it is kept.
    pub(crate) hash: Sha256Hex,
}

/// By which one issuer's number is told from another's: marks and capitals in the issuer's name
/// make no other issuer; in a symbol they do, but for capitals. A body that was renamed is looked up
/// under all its names.
pub(crate) fn number_key(number: &DocumentNumber) -> String {
    format!("{}/{}@{}", number.number(), number.symbol().to_uppercase(), number.year())
}

/// By which an issuer is recognised.
pub(crate) fn issuer_key(issuer: &str) -> String {
    fold(issuer)
}

/// What a search looks through.
pub(crate) fn folded(content: &Content, number: Option<&DocumentNumber>) -> String {
    let number = number.map(ToString::to_string).unwrap_or_default();
    let parts = [number.as_str(), content.kind.name(), &content.subject, &content.issuer, &content.symbol];
    fold(&parts.join(" "))
}
