//! A document on the screen as the sheet that it is.

use askama::Template;
use hoithi_documents::forms::{Align, Column, Row, Signature};
use hoithi_rules::correspondence::{DocumentKind, Salutation, Urgency};
use hoithi_rules::edition::roman;
use jiff::civil::Date;

use crate::document::{Annex, Document, DocumentCard};
use crate::press::{authority, decision_parts, preamble};
use crate::sheet::salutation;
use crate::signers::signatures;
use crate::text::{Piece, pieces, within_a_line};

/// The sheet, ready to stand in a page: `{{ paper|safe }}`. Its words are the document's own, so
/// they are Vietnamese whatever the page's language.
#[derive(Template)]
#[template(path = "correspondence/paper.html")]
pub struct PaperView {
    parent: String,
    issuer: String,
    number: String,
    subject: String,
    kind: Option<String>,
    /// Who decides, and the line before what is ordered, of a decision or a resolution.
    decides: Option<(String, &'static str)>,
    /// Whether what it is about stands under its kind.
    bears_subject: bool,
    place: String,
    /// The words before the addressees, and whether several of these stand in a column beside them.
    salutation: String,
    in_a_column: bool,
    addressees: Vec<String>,
    preamble: Vec<String>,
    pieces: Vec<Piece>,
    recipients: Vec<String>,
    /// Who signs on the left, of minutes and of what two parties agree.
    beside: Option<Signature>,
    signature: Option<Signature>,
    annexes: Vec<AnnexView>,
    urgency: Option<&'static str>,
    /// What the annexes belong to: `(Kèm theo Quyết định số …)`.
    belongs: String,
}

/// An annex on the screen.
struct AnnexView {
    /// `PHỤ LỤC`, with a roman number when there are several.
    label: String,
    title: String,
    pieces: Vec<Piece>,
}

impl PaperView {
    /// Amounts stand to the right.
    #[expect(clippy::unused_self, clippy::trivially_copy_pass_by_ref, reason = "so a template calls it")]
    fn stands(&self, columns: &[Column], place: &usize) -> &'static str {
        match columns.get(*place).map(|column| column.align) {
            Some(Align::Right) => "ht-num",
            _ => "",
        }
    }

    /// Of a document with what it rests on.
    pub fn of(document: &Document, bases: &[DocumentCard]) -> Self {
        let content = &document.content;
        let signed = document.signed();
        let letter = content.kind == DocumentKind::OfficialLetter;
        let signatory = content.signatory.as_ref();
        let authority = || authority(&content.issuer, signatory).to_uppercase();
        let decides = content.kind.orders().map(|orders| (authority(), orders));
        let salutation = salutation(document);
        let mut signatures = signatures(document);
        let signature = signatures.pop();
        let (preamble, body) = match &decides {
            Some(_) => decision_parts(document, bases),
            None => (preamble(document, bases), pieces(&content.text)),
        };
        Self {
            parent: content.parent_body.to_uppercase(),
            issuer: content.issuer.to_uppercase(),
            number: signed.map_or_else(|| format!("Số: …/{}", content.symbol), |(number, _)| number.line()),
            subject: if letter { within_a_line(&content.subject) } else { content.subject.clone() },
            kind: (!letter).then(|| content.kind.name().to_uppercase()),
            place: format!("{}, {}", content.place, day_in_words(signed.map(|(_, date)| date))),
            addressees: if salutation.is_some() { content.addressees.all().to_vec() } else { Vec::new() },
            salutation: salutation.unwrap_or_default(),
            in_a_column: content.kind.salutation() == Some(Salutation::Respects),
            bears_subject: content.kind.bears_its_subject(),
            preamble,
            pieces: body,
            decides,
            recipients: content.recipients.all().to_vec(),
            beside: signatures.pop(),
            signature,
            annexes: annexes(&content.annexes),
            urgency: content.urgency.map(Urgency::stamp),
            belongs: belongs(document),
        }
    }
}

fn annexes(all: &[Annex]) -> Vec<AnnexView> {
    let label =
        |place: u16| if all.len() > 1 { format!("PHỤ LỤC {}", roman(place)) } else { "PHỤ LỤC".to_owned() };
    let view = |(annex, place): (&Annex, u16)| AnnexView {
        label: label(place),
        title: annex.title.to_uppercase(),
        pieces: pieces(&annex.text),
    };
    all.iter().zip(1..).map(view).collect()
}

fn belongs(document: &Document) -> String {
    let content = &document.content;
    let number = document.signed().map_or_else(|| format!("…/{}", content.symbol), |(number, _)| number.to_string());
    let day = day_in_words(document.signed().map(|(_, date)| date));
    format!("(Kèm theo {} số {number} {day} của {})", content.kind, content.issuer)
}

/// Months 1 and 2 and days under ten have a leading zero; dots where no day is given yet.
fn day_in_words(day: Option<Date>) -> String {
    let Some(day) = day else { return "ngày … tháng … năm …".to_owned() };
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}
