//! The package as XML, element by element in the order that receivers know.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hoithi_documents::Sha256Hex;
use hoithi_documents::package::xml::escaped;
use hoithi_rules::correspondence::{
    Business, DocumentNumber, ExchangeId, OrganId, Signatory, SigningCapacity, Urgency,
};
use jiff::civil::Date;

use crate::document::Document;

const NAMES: &str = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

/// A body that sends or receives.
pub(super) struct Body {
    pub(super) id: OrganId,
    pub(super) name: String,
}

/// A file that goes along.
pub(super) struct Attachment {
    bytes: Vec<u8>,
    name: String,
    media_type: String,
    id: String,
}

impl Attachment {
    pub(super) fn of(bytes: Vec<u8>, name: &str, media_type: &str) -> Self {
        let id = format!("cid:{}", Sha256Hex::of(&bytes));
        Self { bytes, name: name.to_owned(), media_type: media_type.to_owned(), id }
    }
}

/// Everything that stands in a package.
pub(super) struct Package<'a> {
    pub(super) document: &'a Document,
    pub(super) number: &'a DocumentNumber,
    pub(super) date: Date,
    pub(super) from: Body,
    pub(super) to: Vec<Body>,
    pub(super) kind: u32,
    pub(super) attachment: Attachment,
    pub(super) deed: Deed,
    /// When the package is made, `yyyy/MM/dd HH:mm:ss`.
    pub(super) at: String,
}

/// What a package does to documents that were issued before.
pub(super) struct Deed {
    pub(super) business: Business,
    /// Why, in the officer's words.
    pub(super) reason: String,
    /// What is replaced or withdrawn; nothing by a new document.
    pub(super) ended: Vec<ExchangeId>,
}

/// Sent to be carried out, by the guideline's list.
const ISSUED: u32 = 1;

impl Package<'_> {
    pub(super) fn xml(&self) -> Vec<u8> {
        let mut xml = Xml(String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
        let _ = write!(xml.0, "<edXML xmlns=\"{NAMES}\">");
        let _ = write!(xml.0, "<edXML:edXMLEnvelope xmlns:edXML=\"{NAMES}\">");
        xml.inside("edXMLHeader", "", |xml| {
            xml.inside("MessageHeader", "", |xml| self.message(xml));
            let list = format!(" id=\"{}\" version=\"1.0\" mustUnderstand=\"1\" actor=\"\"", self.document.id);
            xml.inside("TraceHeaderList", &list, |xml| self.trace(xml));
        });
        xml.inside("edXMLBody", "", |xml| {
            xml.inside("edXMLManifest", " version=\"1.0\"", |xml| self.manifest(xml));
        });
        xml.0.push_str("</edXML:edXMLEnvelope>");
        self.attached(&mut xml.0);
        xml.0.push_str("</edXML>\n");
        xml.0.into_bytes()
    }

    fn message(&self, xml: &mut Xml) {
        let content = &self.document.content;
        xml.inside("From", "", |xml| body(xml, &self.from));
        for one in &self.to {
            xml.inside("To", "", |xml| body(xml, one));
        }
        xml.inside("Code", "", |xml| {
            xml.word("CodeNumber", self.two_digits());
            xml.word("CodeNotation", self.number.symbol());
        });
        xml.inside("PromulgationInfo", "", |xml| {
            xml.word("Place", &content.place);
            xml.word("PromulgationDate", slashed(self.date));
        });
        xml.inside("DocumentType", "", |xml| {
            xml.word("Type", self.kind);
            xml.word("TypeName", content.kind.name());
        });
        xml.word("Subject", &content.subject);
        xml.word("Content", &content.subject);
        if let Some(signatory) = &content.signatory {
            xml.inside("SignerInfo", "", |xml| signer(xml, signatory));
        }
        self.places(xml);
        xml.inside("OtherInfo", "", |xml| {
            xml.word("Priority", priority(content.urgency));
            xml.word("PromulgationAmount", self.to.len());
            if !content.annexes.is_empty() {
                let titles = content.annexes.iter().map(|annex| &annex.title);
                xml.inside("Appendixes", "", |xml| titles.for_each(|title| xml.word("Appendix", title)));
            }
        });
        xml.word("SteeringType", ISSUED);
        xml.word("DocumentId", self.document_id());
    }

    fn places(&self, xml: &mut Xml) {
        let places = self.document.content.recipients.all();
        if !places.is_empty() {
            xml.inside("ToPlaces", "", |xml| places.iter().for_each(|place| xml.word("Place", place)));
        }
    }

    fn trace(&self, xml: &mut Xml) {
        xml.inside("TraceHeader", "", |xml| {
            xml.word("OrganId", &self.from.id);
            xml.word("Timestamp", &self.at);
        });
        xml.inside("Bussiness", "", |xml| {
            xml.word("BussinessDocType", self.deed.business.number());
            xml.word("BussinessDocReason", &self.deed.reason);
            xml.word("DocumentId", self.document_in_question());
            xml.word("Paper", 0);
            self.ended(xml);
        });
    }

    /// A withdrawal is about the document that is withdrawn; anything else about the one that is sent.
    fn document_in_question(&self) -> ExchangeId {
        match (self.deed.business, self.deed.ended.first()) {
            (Business::Withdrawn, Some(first)) => first.clone(),
            _ => self.document_id(),
        }
    }

    /// Each of them, for everybody to whom this package goes.
    fn ended(&self, xml: &mut Xml) {
        if self.deed.ended.is_empty() {
            return;
        }
        xml.inside("ReplacementInfoList", "", |xml| {
            for each in &self.deed.ended {
                xml.inside("ReplacementInfo", "", |xml| {
                    xml.word("DocumentId", each);
                    xml.inside("OrganIdList", "", |xml| self.to.iter().for_each(|to| xml.word("OrganId", &to.id)));
                });
            }
        });
    }

    fn manifest(&self, xml: &mut Xml) {
        let Attachment { id, name, media_type, .. } = &self.attachment;
        let link = format!(
            " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"{id}\" xlink:role=\"XLinkRole\" xlink:type=\"simple\""
        );
        xml.inside("Reference", &link, |xml| {
            xml.word("ContentId", id);
            xml.word("ContentType", media_type);
            xml.word("AttachmentName", name);
            xml.word("Description", &self.document.content.subject);
        });
    }

    /// Behind the envelope, without the prefix.
    fn attached(&self, xml: &mut String) {
        let Attachment { bytes, id, name, media_type } = &self.attachment;
        let _ = write!(
            xml,
            "<AttachmentEncoded><Attachment><ContentType>{}</ContentType><ContentId>{id}</ContentId><Description>{}\
             </Description><ContentTransferEncoded>{}</ContentTransferEncoded><AttachmentName>{}</AttachmentName>\
             </Attachment></AttachmentEncoded>",
            escaped(media_type),
            escaped(&self.document.content.subject),
            STANDARD.encode(bytes),
            escaped(name)
        );
    }

    fn document_id(&self) -> ExchangeId {
        ExchangeId { body: self.from.id.clone(), date: self.date, number: self.number.clone() }
    }

    fn two_digits(&self) -> String {
        format!("{:02}", self.number.number())
    }
}

fn body(xml: &mut Xml, body: &Body) {
    xml.word("OrganId", &body.id);
    xml.word("OrganizationInCharge", &body.name);
    xml.word("OrganName", &body.name);
}

/// 0 ordinary, 1 *khẩn*, 2 *thượng khẩn*, 3 *hỏa tốc*.
const fn priority(urgency: Option<Urgency>) -> u32 {
    match urgency {
        None => 0,
        Some(Urgency::Urgent) => 1,
        Some(Urgency::VeryUrgent) => 2,
        Some(Urgency::Express) => 3,
    }
}

fn signer(xml: &mut Xml, signatory: &Signatory) {
    if signatory.capacity != SigningCapacity::Own {
        xml.word("Competence", signatory.capacity.prefix().trim_end_matches('.'));
    }
    xml.word("Position", &signatory.position);
    xml.word("FullName", &signatory.name);
}

fn slashed(day: Date) -> String {
    day.strftime("%Y/%m/%d").to_string()
}

/// XML as it grows; every element here bears the prefix.
struct Xml(String);

impl Xml {
    fn inside(&mut self, name: &str, attributes: &str, fill: impl FnOnce(&mut Self)) {
        let _ = write!(self.0, "<edXML:{name}{attributes}>");
        fill(self);
        let _ = write!(self.0, "</edXML:{name}>");
    }

    fn word(&mut self, name: &str, value: impl ToString) {
        let _ = write!(self.0, "<edXML:{name}>{}</edXML:{name}>", escaped(&value.to_string()));
    }
}
