//! A document as a PDF in the decree's layout; a draft's number and day stay blank.
//!
//! The sheet of a document is kept when it is signed: whatever changes afterwards in the program or
//! in the names of bodies, a signed paper stays what it was, to the byte, at every door.

use hoithi_documents::docx::Word;
use hoithi_documents::forms::{self, Annex, Article, Block, Head, Report};
use hoithi_documents::{PrintError, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, DocumentState, Signatory, SigningCapacity};
use hoithi_web::House;
use jiff::civil::Date;

use crate::document::{Document, DocumentCard, Print};
use crate::text::{Piece, names_its_bases, own_preamble, pieces};

/// The facts of a document's sheet.
pub struct Sheet {
    form: Form,
}

enum Form {
    Letter(forms::Letter),
    Decision(forms::Decision),
    Report(Report),
}

impl Sheet {
    /// Of a document with what it rests on.
    pub fn of(document: &Document, bases: &[DocumentCard]) -> Self {
        let form = match document.content.kind {
            DocumentKind::OfficialLetter => Form::Letter(letter(document, bases)),
            DocumentKind::Decision => Form::Decision(decision(document, bases)),
            _ => Form::Report(report(document, bases)),
        };
        Self { form }
    }

    /// With these lines above the place of the signature, where it is not known yet who signs.
    #[must_use]
    pub fn to_be_signed_under(mut self, lines: &[&str]) -> Self {
        let signature = match &mut self.form {
            Form::Letter(form) => &mut form.signature,
            Form::Decision(form) => &mut form.signature,
            Form::Report(form) => &mut form.signature,
        };
        signature.capacity = lines.iter().map(|line| (*line).to_owned()).collect();
        self
    }

    /// The sheet as a PDF.
    pub async fn print(mut self, house: &House) -> Result<Vec<u8>, Halt> {
        let watermark = house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned());
        let printed = match &mut self.form {
            Form::Letter(form) => {
                form.watermark = watermark;
                house.printer.print_form(form).await
            }
            Form::Decision(form) => {
                form.watermark = watermark;
                house.printer.print_form(form).await
            }
            Form::Report(form) => {
                form.watermark = watermark;
                house.printer.print_form(form).await
            }
        };
        printed.map_err(|error: PrintError| Halt::fault(error))
    }

    /// The sheet as a Word file.
    pub(crate) fn word(mut self, demo: bool) -> Result<Vec<u8>, Halt> {
        let watermark = demo.then(|| "DỮ LIỆU MINH HỌA".to_owned());
        let written = match &mut self.form {
            Form::Letter(form) => {
                form.watermark = watermark;
                form.word()
            }
            Form::Decision(form) => {
                form.watermark = watermark;
                form.word()
            }
            Form::Report(form) => {
                form.watermark = watermark;
                form.word()
            }
        };
        written.map_err(Halt::fault)
    }

    /// By which it is known later whether a print is of these very facts.
    pub(crate) fn facts(&self) -> Result<Sha256Hex, Halt> {
        let facts = match &self.form {
            Form::Letter(form) => serde_json::to_vec(form)?,
            Form::Decision(form) => serde_json::to_vec(form)?,
            Form::Report(form) => serde_json::to_vec(form)?,
        };
        Ok(Sha256Hex::of(&facts))
    }
}

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

fn decision(document: &Document, bases: &[DocumentCard]) -> forms::Decision {
    let content = &document.content;
    let (preamble, body) = decision_parts(document, bases);
    forms::Decision {
        watermark: None,
        head: head(document),
        subject: content.subject.clone(),
        authority: authority(&content.issuer, content.signatory.as_ref()),
        bases: preamble,
        articles: articles(body),
        signature: signature(document),
        recipients: content.recipients.all().to_vec(),
        annexes: annexes(document),
        issuer_in_text: content.issuer.clone(),
    }
}

/// A decision's preamble, its own or from the register's links, and what it orders.
pub(crate) fn decision_parts(document: &Document, bases: &[DocumentCard]) -> (Vec<String>, Vec<Piece>) {
    let (own, body) = own_preamble(&document.content.text);
    if own.is_empty() { (preamble(document, bases), body) } else { (own, body) }
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

fn block(piece: Piece) -> Block {
    match piece {
        Piece::Heading(text) => Block::Heading { text },
        Piece::Item(text) => Block::Item { text },
        Piece::Paragraph { lead, text } => Block::Paragraph { lead, text },
        Piece::Table(table) => Block::Table(table),
    }
}

/// The articles of a decision: a paragraph that begins with "Điều 1." opens one; the template
/// numbers them again. What stands before the first belongs to it.
fn articles(body: Vec<Piece>) -> Vec<Article> {
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
fn cited(basis: &DocumentCard) -> String {
    let number = basis.signed.as_ref().map(|(number, date)| number_and_day(number, *date)).unwrap_or_default();
    format!("{} số {number} của {} {}", basis.kind, basis.issuer, about(&basis.subject))
}

/// `85/QĐ-BTC ngày 27/7/2020`
pub fn number_and_day(number: &DocumentNumber, date: Date) -> String {
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
