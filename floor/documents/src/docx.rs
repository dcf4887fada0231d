//! Documents as Word files: out for whoever works in a word processor, and back with corrections.
//!
//! A document goes out in the decree's layout with the very facts of its PDF. Every paragraph bears
//! the name of its place (`VBThan`, `VBGachDau`, `VBCanCu` …), which word processors keep, so that
//! what comes back is found by its names; what somebody wrote elsewhere is found by its words.

mod bars;
mod body;
mod frame;
mod parts;
pub mod read;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::forms::{Annex, Block, Decision, Head, Letter, Minutes, Note, Paper, Report, Signature};
use body::Body;

/// A Word file could not be put together: a fault of the house.
#[derive(Debug, thiserror::Error)]
#[error("the Word file cannot be put together: {0}")]
pub struct WordError(#[from] zip::result::ZipError);

/// Facts that can be written as a Word file.
pub trait Word {
    /// The file.
    fn word(&self) -> Result<Vec<u8>, WordError>;
}

impl Word for Letter {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::heads(&mut body, &self.head, Some(&self.subject));
        frame::addressees(&mut body, &self.addressees);
        body.bases(&self.bases);
        body.blocks(&self.blocks);
        finished(body, self, &self.subject, "Công văn")
    }
}

impl Word for Decision {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::heads(&mut body, &self.head, None);
        frame::title(&mut body, &self.kind, &self.subject);
        frame::authority(&mut body, &self.authority);
        body.bases(&self.bases);
        body.centred("VBQuyetDinh", &self.orders);
        for (place, article) in (1..).zip(&self.articles) {
            body.article(place, article);
        }
        body.blocks(&self.blocks);
        finished(body, self, &self.subject, &self.kind)
    }
}

impl Word for Report {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::heads(&mut body, &self.head, None);
        frame::title(&mut body, &self.kind, &self.subject);
        frame::addressees(&mut body, &self.addressees);
        body.bases(&self.bases);
        body.blocks(&self.blocks);
        finished(body, self, &self.subject, &in_a_sentence(&self.kind))
    }
}

impl Word for Note {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::heads(&mut body, &self.head, None);
        frame::title(&mut body, &self.kind, &self.subject);
        frame::called(&mut body, &self.salutation, &self.addressees);
        body.bases(&self.bases);
        body.blocks(&self.blocks);
        let title = if self.subject.is_empty() { &self.kind } else { &self.subject };
        finished(body, self, title, &self.kind)
    }
}

impl Word for Minutes {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::heads(&mut body, &self.head, None);
        frame::title(&mut body, "Biên bản", &self.subject);
        body.bases(&self.bases);
        let facts = self.facts.iter().map(|(label, value)| Block::paragraph(format!("{label}: {value}")));
        body.blocks(&facts.collect::<Vec<_>>());
        body.blocks(&self.blocks);
        finished(body, self, &self.subject, "Biên bản")
    }
}

/// An article goes out bare: whoever edits a page elsewhere takes its words, not a letterhead.
impl Word for Paper {
    fn word(&self) -> Result<Vec<u8>, WordError> {
        let mut body = Body::new();
        frame::title(&mut body, &self.kind, "");
        body.centred("VBTrichYeu", &self.title);
        let facts = self.facts.iter().map(|(label, value)| Block::led(format!("{label}:"), value.as_str()));
        body.blocks(&facts.collect::<Vec<_>>());
        body.blocks(&self.blocks);
        if let Some(day) = self.date {
            body.centred("VBNgay", &format!("Ngày {} tháng {} năm {}", day.day(), day.month(), day.year()));
        }
        packed(&body.whole(false), &self.title.replace('\n', " "), self.watermark.as_deref().unwrap_or_default())
    }
}

/// What every document has under its text.
trait Below {
    fn head(&self) -> &Head;
    fn foot(&self, body: &mut Body);
    fn annexes(&self) -> &[Annex];
    fn issuer_in_text(&self) -> &str;
    fn watermark(&self) -> Option<&str>;
}

macro_rules! below {
    ($($form:ident signed by $signatures:expr;)+) => {
        $(impl Below for $form {
            fn head(&self) -> &Head { &self.head }
            fn foot(&self, body: &mut Body) {
                let signatures: fn(&Self) -> &[Signature] = $signatures;
                frame::foot(body, &self.recipients, signatures(self));
            }
            fn annexes(&self) -> &[Annex] { &self.annexes }
            fn issuer_in_text(&self) -> &str { &self.issuer_in_text }
            fn watermark(&self) -> Option<&str> { self.watermark.as_deref() }
        })+
    };
}

below! {
    Letter signed by |form| std::slice::from_ref(&form.signature);
    Decision signed by |form| std::slice::from_ref(&form.signature);
    Report signed by |form| std::slice::from_ref(&form.signature);
    Minutes signed by |form| &form.signatures;
    Note signed by |form| &form.signatures;
}

fn finished(mut body: Body, form: &impl Below, subject: &str, kind: &str) -> Result<Vec<u8>, WordError> {
    form.foot(&mut body);
    let all = form.annexes();
    for (place, annex) in all.iter().enumerate() {
        let landscape = place.checked_sub(1).and_then(|before| all.get(before)).is_some_and(|before| before.landscape);
        body.end_section(landscape);
        let number = if all.len() > 1 { Some(place + 1) } else { None };
        frame::annex_head(&mut body, annex, number, &frame::belongs(form.head(), kind, form.issuer_in_text()));
        body.blocks(&annex.blocks);
        if let Some(signature) = &annex.signature {
            frame::foot(&mut body, &[], std::slice::from_ref(signature));
        }
    }
    let landscape = all.last().is_some_and(|annex| annex.landscape);
    packed(&body.whole(landscape), &subject.replace('\n', " "), form.watermark().unwrap_or_default())
}

/// `KẾ HOẠCH` in the middle of a sentence.
fn in_a_sentence(kind: &str) -> String {
    let lower = kind.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The same facts give the same bytes: nothing in the file tells when it was made.
fn packed(document: &str, title: &str, notice: &str) -> Result<Vec<u8>, WordError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |path: &str, text: &str| -> Result<(), WordError> {
        zip.start_file(path, options)?;
        zip.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
        Ok(())
    };
    put("[Content_Types].xml", parts::CONTENT_TYPES)?;
    put("_rels/.rels", parts::PACKAGE_LINKS)?;
    put("docProps/core.xml", &parts::properties(title))?;
    put("word/document.xml", document)?;
    put("word/_rels/document.xml.rels", parts::DOCUMENT_LINKS)?;
    put("word/styles.xml", &parts::styles())?;
    put("word/settings.xml", parts::SETTINGS)?;
    put("word/header1.xml", &parts::header())?;
    put("word/header2.xml", &parts::first_header())?;
    put("word/footer1.xml", &parts::footer(notice))?;
    Ok(zip.finish()?.into_inner())
}
