//! What stands on a document's sheet, in the shape of its kind: a letter, a decision, minutes, or any
//! other paper with its kind over it.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{self, Annex, Block, Head, Report};
use hoithi_documents::{PrintError, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::people::PersonName;
use hoithi_web::House;

use crate::document::{Document, DocumentCard};
use crate::press::{articles, authority, decision_parts, has_articles, preamble};
use crate::text::{Piece, pieces};

/// The facts of a document's sheet.
pub struct Sheet {
    form: Form,
}

enum Form {
    Letter(forms::Letter),
    Decision(forms::Decision),
    Minutes(forms::Minutes),
    Report(Report),
}

/// The same with the facts of any shape.
macro_rules! of_any_shape {
    ($form:expr, $facts:ident => $does:expr) => {
        match $form {
            Form::Letter($facts) => $does,
            Form::Decision($facts) => $does,
            Form::Minutes($facts) => $does,
            Form::Report($facts) => $does,
        }
    };
}

impl Sheet {
    /// Of a document with what it rests on.
    pub fn of(document: &Document, bases: &[DocumentCard]) -> Self {
        let form = match (&document.content.kind, document.content.kind.orders()) {
            (_, Some(orders)) => Form::Decision(decision(document, bases, orders)),
            (DocumentKind::OfficialLetter, None) => Form::Letter(letter(document, bases)),
            (DocumentKind::Minutes, None) => Form::Minutes(minutes(document, bases)),
            (_, None) => Form::Report(report(document, bases)),
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
            Form::Report(form) => Some(&mut form.signature),
        };
        if let Some(signature) = signature {
            signature.capacity = lines.iter().map(|line| (*line).to_owned()).collect();
        }
        self
    }

    /// The sheet as a PDF.
    pub async fn print(mut self, house: &House) -> Result<Vec<u8>, Halt> {
        let watermark = watermark(house.site.demo);
        let printed = of_any_shape!(&mut self.form, form => {
            form.watermark = watermark;
            house.printer.print_form(form).await
        });
        printed.map_err(|error: PrintError| Halt::fault(error))
    }

    /// The sheet as a Word file.
    pub(crate) fn word(mut self, demo: bool) -> Result<Vec<u8>, Halt> {
        let watermark = watermark(demo);
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

fn watermark(demo: bool) -> Option<String> {
    demo.then(|| "DỮ LIỆU MINH HỌA".to_owned())
}

fn letter(document: &Document, bases: &[DocumentCard]) -> forms::Letter {
    let content = &document.content;
    forms::Letter {
        watermark: None,
        head: head(document),
        subject: content.subject.clone(),
        addressees: content.addressees.all().to_vec(),
        bases: preamble(document, bases),
        blocks: blocks(&content.text),
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
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
    forms::Decision {
        watermark: None,
        head: head(document),
        kind: content.kind.name().to_owned(),
        orders: orders.to_owned(),
        subject: content.subject.clone(),
        authority: authority(&content.issuer, content.signatory.as_ref()),
        bases: preamble,
        articles,
        blocks,
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
}

/// Who kept the minutes signs on the left, who chaired on the right.
fn minutes(document: &Document, bases: &[DocumentCard]) -> forms::Minutes {
    let content = &document.content;
    let chair = signature(document);
    let keeper =
        forms::Signature {
            capacity: vec!["THƯ KÝ".to_owned()], name: keeper(&content.text), mark: chair.mark.clone()
        };
    forms::Minutes {
        watermark: None,
        head: head(document),
        subject: content.subject.clone(),
        bases: preamble(document, bases),
        facts: Vec::new(),
        blocks: blocks(&content.text),
        signatures: vec![keeper, chair],
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
}

/// Who kept the minutes, as the line `**Thư ký:** …` says: the name alone, without title or post.
pub(crate) fn keeper(text: &str) -> Option<String> {
    let said = pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Paragraph { lead: Some(lead), text } if lead.trim_end_matches(':').trim() == "Thư ký" => Some(text),
        _ => None,
    })?;
    let name = said.split([',', '(', ';', '–']).next()?.trim().trim_end_matches('.');
    let bare = ["Ông ", "Bà ", "Đồng chí ", "đồng chí "].iter().find_map(|title| name.strip_prefix(title));
    bare.unwrap_or(name).parse::<PersonName>().ok().map(|name| name.to_string())
}

fn report(document: &Document, bases: &[DocumentCard]) -> Report {
    let content = &document.content;
    Report {
        watermark: None,
        head: head(document),
        kind: content.kind.name().to_uppercase(),
        subject: content.subject.clone(),
        addressees: content.addressees.all().to_vec(),
        bases: preamble(document, bases),
        blocks: blocks(&content.text),
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
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

fn signature(document: &Document) -> forms::Signature {
    let signatory = document.content.signatory.as_ref();
    forms::Signature {
        capacity: signatory.map(Signatory::lines).unwrap_or_default(),
        name: signatory.map(|signatory| signatory.name.to_string()),
        mark: document.signed().map(|_| "(Đã ký)".to_owned()),
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
