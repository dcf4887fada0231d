//! What is printed or shown as a picture: the poster, the bulletin, the pictures for a portal.

use std::sync::Arc;

use hoithi_documents::docx::Word;
use hoithi_documents::{Template, bundle};
use hoithi_journal::Halt;
use hoithi_store::Remembered;
use hoithi_web::House;
use serde::Serialize;

use crate::kit::Kit;
use crate::news::News;

const POSTER: Template = Template::new("poster.typ", include_str!("../typst/poster.typ"));
const BULLETIN: Template = Template::new("bulletin.typ", include_str!("../typst/bulletin.typ"));

/// A sheet or picture of the same facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Format {
    /// For a wall.
    A3,
    /// For a board.
    A4,
    /// For the head of an article: 1200 × 630.
    Wide,
    /// For a chat group: 1080 × 1080.
    Square,
}

impl Format {
    /// What a poster is printed on.
    pub(crate) const PAPER: [Self; 2] = [Self::A3, Self::A4];

    /// The paper's name in an address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::Wide => "ngang",
            Self::Square => "vuong",
        }
    }

    /// The paper of that name.
    pub(crate) fn paper(code: &str) -> Option<Self> {
        Self::PAPER.into_iter().find(|paper| paper.code() == code)
    }
}

/// How a poster looks: each has a layout of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Look {
    /// A dark head, for a printing house.
    Dark,
    /// White with the code beside the deadline, for an office printer.
    Light,
    /// Black on white in a frame, for a copier.
    Plain,
}

impl Look {
    pub(crate) const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Plain];

    /// Its name in an address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Dark => "dam",
            Self::Light => "sang",
            Self::Plain => "den-trang",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.code() == code)
    }
}

#[derive(Serialize)]
struct Sheet<'a> {
    format: Format,
    look: Look,
    kit: &'a Kit,
}

/// What was set already: the same facts give the same bytes, and everybody may ask for them.
static SET: Remembered<(&str, String), Arc<Vec<u8>>> = Remembered::at_most(32);

async fn once(
    what: &'static str,
    facts: &(impl Serialize + Sync),
    set: impl Future<Output = Result<Vec<u8>, Halt>>,
) -> Result<Vec<u8>, Halt> {
    let key = (what, serde_json::to_string(facts).map_err(Halt::fault)?);
    if let Some(known) = SET.get(&key) {
        return Ok(known.to_vec());
    }
    let bytes = Arc::new(set.await?);
    SET.keep(key, &bytes);
    Ok(bytes.to_vec())
}

/// The poster as a PDF.
pub(crate) async fn poster(house: &House, kit: &Kit, format: Format, look: Look) -> Result<Vec<u8>, Halt> {
    let sheet = Sheet { format, look, kit };
    once("poster", &sheet, async { house.printer.print(&POSTER, &sheet).await.map_err(Halt::fault) }).await
}

/// The news item as a Word file.
pub(crate) async fn news(kit: &Kit) -> Result<Vec<u8>, Halt> {
    let paper = News::of(kit).paper(kit.watermark.clone());
    tokio::task::spawn_blocking(move || paper.word()).await.map_err(Halt::fault)?.map_err(Halt::fault)
}

/// The bulletin of two A4 pages as a PDF.
pub(crate) async fn bulletin(house: &House, kit: &Kit) -> Result<Vec<u8>, Halt> {
    once("bulletin", kit, async { house.printer.print(&BULLETIN, kit).await.map_err(Halt::fault) }).await
}

/// Pictures that portal editors keep, with the texts that belong to them, in one file.
pub(crate) async fn pictures(house: &House, kit: &Kit) -> Result<Vec<u8>, Halt> {
    once("pictures", kit, drawn(house, kit)).await
}

async fn drawn(house: &House, kit: &Kit) -> Result<Vec<u8>, Halt> {
    let mut files = Vec::new();
    for (name, format) in [
        ("anh-ngang-1200x630.png", Format::Wide),
        ("anh-vuong-1080x1080.png", Format::Square),
        ("ap-phich-a4.png", Format::A4),
    ] {
        let sheet = Sheet { format, look: Look::Dark, kit };
        let mut pages = house.printer.pictures(&POSTER, &sheet, DOTS).await.map_err(Halt::fault)?.into_iter();
        files.push((name, pages.next().ok_or_else(|| Halt::fault("a picture has no page"))?));
    }
    files.push(("tin-bai.txt", News::of(kit).plain().into_bytes()));
    files.push(("tin-bai.docx", news(kit).await?));
    tokio::task::spawn_blocking(move || bundle(&files)).await.map_err(Halt::fault)?.map_err(Halt::fault)
}

/// Dots for each point of the sheet: the wide picture is laid out 600 points wide.
const DOTS: u8 = 2;
