//! The registers of a year (Decree 30/2020/NĐ-CP, Phụ lục IV): *sổ đăng ký văn bản đi*, what was issued
//! here, and *sổ đăng ký văn bản đến*, what came; to be printed, or as a workbook.

mod came;
mod issued;
mod sheets;

use hoithi_documents::forms::Book;
use hoithi_journal::Halt;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, Row, StoreError};

use crate::corrections::Correction;
use crate::folder::{Folder, of_the_agency};
use crate::press::day_in_document;
use crate::store::read_number;

pub(crate) use sheets::workbook;

/// Which of the two registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Register {
    /// What the agency issued.
    Issued,
    /// What came to it.
    Came,
}

impl Register {
    const fn title(self) -> &'static str {
        match self {
            Self::Issued => "Sổ đăng ký văn bản đi",
            Self::Came => "Sổ đăng ký văn bản đến",
        }
    }

    /// What its file is called, without what kind of file it is.
    pub(crate) fn file_name(self, year: i64) -> String {
        match self {
            Self::Issued => format!("so-dang-ky-van-ban-di-{year}"),
            Self::Came => format!("so-dang-ky-van-ban-den-{year}"),
        }
    }
}

/// The years in which the register has lines, the latest first.
pub(crate) async fn years(db: &mut Conn, folder: &Folder, register: Register) -> Result<Vec<i64>, Halt> {
    if register == Register::Came {
        return Ok(came::years(db, &folder.issuer).await?);
    }
    let editions = editions(db, folder).await?;
    Ok(issued::years(db, &editions).await?)
}

/// The register of one year; none where it has no line.
pub(crate) async fn book(db: &mut Conn, folder: &Folder, register: Register, year: i64) -> Result<Option<Book>, Halt> {
    let blocks = match register {
        Register::Issued => {
            let editions = editions(db, folder).await?;
            issued::tables(db, &editions, year).await?
        }
        Register::Came => came::tables(db, &folder.issuer, year).await?,
    };
    let book = Book {
        watermark: None,
        parent: None,
        issuer: folder.issuer.clone(),
        title: register.title().to_owned(),
        period: format!("Năm {year}"),
        blocks,
    };
    Ok(Some(book).filter(|book| !book.blocks.is_empty()))
}

async fn editions(db: &mut Conn, folder: &Folder) -> Result<Vec<EditionId>, Halt> {
    Ok(of_the_agency(db, folder).await?.iter().map(|each| each.edition).collect())
}

/// Number and symbol, as they stand on the document.
fn borne(row: &Row) -> Result<String, StoreError> {
    Ok(read_number(row)?.map(|number| number.to_string()).unwrap_or_default())
}

/// What a number or day was before it was put right: a line that was entered is struck through, not lost.
fn formerly(was: &Correction) -> String {
    format!("Số cũ {}, ngày {}", was.number, day_in_document(was.date))
}

/// `Quyết định: Ban hành Thể lệ`
fn about(row: &Row) -> Result<String, StoreError> {
    let kind: DocumentKind = row.parsed("kind")?;
    Ok(format!("{kind}: {}", row.text("subject")?))
}
