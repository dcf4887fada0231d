//! A document as a PDF in the decree's layout; a draft's number and day stay blank.

use hoithi_documents::PrintError;
use hoithi_documents::forms::{self, Annex, Article, Block, Head, Report};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, SigningCapacity};
use hoithi_web::House;
use jiff::civil::Date;

use crate::document::{Document, DocumentCard};
use crate::text::{Piece, names_its_bases, pieces};

/// Prints the document with what it rests on.
pub async fn print_draft(house: &House, document: &Document, bases: &[DocumentCard]) -> Result<Vec<u8>, Halt> {
    let watermark = house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned());
    let printed = match document.content.kind {
        DocumentKind::OfficialLetter => house.printer.print_form(&letter(document, bases, watermark)).await,
        DocumentKind::Decision => house.printer.print_form(&decision(document, bases, watermark)).await,
        _ => house.printer.print_form(&report(document, bases, watermark)).await,
    };
    printed.map_err(|error: PrintError| Halt::fault(error))
}

fn letter(document: &Document, bases: &[DocumentCard], watermark: Option<String>) -> forms::Letter {
    let content = &document.content;
    forms::Letter {
        watermark,
        head: head(document),
        subject: content.subject.clone(),
        addressees: content.addressees.all().to_vec(),
        bases: preamble(document, bases),
        blocks: blocks(&content.text),
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
    }
}

fn decision(document: &Document, bases: &[DocumentCard], watermark: Option<String>) -> forms::Decision {
    let content = &document.content;
    forms::Decision {
        watermark,
        head: head(document),
        subject: content.subject.clone(),
        authority: authority(document),
        bases: preamble(document, bases),
        articles: articles(&content.text),
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
}

fn report(document: &Document, bases: &[DocumentCard], watermark: Option<String>) -> Report {
    let content = &document.content;
    Report {
        watermark,
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
        urgency: None,
    }
}

fn signature(document: &Document) -> forms::Signature {
    let signatory = document.content.signatory.as_ref();
    forms::Signature {
        capacity: signatory.map(hoithi_rules::correspondence::Signatory::lines).unwrap_or_default(),
        name: signatory.map(|signatory| signatory.name.to_string()),
        mark: document.signed().map(|_| "(Đã ký)".to_owned()),
    }
}

/// Who decides: the body in whose name is signed (*TM.*), the head in whose place, or the signer in
/// their own right.
fn authority(document: &Document) -> String {
    let Some(signatory) = &document.content.signatory else { return document.content.issuer.clone() };
    match signatory.capacity {
        SigningCapacity::Own | SigningCapacity::Acting => signatory.position.clone(),
        SigningCapacity::OnBehalf => document.content.issuer.clone(),
        _ if !signatory.on_behalf_of.is_empty() => document.content.issuer.clone(),
        _ => signatory.in_place_of.clone(),
    }
}

fn annexes(document: &Document) -> Vec<Annex> {
    let annex = document.content.annex.iter();
    annex
        .map(|annex| Annex {
            title: annex.title.clone(),
            landscape: false,
            blocks: blocks(&annex.text),
            signature: None,
        })
        .collect()
}

fn blocks(text: &str) -> Vec<Block> {
    pieces(text).into_iter().map(block).collect()
}

fn block(piece: Piece) -> Block {
    match piece {
        Piece::Heading(text) => Block::Heading { text },
        Piece::Item(text) => Block::Item { text },
        Piece::Paragraph { lead, text } => Block::Paragraph { lead, text },
    }
}

/// The articles of a decision: a paragraph that begins with "Điều 1." opens one; the template
/// numbers them again. What stands before the first belongs to it.
fn articles(text: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for piece in pieces(text) {
        let (opens, piece) = without_number(piece);
        if opens || articles.is_empty() {
            articles.push(Article { title: None, blocks: Vec::new() });
        }
        if let Some(article) = articles.last_mut() {
            article.blocks.push(block(piece));
        }
    }
    articles
}

fn without_number(piece: Piece) -> (bool, Piece) {
    match piece {
        Piece::Paragraph { lead: Some(lead), text } if is_article_number(&lead) => {
            (true, Piece::Paragraph { lead: None, text })
        }
        Piece::Paragraph { lead: None, text } => match text.split_once(". ") {
            Some((number, rest)) if is_article_number(number) => {
                (true, Piece::Paragraph { lead: None, text: rest.trim().to_owned() })
            }
            _ => (false, Piece::Paragraph { lead: None, text }),
        },
        other => (false, other),
    }
}

fn is_article_number(text: &str) -> bool {
    let number = text.trim().trim_end_matches('.').strip_prefix("Điều ");
    number.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The lines of *Căn cứ* from the register's links, unless the text brings its own.
pub(crate) fn preamble(document: &Document, bases: &[DocumentCard]) -> Vec<String> {
    if names_its_bases(&document.content.text) {
        return Vec::new();
    }
    bases.iter().map(|basis| format!("Căn cứ {}", cited(basis))).collect()
}

/// `Quyết định số 85/QĐ-BTC ngày 27/7/2020 của Ban Tổ chức về việc ban hành Thể lệ`
fn cited(basis: &DocumentCard) -> String {
    let number = basis.signed.as_ref().map(|(number, date)| number_and_day(number, *date)).unwrap_or_default();
    format!("{} số {number} của {} {}", basis.kind, basis.issuer, about(&basis.subject))
}

/// `85/QĐ-BTC ngày 27/7/2020`
pub fn number_and_day(number: &hoithi_rules::correspondence::DocumentNumber, date: Date) -> String {
    format!("{number} ngày {}", day_in_document(date))
}

fn about(subject: &str) -> String {
    let lower = lower_first(subject);
    if lower.starts_with("về ") { lower } else { format!("về việc {lower}") }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A day in a document: days under ten and the months 1 and 2 have a leading zero.
pub fn day_in_document(day: Date) -> String {
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("{:02}/{month}/{}", day.day(), day.year())
}
