//! The facts of each document, by its shape.
//!
//! Every text in here is printed as it is typed: a `#` or a `$` in a title is a sign on paper and
//! never code. A line feed in a text is a new line. Dates are days; the templates write them as
//! the office does, and leave the dots open where a day or a number is not given yet.

use jiff::civil::Date;
use serde::Serialize;

use crate::printer::{Form, Template};

mod awards;
mod bars;
mod board;
mod label;
mod office;
mod papers;

pub use awards::{Certificate, Receipt, ReceiptFile};
pub use bars::{Bar, Bars};
pub use board::{BoardLine, BoardSheet, BoardWord};
pub use label::Label;
pub use office::{Article, Decision, Letter, Minutes, Note, Report};
pub use papers::{Book, Paper, SignedForm, Slip, Slips};

/// The left and right of a state document's head, and what stands under it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Head {
    /// The body above: `UBND TỈNH QUẢNG NINH`. Printed in capitals.
    pub parent: Option<String>,
    /// Who issues the document. Printed in bold capitals; break a long name with a line feed
    /// where it reads well, or leave it to the template to balance the lines.
    pub issuer: String,
    /// Given when the document is registered; dots until then.
    pub number: Option<u32>,
    /// `QĐ-BTC`, `LHH-KHCN`.
    pub symbol: String,
    /// `Quảng Ninh`.
    pub place: String,
    pub date: Option<Date>,
    /// `HỎA TỐC`, `THƯỢNG KHẨN`, `KHẨN`: framed under the number.
    pub urgency: Option<String>,
}

/// Who signs, and in what capacity.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Signature {
    /// Capitals, one line each: `TM. BAN TỔ CHỨC`, `KT. TRƯỞNG BAN`, `PHÓ TRƯỞNG BAN`.
    pub capacity: Vec<String>,
    /// Without title or degree; empty until it is known who signs.
    pub name: Option<String>,
    /// Printed in the signing space, such as `(Đã ký)` on a copy; empty for pen and seal.
    pub mark: Option<String>,
}

/// `Nơi nhận`, line by line without dashes: `Như trên`, `Lưu: VT, KHCN`.
/// The template sets `- …;` and the full stop after the last.
pub type Recipients = Vec<String>;

/// A piece of a document's body.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A bold line of its own: `1. Về tổ chức triển khai:`.
    Heading {
        text: String,
    },
    /// Text with a first-line indent; `lead` is set in bold before it.
    Paragraph {
        lead: Option<String>,
        text: String,
    },
    /// `- …`
    Item {
        text: String,
    },
    Table(Table),
    Bars(Bars),
}

impl Block {
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into() }
    }

    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { lead: None, text: text.into() }
    }

    /// `**lead** text`
    pub fn led(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Paragraph { lead: Some(lead.into()), text: text.into() }
    }

    pub fn item(text: impl Into<String>) -> Self {
        Self::Item { text: text.into() }
    }
}

/// A ruled table; its head repeats on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    pub title: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    pub title: String,
    /// Share of the width among the columns that have one; 0 takes what its text needs.
    pub width: u32,
    pub align: Align,
}

impl Column {
    /// As narrow as its text, centred: ordinal numbers, codes, years.
    pub fn narrow(title: impl Into<String>) -> Self {
        Self::new(title, 0, Align::Centre)
    }

    /// `width` shares of the page, from the left.
    pub fn wide(title: impl Into<String>, width: u32) -> Self {
        Self::new(title, width, Align::Left)
    }

    /// As narrow as its text, to the right: amounts.
    pub fn amount(title: impl Into<String>) -> Self {
        Self::new(title, 0, Align::Right)
    }

    fn new(title: impl Into<String>, width: u32, align: Align) -> Self {
        Self { title: title.into(), width, align }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// A row has as many cells as the table has columns; missing ones are empty, more are dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "cells", rename_all = "snake_case")]
pub enum Row {
    Cells(Vec<String>),
    /// One bold line over the whole width: `I. GIẢI NHẤT`.
    Group(String),
    /// The last line, in bold.
    Total(Vec<String>),
}

/// Stands on pages of its own after the signature.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Annex {
    /// Printed in bold capitals.
    pub title: String,
    /// For tables that are too wide to stand upright.
    pub landscape: bool,
    pub blocks: Vec<Block>,
    /// An annex is not signed; a list often is.
    pub signature: Option<Signature>,
}

macro_rules! form {
    ($form:ident, $file:literal) => {
        impl Form for $form {
            const TEMPLATE: Template = Template::new($file, include_str!(concat!("../templates/", $file)));
        }
    };
}

form!(Letter, "letter.typ");
form!(Decision, "decision.typ");
form!(Report, "report.typ");
form!(Minutes, "minutes.typ");
form!(Note, "note.typ");
form!(Certificate, "certificate.typ");
form!(Receipt, "receipt.typ");
form!(Paper, "paper.typ");
form!(SignedForm, "signed-form.typ");
form!(Slips, "slips.typ");
form!(Book, "register.typ");
form!(BoardSheet, "board.typ");
form!(Label, "label.typ");
