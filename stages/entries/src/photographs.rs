//! Photographs of papers become one PDF: each upright on a page of its own, in the order in which they were
//! chosen, without anything that a telephone notes beside the picture.

mod bound;
mod upright;

use hoithi_documents::{FileKind, FilesError, Sha256Hex, Tool, kind_of};
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_web::{House, Upload};
use tokio::sync::Semaphore;

use crate::given::{GivenFile, plain_name};
use crate::picture_refusal::PictureRefusal;
use bound::bound;
pub(crate) use upright::MOST_MILLIONS;
use upright::{NotReduced, reduced};

/// So many are taken at once.
pub(crate) const MOST_PHOTOGRAPHS: usize = 30;

/// A large picture fills much memory: one form's are worked on at a time.
static MAKING: Semaphore = Semaphore::const_new(1);

/// A photograph as it was sent; its own bytes are not kept.
#[derive(Clone, Debug)]
pub struct Original {
    /// What its giver called it.
    pub name: String,
    /// How large it was.
    pub bytes: u64,
    /// What its bytes hashed to.
    pub sha256: Sha256Hex,
}

/// What stands behind a PDF that was made of photographs.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// The photographs, in the order of the pages.
    pub originals: Vec<Original>,
    /// What their sender ticked about the people on them, as it was read.
    pub agreed: String,
}

/// A photograph that can be read.
struct Photograph {
    original: Original,
    content: Vec<u8>,
    /// Whoever made it readable turned it already.
    turned: bool,
}

/// Whether these bytes are a photograph's.
pub(crate) fn is_photograph(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xd8\xff") || kind_of(bytes) == FileKind::Png || is_heic(bytes)
}

/// The kinds of picture in such a box that telephones write.
fn is_heic(bytes: &[u8]) -> bool {
    const KINDS: [&[u8]; 8] = [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|kind| KINDS.contains(&kind))
}

/// Keeps photographs as one PDF of at most `max` MB, under this name and with what was ticked; made away from the
/// async threads.
pub(crate) async fn keep_photographs(
    house: &House,
    (name, agreed): (String, String),
    uploads: Vec<Upload>,
    max: u32,
) -> Result<GivenFile, Halt> {
    if uploads.len() > MOST_PHOTOGRAPHS {
        return Err(PictureRefusal::TooMany { most: MOST_PHOTOGRAPHS }).or_refuse();
    }
    if let Some(other) = uploads.iter().find(|upload| !is_photograph(&upload.bytes)) {
        return Err(PictureRefusal::NotAPicture { name: plain_name(&other.name) }).or_refuse();
    }
    let mut photographs = Vec::new();
    for upload in uploads {
        photographs.push(readable(house, upload).await?);
    }
    let turn = MAKING.acquire().await.map_err(Halt::fault)?;
    let making = move || {
        // Held by the thread and not by the visitor, who may go meanwhile.
        let _turn = turn;
        made(photographs, max)
    };
    let (content, originals) = tokio::task::spawn_blocking(making).await.map_err(Halt::fault)??;
    let bytes = content.len() as u64;
    let pictures = Some(Pictures { originals, agreed });
    Ok(GivenFile { name, bytes, sha256: house.keep_upload(content).await?, pictures })
}

/// Keeps photographs as upright pictures of their own, without anything that a telephone notes beside them.
pub(crate) async fn keep_pictures(house: &House, uploads: Vec<Upload>, most: usize) -> Result<Vec<Sha256Hex>, Halt> {
    if uploads.len() > most {
        return Err(PictureRefusal::TooMany { most }).or_refuse();
    }
    if let Some(other) = uploads.iter().find(|upload| !is_photograph(&upload.bytes)) {
        return Err(PictureRefusal::NotAPicture { name: plain_name(&other.name) }).or_refuse();
    }
    let mut photographs = Vec::new();
    for upload in uploads {
        photographs.push(readable(house, upload).await?);
    }
    let turn = MAKING.acquire().await.map_err(Halt::fault)?;
    let making = move || {
        let _turn = turn;
        photographs.iter().map(picture).collect::<Result<Vec<_>, Halt>>()
    };
    let pictures = tokio::task::spawn_blocking(making).await.map_err(Halt::fault)??;
    let mut kept = Vec::new();
    for picture in pictures {
        kept.push(house.keep_upload(picture).await?);
    }
    Ok(kept)
}

fn picture(photograph: &Photograph) -> Result<Vec<u8>, Halt> {
    const ROOM: usize = 2_000_000;
    let made = reduced(&photograph.content, photograph.turned, ROOM);
    made.map(|made| made.jpeg).map_err(|why| refusal(why, &photograph.original, 2)).or_refuse()
}

/// The photograph with what it was when it came; HEIC is read by a tool of the machine, where there is one.
async fn readable(house: &House, upload: Upload) -> Result<Photograph, Halt> {
    let (name, content) = (plain_name(&upload.name), upload.bytes);
    let hashing = move || (Sha256Hex::of(&content), content);
    let (sha256, content) = tokio::task::spawn_blocking(hashing).await.map_err(Halt::fault)?;
    let original = Original { name, bytes: content.len() as u64, sha256 };
    if !is_heic(&content) {
        return Ok(Photograph { original, content, turned: false });
    }
    let name = original.name.clone();
    if !house.reader.has(Tool::Heic).await {
        return Err(PictureRefusal::HeicUnread { name }).or_refuse();
    }
    let files = house.files.clone();
    let laying = move || {
        let mut aside = files.aside()?;
        aside.add(&content)?;
        Ok::<_, FilesError>(aside)
    };
    let aside = tokio::task::spawn_blocking(laying).await.map_err(Halt::fault)?.map_err(Halt::fault)?;
    let content = house.reader.jpeg_of(aside.path()).await;
    let content = content.ok_or(PictureRefusal::Damaged { name }).or_refuse()?;
    Ok(Photograph { original, content, turned: true })
}

/// The PDF, each page with an equal share of the room.
fn made(photographs: Vec<Photograph>, max: u32) -> Result<(Vec<u8>, Vec<Original>), Halt> {
    let most = usize::try_from(max).unwrap_or(usize::MAX).saturating_mul(1_000_000);
    let room = most / photographs.len().max(1);
    let (mut pages, mut originals) = (Vec::new(), Vec::new());
    for photograph in photographs {
        let page = reduced(&photograph.content, photograph.turned, room);
        pages.push(page.map_err(|why| refusal(why, &photograph.original, max)).or_refuse()?);
        originals.push(photograph.original);
    }
    Ok((bound(pages).map_err(Halt::fault)?, originals))
}

fn refusal(why: NotReduced, original: &Original, max: u32) -> PictureRefusal {
    let name = original.name.clone();
    match why {
        NotReduced::Damaged => PictureRefusal::Damaged { name },
        NotReduced::TooManyPoints { most } => PictureRefusal::TooManyPoints { name, most },
        NotReduced::TooLarge => PictureRefusal::TooLarge { max },
    }
}
