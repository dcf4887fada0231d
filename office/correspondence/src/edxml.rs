//! Documents as edXML packages (QCVN 102:2016/BTTTT): ours for the province's document system, and
//! those that come from it.
//!
//! The names follow what is in use: every child bears the prefix `edXML:`, the trace has the block
//! `Bussiness` beside its headers, and the attachments stand behind the envelope in the default
//! namespace. Receivers read by these very names, not by what XML means with them.

mod attached;
mod incoming;
mod receivers;
mod settings;
mod tree;
mod writing;

use std::collections::BTreeMap;

use hoithi_journal::Halt;
use hoithi_people::refused;
use hoithi_rules::correspondence::{Business, DocumentKind, Ending, ExchangeId, OrganId};
use hoithi_rules::refusal::{Fact, Refusal};
use hoithi_web::House;
use thiserror::Error;

use crate::document::{Document, issuer_key};
use crate::endings::{self, Link};
use crate::file::named_as;
use crate::store;

pub(crate) use attached::{CameFile, Held};
pub(crate) use incoming::{Came, IncomingRefusal, read_package};
pub use receivers::{Directory, choose_receivers, directory};
pub(crate) use receivers::{offered, receivers_of};
pub use settings::{Exchange, ExchangeBody, set_exchange};
pub(crate) use settings::{bodies_text, exchange, lacking, read_bodies, read_types, types_text};
use writing::{Attachment, Body, Deed, Package};

/// The field of a form in which receivers are chosen.
pub(crate) const RECEIVERS: &str = "to";

/// Why there is no package of a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum ExchangeRefusal {
    /// It is not known under which identifier the body sends.
    #[error("no identifier of {body:?} is set")]
    Sender {
        /// The body that issues the document.
        body: String,
    },
    /// No body that could receive it has an identifier.
    #[error("no receiver has an identifier")]
    Addressees,
    /// Nobody is chosen to receive it.
    #[error("no receiver of the package is chosen")]
    Unchosen,
    /// Who was chosen is not among the bodies any more.
    #[error("the receiver {id} is not among the bodies that are set")]
    ReceiverGone {
        /// By which it was chosen.
        id: OrganId,
    },
    /// It is not known which type this kind is.
    #[error("no type of {kind:?} is set")]
    Type {
        /// The kind's name.
        kind: String,
    },
    /// A line of the settings that cannot be read.
    #[error("line {line} is no name and value")]
    Line {
        /// Which of the two lists.
        field: &'static str,
        /// The line, from 1.
        line: usize,
        /// What stands there.
        given: String,
    },
    /// A line of the settings about what a line above is about.
    #[error("line {line} names what a line above names")]
    Twice {
        /// Which of the two lists.
        field: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is named twice.
        given: String,
    },
}

impl ExchangeRefusal {
    pub(crate) fn halt(&self) -> Halt {
        Halt::Refused(vec![refused(self)])
    }
}

impl Refusal for ExchangeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Sender { .. } => "correspondence.exchange_sender",
            Self::Addressees => "correspondence.exchange_addressees",
            Self::Unchosen => "correspondence.exchange_unchosen",
            Self::ReceiverGone { .. } => "correspondence.exchange_receiver_gone",
            Self::Type { .. } => "correspondence.exchange_type",
            Self::Line { .. } => "correspondence.exchange_line",
            Self::Twice { .. } => "correspondence.exchange_twice",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Sender { .. } | Self::Addressees => Some("bodies".to_owned()),
            Self::Unchosen | Self::ReceiverGone { .. } => Some(RECEIVERS.to_owned()),
            Self::Type { .. } => Some("types".to_owned()),
            Self::Line { field, .. } | Self::Twice { field, .. } => Some((*field).to_owned()),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Sender { body } => vec![("body", Fact::text(body))],
            Self::Addressees | Self::Unchosen => Vec::new(),
            Self::ReceiverGone { id } => vec![("id", Fact::text(id))],
            Self::Type { kind } => vec![("kind", Fact::text(kind))],
            Self::Line { line, given, .. } | Self::Twice { line, given, .. } => {
                vec![("line", Fact::count(*line)), ("given", Fact::text(given))]
            }
        }
    }
}

/// The package of a signed document, or what its settings lack.
pub(crate) async fn package(house: &House, document: &Document) -> Result<Vec<u8>, Halt> {
    document.signed().ok_or_else(Halt::not_found)?;
    let mut db = house.read().await?;
    let settings = exchange(&mut db, document.edition).await?;
    sender(&settings, &document.content.issuer)?;
    let to = receivers::receiving(&mut db, &settings, document).await?;
    drop(db);
    made(house, document, (&settings, to)).await
}

/// The package of a signed document for exactly these bodies, each identifier once.
pub async fn package_to(house: &House, document: &Document, to: Vec<(OrganId, String)>) -> Result<Vec<u8>, Halt> {
    if document.file.is_none() && !document.has_sheet() {
        return Err(Halt::not_found());
    }
    let mut db = house.read().await?;
    let settings = exchange(&mut db, document.edition).await?;
    drop(db);
    let to: BTreeMap<OrganId, String> = to.into_iter().collect();
    let to = to.into_iter().map(|(id, name)| Body { id, name }).collect();
    made(house, document, (&settings, to)).await
}

async fn made(house: &House, document: &Document, (settings, to): (&Exchange, Vec<Body>)) -> Result<Vec<u8>, Halt> {
    let (number, date) = document.signed().ok_or_else(Halt::not_found)?;
    let mut db = house.read().await?;
    let bases = store::bases_of(&mut db, document.id).await?;
    let edition = hoithi_edition::edition(&mut db, document.edition).await?.ok_or_else(Halt::not_found)?;
    let ends = endings::by(&mut db, document.id).await?;
    let content = &document.content;
    let from = sender(settings, &content.issuer)?;
    drop(db);
    let kind = type_of(settings, &content.kind)?;
    let deed = deed(settings, &ends)?;
    let attachment = if let Some(file) = &document.file {
        let name = named_as(&file.name, &file.media_type);
        Attachment::of(house.kept_file(file.hash.clone()).await?, &name, &file.media_type)
    } else {
        let sheet = crate::press::sheet_pdf(house, document, &bases).await?;
        Attachment::of(sheet, "van-ban.pdf", "application/pdf")
    };
    let at = house.clock().now().to_zoned(edition.book.calendar().zone.clone());
    let at = at.strftime("%Y/%m/%d %H:%M:%S").to_string();
    Ok(Package { document, number, date, from, to, kind, attachment, deed, at }.xml())
}

/// A package has one word for what it does. What replaces anything replaces; the list names all.
fn deed(settings: &Exchange, ends: &[Link]) -> Result<Deed, Halt> {
    let replaces = ends.iter().any(|link| link.ending == Ending::Replaced);
    let business = match (ends, replaces) {
        ([], _) => {
            return Ok(Deed { business: Business::New, reason: "Văn bản mới".to_owned(), ended: Vec::new() });
        }
        (_, true) => Business::Replaced,
        (_, false) => Business::Withdrawn,
    };
    let ended = ends.iter().map(|link| named(settings, link)).collect::<Result<Vec<_>, Halt>>()?;
    let mut reasons: Vec<&str> = ends.iter().map(|link| link.reason.as_str()).collect();
    reasons.dedup();
    Ok(Deed { business, reason: reasons.join("; "), ended })
}

/// What the ended document is called between systems.
fn named(settings: &Exchange, link: &Link) -> Result<ExchangeId, Halt> {
    let (number, date) = link.document.signed.clone().ok_or_else(Halt::not_found)?;
    let body = sender(settings, &link.document.issuer)?.id;
    Ok(ExchangeId { body, date, number })
}

fn sender(settings: &Exchange, issuer: &str) -> Result<Body, Halt> {
    let lacks = || ExchangeRefusal::Sender { body: issuer.to_owned() }.halt();
    let id = settings.body(issuer).ok_or_else(lacks)?;
    Ok(Body { id: id.clone(), name: issuer.to_owned() })
}

fn type_of(settings: &Exchange, kind: &DocumentKind) -> Result<u32, Halt> {
    let lacks = || ExchangeRefusal::Type { kind: kind.name().to_owned() }.halt();
    settings.types.get(&kind.code()).copied().ok_or_else(lacks)
}

impl Exchange {
    /// The identifier of a body, whatever capitals and marks its name is written with; of several units of one
    /// name none, unless one of them is the body that no code tells.
    fn body(&self, name: &str) -> Option<&OrganId> {
        let key = issuer_key(name);
        let named: Vec<_> = self.bodies.iter().filter(|body| issuer_key(&body.name) == key).collect();
        let alone = named.len() == 1;
        named.into_iter().find(|body| alone || body.code.is_empty()).map(|body| &body.id)
    }

    /// Of nothing yet.
    pub(crate) const fn none() -> Self {
        Self { bodies: Vec::new(), types: BTreeMap::new() }
    }
}
