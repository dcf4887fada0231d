//! What the files of dossiers say, read once for each file and kept under its hash.
//!
//! The words that stand in a PDF are read soon after the dossier came, or when somebody looks at it before that;
//! pages that are pictures wait for the recognition, which takes its time and goes on beside the requests.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hoithi_documents::{Reader, Sha256Hex, Tool};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::House;
use jiff::Timestamp;

/// Between two pages of a kept text.
const PAGE: char = '\u{c}';

/// A page with fewer letters is a picture, or empty.
const FEW: usize = 20;

/// So many pages of one file are recognised at most.
const MOST_PICTURES: usize = 40;

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The words of each page; no page where nothing could be read.
    pub pages: Vec<String>,
    /// How many pages have no words that could be read.
    pub blank: usize,
    /// Whether the pictures among its pages were looked at.
    pub recognised: bool,
}

impl FileText {
    fn of(pages: Vec<String>, recognised: bool) -> Self {
        Self { blank: pages.iter().filter(|page| is_blank(page)).count(), pages, recognised }
    }

    /// Whether every page of it was read.
    pub fn is_whole(&self) -> bool {
        !self.pages.is_empty() && self.blank == 0
    }

    /// Whether recognition could still tell more of it.
    fn waits(&self) -> bool {
        !self.recognised && self.blank > 0
    }
}

fn is_blank(page: &str) -> bool {
    page.chars().filter(|letter| letter.is_alphanumeric()).count() < FEW
}

/// What is kept of a file's words; none where nobody has read it yet.
pub async fn file_text(db: &mut Conn, sha256: &Sha256Hex) -> Result<Option<FileText>, StoreError> {
    let sql = "SELECT pages, blank, recognised, body FROM file_texts WHERE sha256 = $1";
    let row = db.maybe(sql, params![sha256.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<FileText, StoreError> {
    let body = row.text("body")?;
    let pages = if row.count("pages")? == 0 { Vec::new() } else { body.split(PAGE).map(str::to_owned).collect() };
    Ok(FileText { pages, blank: row.count("blank")?, recognised: row.flag("recognised")? })
}

/// Every file that was read, and whether the pictures among its pages were looked at.
pub async fn files_read(db: &mut Conn) -> Result<BTreeMap<Sha256Hex, bool>, StoreError> {
    let rows = db.all("SELECT sha256, recognised FROM file_texts", params![]).await?;
    rows.iter().map(|row| Ok((row.parsed("sha256")?, row.flag("recognised")?))).collect()
}

/// Reads those of these files that nobody has read, at most so many, with the words that stand in them; how many
/// were read now.
pub async fn read_files(house: &House, files: &[Sha256Hex], most: usize) -> Result<usize, Halt> {
    let mut done = 0;
    for sha256 in files {
        if done == most {
            break;
        }
        if file_text(&mut house.read().await?, sha256).await?.is_some() || !is_unchanged(house, sha256).await? {
            continue;
        }
        let pages = match house.reader.pages_of(&house.files.path(sha256)).await {
            Some(pages) => pages,
            // Without the tool it is not as if the file said nothing.
            None if !house.reader.has(Tool::Text).await => continue,
            None => Vec::new(),
        };
        keep(house, sha256, FileText::of(pages, false)).await?;
        done += 1;
    }
    Ok(done)
}

/// What was changed on the disk is not what the authors gave; what was put apart is read by nobody.
async fn is_unchanged(house: &House, sha256: &Sha256Hex) -> Result<bool, Halt> {
    let (files, sha256) = (house.files.clone(), sha256.clone());
    tokio::task::spawn_blocking(move || !files.is_quarantined(&sha256) && files.verify(&sha256).is_ok())
        .await
        .map_err(Halt::fault)
}

async fn keep(house: &House, sha256: &Sha256Hex, text: FileText) -> Result<(), Halt> {
    let sha256 = sha256.clone();
    house
        .acts
        .perform(Actor::nobody(Door::Job), move |act| {
            let (sha256, text) = (sha256.clone(), text.clone());
            Box::pin(async move {
                let now = act.now();
                Ok(save(act.db(), &sha256, &text, now).await?)
            })
        })
        .await
}

async fn save(db: &mut Conn, sha256: &Sha256Hex, text: &FileText, now: Timestamp) -> Result<(), StoreError> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let body = text.pages.join(&PAGE.to_string());
    db.run(
        "INSERT INTO file_texts (sha256, pages, blank, recognised, read_at, body) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (sha256) DO UPDATE
            SET pages = excluded.pages, blank = excluded.blank, recognised = excluded.recognised,
                read_at = excluded.read_at, body = excluded.body",
        params![sha256.as_str(), number(text.pages.len()), number(text.blank), text.recognised, now, body],
    )
    .await?;
    Ok(())
}

/// Looks at the pictures in one file that waits for it, the one that has waited longest. Whether
/// there was one.
pub async fn recognise_one(house: &House) -> Result<bool, Halt> {
    let Some((sha256, text)) = longest_waiting(&mut house.read().await?).await? else { return Ok(false) };
    if !house.reader.recognises().await {
        return Ok(false);
    }
    let pages = seen(house.reader, house.files.path(&sha256), text.pages).await;
    keep(house, &sha256, FileText::of(pages, true)).await?;
    Ok(true)
}

async fn seen(reader: Reader, path: PathBuf, mut pages: Vec<String>) -> Vec<String> {
    let blank: Vec<usize> = (0..pages.len()).filter(|page| is_blank(&pages[*page])).take(MOST_PICTURES).collect();
    for page in blank {
        if let Some(words) = reader.seen_on(&path, page + 1).await {
            pages[page] = words;
        }
    }
    pages
}

async fn longest_waiting(db: &mut Conn) -> Result<Option<(Sha256Hex, FileText)>, StoreError> {
    let row = db
        .maybe(
            "SELECT sha256, pages, blank, recognised, body FROM file_texts
              WHERE recognised = 0 AND blank > 0 ORDER BY read_at, sha256 LIMIT 1",
            params![],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let text = read(&row)?;
    Ok(Some((row.parsed("sha256")?, text)).filter(|(_, text)| text.waits()))
}

/// How many files were read, how many wait for recognition, and how many say nothing that could be
/// read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadSoFar {
    /// Read in any way.
    pub files: usize,
    /// With pages that are pictures, not looked at yet.
    pub waiting: usize,
    /// Without a page that could be read.
    pub silent: usize,
}

/// The figures of what was read.
pub async fn read_so_far(db: &mut Conn) -> Result<ReadSoFar, StoreError> {
    let sql = "SELECT COUNT(*) AS files,
                      COUNT(CASE WHEN recognised = 0 AND blank > 0 THEN 1 END) AS waiting,
                      COUNT(CASE WHEN pages = 0 OR (recognised = 1 AND blank = pages) THEN 1 END) AS silent
                 FROM file_texts";
    let row = db.one(sql, params![]).await?;
    Ok(ReadSoFar { files: row.count("files")?, waiting: row.count("waiting")?, silent: row.count("silent")? })
}
