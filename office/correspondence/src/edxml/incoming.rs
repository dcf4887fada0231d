//! A package that came from another system, read into the parts of a document that came to us.
//!
//! Nothing in it is believed before it is checked: what is no package, declares what only hostile files
//! declare, lacks what a document must have, or was changed on its way is refused whole.

use hoithi_documents::package::{PackageError, xml};
use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::Halt;
use hoithi_people::refused;
use hoithi_rules::correspondence::{
    Business, DocumentKind, DocumentNumber, Signatory, SigningCapacity, Urgency, exchange_day,
};
use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use thiserror::Error;

use super::attached::{CameFile, files};
use super::settings::{Exchange, kind_named};
use super::tree::Node;
use crate::document::{self, Content, Lines};

/// Why a package is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum IncomingRefusal {
    /// No file came.
    #[error("no package was chosen")]
    Missing,
    /// A program that does not say that it sends XML.
    #[error("the body must be a package: Content-Type: application/xml")]
    NotXml,
    /// A file of another kind: a Word document, a PDF, a folder in a zip.
    #[error("the file is of another kind, and no edXML package")]
    AnotherKind,
    /// No edXML, or one that is cut short.
    #[error("the file is broken, or no edXML package at all")]
    Broken,
    /// It declares entities, or is nested too deep, or is no UTF-8.
    #[error("the package's XML is of a kind that no document system writes")]
    Hostile,
    /// More elements than any document has.
    #[error("the package holds more than any document")]
    TooLarge,
    /// A part without which nothing can be entered.
    #[error("the package lacks its {part}")]
    Lacks {
        /// Which.
        part: &'static str,
    },
    /// A file is named and not there, or cannot be decoded.
    #[error("the package names {name:?} and does not hold it whole")]
    File {
        /// The file's name.
        name: String,
    },
    /// A file is not what its hash says.
    #[error("{name:?} is not the file whose hash the package tells")]
    Hash {
        /// The file's name.
        name: String,
    },
}

impl IncomingRefusal {
    /// As what stops a request.
    pub(crate) fn halt(&self) -> Halt {
        Halt::Refused(vec![refused(self)])
    }
}

impl From<PackageError> for IncomingRefusal {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::Hostile => Self::Hostile,
            PackageError::TooLarge => Self::TooLarge,
            _ => Self::Broken,
        }
    }
}

impl Refusal for IncomingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "correspondence.edxml_missing",
            Self::NotXml => "correspondence.edxml_not_xml",
            Self::AnotherKind => "correspondence.edxml_another_kind",
            Self::Broken => "correspondence.edxml_broken",
            Self::Hostile => "correspondence.edxml_hostile",
            Self::TooLarge => "correspondence.edxml_too_large",
            Self::Lacks { .. } => "correspondence.edxml_lacks",
            Self::File { .. } => "correspondence.edxml_file",
            Self::Hash { .. } => "correspondence.edxml_hash",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Lacks { part } => vec![("part", Fact::text(part))],
            Self::File { name } | Self::Hash { name } => vec![("name", Fact::text(name))],
            Self::Missing | Self::NotXml | Self::AnotherKind | Self::Broken | Self::Hostile | Self::TooLarge => {
                Vec::new()
            }
        }
    }
}

/// What a package says.
#[derive(Debug)]
pub(crate) struct Came {
    /// What the register enters.
    pub(crate) content: Content,
    pub(crate) number: DocumentNumber,
    pub(crate) date: Date,
    /// The sender's identifier, as it stands there.
    pub(crate) organ_id: String,
    /// What the document is called between systems, as it stands there.
    pub(crate) exchange_id: String,
    pub(crate) business: Business,
    /// Why, where it withdraws, changes or replaces.
    pub(crate) reason: String,
    /// To whom it is addressed: identifier and name, as they stand there.
    pub(crate) to: Vec<(String, String)>,
    /// What it withdraws or replaces, as it stands there.
    pub(crate) ended: Vec<String>,
    pub(crate) files: Vec<CameFile>,
}

/// Reads a package, or says why not.
pub(crate) fn read_package(bytes: &[u8], settings: &Exchange) -> Result<Came, IncomingRefusal> {
    if is_another_kind(bytes) {
        return Err(IncomingRefusal::AnotherKind);
    }
    let root = Node::parse(xml::text(bytes)?)?;
    let envelope = root.at(&["edXML", "edXMLEnvelope"]).ok_or(IncomingRefusal::Broken)?;
    let header = envelope.at(&["edXMLHeader"]).ok_or(IncomingRefusal::Broken)?;
    let message = header.at(&["MessageHeader"]).ok_or(IncomingRefusal::Broken)?;
    let (number, date) = number_and_day(message)?;
    let (business, reason, ended) = business(header);
    Ok(Came {
        content: content(message, settings)?,
        number,
        date,
        organ_id: message.text(&["From", "OrganId"]),
        exchange_id: message.text(&["DocumentId"]),
        business,
        reason,
        to: message.all("To").map(|to| (to.text(&["OrganId"]), to.text(&["OrganName"]))).collect(),
        ended,
        files: files(&root, envelope)?,
    })
}

/// By its first bytes: what people choose by mistake is harmless.
fn is_another_kind(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 3] = [b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"];
    kind_of(bytes) != FileKind::Other || begins.iter().any(|begin| bytes.starts_with(begin))
}

fn number_and_day(message: &Node) -> Result<(DocumentNumber, Date), IncomingRefusal> {
    let day = message.text(&["PromulgationInfo", "PromulgationDate"]).replace('-', "/");
    let day = day.split(' ').next().and_then(exchange_day);
    let date = day.ok_or(IncomingRefusal::Lacks { part: "date" })?;
    let (number, symbol) = (message.text(&["Code", "CodeNumber"]), message.text(&["Code", "CodeNotation"]));
    let number = format!("{number}/{}", symbol.trim_start_matches('/'));
    let number = DocumentNumber::parse(&number, date.year());
    Ok((number.map_err(|_| IncomingRefusal::Lacks { part: "number" })?, date))
}

fn content(message: &Node, settings: &Exchange) -> Result<Content, IncomingRefusal> {
    let lacks = |part: &'static str| IncomingRefusal::Lacks { part };
    let issuer = document::name("issuer", &message.text(&["From", "OrganName"])).map_err(|_| lacks("issuer"))?;
    let subject = document::subject(&message.text(&["Subject"])).map_err(|_| lacks("subject"))?;
    let place = document::name_if_any(&message.text(&["PromulgationInfo", "Place"])).unwrap_or_default();
    let addressees: Vec<String> = message.all("To").map(|to| to.text(&["OrganName"])).collect();
    let places = message.at(&["ToPlaces"]).into_iter().flat_map(|places| places.all("Place"));
    let recipients: Vec<String> = places.map(|place| place.text(&[])).collect();
    Ok(Content {
        kind: kind(message, settings).ok_or(lacks("kind"))?,
        parent_body: String::new(),
        issuer,
        place,
        symbol: String::new(),
        subject,
        text: String::new(),
        addressees: Lines::parse(&addressees.join("\n")),
        recipients: Lines::parse(&recipients.join("\n")),
        signatory: signatory(message),
        annexes: Vec::new(),
        urgency: urgency(message),
        public: false,
    })
}

/// By the name that stands there; else by the number that the settings give to a kind.
fn kind(message: &Node, settings: &Exchange) -> Option<DocumentKind> {
    let name = message.text(&["DocumentType", "TypeName"]);
    if !name.is_empty() {
        return kind_named(&name);
    }
    let number: u32 = message.text(&["DocumentType", "Type"]).parse().ok()?;
    let code = settings.types.iter().find(|(_, each)| **each == number).map(|(code, _)| code)?;
    code.parse().ok()
}

fn signatory(message: &Node) -> Option<Signatory> {
    let signer = message.at(&["SignerInfo"])?;
    let name = signer.text(&["FullName"]).parse().ok()?;
    let competence = signer.text(&["Competence"]);
    let competence = competence.trim_end_matches('.');
    let named = |capacity: &SigningCapacity| capacity.prefix().trim_end_matches('.') == competence;
    let capacity = SigningCapacity::ALL.into_iter().find(named).unwrap_or(SigningCapacity::Own);
    let position = document::name_if_any(&signer.text(&["Position"])).unwrap_or_default();
    Some(Signatory { capacity, on_behalf_of: String::new(), in_place_of: String::new(), position, name })
}

/// 0 is ordinary; the stamps follow, the slowest first.
fn urgency(message: &Node) -> Option<Urgency> {
    let degree: usize = message.text(&["OtherInfo", "Priority"]).parse().ok()?;
    Urgency::ALL.get(degree.checked_sub(1)?).copied()
}

/// What it does to earlier documents. One system writes the block's name rightly and puts it elsewhere.
fn business(header: &Node) -> (Business, String, Vec<String>) {
    let mut all = header.deep("Bussiness").into_iter().chain(header.deep("Business"));
    let Some(block) = all.next() else { return (Business::New, String::new(), Vec::new()) };
    let number = block.text(&["BussinessDocType"]).parse::<usize>().unwrap_or(0);
    let business = Business::ALL.get(number).copied().unwrap_or(Business::New);
    if business == Business::New {
        return (business, String::new(), Vec::new());
    }
    let list = block.at(&["ReplacementInfoList"]).into_iter().flat_map(|list| list.all("ReplacementInfo"));
    let mut ended: Vec<String> = list.map(|each| each.text(&["DocumentId"])).filter(|id| !id.is_empty()).collect();
    if ended.is_empty() && business != Business::Replaced {
        ended.extend(Some(block.text(&["DocumentId"])).filter(|id| !id.is_empty()));
    }
    (business, block.text(&["BussinessDocReason"]), ended)
}
