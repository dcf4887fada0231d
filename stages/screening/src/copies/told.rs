//! What the parts that judges read tell of the authors: in what was typed, and in the files as far
//! as the program could read them.

use std::collections::BTreeSet;

use hoithi_documents::Sha256Hex;
use hoithi_entries::{KeptEntry, points_at};
use hoithi_journal::Halt;
use hoithi_rules::edition::RuleBook;
use hoithi_rules::screening::{Pointer, Telling, tellings};
use hoithi_store::{Conn, StoreError};
use hoithi_web::House;

use super::{Shown, judged_blind, shown};
use crate::texts::{FileText, file_text, read_files};

/// How far the program read a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// All of it.
    Whole,
    /// All but so many pages, which are pictures.
    But(usize),
    /// Nothing in it can be read.
    Nothing,
    /// It was not read: the machine lacks the program.
    Not,
    /// It is a video: a person watches it.
    Watched,
}

impl Read {
    fn of(text: Option<&FileText>) -> Self {
        match text {
            None => Self::Not,
            Some(text) if text.is_whole() => Self::Whole,
            Some(text) if text.pages.len() > text.blank => Self::But(text.blank),
            Some(_) => Self::Nothing,
        }
    }
}

/// What one part tells.
#[derive(Clone, Debug)]
pub(crate) struct PartTold {
    pub(crate) part: Shown,
    pub(crate) read: Read,
    pub(crate) tellings: Vec<Telling>,
}

/// What an entry tells of its authors.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pointing {
    /// In its title.
    pub(crate) title: Vec<Telling>,
    /// In each part that judges read.
    pub(crate) parts: Vec<PartTold>,
}

impl Pointing {
    /// Whether all of it was read and nothing was found.
    pub(crate) fn is_silent(&self) -> bool {
        !self.points() && self.is_read()
    }

    /// Whether anything points at the authors.
    pub(crate) fn points(&self) -> bool {
        !self.title.is_empty() || self.parts.iter().any(|part| !part.tellings.is_empty())
    }

    /// What it points with, each once.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        let all = self.title.iter().chain(self.parts.iter().flat_map(|part| &part.tellings));
        all.map(|telling| telling.what.as_str()).collect()
    }

    /// Whether the program read every page.
    pub(crate) fn is_read(&self) -> bool {
        self.parts.iter().all(|part| part.read == Read::Whole)
    }
}

/// Reads what nobody has read yet of an entry, and looks through all of it. Where judges read names
/// anyway, nothing is told.
pub(crate) async fn told_of(house: &House, kept: &KeptEntry, book: &RuleBook) -> Result<Pointing, Halt> {
    if !judged_blind(book) {
        return Ok(Pointing::default());
    }
    let parts = shown(kept, book)?;
    let files = parts.iter().filter(|part| part.text.is_none() && !part.video);
    let files: Vec<Sha256Hex> = files.map(|part| part.given.clone()).collect();
    read_files(house, &files, files.len()).await?;
    Ok(tell(&mut house.read().await?, kept, &parts).await?)
}

/// Looks through everything that judges would read of an entry.
pub(crate) async fn tell(db: &mut Conn, kept: &KeptEntry, parts: &[Shown]) -> Result<Pointing, StoreError> {
    let pointers = points_at(kept);
    let mut told = Pointing { title: tellings(&[kept.title().to_owned()], &pointers), parts: Vec::new() };
    for part in parts {
        told.parts.push(tell_part(db, part, &pointers).await?);
    }
    Ok(told)
}

async fn tell_part(db: &mut Conn, part: &Shown, pointers: &[Pointer]) -> Result<PartTold, StoreError> {
    let (read, pages) = if let Some(text) = &part.text {
        (Read::Whole, vec![text.clone()])
    } else if part.video {
        (Read::Watched, Vec::new())
    } else {
        let text = file_text(db, &part.given).await?;
        (Read::of(text.as_ref()), text.map(|text| text.pages).unwrap_or_default())
    };
    Ok(PartTold { part: part.clone(), read, tellings: tellings(&pages, pointers) })
}
