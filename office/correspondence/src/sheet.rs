//! What stands on a document's sheet, in the shape of its kind: a letter, a decision, minutes, what two
//! parties agree, what invites or wires, or any other paper with its kind over it.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{self, Annex, Block, Head};
use hoithi_documents::{PrintError, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, Salutation};
use hoithi_web::House;

use crate::document::{Document, DocumentCard};
use crate::press::{articles, authority, decision_parts, has_articles, preamble};
use crate::signers::{signature, signatures};
use crate::text::{Piece, pieces, within_a_line};

/// The facts of a document's sheet.
pub struct Sheet {
    form: Form,
}

enum Form {
    Letter(forms::Letter),
    Decision(forms::Decision),
    Minutes(forms::Minutes),
    Note(forms::Note),
    Report(forms::Report),
}

/// The same with the facts of any shape.
macro_rules! of_any_shape {
    ($form:expr, $facts:ident => $does:expr) => {
        match $form {
            Form::Letter($facts) => $does,
            Form::Decision($facts) => $does,
            Form::Minutes($facts) => $does,
            Form::Note($facts) => $does,
            Form::Report($facts) => $does,
        }
    };
}

/// The facts that every shape has of a document, and those of its own.
macro_rules! shape {
    ($shape:ident of $document:ident resting on $bases:expr, $($own:tt)*) => {
        forms::$shape {
            watermark: None,
            head: head($document),
            bases: $bases,
            recipients: $document.content.recipients.all().to_vec(),
            annexes: annexes($document),
            issuer_in_text: $document.content.issuer.clone(),
            $($own)*
        }
    };
}

impl Sheet {
    /// Of a document with what it rests on.
    pub fn of(document: &Document, bases: &[DocumentCard]) -> Self {
        let kind = &document.content.kind;
        let form = match (kind, kind.orders(), kind.salutation()) {
            (_, Some(orders), _) => Form::Decision(decision(document, bases, orders)),
            (DocumentKind::OfficialLetter, ..) => Form::Letter(letter(document, bases)),
            (DocumentKind::Minutes, ..) => Form::Minutes(minutes(document, bases)),
            (.., Some(Salutation::Respects)) => Form::Report(report(document, bases)),
            (.., Some(Salutation::Invites | Salutation::Wires) | None) => Form::Note(note(document, bases)),
        };
        Self { form }
    }

    /// With these lines above the place of the signature, where it is not known yet who signs.
    #[must_use]
    pub fn to_be_signed_under(mut self, lines: &[&str]) -> Self {
        let signature = match &mut self.form {
            Form::Letter(form) => Some(&mut form.signature),
            Form::Decision(form) => Some(&mut form.signature),
            Form::Minutes(form) => form.signatures.last_mut(),
            Form::Note(form) => form.signatures.first_mut(),
            Form::Report(form) => Some(&mut form.signature),
        };
        if let Some(signature) = signature {
            signature.capacity = lines.iter().map(|line| (*line).to_owned()).collect();
        }
        self
    }

    /// The sheet as a PDF.
    pub async fn print(mut self, house: &House) -> Result<Vec<u8>, Halt> {
        let watermark = house.site.watermark();
        let printed = of_any_shape!(&mut self.form, form => {
            form.watermark = watermark;
            house.printer.print_form(form).await
        });
        printed.map_err(|error: PrintError| Halt::fault(error))
    }

    /// The sheet as a Word file.
    pub(crate) fn word(mut self, watermark: Option<String>) -> Result<Vec<u8>, Halt> {
        let written = of_any_shape!(&mut self.form, form => {
            form.watermark = watermark;
            form.word()
        });
        written.map_err(Halt::fault)
    }

    /// By which it is known later whether a print is of these very facts.
    pub(crate) fn facts(&self) -> Result<Sha256Hex, Halt> {
        let facts = of_any_shape!(&self.form, form => serde_json::to_vec(form)?);
        Ok(Sha256Hex::of(&facts))
    }
}

fn letter(document: &Document, bases: &[DocumentCard]) -> forms::Letter {
    let content = &document.content;
    shape!(
        Letter of document resting on preamble(document, bases),
        subject: within_a_line(&content.subject),
        addressees: content.addressees.all().to_vec(),
        blocks: blocks(&content.text),
        signature: signature(document),
    )
}

fn decision(document: &Document, bases: &[DocumentCard], orders: &str) -> forms::Decision {
    let content = &document.content;
    let (preamble, body) = decision_parts(document, bases);
    // A resolution may order in plain paragraphs; a decision always in articles.
    let (articles, blocks) = if content.kind == DocumentKind::Decision || has_articles(&body) {
        (articles(body), Vec::new())
    } else {
        (Vec::new(), body.into_iter().map(block).collect())
    };
    shape!(
        Decision of document resting on preamble,
        kind: content.kind.name().to_owned(),
        orders: orders.to_owned(),
        subject: content.subject.clone(),
        authority: authority(&content.issuer, content.signatory.as_ref()),
        articles,
        blocks,
        signature: signature(document),
    )
}

fn minutes(document: &Document, bases: &[DocumentCard]) -> forms::Minutes {
    let content = &document.content;
    shape!(
        Minutes of document resting on preamble(document, bases),
        subject: content.subject.clone(),
        facts: Vec::new(),
        blocks: blocks(&content.text),
        signatures: signatures(document),
    )
}

fn note(document: &Document, bases: &[DocumentCard]) -> forms::Note {
    let content = &document.content;
    let salutation = salutation(document);
    let addressees = if salutation.is_some() { content.addressees.all().to_vec() } else { Vec::new() };
    shape!(
        Note of document resting on preamble(document, bases),
        kind: content.kind.name().to_owned(),
        subject: if content.kind.bears_its_subject() { content.subject.clone() } else { String::new() },
        salutation: salutation.unwrap_or_default(),
        addressees,
        blocks: blocks(&content.text),
        signatures: signatures(document),
    )
}

/// The words before the addressees. A telegram is its signer's, where the signer heads the body.
pub(crate) fn salutation(document: &Document) -> Option<String> {
    let content = &document.content;
    let salutation = content.kind.salutation()?;
    let who = match salutation {
        Salutation::Wires => authority(&content.issuer, content.signatory.as_ref()),
        Salutation::Invites | Salutation::Respects => content.issuer.clone(),
    };
    Some(salutation.words(&who))
}

fn report(document: &Document, bases: &[DocumentCard]) -> forms::Report {
    let content = &document.content;
    shape!(
        Report of document resting on preamble(document, bases),
        kind: content.kind.name().to_uppercase(),
        subject: content.subject.clone(),
        addressees: content.addressees.all().to_vec(),
        blocks: blocks(&content.text),
        signature: signature(document),
    )
}

fn head(document: &Document) -> Head {
    let content = &document.content;
    let signed = document.signed();
    Head {
        parent: Some(content.parent_body.clone()).filter(|parent| !parent.is_empty()),
        issuer: content.issuer.clone(),
        number: signed.map(|(number, _)| number.number()),
        symbol: signed.map_or_else(|| content.symbol.clone(), |(number, _)| number.symbol().to_owned()),
        place: content.place.clone(),
        date: signed.map(|(_, date)| date),
        urgency: content.urgency.map(|urgency| urgency.stamp().to_owned()),
    }
}

fn annexes(document: &Document) -> Vec<Annex> {
    let annexes = document.content.annexes.iter();
    annexes
        .map(|annex| {
            let pieces = pieces(&annex.text);
            let landscape = pieces.iter().any(is_wide);
            let blocks = pieces.into_iter().map(block).collect();
            Annex { title: annex.title.clone(), landscape, blocks, signature: None }
        })
        .collect()
}

/// A table that does not fit upright.
fn is_wide(piece: &Piece) -> bool {
    matches!(piece, Piece::Table(table) if table.columns.len() > 5)
}

fn blocks(text: &str) -> Vec<Block> {
    pieces(text).into_iter().map(block).collect()
}

pub(crate) fn block(piece: Piece) -> Block {
    match piece {
        Piece::Heading(text) => Block::Heading { text },
        Piece::Item(text) => Block::Item { text },
        Piece::Paragraph { lead, text } => Block::Paragraph { lead, text },
        Piece::Table(table) => Block::Table(table),
    }
}
