//! A document as a PDF in the decree's layout; a draft's number and day stay blank.
//!
//! The sheet of a document is kept when it is signed: whatever changes afterwards in the program or
//! in the names of bodies, a signed paper stays what it was, to the byte, at every door.

use hoithi_documents::forms::Article;
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentNumber, DocumentState, Signatory, SigningCapacity};
use hoithi_web::{House, lower_first};
use jiff::civil::Date;

use crate::document::{Document, DocumentCard, Print};
use crate::sheet::{Sheet, block};
use crate::text::{Piece, names_its_bases, own_preamble};

/// Prints the document with what it rests on.
pub async fn print_draft(house: &House, document: &Document, bases: &[DocumentCard]) -> Result<Vec<u8>, Halt> {
    Sheet::of(document, bases).print(house).await
}

/// Prints the document as it stands when it bears this number and day, and keeps the print; none
/// where there is nothing to print. It is printed before the act: setting a page takes its time.
pub async fn print_signed(
    house: &House,
    document: Document,
    bases: &[DocumentCard],
    (number, date): (DocumentNumber, Date),
) -> Result<Option<Print>, Halt> {
    let document = Document { state: DocumentState::Signed { number, date }, ..document };
    if !document.has_sheet() {
        return Ok(None);
    }
    let sheet = Sheet::of(&document, bases);
    let facts = sheet.facts()?;
    let hash = house.keep_file(sheet.print(house).await?).await?;
    Ok(Some(Print { facts, hash }))
}

/// The document's PDF: what was kept when it was signed, else printed now.
pub async fn sheet_pdf(house: &House, document: &Document, bases: &[DocumentCard]) -> Result<Vec<u8>, Halt> {
    let Some(hash) = document.print.clone() else { return print_draft(house, document, bases).await };
    house.kept_file(hash).await
}

/// A decision's preamble, its own or from the register's links, and what it orders.
pub(crate) fn decision_parts(document: &Document, bases: &[DocumentCard]) -> (Vec<String>, Vec<Piece>) {
    let (own, body) = own_preamble(&document.content.text);
    if own.is_empty() { (preamble(document, bases), body) } else { (own, body) }
}

/// Who decides: the body in whose name is signed (*TM.*), the head in whose place, or the signer in
/// their own right.
pub(crate) fn authority(issuer: &str, signatory: Option<&Signatory>) -> String {
    let Some(signatory) = signatory else { return issuer.to_owned() };
    let for_a_body = signatory.capacity == SigningCapacity::OnBehalf || !signatory.on_behalf_of.is_empty();
    match (for_a_body, signatory.in_place_of.as_str()) {
        (true, _) => issuer.to_owned(),
        (false, "") => head_of(&signatory.position, issuer),
        (false, head) => head_of(head, issuer),
    }
}

/// `Trưởng ban` of `Ban Tổ chức` is `Trưởng Ban Tổ chức`; others are simply put together, unless
/// the position names the body itself.
fn head_of(position: &str, body: &str) -> String {
    let first = body.split(' ').next().unwrap_or_default();
    let first_two = body.split(' ').take(2).collect::<Vec<_>>().join(" ");
    if position.to_lowercase().contains(&first_two.to_lowercase()) {
        return position.to_owned();
    }
    match position.rsplit_once(' ') {
        Some((before, last)) if last.to_lowercase() == first.to_lowercase() => format!("{before} {body}"),
        _ => format!("{position} {body}").trim().to_owned(),
    }
}

/// The articles of a decision: a paragraph that begins with "Điều 1." opens one; the template
/// numbers them again. What stands before the first belongs to it.
pub(crate) fn articles(body: Vec<Piece>) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for piece in body {
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

/// Whether any paragraph opens an article.
pub(crate) fn has_articles(body: &[Piece]) -> bool {
    body.iter().any(|piece| without_number(piece.clone()).0)
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

pub(crate) fn is_article_number(text: &str) -> bool {
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
pub fn cited(basis: &DocumentCard) -> String {
    let number = basis.signed.as_ref().map(|(number, date)| number_and_day(number, *date)).unwrap_or_default();
    format!("{} số {number} của {} {}", basis.kind, basis.issuer, about(&basis.subject))
}

/// `85/QĐ-BTC ngày 27/7/2020`
pub fn number_and_day(number: &DocumentNumber, date: Date) -> String {
    format!("{number} ngày {}", day_in_document(date))
}

/// `Quyết định 85/QĐ-BTC ngày 27/7/2020`, or the kind alone of a draft.
pub(crate) fn cited_short(card: &DocumentCard) -> String {
    match &card.signed {
        Some((number, date)) => format!("{} {}", card.kind, number_and_day(number, *date)),
        None => card.kind.to_string(),
    }
}

fn about(subject: &str) -> String {
    let lower = lower_first(subject);
    if lower.starts_with("về ") { lower } else { format!("về việc {lower}") }
}

/// A day in a document: days under ten and the months 1 and 2 have a leading zero.
pub fn day_in_document(day: Date) -> String {
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("{:02}/{month}/{}", day.day(), day.year())
}
