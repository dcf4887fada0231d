//! A file that somebody gives for a part of a dossier.

use hoithi_documents::{Files, Sha256Hex};
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_web::House;
use tokio::sync::Semaphore;

use crate::pdf::{PdfLook, look};
use crate::photographs::Pictures;
use crate::refusals::DossierRefusal;

/// A file taken apart fills much memory, however small it came: two are looked into at a time.
static LOOKING: Semaphore = Semaphore::const_new(2);

/// A file that lies in the house's store already.
#[derive(Clone, Debug)]
pub struct GivenFile {
    /// What its giver called it; shown to them again, never used as a path, never shown to judges.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
    /// Names it in the store.
    pub sha256: Sha256Hex,
    /// The photographs that it was made of, where it was.
    pub pictures: Option<Pictures>,
}

/// Looks into a PDF of at most `max` MB and keeps it. Keeping the same bytes again changes nothing.
pub fn keep_pdf(files: &Files, name: &str, content: &[u8], max: u32) -> Result<GivenFile, Halt> {
    let name = looked_into(name, content, max)?;
    Ok(GivenFile {
        name,
        bytes: content.len() as u64,
        sha256: files.put(content).map_err(Halt::fault)?,
        pictures: None,
    })
}

/// The same of a PDF that came with a form, away from the async threads: looking into it takes its time.
pub(crate) async fn keep_pdf_aside(house: &House, name: String, content: Vec<u8>, max: u32) -> Result<GivenFile, Halt> {
    let bytes = content.len() as u64;
    let looking = move || looked_into(&name, &content, max).map(|name| (name, content));
    let (name, content) = in_turn(looking).await??;
    let sha256 = house.keep_upload(content).await?;
    if house.files.is_quarantined(&sha256) {
        return Err(DossierRefusal::Infected { name }).or_refuse();
    }
    Ok(GivenFile { name, bytes, sha256, pictures: None })
}

/// Looks into a file away from the async threads, when it is its turn.
pub(crate) async fn in_turn<T: Send + 'static>(looking: impl FnOnce() -> T + Send + 'static) -> Result<T, Halt> {
    let turn = LOOKING.acquire().await.map_err(Halt::fault)?;
    let working = move || {
        // Held by the thread and not by the visitor, who may go meanwhile.
        let _turn = turn;
        looking()
    };
    tokio::task::spawn_blocking(working).await.map_err(Halt::fault)
}

/// The name of a PDF that can be taken.
fn looked_into(name: &str, content: &[u8], max: u32) -> Result<String, Halt> {
    let name = plain_name(name);
    let bytes = content.len() as u64;
    if bytes > u64::from(max) * 1_000_000 {
        return Err(DossierRefusal::TooLarge { name, bytes, max }).or_refuse();
    }
    match look(content) {
        PdfLook::Readable => Ok(name),
        PdfLook::NotAPdf => Err(DossierRefusal::NotAPdf { name }).or_refuse(),
        PdfLook::Locked => Err(DossierRefusal::Locked { name }).or_refuse(),
        PdfLook::TooMuch => Err(DossierRefusal::TooMuch { name }).or_refuse(),
        PdfLook::Damaged => Err(DossierRefusal::Damaged { name }).or_refuse(),
    }
}

/// The last part of a path, in one line.
pub(crate) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let short: String = hoithi_rules::text::one_line(last).chars().take(120).collect();
    if short.is_empty() { "tep.pdf".to_owned() } else { short }
}
