//! Papers that are no official documents: what an author writes.

use jiff::civil::Date;
use serde::Serialize;

use super::{Block, Signature};
use crate::qr::Qr;

/// A plain article of some pages with a title and numbered sections.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Paper {
    pub watermark: Option<String>,
    /// Small capitals over the title: `BẢN MÔ TẢ GIẢI PHÁP DỰ THI`.
    pub kind: String,
    pub title: String,
    /// Label and value under the title, such as the field; a blind copy leaves names out.
    pub facts: Vec<(String, String)>,
    /// Headings among the blocks are numbered by whoever writes them.
    pub blocks: Vec<Block>,
    pub date: Option<Date>,
}

/// Slips of half a sheet, one for each addressee, each with a square code of its own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Slips {
    pub watermark: Option<String>,
    pub title: String,
    pub issuer: String,
    /// Over the addressee: `Gửi tới`.
    pub to_label: String,
    /// What the slips are about.
    pub subject: String,
    /// What the reader does, step by step.
    pub steps: Vec<String>,
    /// Over the code that is typed where nobody can read the square one.
    pub code_label: String,
    /// Where it is typed; never broken over two lines.
    pub address: String,
    pub note: String,
    pub slips: Vec<Slip>,
}

/// One slip.
#[derive(Clone, Debug, Serialize)]
pub struct Slip {
    pub unit: String,
    /// In groups, as it is typed.
    pub code: String,
    pub qr: Qr,
}

/// A register on wide pages: whose it is, what it is called, of which time, and its tables.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Book {
    pub watermark: Option<String>,
    /// The body above.
    pub parent: Option<String>,
    /// Whose register it is.
    pub issuer: String,
    /// `Sổ đăng ký văn bản đi`; printed in capitals.
    pub title: String,
    /// `Năm 2026`.
    pub period: String,
    pub blocks: Vec<Block>,
}

/// A form that was filled in on a screen and is signed and stamped on paper: whom it is for, what it says, and
/// the places for those who sign.
#[derive(Clone, Debug, Serialize)]
pub struct SignedForm {
    pub watermark: Option<String>,
    /// `Phiếu đăng ký dự thi`; printed in capitals.
    pub title: String,
    /// A line under the title.
    pub subtitle: String,
    /// Behind `Kính gửi`.
    pub addressee: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    pub blocks: Vec<Block>,
    /// Before the open day over the signatures: `Quảng Ninh`.
    pub place: String,
    /// One place each, side by side.
    pub signatures: Vec<Signature>,
    /// Over the code: `Mã bản in`.
    pub code_label: String,
    /// Names this very print.
    pub code: String,
    /// Holds the address where the print is found.
    pub qr: Qr,
    /// Small print at the foot of every page.
    pub note: String,
    pub date: Option<Date>,
}
